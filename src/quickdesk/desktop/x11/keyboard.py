"""Translates hotkeys to keycodes and modifier bits of an X keyboard; needs no connection to a server.

X reports a key as a keycode (a position on the keyboard) and a state (eight modifier bits); two tables of
the server, which change with the layout, give the characters of a key and the meaning of a bit.
Sources: X11 protocol, sections 5 (keyboards) and 12 (keyboard encoding); keysym numbers: keysymdef.h.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from quickdesk.desktop.ports.hotkeys import HotkeyNotOnLayoutError
from quickdesk.settings.hotkey import Hotkey

_SHIFT, _LOCK, _CONTROL = 1, 2, 4
_MODIFIER_BITS = 0xFF

_NAMED = {
    "space": 0x20,
    "backspace": 0xFF08,
    "tab": 0xFF09,
    "enter": 0xFF0D,
    "pause": 0xFF13,
    "esc": 0xFF1B,
    "home": 0xFF50,
    "left": 0xFF51,
    "up": 0xFF52,
    "right": 0xFF53,
    "down": 0xFF54,
    "pageup": 0xFF55,
    "pagedown": 0xFF56,
    "end": 0xFF57,
    "print": 0xFF61,
    "insert": 0xFF63,
    "menu": 0xFF67,
    "delete": 0xFFFF,
} | {f"f{number}": 0xFFBD + number for number in range(1, 25)}
_ALT = (0xFFE9, 0xFFEA, 0xFFE7, 0xFFE8)  # Alt_L, Alt_R, else Meta_L, Meta_R
_SUPER = (0xFFEB, 0xFFEC, 0xFFED, 0xFFEE)  # Super_L, Super_R, else Hyper_L, Hyper_R
_NUM_LOCK, _SCROLL_LOCK, _LEVEL3_SHIFT = 0xFF7F, 0xFF14, 0xFE03


class Combo(NamedTuple):
    """A key with the modifiers that must be down, without lock keys."""

    keycode: int
    modifiers: int


class _Position(NamedTuple):
    """The position of a keysym; the easiest to reach sorts first."""

    level: int
    group: int
    keycode: int


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The two tables of the server.

    ``rows`` are the keysyms of each keycode, starting at ``first``; ``modifiers`` the keycodes of each bit.
    """

    first: int
    rows: Sequence[Sequence[int]]
    modifiers: Sequence[Sequence[int]]

    def combos(self, hotkey: Hotkey) -> frozenset[Combo]:
        """Return the key combinations to grab for a hotkey; raises HotkeyNotOnLayoutError.

        A character that needs Shift or AltGr on this layout (a digit on AZERTY, ``[`` on QWERTZ) is
        grabbed with and without it: people mean the key, programs record the character.
        """
        position = self._position(hotkey)
        held = self._mask(hotkey)
        needed = (_SHIFT if position.level & 1 else 0) | (
            self._bit(_LEVEL3_SHIFT) if position.level & 2 else 0
        )
        return frozenset({Combo(position.keycode, held), Combo(position.keycode, held | needed)})

    def lock_masks(self) -> tuple[int, ...]:
        """Return all states of the lock keys: none, CapsLock, NumLock, both and so on."""
        # A lock key that shares its bit with another modifier cannot be distinguished from it.
        used = _SHIFT | _CONTROL | self._bit(*_ALT) | self._bit(*_SUPER)
        bits = {_LOCK, self._bit(_NUM_LOCK) & ~used, self._bit(_SCROLL_LOCK) & ~used} - {0}
        return tuple(
            sorted(sum(chosen) for size in range(len(bits) + 1) for chosen in combinations(bits, size))
        )

    def without_locks(self, state: int) -> int:
        """Return the modifiers in the state of an event, without the lock keys."""
        return state & _MODIFIER_BITS & ~self.lock_masks()[-1]

    def _position(self, hotkey: Hotkey) -> _Position:
        keysym = _NAMED.get(hotkey.key) or ord(hotkey.key)
        positions = sorted(self._positions(keysym))
        if not positions:
            raise HotkeyNotOnLayoutError(hotkey, f"no key {hotkey.key}")
        return positions[0]

    def _positions(self, keysym: int) -> Iterator[_Position]:
        for keycode, row in enumerate(self.rows, self.first):
            for column, there in enumerate(row):
                if there == keysym:
                    # Columns: group 1 plain, Shift; group 2 plain, Shift; then both with AltGr.
                    level = column % 2 + (2 if column >= 4 else 0)
                    yield _Position(level, column // 2 % 2, keycode)

    def _mask(self, hotkey: Hotkey) -> int:
        bits = {"ctrl": _CONTROL, "shift": _SHIFT, "alt": self._bit(*_ALT), "super": self._bit(*_SUPER)}
        mask = 0
        for name in hotkey.modifiers:
            if not bits[name]:
                raise HotkeyNotOnLayoutError(hotkey, f"no modifier {name}")
            mask |= bits[name]
        return mask

    def _bit(self, *keysyms: int) -> int:
        """Return the bit of the first of these keysyms that is a modifier, 0 if none is."""
        for keysym in keysyms:
            for number, keycodes in enumerate(self.modifiers):
                if any(keysym in self._row(keycode) for keycode in keycodes if keycode):
                    return 1 << number
        return 0

    def _row(self, keycode: int) -> Sequence[int]:
        index = keycode - self.first
        return self.rows[index] if 0 <= index < len(self.rows) else ()
