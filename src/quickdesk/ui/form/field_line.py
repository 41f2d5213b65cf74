"""A line edit for a value; during a composition all keys go to the input method."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_KEYS_OF_THE_FORM = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab})


class FieldLine(QLineEdit):
    """Selects its whole text when it gets the focus, so that typing replaces it."""

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
        """Track the composition."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep keys that the input method may need from the form."""
        if self.is_composing and event.key() in _KEYS_OF_THE_FORM:
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, unless the mouse set the cursor or the window was only activated again."""
        super().focusInEvent(event)
        keeps = (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        )
        if event.reason() not in keeps:
            self.selectAll()
        self.entered.emit()
