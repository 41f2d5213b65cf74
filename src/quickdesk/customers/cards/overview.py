"""All customers as a list shows them: in the order of the last contact or of the name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from quickdesk.customers.customer import Customer
from quickdesk.customers.store import CustomerStore
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


def last_contacts(customers: Iterable[Customer], store: CustomerStore) -> Mapping[str, datetime]:
    """Return when the last contact was, by id: the newest note or event, else the last change of the card.

    Raises StoreError.
    """
    contacts: dict[str, datetime] = {}
    for customer in customers:
        newest = [each[-1].at for each in (store.notes(customer.id), store.events(customer.id)) if each]
        found = max(newest, default=customer.updated)
        if found is not None:
            contacts[customer.id] = found
    return contacts


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
