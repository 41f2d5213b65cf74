"""The line of a form that says for which customer it is; hidden if there is none and never was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import TextSize, Theme, elided, set_look
from quickdesk.ui.tokens import Role

_MAX_NAME_WIDTH = 220
"""The maximum width of a customer's name, in design pixels; a longer one is elided."""


class CustomerHead(QWidget):
    """Names the customer of a form, and warns while another one is the current customer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._customer: str | None = None
        self._other: str | None = None
        self._sign, self._text, self._warning = QLabel(), QLabel(), QLabel()
        for label in (self._text, self._warning):
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._warning, "warning")
        self._warning.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text)
        self._row.addWidget(self._warning, 1)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def text(self) -> str:
        """What the line says."""
        return " ".join(filter(None, (self._text.text(), self._warning.text())))

    def show_customer(self, customer: str | None, other: str | None = None) -> None:
        """Name the customer of the form, None for no customer.

        ``other`` is the current customer if that is another one, None if it is the same; it is empty if no
        customer is current any more.
        """
        self._customer, self._other = customer, other
        self._translate()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._row.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), 0)
        self._row.setSpacing(theme.space(1.5))
        self._sign.setPixmap(pixmap(Icon.CUSTOMER, theme, Role.ACCENT, ratio=self.devicePixelRatioF()))
        self._text.setFont(theme.font(TextSize.BODY, semibold=True))
        self._translate()

    def _translate(self) -> None:
        text = self.tr("For {customer}") if self._customer is not None else self.tr("For no customer")
        self._text.setText(text.replace("{customer}", self._short(self._customer or "")))
        self._warning.setText(self._warning_text())
        self.setAccessibleName(self.text)
        self.setVisible(self._customer is not None or self._other is not None)

    def _warning_text(self) -> str:
        if self._other is None:
            return ""
        if not self._other:
            return self.tr("No customer is current now. This form keeps its customer.")
        if self._customer is None:
            text = self.tr("The current customer is {other} now. Nothing here comes from that card.")
        else:
            text = self.tr("The current customer is {other} now. This form stays with {customer}.")
        text = text.replace("{customer}", self._short(self._customer or ""))
        return text.replace("{other}", self._short(self._other))

    def _short(self, name: str) -> str:
        width = self._theme.px(_MAX_NAME_WIDTH)
        return elided(inline_text(name), self._theme.font(TextSize.BODY, semibold=True), width)
