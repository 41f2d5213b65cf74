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
    number = wanted.text.casefold()
    return tuple(each for each in customers if _has_nickname(each, wanted.text) or _has_order(each, number))


def with_nickname(customers: Iterable[Customer], nickname: str) -> tuple[Customer, ...]:
    """Return the customers with exactly this nickname."""
    wanted = naming(nickname)
    return tuple(each for each in customers if not wanted.problem and _has_nickname(each, wanted.text))


def _has_nickname(customer: Customer, wanted: str) -> bool:
    return any(
        each.text == wanted or unicodedata.normalize("NFC", each.text).strip() == wanted
        for each in customer.nicknames
    )


def _has_order(customer: Customer, wanted: str) -> bool:
    return any(each.number.strip().casefold() == wanted for each in customer.orders)
