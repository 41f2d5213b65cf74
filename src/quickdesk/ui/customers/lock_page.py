"""What a window shows while the customers are locked: a sentence and a button, nothing personal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from quickdesk.ui.controls import PushButton
from quickdesk.ui.customers.notices import locked
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look


class LockPage(QWidget):
    """Emits ``unlock_clicked``."""

    unlock_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heading, self._text, self.button = QLabel(), QLabel(), PushButton()
        set_look(self._heading, "heading")
        set_look(self._text, "secondary")
        set_look(self.button, "primary")
        for label in (self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.button.clicked.connect(self.unlock_clicked)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._text)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(2)
        follow_language(self, self._translate)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        edge = theme.space(4)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(theme.space(3))

    def _translate(self) -> None:
        notice = locked()
        self._heading.setText(notice.headline)
        self._text.setText(notice.text)
        self.button.setText(self.tr("Unlock"))
