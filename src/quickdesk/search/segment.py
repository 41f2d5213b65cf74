"""A part of the library with its own index: rows, what each is worth by itself, and which are gone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.element import split_latin
from quickdesk.search.index.scan import ScanIndex
from quickdesk.search.matches import BODY_FIELD, TITLE, Flags, Index, Lengths, Numbers, Part
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
"""So many snippets are laid out in about a tenth of a second."""
_MAX_FREQUENT = 512
_MAX_KEPT = 128
_MAX_WORDS = 32
_AT_ONCE = 1 << 12


class Segment:
    """Rows under one index. The index never changes; a row that is edited or removed is dropped."""

    def __init__(self, index: Index, snippets: Sequence[Snippet], order: Numbers, lengths: Lengths) -> None:
        """``lengths`` are those of the fields of each row in UTF-16 units, in the order of FIELDS."""
        self.index = index
        self.snippets = snippets
        self.order = order
        self.alive: Flags = np.ones(len(snippets), np.bool_)
        self.dropped_count = 0
        self._lengths = lengths
        self._title_penalty: Scores = np.minimum(lengths[:, TITLE].astype(np.float64), LONGEST_TITLE)
        self.min_title_penalty = float(self._title_penalty.min(initial=LONGEST_TITLE))
        self.plain_base_score: Scores = tie_break(order) - self._title_penalty
        """What each row adds to the score of a match where no habit does."""
        self._row_scores: dict[tuple[Reading, Part], MatchScores] = {}
        self._top_rows: dict[tuple[Reading, Part], tuple[Numbers, float]] = {}
        self._word_scores: dict[tuple[Word, tuple[Part, ...]], MatchScores] = {}
        self.set_prior({})

    def __len__(self) -> int:
        return len(self.snippets)

    @cached_property
    def plain_order(self) -> Numbers:
        """All rows, the highest plain ground first."""
        rows = np.argsort(self.order, kind="stable")
        return rows[np.argsort(self._title_penalty[rows].astype(np.int8), kind="stable")]

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each id, whether it is alive or not."""
        return {snippet.id: row for row, snippet in enumerate(self.snippets)}

    def preparation_steps(self) -> Iterator[None]:
        """Work out step by step what else the first use of it would."""
        rows: dict[str, int] = {}
        for at in range(0, len(self), _AT_ONCE):
            rows.update((each.id, row) for row, each in enumerate(self.snippets[at : at + _AT_ONCE], at))
            yield
        self.row_of = rows
        _ = self.plain_order
        yield

    @cached_property
    def lengths(self) -> Scores:
        """How much text each row has, with its title counted as often as suggestions do."""
        titles, bodies = self._lengths[:, TITLE], self._lengths[:, BODY_FIELD]
        return (3.0 * titles + bodies + 1.0).astype(np.float64)

    def drop(self, snippet_id: str) -> None:
        """Let a row be found no more; nothing happens where it is not here."""
        row = self.row_of.get(snippet_id)
        if row is not None and self.alive[row]:
            self.alive[row] = False
            self.dropped_count += 1

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Give rows a bonus by id; all others have none."""
        self.prior = np.zeros(len(self), np.float64)
        if prior:
            rows = [(row, bonus) for key, bonus in prior.items() if (row := self.row_of.get(key)) is not None]
            for row, bonus in rows:
                self.prior[row] = bonus
        self._base_scores: dict[float, Scores] = {}
        self._partition_by_prior()

    def _partition_by_prior(self) -> None:
        """Part the few rows with the highest priors from the others, whose highest prior is known then."""
        above = np.flatnonzero(self.prior > 0)
        ranked = above[np.argsort(-self.prior[above], kind="stable")]
        self.frequent: Numbers = np.sort(ranked[:_MAX_FREQUENT])
        self.max_prior = float(self.prior[ranked[0]]) if len(ranked) else 0.0
        self.max_other_prior = (
            float(self.prior[ranked[_MAX_FREQUENT]]) if len(ranked) > _MAX_FREQUENT else 0.0
        )

    def base_score(self, typed: int) -> Scores:
        """Return what each row adds to the score of a match when so many characters were typed."""
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
        """Work out :meth:`row_scores` step by step: whoever leaves off before the end has to begin again.

        In bodies all matches without Latin letters are worth the same: they need no details.
        """
        worth = np.full(len(self), NO_MATCH, np.int16)
        element = reading.elements[0]
        if part is Part.BODY:
            other, element = split_latin(element)
            for batch in self.index.batches(other, part):
                worth[batch.row] = BODY_SCORE - reading.penalty
                yield
        for batch in self.index.batches(element, part):
            matches = applicable(batch.details(), reading)
            np.maximum.at(worth, matches.row, scores_of(matches, reading))
            yield
        while len(self._row_scores) >= _MAX_KEPT:
            del self._row_scores[next(iter(self._row_scores))]
        self._row_scores[reading, part] = worth

    def top_rows(self, reading: Reading, part: Part) -> tuple[Numbers, float]:
        """Return the rows best by :meth:`row_scores` without priors, and what no other exceeds so."""
        known = self._top_rows.get((reading, part))
        if known is None:
            scores = self.row_scores(reading, part) + self.plain_base_score
            known = (np.arange(len(self)), -np.inf)
            if len(self) > _MAX_FREQUENT:
                # A copy, because a view would keep the numbers of all rows.
                rows = np.argpartition(-scores, _MAX_FREQUENT)[: _MAX_FREQUENT + 1].copy()
                known = (rows, float(scores[rows[-1]]))
            if len(self._top_rows) >= _MAX_KEPT:
                self._top_rows.clear()
            self._top_rows[reading, part] = known
        return known

    def has_row_scores(self, reading: Reading, part: Part) -> bool:
        """Tell whether :meth:`row_scores` has its answer ready."""
        return (reading, part) in self._row_scores

    def cached_word_scores(self, word: Word, parts: Sequence[Part]) -> MatchScores | None:
        """Return what was kept of a word, not to be changed; None where it is not known."""
        return self._word_scores.get((word, tuple(parts)))

    def cache_word_scores(self, word: Word, parts: Sequence[Part], worth: MatchScores) -> None:
        """Keep what a word is worth in some parts of all rows, until so many others came."""
        if len(self._word_scores) >= _MAX_WORDS:
            del self._word_scores[next(iter(self._word_scores))]
        self._word_scores[word, tuple(parts)] = worth

    def alive_flags(self, rows: Numbers) -> Flags | None:
        """Tell which rows are not dropped; None: all of them."""
        return self.alive[rows] if self.dropped_count else None


class LazySegment:
    """Snippets by id; what is taken away is dropped from the segment too."""

    def __init__(self, rows: dict[str, Snippet]) -> None:
        self.rows = rows
        self.segment: Segment | None = None

    def remove(self, snippet_id: str) -> bool:
        """Let a snippet be found no more; returns whether it was here."""
        if self.rows.pop(snippet_id, None) is None:
            return False
        if self.segment is not None:
            self.segment.drop(snippet_id)
        return True

    def put(self, rows: Mapping[str, Snippet]) -> None:
        """Add snippets; all are laid out anew the next time."""
        self.rows.update(rows)
        self.segment = None

    def segment_of(self, order: Mapping[str, int], prior: Mapping[str, float]) -> Segment:
        """Return the segment, with its rows in this order."""
        if self.segment is None:
            ids = sorted(self.rows, key=order.__getitem__)
            snippets = [self.rows[key] for key in ids]
            numbers = np.array([order[key] for key in ids], np.int64)
            index = ScanIndex(snippets)
            self.segment = Segment(index, snippets, numbers, index.lengths)
            self.segment.set_prior(prior)
        return self.segment
