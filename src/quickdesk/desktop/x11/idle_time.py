"""How long nothing was typed or moved anywhere on an X display (MIT-SCREEN-SAVER)."""

from contextlib import suppress

from Xlib import display, error

from quickdesk.desktop.x11.connection import X11UnavailableError, connect

_GONE = (error.XError, error.ConnectionClosedError, OSError, AttributeError)
"""AttributeError: the server does not have the extension, so the method is missing."""


class X11IdleTime:
    """Asks over a connection of its own, which is opened by the first question."""

    def __init__(self) -> None:
        self._display: display.Display | None = None

    def seconds(self) -> float | None:
        """Return the seconds since the last key or movement, None if the display does not say."""
        try:
            if self._display is None:
                self._display = connect()
            info = self._display.screen().root.screensaver_query_info()
        except X11UnavailableError:
            return None
        except _GONE:
            self.close()
            return None
        return float(info.idle) / 1000

    def close(self) -> None:
        """Close the connection."""
        if self._display is not None:
            with suppress(*_GONE):
                self._display.close()
            self._display = None
