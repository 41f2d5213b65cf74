"""The fake for other tests passes the contract of the real backends."""

from collections.abc import Callable, Iterator

import pytest

from quickdesk.desktop.ports.hotkeys import HotkeyNotOnLayoutError, HotkeyTakenError
from quickdesk.settings.hotkey import Hotkey
from tests.contracts.hotkeys import PALETTE, HotkeysContract
from tests.fakes.hotkeys import FakeHotkeys


class TestFakeHotkeys(HotkeysContract):
    @pytest.fixture
    def hotkeys(self, qapp: object) -> Iterator[FakeHotkeys]:
        hotkeys = FakeHotkeys()
        yield hotkeys
        hotkeys.close()

    @pytest.fixture
    def press(self, hotkeys: FakeHotkeys) -> Callable[[Hotkey], None]:
        return lambda hotkey: (hotkeys.press(str(hotkey)), None)[1]

    def test_keys_of_others_and_missing_keys_are_refused(self, hotkeys: FakeHotkeys) -> None:
        hotkeys.taken.add(str(PALETTE))
        with pytest.raises(HotkeyTakenError) as refusal:
            hotkeys.register("palette", PALETTE)
        assert refusal.value.holder == ""
        hotkeys.absent.add("ctrl+alt+n")
        with pytest.raises(HotkeyNotOnLayoutError):
            hotkeys.register("note", Hotkey.parse("ctrl+alt+n"))

    def test_a_change_of_layout_loses_and_returns_a_key(self, hotkeys: FakeHotkeys) -> None:
        reported: list[object] = []
        hotkeys.lost.connect(lambda name, reason: reported.append((name, type(reason))))
        hotkeys.regained.connect(reported.append)
        hotkeys.register("palette", PALETTE)
        hotkeys.absent.add(str(PALETTE))
        hotkeys.apply_changes()
        hotkeys.apply_changes()
        hotkeys.absent.clear()
        hotkeys.apply_changes()
        assert reported == [("palette", HotkeyNotOnLayoutError), "palette"]
