"""The tray comes and goes; the timer is turned by hand."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from quickdesk.app.tray_flow import LOOK_MS, TrayFlow


class Desk:
    def __init__(self, *, is_there: bool) -> None:
        self.is_there = is_there
        self.said: list[str] = []
        self.flow = TrayFlow(lambda: self.is_there)
        self.flow.missing.connect(lambda was_there: self.said.append("gone" if was_there else "none"))
        self.flow.came.connect(lambda: self.said.append("came"))
        self.flow.start()

    def look(self, *, is_there: bool) -> None:
        self.is_there = is_there
        self.timer.timeout.emit()

    @property
    def timer(self) -> QTimer:
        (timer,) = self.flow.findChildren(QTimer)
        return timer


@pytest.mark.usefixtures("qtbot")
def test_a_desktop_without_a_tray_is_told_once() -> None:
    desk = Desk(is_there=False)
    assert desk.said == [], "a panel may be late"
    desk.look(is_there=False)
    desk.look(is_there=False)
    assert desk.said == ["none"]
    desk.look(is_there=True)
    assert desk.said == ["none", "came"]


@pytest.mark.usefixtures("qtbot")
def test_a_late_panel_is_no_missing_one() -> None:
    desk = Desk(is_there=False)
    desk.look(is_there=True)
    assert desk.said == ["came"]


@pytest.mark.usefixtures("qtbot")
def test_a_panel_that_dies_and_comes_back_is_told_both_times() -> None:
    desk = Desk(is_there=True)
    for is_there in (True, False, False, True, True, False):
        desk.look(is_there=is_there)
    assert desk.said == ["gone", "came", "gone"]


def test_it_looks_seldom_and_not_after_the_end(qtbot: QtBot) -> None:
    desk = Desk(is_there=True)
    desk.look(is_there=True)
    assert desk.timer.interval() == LOOK_MS >= 5000
    desk.flow.close()
    assert not desk.timer.isActive()
