"""The hotkey of the palette: registered, lost, regained and changed, and its notice is true."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.desktop.hotkeys.choose_hotkeys import NoHotkeys
from quickdesk.desktop.ports.hotkeys import HotkeyUnsupportedError, UnsupportedReason
from quickdesk.settings.hotkey import Hotkey, HotkeyError
from quickdesk.ui.notice import Tone
from tests.app.rig import HOTKEY, Rig
from tests.fakes.hotkeys import FakeHotkeys


def ticks(hotkey: HotkeyFeature) -> bool:
    return any(timer.isActive() for timer in hotkey.findChildren(QTimer))


def test_a_press_is_signalled(qapp: object) -> None:
    hotkeys = FakeHotkeys()
    hotkey = HotkeyFeature(hotkeys, HOTKEY)
    pressed: list[int] = []
    hotkey.pressed.connect(lambda: pressed.append(1))
    hotkey.start()
    assert hotkeys.press(HOTKEY)
    hotkeys.pressed.emit("another")
    assert pressed == [1]
    assert hotkey.works
    assert hotkey.notice().tone is Tone.DONE


def test_a_taken_hotkey_is_said_and_another_can_be_chosen(qapp: object) -> None:
    hotkeys = FakeHotkeys()
    hotkeys.taken.add(HOTKEY)
    hotkey = HotkeyFeature(hotkeys, HOTKEY)
    hotkey.start()
    assert not hotkey.works
    assert "already used by another program" in hotkey.notice().headline
    assert hotkey.change("ctrl+alt+n").tone is Tone.DONE
    assert hotkey.works
    assert str(hotkey.hotkey) == "ctrl+alt+n"


def test_a_refused_change_keeps_the_old_one(qapp: object) -> None:
    hotkeys = FakeHotkeys()
    hotkeys.absent.add("ctrl+alt+n")
    hotkey = HotkeyFeature(hotkeys, HOTKEY)
    hotkey.start()
    assert "not on this keyboard layout" in hotkey.change("ctrl+alt+n").headline
    assert hotkey.works
    assert hotkeys.press(HOTKEY)
    with pytest.raises(HotkeyError):
        hotkey.change("ctrl")


def test_it_is_lost_and_regained_with_the_layout(qapp: object) -> None:
    hotkeys = FakeHotkeys()
    hotkey = HotkeyFeature(hotkeys, HOTKEY)
    emitted: list[bool] = []
    hotkey.changed.connect(lambda: emitted.append(hotkey.works))
    hotkey.start()
    hotkeys.absent.add(HOTKEY)
    hotkeys.apply_changes()
    hotkeys.absent.clear()
    hotkeys.apply_changes()
    assert emitted == [True, False, True]


def test_where_no_hotkey_works_the_way_out_is_named(qapp: object) -> None:
    hotkey = HotkeyFeature(NoHotkeys(), HOTKEY)
    hotkey.start()
    assert "quickdesk toggle" in hotkey.notice().text


def test_a_stored_hotkey_that_is_none_gives_way_to_the_default(qapp: object) -> None:
    assert str(HotkeyFeature(FakeHotkeys(), "ctrl+").hotkey) == HOTKEY


def test_a_hotkey_that_becomes_free_is_taken_by_itself(qtbot: QtBot, quick_retry: None) -> None:
    hotkeys = FakeHotkeys()
    hotkeys.taken.add(HOTKEY)
    hotkey = HotkeyFeature(hotkeys, HOTKEY)
    states: list[str] = []
    hotkey.changed.connect(lambda: states.append(hotkey.problem))
    hotkey.start()
    with qtbot.waitSignal(hotkey.came_back):
        hotkeys.taken.clear()
    assert hotkeys.press(HOTKEY)
    assert states == ["taken", ""]
    hotkey.close()


def test_a_reason_that_changes_is_said(qapp: object) -> None:
    hotkeys = FakeHotkeys()
    hotkeys.taken.add(HOTKEY)
    hotkey = HotkeyFeature(hotkeys, HOTKEY)
    states: list[str] = []
    hotkey.changed.connect(lambda: states.append(hotkey.problem))
    hotkey.start()
    hotkey.check()
    hotkeys.absent.add(HOTKEY)
    hotkey.check()
    hotkey.check()
    assert states == ["taken", "not-on-layout"]


@pytest.mark.parametrize("taken", [True, False])
def test_the_clock_ticks_only_while_a_hotkey_is_refused(qapp: object, taken: bool) -> None:
    hotkeys = FakeHotkeys()
    if taken:
        hotkeys.taken.add(HOTKEY)
    hotkey = HotkeyFeature(hotkeys, HOTKEY)
    hotkey.start()
    assert ticks(hotkey) is taken
    hotkey.change("ctrl+alt+n")
    assert not ticks(hotkey)


def test_a_system_without_hotkeys_is_not_asked_again(qapp: object) -> None:
    hotkey = HotkeyFeature(NoHotkeys(), HOTKEY)
    hotkey.start()
    assert not ticks(hotkey)


def test_the_agent_is_told_when_it_works_again(rig: Rig) -> None:
    rig.hotkeys.taken.add(HOTKEY)
    rig.hotkeys.apply_changes()
    assert "already used by another program" in rig.notification()
    rig.hotkeys.taken.clear()
    rig.feature(HotkeyFeature).check()
    assert "Ctrl+Alt+Space works now" in rig.notification()


def test_a_pause_says_nothing_of_a_hotkey_that_became_free(rig: Rig) -> None:
    rig.hotkeys.taken.add(HOTKEY)
    rig.hotkeys.apply_changes()
    rig.pause.pause(None)
    rig.hotkeys.taken.clear()
    rig.feature(HotkeyFeature).check()
    assert "works now" not in rig.notification()


def test_nothing_is_shown_on_a_display_that_is_gone(rig: Rig) -> None:
    gone = HotkeyUnsupportedError(Hotkey.parse(HOTKEY), UnsupportedReason.DISPLAY_LOST)
    shown: list[str] = []
    hotkey = rig.feature(HotkeyFeature)
    hotkey.changed.connect(lambda: shown.append(hotkey.problem))
    rig.hotkeys.lost.emit("palette", gone)
    assert shown == []
    assert hotkey.problem == "display-lost"


@pytest.fixture
def quick_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quickdesk.app.features.hotkey.RETRY_MS", 20)
