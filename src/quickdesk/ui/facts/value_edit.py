"""The box for the value of a fact, which may have several lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

from quickdesk.ui.controls import GrowingEdit

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEEPING_REASONS = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


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
        if event.reason() not in _KEEPING_REASONS:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Select nothing any more, unless the focus comes back here."""
        super().focusOutEvent(event)
        if event.reason() not in _KEEPING_REASONS[1:]:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Emit ``resized``."""
        super().resizeEvent(event)
        self.resized.emit()
