"""The notes of a customer: a box for a new one, the pinned notes, then the others, the newest first."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quickdesk.customers.customer import Note
from quickdesk.ui.card.note_card import NoteCard
from quickdesk.ui.controls import GrowingEdit, PushButton
from quickdesk.ui.facts.value_edit import as_edited
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look

_FEW, _MORE = 3, 20
"""How many notes are shown at first, and with each click on the button below."""


class NotesPane(QWidget):
    """Shows and edits notes; it stores nothing."""

    added = Signal(str)
    pinned = Signal(object, bool)
    removed = Signal(object)
    edited = Signal(object, str)
    reply_wanted = Signal(str)
    """A text of which a reply is to be made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notes: Sequence[Note] = ()
        self._now: datetime | None = None
        self._most = _FEW
        self._cards: list[NoteCard] = []
        self._box, self._add, self._show_more = GrowingEdit(), PushButton(), PushButton()
        set_look(self._show_more, "link")
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._box, 1)
        self._row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._row)
        self._column.addWidget(self._show_more, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.textChanged.connect(self._on_typed)
        self._add.clicked.connect(self.add)
        self._show_more.clicked.connect(self._on_more)
        self._on_typed()
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def typed(self) -> str:
        """The text of the new note."""
        return as_edited(self._box.toPlainText())

    @property
    def is_typing(self) -> bool:
        """Whether the box for a new note has the focus."""
        return self._box.hasFocus()

    def show_notes(self, notes: Sequence[Note], now: datetime | None, *, is_same: bool) -> None:
        """Show the notes of a customer, oldest first; ``is_same`` is whether it was shown before."""
        if not is_same:
            self._most = _FEW
            self._box.clear()
        newest = list(reversed(notes))
        self._notes = sorted(newest, key=lambda note: not note.is_pinned)
        self._now = now
        self._show()

    def set_typed(self, text: str) -> None:
        """Put a text into the box for a new note."""
        self._box.setPlainText(text)

    def start(self) -> None:
        """Focus the box for a new note."""
        self._box.setFocus(Qt.FocusReason.TabFocusReason)

    def add(self) -> None:
        """Emit the new note, if something is typed."""
        if self.typed:
            self.added.emit(self.typed)

    def make_reply(self) -> None:
        """Ask for a reply of the note with the focus, of the one that is being written, or of the top one."""
        focused = self.focusWidget()
        in_use = [each for each in self._cards if focused is not None and each.isAncestorOf(focused)]
        if self.typed and not in_use:
            self.reply_wanted.emit(self.typed)
        elif self._cards:
            (in_use or self._cards)[0].make_reply()

    def clear_typed(self, text: str) -> None:
        """Empty the box, because this text was saved."""
        if self.typed == text:
            self._box.clear()

    def save(self) -> None:
        """Save a note that is being edited."""
        for card in self._cards:
            card.save()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._column.setSpacing(theme.space(2))
        self._row.setSpacing(theme.space(2))
        self._box.set_least_height(theme.px(30))
        for card in self._cards:
            card.set_theme(theme)

    def _show(self) -> None:
        """Show the first notes; cards are used again for other notes, and one that is edited stays."""
        shown = [note for note in self._notes if not self._is_edited(note)][: self._most]
        free = [card for card in self._cards if not card.is_editing]
        while len(free) > len(shown):
            card = free.pop()
            self._cards.remove(card)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(free) < len(shown):
            free.append(self._made())
        for card, note in zip(free, shown, strict=True):
            if self._now is not None:
                card.show_note(note, self._now)
        hidden = len(self._notes) - len(self._cards)
        self._show_more.setVisible(hidden > 0)
        self._translate()

    def _is_edited(self, note: Note) -> bool:
        return any(card.is_editing and card.note and card.note.id == note.id for card in self._cards)

    def _made(self) -> NoteCard:
        card = NoteCard(self._theme)
        card.pinned.connect(self.pinned)
        card.removed.connect(self.removed)
        card.edited.connect(self.edited)
        card.reply_wanted.connect(self.reply_wanted)
        self._cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        card.show()  # at once, else there is no room for it in the next picture
        return card

    def _on_typed(self) -> None:
        self._add.setEnabled(bool(self.typed))

    def _on_more(self) -> None:
        self._most += _MORE
        self._show()

    def _translate(self) -> None:
        self._box.setPlaceholderText(self.tr("Write a note"))
        self._box.setAccessibleName(self.tr("New note"))
        self._add.setText(self.tr("Add note"))
        hidden = len(self._notes) - len(self._cards)
        self._show_more.setText(self.tr("Older notes ({count})").replace("{count}", str(max(hidden, 0))))
