"""One note of a customer: its text, its time and author, and what can be done with it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from quickdesk.customers.customer import Note
from quickdesk.ui.card.moments import full_moment
from quickdesk.ui.controls import GrowingEdit
from quickdesk.ui.facts.value_edit import as_edited
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import displayable, inline_text
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES, Role

_MOST_SHOWN: Final = 600
"""The characters of a note that are laid out; a note may have a hundred thousand."""
_BUTTON: Final = 24


class NoteCard(QFrame):
    """Shows a note; a double click or the pencil edits it in place."""

    pinned = Signal(object, bool)
    """The Note, and whether it is to be on top."""
    removed = Signal(object)
    edited = Signal(object, str)
    reply_wanted = Signal(str)
    """The text as it stands now, of which a reply is to be made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._note: Note | None = None
        self._now: datetime | None = None
        self._text, self._meta, self._edit = QLabel(), QLabel(), GrowingEdit()
        self._pin, self._pencil, self._remove = QToolButton(), QToolButton(), QToolButton()
        self._reply = QToolButton()
        self._pin.setCheckable(True)
        self._build()
        self._pin.clicked.connect(self._on_pin)
        self._pencil.clicked.connect(self.edit)
        self._remove.clicked.connect(self._on_remove)
        self._reply.clicked.connect(self.make_reply)
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def note(self) -> Note | None:
        """The note that is shown."""
        return self._note

    @property
    def is_editing(self) -> bool:
        """Whether its text is being edited."""
        return not self._edit.isHidden()

    def show_note(self, note: Note, now: datetime) -> None:
        """Show a note; what is being edited stays."""
        self._note, self._now = note, now
        long = len(note.text) > _MOST_SHOWN
        self._text.setText(displayable(note.text[:_MOST_SHOWN].strip()) + ("…" if long else ""))
        self._pin.setChecked(note.is_pinned)
        self._show_pin()
        set_look(self, "notice" if note.is_pinned else "card")
        self._translate()

    def edit(self) -> None:
        """Show a box with the whole text."""
        if self._note is not None and not self.is_editing:
            self._edit.setPlainText(displayable(self._note.text))
            self._text.hide()
            self._edit.show()
            self._edit.setFocus()

    def save(self) -> None:
        """End editing; emits ``edited`` if the text has changed, and ``removed`` if it is empty now."""
        if not self.is_editing or self._note is None:
            return
        text = as_edited(self._edit.toPlainText())
        self._edit.hide()
        self._text.show()
        if not text:
            self.removed.emit(self._note)
        elif text != as_edited(self._note.text):
            self.edited.emit(self._note, text)

    def make_reply(self) -> None:
        """Emit the whole text, as it is being edited or as it is stored."""
        text = as_edited(self._edit.toPlainText()) if self.is_editing else self._note and self._note.text
        if text:
            self.reply_wanted.emit(text)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        space = theme.space
        self._column.setContentsMargins(space(3), space(2), space(1), space(1))
        self._column.setSpacing(space(1))
        self._foot.setSpacing(space(1))
        self._edit.set_least_height(theme.px(30))
        side, size = theme.px(_BUTTON), theme.px(SIZES.icon)
        icons = (Icon.PIN, Icon.REPLY, Icon.EDIT, Icon.REMOVE)
        for button, name in zip(self._buttons, icons, strict=True):
            button.setIcon(icon(name, theme, Role.SECONDARY))
            button.setIconSize(QSize(size, size))
            button.setFixedSize(side, side)
        self._theme = theme
        self._show_pin()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the note."""
        event.accept()
        self.edit()

    @property
    def _buttons(self) -> Sequence[QToolButton]:
        return self._pin, self._reply, self._pencil, self._remove

    def _build(self) -> None:
        set_look(self._meta, "secondary")
        for label in (self._text, self._meta):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is self._text)
        for button in self._buttons:
            set_look(button, "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._edit.hide()
        self._column, self._foot = QVBoxLayout(self), QHBoxLayout()
        self._column.addWidget(self._text)
        self._column.addWidget(self._edit)
        self._foot.addWidget(self._meta, 1)
        for button in self._buttons:
            self._foot.addWidget(button)
        self._column.addLayout(self._foot)

    def _show_pin(self) -> None:
        role = Role.ACCENT if self._pin.isChecked() else Role.SECONDARY
        self._pin.setIcon(icon(Icon.PIN, self._theme, role))

    def _on_pin(self) -> None:
        if self._note is not None:
            self.pinned.emit(self._note, self._pin.isChecked())

    def _on_remove(self) -> None:
        if self._note is not None:
            self.removed.emit(self._note)

    def _translate(self) -> None:
        note, now = self._note, self._now
        if note is not None and now is not None:
            parts = (full_moment(note.at, now), inline_text(note.author))
            self._meta.setText(" · ".join(filter(None, parts)))
        names = (
            self.tr("Keep on top"),
            self.tr("Make a reply of the note"),
            self.tr("Edit the note"),
            self.tr("Remove the note"),
        )
        for button, name in zip(self._buttons, names, strict=True):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._edit.setAccessibleName(self.tr("Note"))
