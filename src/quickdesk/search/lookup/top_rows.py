"""Collecting the best rows, for early termination and the final order."""

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.matches import Numbers
from quickdesk.search.ranking import MatchScores, Scores

_SAMPLE = 2048
_DENSE = 32
NO_GROUP = -1
"""The group of rows that are not due to one particular reading."""


class TopRows:
    """Collects rows with their scores and groups (readings), and keeps the best score of each row."""

    def __init__(self, base_score: Scores, limit: int) -> None:
        self._base_score = base_score
        self._rows: list[Numbers] = []
        self._scores: list[Scores] = []
        self._groups: list[Numbers] = []
        self._limit = limit
        self._kth_score: float | None = None
        self._least = -np.inf  # lower scores are discarded

    def add(self, rows: Numbers, scores: Scores | MatchScores, group: int = NO_GROUP) -> None:
        """Add matches; the base scores of their rows are added to their scores."""
        totals = scores + self._base_score[rows]
        if self._least > -np.inf:
            enough = totals >= self._least
            rows, totals = rows[enough], totals[enough]
        if len(rows):
            self._rows.append(rows)
            self._scores.append(totals)
            self._groups.append(np.full(len(rows), group, np.int16))
            self._kth_score = None

    def upper_bounds(self, rows: Numbers | slice, match_bounds: Scores | NDArray[np.int32] | float) -> Scores:
        """Return upper bounds of the total scores, given upper bounds of the match scores."""
        bounds: Scores = match_bounds + self._base_score[rows]
        return bounds

    def kth_score(self) -> float:
        """Return the score of the ``limit``-th best row, -inf while there are fewer rows."""
        if self._kth_score is None:
            top = self._best(*self._joined()[:2], self._limit)
            self._kth_score = self._least = float(top[1][-1]) if len(top[0]) == self._limit else -np.inf
        return self._kth_score

    def best(self) -> tuple[Numbers, Scores, Numbers]:
        """Return the best rows, best first, with scores and groups."""
        rows, scores, groups = self._joined()
        best, totals, at = self._best(rows, scores, self._limit)
        return best, totals, groups[at]

    def _joined(self) -> tuple[Numbers, Scores, Numbers]:
        if not self._rows:
            return np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int16)
        if len(self._rows) > 1:
            self._rows = [np.concatenate(self._rows)]
            self._scores = [np.concatenate(self._scores)]
            self._groups = [np.concatenate(self._groups)]
        return self._rows[0], self._scores[0], self._groups[0]

    def _best(self, rows: Numbers, scores: Scores, limit: int) -> tuple[Numbers, Scores, Numbers]:
        """Return rows, scores and positions of the best entries, sorting as few entries as possible."""
        some = 4 * limit + 64
        while True:
            at = highest_positions(scores, some)
            at = at[_first_of_each(rows[at], scores[at])][:limit]
            if len(at) == limit or some >= len(scores):
                return rows[at], scores[at], at
            some *= 8


def highest_positions(scores: Scores, some: int) -> Numbers:
    """Return the positions of at least ``some`` of the highest scores, unsorted.

    A threshold estimated from a sample keeps most scores out of the expensive partition.
    """
    if some >= len(scores):
        return np.arange(len(scores))
    step = len(scores) // max(_SAMPLE, 2 * some)
    at = np.arange(len(scores))
    if step > 1:
        sample = scores[::step]
        expected = max(4 * some // step, 16)
        least = np.partition(sample, len(sample) - expected)[len(sample) - expected]
        above = np.flatnonzero(scores >= least)
        at = above if len(above) >= some else at
    if len(at) > some:
        at = at[np.argpartition(-scores[at], some)[:some]]
    return at


def sorted_rows(rows: Numbers, count: int) -> Numbers:
    """Return distinct rows out of ``count`` in ascending order; many rows are sorted by a mask."""
    if _DENSE * len(rows) < count:
        return np.sort(rows)
    flags = np.zeros(count, np.bool_)
    flags[rows] = True
    return np.flatnonzero(flags)


def _first_of_each(rows: Numbers, scores: Scores) -> Numbers:
    """Return the position of each row's best score, best first."""
    order = np.argsort(-scores, kind="stable")
    rows = rows[order]
    by_row = np.argsort(rows, kind="stable")
    rows = rows[by_row]
    first = np.ones(len(rows), np.bool_)
    np.not_equal(rows[1:], rows[:-1], out=first[1:])
    return order[np.sort(by_row[first])]
