"""Searching one part of a base index for a sequence of rank sets.

The rarest pair of adjacent elements is looked up in the postings, and the other elements are tested at its
positions. The result is exact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.index.arrays import PartArrays
from quickdesk.search.index.ranks import RankSet
from quickdesk.search.matches import Flags, Numbers

_MAX_PAIRS = 8192
_MAX_CACHED_PAIRS = 1 << 21  # pair numbers that are cached by their first set
_FEW = 64  # a pair this rare is used without counting the others
_MANY_RUNS = 1024
_NO_COUNT = 1 << 62
_BATCH_SIZE = 1 << 16
_MAX_SCANNED = 1 << 18
_NOTHING: Numbers = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    """Ranges of ``posts`` and their total length."""

    first: Numbers
    last: Numbers
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class _PairsByFirst:
    """All pairs whose first rank is in a set: their numbers, or only the first if they are contiguous."""

    pairs: Numbers | int
    seconds: NDArray[np.uint16]


@dataclass(frozen=True, slots=True, eq=False)
class _ScannedRows:
    """Rows that were scanned: their positions, the ranks there, and the positions of sets."""

    rows: Numbers
    positions: Numbers
    codes: NDArray[np.uint16]
    known: dict[RankSet, Numbers]


_NO_RUNS = _Runs(_NOTHING, _NOTHING, 0)
_Pairs: TypeAlias = dict[tuple[RankSet, RankSet], _Runs]


class Postings:
    """The postings of one part."""

    def __init__(self, arrays: PartArrays) -> None:
        self.codes = arrays.codes
        self.start = arrays.start.astype(np.int64)
        self._blocks = arrays.blocks
        self._posts = arrays.posts
        self._offsets = arrays.offsets
        self._seconds = arrays.seconds
        self._firsts = arrays.firsts
        self._pairs: _Pairs = {}
        self._pairs_by_first: dict[RankSet, _PairsByFirst] = {}
        self._cached_size = 0
        self._scanned: _ScannedRows | None = None

    def count(self, sets: Sequence[RankSet]) -> int:
        """Return an upper bound of the matches of a sequence; exact for one or two sets."""
        if len(sets) == 1:
            return self._single(sets[0]).count
        return self._rarest(sets)[0].count

    def find(self, sets: Sequence[RankSet], wanted: Flags | None = None) -> Numbers:
        """Return all positions of a sequence, unsorted; with two or more sets only in ``wanted`` rows."""
        if len(sets) == 1:
            return self._gather(self._single(sets[0]))
        runs, at = self._rarest(sets)
        positions = self._gather(runs) - at
        if wanted is not None:
            positions = positions[wanted[self.rows(positions)]]
        for j, one in enumerate(sets):
            if j not in (at, at + 1) and len(positions):
                positions = positions[one.test(self.codes.take(positions + j, mode="clip"))]
        return positions

    def batches(self, one: RankSet) -> Iterator[Numbers]:
        """Yield all positions of one set in batches of about _BATCH_SIZE; one frequent rank may exceed it."""
        runs = self._single(one)
        ends = np.cumsum(runs.last - runs.first)
        begin, done = 0, 0
        while done < runs.count:
            end = int(np.searchsorted(ends, done + _BATCH_SIZE)) + 1
            now = int(ends[min(end, len(ends)) - 1])
            yield self._gather(_Runs(runs.first[begin:end], runs.last[begin:end], now - done))
            begin, done = end, now

    def scan(self, rows: Numbers, sets: Sequence[RankSet]) -> Numbers:
        """Return the positions of a sequence in some rows.

        The positions of the rows are cached by identity, because several readings are searched in the same
        rows one after the other; ``rows`` must not be modified.
        """
        scanned = self._scanned
        if scanned is None or scanned.rows is not rows:
            positions = expand_ranges(self.start[rows], self.start[rows + 1])
            scanned = _ScannedRows(rows, positions, self.codes[positions], {})
            self._scanned = scanned if len(positions) < _MAX_SCANNED else None
        found = scanned.known.get(sets[0])
        if found is None:
            found = scanned.known[sets[0]] = scanned.positions[sets[0].test(scanned.codes)]
        for j, one in enumerate(sets):
            if j and len(found):
                found = found[one.test(self.codes.take(found + j, mode="clip"))]
        return found

    def following(self, first: RankSet, second: RankSet) -> Numbers:
        """Return the positions of ``second`` immediately after ``first``."""
        return self._gather(self._pairs.get((first, second)) or self._pair_runs(first, second)) + 1

    def rows(self, positions: Numbers) -> Numbers:
        """Return the row of each position."""
        rows: Numbers = self._blocks[positions >> 4].astype(np.int64)
        return rows

    def size(self, rows: Numbers) -> int:
        """Return the total number of positions of these rows."""
        return int((self.start[rows + 1] - self.start[rows]).sum())

    def _rarest(self, sets: Sequence[RankSet]) -> tuple[_Runs, int]:
        best, position, least = _NO_RUNS, 0, _NO_COUNT
        for at, pair in enumerate(pairwise(sets)):
            runs = self._pairs.get(pair) or self._pair_runs(*pair)
            if runs.count < least:
                best, position, least = runs, at, runs.count
            if least < _FEW and (not least or at > 1):
                break
        return best, position

    def _single(self, one: RankSet) -> _Runs:
        first = self._offsets[self._firsts[one.ids]].astype(np.int64)
        last = self._offsets[self._firsts[one.ids + 1]].astype(np.int64)
        return _Runs(first, last, int((last - first).sum()))

    def _pair_runs(self, one: RankSet, two: RankSet) -> _Runs:
        if len(self._pairs) >= _MAX_PAIRS:
            self._pairs.clear()
        found = self._pairs[one, two] = self._compute_pair_runs(one, two)
        return found

    def _compute_pair_runs(self, one: RankSet, two: RankSet) -> _Runs:
        if one.single >= 0 and two.single >= 0:
            return self._single_pair(one.single, two.single)
        by_first = self._pairs_by_first.get(one) or self._cache_first(one)
        found = np.flatnonzero(two.test(by_first.seconds))
        if not len(found):
            return _NO_RUNS
        pairs = by_first.pairs
        return self._runs(found + pairs if isinstance(pairs, int) else pairs[found])

    def _cache_first(self, one: RankSet) -> _PairsByFirst:
        """Collect and cache the pairs that begin with a rank of a set; each key stroke needs them again."""
        low, high = self._firsts[one.ids].astype(np.int64), self._firsts[one.ids + 1].astype(np.int64)
        some = low < high
        low, high = low[some], high[some]
        if not len(low) or int(high[-1] - low[0]) == int((high - low).sum()):
            first, last = (int(low[0]), int(high[-1])) if len(low) else (0, 0)
            found = _PairsByFirst(first, self._seconds[first:last])
        else:
            pairs = expand_ranges(low, high)
            found = _PairsByFirst(pairs, self._seconds[pairs])
            self._cached_size += len(pairs)
        if self._cached_size > _MAX_CACHED_PAIRS:
            self._pairs_by_first.clear()
            self._cached_size = 0
        self._pairs_by_first[one] = found
        return found

    def _single_pair(self, one: int, two: int) -> _Runs:
        low, high = int(self._firsts[one]), int(self._firsts[one + 1])
        at = low + int(np.searchsorted(self._seconds[low:high], np.uint16(two)))
        if at == high or self._seconds[at] != two:
            return _NO_RUNS
        first, last = int(self._offsets[at]), int(self._offsets[at + 1])
        return _Runs(np.array([first]), np.array([last]), last - first)

    def _runs(self, pairs: Numbers) -> _Runs:
        """Return the ranges of some pairs, joining adjacent ones."""
        if not len(pairs):
            return _NO_RUNS
        begins = np.ones(len(pairs) + 1, np.bool_)
        np.not_equal(pairs[1:], pairs[:-1] + 1, out=begins[1:-1])
        first = self._offsets[pairs[begins[:-1]]].astype(np.int64)
        last = self._offsets[pairs[begins[1:]] + 1].astype(np.int64)
        return _Runs(first, last, int((last - first).sum()))

    def _gather(self, runs: _Runs) -> Numbers:
        if not runs.count:
            return _NOTHING
        if len(runs.first) > _MANY_RUNS:
            return self._posts[expand_ranges(runs.first, runs.last)].astype(np.int64)
        bounds = zip(runs.first.tolist(), runs.last.tolist(), strict=True)
        return np.concatenate([self._posts[first:last] for first, last in bounds]).astype(np.int64)


def expand_ranges(first: Numbers, last: Numbers) -> Numbers:
    """Return the concatenated integers of the ranges from ``first`` to before ``last``."""
    lengths = last - first
    skipped = first - np.concatenate(([0], np.cumsum(lengths)[:-1])) if len(first) else first
    return np.repeat(skipped, lengths) + np.arange(int(lengths.sum()))


def row_mask(rows: Numbers, count: int) -> Flags:
    """Return a mask of these rows out of ``count``."""
    flags = np.zeros(count, np.bool_)
    flags[rows] = True
    return flags
