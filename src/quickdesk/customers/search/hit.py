"""The result of a search for customers: the card, and where it matched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol, TypeAlias

from quickdesk.customers.customer import Customer


class CardPlace(Enum):
    """Where a customer matched."""

    NICKNAME = "nickname"
    NAME = "name"
    PHONE = "phone"
    ORDER = "order"
    TRACKING = "tracking"
    TAG = "tag"
    REMARK = "remark"
    FIELD = "field"
    """A free field; the match has its name."""
    NOTE = "note"
    """A note; the match has its id."""


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """One text of a card that matched.

    ``spans`` are the matched ranges of ``text`` as start and length, in UTF-16 units. ``name`` is the name of
    a free field, ``note_id`` the id of a note; they are empty for other places. The text of a field is its
    name and its value, as :func:`quickdesk.customers.search.document.field_text` joins them.
    """

    place: CardPlace
    text: str = field(repr=False)
    spans: tuple[tuple[int, int], ...]
    name: str = ""
    note_id: str = ""


MatchSource: TypeAlias = Callable[[], tuple[PlaceMatch, ...]]


@dataclass(frozen=True, slots=True)
class CustomerHit:
    """One found customer; a higher score is better.

    ``match_source`` computes the matches on demand, because most hits are never shown.
    """

    customer: Customer
    score: float
    match_source: MatchSource = field(repr=False, compare=False)

    @property
    def matches(self) -> tuple[PlaceMatch, ...]:
        """The texts that matched, the one that says most first; empty for an empty query."""
        return self.match_source()


class CustomerSearch(Protocol):
    """Finds customers."""

    def find(self, query: str, limit: int) -> Sequence[CustomerHit]:
        """Return the best hits among all customers, best first; raises StoreError."""
        ...
