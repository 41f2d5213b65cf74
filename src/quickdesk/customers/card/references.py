"""Which customers are meant: by an id, a nickname, or the start of an id."""

from collections.abc import Iterable

from quickdesk.customers.card.nicknames import has_nickname, nickname_key
from quickdesk.customers.customer import Customer


def referred(reference: str, customers: Iterable[Customer]) -> tuple[Customer, ...]:
    """Return the customer with this id, else those with this nickname, else those whose id begins so."""
    if not reference.strip():
        return ()
    known, key = tuple(customers), nickname_key(reference)
    return (
        tuple(each for each in known if each.id == reference)
        or tuple(each for each in known if has_nickname(each, key))
        or tuple(each for each in known if each.id.startswith(reference))
    )
