"""The foot of the editor: its keys and buttons."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from quickdesk.ui.controls import PushButton
from quickdesk.ui.editor.keys import EDITOR_KEYS, EditorAction
from quickdesk.ui.keys.key_hints import KeyHint, KeyHints
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look

_RANKS: Final = {
    EditorAction.SAVE: 0,
    EditorAction.SAVE_AND_PASTE: 3,
    EditorAction.CLOSE: 1,
    EditorAction.HELP: 2,
}
"""The shown keys from left to right; a narrow foot leaves out the highest first, those with 0 never."""


class EditorFoot(QFrame):
    """The keys on the left, the buttons on the right; with ``can_paste`` one of them saves and pastes."""

    save_clicked = Signal()
    paste_clicked = Signal()
    cancel_clicked = Signal()

    def __init__(self, theme: Theme, *, can_paste: bool) -> None:
        super().__init__()
        self._can_paste = can_paste
        self._keys = KeyHints(theme)
        self._cancel, self._paste, self._save = PushButton(), PushButton(), PushButton()
        self._paste.setVisible(can_paste)
        set_look(self, "raised")
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
        self._keys.set_theme(theme)

    def _translate(self) -> None:
        shown = {
            action: rank
            for action, rank in _RANKS.items()
            if self._can_paste or action is not EditorAction.SAVE_AND_PASTE
        }
        bindings = [(EDITOR_KEYS.of(action), rank) for action, rank in shown.items()]
        self._keys.show_hints([KeyHint(each.label, each.short_text, rank) for each, rank in bindings])
        for button, name in (
            (self._cancel, self.tr("Cancel")),
            (self._paste, self.tr("Save and paste")),
            (self._save, self.tr("Save reply")),
        ):
            button.setText(name)
            button.setAccessibleName(name)
