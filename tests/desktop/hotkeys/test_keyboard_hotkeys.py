from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.desktop.hotkeys.keyboard_hotkeys import KeyboardHotkeys
from quickdesk.desktop.ports.hotkeys import HotkeyNotOnLayoutError, HotkeysUnavailableError
from quickdesk.settings.hotkey import Hotkey
from tests.contracts.hotkeys import PALETTE, HotkeysContract
from tests.fakes.keyboard_library import FakeKeyboardLibrary


@pytest.fixture
def library() -> FakeKeyboardLibrary:
    return FakeKeyboardLibrary()


@pytest.fixture
def hotkeys(qapp: object, library: FakeKeyboardLibrary) -> Iterator[KeyboardHotkeys]:
    hotkeys = KeyboardHotkeys(library, "win32")
    yield hotkeys
    hotkeys.close()


@pytest.fixture
def press(library: FakeKeyboardLibrary) -> Callable[[Hotkey], None]:
    return lambda hotkey: library.press(*hotkey.modifiers, hotkey.key)


class TestKeyboardHotkeys(HotkeysContract):
    def test_holding_and_what_came_before_a_lock_do_not_matter(
        self, qtbot: QtBot, hotkeys: KeyboardHotkeys, library: FakeKeyboardLibrary
    ) -> None:
        names: list[str] = []
        hotkeys.pressed.connect(names.append)
        hotkeys.register("palette", PALETTE)
        library.send("+windows")  # Win+L: the screen is locked, the release is never reported
        library.now += 60
        library.send("+ctrl", "+alt", *["+space"] * 20, "-space", "-alt", "-ctrl")
        library.press("ctrl", "alt", "space")
        qtbot.waitUntil(lambda: len(names) >= 2)
        assert names == ["palette", "palette"]

    def test_more_modifiers_are_another_hotkey(
        self, qtbot: QtBot, hotkeys: KeyboardHotkeys, library: FakeKeyboardLibrary
    ) -> None:
        names: list[str] = []
        hotkeys.pressed.connect(names.append)
        hotkeys.register("palette", PALETTE)
        hotkeys.register("note", Hotkey.parse("ctrl+pageup"))
        library.press("ctrl", "alt", "shift", "space")
        library.press("windows", "ctrl", "alt", "space")
        library.press("ctrl", "page up")
        qtbot.waitUntil(lambda: bool(names))
        assert names == ["note"]

    def test_a_key_the_layout_lacks_is_refused(self, hotkeys: KeyboardHotkeys) -> None:
        with pytest.raises(HotkeyNotOnLayoutError):
            hotkeys.register("palette", Hotkey.parse("ctrl+shift+f9"))

    def test_closing_removes_the_hook(self, hotkeys: KeyboardHotkeys, library: FakeKeyboardLibrary) -> None:
        hotkeys.close()
        assert library.callbacks == []


@pytest.mark.parametrize(
    "error",
    [
        ImportError("You must be root to use this library on linux."),
        AssertionError("fake_device"),
        FileNotFoundError("dumpkeys"),
    ],
)
def test_an_unsupported_system_is_reported_at_the_start(qapp: object, error: Exception) -> None:
    with pytest.raises(HotkeysUnavailableError) as raised:
        KeyboardHotkeys(FakeKeyboardLibrary(error), "win32")
    assert raised.value.__cause__ is error


def test_a_name_of_the_mac(qapp: object) -> None:
    with pytest.raises(HotkeysUnavailableError):  # this fake keyboard has no Command key
        KeyboardHotkeys(FakeKeyboardLibrary(), "darwin")
