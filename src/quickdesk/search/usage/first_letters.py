"""What was chosen after which first letters: the agent's own abbreviations, learnt without asking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import inf
from typing import Protocol

from quickdesk.search.query import folded_words
from quickdesk.search.usage.frecency import Frecency, bonus, with_use

LONGEST = 12
"""Longer queries say by themselves what is meant."""
MOST_PER_LETTERS = 4
_TIMES = 4.0
"""What was chosen after these very letters says much more than what is used anyhow."""
LONG, MAX_AFTER_LONG = 4, 200.0
"""After so many characters it may lift a reply within its kind of match or to the next, never from a body
over a title."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One reply chosen after some letters."""

    snippet_id: str
    frecency: Frecency


@dataclass(frozen=True, slots=True)
class FirstLetters:
    """For each query, folded, the replies chosen after it, the best first, as of a moment.

    The moment is kept beside, so that a search needs no clock.
    """

    picks: Mapping[str, tuple[Pick, ...]] = field(default_factory=dict)
    now: datetime | None = None

    def bonuses(self, query: str) -> tuple[tuple[str, float], ...]:
        """Return the replies that this very query is known to mean, with what that is worth."""
        if not self.picks or self.now is None:
            return ()
        letters = key_of(query)
        most = MAX_AFTER_LONG if len(letters.replace(" ", "")) >= LONG else inf
        return tuple(
            (pick.snippet_id, min(_TIMES * bonus(pick.frecency.at(self.now)), most))
            for pick in self.picks.get(letters, ())
        )

    def chosen(self, query: str, snippet_id: str, now: datetime) -> "FirstLetters":
        """Return the value after one more choice; the same where the query is empty or long."""
        letters = key_of(query)
        if not letters or len(letters) > LONGEST:
            return self
        before = {pick.snippet_id: pick.frecency for pick in self.picks.get(letters, ())}
        before[snippet_id] = with_use(before.get(snippet_id), now)
        ranked = sorted(before.items(), key=lambda pair: -pair[1].at(now))[:MOST_PER_LETTERS]
        picks = {**self.picks, letters: tuple(Pick(key, frecency) for key, frecency in ranked)}
        return FirstLetters(picks, now)

    def as_of(self, now: datetime) -> "FirstLetters":
        """Return the same choices, to be weighed as of another moment."""
        return FirstLetters(self.picks, now)

    def without(self, snippet_ids: Iterable[str]) -> "FirstLetters":
        """Return the value without replies that are gone for good."""
        gone = set(snippet_ids)
        kept = {
            letters: tuple(pick for pick in picks if pick.snippet_id not in gone)
            for letters, picks in self.picks.items()
        }
        return FirstLetters({letters: picks for letters, picks in kept.items() if picks}, self.now)


NOTHING_PICKED = FirstLetters()


class UsageStore(Protocol):
    """Keeps how an agent uses replies."""

    def frecencies(self) -> Mapping[str, Frecency]:
        """Return the frecency of each reply by id."""
        ...

    def first_letters(self) -> FirstLetters:
        """Return what was chosen after which letters."""
        ...

    def record(self, snippet_id: str, query: str, now: datetime) -> None:
        """Keep that a reply was used after this query; raises StoreError."""
        ...


def key_of(query: str) -> str:
    """Return a query as choices are remembered by it: folded, one space between words."""
    return " ".join(folded_words(query))
