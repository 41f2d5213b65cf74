"""The matched spans of found replies: exact, in UTF-16 units, without overlaps.

Spans are computed on demand, because most hits are never shown. The texts of a few replies are concatenated
and scanned together, without an index.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from quickdesk.replies.snippet import Snippet
from quickdesk.search.codes import looks_like_code, subsequence_positions
from quickdesk.search.element import Element
from quickdesk.search.hit import Span
from quickdesk.search.index.ranks import BORDER, is_latin, rank_set, ranks
from quickdesk.search.index.units import encoded, searchable_texts, texts_of, units_of
from quickdesk.search.matches import CODE, FIELDS, Flags, Numbers
from quickdesk.search.query import Reading, Word
from quickdesk.text.folding import original_positions, searchable

MAX_HIGHLIGHTS = 48
"""Matches per field and reading that are highlighted, the first ones."""
BATCH_SIZE = 12
"""Replies that are highlighted together: about as many as a window shows."""
_WIDTH = len(FIELDS)


class Highlighter:
    """Computes the spans of the replies of one result on demand, in batches."""

    def __init__(self, words: Sequence[Word], snippets: Sequence[Snippet]) -> None:
        self._words = words
        self._snippets = snippets
        self._number: dict[str, int] = {}
        self._known: dict[str, tuple[Span, ...]] = {}

    def spans(self, snippet: Snippet) -> tuple[Span, ...]:
        """Return the matched spans of one reply of the result."""
        known = self._known.get(snippet.id)
        if known is not None:
            return known
        if not self._number:
            self._number = {each.id: number for number, each in enumerate(self._snippets)}
        first = self._number[snippet.id] // BATCH_SIZE * BATCH_SIZE
        some = self._snippets[first : first + BATCH_SIZE]
        for each, spans in zip(some, spans_of(some, self._words), strict=True):
            self._known[each.id] = spans
        return self._known[snippet.id]


def spans_of(snippets: Sequence[Snippet], words: Sequence[Word]) -> list[tuple[Span, ...]]:
    """Return the matched spans of some replies, sorted by field and start; adjacent spans are merged."""
    texts = _Texts(snippets)
    found = [texts.ranges(reading) for word in words for reading in word.readings]
    found += [
        _single_unit_ranges([*texts.gaps(word.text, snippets)])
        for word in words
        if word.field in (None, "code") and (len(words) == 1 or looks_like_code(word.text))
    ]
    spans: list[list[Span]] = [[] for _ in snippets]
    for start, end in _merged(found):
        row, span = texts.span(start, end)
        spans[row].append(span)
    return [tuple(each) for each in spans]


class _Texts:
    """All fields of some replies in one array of ranks, separated by borders."""

    def __init__(self, snippets: Sequence[Snippet]) -> None:
        self._originals = [text for snippet in snippets for text in texts_of(snippet)]
        texts = [text for snippet in snippets for text in searchable_texts(snippet)]
        self._changed = {slot for slot, text in enumerate(texts) if text != self._originals[slot]}
        self._positions: dict[int, tuple[list[int], list[int]]] = {}
        fields = list(map(encoded, texts))
        border = encoded(chr(BORDER))
        self._codes = ranks()[units_of([border, *(part for field in fields for part in (field, border))])]
        self._ends = np.cumsum([len(field) // 2 + 1 for field in fields])
        self._starts = [1, *(self._ends + 1).tolist()]
        self._masks: dict[Element, Flags] = {}

    def ranges(self, reading: Reading) -> NDArray[np.int64]:
        """Return the starts (row 0) and ends (row 1) of the matches of a reading."""
        length = len(reading.elements)
        last = len(self._codes) - length
        if last < 0:  # longer than all texts
            return np.zeros((2, 0), np.int64)
        matches = self._mask(reading.elements[0])[: last + 1].copy()
        for at in range(1, length):
            matches &= self._mask(reading.elements[at])[at : last + at + 1]
        found = np.flatnonzero(matches)
        if len(found):
            found = self._applicable(found, reading)
        return np.stack((found, found + length))

    def gaps(self, word: str, snippets: Sequence[Snippet]) -> Iterator[int]:
        """Yield the positions of the characters of codes that contain a word as a subsequence."""
        for row, snippet in enumerate(snippets):
            for position in subsequence_positions(searchable(snippet.code), word):
                yield self._starts[row * _WIDTH + CODE] + position

    def span(self, start: int, end: int) -> tuple[int, Span]:
        """Return the reply of a range, and the range as a span of its field."""
        slot = int(np.searchsorted(self._ends, start))
        row, field = divmod(slot, _WIDTH)
        first, last = start - self._starts[slot], end - self._starts[slot]
        if slot in self._changed:
            if slot not in self._positions:
                self._positions[slot] = original_positions(self._originals[slot])
            starts, ends = self._positions[slot]
            first, last = starts[first], ends[last - 1]
        return row, Span(FIELDS[field], first, last - first)

    def _mask(self, element: Element) -> Flags:
        known = self._masks.get(element)
        if known is None:
            known = self._masks[element] = rank_set(element).test(self._codes)
        return known

    def _applicable(self, found: Numbers, reading: Reading) -> Numbers:
        slot = np.searchsorted(self._ends, found)
        found = found[np.arange(len(slot)) - np.searchsorted(slot, slot) < MAX_HIGHLIGHTS]
        if reading.fields:
            fields = [FIELDS.index(name) for name in reading.fields]
            found = found[np.isin(np.searchsorted(self._ends, found) % _WIDTH, fields)]
        if reading.begins_word:
            found = found[~(is_latin(self._codes[found]) & is_latin(self._codes[found - 1]))]
        return found


def _single_unit_ranges(positions: Sequence[int]) -> NDArray[np.int64]:
    start = np.array(positions, np.int64)
    return np.stack((start, start + 1))


def _merged(found: Sequence[NDArray[np.int64]]) -> Iterable[tuple[int, int]]:
    """Merge ranges that overlap or touch; borders keep those of different fields apart."""
    merged: list[list[int]] = []
    starts, ends = np.concatenate(found, axis=1) if found else np.zeros((2, 0), np.int64)
    for start, end in sorted(zip(starts.tolist(), ends.tolist(), strict=True)):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return ((start, end) for start, end in merged)
