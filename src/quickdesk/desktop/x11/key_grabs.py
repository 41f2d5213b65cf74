"""The keys held on one X connection: asks the server for them and gives them back.

Only the thread that owns the connection may call this. It knows keycodes and modifier bits, no names.
"""

import logging
from collections.abc import Iterable

from Xlib import X, error
from Xlib.display import Display

from quickdesk.desktop.x11.keyboard import Combo, Keyboard

_log = logging.getLogger(__name__)


def read_keyboard(display: Display) -> Keyboard:
    """Ask the server for the layout as it is now (two round trips)."""
    first, last = display.display.info.min_keycode, display.display.info.max_keycode
    rows = display.get_keyboard_mapping(first, last - first + 1)
    modifiers = display.get_modifier_mapping()
    return Keyboard(first, tuple(tuple(row) for row in rows), tuple(tuple(row) for row in modifiers))


class X11Grabs:
    """Grabs keys on every screen of a display; what is held ends with the connection at the latest."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._roots = [display.screen(number).root for number in range(display.screen_count())]
        display.set_error_handler(self._on_error)

    def grab(self, keys: Iterable[Combo]) -> bool:
        """Hold these keys, exactly with these modifiers; False where another program has one of them.

        Then none of them is held.
        """
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
        """Hold these keys no longer; those that are not held by us are passed over."""
        for key in keys:
            for root in self._roots:
                root.ungrab_key(key.keycode, key.modifiers)
        self._display.sync()

    @staticmethod
    def _on_error(problem: error.XError, _request: object) -> None:
        # The library would print it. It belongs to no request that anybody waits for.
        _log.warning("the X server refused a request: error code %d", problem.code)
