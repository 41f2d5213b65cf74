"""What the customer window shows, read from the store on the thread for reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.store import CustomerStore
from quickdesk.customers.timeline import Entry, newest_first
from quickdesk.customers.views.overview import LastContacts, Overview, SortOrder, in_order
from quickdesk.text.folding import fold

_MOST_TAGS = 500
Find = Callable[[str], Sequence[Customer]]
"""Returns the customers that a query finds, best first."""


@dataclass(frozen=True, slots=True)
class ListRequest:
    """What the list is to show."""

    query: str
    order: SortOrder
    is_trash: bool


@dataclass(frozen=True, slots=True)
class ListContent:
    """What the list shows, the counts of its buttons, and all tags."""

    request: ListRequest
    overview: Overview
    total: int
    removed: int
    tags: Sequence[str]


@dataclass(frozen=True, slots=True)
class CardContent:
    """A card with what belongs to it; ``customer`` is None if it is not there any more."""

    customer: Customer | None
    is_in_trash: bool
    notes: Sequence[Note] = ()
    entries: Sequence[Entry] = ()


def read_ahead(store: CustomerStore) -> None:
    """Read what a window asks for first, which takes up to a second; raises StoreError."""
    for customer in store.customers()[:1]:
        store.notes(customer.id)  # makes the index of all notes


def read_list(store: CustomerStore, request: ListRequest, last: LastContacts, find: Find) -> ListContent:
    """Return what the list is to show; raises StoreError."""
    contacts = last.read(store)
    customers, removed = store.customers(), store.removed()
    if request.is_trash:
        shown: Sequence[Customer] = tuple(reversed(removed))
        shown = _matching(shown, request.query) if request.query.strip() else shown
    elif request.query.strip():
        shown = find(request.query)
    else:
        shown = in_order(customers, contacts, request.order)
    tags = dict.fromkeys(tag for each in customers for tag in each.tags)
    return ListContent(
        request, Overview(shown, contacts), len(customers), len(removed), sorted(tags)[:_MOST_TAGS]
    )


def read_card(store: CustomerStore, customer_id: str) -> CardContent:
    """Return a card with what belongs to it, also one in the trash; raises StoreError."""
    live = store.get(customer_id)
    customer = live or next((each for each in store.removed() if each.id == customer_id), None)
    if customer is None:
        return CardContent(None, is_in_trash=False)
    its = store.belongings(customer_id)
    entries = newest_first(its.notes, its.cases, its.events)
    return CardContent(customer, is_in_trash=live is None, notes=its.notes, entries=entries)


def _matching(customers: Sequence[Customer], query: str) -> Sequence[Customer]:
    wanted = fold(query.strip())
    return [each for each in customers if wanted in fold(_text(each))]


def _text(customer: Customer) -> str:
    names = (each.text for each in customer.nicknames)
    return "\n".join((*names, customer.name, customer.remark, *customer.tags))
