"""The head of a card: the label of the customer, whether all is saved, and the button for masked numbers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from quickdesk.customers.customer import Customer
from quickdesk.ui.controls import PushButton
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import TextSize, Theme, elided, plain_tip, set_look

_MOST: int = 120


class CardHead(QFrame):
    """Shows who the customer is; the button is named by what it does."""

    reveal_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._full, self._has_saved, self._is_masked, self._is_empty = "", False, True, True
        self._label, self._state, self._reveal = QLabel(), QLabel(), PushButton()
        set_look(self, "raised")
        set_look(self._label, "heading")
        set_look(self._state, "success")
        set_look(self._reveal, "quiet")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._reveal.clicked.connect(self.reveal_clicked)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._state)
        self._row.addWidget(self._reveal)
        follow_language(self, self._translate)
        self.set_theme(theme)

    def show_customer(self, customer: Customer, *, is_new: bool) -> None:
        """Show a customer; a new one has no label yet."""
        self._is_empty = False
        self._full = "" if is_new and customer.label == customer.id else inline_text(customer.label[:_MOST])
        self._translate()

    def show_nothing(self) -> None:
        """Show that no customer is chosen."""
        self._is_empty = True
        self._translate()

    def show_saved(self, *, is_saved: bool) -> None:
        """Say that what was typed is on the disk, or nothing."""
        self._has_saved = is_saved
        self._translate()

    def show_masked(self, *, is_masked: bool) -> None:
        """Name the button by what it does now."""
        self._is_masked = is_masked
        self._translate()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._row.setContentsMargins(theme.space(4), theme.space(2), theme.space(2), theme.space(2))
        self._row.setSpacing(theme.space(2))
        self._show_label()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the label where it has less room."""
        super().resizeEvent(event)
        self._row.activate()
        self._show_label()

    def _show_label(self) -> None:
        full = self.tr("No customer chosen") if self._is_empty else self._full or self.tr("New customer")
        font = self._theme.font(TextSize.HEADING, semibold=True)
        shown = elided(full, font, max(self._label.width(), 1)) if self.isVisible() else full
        self._label.setText(shown)
        self._label.setToolTip(plain_tip(full) if shown != full else "")
        self._label.setAccessibleName(full)

    def _translate(self) -> None:
        self._state.setText(self.tr("✓ Saved") if self._has_saved and not self._is_empty else "")
        self._reveal.setVisible(not self._is_empty)
        self._reveal.setText(self.tr("Show numbers") if self._is_masked else self.tr("Hide numbers"))
        self._reveal.setToolTip(self.tr("Phones, addresses and order numbers (Ctrl+H)"))
        self._show_label()
