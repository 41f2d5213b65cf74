"""The page of the palette for an empty list: what happened, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text, without_mnemonic
from quickdesk.ui.theme import TextSize, Theme, elided, set_look
from quickdesk.ui.tokens import SIZES, Role


class EmptyPage(QWidget):
    """An icon, a headline, a hint and a button, which emits ``create_requested``."""

    create_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query, self._has_replies, self._is_of_customers = "", True, False
        self._picture, self._headline, self._hint = QLabel(self), QLabel(self), QLabel(self)
        self._button = QPushButton(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.create_requested)
        set_look(self._button, "primary")
        set_look(self._headline, "group")
        set_look(self._hint, "secondary")
        self._build()
        self.set_theme(theme)
        follow_language(self, self._translate)

    def _build(self) -> None:
        centre = Qt.AlignmentFlag.AlignCenter
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for label in (self._picture, self._headline, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(centre)
            self._column.addWidget(label)
        self._hint.setWordWrap(True)
        self._gap = QWidget(self)
        self._column.addWidget(self._gap)
        self._column.addWidget(self._button, 0, centre)
        self._column.addStretch(3)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._column.setContentsMargins(theme.space(10), 0, theme.space(10), 0)
        self._column.setSpacing(theme.space(2))
        self._gap.setFixedHeight(theme.space(2))
        self._show()

    def _translate(self) -> None:
        self._show()

    def show_for(self, query: str, *, has_replies: bool) -> None:
        """Show that nothing was found for ``query``, or that there are no replies at all."""
        self._query, self._has_replies, self._is_of_customers = query, has_replies, False
        self._show()

    def show_no_customers(self) -> None:
        """Show that there are no customers, or none that can be read; a notice says why."""
        self._query, self._is_of_customers = "", True
        self._show()

    def _show(self) -> None:
        ratio, query = self.devicePixelRatioF(), self._query
        is_search = bool(query) and self._has_replies
        icon = Icon.NOTHING_FOUND if is_search else Icon.EMPTY
        self._picture.setPixmap(pixmap(icon, self._theme, Role.SECONDARY, SIZES.icon_empty, ratio))
        self._picture.setAccessibleName(self.tr("Nothing to show"))
        if self._is_of_customers:
            self._headline.setText(self.tr("No customers to show"))
            self._hint.setText(self.tr("Type @ and a nickname to make a card."))
        elif is_search:
            self._show_no_match()
        else:
            self._show_no_replies()
        self._button.setVisible(not self._is_of_customers)
        self._button.setText(self._create_words())
        for widget in (self._headline, self._hint):
            widget.setAccessibleName(widget.text())
        self._button.setAccessibleName(self._button.text())

    def _show_no_match(self) -> None:
        query = self._shortened(self._query)
        self._headline.setText(self.tr('Nothing found for "{query}"').replace("{query}", query))
        self._hint.setText(self.tr("Try fewer letters, or Ctrl+G for replies to the copied message."))

    def _show_no_replies(self) -> None:
        self._headline.setText(self.tr("No replies yet"))
        self._hint.setText(self.tr("Create your first one here, or import a list: quickdesk import FILE"))

    def _create_words(self) -> str:
        if not self._query:
            return self.tr("Create a reply")
        query = self._shortened(self._query)
        return self.tr('Create "{query}"').replace("{query}", without_mnemonic(query))

    def _shortened(self, query: str) -> str:
        width = self._theme.px(SIZES.palette_width) // 2
        return elided(inline_text(query), self._theme.font(TextSize.ROW, semibold=True), width)
