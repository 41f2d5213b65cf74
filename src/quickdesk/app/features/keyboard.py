"""While another program holds the keyboard, no window of ours shows a caret, and a notice says so.

An open menu of another program gets all keys, also while a window of ours has the focus, and letters run its
commands. The caret comes back when the keyboard is free.
"""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from quickdesk.app.feature import Feature
from quickdesk.app.features.notifications import Notifications
from quickdesk.desktop.ports.target import TargetWindows
from quickdesk.ui import notices
from quickdesk.ui.notice import Notice

_LOOK_MS = 20
_TELL_AFTER_MS = 300
"""How long the keyboard may be held without a word: a window manager does while its own hotkey is down."""


class KeyboardFeature(Feature):
    """Watches the keyboard while a window of ours has the focus and another program the keys."""

    def __init__(self, app: QApplication, windows: TargetWindows, notifications: Notifications) -> None:
        super().__init__()
        self._windows, self._notifications = windows, notifications
        self._waiting: QWidget | None = None
        """The widget that gets its caret back."""
        self._since = QElapsedTimer()
        self._told: Notice | None = None
        """The notice about it."""
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        app.focusWindowChanged.connect(self._on_focus, Qt.ConnectionType.QueuedConnection)

    @property
    def is_held(self) -> bool:
        """Whether another program holds the keyboard."""
        return QApplication.activePopupWidget() is None and self._windows.keyboard_is_held()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the caret back for a key that arrives: the keyboard became free just now."""
        if event.type() == QEvent.Type.KeyPress:
            self._give_caret_back()
        return super().eventFilter(watched, event)

    def close(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._waiting = None

    def _on_focus(self) -> None:
        if self._timer.isActive() or QApplication.activeWindow() is None:
            return
        self._since.start()
        self._timer.start()
        self._look()

    def _look(self) -> None:
        if QApplication.activeWindow() is None:
            self._timer.stop()
            self._withdraw()
        elif self.is_held:
            self._take_caret()
            if self._told is None and self._since.elapsed() >= _TELL_AFTER_MS:
                self._told = notices.keyboard_held()
                self._notifications.show(self._told)
        else:
            self._timer.stop()
            self._give_caret_back()
            self._withdraw()

    def _withdraw(self) -> None:
        if self._told is not None:
            self._notifications.withdraw(self._told)
            self._told = None

    def _take_caret(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:  # also one that took the focus meanwhile
            self._waiting = focused
            focused.clearFocus()
            if (handle := focused.window().windowHandle()) is not None:
                handle.installEventFilter(self)

    def _give_caret_back(self) -> None:
        waiting = self._waiting
        if waiting is None:
            return
        if not isValid(waiting):  # its window was closed
            self._waiting = None
        elif waiting.isActiveWindow():
            self._waiting = None
            if (handle := waiting.window().windowHandle()) is not None:
                handle.removeEventFilter(self)
            if QApplication.focusWidget() is None:
                waiting.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
