"""All customers as a list shows them: in the order of the last contact or of the name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from quickdesk.customers.customer import Customer, Note
from quickdesk.text.folding import fold
from quickdesk.text.readings import pinyin

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


class SortOrder(StrEnum):
    """The order of the list."""

    LAST_CONTACT = "last-contact"
    """The newest first."""
    NAME = "name"
    """By the pinyin of the label."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Customers in their order, and when the contact with each was last, by id."""

    customers: Sequence[Customer] = ()
    contacts: Mapping[str, datetime] = field(default_factory=dict)


def overview(customers: Sequence[Customer], notes: Iterable[Note], order: SortOrder) -> Overview:
    """Return the overview; the last contact is the newest note, else the last change of the card."""
    contacts: dict[str, datetime] = {}
    for note in notes:
        known = contacts.get(note.customer_id)
        if known is None or note.at > known:
            contacts[note.customer_id] = note.at
    for customer in customers:
        if customer.id not in contacts and customer.updated is not None:
            contacts[customer.id] = customer.updated
    return Overview(in_order(customers, contacts, order), contacts)


def in_order(
    customers: Iterable[Customer], contacts: Mapping[str, datetime], order: SortOrder
) -> Sequence[Customer]:
    """Return customers in an order; equal ones stay as they are."""
    if order is SortOrder.NAME:
        return sorted(customers, key=_name_key)
    return sorted(customers, key=lambda each: contacts.get(each.id, _NEVER), reverse=True)


def _name_key(customer: Customer) -> tuple[str, str]:
    label = fold(customer.label)
    return (label if label.isascii() else "".join(pinyin(label))), label
