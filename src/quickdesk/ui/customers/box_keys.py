"""The keys of a window with Ctrl or Alt in its text boxes, which would use some: Alt+1 types a digit."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class BoxKeys(QObject):
    """Watches the text box of a window that has the focus."""

    def __init__(
        self, window: QWidget, is_key: Callable[[QKeyEvent], bool], do_key: Callable[[QKeyEvent], bool]
    ) -> None:
        """``is_key`` returns whether an event is a key of the window, ``do_key`` does what it means."""
        super().__init__(window)
        self._window, self._is_key, self._do_key = window, is_key, do_key
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key of the window from a text box; what is typed there is undone first by the box."""
        is_press = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if is_press and isinstance(event, QKeyEvent) and self._is_ours(watched, event):
            if event.type() == QEvent.Type.KeyPress:
                self._do_key(event)
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, watched: QObject, event: QKeyEvent) -> bool:
        if not event.modifiers() & _COMMAND or not self._is_key(event):
            return False
        if event.key() != Qt.Key.Key_Z:
            return True
        if isinstance(watched, QLineEdit):
            return not watched.isUndoAvailable()
        return isinstance(watched, QPlainTextEdit) and not watched.document().isUndoAvailable()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit) and self._window.isAncestorOf(now):
            now.installEventFilter(self)
