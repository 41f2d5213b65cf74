"""Where the window with the focus is on an X screen, over its own connection; no title is ever read."""

from PySide6.QtCore import QRect
from Xlib import X, error
from Xlib.display import Display

_BROKEN = (error.DisplayError, error.ConnectionClosedError, error.XauthError, error.XNoAuthError, OSError)


class X11FocusedWindow:
    """Answers with the place of the active window, or None; one call is four round trips."""

    def __init__(self, display_name: str | None = None) -> None:
        """Connect to ``display_name`` (None: ``$DISPLAY``); where that fails every answer is None."""
        self._display: Display | None = None
        try:
            self._display = Display(display_name)
        except _BROKEN:
            return

    def __call__(self) -> QRect | None:
        """Return the place of the active window without its frame, in device pixels of its screen."""
        if self._display is None:
            return None
        try:
            return _place_of_active_window(self._display)
        except error.XError:
            return None  # it closed while we asked
        except _BROKEN:
            self._display = None
            return None

    def close(self) -> None:
        """End the connection."""
        if self._display is not None:
            self._display.close()
            self._display = None


def _place_of_active_window(display: Display) -> QRect | None:
    root = display.screen().root
    active = root.get_full_property(display.intern_atom("_NET_ACTIVE_WINDOW"), X.AnyPropertyType)
    number = int(active.value[0]) if active is not None and len(active.value) else 0
    if not number:
        return None
    window = display.create_resource_object("window", number)
    size = window.get_geometry()
    corner = root.translate_coords(window, 0, 0)
    return QRect(corner.x, corner.y, size.width, size.height)
