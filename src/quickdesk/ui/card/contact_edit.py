"""Whether a customer is not to be contacted, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import displayable
from quickdesk.ui.settings.tick_box import TickBox
from quickdesk.ui.theme import Theme


class ContactEdit(QWidget):
    """A box to tick, and the reason beside it."""

    changed = Signal()
    """The box was ticked or not any more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tick, self._reason = TickBox(theme), QLineEdit()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._tick)
        self._row.addWidget(self._reason, 1)
        self._tick.clicked.connect(self._on_clicked)
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def value(self) -> tuple[bool, str]:
        """Whether the box is ticked, and the reason."""
        is_off = self._tick.isChecked()
        return is_off, self._reason.text().strip() if is_off else ""

    @property
    def tick(self) -> QWidget:
        """The box to tick."""
        return self._tick

    def set_value(self, value: tuple[bool, str]) -> None:
        """Show a value."""
        is_off, reason = value
        self._tick.setChecked(is_off)
        self._reason.setText(displayable(reason))
        self._reason.setVisible(is_off)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._tick.set_theme(theme)
        self._row.setSpacing(theme.space(2))

    def _on_clicked(self) -> None:
        self._reason.setVisible(self._tick.isChecked())
        if self._tick.isChecked():
            self._reason.setFocus()
        self.changed.emit()

    def _translate(self) -> None:
        self._tick.setText(self.tr("Do not contact"))
        self._reason.setPlaceholderText(self.tr("Reason"))
        self._reason.setAccessibleName(self.tr("Reason not to contact the customer"))
