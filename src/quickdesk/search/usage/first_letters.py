"""Replies chosen after each short query: the agent's own abbreviations, learnt from use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import inf
from typing import Protocol

from quickdesk.search.query import folded_words
from quickdesk.search.usage.frecency import Frecency, bonus, with_use

LONGEST = 12
"""The longest query that is learnt, in folded characters."""
MOST_PER_LETTERS = 4
"""Replies that are stored per query, those with the highest frecency."""
_TIMES = 4.0
"""Factor of the bonus, compared with that of general use."""
LONG, MAX_AFTER_LONG = 4, 200.0
"""From this many characters on, the bonus has a maximum: less than the difference of a body and a title."""


class Picks(Protocol):
    """What is preferred after each query."""

    def bonuses(self, query: str) -> tuple[tuple[str, float], ...]:
        """Return (snippet id, bonus) pairs."""
        ...


@dataclass(frozen=True, slots=True)
class PickedReply:
    """One reply chosen after a query."""

    snippet_id: str
    frecency: Frecency


@dataclass(frozen=True, slots=True)
class FirstLetters:
    """The replies chosen after each folded query, highest frecency first.

    ``now`` is the time at which the frecencies are evaluated, so that a search needs no clock.
    """

    picks: Mapping[str, tuple[PickedReply, ...]] = field(default_factory=dict)
    now: datetime | None = None

    def bonuses(self, query: str) -> tuple[tuple[str, float], ...]:
        """Return (snippet id, bonus) pairs for the replies chosen after this query."""
        if not self.picks or self.now is None:
            return ()
        letters = key_of(query)
        most = MAX_AFTER_LONG if len(letters.replace(" ", "")) >= LONG else inf
        return tuple(
            (pick.snippet_id, min(_TIMES * bonus(pick.frecency.at(self.now)), most))
            for pick in self.picks.get(letters, ())
        )

    def chosen(self, query: str, snippet_id: str, now: datetime) -> "FirstLetters":
        """Return the value after one more choice; unchanged if the query is empty or too long."""
        letters = key_of(query)
        if not letters or len(letters) > LONGEST:
            return self
        before = {pick.snippet_id: pick.frecency for pick in self.picks.get(letters, ())}
        before[snippet_id] = with_use(before.get(snippet_id), now)
        ranked = sorted(before.items(), key=lambda pair: -pair[1].at(now))[:MOST_PER_LETTERS]
        picks = {**self.picks, letters: tuple(PickedReply(key, frecency) for key, frecency in ranked)}
        return FirstLetters(picks, now)

    def as_of(self, now: datetime) -> "FirstLetters":
        """Return the same choices, evaluated at another time."""
        return FirstLetters(self.picks, now)

    def without(self, snippet_ids: Iterable[str]) -> "FirstLetters":
        """Return the value without these replies."""
        gone = set(snippet_ids)
        kept = {
            letters: tuple(pick for pick in picks if pick.snippet_id not in gone)
            for letters, picks in self.picks.items()
        }
        return FirstLetters({letters: picks for letters, picks in kept.items() if picks}, self.now)


NOTHING_PICKED = FirstLetters()


class UsageStore(Protocol):
    """Stores how often replies are used, and after which queries."""

    def frecencies(self) -> Mapping[str, Frecency]:
        """Return the frecencies by snippet id."""
        ...

    def first_letters(self) -> FirstLetters:
        """Return the replies chosen after each query."""
        ...

    def record(self, snippet_id: str, query: str, now: datetime) -> None:
        """Store the use of a reply after a query; raise StoreError on failure."""
        ...


def key_of(query: str) -> str:
    """Return the key of a query: its folded words, separated by one space."""
    return " ".join(folded_words(query))
