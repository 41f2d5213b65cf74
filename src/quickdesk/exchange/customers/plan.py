"""Planning an import of customers: which cards are new, changed or the same.

The record of a row and its card are found by :mod:`quickdesk.exchange.customers.matching`. Several rows about
one customer become one card, except in our own export, where every row is one. A note that a customer has
already, by its text, and its time if the table has it, is not added again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from quickdesk.customers.card.validation import (
    CustomerFlaw,
    check_counts,
    check_customer,
    check_note,
    normalized_customer,
)
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.store import CustomerChange
from quickdesk.exchange.customers.columns import HEADER
from quickdesk.exchange.customers.matching import CardIndex
from quickdesk.exchange.customers.merging import merged
from quickdesk.exchange.customers.records import (
    CustomerRecord,
    CustomerRefusal,
    ParsedCustomers,
    ReadNote,
    RefusedCustomer,
    RefusedRowError,
)
from quickdesk.replies.clock import NewId

_SOME_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_COLUMN_OF = {**HEADER, "do_not_contact_reason": HEADER["reason"], "fields": "…"}
"""The header of a column by the name of its field."""


@dataclass(frozen=True, slots=True)
class CustomerImportPlan:
    """The effect of an import; ``same`` is the number of rows that say nothing new.

    ``changed`` are cards as they will be, also those that only get notes. ``is_own`` and ``continued`` are
    those of :class:`ParsedCustomers`.
    """

    new: tuple[Customer, ...] = ()
    changed: tuple[Customer, ...] = ()
    same: int = 0
    refused: tuple[RefusedCustomer, ...] = ()
    notes: tuple[Note, ...] = ()
    continued: int = 0

    @property
    def change(self) -> CustomerChange:
        """The change for the store."""
        return CustomerChange(customers=(*self.new, *self.changed), notes=self.notes)


def plan_customers(
    parsed: ParsedCustomers,
    existing: Sequence[Customer],
    notes: Mapping[str, Sequence[Note]],
    now: datetime,
    new_id: NewId,
) -> CustomerImportPlan:
    """Return the plan for importing a file; ``notes`` are the existing ones by the id of their customer."""
    draft = _Draft(parsed.is_own, existing, notes, now, new_id)
    for record in parsed.records:
        draft.add(record)
    return CustomerImportPlan(
        tuple(draft.cards.cards[key] for key in draft.new),
        tuple(draft.changed()),
        draft.same,
        tuple(sorted((*parsed.refused, *draft.refused), key=lambda each: each.place.row or 0)),
        tuple(draft.notes),
        parsed.continued,
    )


@dataclass(slots=True)
class _Draft:
    """The decisions made so far."""

    is_own: bool
    existing: Sequence[Customer]
    known_notes: Mapping[str, Sequence[Note]]
    now: datetime
    new_id: NewId
    cards: CardIndex = field(init=False)
    new: dict[str, None] = field(default_factory=dict)
    before: dict[str, Customer] = field(default_factory=dict)
    """The known cards that a row has changed, as they were."""
    same: int = 0
    refused: list[RefusedCustomer] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    _texts: dict[str, set[tuple[str, datetime | None]]] = field(default_factory=dict)
    _flawless: set[str] = field(default_factory=set)
    """The cards that were checked, and have what flawless records have added."""
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.cards = CardIndex(self.existing)

    def add(self, record: CustomerRecord) -> None:
        """Decide what a record does."""
        record = replace(record, customer=normalized_customer(record.customer))
        try:
            _require_storable(record, is_own=self.is_own)
            card = self._card_of(record)
            after = card if card is None else self._merged(card, record.customer)
            if card is not None and after is not None and after is not card:
                self._require_no_flaws(card, after)
        except RefusedRowError as refused:
            self.refused.append(
                RefusedCustomer(refused.reason, record.place, record.customer.label, refused.detail)
            )
            return
        if card is None or after is None:
            self._add_new(record)
            return
        self._taken.add(card.id)
        has_notes = self._add_notes(card.id, record.notes)
        if after is card and not has_notes:
            self.same += 1
            return
        self.cards.add(replace(after, updated=self.now))
        if card.id not in self.new and card.id not in self.before:
            self.before[card.id] = card

    def _merged(self, card: Customer, record: Customer) -> Customer:
        return merged(card, record, self.cards.places(card))

    def _require_no_flaws(self, card: Customer, after: Customer) -> None:
        """Raise RefusedRowError if a card has flaws with a record that has none.

        The card is checked once: thousands of rows may be about one card with thousands of orders.
        """
        if card.id not in self._flawless and check_customer(card):
            _require_no_flaws(after)
        self._flawless.add(card.id)
        _refuse_if(check_counts(after))

    def changed(self) -> Iterator[Customer]:
        """Iterate over known cards that have a new note or are not what they were.

        A row that contradicts one before it may have put back what was there.
        """
        with_notes = {note.customer_id for note in self.notes}
        for key, before in self.before.items():
            after = self.cards.cards[key]
            if key in with_notes or replace(after, updated=before.updated) != before:
                yield after

    def _card_of(self, record: CustomerRecord) -> Customer | None:
        """Return the card of a record; in our own export a card that a row was matched with is taken."""
        if not self.is_own:
            return self.cards.meant_by(record.customer)
        free = [card for card in self.cards.alike(record.customer) if card.id not in self._taken]
        same = next((card for card in free if self._merged(card, record.customer) is card), None)
        found = same or (self.cards.meant_by(record.customer) if free else None)
        return None if found is None or found.id in self._taken else found

    def _add_new(self, record: CustomerRecord) -> None:
        card = replace(record.customer, id=self.new_id(), created=self.now, updated=self.now)
        self.cards.add(card)
        self._taken.add(card.id)
        self.new[card.id] = None
        self._add_notes(card.id, record.notes)

    def _add_notes(self, customer_id: str, notes: Iterable[ReadNote]) -> bool:
        """Add the notes that a customer does not have yet; return whether there are any."""
        if customer_id not in self._texts:
            known = self.known_notes.get(customer_id, ())
            self._texts[customer_id] = {(note.text, at) for note in known for at in (None, note.at)}
        texts, count = self._texts[customer_id], len(self.notes)
        for note in notes:
            if (note.text, note.at) in texts:
                continue
            texts |= {(note.text, None), (note.text, note.at)}
            at = note.at or self.now
            self.notes.append(Note(self.new_id(), customer_id, note.text, at, note.author, note.is_pinned))
        return len(self.notes) > count


def _require_storable(record: CustomerRecord, *, is_own: bool) -> None:
    """Raise RefusedRowError if a card or a note cannot be like this.

    A row of another program says whose it is with something that is stored, else it would be new again.
    """
    card = record.customer
    if not (is_own or card.nicknames or card.name or card.phones or card.orders):
        raise RefusedRowError(CustomerRefusal.NO_CUSTOMER)
    _require_no_flaws(replace(record.customer, id="new"))
    for note in record.notes:
        flaws = check_note(Note("new", "new", note.text, note.at or _SOME_TIME, note.author))
        if flaws:
            raise RefusedRowError(CustomerRefusal.FLAWED, HEADER["notes"])


def _require_no_flaws(customer: Customer) -> None:
    _refuse_if(check_customer(customer))


def _refuse_if(flaws: Sequence[CustomerFlaw]) -> None:
    if flaws:
        raise RefusedRowError(CustomerRefusal.FLAWED, _COLUMN_OF.get(flaws[0].field, flaws[0].field))
