"""The lists of several segments as one, in which no unlikely reading crowds out a likelier one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from quickdesk.search.lookup.best_rows import GROUP_SHARE, Rows
from quickdesk.search.lookup.found import NO_GROUP
from quickdesk.search.lookup.wanted import Wanted
from quickdesk.search.query import Reading
from quickdesk.search.ranking import prior_cap
from quickdesk.search.segment import Segment

_WINDOW = 4 * GROUP_SHARE
"""Of the first rows, as many as are looked at, a quarter is kept for likelier readings."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row of a segment in the common list."""

    segment: int
    row: int
    score: float
    group: int


def merged(found: Sequence[Rows], limit: int, readings: Sequence[Reading]) -> list[Ranked]:
    """Return the best rows of all segments, best first, but for those that make room for others."""
    ranked = [
        Ranked(number, row, score, group)
        for number, rows in enumerate(found)
        for row, score, group in zip(*(each.tolist() for each in rows), strict=True)
    ]
    ranked.sort(key=lambda each: -each.score)
    return _shared(ranked, min(_WINDOW, limit), readings)[:limit]


def best_match(ranked: Sequence[Ranked], segments: Sequence[Segment], wanted: Wanted) -> float:
    """Return the highest score there is without what habit adds; -inf where nothing was found."""
    cap, picked = prior_cap(wanted.typed), dict(wanted.picked)

    def without_habit(each: Ranked) -> float:
        segment = segments[each.segment]
        habit = min(float(segment.prior[each.row]), cap)
        return each.score - habit - picked.get(segment.snippets[each.row].id, 0.0)

    return max(map(without_habit, ranked), default=-inf)


def _shared(ranked: list[Ranked], window: int, readings: Sequence[Reading]) -> list[Ranked]:
    share = window - window // 4
    groups = Counter(each.group for each in ranked[:window] if each.group != NO_GROUP)
    group, count = groups.most_common(1)[0] if groups else (NO_GROUP, 0)
    if count <= share:
        return ranked
    penalty = readings[group].penalty
    likelier = [
        each
        for each in ranked[window:]
        if each.group not in (NO_GROUP, group) and readings[each.group].penalty < penalty
    ][: count - share]
    crowding = [each for each in ranked[:window] if each.group == group]
    moved = crowding[len(crowding) - len(likelier) :]
    first = [each for each in ranked[:window] if each not in moved]
    rest = [each for each in ranked[window:] if each not in likelier]
    return [*first, *likelier, *moved, *rest]
