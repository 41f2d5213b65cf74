"""The index of a large library; the cost of a search grows with the matches, not with the library."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from quickdesk.search.codes import match_subsequences
from quickdesk.search.element import INITIALS, Element, ElementKind
from quickdesk.search.index.arrays import IndexArrays
from quickdesk.search.index.postings import Postings, row_mask
from quickdesk.search.index.ranks import BORDER, RankSet, alphanumeric_ranks, is_latin, rank_set, ranks
from quickdesk.search.index.units import encoded, units_of
from quickdesk.search.matches import (
    ASKS,
    BODY_FIELD,
    TITLE,
    WHOLE,
    Flags,
    Matches,
    Numbers,
    Part,
    SmallNumbers,
)

_MAX_CACHED_COUNTS = 8192
_MAX_CACHED_MATCHES = 1 << 18
_ROWS_AT_ONCE = 1 << 14
_TWO, _FEW = 2, 4
_BORDER_SET = RankSet(np.array([BORDER]), BORDER, ElementKind.LITERAL, has_latin=False)


class PositionalIndex:
    """An :class:`Index` over the arrays of a base index, which may be memory-mapped."""

    def __init__(self, arrays: IndexArrays) -> None:
        self._count = len(arrays)
        self._lengths = arrays.lengths
        self._parts = {Part.HEAD: Postings(arrays.head), Part.BODY: Postings(arrays.body)}
        self._longest = int(arrays.lengths.max(initial=0))
        self._counts: dict[Part, dict[tuple[Element, ...], int]] = {part: {} for part in Part}
        # The last result: an exact search of growing sets of rows repeats the same query.
        self._last: tuple[object, Numbers] = None, np.zeros(0, np.int64)
        self._codes_by_rank: dict[int, tuple[Numbers, Numbers, Numbers]] = {}

    @cached_property
    def _fields(self) -> SmallNumbers:
        """The field of each position of the heads."""
        return np.concatenate([*self._fields_by_rows(), np.zeros(1, np.int8)])

    def _fields_by_rows(self) -> Iterator[SmallNumbers]:
        """Yield the field of each position, _ROWS_AT_ONCE rows at a time, by counting borders."""
        postings = self._parts[Part.HEAD]
        for first in range(0, self._count, _ROWS_AT_ONCE):
            last = min(first + _ROWS_AT_ONCE, self._count)
            codes = postings.codes[postings.start[first] : postings.start[last]]
            borders = np.flatnonzero(codes == BORDER)
            # Each row begins with a border, and each ask is a field of its own after the other fields.
            begins = np.searchsorted(borders, postings.start[first:last] - postings.start[first])
            counts = np.diff(begins, append=len(borders))
            fields = np.minimum(np.arange(len(borders)) - np.repeat(begins, counts), ASKS)
            yield np.repeat(fields.astype(np.int8), np.diff(borders, append=len(codes)))

    def preparation_steps(self) -> Iterator[None]:
        """Compute the fields of all positions in steps."""
        if "_fields" not in self.__dict__:
            known = []
            for fields in self._fields_by_rows():
                known.append(fields)
                yield
            self._fields = np.concatenate([*known, np.zeros(1, np.int8)])
            yield

    def estimate(self, elements: Sequence[Element], part: Part) -> int:
        """Return the frequency of the rarest pair of adjacent elements."""
        if len(elements) > self._longest or not self._count:
            return 0
        known, row = self._counts[part], tuple(elements)
        count = known.get(row)
        if count is None:
            if len(known) >= _MAX_CACHED_COUNTS:
                known.clear()
            count = known[row] = self._parts[part].count(_sets(row))
        return count

    def size(self, part: Part) -> int:
        """Return the number of ranks in a part, padding included."""
        return len(self._parts[part].codes)

    def candidates(
        self, elements: Sequence[Element], part: Part, rows: Numbers | None = None
    ) -> "PositionalCandidates":
        """Return all matches in these rows (sorted, unique; None: in all rows)."""
        return self._candidates(part, self._found(elements, part, rows), _sets(elements))

    def batches(self, element: Element, part: Part) -> Iterator["PositionalCandidates"]:
        """Yield all matches of one element in batches."""
        for positions in self._parts[part].batches(rank_set(element)):
            yield self._candidates(part, positions, _sets((element,)))

    def at_field_start(self, element: Element) -> "PositionalCandidates":
        """Return the matches of one element at the start of a code, a title or an ask."""
        postings = self._parts[Part.HEAD]
        found = postings.following(_BORDER_SET, rank_set(element))
        fields = self._fields[found]
        found = found[(fields <= TITLE) | (fields == ASKS)]
        return self._candidates(Part.HEAD, found, _sets((element,)))

    def codes_with_gaps(self, word: str) -> tuple[Numbers, Numbers]:
        """Return the rows whose code contains a folded word as a subsequence, and their other units."""
        wanted = ranks()[units_of([encoded(word)])].tolist()
        if not wanted or not self._count:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        rows, begins, lengths = self._codes_beginning(wanted[0])
        kept, gaps = match_subsequences(self._parts[Part.HEAD].codes, begins, lengths, wanted)
        return rows[kept], gaps

    def _codes_beginning(self, rank: int) -> tuple[Numbers, Numbers, Numbers]:
        """Return rows, starts and lengths of the codes that begin with a rank, in row order; cached."""
        known = self._codes_by_rank.get(rank)
        if known is None:
            postings = self._parts[Part.HEAD]
            first = RankSet(np.array([rank]), rank, ElementKind.LITERAL, has_latin=False)
            found = np.sort(postings.following(_BORDER_SET, first))
            rows = postings.rows(found)
            at_code = found - postings.start[rows] == 1
            rows, found = rows[at_code], found[at_code]
            known = self._codes_by_rank[rank] = (rows, found, self._lengths[rows, 0].astype(np.int64))
        return known

    def _found(self, elements: Sequence[Element], part: Part, rows: Numbers | None) -> Numbers:
        estimate = self.estimate(elements, part)
        postings, sets = self._parts[part], _sets(elements)
        if not estimate or (rows is not None and not len(rows)):
            return np.zeros(0, np.int64)
        if rows is not None and postings.size(rows) < 2 * estimate:
            return postings.scan(rows, sets)
        key = part, tuple(elements)
        last, found = self._last
        if last != key:
            if rows is not None and len(sets) > _TWO and len(rows) * _FEW < self._count:
                return postings.find(sets, row_mask(rows, self._count))
            found = postings.find(sets)
            if len(found) < _MAX_CACHED_MATCHES:
                self._last = key, found
        if rows is None:
            return found
        return found[row_mask(rows, self._count)[postings.rows(found)]]

    def _candidates(self, part: Part, found: Numbers, sets: Sequence[RankSet]) -> "PositionalCandidates":
        return PositionalCandidates(
            self._parts[part], found, sets, self._fields if part is Part.HEAD else None
        )


class PositionalCandidates:
    """Matches in one part whose details are computed on demand.

    ``fields`` are the fields of all positions of the part; None for bodies.
    """

    def __init__(
        self, postings: Postings, found: Numbers, sets: Sequence[RankSet], fields: SmallNumbers | None
    ) -> None:
        self._postings = postings
        self._found = found
        self._sets = sets
        self._fields = fields
        self.row = postings.rows(found)
        is_body = fields is None
        self.alignment = np.zeros(len(found), np.int8) if is_body else _alignment(postings, found, len(sets))

    def details(self, kept: Numbers | None = None) -> Matches:
        """Return the matches with these indices, or all of them."""
        found, row, alignment = self._found, self.row, self.alignment
        if kept is not None:
            found, row, alignment = found[kept], row[kept], alignment[kept]
        field = np.full(len(found), BODY_FIELD, np.int8) if self._fields is None else self._fields[found]
        return Matches(
            row, field, alignment, *_letter_flags(self._postings, found, self._sets), self._surrounded(found)
        )

    def _surrounded(self, found: Numbers) -> Flags:
        if (
            self._fields is None
            or len(self._sets) != _TWO
            or any(one.kind not in INITIALS for one in self._sets)
        ):
            return np.zeros(len(found), np.bool_)
        codes, letters = self._postings.codes, alphanumeric_ranks()
        surrounded: Flags = letters[codes[found - 1]] & letters[codes[found + _TWO]]
        return surrounded


def _sets(elements: Sequence[Element]) -> list[RankSet]:
    return list(map(rank_set, elements))


def _alignment(postings: Postings, found: Numbers, length: int) -> SmallNumbers:
    """Return the alignment of each match, by the borders around it."""
    at_start = postings.codes[found - 1] == BORDER
    alignment: SmallNumbers = at_start.astype(np.int8)
    begins = np.flatnonzero(at_start)
    alignment[begins[postings.codes[found[begins] + length] == BORDER]] = WHOLE
    return alignment


def _letter_flags(postings: Postings, found: Numbers, sets: Sequence[RankSet]) -> tuple[Flags, Flags]:
    """Return two masks: all letters match themselves, and the match begins inside a Latin word."""
    typed, in_word = np.zeros(len(found), np.bool_), np.zeros(len(found), np.bool_)
    some = latin = np.arange(len(found))
    if sets[0].has_latin:
        latin = np.flatnonzero(is_latin(postings.codes[found]))
        in_word[latin] = is_latin(postings.codes[found[latin] - 1])
    if any(one.kind in (ElementKind.SYLLABLE, ElementKind.START) for one in sets):
        return typed, in_word
    for j, one in enumerate(sets):
        if one.kind is ElementKind.LETTER:
            some = latin if j == 0 else some[is_latin(postings.codes[found[some] + j])]
    typed[some] = True
    return typed, in_word
