"""Keycodes of hotkeys and detection of auto-repeat, without a server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.desktop.ports.hotkeys import HotkeyNotOnLayoutError
from quickdesk.desktop.x11.hotkey_watch import KeyRepeat
from quickdesk.desktop.x11.keyboard import Combo, Keyboard
from quickdesk.settings.hotkey import Hotkey

SHIFT, LOCK, CTRL, MOD1, MOD2, MOD4, MOD5 = 1, 2, 4, 8, 16, 64, 128
ALT_L, SUPER_L, NUM_LOCK, SCROLL_LOCK, LEVEL3 = 0xFFE9, 0xFFEB, 0xFF7F, 0xFF14, 0xFE03
NO = 0


def keyboard(
    rows: dict[int, tuple[int, ...]], modifiers: dict[int, tuple[int, ...]] | None = None
) -> Keyboard:
    """A keyboard with Alt on Mod1 (64), NumLock on Mod2 (77), Super on Mod4 (133), AltGr on Mod5 (92)."""
    usual = {64: (ALT_L,), 77: (NUM_LOCK,), 133: (SUPER_L,), 92: (LEVEL3,), 78: (SCROLL_LOCK,)}
    there = usual | rows
    mapped = {3: (64,), 4: (77, 0), 6: (133,), 7: (92,)} | (modifiers or {})
    return Keyboard(
        8,
        tuple(there.get(code, ()) for code in range(8, 256)),
        tuple(mapped.get(bit, ()) for bit in range(8)),
    )


def combos(board: Keyboard, text: str) -> set[Combo]:
    return set(board.combos(Hotkey.parse(text)))


def test_a_plain_key() -> None:
    board = keyboard({65: (0x20,), 38: (ord("a"), ord("A"))})
    assert combos(board, "ctrl+alt+space") == {Combo(65, CTRL | MOD1)}
    assert combos(board, "super+shift+a") == {Combo(38, MOD4 | SHIFT)}


def test_a_character_with_shift_or_altgr_is_watched_with_and_without() -> None:
    board = keyboard({10: (ord("&"), ord("1")), 17: (ord("8"), ord("("), NO, NO, ord("["), NO)})
    assert combos(board, "ctrl+1") == {Combo(10, CTRL), Combo(10, CTRL | SHIFT)}
    assert combos(board, "ctrl+[") == {Combo(17, CTRL), Combo(17, CTRL | MOD5)}


def test_the_easiest_position_is_used() -> None:
    board = keyboard({20: (ord("x"), ord("1")), 30: (ord("1"), NO), 31: (ord("1"), NO)})
    assert combos(board, "ctrl+1") == {Combo(30, CTRL)}


def test_the_second_group_is_used_if_the_first_has_no_such_key() -> None:
    board = keyboard({38: (0x6C6, 0x6E6, ord("a"), ord("A"))})
    assert combos(board, "ctrl+alt+a") == {Combo(38, CTRL | MOD1)}


def test_missing_keys_and_modifiers_are_refused() -> None:
    with pytest.raises(HotkeyNotOnLayoutError):
        combos(keyboard({}), "ctrl+alt+q")
    without_super = keyboard({65: (0x20,)}, {6: ()})
    with pytest.raises(HotkeyNotOnLayoutError):
        combos(without_super, "ctrl+super+space")


def test_lock_keys_are_found_wherever_they_are() -> None:
    assert keyboard({}).lock_masks() == (0, LOCK, MOD2, LOCK | MOD2)
    with_scroll = keyboard({}, {5: (78,)})
    assert len(with_scroll.lock_masks()) == 8
    assert with_scroll.without_locks(CTRL | LOCK | MOD2 | 32 | 0x2000 | 0x100) == CTRL
    no_locks = keyboard({}, {4: ()})
    assert no_locks.lock_masks() == (0, LOCK)


def test_a_lock_key_that_shares_a_modifier_bit_is_not_masked() -> None:
    board = keyboard({65: (0x20,)}, {3: (64, 77), 4: ()})
    assert board.lock_masks() == (0, LOCK)
    assert combos(board, "ctrl+alt+space") == {Combo(65, CTRL | MOD1)}


@given(st.lists(st.integers(0, 4), max_size=30), st.integers(0, 2**32 - 1))
def test_every_hold_is_one_press_however_long(repeats: list[int], start: int) -> None:
    """Each hold repeats ``repeats`` times, as the server reports it: release and press at the same time."""
    repeat, now, fresh = KeyRepeat(), start, 0
    for count in repeats:
        fresh += repeat.is_new(65, 12, now)
        for _ in range(count):
            now = (now + 40) % 2**32
            repeat.released(65, 12, now)
            fresh += repeat.is_new(65, 12, now)
        now = (now + 30) % 2**32
        repeat.released(65, 12, now)
        now = (now + 30) % 2**32
    assert fresh == len(repeats)


def test_a_missing_release_is_tolerated() -> None:
    repeat = KeyRepeat()
    assert repeat.is_new(65, 12, 0)
    assert repeat.is_new(65, 12, 70)


def test_another_key_is_no_repeat() -> None:
    repeat = KeyRepeat()
    assert repeat.is_new(65, 12, 0)
    repeat.released(65, 12, 50)
    assert repeat.is_new(57, 12, 50)
    assert repeat.is_new(65, 12, 50)
