"""Keeps a floating window of ours out of task bars and pagers; no toolkit flag says that on X11.

The hint (EWMH, _NET_WM_STATE) must stand on the window before it is shown, and window managers take it
away whenever the window is hidden. It changes nothing about who gets the focus.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

Hint = Callable[[int], None]
"""Puts the hint on the window with this number, which is hidden."""


def keep_off_taskbar(window: QWindow, display_name: str | None = None) -> None:
    """Do so from the next showing on; where the window system is not X11 nothing is needed."""
    if QGuiApplication.platformName() == "xcb":
        from quickdesk.desktop.x11.skip_taskbar import (
            SkipTaskbar,  # python-xlib is there on Linux only
        )

        SkipTaskbarFilter(window, SkipTaskbar(display_name))


class SkipTaskbarFilter(QObject):
    """Hints each time just before the window is shown; lives as long as the window."""

    def __init__(self, window: QWindow, hint: Hint) -> None:
        super().__init__(window)
        self._hint = hint
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hint; the toolkit says this before it asks the system to show the window."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWindow):
            self._hint(int(watched.winId()))
        return super().eventFilter(watched, event)
