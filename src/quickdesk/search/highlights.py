"""Which stretches of a found reply matched: exact, in UTF-16 units, without overlaps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.codes import gap_places
from quickdesk.search.hit import Span
from quickdesk.search.places import FIELDS
from quickdesk.search.ranking import WordMatch

MOST_PLACES = 128
"""Of a field in which more places match (a letter in a long body), only the first are marked."""

_CODE = FIELDS.index("code")


def spans_of(
    matches: Sequence[WordMatch], snippets: Sequence[Snippet], rows: Sequence[int]
) -> Mapping[int, tuple[Span, ...]]:
    """Return the spans of some rows, sorted by field and start; touching ones are one."""
    stretches: dict[int, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for row, field, start, length in _placed(matches, len(snippets), rows):
        stretches[row][field].append((start, length))
    for row in rows:
        for match in matches:
            places = gap_places(snippets[row].code, match.word.text)
            stretches[row][_CODE].extend((place, 1) for place in places)
    return {row: tuple(_spans(fields)) for row, fields in stretches.items()}


def _placed(
    matches: Sequence[WordMatch], count: int, rows: Sequence[int]
) -> Iterable[tuple[int, int, int, int]]:
    wanted = np.zeros(count, np.bool_)
    wanted[list(rows)] = True
    for match in matches:
        for places in match.places:
            chosen = np.flatnonzero(wanted[places.row])
            field = places.row[chosen] * len(FIELDS) + places.field[chosen]
            start = places.start[chosen]
            order = np.lexsort((start, field))
            field, start = field[order], start[order]
            first = np.arange(len(field)) - np.searchsorted(field, field) < MOST_PLACES
            for slot, at in zip(field[first].tolist(), start[first].tolist(), strict=True):
                yield *divmod(slot, len(FIELDS)), at, places.length


def _spans(fields: Mapping[int, Iterable[tuple[int, int]]]) -> Iterable[Span]:
    for field in sorted(fields):
        for start, end in _merged(fields[field]):
            yield Span(FIELDS[field], start, end - start)


def _merged(stretches: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, length in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], start + length))
        else:
            merged.append((start, start + length))
    return merged
