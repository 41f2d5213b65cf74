"""Grabs and releases keys on one X connection.

Only the thread that owns the connection may use it. Keys are keycodes with modifier bits.
"""

import logging
from collections.abc import Iterable

from Xlib import X, error
from Xlib.display import Display

from quickdesk.desktop.x11.keyboard import Combo, Keyboard

_log = logging.getLogger(__name__)


def read_keyboard(display: Display) -> Keyboard:
    """Return the current keyboard layout of the server; needs two round trips."""
    first, last = display.display.info.min_keycode, display.display.info.max_keycode
    rows = display.get_keyboard_mapping(first, last - first + 1)
    modifiers = display.get_modifier_mapping()
    return Keyboard(first, tuple(tuple(row) for row in rows), tuple(tuple(row) for row in modifiers))


class X11Grabs:
    """Grabs keys on every screen of a display; closing the connection releases them."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._roots = [display.screen(number).root for number in range(display.screen_count())]
        display.set_error_handler(self._on_error)

    def grab(self, keys: Iterable[Combo]) -> bool:
        """Grab keys with exactly these modifiers; grab none and return False if another program has one."""
        wanted = list(keys)
        denied = error.CatchError(error.BadAccess)
        for key in wanted:
            for root in self._roots:
                root.grab_key(
                    key.keycode, key.modifiers, False, X.GrabModeAsync, X.GrabModeAsync, onerror=denied
                )
        self._display.sync()
        if denied.get_error() is None:
            return True
        self.release(wanted)
        return False

    def release(self, keys: Iterable[Combo]) -> None:
        """Release keys; those that are not grabbed are ignored."""
        for key in keys:
            for root in self._roots:
                root.ungrab_key(key.keycode, key.modifiers)
        self._display.sync()

    @staticmethod
    def _on_error(problem: error.XError, _request: object) -> None:
        # The library would print it. It belongs to a request without a reply.
        _log.warning("the X server refused a request: error code %d", problem.code)
