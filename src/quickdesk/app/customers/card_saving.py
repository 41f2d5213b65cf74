"""Saving what is typed on cards, in window and dock; a change is reported when it is on the disk."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from quickdesk.app.customers import card_changes
from quickdesk.app.customers.card_changes import Flawed, Gone, PlannedMerge, Saved
from quickdesk.app.services import Services
from quickdesk.customers.agent import agent_of
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.timeline import Event, Satisfaction
from quickdesk.customers.views.editing import Conflict, FieldEdit
from quickdesk.replies.store import StoreError
from quickdesk.ui import data_notices
from quickdesk.ui.customers import notices
from quickdesk.ui.notice import Notice

T = TypeVar("T")


class EditedCard(Protocol):
    """What shows how an edit ended."""

    def show_saved(self, edit: FieldEdit, customer: Customer) -> None:
        """Show that an edit is on the disk."""

    def show_conflict(self, edit: FieldEdit, stored: object) -> None:
        """Show that the field was changed elsewhere."""

    def show_problem(self, edit: FieldEdit, problem: str) -> None:
        """Show why an edit was not saved."""

    def show_note_saved(self, customer_id: str, text: str) -> None:
        """Show that a new note is on the disk."""


class CardSaving(QObject):
    """Runs the changes one after another; a new card is stored when its first field is."""

    done = Signal(object)
    """A Notice about an action that can be undone."""
    refused = Signal(object)
    """A Notice why something was not saved."""
    failed = Signal(object)
    """The StoreError of a change."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._cards = services, services.commands.cards
        self._new_ids: set[str] = set()

    def begin_new(self) -> str:
        """Return the id of a new card, which is stored when its first field is."""
        return self.continue_new(self._services.commands.new_id())

    def continue_new(self, customer_id: str) -> str:
        """Return the id of a card that was begun before and is not stored yet."""
        self._new_ids.add(customer_id)
        return customer_id

    def is_new(self, customer_id: str) -> bool:
        """Return whether a card is not stored yet."""
        return customer_id in self._new_ids

    def save(self, edit: FieldEdit, card: EditedCard) -> None:
        """Save a field."""
        job = partial(card_changes.save_field, self._cards, edit, is_new=self.is_new(edit.customer_id))
        self._services.work.changes.submit(job, partial(self._on_field, edit, card))

    def add_note(self, customer_id: str, text: str, card: EditedCard) -> None:
        """Add a note."""

        def then(_note: Note) -> None:
            card.show_note_saved(customer_id, text)

        services, new_id = self._services, self._services.commands.new_id
        author = agent_of(services.facts.today(), services.settings.current.agent)
        self._change(partial(card_changes.add_note, self._cards, new_id, customer_id, text, author), then)

    def change_note(self, note: Note) -> None:
        """Save the text of a note, or whether it is on top."""
        self._change(partial(card_changes.change_note, self._cards, note), _nothing)

    def remove_note(self, note: Note) -> None:
        """Remove a note."""

        def then(_note: Note) -> None:
            self.done.emit(notices.note_removed())

        self._change(partial(card_changes.remove_note, self._cards, note), then)

    def remove(self, ids: Sequence[str]) -> None:
        """Move customers to the trash."""

        def then(found: tuple[Customer, ...]) -> None:
            if found:
                self.done.emit(notices.moved_to_trash(found[0].label, len(found)))

        self._change(partial(card_changes.remove, self._cards, tuple(ids)), then)

    def restore(self, ids: Sequence[str]) -> None:
        """Bring customers back from the trash."""

        def then(found: tuple[Customer, ...]) -> None:
            if found:
                self.done.emit(notices.brought_back(len(found)))

        self._change(partial(card_changes.restore, self._cards, tuple(ids)), then)

    def merge(self, kept_id: str, other_id: str) -> None:
        """Merge one card into another."""

        def then(merged: PlannedMerge) -> None:
            self.done.emit(notices.merged(merged.plan.customer.label))

        self._change(partial(card_changes.merge, self._cards, kept_id, other_id), then)

    def tag(self, ids: Sequence[str], name: str) -> None:
        """Add a tag to customers."""

        def then(found: tuple[Customer, ...]) -> None:
            self.done.emit(notices.tagged(len(found), name))

        self._change(partial(card_changes.tag, self._cards, tuple(ids), name), then)

    def note_satisfaction(self, customer_id: str, value: Satisfaction, name: str) -> None:
        """Note how satisfied a customer was; ``name`` is the value in words."""

        def then(_event: Event) -> None:
            self.done.emit(notices.satisfaction_saved(name))

        new_id = self._services.commands.new_id
        self._change(partial(card_changes.note_satisfaction, self._cards, new_id, customer_id, value), then)

    def _change(self, job: Callable[[], T | Gone | Flawed], then: Callable[[T], None]) -> None:
        """Run a change, call ``then`` with what it returns, and say why if it was refused."""
        self._services.work.changes.submit(job, partial(self._on_done, then))

    def _on_done(self, then: Callable[[T], None], outcome: T | Gone | Flawed | Exception) -> None:
        if isinstance(outcome, Exception):
            self._on_failed(outcome)
            return
        if isinstance(outcome, Gone | Flawed):
            self.refused.emit(refusal(outcome))
        else:
            then(outcome)
        self._services.events.customers_changed.emit()

    def _on_field(self, edit: FieldEdit, card: EditedCard, outcome: Saved | Exception) -> None:
        if isinstance(outcome, Customer):
            self._new_ids.discard(edit.customer_id)
            card.show_saved(edit, outcome)
            self._services.events.customers_changed.emit()
        elif isinstance(outcome, Conflict):
            card.show_conflict(edit, outcome.stored)
        elif isinstance(outcome, Gone):
            card.show_problem(edit, _gone(outcome).headline)
        elif isinstance(outcome, Flawed):
            card.show_problem(edit, notices.flaw_text(outcome.flaws))
        else:
            self._on_failed(outcome)
            if isinstance(outcome, StoreError):
                notice = data_notices.store_problem(outcome.problem, outcome.path)
                card.show_problem(edit, notice.headline)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        self.failed.emit(error)


def refusal(outcome: Gone | Flawed) -> Notice:
    """Return the notice why a change was refused."""
    return notices.not_saved(outcome.flaws) if isinstance(outcome, Flawed) else _gone(outcome)


def _gone(outcome: Gone) -> Notice:
    return notices.in_trash() if outcome.is_in_trash else notices.is_gone()


def _nothing(_outcome: object) -> None:
    """Do nothing: the card shows by itself what was changed."""
