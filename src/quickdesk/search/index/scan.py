"""An index of up to a few thousand rows that is fast to build, for what changed since the base was built.

All fields of all rows are concatenated into one array of folded UTF-16 units with a separator after each.
The units that occur are numbered, and the positions of each are stored. A search starts from the rarest
element of a sequence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.codes import match_subsequences
from quickdesk.search.element import INITIALS, Element, ElementKind
from quickdesk.search.hit import ASK_BORDER
from quickdesk.search.index.postings import expand_ranges
from quickdesk.search.index.units import (
    ALL_UNITS,
    BORDERS,
    alphanumeric_units,
    encoded,
    folded_units,
    folding,
    joined_units,
    latin_units,
    searchable_texts,
    units_of,
)
from quickdesk.search.matches import (
    ASKS,
    AT_START,
    BODY_FIELD,
    CODE,
    FIELDS,
    TITLE,
    WHOLE,
    Flags,
    Lengths,
    Matches,
    Numbers,
    Part,
)

_FEW, _TWO = 16, 2
_SEPARATOR = BORDERS[0]
_ASK_BORDER = ord(ASK_BORDER)
_WIDTH = len(FIELDS)


@dataclass(frozen=True, slots=True)
class _UnitSet:
    """The units of an element that occur here: their numbers, a mask by number and their frequency."""

    members: Numbers
    table: Flags
    occurrences: int


class ScanCandidates:
    """Matches whose details are already computed."""

    def __init__(self, matches: Matches) -> None:
        self._matches = matches
        self.row = matches.row
        self.alignment = matches.alignment

    def details(self, kept: Numbers | None = None) -> Matches:
        """Return the matches with these indices, or all of them."""
        return self._matches if kept is None else self._matches.filtered(kept)


class ScanIndex:
    """An immutable :class:`Index` that scans its rows."""

    def __init__(self, snippets: Sequence[Snippet]) -> None:
        self._lay_out([*chain.from_iterable(map(searchable_texts, snippets))])
        self._number_units()
        self._sets: dict[Element, _UnitSet] = {}

    def _lay_out(self, fields: Sequence[str]) -> None:
        units = joined_units(fields)
        ends = np.flatnonzero(units == _SEPARATOR)
        self._count = len(fields) // _WIDTH
        self._field_length = np.diff(ends, prepend=-1) - 1
        self._field_start = ends - self._field_length
        self._slot = np.repeat(np.arange(len(fields), dtype=np.int32), self._field_length + 1)
        kinds = np.tile(np.arange(_WIDTH, dtype=np.int8), self._count)
        self._field = np.repeat(kinds, self._field_length + 1)
        self._longest = int(self._field_length.max(initial=0))
        self._units = folding()[units]
        self._units[ends] = _SEPARATOR

    def _number_units(self) -> None:
        counts = np.bincount(self._units, minlength=ALL_UNITS)
        used = np.flatnonzero(counts)
        self._number = np.full(ALL_UNITS, -1, np.int32)
        self._number[used] = np.arange(len(used))
        self._codes = self._number.astype(np.uint16)[self._units]
        self._latin, self._letters = latin_units()[used], alphanumeric_units()[used]
        self._positions = np.argsort(self._codes, kind="stable").astype(np.int32)
        self._first = np.concatenate(([0], np.cumsum(counts[used])))

    @property
    def lengths(self) -> Lengths:
        """The UTF-16 units of each field of each row."""
        return self._field_length.reshape(-1, _WIDTH)

    def estimate(self, elements: Sequence[Element], part: Part) -> int:
        """Return the frequency of the rarest element in both parts together, which is faster to compute."""
        del part
        if len(elements) > self._longest:
            return 0
        return min(self._set_of(element).occurrences for element in elements)

    def size(self, part: Part) -> int:
        """Return the number of units in both parts together."""
        del part
        return len(self._codes)

    def candidates(
        self, elements: Sequence[Element], part: Part, rows: Numbers | None = None
    ) -> ScanCandidates:
        """Return all matches in these rows (sorted, unique; None: in all rows)."""
        found = self._find(elements, rows)
        field = self._field[found]
        in_part = np.flatnonzero((field == BODY_FIELD) == (part is Part.BODY))
        found, field = found[in_part], field[in_part]
        slot = self._slot[found].astype(np.int64)
        start = found - self._field_start[slot]
        at_start = (start == 0) & (field != BODY_FIELD)
        at_end = self._field_length[slot] - start == len(elements)
        asks = np.flatnonzero(field == ASKS)
        if len(asks):
            at_start[asks] |= self._units[found[asks] - 1] == _ASK_BORDER
            at_end[asks] |= self._units[found[asks] + len(elements)] == _ASK_BORDER
        whole = at_start & at_end
        in_word = (start > 0) & self._latin[self._codes[found]] & self._latin[self._codes[found - 1]]
        alignment = np.where(whole, WHOLE, at_start).astype(np.int8)
        typed = self._as_typed(found, elements)
        surrounded = np.zeros(len(found), np.bool_)
        if part is Part.HEAD and len(elements) == _TWO and all(each.kind in INITIALS for each in elements):
            after = start + _TWO < self._field_length[slot]
            surrounded = (start > 0) & after
            surrounded[surrounded] = (
                self._letters[self._codes[found[surrounded] - 1]]
                & self._letters[self._codes[found[surrounded] + _TWO]]
            )
        return ScanCandidates(Matches(slot // _WIDTH, field, alignment, typed, in_word, surrounded))

    def preparation_steps(self) -> Iterator[None]:
        """Yield nothing: the index is complete."""
        yield from ()

    def batches(self, element: Element, part: Part) -> Iterator[ScanCandidates]:
        """Yield all matches of one element in one batch."""
        yield self.candidates((element,), part)

    def at_field_start(self, element: Element) -> ScanCandidates:
        """Return the matches of one element at the start of a code, a title or an ask."""
        matches = self.candidates((element,), Part.HEAD).details()
        is_wanted = (matches.field <= TITLE) | (matches.field == ASKS)
        return ScanCandidates(matches.filtered((matches.alignment >= AT_START) & is_wanted))

    def codes_with_gaps(self, word: str) -> tuple[Numbers, Numbers]:
        """Return the rows whose code contains a folded word as a subsequence, and their other units."""
        slots = slice(CODE, None, _WIDTH)
        start, length = self._field_start[slots], self._field_length[slots]
        return match_subsequences(self._units, start, length, folded_units(word))

    def _find(self, elements: Sequence[Element], rows: Numbers | None) -> Numbers:
        if not self.estimate(elements, Part.HEAD):
            return np.zeros(0, np.int64)
        sets = [self._set_of(element) for element in elements]
        order = sorted(range(len(sets)), key=lambda j: sets[j].occurrences)
        if rows is not None and len(rows) * _FEW < self._count:
            return self._scan_rows(sets, order, rows)
        found = self._positions_of(sets[order[0]]) - order[0]
        found = found[(found >= 0) & (found <= len(self._codes) - len(sets))]
        if rows is not None:
            wanted = np.zeros(self._count, np.bool_)
            wanted[rows] = True
            found = found[wanted[self._slot[found] // _WIDTH]]
        for j in order[1:]:
            if not len(found):
                break
            found = found[sets[j].table[self._codes[found + j]]]
        return found

    def _scan_rows(self, sets: Sequence[_UnitSet], order: Sequence[int], rows: Numbers) -> Numbers:
        """Return the matches in a few rows by testing each of their positions."""
        first, last = self._field_start[rows * _WIDTH], self._field_start[(rows + 1) * _WIDTH - 1]
        found = expand_ranges(first, last + self._field_length[(rows + 1) * _WIDTH - 1])
        found = found[found <= len(self._codes) - len(sets)]
        for j in order:
            found = found[sets[j].table[self._codes[found + j]]]
        return found

    def _set_of(self, element: Element) -> _UnitSet:
        known = self._sets.get(element)
        if known is None:
            units = units_of([encoded(element.units)])
            members = self._number[units[units != _SEPARATOR]]
            table = np.zeros(len(self._first), np.bool_)
            table[members[members >= 0]] = True
            members = np.flatnonzero(table)
            occurrences = int((self._first[members + 1] - self._first[members]).sum())
            known = self._sets[element] = _UnitSet(members, table, occurrences)
        return known

    def _positions_of(self, units: _UnitSet) -> Numbers:
        first, last = self._first[units.members], self._first[units.members + 1]
        if len(first) == 1:
            return self._positions[first[0] : last[0]].astype(np.int64)
        lengths = last - first
        skipped = first - np.concatenate(([0], np.cumsum(lengths)[:-1]))
        positions = self._positions[np.repeat(skipped, lengths) + np.arange(units.occurrences)]
        return positions.astype(np.int64)

    def _as_typed(self, found: Numbers, elements: Sequence[Element]) -> Flags:
        if any(element.kind in (ElementKind.SYLLABLE, ElementKind.START) for element in elements):
            return np.zeros(len(found), np.bool_)
        typed = np.ones(len(found), np.bool_)
        for j, element in enumerate(elements):
            if element.kind is ElementKind.LETTER:
                typed &= self._latin[self._codes[found + j]]
        return typed
