"""What the customer window and the dock change, each as one action that can be undone.

The functions run on the thread for changes; they return when the change is on the disk.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from quickdesk.commands.customers.cards import CustomerCards
from quickdesk.customers.card.merging import MergePlan, plan_merge
from quickdesk.customers.card.validation import (
    CustomerFlaw,
    check_customer,
    check_note,
    normalized_customer,
    normalized_note,
)
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import Event, EventType, Satisfaction
from quickdesk.customers.views.editing import CardField, Conflict, FieldEdit, edited
from quickdesk.replies.clock import NewId
from quickdesk.replies.history import ActionType


@dataclass(frozen=True, slots=True)
class Flawed:
    """A card or a note may not be stored so; ``flaws`` say why."""

    flaws: tuple[CustomerFlaw, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A card is not there any more; it may be in the trash."""

    is_in_trash: bool


@dataclass(frozen=True, slots=True)
class PlannedMerge:
    """The plan to merge a card into another, with both as they are stored now."""

    kept: Customer
    other: Customer
    plan: MergePlan


Saved: TypeAlias = Customer | Conflict | Gone | Flawed
"""The outcome of an edit."""


def save_field(cards: CustomerCards, edit: FieldEdit, *, is_new: bool) -> Saved:
    """Save a field of a card and return the card as it is stored now; a new card is added by its first field.

    Raises StoreError.
    """
    stored, now = cards.store.get(edit.customer_id), cards.clock.now()
    if stored is None:
        if not is_new or is_in_trash(cards, edit.customer_id):
            return Gone(is_in_trash(cards, edit.customer_id))
        stored = Customer(edit.customer_id)
    result = edited(stored, edit)
    if isinstance(result, Conflict):
        return result
    is_added = stored.created is None
    changed = normalized_customer(replace(result, updated=now, created=now if is_added else stored.created))
    flaws = check_customer(changed)
    if flaws:
        return Flawed(flaws)
    action = ActionType.CHANGE_ORDER if edit.field is CardField.ORDERS else ActionType.EDIT_CUSTOMER
    if result != stored or is_added:
        cards.apply(CustomerChange(customers=(changed,)), ActionType.ADD_CUSTOMER if is_added else action)
        return changed
    return stored


def is_in_trash(cards: CustomerCards, customer_id: str) -> bool:
    """Return whether a card is in the trash."""
    return any(each.id == customer_id for each in cards.store.removed())


def add_note(
    cards: CustomerCards,
    new_id: NewId,
    customer_id: str,
    text: str,
    author: str = "",
    *,
    is_pinned: bool = False,
) -> Note | Gone | Flawed:
    """Add a note to a customer; raises StoreError."""
    if cards.store.get(customer_id) is None:
        return Gone(is_in_trash(cards, customer_id))
    note = normalized_note(Note(new_id(), customer_id, text, cards.clock.now(), author, is_pinned))
    if flaws := check_note(note):
        return Flawed(flaws)
    cards.apply(CustomerChange(notes=(note,)), ActionType.ADD_NOTE)
    return note


def change_note(cards: CustomerCards, note: Note) -> Note | Gone | Flawed:
    """Replace a note that is still there; raises StoreError."""
    if not _has_note(cards, note):
        return Gone(is_in_trash(cards, note.customer_id))
    note = normalized_note(note)
    if flaws := check_note(note):
        return Flawed(flaws)
    cards.apply(CustomerChange(notes=(note,)), ActionType.EDIT_NOTE)
    return note


def remove_note(cards: CustomerCards, note: Note) -> Note | Gone:
    """Remove a note; raises StoreError."""
    if not _has_note(cards, note):
        return Gone(is_in_trash(cards, note.customer_id))
    cards.apply(CustomerChange(remove_notes=(note.id,)), ActionType.REMOVE_NOTE)
    return note


def remove(cards: CustomerCards, customer_ids: Sequence[str]) -> tuple[Customer, ...]:
    """Move customers to the trash and return those that were there; raises StoreError."""
    found = _found(cards.store.get, customer_ids)
    if found:
        ids = tuple(each.id for each in found)
        cards.apply(CustomerChange(remove_customers=ids), ActionType.REMOVE_CUSTOMER)
    return found


def restore(cards: CustomerCards, customer_ids: Sequence[str]) -> tuple[Customer, ...]:
    """Bring customers back from the trash and return those that were in it; raises StoreError."""
    removed = {each.id: each for each in cards.store.removed()}
    found = _found(removed.get, customer_ids)
    if found:
        ids = tuple(each.id for each in found)
        cards.apply(CustomerChange(restore_customers=ids), ActionType.RESTORE_CUSTOMER)
    return found


def tag(cards: CustomerCards, customer_ids: Sequence[str], name: str) -> tuple[Customer, ...] | Flawed:
    """Add a tag to customers and return those that did not have it; raises StoreError.

    If one of them cannot have it, none gets it.
    """
    now = cards.clock.now()
    found = tuple(
        replace(each, tags=(*each.tags, name), updated=now)
        for each in _found(cards.store.get, customer_ids)
        if name not in each.tags
    )
    flaws = next(filter(None, map(check_customer, found)), ())
    if flaws:
        return Flawed(flaws)
    if found:
        cards.apply(CustomerChange(customers=found), ActionType.EDIT_CUSTOMER)
    return found


def plan(cards: CustomerCards, kept_id: str, other_id: str) -> PlannedMerge | Gone | Flawed:
    """Return the plan to merge one card into another; raises StoreError."""
    store = cards.store
    kept, other = store.get(kept_id), store.get(other_id)
    if kept is None or other is None:
        return Gone(is_in_trash(cards, kept_id if kept is None else other_id))
    planned = plan_merge(kept, other, store.belongings(other_id), cards.clock.now())
    flaws = check_customer(planned.customer)
    return Flawed(flaws) if flaws else PlannedMerge(kept, other, planned)


def merge(cards: CustomerCards, kept_id: str, other_id: str) -> PlannedMerge | Gone | Flawed:
    """Merge one card into another, which goes to the trash; raises StoreError."""
    planned = plan(cards, kept_id, other_id)
    if isinstance(planned, PlannedMerge):
        cards.apply(planned.plan.change, ActionType.MERGE_CUSTOMERS)
    return planned


def note_satisfaction(
    cards: CustomerCards, new_id: NewId, customer_id: str, value: Satisfaction
) -> Event | Gone:
    """Note how satisfied a customer was; raises StoreError."""
    if cards.store.get(customer_id) is None:
        return Gone(is_in_trash(cards, customer_id))
    event = Event(new_id(), customer_id, EventType.SATISFACTION, cards.clock.now(), text=value.value)
    cards.apply(CustomerChange(events=(event,)), ActionType.RATE_CONTACT)
    return event


def _has_note(cards: CustomerCards, note: Note) -> bool:
    return any(each.id == note.id for each in cards.store.notes(note.customer_id))


def _found(get: Callable[[str], Customer | None], ids: Iterable[str]) -> tuple[Customer, ...]:
    return tuple(found for each in ids if (found := get(each)) is not None)
