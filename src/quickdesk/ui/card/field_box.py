"""One field of a card: its name, its control, and below it what is wrong or was changed elsewhere."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from quickdesk.customers.views.editing import CardField, FieldEdit, merged
from quickdesk.ui.card.field_editor import editor_of
from quickdesk.ui.card.field_words import field_name, problem_of, value_text
from quickdesk.ui.controls import PushButton
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look

LABEL_WIDTH = 76


class FieldBox(QWidget):
    """Edits one field of a card; ``edited`` carries a FieldEdit when it is left or saved."""

    edited = Signal(object)

    def __init__(self, field: CardField, theme: Theme, guess: Callable[[str], str]) -> None:
        super().__init__()
        self.field = field
        self._card_id = ""
        self._editor = editor_of(field, theme, guess)
        self._shown: Any = self._editor.get()
        """The stored value as the control returns it: without spaces at the ends, for example."""
        self._stored: Any = self._shown
        self._sent: Any = None
        """What was emitted and is not answered yet; None for nothing."""
        self._theirs: Any = None
        """The stored value that contradicts what is typed; None for none."""
        self._problem = ""
        self._is_masked = True
        self._label, self._note = QLabel(), QLabel()
        self._take, self._keep = PushButton(), PushButton()
        self._build()
        self._take.clicked.connect(self._on_take)
        self._keep.clicked.connect(self._on_keep)
        if self._editor.changed is not None:
            self._editor.changed.connect(self.save)
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def control(self) -> QWidget:
        """The control of the field."""
        return self._editor.widget

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not stored."""
        return bool(self._editor.get() != self._shown)

    @property
    def unsaved(self) -> FieldEdit | None:
        """What is typed and not stored, None if there is nothing."""
        typed = self._editor.get()
        return FieldEdit(self._card_id, self.field, self._stored, typed) if typed != self._shown else None

    def show_card(self, card_id: str, value: Any) -> None:  # noqa: ANN401 - the value of any field
        """Show the field of another card; what was typed is forgotten."""
        self._card_id = card_id
        self._put(value)

    def show_stored(self, card_id: str, value: Any) -> None:  # noqa: ANN401 - as above
        """Show the field of the same card as it is stored now; what is being typed stays."""
        self._card_id = card_id
        typed = self._editor.get()
        if typed in (self._shown, value):
            self._put(value)
        elif value != self._stored:
            self._theirs = value if merged(self.field, self._stored, typed, value) is None else None
            self._show_note()

    def show_saved(self, edit: FieldEdit, value: Any) -> None:  # noqa: ANN401 - as above
        """Show that an edit was saved; ``value`` is stored now. What was typed since stays."""
        self._sent = None
        if self._editor.get() == edit.typed:
            self._put(value)
        else:
            self._shown = self._stored = edit.typed
            self.show_stored(edit.customer_id, value)

    def show_problem(self, problem: str) -> None:
        """Show why the field was not saved."""
        self._problem, self._sent = problem, None
        self._show_note()

    def show_conflict(self, stored: Any) -> None:  # noqa: ANN401 - as above
        """Show that the field was not saved, because it was changed elsewhere to ``stored``."""
        self._theirs, self._sent = stored, None
        self._show_note()

    def resume(self, edit: FieldEdit, stored: Any) -> None:  # noqa: ANN401 - as above
        """Show what was typed before, and what is stored now."""
        self._put(edit.shown)
        self._editor.put(edit.typed)
        self.show_stored(edit.customer_id, stored)

    def save(self) -> None:
        """Emit ``edited`` if something changed that can be saved."""
        edit = self.unsaved
        if edit is None:
            self._problem = ""
            self._show_note()
            return
        if self._theirs is not None or edit.typed == self._sent:
            return
        self._problem = self._editor.flaw() or problem_of(self.field, edit.typed)
        self._show_note()
        if not self._problem:
            self._sent = edit.typed
            self.edited.emit(edit)

    def start(self) -> None:
        """Focus the control."""
        self._editor.focus()

    def set_masked(self, *, is_masked: bool) -> None:
        """Mask what is secret, or show it."""
        self._is_masked = is_masked
        if self._editor.mask is not None:
            self._editor.mask(is_masked)
        self._show_note()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._editor.set_theme(theme)
        self._grid.setHorizontalSpacing(theme.space(2))
        self._grid.setVerticalSpacing(theme.space(1))
        self._label.setFixedWidth(theme.px(LABEL_WIDTH))
        self._label.setMinimumHeight(theme.px(30))
        self._answers.setSpacing(theme.space(3))

    def _build(self) -> None:
        set_look(self._label, "secondary")
        for label in (self._label, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._note.hide()
        self._answers = QHBoxLayout()
        for button in (self._take, self._keep):
            set_look(button, "link")
            button.hide()
            self._answers.addWidget(button)
        self._answers.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._editor.widget, 0, 1)
        self._grid.addWidget(self._note, 1, 1)
        self._grid.addLayout(self._answers, 2, 1)
        self._grid.setColumnStretch(1, 1)

    def _put(self, value: Any) -> None:  # noqa: ANN401 - the value of any field
        self._problem, self._theirs, self._sent = "", None, None
        if self._editor.get() != value:
            self._editor.put(value)
        if self._editor.mask is not None:
            self._editor.mask(self._is_masked)
        self._stored, self._shown = value, self._editor.get()
        self._show_note()

    def _show_note(self) -> None:
        has_theirs = self._theirs is not None
        if has_theirs:
            stored = value_text(self.field, self._theirs, is_masked=self._is_masked)
            text = self.tr("Changed elsewhere meanwhile to: {value}").replace("{value}", stored)
        else:
            text = self._problem
        set_look(self._note, "warning" if has_theirs else "danger")
        self._note.setText(text)
        self._note.setVisible(bool(text))
        for button in (self._take, self._keep):
            button.setVisible(has_theirs)
        self._editor.widget.setAccessibleDescription(text)

    def _on_take(self) -> None:
        self._put(self._theirs)
        self.start()

    def _on_keep(self) -> None:
        self._stored = self._shown = self._theirs
        self._theirs = None
        self.save()

    def _translate(self) -> None:
        name = field_name(self.field)
        self._label.setText(name)
        self._editor.widget.setAccessibleName(name)
        self._take.setText(self.tr("Use that"))
        self._keep.setText(self.tr("Keep mine"))
        self._show_note()
