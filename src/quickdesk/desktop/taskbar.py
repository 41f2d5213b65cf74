"""Keeps a floating window out of task bars and pagers; Qt has no window flag for that on X11.

The hint (EWMH, _NET_WM_STATE) must be set before the window is shown, and window managers remove it
whenever the window is hidden. It does not affect the focus.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

Hint = Callable[[int], None]
"""Sets the hint on the hidden window with this id."""


def keep_off_taskbar(window: QWindow, display_name: str | None = None) -> None:
    """Keep ``window`` out of task bars from the next time it is shown; does nothing except on X11."""
    if QGuiApplication.platformName() == "xcb":
        from quickdesk.desktop.x11.skip_taskbar import SkipTaskbar  # python-xlib is Linux only

        SkipTaskbarFilter(window, SkipTaskbar(display_name))


class SkipTaskbarFilter(QObject):
    """Sets the hint each time before the window is shown; a child of the window."""

    def __init__(self, window: QWindow, hint: Hint) -> None:
        super().__init__(window)
        self._hint = hint
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set the hint on Show, which Qt sends before it maps the window."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWindow):
            self._hint(int(watched.winId()))
        return super().eventFilter(watched, event)
