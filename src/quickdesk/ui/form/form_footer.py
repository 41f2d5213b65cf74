"""The foot of a form: the obstacle or the available keys, and the two buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from quickdesk.ui.controls import PushButton
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import Role


class FormFooter(QFrame):
    """A line of text and the buttons; with ``copy_only`` there is no paste button."""

    copy_clicked = Signal()
    paste_clicked = Signal()

    def __init__(self, *, copy_only: bool) -> None:
        super().__init__()
        self._copy_only = copy_only
        self._sign, self._label = QLabel(), QLabel()
        self._copy = PushButton()
        self._paste = PushButton()
        self._paste.setObjectName("paste")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # it contains field names
        self._paste.setVisible(not copy_only)
        set_look(self, "raised")
        set_look(self._copy if copy_only else self._paste, "primary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._label, 1)
        for button in (self._copy, self._paste):
            self._row.addWidget(button)
        self._copy.clicked.connect(self.copy_clicked)
        self._paste.clicked.connect(self.paste_clicked)
        follow_language(self, self._translate)

    def show_obstacle(self, obstacle: str) -> None:
        """Show why the reply cannot be sent."""
        self._show(obstacle, "warning")

    def show_keys(self, *, is_missing: bool) -> None:
        """Show the available keys; ``is_missing`` if a box is still empty."""
        if is_missing:
            keys = self.tr("Enter: next empty field    Tab: next field    Esc: back")
        elif self._copy_only:
            keys = self.tr("Enter: copy    Tab: next field    Esc: back")
        else:
            keys = self.tr("Enter: paste    Ctrl+Enter: copy only    Tab: next field    Esc: back")
        self._show(keys, "secondary")

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        edge = theme.space(4)
        self._row.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        self._row.setSpacing(theme.space(2))
        self._sign.setPixmap(pixmap(Icon.WARNING, theme, Role.WARNING, ratio=self.devicePixelRatioF()))

    def _translate(self) -> None:
        self._copy.setText(self.tr("Copy reply"))
        self._paste.setText(self.tr("Paste reply"))
        for button in (self._copy, self._paste):
            button.setAccessibleName(button.text())

    def _show(self, text: str, look: str) -> None:
        self._sign.setVisible(look == "warning")
        set_look(self._label, look)
        self._label.setText(text)
