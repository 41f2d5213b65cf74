"""Exact top-k search in one segment, with early termination.

For one word, heads are searched first. Bodies are searched only as far as a match there can still reach the
best rows; rows with a high prior are always searched.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from quickdesk.search.codes import looks_like_code
from quickdesk.search.lookup.conjunction import Conjunction
from quickdesk.search.lookup.request import IsCancelled, SearchRequest, check_cancelled
from quickdesk.search.lookup.scoring import can_match, literal_elements, max_body_score, topic_rows
from quickdesk.search.lookup.top_rows import NO_GROUP, TopRows, highest_positions, sorted_rows
from quickdesk.search.matches import INSIDE, Candidates, Matches, Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import (
    BODY_SCORE,
    NO_MATCH,
    TOPIC_SCORE,
    MatchScores,
    Scores,
    applicable,
    gap_scores,
    max_gap_score,
    max_scores,
    prior_cap,
    scores_of,
)
from quickdesk.search.segment import Segment

Rows: TypeAlias = tuple[Numbers, Scores, Numbers]
"""Rows with their scores and groups, best first."""

_SPREAD = 4
_MANY, _SOME = 2048, 128


def best_rows(segment: Segment, request: SearchRequest, is_cancelled: IsCancelled) -> Rows:
    """Return the best rows of a segment, best first; raise SearchCancelledError when cancelled."""
    if not len(segment):
        return np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int64)
    check_cancelled(is_cancelled)
    search = _SegmentSearch(segment, request, is_cancelled)
    if len(request.words) == 1:
        search.one_word(request.words[0])
    else:
        Conjunction(segment, request, search.top, search.check_cancelled).search()
    return search.top.best()


class _SegmentSearch:
    """One search in one segment."""

    def __init__(self, segment: Segment, request: SearchRequest, is_cancelled: IsCancelled) -> None:
        self._segment = segment
        self._index = segment.index
        self._request = request
        self._is_cancelled = is_cancelled
        self._cap = prior_cap(request.typed)
        picked = _picked_rows(segment, request)
        base_score = segment.base_score(request.typed)
        self._frequent = segment.frequent
        if picked:
            base_score = base_score.copy()
            for row, bonus in picked:
                base_score[row] += bonus
            rows = {*segment.frequent.tolist(), *(row for row, _ in picked)}
            self._frequent = np.array(sorted(rows), np.int64)
        self._max_picked = max((bonus for _, bonus in picked), default=0.0)
        self.top = TopRows(base_score, request.limit)

    def one_word(self, word: Word) -> None:
        """Search for a single word; stop as soon as no other row can be among the best."""
        for group, reading in enumerate(word.readings):
            if len(reading.elements) > 1 and can_match(self._index, reading, Part.HEAD):
                self._search_reading(reading, Part.HEAD, group=group)
        for reading in word.readings:
            if len(reading.elements) == 1 and can_match(self._index, reading, Part.HEAD):
                self._search_single(reading)
        self._add_topics(word)
        self._add_code_gaps(word)
        for reading in sorted(word.readings, key=lambda each: each.penalty * (not each.may_be_literal)):
            if can_match(self._index, reading, Part.BODY):
                self._search_if_competitive(reading, Part.BODY, max_body_score(self._index, reading))

    def _search_single(self, reading: Reading) -> None:
        """Search heads for one element; matches at the start of a field are usually enough."""
        self.check_cancelled()
        if self._has_row_scores(reading, Part.HEAD):
            return self._add_cached(reading, Part.HEAD)
        if not self._request.is_exhaustive:
            self._add_candidates(self._index.at_field_start(reading.elements[0]), reading, Part.HEAD)
        return self._search_if_competitive(reading, Part.HEAD, float(max_scores(reading, Part.HEAD)[INSIDE]))

    def _has_row_scores(self, reading: Reading, part: Part) -> bool:
        return not self._request.is_exhaustive and self._segment.has_row_scores(reading, part)

    def _add_cached(self, reading: Reading, part: Part) -> None:
        """Add rows by cached scores: the best ones, and the others only if they can be among the best."""
        scores = self._segment.row_scores(reading, part)
        some, bound = self._segment.top_rows(reading, part)
        for rows in (self._frequent, some):
            self._add_rows(rows, scores)
        if self.top.kth_score() < bound + min(self._segment.max_other_prior, self._cap):
            self._add_rows(np.arange(len(scores)), scores)

    def _add_rows(self, rows: Numbers, scores: MatchScores) -> None:
        rows = rows[scores[rows] != NO_MATCH]
        alive = self._segment.alive_flags(rows)
        rows = rows if alive is None else rows[alive]
        self.top.add(rows, scores[rows])

    def _search_if_competitive(self, reading: Reading, part: Part, bound: float) -> None:
        """Search the rows in which a score of ``bound`` can be among the best: all, frequent ones or none."""
        segment = self._segment
        needed_prior = self.top.kth_score() - (bound - segment.min_penalty)
        if needed_prior <= min(segment.max_other_prior, self._cap) or self._request.is_exhaustive:
            if part is Part.HEAD or not self._search_bodies_in_order(reading):
                self._search_reading(reading, part, self._promising_rows(reading, part, bound))
        elif len(self._frequent) and needed_prior <= min(segment.max_prior, self._cap) + self._max_picked:
            self._search_reading(reading, part, self._frequent)

    def _promising_rows(self, reading: Reading, part: Part, bound: float) -> Numbers | None:
        """Return the rows that a match of score ``bound`` can bring among the best; None: search all rows."""
        kth_score, rows = self.top.kth_score(), len(self._segment)
        is_rare = self._index.estimate(reading.elements, part) <= _MANY
        if (
            self._request.is_exhaustive
            or is_rare
            or kth_score == -np.inf
            or self._has_row_scores(reading, part)
        ):
            return None
        promising = np.flatnonzero(self.top.upper_bounds(slice(None), bound) >= kth_score)
        return promising if len(promising) * _SPREAD < rows else None

    def _search_bodies_in_order(self, reading: Reading) -> bool:
        """Search bodies in order of base score until no better row can follow; for frequent readings.

        Without Latin letters all matches in bodies have the same score. Return False if the search is not
        complete.
        """
        segment, limit = self._segment, self._request.limit
        positions, rows = self._index.estimate(reading.elements, Part.BODY), len(segment)
        if self._request.is_exhaustive or positions**2 < _SPREAD * limit * self._index.size(Part.BODY):
            return False
        if self._has_row_scores(reading, Part.BODY):
            return False
        typed = literal_elements(reading)
        bound: float = BODY_SCORE
        if typed is not None:
            self._add_candidates(self._index.candidates(typed, Part.BODY), reading, Part.BODY)
        if typed is not None or not reading.may_be_literal:
            bound -= reading.penalty
        bound += min(segment.max_other_prior, self._cap)
        self._search_reading(reading, Part.BODY, self._frequent)
        at, step = 0, _SPREAD * limit * rows // positions + 1
        while at * _SPREAD < rows:
            self._search_reading(reading, Part.BODY, sorted_rows(segment.plain_order[at : at + step], rows))
            at, step = at + step, step * _SPREAD
            if at >= rows:
                return True
            if self.top.kth_score() >= bound + segment.plain_base_score[segment.plain_order[at]]:
                return True
        return False

    def _search_reading(
        self, reading: Reading, part: Part, rows: Numbers | None = None, group: int = NO_GROUP
    ) -> None:
        self.check_cancelled()
        if rows is None and self._has_row_scores(reading, part):
            self._add_cached(reading, part)
        else:
            self._add_candidates(self._index.candidates(reading.elements, part, rows), reading, part, group)

    def _add_candidates(self, found: Candidates, reading: Reading, part: Part, group: int = NO_GROUP) -> None:
        """Add candidates; of many only those that can be among the best."""
        if not len(found.row):
            return None
        if len(found.row) <= _MANY or self._request.is_exhaustive:
            return self._add_matches(found.details(), reading, group)
        bound = max_scores(reading, part)
        typed = literal_elements(reading)
        if typed is not None:
            # The literal matches are added first; all others have the penalty for certain.
            if self._index.estimate(typed, part):
                self._add_competitive(self._index.candidates(typed, part), bound, reading, group)
            bound = bound - reading.penalty
        return self._add_competitive(found, bound, reading, group)

    def _add_competitive(self, found: Candidates, bound: Scores, reading: Reading, group: int) -> None:
        """Add the candidates that can be among the best; ``bound`` are the maximum scores by alignment."""
        bounds = self.top.upper_bounds(found.row, bound[found.alignment])
        first = np.flatnonzero(bounds >= self.top.kth_score())
        if len(first) <= _MANY:
            return self._add_matches(found.details(first), reading, group)
        first = highest_positions(bounds, 8 * self._request.limit + _SOME)
        self.check_cancelled()
        self._add_matches(found.details(first), reading, group)
        is_competitive = bounds >= self.top.kth_score()
        is_competitive[first] = False
        return self._add_matches(found.details(np.flatnonzero(is_competitive)), reading, group)

    def _add_matches(self, matches: Matches, reading: Reading, group: int) -> None:
        matches = applicable(matches, reading)
        alive = self._segment.alive_flags(matches.row)
        if alive is not None:
            matches = matches.filtered(alive)
        self.top.add(matches.row, scores_of(matches, reading), group)

    def _add_topics(self, word: Word) -> None:
        rows = topic_rows(self._index, word)
        alive = self._segment.alive_flags(rows)
        rows = rows if alive is None else rows[alive]
        self.top.add(rows, np.full(len(rows), TOPIC_SCORE, np.int16))

    def _add_code_gaps(self, word: Word) -> None:
        if not self._needs_code_gaps(word):
            return
        self.check_cancelled()
        rows, gaps = self._index.codes_with_gaps(word.text)
        alive = self._segment.alive_flags(rows)
        if alive is not None:
            rows, gaps = rows[alive], gaps[alive]
        self.top.add(rows, gap_scores(word.text, gaps))

    def _needs_code_gaps(self, word: Word) -> bool:
        if len(word.text) < 2 or word.field not in (None, "code") or " " in word.text:
            return False
        if len(self._request.words) > 1:
            return looks_like_code(word.text)
        if self._request.is_exhaustive:
            return True
        segment = self._segment
        needed_prior = self.top.kth_score() - (max_gap_score(word.text) - segment.min_penalty)
        return needed_prior <= min(segment.max_prior, self._cap) + self._max_picked

    def check_cancelled(self) -> None:
        """Raise SearchCancelledError if the search is cancelled."""
        check_cancelled(self._is_cancelled)


def _picked_rows(segment: Segment, request: SearchRequest) -> Sequence[tuple[int, float]]:
    found = ((segment.row_of.get(key), bonus) for key, bonus in request.picked)
    return [(row, bonus) for row, bonus in found if row is not None]
