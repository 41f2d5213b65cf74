"""All customers as a list shows them: in the order of the last contact or of the name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from heapq import merge
from operator import itemgetter
from typing import Any, Final

from quickdesk.customers.customer import Customer
from quickdesk.customers.store import CustomerStore
from quickdesk.text.folding import fold
from quickdesk.text.readings import pinyin

_NEVER: Final = datetime.min.replace(tzinfo=UTC)
_PIECE: Final = 4_096
"""Customers that are sorted at once. No other thread runs meanwhile: with 50,000 a window stands still for
three frames."""


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


class LastContacts:
    """When the last contact with each customer was; only what has changed is read again. Not thread-safe."""

    def __init__(self) -> None:
        self._times: dict[str, datetime] = {}
        self._mark: object = None

    def read(self, store: CustomerStore) -> Mapping[str, datetime]:
        """Return the times by id: of the newest note or event, else of the last change of the card.

        What was returned before stays as it is. Raises StoreError.
        """
        changed = store.changed_since(self._mark)
        if changed.ids is None:
            self._times = {each.id: at for each in store.customers() if (at := _last(each, store))}
        elif changed.ids:
            self._times = dict(self._times)
            for customer_id in changed.ids:
                customer = store.get(customer_id)
                at = None if customer is None else _last(customer, store)
                self._times.pop(customer_id, None)
                if at is not None:
                    self._times[customer_id] = at
        self._mark = changed.mark
        return self._times


def _last(customer: Customer, store: CustomerStore) -> datetime | None:
    newest = [each[-1].at for each in (store.notes(customer.id), store.events(customer.id)) if each]
    return max(newest, default=customer.updated)


def in_order(
    customers: Iterable[Customer], contacts: Mapping[str, datetime], order: SortOrder
) -> Sequence[Customer]:
    """Return customers in an order; equal ones stay as they are."""
    if order is SortOrder.NAME:
        return _sorted(customers, _name_key, is_descending=False)
    return _sorted(customers, lambda each: contacts.get(each.id, _NEVER), is_descending=True)


def _sorted(
    customers: Iterable[Customer], key: Callable[[Customer], Any], *, is_descending: bool
) -> Sequence[Customer]:
    pairs = [(key(each), each) for each in customers]
    first = itemgetter(0)
    pieces = [
        sorted(pairs[at : at + _PIECE], key=first, reverse=is_descending)
        for at in range(0, len(pairs), _PIECE)
    ]
    return [each for _, each in merge(*pieces, key=first, reverse=is_descending)]


def _name_key(customer: Customer) -> tuple[str, str]:
    label = fold(customer.label)
    return (label if label.isascii() else "".join(pinyin(label))), label
