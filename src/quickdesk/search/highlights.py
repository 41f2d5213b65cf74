"""Which stretches of a found reply matched: exact, in UTF-16 units, without overlaps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from quickdesk.search.codes import gap_places, looks_like_code
from quickdesk.search.hit import Span
from quickdesk.search.index.units import encoded, folding, latin, units_of
from quickdesk.search.places import CODE, FIELDS, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import looks_into
from quickdesk.search.segment import Segment

MOST_PLACES = 48
"""Of a field in which more places match (a letter in a long body), only the first are marked."""


def spans_of(segment: Segment, words: Sequence[Word], rows: Sequence[int]) -> Mapping[int, tuple[Span, ...]]:
    """Return the spans of some rows, sorted by field and start; touching ones are one."""
    stretches: dict[int, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for word in words:
        for reading in word.readings:
            for row, field, start, length in _placed(segment, reading, rows):
                stretches[row][field].append((start, length))
        if word.field in (None, "code") and (len(words) == 1 or looks_like_code(word.text)):
            for row in rows:
                places = gap_places(segment.snippets[row].code, word.text)
                stretches[row][CODE].extend((place, 1) for place in places)
    return {row: tuple(_spans(fields)) for row, fields in stretches.items()}


def _placed(segment: Segment, reading: Reading, rows: Sequence[int]) -> Iterable[tuple[int, int, int, int]]:
    index = segment.index
    if not any(looks_into(reading, part) and index.estimate(reading.elements, part) for part in Part):
        return
    places = index.places(reading.elements, np.array(sorted(set(rows)), np.int64))
    allowed = [reading.fields == () or name in reading.fields for name in FIELDS]
    slot = places.row * len(FIELDS) + places.field
    order = np.lexsort((places.start, slot))
    slot, start = slot[order], places.start[order]
    first = np.arange(len(slot)) - np.searchsorted(slot, slot) < MOST_PLACES
    for number, at in zip(slot[first].tolist(), start[first].tolist(), strict=True):
        row, field = divmod(number, len(FIELDS))
        if allowed[field] and not (reading.begins_word and _is_in_word(segment, row, field, at)):
            yield row, field, at, places.length


def _is_in_word(segment: Segment, row: int, field: int, at: int) -> bool:
    """Tell whether a Latin word goes on at this place of a field."""
    snippet = segment.snippets[row]
    texts = (snippet.code, snippet.title, " ".join(snippet.tags), snippet.folder_path, snippet.body)
    units = folding()[units_of([encoded(texts[field])])[max(at - 1, 0) : at + 1]]
    return at > 0 and bool(latin()[units].all())


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
