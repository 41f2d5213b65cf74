"""The Index of a large library: its cost grows with what is found, not with what there is."""

from collections.abc import Sequence

import numpy as np

from quickdesk.search.codes import gaps_from
from quickdesk.search.element import Element, Kind
from quickdesk.search.index.arrays import IndexArrays
from quickdesk.search.index.postings import Postings, flags_of
from quickdesk.search.index.ranks import BORDER, RankSet, is_latin, rank_set, ranks
from quickdesk.search.places import (
    AT_START,
    BODY_FIELD,
    TITLE,
    WHOLE,
    Flags,
    Matches,
    Numbers,
    Part,
    Places,
)
from quickdesk.search.units import encoded, units_of

_BORDER_SET = RankSet(np.array([BORDER]), np.array([False, True, False]), BORDER, Kind.LITERAL, has_latin=False)


class PositionalIndex:
    """The Index over the arrays of a base, which may lie in files."""

    def __init__(self, arrays: IndexArrays) -> None:
        self._count = len(arrays)
        self._lengths = arrays.lengths
        self._parts = {Part.HEAD: Postings(arrays.head), Part.BODY: Postings(arrays.body)}
        self._longest = int(arrays.lengths.max(initial=0))
        # Where code, title, tags and folder begin, counted from the start of the row.
        before = np.cumsum(arrays.lengths[:, :3].astype(np.int64) + 1, axis=1)
        self._begins = np.hstack((np.ones((self._count, 1), np.int64), before + 1)).astype(np.uint32)

    def estimate(self, elements: Sequence[Element], part: Part) -> int:
        """Return how often the rarest pair of neighbours occurs."""
        if len(elements) > self._longest or not self._count:
            return 0
        return self._parts[part].count(_sets(elements))

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
            found = found[(at == 1) | (at == self._begins[row, TITLE])]
        return self._described(found, (element,), Part.HEAD)

    def places(self, elements: Sequence[Element], rows: Numbers) -> Places:
        """Return where in the fields of these rows (sorted, each once) the elements stand."""
        described = []
        for part in Part:
            found = self._found(elements, part, rows)
            row = self._parts[part].rows(found)
            at = found - self._parts[part].start[row]
            field = self._fields(row, at, part)
            begin = self._begins[row, field] if part is Part.HEAD else 1
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
        field, standing = np.full(len(found), BODY_FIELD), np.zeros(len(found), np.int64)
        if part is Part.HEAD and len(found):
            at = found - postings.start[row]
            field = self._fields(row, at, part)
            at_start = at == self._begins[row, field]
            whole = at_start & (self._lengths[row, field] == len(elements))
            standing = np.where(whole, WHOLE, np.where(at_start, AT_START, 0))
        return Matches(row, field, standing, _as_typed(postings, found, sets), _in_word(postings, found, sets))

    def _fields(self, row: Numbers, at: Numbers, part: Part) -> Numbers:
        if part is Part.BODY:
            return np.full(len(row), BODY_FIELD)
        begins = self._begins
        return (
            (at >= begins[row, 1]).astype(np.int64) + (at >= begins[row, 2]) + (at >= begins[row, 3])
        )


def _sets(elements: Sequence[Element]) -> list[RankSet]:
    return [rank_set(element) for element in elements]


def _as_typed(postings: Postings, found: Numbers, sets: Sequence[RankSet]) -> Flags:
    if any(one.kind in (Kind.SYLLABLE, Kind.START) for one in sets):
        return np.zeros(len(found), np.bool_)
    typed = np.ones(len(found), np.bool_)
    for j, one in enumerate(sets):
        if one.kind is Kind.LETTER:
            typed &= is_latin(postings.codes[found + j])
    return typed


def _in_word(postings: Postings, found: Numbers, sets: Sequence[RankSet]) -> Flags:
    if not sets[0].has_latin:
        return np.zeros(len(found), np.bool_)
    return is_latin(postings.codes[found]) & is_latin(postings.codes[found - 1])
