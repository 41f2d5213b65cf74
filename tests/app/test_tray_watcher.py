"""The tray comes and goes; the test triggers the timer."""

import os
import signal
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from quickdesk.app.tray_watcher import LOOK_MS, TrayWatcher
from tests.desktop_rig import Rig, require


class FakeTray:
    def __init__(self, *, is_there: bool) -> None:
        self.is_there = is_there
        self.emitted: list[str] = []
        self.flow = TrayWatcher(lambda: self.is_there)
        self.flow.missing.connect(lambda was_there: self.emitted.append("gone" if was_there else "none"))
        self.flow.came.connect(lambda: self.emitted.append("came"))
        self.flow.start()

    def look(self, *, is_there: bool) -> None:
        self.is_there = is_there
        self.timer.timeout.emit()

    @property
    def timer(self) -> QTimer:
        (timer,) = self.flow.findChildren(QTimer)
        return timer


@pytest.mark.usefixtures("qtbot")
def test_a_missing_tray_is_signalled_once() -> None:
    tray = FakeTray(is_there=False)
    assert tray.emitted == [], "a panel may be late"
    tray.look(is_there=False)
    tray.look(is_there=False)
    assert tray.emitted == ["none"]
    tray.look(is_there=True)
    assert tray.emitted == ["none", "came"]


@pytest.mark.usefixtures("qtbot")
def test_a_late_panel_is_no_missing_one() -> None:
    tray = FakeTray(is_there=False)
    tray.look(is_there=True)
    assert tray.emitted == ["came"]


@pytest.mark.usefixtures("qtbot")
def test_a_panel_that_ends_and_comes_back_is_signalled_both_times() -> None:
    tray = FakeTray(is_there=True)
    for is_there in (True, False, False, True, True, False):
        tray.look(is_there=is_there)
    assert tray.emitted == ["gone", "came", "gone"]


def test_it_looks_seldom_and_not_after_the_end(qtbot: QtBot) -> None:
    tray = FakeTray(is_there=True)
    tray.look(is_there=True)
    assert tray.timer.interval() == LOOK_MS >= 5000
    tray.flow.close()
    assert not tray.timer.isActive()


@pytest.mark.usefixtures("qtbot")
def test_while_looking_could_take_long_nothing_is_looked_at_and_nothing_has_changed() -> None:
    looks: list[bool] = []
    acts: list[Callable[[], None]] = []

    def is_there() -> bool:
        looks.append(True)
        return len(looks) == 1

    flow = TrayWatcher(is_there, acts.append)
    flow.start()
    flow.look()
    assert (len(looks), flow.is_there) == (1, True)
    acts.pop()()
    assert (len(looks), flow.is_there, flow.was_there) == (2, False, True)


HUNG_BUS = """
import os, signal, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from quickdesk.app.tray_watcher import QtTray, TrayWatcher

app = QApplication([])
tray = QtTray()
flow = TrayWatcher(tray.is_there, tray.probe)
ticks = []
timer = QTimer(interval=10)
timer.timeout.connect(lambda: ticks.append(time.monotonic()))
timer.start()
QTimer.singleShot(500, lambda: os.kill(int(sys.argv[1]), signal.SIGSTOP))  # Qt asks things at its start
QTimer.singleShot(600, flow.look)
QTimer.singleShot(700, flow.look)
QTimer.singleShot(1500, app.quit)
app.exec()
os.kill(int(sys.argv[1]), signal.SIGCONT)
print(max(after - before for before, after in zip(ticks, ticks[1:])))
flow.came.connect(app.quit)
flow.missing.connect(app.quit)
QTimer.singleShot(5000, app.quit)
app.exec()
print(flow._is_first)
"""


@pytest.mark.desktop
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a session bus is a matter of Linux")
def test_a_session_bus_that_hangs_does_not_hold_the_windows_up() -> None:
    require()
    with Rig() as rig:
        (bus,) = [each.pid for each in rig._running if "dbus-daemon" in map(str, each.args)]  # type: ignore[union-attr]
        try:
            longest, is_first = rig.run(sys.executable, "-c", HUNG_BUS, str(bus), limit_s=40).split()[-2:]
        finally:
            os.kill(bus, signal.SIGCONT)
    assert float(longest) < 0.5
    assert is_first == "False", "when the bus is back it is looked for"
