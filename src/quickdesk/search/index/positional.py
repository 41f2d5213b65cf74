"""The Index of a large library: its cost grows with what is found, not with what there is."""

from collections.abc import Sequence

import numpy as np

from quickdesk.search.codes import gaps_from
from quickdesk.search.element import Element, Kind
from quickdesk.search.index.arrays import Array, IndexArrays
from quickdesk.search.index.postings import Postings, flags_of
from quickdesk.search.index.ranks import BORDER, RankSet, is_latin, rank_set, ranks
from quickdesk.search.index.units import encoded, units_of
from quickdesk.search.places import (
    BODY_FIELD,
    WHOLE,
    Flags,
    Matches,
    Numbers,
    Part,
    Small,
)

_MOST_COUNTS = 8192
_BORDER_SET = RankSet(
    np.array([BORDER]), np.array([False, True, False]), BORDER, Kind.LITERAL, has_latin=False
)


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

    def candidates(
        self, elements: Sequence[Element], part: Part, rows: Numbers | None = None
    ) -> "FoundPlaces":
        """Return every match in these rows (sorted, each once; None: in all)."""
        return FoundPlaces(
            self._parts[part], self._found(elements, part, rows), _sets(elements), self._begins_in(part)
        )

    def starts(self, element: Element) -> "FoundPlaces":
        """Return the matches of one element at the start of a code or a title."""
        postings = self._parts[Part.HEAD]
        found = postings.after(_BORDER_SET, rank_set(element))
        if len(found):
            row = postings.rows(found)
            at = found - postings.start[row]
            found = found[(at == 1) | (at == self._begins[0][row])]
        return FoundPlaces(postings, found, _sets((element,)), self._begins)

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

    def _begins_in(self, part: Part) -> Array | None:
        return self._begins if part is Part.HEAD else None


class FoundPlaces:
    """Candidates in one part, of which the details are read when they are asked for.

    ``begins`` are the begins of title, tags and folder; None for bodies.
    """

    def __init__(
        self, postings: Postings, found: Numbers, sets: Sequence[RankSet], begins: Array | None
    ) -> None:
        self._postings = postings
        self._found = found
        self._sets = sets
        self._begins = begins
        self.row = postings.rows(found)
        is_body = begins is None
        self.standing = np.zeros(len(found), np.int8) if is_body else _standing(postings, found, len(sets))

    def details(self, kept: Numbers | None = None) -> Matches:
        """Return some of the matches, or all."""
        found, row, standing = self._found, self.row, self.standing
        if kept is not None:
            found, row, standing = found[kept], row[kept], standing[kept]
        field = _fields(row, found - self._postings.start[row], self._begins)
        return Matches(row, field, standing, *_letters(self._postings, found, self._sets))


def _fields(row: Numbers, at: Numbers, begins: Array | None) -> Small:
    if begins is None:
        return np.full(len(row), BODY_FIELD, np.int8)
    field = np.zeros(len(row), np.int8)
    for begin in begins:
        field += at >= begin[row]
    return field


def _sets(elements: Sequence[Element]) -> list[RankSet]:
    return [rank_set(element) for element in elements]


def _standing(postings: Postings, found: Numbers, length: int) -> Small:
    """At its borders a field shows where it begins and ends."""
    at_start = postings.codes[found - 1] == BORDER
    standing: Small = at_start.astype(np.int8)
    begins = np.flatnonzero(at_start)
    standing[begins[postings.codes[found[begins] + length] == BORDER]] = WHOLE
    return standing


def _letters(postings: Postings, found: Numbers, sets: Sequence[RankSet]) -> tuple[Flags, Flags]:
    """Tell where all letters of the query stand themselves, and where a Latin word begins before."""
    typed, in_word = np.zeros(len(found), np.bool_), np.zeros(len(found), np.bool_)
    some = latin = np.arange(len(found))
    if sets[0].has_latin:
        latin = np.flatnonzero(is_latin(postings.codes[found]))
        in_word[latin] = is_latin(postings.codes[found[latin] - 1])
    if any(one.kind in (Kind.SYLLABLE, Kind.START) for one in sets):
        return typed, in_word
    for j, one in enumerate(sets):
        if one.kind is Kind.LETTER:
            some = latin if j == 0 else some[is_latin(postings.codes[found[some] + j])]
    typed[some] = True
    return typed, in_word
