"""The box for the value of a fact, which may have several lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

from quickdesk.ui.controls import KEEPING_SELECTION, RETURNING, GrowingEdit

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AS_EDITED = str.maketrans({"\xa0": " ", "\u2028": "\n", "\u2029": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})


class ValueEdit(GrowingEdit):
    """Enter finishes, Shift+Enter breaks the line, Tab goes on; a value that is come to is selected."""

    entered = Signal()
    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the line."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER_KEYS and not held:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, unless the mouse set the cursor or the window was only activated again."""
        super().focusInEvent(event)
        if event.reason() not in KEEPING_SELECTION:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Select nothing any more, unless the focus comes back here."""
        super().focusOutEvent(event)
        if event.reason() not in RETURNING:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Emit ``resized``."""
        super().resizeEvent(event)
        self.resized.emit()


def as_edited(value: str) -> str:
    """Return what the box returns for a value: Qt's editor of several lines keeps not all characters."""
    return value.translate(_AS_EDITED).strip()
