"""The card of a customer: head, notes and fields. A field is saved when it is left.

The pane stores nothing: it emits what was edited, and is shown what is stored now. Text that could not be
saved is kept in memory while another customer is shown, and while the data is locked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.views.editing import CardField, FieldEdit, UnsavedCard, value_of
from quickdesk.ui.card.card_head import CardHead
from quickdesk.ui.card.field_box import FieldBox
from quickdesk.ui.card.notes_pane import NotesPane
from quickdesk.ui.card.orders_edit import OrdersEdit
from quickdesk.ui.card.tag_edit import TagEdit
from quickdesk.ui.controls import MarginScrollArea
from quickdesk.ui.notice import Notice, NoticeBar
from quickdesk.ui.theme import Theme, set_look

_ORDER: Final = (
    CardField.NICKNAMES,
    CardField.NAME,
    CardField.REMARK,
    CardField.TAGS,
    CardField.CONTACT,
    CardField.FIELDS,
    CardField.TONE,
    CardField.LANGUAGE,
    CardField.ORDERS,
    CardField.PHONES,
    CardField.ADDRESSES,
    CardField.BIRTHDAY,
)


class CardPane(QWidget):
    """Shows and edits one card."""

    edited = Signal(object)
    """A FieldEdit to save."""
    note_added = Signal(str, str)
    """The id of the customer, and the text."""
    note_changed = Signal(object)
    """A Note as it is to be stored."""
    note_removed = Signal(object)
    reply_requested = Signal(str)
    """A reply made of the text of a note is wanted."""
    page_requested = Signal(object)
    """The page of an Order on its platform is wanted."""

    def __init__(self, theme: Theme, guess: Callable[[str], str] = lambda _number: "") -> None:
        """``guess`` returns the name of the carrier of a tracking number, empty if it is unknown."""
        super().__init__()
        self._customer: Customer | None = None
        self._is_masked = True
        self._kept: dict[str, UnsavedCard] = {}
        self._head, self._notice, self._notes = CardHead(theme), NoticeBar(theme), NotesPane(theme)
        self._boxes = {field: FieldBox(field, theme, guess) for field in _ORDER}
        self._rows = QVBoxLayout()
        self._area = MarginScrollArea(self._rows)
        self._build()
        self._connect()
        self.set_theme(theme)

    @property
    def customer(self) -> Customer | None:
        """The customer that is shown."""
        return self._customer

    @property
    def is_masked(self) -> bool:
        """Whether numbers and addresses are masked."""
        return self._is_masked

    @property
    def is_editable(self) -> bool:
        """Whether the card can be edited; one in the trash cannot."""
        return self._notes.isEnabled()

    @property
    def has_unsaved(self) -> bool:
        """Whether something is typed that is not stored."""
        return bool(self._notes.typed) or any(box.is_changed for box in self._boxes.values())

    @property
    def unsaved(self) -> Mapping[str, UnsavedCard]:
        """What is typed and not stored, by the id of the customer."""
        if self._customer is None or not (card := self._typed()):
            return dict(self._kept)
        return {**self._kept, self._customer.id: card}

    def keep(self, customer_id: str, card: UnsavedCard) -> None:
        """Show, when the card of a customer is shown, what was typed for it before."""
        self._kept[customer_id] = card

    def show_customer(self, customer: Customer, notes: Sequence[Note], now: datetime) -> None:
        """Show a card as it is stored now; if it is the same one, what is being typed stays."""
        is_same = self._customer is not None and self._customer.id == customer.id
        if not is_same:
            self._leave()
            self.set_masked(is_masked=True)
            self._head.show_saved(is_saved=False)
        self._customer = customer
        self._area.show()
        for field, box in self._boxes.items():
            show = box.show_stored if is_same else box.show_card
            show(customer.id, value_of(customer, field))
        self._head.show_customer(customer, is_new=customer.created is None)
        self._notes.show_notes(notes, now, is_same=is_same)
        if not is_same:
            self._area.verticalScrollBar().setValue(0)
            self._resume(customer)
        self._rows.activate()  # now: the first picture would have new lines in the room of the old ones

    def set_editable(self, *, is_editable: bool) -> None:
        """Let the card be edited, or only read; what is said about it and its numbers stay readable."""
        for part in (self._notes, *self._boxes.values()):
            part.setEnabled(is_editable)

    def show_nothing(self) -> None:
        """Show no card, and keep in memory what could not be saved."""
        self._leave()
        self._customer = None
        empty = Customer("")
        for field, box in self._boxes.items():
            box.show_card("", value_of(empty, field))
        self._notes.show_notes((), None, is_same=False)
        self._notice.show_notice(None)
        self._area.hide()
        self._head.show_nothing()

    def forget(self, customer_id: str) -> None:
        """Drop what is typed for a customer who was erased, and show the card no longer."""
        if self._shows(customer_id):
            self._customer = None  # else it would be saved and kept
            self.show_nothing()
        self._kept.pop(customer_id, None)

    def show_saved(self, edit: FieldEdit, customer: Customer) -> None:
        """Show that an edit is on the disk; ``customer`` is stored now."""
        if self._customer is not None and self._customer.id == customer.id:
            was_new, self._customer = self._customer.created is None, customer
            self._boxes[edit.field].show_saved(edit, value_of(customer, edit.field))
            self._head.show_customer(customer, is_new=False)
            if was_new:
                self.save()  # what could not be stored before there was a card
            self._head.show_saved(is_saved=not self.has_unsaved)
        else:
            self._forget(edit)

    def show_conflict(self, edit: FieldEdit, stored: Any) -> None:  # noqa: ANN401 - the value of any field
        """Show that an edit was not saved, because the field was changed elsewhere to ``stored``."""
        if self._shows(edit.customer_id):
            self._boxes[edit.field].show_conflict(stored)

    def show_problem(self, edit: FieldEdit, problem: str) -> None:
        """Show why an edit was not saved."""
        if self._shows(edit.customer_id):
            self._boxes[edit.field].show_problem(problem)

    def show_note_saved(self, customer_id: str, text: str) -> None:
        """Empty the box for a new note, because it was saved."""
        if self._shows(customer_id):
            self._notes.clear_typed(text)
            self._head.show_saved(is_saved=not self.has_unsaved)
        elif (kept := self._kept.get(customer_id)) is not None and kept.note == text:
            self._set_kept(customer_id, replace(kept, note=""))

    def show_notice(self, notice: Notice | None) -> None:
        """Show something about the whole card, such as that it is in the trash."""
        self._notice.show_notice(notice)

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Set the tags that are offered while one is typed."""
        control = self._boxes[CardField.TAGS].control
        if isinstance(control, TagEdit):
            control.set_known(tags)

    def save(self) -> None:
        """Save everything that was changed, except for a new note."""
        if self._customer is not None:
            for box in self._boxes.values():
                box.save()
            self._notes.save()

    def add_note(self) -> None:
        """Save the new note, or focus its box."""
        if self._notes.is_typing or self._notes.typed:
            self._notes.add()
        else:
            self._notes.start()

    def make_reply(self) -> None:
        """Ask for a reply of a note."""
        if self._customer is not None and self.is_editable:
            self._notes.make_reply()

    def start(self, field: CardField = CardField.NICKNAMES) -> None:
        """Focus a field."""
        self._boxes[field].start()

    def set_masked(self, *, is_masked: bool) -> None:
        """Mask numbers and addresses, or show them."""
        self._is_masked = is_masked
        for box in self._boxes.values():
            box.set_masked(is_masked=is_masked)
        self._head.show_masked(is_masked=is_masked)

    def toggle_masked(self) -> None:
        """Show masked numbers, or mask them."""
        self.set_masked(is_masked=not self._is_masked)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        edge = theme.space(4)
        self._area.set_margins(QMargins(edge, theme.space(3), edge, theme.space(6)))
        self._rows.setSpacing(theme.space(2))
        for part in (self._head, self._notice, self._notes):
            part.set_theme(theme)
        for box in self._boxes.values():
            box.set_theme(theme)

    def _build(self) -> None:
        self._rows.addWidget(self._notice)
        self._rows.addWidget(self._notes)
        for box in self._boxes.values():
            self._rows.addWidget(box)
        self._rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._area, 1)
        set_look(self._notice, "notice")

    def _connect(self) -> None:
        for box in self._boxes.values():
            box.edited.connect(self.edited)
        orders = self._boxes[CardField.ORDERS].control
        if isinstance(orders, OrdersEdit):
            orders.page_requested.connect(self.page_requested)
        self._notes.added.connect(self._on_note_added)
        self._notes.removed.connect(self.note_removed)
        self._notes.pinned.connect(self._on_note_pinned)
        self._notes.edited.connect(self._on_note_edited)
        self._notes.reply_wanted.connect(self.reply_requested)
        self._head.reveal_clicked.connect(self.toggle_masked)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def _shows(self, customer_id: str) -> bool:
        return self._customer is not None and self._customer.id == customer_id

    def _typed(self) -> UnsavedCard:
        edits = (box.unsaved for box in self._boxes.values())
        return UnsavedCard(tuple(edit for edit in edits if edit is not None), self._notes.typed)

    def _leave(self) -> None:
        """Save the card that is shown, and keep what cannot be saved."""
        if self._customer is None:
            return
        self.save()
        card = self._typed()
        if card:
            self._kept[self._customer.id] = card

    def _resume(self, customer: Customer) -> None:
        kept = self._kept.pop(customer.id, None)
        if kept is None:
            return
        for edit in kept.edits:
            stored = value_of(customer, edit.field)
            if edit.typed != stored:
                self._boxes[edit.field].resume(edit, stored)
        self._notes.set_typed(kept.note)

    def _forget(self, edit: FieldEdit) -> None:
        """Forget an edit of a card that is not shown any more: it was saved after all."""
        kept = self._kept.pop(edit.customer_id, None)
        if kept is not None:
            others = tuple(each for each in kept.edits if each != edit)
            self._set_kept(edit.customer_id, UnsavedCard(others, kept.note))

    def _set_kept(self, customer_id: str, card: UnsavedCard) -> None:
        if card:
            self._kept[customer_id] = card
        else:
            self._kept.pop(customer_id, None)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        for box in self._boxes.values():
            if before is not None and box.isAncestorOf(before) and not (now and box.isAncestorOf(now)):
                box.save()
        if before is not None and self._notes.isAncestorOf(before):
            is_inside = now is not None and before.parentWidget() is now.parentWidget()
            if not is_inside:
                self._notes.save()
        if now is not None and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, now.height())

    def _on_note_added(self, text: str) -> None:
        if self._customer is not None:
            self.note_added.emit(self._customer.id, text)

    def _on_note_pinned(self, note: Note, is_pinned: bool) -> None:  # noqa: FBT001 - of a signal
        self.note_changed.emit(replace(note, is_pinned=is_pinned))

    def _on_note_edited(self, note: Note, text: str) -> None:
        self.note_changed.emit(replace(note, text=text))
