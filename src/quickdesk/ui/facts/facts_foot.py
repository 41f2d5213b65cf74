"""The foot of the facts page: which replies use a fact, or an offer to undo; below it the keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quickdesk.replies.snippet import Snippet
from quickdesk.ui.controls import PushButton
from quickdesk.ui.facts.keys import FACTS_KEYS, FactsAction
from quickdesk.ui.keys.key_hints import KeyHint, KeyHints
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import Theme, elided, plain_tip, set_look

_MAX_TITLES = 8
_RANKS: Final = {FactsAction.SAVE: 0, FactsAction.BREAK: 3, FactsAction.CLOSE: 1, FactsAction.HELP: 2}
"""The shown keys from left to right; a narrow foot leaves out the highest first, that with 0 never."""


class FactsFoot(QFrame):
    """A line of text, the keys and two buttons; the button to undo is shown while that is offered."""

    undo_clicked = Signal()
    close_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._uses: Sequence[Snippet] = ()
        self._removed = ""
        self._text, self._keys = QLabel(), KeyHints(theme)
        self._undo, self._close = PushButton(), PushButton()
        set_look(self, "raised")
        set_look(self._text, "secondary")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._undo.hide()
        self._undo.clicked.connect(self._on_undo)
        self._close.clicked.connect(self.close_clicked)
        self._row, self._column = QHBoxLayout(self), QVBoxLayout()
        self._column.addWidget(self._text)
        self._column.addWidget(self._keys)
        self._row.addLayout(self._column, 1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._close)
        follow_language(self, self._translate)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The buttons in the order in which Tab goes through them."""
        return self._undo, self._close

    def show_uses(self, replies: Sequence[Snippet]) -> None:
        """Name the replies that use the current fact, unless an undo is offered."""
        self._uses = replies
        self._show_text()

    def show_removed(self, name: str) -> None:
        """Say that a fact was removed, and offer to undo that; an empty name ends the offer."""
        self._removed = name
        self._undo.setVisible(bool(name))
        self._row.activate()  # the text has the room that the button leaves
        self._show_text()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._row.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(2))
        self._row.setSpacing(theme.space(2))
        self._column.setSpacing(theme.space(1))
        self._keys.set_theme(theme)
        self._show_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the text where it has less room."""
        super().resizeEvent(event)
        self._row.activate()
        self._show_text()

    def _show_text(self) -> None:
        text = self._full_text()
        shown = elided(text, self._text.font(), self._text.width())
        if shown != self._text.text():
            self._text.setText(shown)
        self._text.setToolTip(plain_tip(text) if shown != text else "")

    def _full_text(self) -> str:
        if self._removed:
            return self.tr("Removed: {name}").replace("{name}", inline_text(self._removed))
        if not self._uses:
            return ""
        titles = self.tr(", ").join(inline_text(each.title) for each in self._uses[:_MAX_TITLES])
        more = "" if len(self._uses) <= _MAX_TITLES else " …"
        return self.tr("Used by: {titles}").replace("{titles}", titles + more)

    def _on_undo(self) -> None:
        self.show_removed("")
        self.undo_clicked.emit()

    def _translate(self) -> None:
        self._undo.setText(self.tr("Undo"))
        self._close.setText(self.tr("Close"))
        for button in (self._undo, self._close):
            button.setAccessibleName(button.text())
        bindings = [(FACTS_KEYS.of(each), rank) for each, rank in _RANKS.items()]
        self._keys.show_hints([KeyHint(each.label, each.short_text, rank) for each, rank in bindings])
        self._show_text()
