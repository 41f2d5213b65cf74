"""A pause ends when its time is over, also if the computer slept meanwhile."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from quickdesk.app.features.pause import PauseFeature
from tests.app.rig import HOTKEY, Rig
from tests.fakes.clock import NOON, MovingClock
from tests.fakes.hotkeys import FakeHotkeys


def test_it_ends_when_its_time_is_over(qtbot: QtBot) -> None:
    hotkeys, clock = FakeHotkeys(), MovingClock()
    pause = PauseFeature(hotkeys, clock)
    pause.pause(timedelta(milliseconds=5))
    assert (pause.is_paused, pause.until) == (True, NOON + timedelta(milliseconds=5))
    clock.moment += timedelta(seconds=1)
    with qtbot.waitSignal(pause.changed) as emitted:
        pass
    assert emitted.args == [False, None]
    assert not hotkeys.is_suspended


def test_a_timer_that_is_early_does_not_end_it(qapp: object) -> None:
    hotkeys, clock = FakeHotkeys(), MovingClock()
    pause = PauseFeature(hotkeys, clock)
    pause.pause(timedelta(hours=1))
    pause._timer.timeout.emit()
    assert pause.is_paused
    clock.moment += timedelta(hours=2)  # the lid was closed
    pause._timer.timeout.emit()
    assert not pause.is_paused


def test_until_resumed(qapp: object) -> None:
    hotkeys = FakeHotkeys()
    pause = PauseFeature(hotkeys, MovingClock())
    pause.pause(timedelta(minutes=1))
    pause.pause(None)
    assert (pause.is_paused, pause.until, pause._timer.isActive()) == (True, None, False)
    pause.resume()
    assert not pause.is_paused


def test_the_tray_says_so_and_the_keys_go_to_others(rig: Rig) -> None:
    rig.ask("pause", minutes=15)
    assert not rig.hotkeys.press(HOTKEY)
    assert "12:15" in rig.home.icon.toolTip()
    rig.ask("pause", off=True)
    rig.hotkey()
