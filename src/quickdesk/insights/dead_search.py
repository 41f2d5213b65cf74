"""Failed searches: queries that found nothing, or nothing that was chosen, for maintainers of a library.

This module decides which queries of one opening of the palette count. Personal data in stored queries is
masked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from quickdesk.text.folding import fold
from quickdesk.text.personal import masked

VIEWED_SECONDS = 1.5
"""Results that are shown for this long count as viewed."""
MIN_QUERY_LENGTH = 2
"""In characters; shorter queries do not count."""
MAX_QUERY_LENGTH = 200
"""In characters; longer queries are truncated."""


class Ending(StrEnum):
    """How a search failed."""

    NOTHING_FOUND = "nothing-found"
    NOTHING_CHOSEN = "nothing-chosen"


@dataclass(frozen=True, slots=True)
class DeadSearch:
    """A masked query that failed ``count`` times, the last time at ``when`` (timezone-aware)."""

    query: str
    when: datetime
    ending: Ending
    count: int = 1


@dataclass(frozen=True, slots=True)
class TypedQuery:
    """One query of an opening of the palette: the certain hits, and how long the list was shown.

    ``is_composed`` is True if the input method had not committed the text.
    """

    query: str
    found: int
    seconds: float
    is_composed: bool = False


class DeadSearchStore(Protocol):
    """Stores failed searches."""

    def dead_searches(self) -> Sequence[DeadSearch]:
        """Return the stored searches, the latest last."""
        ...

    def add(self, dead: Sequence[DeadSearch]) -> None:
        """Add searches, counting those with an equal key; raise StoreError on failure."""
        ...


def dead_searches(queries: Sequence[TypedQuery], now: datetime, *, is_chosen: bool) -> tuple[DeadSearch, ...]:
    """Return the failed queries of one opening; ``queries`` are in the order of typing.

    ``is_chosen`` is True if a reply was chosen in the end. A query that is extended later never counts; one
    that is left after deleting characters counts only if its results were viewed.
    """
    texts = [_normalized(each.query) for each in queries]
    last = max((number for number, text in enumerate(texts) if text), default=-1)
    found: dict[tuple[str, Ending], DeadSearch] = {}
    for number, each in enumerate(queries):
        text, is_last = texts[number], number == last and not is_chosen
        is_viewed = each.seconds >= VIEWED_SECONDS or is_last
        if (
            len(text) < MIN_QUERY_LENGTH
            or _is_extended_later(texts, number)
            or (each.is_composed and number != last)
        ):
            continue
        ending = Ending.NOTHING_CHOSEN if each.found else Ending.NOTHING_FOUND
        if is_viewed and not (each.found and is_chosen):
            counts = True
        else:
            counts = not each.found and not _is_left_of_earlier(texts, number)
        if counts:
            dead = DeadSearch(masked(text)[:MAX_QUERY_LENGTH], now, ending)
            found[dead.query, ending] = dead
    return tuple(found.values())


def counted(before: DeadSearch | None, again: DeadSearch) -> DeadSearch:
    """Return the search with the counts of both and the later time."""
    if before is None:
        return again
    return DeadSearch(again.query, max(before.when, again.when), again.ending, before.count + again.count)


def most_frequent(dead: Iterable[DeadSearch], since: datetime | None = None) -> list[DeadSearch]:
    """Return failed searches, the most frequent first, then the latest.

    With ``since``, return only those whose last failure is at that time or later, with their total counts.
    """
    recent = [each for each in dead if since is None or each.when >= since]
    latest_first = sorted(recent, key=lambda each: each.when, reverse=True)
    return sorted(latest_first, key=lambda each: each.count, reverse=True)


def key_of(dead: DeadSearch) -> str:
    """Return the key under which equal searches are counted together."""
    return f"{dead.ending} {fold(dead.query)}"


def _normalized(query: str) -> str:
    return " ".join(query.split())


def _is_extended_later(texts: Sequence[str], number: int) -> bool:
    """Return whether a later query begins with this one."""
    return any(_is_longer(later, texts[number]) for later in texts[number + 1 :])


def _is_left_of_earlier(texts: Sequence[str], number: int) -> bool:
    """Return whether an earlier query begins with this one."""
    return any(_is_longer(earlier, texts[number]) for earlier in texts[:number])


def _is_longer(longer: str, text: str) -> bool:
    return len(longer) > len(text) and fold(longer).startswith(fold(text))
