"""The best rows of all segments: of the words of a query, and of the same words as one phrase."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quickdesk.search.lookup.best_rows import best_rows
from quickdesk.search.lookup.merging import RankedRow, merged, with_likelier_readings
from quickdesk.search.lookup.request import IsCancelled, SearchRequest, check_cancelled
from quickdesk.search.lookup.scoring import can_match
from quickdesk.search.matches import PARTS
from quickdesk.search.query import Word
from quickdesk.search.ranking import phrase_bonus
from quickdesk.search.segment import Segment


def matchable_words(
    segments: Sequence[Segment], words: Iterable[Word], is_cancelled: IsCancelled = lambda: False
) -> tuple[Word, ...]:
    """Return the words without the readings that cannot match; raise SearchCancelledError."""
    found = []
    for word in words:
        readings = []
        for reading in word.readings:
            check_cancelled(is_cancelled)
            if any(can_match(segment.index, reading, part) for segment in segments for part in PARTS):
                readings.append(reading)
        found.append(replace(word, readings=tuple(readings)))
    return tuple(found)


def ranked_rows(
    segments: Sequence[Segment], request: SearchRequest, is_cancelled: IsCancelled
) -> list[RankedRow]:
    """Return the best rows of all segments, best first; raise SearchCancelledError."""

    def search(some: SearchRequest) -> list[RankedRow]:
        return merged([best_rows(segment, some, is_cancelled) for segment in segments], some.limit)

    apart = with_likelier_readings(search(request), segments, request, search)
    if request.phrase is None or not apart:
        return apart
    together = search(replace(request, words=(request.phrase,), phrase=None))
    return _best_of_both(apart, together, phrase_bonus(len(request.words)))[: request.limit]


def _best_of_both(apart: Sequence[RankedRow], together: Sequence[RankedRow], bonus: float) -> list[RankedRow]:
    """Return the rows of words apart and of words together, each row once with its best score."""
    best = {(each.segment, each.row): each for each in apart}
    for each in together:
        raised = replace(each, score=each.score + bonus)
        before = best.get((each.segment, each.row))
        if before is None or before.score < raised.score:
            best[each.segment, each.row] = raised
    return sorted(best.values(), key=lambda each: -each.score)
