"""Searches that led nowhere: what agents look for and do not find, for whoever looks after the replies.

Which queries of one opening of the palette count is decided here. What is kept is masked of personal data.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from quickdesk.text.folding import fold
from quickdesk.text.personal import masked

LOOKED_AT_SECONDS = 1.5
"""Results that stood so long were looked at."""
SHORTEST = 2
LONGEST = 200
"""Of a longer query only the beginning is kept."""


class Ending(StrEnum):
    """How a search led nowhere."""

    NOTHING_FOUND = "nothing-found"
    NOTHING_CHOSEN = "nothing-chosen"


@dataclass(frozen=True, slots=True)
class DeadSearch:
    """A query, masked, that led nowhere ``count`` times, the last time ``when`` (with a time zone)."""

    query: str
    when: datetime
    ending: Ending
    count: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """One query of an opening: how many replies it found, and for how long they stood there.

    ``is_composed`` says that an input method had not finished it.
    """

    query: str
    found: int
    seconds: float
    is_composed: bool = False


class DeadSearchStore(Protocol):
    """Keeps the searches that led nowhere."""

    def dead_searches(self) -> Sequence[DeadSearch]:
        """Return what was kept, the latest last."""
        ...

    def add(self, dead: Sequence[DeadSearch]) -> None:
        """Keep more; the same query with the same ending is counted. Raises StoreError."""
        ...


def dead_searches(asked: Sequence[Asked], now: datetime, *, is_chosen: bool) -> tuple[DeadSearch, ...]:
    """Return which queries of one opening led nowhere; ``asked`` is in the order in which they were typed.

    ``is_chosen`` says that the opening ended with a choice. A query on the way to a longer one never counts;
    one on the way back only where its results were looked at.
    """
    texts = [_tidied(each.query) for each in asked]
    last = max((number for number, text in enumerate(texts) if text), default=-1)
    found: dict[tuple[str, Ending], DeadSearch] = {}
    for number, each in enumerate(asked):
        text, is_last = texts[number], number == last and not is_chosen
        is_looked_at = each.seconds >= LOOKED_AT_SECONDS or is_last
        if len(text) < SHORTEST or _goes_on(texts, number) or (each.is_composed and number != last):
            continue
        ending = Ending.NOTHING_CHOSEN if each.found else Ending.NOTHING_FOUND
        if is_looked_at and not (each.found and is_chosen):
            counts = True
        else:
            counts = not each.found and not _goes_back(texts, number)
        if counts:
            dead = DeadSearch(masked(text)[:LONGEST], now, ending)
            found[dead.query, ending] = dead
    return tuple(found.values())


def counted(before: DeadSearch | None, again: DeadSearch) -> DeadSearch:
    """Return a dead search after it happened again."""
    if before is None:
        return again
    return DeadSearch(again.query, max(before.when, again.when), again.ending, before.count + again.count)


def most_wanted(dead: Iterable[DeadSearch], since: datetime | None = None) -> list[DeadSearch]:
    """Return searches that led nowhere, the most frequent first, then the latest.

    With ``since`` only those that happened again at that moment or later; they count whole.
    """
    recent = [each for each in dead if since is None or each.when >= since]
    latest_first = sorted(recent, key=lambda each: each.when, reverse=True)
    return sorted(latest_first, key=lambda each: each.count, reverse=True)


def key_of(dead: DeadSearch) -> str:
    """Return what is the same for searches that are counted together."""
    return f"{dead.ending} {fold(dead.query)}"


def _tidied(query: str) -> str:
    return " ".join(query.split())


def _goes_on(texts: Sequence[str], number: int) -> bool:
    """Whether a later query begins with this one."""
    return any(_begins(later, texts[number]) for later in texts[number + 1 :])


def _goes_back(texts: Sequence[str], number: int) -> bool:
    """Whether this one is what was left of an earlier query."""
    return any(_begins(earlier, texts[number]) for earlier in texts[:number])


def _begins(longer: str, text: str) -> bool:
    return len(longer) > len(text) and fold(longer).startswith(fold(text))
