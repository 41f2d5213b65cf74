"""The lists of several segments as one, in which no unlikely reading crowds out a likelier one."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np

from quickdesk.search.lookup.best_rows import Rows
from quickdesk.search.lookup.request import Wanted
from quickdesk.search.lookup.scoring import worth_in
from quickdesk.search.lookup.top_rows import NO_GROUP
from quickdesk.search.query import Word
from quickdesk.search.ranking import prior_cap
from quickdesk.search.segment import Segment

_WINDOW = 20
_SHARE = _WINDOW // 4
"""Of the first rows, as many as are looked at, a quarter is kept for likelier readings."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row of a segment in the common list."""

    segment: int
    row: int
    score: float
    group: int


def merged(found: Sequence[Rows], limit: int) -> list[Ranked]:
    """Return the best rows of all segments, best first."""
    ranked = [
        Ranked(number, row, score, group)
        for number, rows in enumerate(found)
        for row, score, group in zip(*(each.tolist() for each in rows), strict=True)
    ]
    ranked.sort(key=lambda each: -each.score)
    return ranked[:limit]


def with_likelier(
    ranked: list[Ranked],
    segments: Sequence[Segment],
    wanted: Wanted,
    look_for: Callable[[Wanted], list[Ranked]],
) -> list[Ranked]:
    """Return the list with some rows of readings that are likelier than the one that fills it, if any does.

    These are looked for once more, by themselves: the whole list told nothing of them. What makes room for
    them follows right after.
    """
    group, count = _most_frequent(ranked[:_WINDOW])
    likelier = _likelier(wanted, group) if count > _WINDOW - _SHARE else None
    if likelier is None:
        return ranked
    seen = {(each.segment, each.row) for each in ranked[:_WINDOW]}
    others = [each for each in look_for(likelier) if (each.segment, each.row) not in seen]
    others = _rescored(others[: count - _WINDOW + _SHARE], segments, wanted)
    places = {(each.segment, each.row) for each in others}
    crowding = [each for each in ranked[:_WINDOW] if each.group == group]
    moved = crowding[len(crowding) - len(others) :]
    first = [each for each in ranked[:_WINDOW] if each not in moved]
    rest = [each for each in ranked[_WINDOW:] if (each.segment, each.row) not in places]
    return [*first, *others, *moved, *rest][: wanted.limit]


def best_match(ranked: Sequence[Ranked], segments: Sequence[Segment], wanted: Wanted) -> float:
    """Return the highest score there is without what habit adds; -inf where nothing was found."""
    return max((each.score - _habit(each, segments, wanted) for each in ranked), default=-inf)


def _habit(each: Ranked, segments: Sequence[Segment], wanted: Wanted) -> float:
    segment = segments[each.segment]
    snippet_id = segment.snippets[each.row].id
    picked = sum(bonus for key, bonus in wanted.picked if key == snippet_id)
    return min(float(segment.prior[each.row]), prior_cap(wanted.typed)) + picked


def _most_frequent(window: Sequence[Ranked]) -> tuple[int, int]:
    """Return the reading that most rows of a list owe their place to, and how many do."""
    groups = Counter(each.group for each in window if each.group != NO_GROUP)
    return groups.most_common(1)[0] if groups else (NO_GROUP, 0)


def _likelier(wanted: Wanted, group: int) -> Wanted | None:
    (word,) = wanted.words  # of several words no reading is told
    readings = tuple(each for each in word.readings if each.penalty < word.readings[group].penalty)
    return replace(wanted, words=(Word(word.text, readings, word.field),), limit=_SHARE) if readings else None


def _rescored(some: Sequence[Ranked], segments: Sequence[Segment], wanted: Wanted) -> list[Ranked]:
    """Return rows with what they are worth by all readings."""
    (word,) = wanted.words
    worth: dict[tuple[int, int], float] = {}
    for number in {each.segment for each in some}:
        segment = segments[number]
        rows = np.array(sorted(each.row for each in some if each.segment == number), np.int64)
        scores = worth_in(segment.index, word, rows) + segment.plain_ground[rows]
        worth.update(zip([(number, row) for row in rows.tolist()], scores.tolist(), strict=True))
    return [
        replace(each, score=worth[each.segment, each.row] + _habit(each, segments, wanted)) for each in some
    ]
