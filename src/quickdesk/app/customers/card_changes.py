"""What the customer window and the dock change, each as one action that can be undone.

The functions run on the thread for changes; they return when the change is on the disk.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from quickdesk.commands.customers.cards import CustomerCards
from quickdesk.customers.cards.editing import CardField, Conflict, FieldEdit, edited
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import Event, EventType, Satisfaction
from quickdesk.replies.clock import NewId
from quickdesk.replies.history import ActionType


@dataclass(frozen=True, slots=True)
class Gone:
    """A card is not there any more; it may be in the trash."""

    is_in_trash: bool


def save_field(cards: CustomerCards, edit: FieldEdit, *, is_new: bool) -> Customer | Conflict | Gone:
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
    changed = replace(result, updated=now, created=now if is_added else stored.created)
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
) -> Note | Gone:
    """Add a note to a customer; raises StoreError."""
    if cards.store.get(customer_id) is None:
        return Gone(is_in_trash(cards, customer_id))
    note = Note(new_id(), customer_id, text, cards.clock.now(), author, is_pinned)
    cards.apply(CustomerChange(notes=(note,)), ActionType.ADD_NOTE)
    return note


def change_note(cards: CustomerCards, note: Note) -> Note | Gone:
    """Replace a note that is still there; raises StoreError."""
    if not _has_note(cards, note):
        return Gone(is_in_trash(cards, note.customer_id))
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


def tag(cards: CustomerCards, customer_ids: Sequence[str], name: str) -> tuple[Customer, ...]:
    """Add a tag to customers and return those that did not have it; raises StoreError."""
    now = cards.clock.now()
    found = tuple(
        replace(each, tags=(*each.tags, name), updated=now)
        for each in _found(cards.store.get, customer_ids)
        if name not in each.tags
    )
    if found:
        cards.apply(CustomerChange(customers=found), ActionType.EDIT_CUSTOMER)
    return found


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
