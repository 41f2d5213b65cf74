"""Merging the results of segments, without letting an unlikely reading displace likelier ones."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np

from quickdesk.search.lookup.best_rows import Rows
from quickdesk.search.lookup.request import SearchRequest
from quickdesk.search.lookup.scoring import word_scores
from quickdesk.search.lookup.top_rows import NO_GROUP
from quickdesk.search.query import Word
from quickdesk.search.ranking import prior_cap
from quickdesk.search.segment import Segment

_WINDOW = 20
_SHARE = _WINDOW // 4
"""A quarter of the first _WINDOW rows is reserved for likelier readings."""


@dataclass(frozen=True, slots=True)
class RankedRow:
    """A row of a segment in the merged list."""

    segment: int
    row: int
    score: float
    group: int


def merged(found: Sequence[Rows], limit: int) -> list[RankedRow]:
    """Return the best rows of all segments, best first."""
    ranked = [
        RankedRow(number, row, score, group)
        for number, rows in enumerate(found)
        for row, score, group in zip(*(each.tolist() for each in rows), strict=True)
    ]
    ranked.sort(key=lambda each: -each.score)
    return ranked[:limit]


def with_likelier_readings(
    ranked: list[RankedRow],
    segments: Sequence[Segment],
    request: SearchRequest,
    search: Callable[[SearchRequest], list[RankedRow]],
) -> list[RankedRow]:
    """Return the list with some rows of likelier readings, if one unlikely reading fills its beginning.

    The likelier readings are searched again on their own. The rows they displace follow directly after them.
    """
    group, count = _most_frequent(ranked[:_WINDOW])
    likelier = _likelier_request(request, group) if count > _WINDOW - _SHARE else None
    if likelier is None:
        return ranked
    seen = {(each.segment, each.row) for each in ranked[:_WINDOW]}
    others = [each for each in search(likelier) if (each.segment, each.row) not in seen]
    others = _rescored(others[: count - _WINDOW + _SHARE], segments, request)
    inserted = {(each.segment, each.row) for each in others}
    same_group = [each for each in ranked[:_WINDOW] if each.group == group]
    moved = same_group[len(same_group) - len(others) :]
    first = [each for each in ranked[:_WINDOW] if each not in moved]
    rest = [each for each in ranked[_WINDOW:] if (each.segment, each.row) not in inserted]
    return [*first, *others, *moved, *rest][: request.limit]


def best_match(ranked: Sequence[RankedRow], segments: Sequence[Segment], request: SearchRequest) -> float:
    """Return the highest score without priors and bonuses, -inf for no rows."""
    return max((each.score - _habit_bonus(each, segments, request) for each in ranked), default=-inf)


def match_score(each: RankedRow, segments: Sequence[Segment], request: SearchRequest) -> float:
    """Return the score of the match of a row alone, without what its reply adds."""
    base = float(segments[each.segment].plain_base_score[each.row])
    return round(each.score - base - _habit_bonus(each, segments, request), 3)


def _habit_bonus(each: RankedRow, segments: Sequence[Segment], request: SearchRequest) -> float:
    segment = segments[each.segment]
    snippet_id = segment.snippets[each.row].id
    picked = sum(bonus for key, bonus in request.picked if key == snippet_id)
    return min(float(segment.prior[each.row]), prior_cap(request.typed)) + picked


def _most_frequent(window: Sequence[RankedRow]) -> tuple[int, int]:
    """Return the most frequent group of some rows and its count."""
    groups = Counter(each.group for each in window if each.group != NO_GROUP)
    return groups.most_common(1)[0] if groups else (NO_GROUP, 0)


def _likelier_request(request: SearchRequest, group: int) -> SearchRequest | None:
    (word,) = request.words  # with several words, rows have no group
    most = word.readings[group].penalty
    readings = tuple(each for each in word.readings if each.penalty < most and not each.is_whole)
    if not readings:
        return None
    return replace(request, words=(Word(word.text, readings, word.field),), limit=_SHARE)


def _rescored(
    some: Sequence[RankedRow], segments: Sequence[Segment], request: SearchRequest
) -> list[RankedRow]:
    """Return rows with their scores by all readings."""
    (word,) = request.words
    score_of: dict[tuple[int, int], float] = {}
    for number in {each.segment for each in some}:
        segment = segments[number]
        rows = np.array(sorted(each.row for each in some if each.segment == number), np.int64)
        scores = word_scores(segment.index, word, rows) + segment.plain_base_score[rows]
        score_of.update(zip([(number, row) for row in rows.tolist()], scores.tolist(), strict=True))
    return [
        replace(each, score=score_of[each.segment, each.row] + _habit_bonus(each, segments, request))
        for each in some
    ]
