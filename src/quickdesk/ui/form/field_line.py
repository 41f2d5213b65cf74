"""One line to type a value in; while an input method composes, every key belongs to the input method."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_KEYS_OF_THE_FORM = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab})


class FieldLine(QLineEdit):
    """A line whose whole text is selected when the focus arrives, so that typing replaces it."""

    value_changed = Signal()
    entered = Signal()

    def __init__(self, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(value, parent)
        self._preedit = ""
        self.textChanged.connect(self.value_changed)

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not committed yet."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take note of the composition."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep from the form what the input method may need."""
        if self.is_composing and event.key() in _KEYS_OF_THE_FORM:
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, except when the mouse chose a place or the window only came back to the front."""
        super().focusInEvent(event)
        keeps = (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        )
        if event.reason() not in keeps:
            self.selectAll()
        self.entered.emit()
