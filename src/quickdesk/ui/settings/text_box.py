"""A line of text as the control of a setting."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from quickdesk.ui.qt_text import displayable
from quickdesk.ui.theme import Theme


class TextBox(QLineEdit):
    """Chosen when Enter is pressed or the focus leaves; instead of one that is not valid the last returns."""

    chosen = Signal(str)

    def __init__(self, is_valid: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_valid, self._value = is_valid, ""
        self.returnPressed.connect(self._choose)

    def set_value(self, value: object) -> None:
        """Show a value."""
        self._value = displayable(str(value))
        self.setText(self._value)

    def set_theme(self, theme: Theme) -> None:
        """Do nothing: the style sheet has everything."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose what was typed."""
        super().focusOutEvent(event)
        self._choose()

    def _choose(self) -> None:
        text = self.text().strip()
        if text == self._value:
            return
        if self._is_valid(text):
            self._value = text
            self.chosen.emit(text)
        else:
            self.setText(self._value)
