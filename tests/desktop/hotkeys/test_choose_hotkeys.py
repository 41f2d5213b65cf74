from collections.abc import Callable

import pytest

from quickdesk.commands.machine_facts import Candidate, Choice, HotkeyWay, Obstacle
from quickdesk.desktop.hotkeys.choose_hotkeys import NoHotkeys, choose_hotkeys
from quickdesk.desktop.ports.hotkeys import (
    Hotkeys,
    HotkeysUnavailableError,
    HotkeyUnsupportedError,
    UnsupportedReason,
)
from quickdesk.settings.hotkey import Hotkey
from tests.fakes.hotkeys import FakeHotkeys

NONE = Candidate(HotkeyWay.NONE)


def fails() -> Hotkeys:
    raise HotkeysUnavailableError("no")


def test_the_first_working_backend_is_opened(qapp: object) -> None:
    choice = Choice((Candidate(HotkeyWay.X11, (Obstacle.WAYLAND,)), Candidate(HotkeyWay.KEYBOARD), NONE))
    fake = FakeHotkeys()
    chosen = choose_hotkeys(choice, {HotkeyWay.X11: fails, HotkeyWay.KEYBOARD: lambda: fake})
    assert chosen.hotkeys is fake
    assert chosen.choice == choice


def test_a_backend_that_does_not_open_is_recorded_and_the_next_is_tried(qapp: object) -> None:
    choice = Choice((Candidate(HotkeyWay.X11), Candidate(HotkeyWay.KEYBOARD), NONE))
    fake = FakeHotkeys()
    chosen = choose_hotkeys(choice, {HotkeyWay.X11: fails, HotkeyWay.KEYBOARD: lambda: fake})
    assert chosen.hotkeys is fake
    assert chosen.choice.rejected == (Candidate(HotkeyWay.X11, (Obstacle.DID_NOT_OPEN,)),)


@pytest.mark.parametrize("last", [(NONE,), (Candidate(HotkeyWay.COMPOSITOR), NONE)])
def test_the_last_resort_refuses_every_hotkey(qapp: object, last: tuple[Candidate, ...]) -> None:
    chosen = choose_hotkeys(Choice((Candidate(HotkeyWay.X11), *last)), {HotkeyWay.X11: fails})
    assert isinstance(chosen.hotkeys, NoHotkeys)
    assert chosen.choice.chosen == last[0]
    with pytest.raises(HotkeyUnsupportedError) as refusal:
        chosen.hotkeys.register("palette", Hotkey.parse("ctrl+alt+space"))
    assert refusal.value.reason is UnsupportedReason.NO_BACKEND
    calls: list[Callable[[], None]] = [chosen.hotkeys.suspend, chosen.hotkeys.resume, chosen.hotkeys.close]
    for call in calls:
        call()
    chosen.hotkeys.unregister("palette")
