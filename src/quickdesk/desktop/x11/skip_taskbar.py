"""Keeps a window out of task bars and pagers (EWMH, _NET_WM_STATE); Qt has no window flag for that on X11.

The hints must be set before the window is shown, and window managers remove them whenever it is hidden.
They do not affect the focus.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from Xlib import X, Xatom, display, error

from quickdesk.desktop.x11.connection import X11UnavailableError, connect

_HINTS = ("_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER")


class SkipTaskbar:
    """Sets the hints over its own connection; does nothing without an X server."""

    def __init__(self, display_name: str | None = None) -> None:
        self._link: display.Display | None = None
        try:
            self._link = connect(display_name)
        except X11UnavailableError:
            return

    def __call__(self, number: int) -> None:
        """Add the hints to the state of the window with this id, which must be hidden."""
        if self._link is None:
            return
        try:
            self._add(self._link, number)
        except error.XError:
            return  # the window no longer exists
        except (error.ConnectionClosedError, OSError):
            self._link = None

    def _add(self, link: display.Display, number: int) -> None:
        state = link.intern_atom("_NET_WM_STATE")
        window = link.create_resource_object("window", number)
        found = window.get_full_property(state, Xatom.ATOM)
        atoms = list(found.value) if found is not None else []
        atoms += [atom for atom in map(link.intern_atom, _HINTS) if atom not in atoms]
        window.change_property(state, Xatom.ATOM, 32, atoms, X.PropModeReplace)
        link.sync()  # before the toolkit shows the window over its own connection


class SkipTaskbarFilter(QObject):
    """Sets the hint each time before the window is shown; a child of the window."""

    def __init__(self, window: QWindow, hint: Callable[[int], None]) -> None:
        """``hint`` is called with the id of the hidden window."""
        super().__init__(window)
        self._hint = hint
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set the hint on Show, which Qt sends before it maps the window."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWindow):
            self._hint(int(watched.winId()))
        return super().eventFilter(watched, event)
