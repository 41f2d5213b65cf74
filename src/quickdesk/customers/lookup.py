"""Finds the customers that a copied text names exactly: by a nickname or the number of an order."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from quickdesk.customers.customer import Customer
from quickdesk.text.folding import has_visible

MAX_NICKNAME: Final = 500
"""The longest text that is taken for a nickname or a number, in code points."""


_SHORTEST_PART: Final = 3
"""A shorter nickname may be a part of any text, and counts only if it is all of it."""


class NameProblem(Enum):
    """Why a text can be no nickname and no order number."""

    EMPTY = auto()
    SEVERAL_LINES = auto()
    TOO_LONG = auto()


@dataclass(frozen=True, slots=True)
class Naming:
    """A text that may name a customer; ``problem`` is None if it can."""

    text: str
    problem: NameProblem | None = None


def naming(text: str) -> Naming:
    """Return the text as it is compared and stored, or why it cannot name a customer."""
    stripped = unicodedata.normalize("NFC", text).strip()
    if not has_visible(stripped):
        return Naming("", NameProblem.EMPTY)
    if len(stripped.splitlines()) > 1:
        return Naming(stripped, NameProblem.SEVERAL_LINES)
    if len(stripped) > MAX_NICKNAME:
        return Naming(stripped, NameProblem.TOO_LONG)
    return Naming(stripped)


def named_exactly(customers: Iterable[Customer], text: str) -> tuple[Customer, ...]:
    """Return the customers with this nickname or order number, in the order given.

    Spaces around it count neither here nor on the card, the case of an order number neither.
    """
    wanted = naming(text)
    if wanted.problem is not None:
        return ()
    known = tuple(customers)
    named = {each.id for each in with_nickname(known, wanted.text)}
    number = wanted.text.casefold()
    for each in known:
        for order in each.orders:
            if order.number.strip().casefold() == number:
                named.add(each.id)
    return tuple(each for each in known if each.id in named) if named else ()


def with_nickname(customers: Iterable[Customer], nickname: str) -> tuple[Customer, ...]:
    """Return the customers with exactly this nickname, however its marks are composed."""
    wanted = naming(nickname)
    if wanted.problem is not None:
        return ()
    forms = frozenset({wanted.text, unicodedata.normalize("NFD", wanted.text)})
    found = []
    for each in customers:  # plain loops: there may be 50,000, and a window waits
        for mine in each.nicknames:
            if mine.text in forms or mine.text.strip() in forms:
                found.append(each)
                break
    return tuple(found)


def mentions_customer(customers: Iterable[Customer], text: str) -> bool:
    """Return whether a text is a nickname or a name of a customer, or contains one that is not very short."""
    wanted = unicodedata.normalize("NFC", text).strip().casefold()
    if not wanted:
        return False
    for each in customers:  # plain loops: there may be 50,000
        for name in (each.name, *(nickname.text for nickname in each.nicknames)):
            folded = name.strip().casefold()
            if folded == wanted or (len(folded) >= _SHORTEST_PART and folded in wanted):
                return True
    return False
