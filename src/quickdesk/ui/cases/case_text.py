"""A box of the form of a case, which leaves Enter to the form."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from quickdesk.ui.controls import GrowingEdit
from quickdesk.ui.qt_text import displayable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaseText(GrowingEdit):
    """Text of some lines; Shift+Enter begins one."""

    def __init__(self) -> None:
        super().__init__()
        self._is_composing = False

    @property
    def value(self) -> str:
        """The text."""
        return self.toPlainText()

    def set_value(self, text: str) -> None:
        """Replace the text."""
        self.setPlainText(displayable(text))
        self.moveCursor(QTextCursor.MoveOperation.End)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Track the composition, to which Enter and Esc belong."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and the shortcuts of the form to it."""
        is_enter = event.key() in _ENTER
        if self._is_composing and (is_enter or event.key() == Qt.Key.Key_Escape):
            event.accept()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")  # Qt would insert a line separator
        elif is_enter or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
