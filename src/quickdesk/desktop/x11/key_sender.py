"""Presses keys through XTEST on the current keyboard layout.

The tables of the server are read for every paste (a millisecond), so a change of the layout is never missed.
"""

from collections.abc import Callable, Iterator

from Xlib import XK, X, display
from Xlib.ext import xtest

from quickdesk.desktop.ports.target import PasteKeys
from quickdesk.desktop.x11.connection import X11UnavailableError

_MODIFIER_KEYSYMS = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L", "super": "Super_L"}
_KEYSYMS = {"insert": "Insert"} | {f"f{number}": f"F{number}" for number in range(1, 13)}
_LOCKS = ("Num_Lock", "Caps_Lock", "Scroll_Lock", "Shift_Lock")
_LOCK_KEYSYMS = frozenset(map(XK.string_to_keysym, _LOCKS))


class KeySender:
    """The keyboard of one display; uses the connection of the caller."""

    def __init__(self, link: display.Display) -> None:
        """Raises X11UnavailableError if the server has no XTEST extension."""
        if not link.has_extension("XTEST"):
            raise X11UnavailableError("no XTEST extension")
        self._link = link

    def has(self, keys: PasteKeys) -> bool:
        """Return whether the layout has the key and all modifiers."""
        return all(self._codes(keys))

    def tap(self, keys: PasteKeys, condition: Callable[[], bool]) -> bool:
        """Press the modifiers, tap the key, release the modifiers; return False if ``condition`` does.

        The server is grabbed from the call of ``condition`` to the last key, so its result stays valid.
        """
        return self._press_keys(self._codes(keys), 1, condition)

    def tap_left(self, times: int, condition: Callable[[], bool]) -> bool:
        """Tap the Left key ``times`` times, like ``tap``; does nothing on a keyboard without one."""
        return self._press_keys([self._code(XK.string_to_keysym("Left"), self._rows())], times, condition)

    def modifiers_held(self) -> bool:
        """Return whether a modifier other than a lock key is active."""
        return bool(self._mask_down() & self._modifier_mask())

    def release(self, *, modifiers: bool) -> None:
        """Release the keys that are down: the modifiers, or all others.

        The Return key that accepted the reply may still be down, and would repeat in the chat box.
        """
        modifier_codes = {code for row in self._link.get_modifier_mapping() for code in row}
        for code in self._keys_down():
            if (code in modifier_codes) == modifiers:
                xtest.fake_input(self._link, X.KeyRelease, code)
        self._link.sync()

    def _press_keys(self, codes: list[int], times: int, condition: Callable[[], bool]) -> bool:
        mask = self._modifier_mask()
        self._link.grab_server()
        try:
            if self._mask_down() & mask or not condition():
                return False
            if all(codes):
                self._send(codes, times)
            return True
        finally:
            self._link.ungrab_server()
            self._link.sync()

    def _send(self, codes: list[int], times: int) -> None:
        *held, key = codes
        for code in held:
            xtest.fake_input(self._link, X.KeyPress, code)
        for _ in range(times):
            xtest.fake_input(self._link, X.KeyPress, key)
            xtest.fake_input(self._link, X.KeyRelease, key)
        for code in reversed(held):
            xtest.fake_input(self._link, X.KeyRelease, code)

    def _codes(self, keys: PasteKeys) -> list[int]:
        rows = self._rows()
        names = [*(_MODIFIER_KEYSYMS[name] for name in keys.modifiers), _KEYSYMS.get(keys.key, keys.key)]
        return [self._code(XK.string_to_keysym(name), rows) for name in names]

    def _rows(self) -> list[tuple[int, list[int]]]:
        info = self._link.display.info
        table = self._link.get_keyboard_mapping(info.min_keycode, info.max_keycode - info.min_keycode + 1)
        return list(enumerate(map(list, table), info.min_keycode))

    def _code(self, keysym: int, rows: list[tuple[int, list[int]]]) -> int:
        """Return the keycode of a keysym without Shift, in the first or second layout; 0 if there is none.

        Programs search a shortcut in the other layout too, if the current one has no such letter.
        """
        for column in (0, 2):
            for code, row in rows:
                if len(row) > column and row[column] == keysym:
                    return code
        return 0

    def _keys_down(self) -> Iterator[int]:
        for index, byte in enumerate(self._link.query_keymap()):
            yield from (index * 8 + bit for bit in range(8) if byte & (1 << bit))

    def _mask_down(self) -> int:
        return int(self._link.screen().root.query_pointer().mask)

    def _modifier_mask(self) -> int:
        keysyms = dict(self._rows())
        mask = X.ShiftMask | X.ControlMask
        for number, codes in enumerate(self._link.get_modifier_mapping()):
            is_lock = any(_LOCK_KEYSYMS & set(keysyms.get(code, ())) for code in codes if code)
            if number >= X.Mod1MapIndex and not is_lock:
                mask |= 1 << number
        return mask
