"""Which customer is meant: by an id, a nickname, or the start of an id."""

from collections.abc import Iterable
from dataclasses import dataclass

from quickdesk.customers.card.nicknames import has_nickname, nickname_key
from quickdesk.customers.customer import Customer


@dataclass(frozen=True, slots=True)
class Referred:
    """The customers that a reference may mean: one if it is clear.

    ``by_nickname`` says whether they have it as a nickname, perhaps on different platforms; else it is an id,
    or the start of one.
    """

    customers: tuple[Customer, ...]
    by_nickname: bool = False


def referred(reference: str, customers: Iterable[Customer]) -> Referred:
    """Return the customer with this id, else those with this nickname, else those whose id begins so."""
    if not reference.strip():
        return Referred(())
    known = tuple(customers)
    exact = tuple(each for each in known if each.id == reference)
    if exact:
        return Referred(exact)
    key = nickname_key(reference)
    named = tuple(each for each in known if has_nickname(each, key))
    if named:
        return Referred(named, by_nickname=True)
    return Referred(tuple(each for each in known if each.id.startswith(reference)))
