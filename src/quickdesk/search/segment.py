"""A part of the library with its own index: its rows, their base scores and which rows are dropped."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.element import split_latin
from quickdesk.search.index.blanks import blank_penalty
from quickdesk.search.index.scan import ScanIndex
from quickdesk.search.matches import TITLE, Flags, Index, Lengths, Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import (
    BODY_SCORE,
    LONGEST_TITLE,
    NO_MATCH,
    MatchScores,
    Scores,
    applicable,
    prior_cap,
    scores_of,
    tie_break,
)

CAPACITY = 4096
"""Capacity of a :class:`LazySegment`; building one this large takes about 0.1 s."""
_MAX_FREQUENT = 512
_MAX_CACHED_READINGS = 128
_MAX_CACHED_WORDS = 32
_STEP_ROWS = 1 << 12


class Segment:
    """Snippets as the rows of one immutable index; an edited or removed row is marked as dropped."""

    def __init__(self, index: Index, snippets: Sequence[Snippet], order: Numbers, lengths: Lengths) -> None:
        """Create a segment; ``lengths`` are UTF-16 units per row and field, in the order of FIELDS."""
        self.index = index
        self.snippets = snippets
        self.order = order
        self.alive: Flags = np.ones(len(snippets), np.bool_)
        self.dropped_count = 0
        self._lengths = lengths
        self._text_lengths: dict[int, Scores] = {}
        self._total_lengths: dict[int, tuple[float, int]] = {}
        blanks = np.fromiter(map(blank_penalty, snippets), np.float64, len(snippets))
        self._penalty: Scores = np.minimum(lengths[:, TITLE].astype(np.float64), LONGEST_TITLE) + blanks
        self.min_penalty = float(self._penalty.min(initial=LONGEST_TITLE))
        self.plain_base_score: Scores = tie_break(order) - self._penalty
        """The score each row adds to a match, without its prior."""
        self._row_scores: dict[tuple[Reading, Part], MatchScores] = {}
        self._top_rows: dict[tuple[Reading, Part], tuple[Numbers, float]] = {}
        self._word_scores: dict[tuple[Word, tuple[Part, ...]], MatchScores] = {}
        self.set_prior({})

    def __len__(self) -> int:
        return len(self.snippets)

    @cached_property
    def plain_order(self) -> Numbers:
        """All rows, the highest plain base score first."""
        rows = np.argsort(self.order, kind="stable")
        return rows[np.argsort(self._penalty[rows].astype(np.int8), kind="stable")]

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each snippet id, dropped rows included."""
        return {snippet.id: row for row, snippet in enumerate(self.snippets)}

    def preparation_steps(self) -> Iterator[None]:
        """Compute the cached properties in steps; each takes a few milliseconds at most."""
        rows: dict[str, int] = {}
        for at in range(0, len(self), _STEP_ROWS):
            rows.update((each.id, row) for row, each in enumerate(self.snippets[at : at + _STEP_ROWS], at))
            yield
        self.row_of = rows
        _ = self.plain_order
        yield

    def text_lengths(self, field: int) -> Scores:
        """Return the length of one field of each row, given by its index in FIELDS, in UTF-16 units."""
        if field not in self._text_lengths:
            self._text_lengths[field] = self._lengths[:, field].astype(np.float64)
        return self._text_lengths[field]

    def total_length(self, field: int) -> float:
        """Return the length of one field of all rows that are not dropped."""
        known, dropped = self._total_lengths.get(field, (0.0, -1))
        if dropped != self.dropped_count:
            known = float(self.text_lengths(field)[self.alive].sum())
            self._total_lengths[field] = known, self.dropped_count
        return known

    def drop(self, snippet_id: str) -> None:
        """Mark the row of a snippet as dropped; do nothing if there is none."""
        row = self.row_of.get(snippet_id)
        if row is not None and self.alive[row]:
            self.alive[row] = False
            self.dropped_count += 1

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Set the priors of rows by snippet id; all others become 0."""
        self.prior = np.zeros(len(self), np.float64)
        if prior:
            rows = [(row, bonus) for key, bonus in prior.items() if (row := self.row_of.get(key)) is not None]
            for row, bonus in rows:
                self.prior[row] = bonus
        self._base_scores: dict[float, Scores] = {}
        self._partition_by_prior()

    def _partition_by_prior(self) -> None:
        """Collect the rows with the highest priors, and the highest prior of all other rows."""
        above = np.flatnonzero(self.prior > 0)
        ranked = above[np.argsort(-self.prior[above], kind="stable")]
        self.frequent: Numbers = np.sort(ranked[:_MAX_FREQUENT])
        self.max_prior = float(self.prior[ranked[0]]) if len(ranked) else 0.0
        self.max_other_prior = (
            float(self.prior[ranked[_MAX_FREQUENT]]) if len(ranked) > _MAX_FREQUENT else 0.0
        )

    def base_score(self, typed: int) -> Scores:
        """Return the score each row adds to a match if ``typed`` characters were typed."""
        cap = prior_cap(typed)
        known = self._base_scores.get(cap)
        if known is None:
            known = self._base_scores[cap] = np.minimum(self.prior, cap) + self.plain_base_score
        return known

    def row_scores(self, reading: Reading, part: Part) -> MatchScores:
        """Return the best score of a one-element reading in each row, NO_MATCH for rows without a match.

        The result is cached: readings this short are typed often and match nearly every row.
        """
        known = self._row_scores.pop((reading, part), None)
        if known is None:
            for _ in self.row_score_steps(reading, part):
                pass
            known = self._row_scores.pop((reading, part))
        self._row_scores[reading, part] = known
        return known

    def row_score_steps(self, reading: Reading, part: Part) -> Iterator[None]:
        """Compute :meth:`row_scores` in steps; nothing is cached unless the iterator is exhausted.

        In bodies all matches without Latin letters have the same score, so their details are not read.
        """
        scores = np.full(len(self), NO_MATCH, np.int16)
        element = reading.elements[0]
        if part is Part.BODY:
            other, element = split_latin(element)
            for batch in self.index.batches(other, part):
                scores[batch.row] = BODY_SCORE - reading.penalty
                yield
        for batch in self.index.batches(element, part):
            matches = applicable(batch.details(), reading)
            np.maximum.at(scores, matches.row, scores_of(matches, reading))
            yield
        while len(self._row_scores) >= _MAX_CACHED_READINGS:
            del self._row_scores[next(iter(self._row_scores))]
        self._row_scores[reading, part] = scores

    def top_rows(self, reading: Reading, part: Part) -> tuple[Numbers, float]:
        """Return the rows with the highest scores without priors, and an upper bound for all other rows."""
        known = self._top_rows.get((reading, part))
        if known is None:
            scores = self.row_scores(reading, part) + self.plain_base_score
            known = (np.arange(len(self)), -np.inf)
            if len(self) > _MAX_FREQUENT:
                # A copy, because a view would keep the array of all rows alive.
                rows = np.argpartition(-scores, _MAX_FREQUENT)[: _MAX_FREQUENT + 1].copy()
                known = (rows, float(scores[rows[-1]]))
            if len(self._top_rows) >= _MAX_CACHED_READINGS:
                self._top_rows.clear()
            self._top_rows[reading, part] = known
        return known

    def has_row_scores(self, reading: Reading, part: Part) -> bool:
        """Return whether :meth:`row_scores` is cached."""
        return (reading, part) in self._row_scores

    def cached_word_scores(self, word: Word, parts: Sequence[Part]) -> MatchScores | None:
        """Return the cached scores of a word in all rows (read-only), or None."""
        return self._word_scores.get((word, tuple(parts)))

    def cache_word_scores(self, word: Word, parts: Sequence[Part], scores: MatchScores) -> None:
        """Cache the scores of a word in some parts of all rows; the oldest entry is evicted."""
        if len(self._word_scores) >= _MAX_CACHED_WORDS:
            del self._word_scores[next(iter(self._word_scores))]
        self._word_scores[word, tuple(parts)] = scores

    def alive_flags(self, rows: Numbers) -> Flags | None:
        """Return a mask of the rows that are not dropped, or None if no row is."""
        return self.alive[rows] if self.dropped_count else None


class LazySegment:
    """Snippets by id whose segment is built on demand."""

    def __init__(self, rows: dict[str, Snippet]) -> None:
        self.rows = rows
        self.segment: Segment | None = None

    def remove(self, snippet_id: str) -> bool:
        """Remove a snippet; return False if it is not here."""
        if self.rows.pop(snippet_id, None) is None:
            return False
        if self.segment is not None:
            self.segment.drop(snippet_id)
        return True

    def put(self, rows: Mapping[str, Snippet]) -> None:
        """Add or replace snippets; the segment has to be built again."""
        self.rows.update(rows)
        self.segment = None

    def build(self, order: Mapping[str, int], prior: Mapping[str, float]) -> Segment:
        """Return the segment with its rows sorted by ``order``, building it if necessary."""
        if self.segment is None:
            ids = sorted(self.rows, key=order.__getitem__)
            snippets = [self.rows[key] for key in ids]
            numbers = np.array([order[key] for key in ids], np.int64)
            index = ScanIndex(snippets)
            self.segment = Segment(index, snippets, numbers, index.lengths)
            self.segment.set_prior(prior)
        return self.segment
