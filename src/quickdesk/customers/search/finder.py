"""The finder of customers: the engine of the search for replies over the texts of the cards.

It ranks an exact nickname first, then numbers that end with the query, the beginning of a nickname, its
pinyin, names, tags and the remark, and free fields and notes last; among equals the customers who were
contacted last. Every word of a query must match; slips are forgiven as in the search for replies. It is an
in-memory cache of the store and is never written to a disk. Not thread-safe.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.search.beginnings import Beginnings
from quickdesk.customers.search.document import customer_id_of, matches_of, rows_of
from quickdesk.customers.search.hit import CustomerHit, PlaceMatch
from quickdesk.customers.search.tails import NumberTails, plain_number, tail_in, tail_matches
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.hit import Hit
from quickdesk.search.lookup.request import IsCancelled, SearchCancelledError
from quickdesk.search.ranking import LONGEST_TITLE
from quickdesk.text.folding import utf16_length

WHOLE_NUMBER, END_OF_NUMBER = 1050.0, 1000.0
"""The scores of numbers: below an exact nickname, above the beginning of one."""
MOST_RECENT = 256
"""Customers that are preferred among equals."""
_PREFERRED, _RECENT = 60.0, 15.0
"""What the last contacted customer gets in the engine, where the length of a nickname counts up to 40, and in
the score of its hit, where less than the difference between two ways of matching is enough."""
_BY_LENGTH = 0.001
_SPREAD = 2
"""How many rows are searched for each customer that is wanted; a card has one for each nickname."""


@dataclass(frozen=True, slots=True)
class SearchedCard:
    """A customer with the notes about it."""

    customer: Customer
    notes: tuple[Note, ...] = ()


class CustomerFinder:
    """Finds customers in the cards that it was given."""

    def __init__(self) -> None:
        self.library = LibraryFinder()
        """The engine; what it shares with replies is done with it: sounds, preparation, base index."""
        self._cards: dict[str, SearchedCard] = {}
        self._rows: dict[str, tuple[Snippet, ...]] = {}
        self._tails = NumberTails()
        self._beginnings = Beginnings()
        self._recent: Mapping[str, float] = {}
        self.library.set_first_letters(self._beginnings)

    def __len__(self) -> int:
        return len(self._cards)

    def __contains__(self, customer_id: str) -> bool:
        return customer_id in self._cards

    def card(self, customer_id: str) -> SearchedCard | None:
        """Return the card as it is indexed, or None."""
        return self._cards.get(customer_id)

    def update(self, put: Iterable[SearchedCard] = (), remove: Iterable[str] = ()) -> None:
        """Add or replace cards, and remove others by the id of the customer.

        The cost grows with the change only. What is put is found by the next search.
        """
        gone: list[str] = []
        for customer_id in remove:
            gone += self._forget(customer_id)
        rows: dict[str, Snippet] = {}
        for card in put:
            gone += self._forget(card.customer.id)
            rows.update((row.id, row) for row in self._indexed(card))
        self._beginnings.add([(key, row.title) for key, row in rows.items()])
        self.library.update(rows.values(), [row_id for row_id in gone if row_id not in rows])

    def set_recent(self, customer_ids: Sequence[str]) -> None:
        """Set the customers who were contacted last, the last one first; they are first among equals."""
        some = customer_ids[:MOST_RECENT]
        self._recent = {key: 1 - at / MOST_RECENT for at, key in enumerate(some)}
        self.library.set_prior(
            {
                row.id: _PREFERRED * share
                for key, share in self._recent.items()
                for row in self._rows.get(key, ())
            }
        )

    def find(
        self, query: str, limit: int = 50, is_cancelled: IsCancelled = lambda: False
    ) -> Sequence[CustomerHit] | None:
        """Return the best hits, best first; None if ``is_cancelled`` returned True during the search.

        For an empty query these are the customers who were contacted last, then others. Any string is valid.
        """
        if limit <= 0:
            return []
        try:
            by_text = self._by_text(query, limit, is_cancelled)
        except SearchCancelledError:
            return None
        best: dict[str, CustomerHit] = {}
        for hit in (*self._by_number(query), *by_text):
            known = best.get(hit.customer.id)
            if known is None or known.score < hit.score:
                best[hit.customer.id] = hit
        return sorted(best.values(), key=lambda each: -each.score)[:limit]

    def _by_text(self, query: str, limit: int, is_cancelled: IsCancelled) -> list[CustomerHit]:
        wanted = limit
        while True:
            wanted *= _SPREAD
            found = self.library.find_certain(query, wanted, is_cancelled)
            first: dict[str, Hit] = {}
            for hit in found:
                first.setdefault(customer_id_of(hit.snippet.id), hit)
            if len(first) >= limit or len(found) < wanted:
                return [self._hit(key, hit) for key, hit in first.items()]

    def _hit(self, customer_id: str, hit: Hit) -> CustomerHit:
        """Return the hit of a row; matches of one kind differ in who was contacted last, then in length."""
        card, share = self._cards[customer_id], self._recent.get(customer_id, 0.0)
        length = min(utf16_length(hit.snippet.title), LONGEST_TITLE)
        kind = hit.score - _PREFERRED * share + length
        score = round(kind + _RECENT * share - _BY_LENGTH * length, 4)
        return CustomerHit(card.customer, score, partial(_matches, card, hit))

    def _by_number(self, query: str) -> list[CustomerHit]:
        tail = tail_in(query)
        hits = []
        for customer_id in self._tails.candidates(tail) if tail else ():
            customer = self._cards[customer_id].customer
            matches = tail_matches(customer, tail)
            if matches:
                is_whole = any(plain_number(match.text) == tail for match in matches)
                score = WHOLE_NUMBER if is_whole else END_OF_NUMBER
                score += _RECENT * self._recent.get(customer_id, 0.0)
                hits.append(CustomerHit(customer, score, partial(_same, matches)))
        return hits

    def _indexed(self, card: SearchedCard) -> tuple[Snippet, ...]:
        customer = card.customer
        rows = rows_of(customer, card.notes)
        self._cards[customer.id], self._rows[customer.id] = card, rows
        self._tails.add(customer)
        return rows

    def _forget(self, customer_id: str) -> list[str]:
        """Remove a card from everything but the engine, and return the ids of its rows."""
        card = self._cards.pop(customer_id, None)
        if card is None:
            return []
        rows = self._rows.pop(customer_id)
        self._tails.remove(card.customer)
        for row in rows:
            self._beginnings.remove(row.id, row.title)
        return [row.id for row in rows]


def _matches(card: SearchedCard, hit: Hit) -> tuple[PlaceMatch, ...]:
    return matches_of(card.customer, card.notes, hit.snippet, hit.spans)


def _same(matches: tuple[PlaceMatch, ...]) -> tuple[PlaceMatch, ...]:
    return matches
