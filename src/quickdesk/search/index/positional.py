"""The Index of a large library: its cost grows with what is found, not with what there is."""

from collections.abc import Sequence

import numpy as np

from quickdesk.search.codes import gaps_from
from quickdesk.search.element import Element, Kind
from quickdesk.search.index.arrays import IndexArrays
from quickdesk.search.index.postings import Postings, flags_of
from quickdesk.search.index.ranks import BORDER, RankSet, is_latin, rank_set, ranks
from quickdesk.search.places import (
    BODY_FIELD,
    WHOLE,
    Flags,
    Matches,
    Numbers,
    Part,
    Places,
    Small,
)
from quickdesk.search.units import encoded, units_of

_MOST_COUNTS = 8192
_BORDER_SET = RankSet(np.array([BORDER]), np.array([False, True, False]), BORDER, Kind.LITERAL, has_latin=False)


class PositionalIndex:
    """The Index over the arrays of a base, which may lie in files."""

    def __init__(self, arrays: IndexArrays) -> None:
        self._count = len(arrays)
        self._lengths = arrays.lengths
        self._parts = {Part.HEAD: Postings(arrays.head), Part.BODY: Postings(arrays.body)}
        self._longest = int(arrays.lengths.max(initial=0))
        self._counts: dict[tuple[object, ...], int] = {}
        # Where title, tags and folder begin, counted from the start of the row.
        begins = np.cumsum(arrays.lengths[:, :3].astype(np.int64) + 1, axis=1) + 1
        self._begins = np.ascontiguousarray(begins.T.astype(np.uint32))

    def estimate(self, elements: Sequence[Element], part: Part) -> int:
        """Return how often the rarest pair of neighbours occurs."""
        if len(elements) > self._longest or not self._count:
            return 0
        known = self._counts.get((part, *elements))
        if known is None:
            if len(self._counts) >= _MOST_COUNTS:
                self._counts.clear()
            known = self._counts[part, *elements] = self._parts[part].count(_sets(elements))
        return known

    def matches(self, elements: Sequence[Element], part: Part, rows: Numbers | None = None) -> Matches:
        """Return every match in these rows (sorted, each once; None: in all)."""
        return self._described(self._found(elements, part, rows), elements, part)

    def starts(self, element: Element) -> Matches:
        """Return the matches of one element at the start of a code or a title."""
        postings = self._parts[Part.HEAD]
        found = postings.after(_BORDER_SET, rank_set(element))
        if len(found):
            row = postings.rows(found)
            at = found - postings.start[row]
            found = found[(at == 1) | (at == self._begins[0][row])]
        return self._described(found, (element,), Part.HEAD)

    def places(self, elements: Sequence[Element], rows: Numbers) -> Places:
        """Return where in the fields of these rows (sorted, each once) the elements stand."""
        described = [(rows[:0], rows[:0], rows[:0])]
        for part in Part:
            found = self._found(elements, part, rows)
            if not len(found):
                continue
            row = self._parts[part].rows(found)
            at = found - self._parts[part].start[row]
            field = self._fields(row, at, part)
            begin = np.where(field > 0, self._begins[field - 1, row], 1) if part is Part.HEAD else 1
            described.append((row, field, at - begin))
        row, field, start = (np.concatenate(each) for each in zip(*described, strict=True))
        return Places(len(elements), row, field, start)

    def codes_with_gaps(self, word: str) -> tuple[Numbers, Numbers]:
        """Return rows whose code has the characters of a folded word in order, and how many others."""
        wanted = ranks()[units_of([encoded(word)])].tolist()
        if not wanted or not self._count:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        postings = self._parts[Part.HEAD]
        first = RankSet(np.array(wanted[:1]), _BORDER_SET.table, wanted[0], Kind.LITERAL, has_latin=False)
        found = np.sort(postings.after(_BORDER_SET, first))
        rows = postings.rows(found)
        at_code = found - postings.start[rows] == 1
        rows, found = rows[at_code], found[at_code]
        kept, gaps = gaps_from(postings.codes, found, self._lengths[rows, 0].astype(np.int64), wanted)
        return rows[kept], gaps

    def _found(self, elements: Sequence[Element], part: Part, rows: Numbers | None) -> Numbers:
        estimate = self.estimate(elements, part)
        postings, sets = self._parts[part], _sets(elements)
        if not estimate or (rows is not None and not len(rows)):
            return np.zeros(0, np.int64)
        if rows is None:
            return postings.find(sets)
        if postings.size(rows) < 2 * estimate:
            return postings.scan(postings.places_of(rows), sets)
        found = postings.find(sets)
        return found[flags_of(rows, self._count)[postings.rows(found)]]

    def _described(self, found: Numbers, elements: Sequence[Element], part: Part) -> Matches:
        postings, sets = self._parts[part], _sets(elements)
        row = postings.rows(found)
        if part is Part.HEAD:
            field = self._fields(row, found - postings.start[row], part)
            standing = _standing(postings, found, len(elements))
        else:
            field, standing = np.full(len(found), BODY_FIELD, np.int8), np.zeros(len(found), np.int8)
        return Matches(row, field, standing, *_letters(postings, found, sets))

    def _fields(self, row: Numbers, at: Numbers, part: Part) -> Small:
        if part is Part.BODY:
            return np.full(len(row), BODY_FIELD, np.int8)
        field = np.zeros(len(row), np.int8)
        for begin in self._begins:
            field += at >= begin[row]
        return field


def _sets(elements: Sequence[Element]) -> list[RankSet]:
    return [rank_set(element) for element in elements]


def _standing(postings: Postings, found: Numbers, length: int) -> Small:
    """At its borders a field shows where it begins and ends."""
    at_start = postings.codes[found - 1] == BORDER
    standing = at_start.astype(np.int8)
    begins = np.flatnonzero(at_start)
    standing[begins[postings.codes[found[begins] + length] == BORDER]] = WHOLE
    return standing


def _letters(postings: Postings, found: Numbers, sets: Sequence[RankSet]) -> tuple[Flags, Flags]:
    """Tell where all letters of the query stand themselves, and where a Latin word begins before."""
    typed = np.full(len(found), all(one.kind not in (Kind.SYLLABLE, Kind.START) for one in sets))
    in_word = np.zeros(len(found), np.bool_)
    for j, one in enumerate(sets):
        if one.kind is Kind.LETTER and len(found) and typed.any():
            some = np.flatnonzero(typed)
            typed[some] = is_latin(postings.codes[found[some] + j])
    if sets[0].has_latin:
        latin = np.flatnonzero(is_latin(postings.codes[found]))
        in_word[latin] = is_latin(postings.codes[found[latin] - 1])
    return typed, in_word
