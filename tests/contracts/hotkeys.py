"""The contract of ``Hotkeys``; a test file subclasses it and provides ``hotkeys`` and ``press``.

``press`` presses the keys of a hotkey once, the way the backend hears them.
"""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.desktop.ports.hotkeys import (
    Hotkeys,
    HotkeyTakenError,
    HotkeyUnsupportedError,
    UnsupportedReason,
)
from quickdesk.settings.hotkey import Hotkey

PALETTE = Hotkey.parse("ctrl+alt+space")
NOTE = Hotkey.parse("ctrl+alt+n")

Press = Callable[[Hotkey], None]


class HotkeysContract:
    def test_a_press_is_reported_once_with_its_name(
        self, qtbot: QtBot, hotkeys: Hotkeys, press: Press
    ) -> None:
        names = _heard(hotkeys)
        hotkeys.register("palette", PALETTE)
        for count in (1, 2, 3):
            press(PALETTE)
            qtbot.waitUntil(lambda expected=count: len(names) >= expected)
        assert names == ["palette"] * 3

    def test_two_hotkeys_are_distinguished(self, qtbot: QtBot, hotkeys: Hotkeys, press: Press) -> None:
        names = _heard(hotkeys)
        hotkeys.register("palette", PALETTE)
        hotkeys.register("note", NOTE)
        press(NOTE)
        press(PALETTE)
        qtbot.waitUntil(lambda: len(names) >= 2)
        assert names == ["note", "palette"]

    def test_a_conflict_with_our_own_hotkey_reports_its_name(self, hotkeys: Hotkeys) -> None:
        hotkeys.register("palette", PALETTE)
        with pytest.raises(HotkeyTakenError) as refusal:
            hotkeys.register("note", PALETTE)
        assert refusal.value.holder == "palette"
        assert refusal.value.hotkey == PALETTE

    def test_a_refused_change_keeps_the_old_hotkey(
        self, qtbot: QtBot, hotkeys: Hotkeys, press: Press
    ) -> None:
        names = _heard(hotkeys)
        hotkeys.register("palette", PALETTE)
        hotkeys.register("note", NOTE)
        with pytest.raises(HotkeyTakenError):
            hotkeys.register("note", PALETTE)
        press(NOTE)
        qtbot.waitUntil(lambda: bool(names))
        assert names == ["note"]

    def test_a_change_releases_the_old_keys(self, qtbot: QtBot, hotkeys: Hotkeys, press: Press) -> None:
        names = _heard(hotkeys)
        hotkeys.register("palette", PALETTE)
        hotkeys.register("palette", NOTE)
        press(PALETTE)
        press(NOTE)
        qtbot.waitUntil(lambda: bool(names))
        assert names == ["palette"]
        hotkeys.register("other", PALETTE)

    def test_the_same_hotkey_again_is_no_conflict(self, qtbot: QtBot, hotkeys: Hotkeys, press: Press) -> None:
        names = _heard(hotkeys)
        hotkeys.register("palette", PALETTE)
        hotkeys.register("palette", PALETTE)
        press(PALETTE)
        qtbot.waitUntil(lambda: bool(names))
        assert names == ["palette"]

    def test_a_released_hotkey_is_not_reported_and_available(
        self, qtbot: QtBot, hotkeys: Hotkeys, press: Press
    ) -> None:
        names = _heard(hotkeys)
        hotkeys.register("palette", PALETTE)
        hotkeys.register("note", NOTE)
        hotkeys.unregister("palette")
        hotkeys.unregister("never there")
        press(PALETTE)
        press(NOTE)
        qtbot.waitUntil(lambda: bool(names))
        assert names == ["note"]

    def test_a_suspension_reports_nothing_and_resume_restores_all(
        self, qtbot: QtBot, hotkeys: Hotkeys, press: Press
    ) -> None:
        names = _heard(hotkeys)
        hotkeys.register("palette", PALETTE)
        hotkeys.suspend()
        hotkeys.register("note", NOTE)
        press(PALETTE)
        press(NOTE)
        hotkeys.resume()
        press(NOTE)
        press(PALETTE)
        qtbot.waitUntil(lambda: len(names) >= 2)
        assert names == ["note", "palette"]

    def test_after_close_every_hotkey_is_refused(self, hotkeys: Hotkeys) -> None:
        hotkeys.register("palette", PALETTE)
        hotkeys.close()
        hotkeys.close()
        hotkeys.unregister("palette")
        hotkeys.suspend()
        hotkeys.resume()
        with pytest.raises(HotkeyUnsupportedError) as refusal:
            hotkeys.register("palette", PALETTE)
        assert refusal.value.reason is UnsupportedReason.CLOSED


def _heard(hotkeys: Hotkeys) -> list[str]:
    names: list[str] = []
    hotkeys.pressed.connect(names.append)
    return names
