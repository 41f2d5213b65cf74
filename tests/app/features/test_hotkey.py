"""The hotkey of the palette: registered, lost, regained and changed, and its notice is true."""

import pytest

from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.desktop.hotkeys.choose_hotkeys import NoHotkeys
from quickdesk.settings.hotkey import HotkeyError
from quickdesk.ui.notice import Tone
from tests.app.rig import HOTKEY
from tests.fakes.hotkeys import FakeHotkeys


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
