"""A line edit that masks what it holds, until the agent asks for it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from quickdesk.ui.qt_text import displayable


class MaskedEdit(QLineEdit):
    """Holds a value; while it is masked the mask is shown, and only an empty box can be typed into."""

    def __init__(self, mask: Callable[[str], str] | None = None) -> None:
        """``mask`` returns a text with its secret part replaced; None for what is never masked."""
        super().__init__()
        self._mask = mask
        self._value: str | None = None
        """The value while its mask is shown."""

    @property
    def value(self) -> str:
        """The whole value, as it is typed or stored."""
        return (self.text() if self._value is None else self._value).strip()

    @property
    def is_masked(self) -> bool:
        """Whether a mask is shown."""
        return self._value is not None

    def set_value(self, value: str, *, is_masked: bool) -> None:
        """Show a value, masked or not."""
        self._value = None
        self.setReadOnly(False)
        if self.text() != value:
            self.setText(displayable(value))
        self.setCursorPosition(0)
        if is_masked:
            self.set_masked(is_masked=True)

    def set_masked(self, *, is_masked: bool) -> None:
        """Mask the value, or show it."""
        if self._mask is None or is_masked == self.is_masked:
            return
        value = self.value
        if is_masked and value:
            self.setText(self._mask(value))
            self.setReadOnly(True)
            self._value = value
        elif not is_masked:
            self._value = None
            self.setReadOnly(False)
            self.setText(value)
