"""The foot of the editor: its keys and buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from quickdesk.ui.controls import PushButton
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look


class EditorFoot(QFrame):
    """The keys on the left, the buttons on the right; with ``can_paste`` one of them saves and pastes."""

    save_clicked = Signal()
    paste_clicked = Signal()
    cancel_clicked = Signal()

    def __init__(self, *, can_paste: bool) -> None:
        super().__init__()
        self._can_paste = can_paste
        self._keys = QLabel()
        self._cancel, self._paste, self._save = PushButton(), PushButton(), PushButton()
        self._paste.setVisible(can_paste)
        self._keys.setWordWrap(True)
        set_look(self, "raised")
        set_look(self._keys, "secondary")
        set_look(self._save, "primary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._keys, 1)
        for button, clicked in (
            (self._cancel, self.cancel_clicked),
            (self._paste, self.paste_clicked),
            (self._save, self.save_clicked),
        ):
            self._row.addWidget(button)
            button.clicked.connect(clicked)
        follow_language(self, self._translate)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        edge = theme.space(4)
        self._row.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        self._row.setSpacing(theme.space(2))

    def _translate(self) -> None:
        if self._can_paste:
            keys = self.tr("Ctrl+Enter: save    Ctrl+Shift+Enter: save and paste    Esc: cancel")
        else:
            keys = self.tr("Ctrl+Enter: save    Esc: cancel")
        self._keys.setText(keys)
        for button, name in (
            (self._cancel, self.tr("Cancel")),
            (self._paste, self.tr("Save and paste")),
            (self._save, self.tr("Save reply")),
        ):
            button.setText(name)
            button.setAccessibleName(name)
