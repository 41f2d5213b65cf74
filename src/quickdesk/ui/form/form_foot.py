"""The foot of a form: what is in the way or which keys work, and the two buttons that end it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import Role
from quickdesk.ui.translated import follow_language


class FormFoot(QFrame):
    """Where the reply can only be copied (``copy_only``) there is no button to paste."""

    copy_clicked = Signal()
    paste_clicked = Signal()

    def __init__(self, *, copy_only: bool) -> None:
        super().__init__()
        self._copy_only = copy_only
        self._sign, self._words = QLabel(), QLabel()
        self._copy = QPushButton()
        self._paste = QPushButton()
        self._paste.setObjectName("paste")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)  # it names fields
        self._paste.setVisible(not copy_only)
        set_look(self, "raised")
        set_look(self._copy if copy_only else self._paste, "primary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        for button in (self._copy, self._paste):
            button.setAutoDefault(True)
            self._row.addWidget(button)
        self._copy.clicked.connect(self.copy_clicked)
        self._paste.clicked.connect(self.paste_clicked)
        follow_language(self, self._translate)

    def show_obstacle(self, obstacle: str) -> None:
        """Say what is in the way."""
        self._show(obstacle, "warning")

    def show_keys(self, *, is_missing: bool) -> None:
        """Say which keys work; ``is_missing`` where a box is still empty."""
        if is_missing:
            keys = self.tr("Enter: next empty field    Tab: next field    Esc: cancel")
        elif self._copy_only:
            keys = self.tr("Enter: copy    Tab: next field    Esc: cancel")
        else:
            keys = self.tr("Enter: paste    Ctrl+Enter: copy only    Tab: next field    Esc: cancel")
        self._show(keys, "secondary")

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        edge = theme.space(4)
        self._row.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        self._row.setSpacing(theme.space(2))
        self._sign.setPixmap(pixmap(Icon.WARNING, theme, Role.WARNING, ratio=self.devicePixelRatioF()))

    def _translate(self) -> None:
        self._copy.setText(self.tr("Copy reply"))
        self._paste.setText(self.tr("Paste reply"))
        for button in (self._copy, self._paste):
            button.setAccessibleName(button.text())

    def _show(self, words: str, look: str) -> None:
        self._sign.setVisible(look == "warning")
        set_look(self._words, look)
        self._words.setText(words)
