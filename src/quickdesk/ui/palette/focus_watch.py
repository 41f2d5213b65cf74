"""Requests the focus for a window that opens over another program, and reports when it has lost it."""

import warnings

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

_AWAY_MS = 120
"""How long another window must have the focus: window managers take it away briefly while a global hotkey is
pressed, and that press may close the window itself."""


class FocusWatch(QObject):
    """Watches one top-level window. ``lost`` is not emitted while a dialog or menu of ours has the focus."""

    lost = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._away = QTimer(self, singleShot=True, interval=_AWAY_MS)
        self._away.timeout.connect(self._on_away)
        window.installEventFilter(self)

    def take(self) -> None:
        """Request the focus from the window system; the window must be visible."""
        window, handle = self._window, self._window.windowHandle()
        window.activateWindow()
        handle.requestActivate()
        if QGuiApplication.focusWindow() is handle and not window.isActiveWindow():
            # Shown again within the 0.1 s that Qt waits on X11 before it processes the loss of focus: the
            # window has the focus, but the widgets will get no event.
            # The call is deprecated, but Qt has no other for a window that is active already.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                QApplication.setActiveWindow(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the activation of the visible window."""
        if watched is self._window:
            if event.type() == QEvent.Type.Hide:
                self._away.stop()
            elif event.type() == QEvent.Type.ActivationChange and self._window.isVisible():
                self._away.stop() if self._window.isActiveWindow() else self._away.start()
        return super().eventFilter(watched, event)

    def _on_away(self) -> None:
        own = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if own is None and not self._window.isActiveWindow():
            self.lost.emit()
