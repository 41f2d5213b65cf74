"""Exact top-k search for several words in one segment; a row must match all of them.

If one word is rare, only the rows with it are searched further. The scores in heads give an upper bound for
each row, and bodies are searched only in the rows with the highest bounds.
"""

from collections.abc import Callable, Sequence

import numpy as np

from quickdesk.search.codes import looks_like_code
from quickdesk.search.lookup.request import SearchRequest
from quickdesk.search.lookup.scoring import can_match, max_body_score, raise_scores
from quickdesk.search.lookup.top_rows import TopRows, highest_positions
from quickdesk.search.matches import Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import NO_MATCH, MatchScores, Scores, applicable, gap_scores, scores_of
from quickdesk.search.segment import Segment

_RARE = 32
_MANY = 2048
_FIRST, _GROWTH = 128, 4


class Conjunction:
    """One search for several words in one segment."""

    def __init__(
        self, segment: Segment, request: SearchRequest, top: TopRows, check_cancelled: Callable[[], None]
    ) -> None:
        self._segment = segment
        self._index = segment.index
        self._request = request
        self._top = top
        self._check_cancelled = check_cancelled

    def search(self) -> None:
        """Add the best rows to ``top``."""
        words = sorted(self._request.words, key=self._frequency)
        if self._request.is_exhaustive or not self._most_promising_first(words):
            self._rarest_first(words)

    def _frequency(self, word: Word) -> int:
        return sum(self._index.estimate(reading.elements, part) for reading in word.readings for part in Part)

    def _rarest_first(self, words: Sequence[Word]) -> None:
        left: Numbers | None = None
        total = np.zeros(len(self._segment), np.int32)
        missing = np.zeros(len(self._segment), np.bool_)
        for word in words:
            scores = self._word_scores(word, tuple(Part), left)
            missing |= scores == NO_MATCH
            total += scores
            left = np.flatnonzero(~missing)
            if not len(left):
                return
        if left is not None:
            self._add(left, total[left].astype(np.float64))

    def _most_promising_first(self, words: Sequence[Word]) -> bool:
        """Search rows by descending upper bound until no other can be better; return False to give up."""
        first, *others = words
        if self._frequency(first) < max(_MANY, len(self._segment) // 4):
            known = self._word_scores(first, tuple(Part), None)
            left = np.flatnonzero(known != NO_MATCH)
            return self._search_in_order(left, known[left], others)
        return self._search_in_order(slice(None), np.zeros(len(self._segment), np.int16), words)

    def _search_in_order(self, left: Numbers | slice, known: MatchScores, words: Sequence[Word]) -> bool:
        """Search the rows ``left``, with the scores of all other words already known."""
        few = left if not isinstance(left, slice) and len(left) <= _MANY else None
        heads = [self._word_scores(word, (Part.HEAD,), few)[left] for word in words]
        promised = known.astype(np.int32)
        for word, head in zip(words, heads, strict=True):
            promised += np.maximum(head, self._max_body_score(word))
        bounds = self._top.upper_bounds(left, promised)
        some = _FIRST + 4 * self._request.limit
        while len(bounds):
            if some * _GROWTH > len(bounds) > _MANY:
                return False
            at = np.sort(highest_positions(bounds, some))
            self._check_cancelled()
            rows = at if isinstance(left, slice) else left[at]
            self._add_rows_with_all_words(rows, known[at], words, [head[at] for head in heads])
            bounds[at] = NO_MATCH * (len(words) + 1)
            most = float(bounds.max())
            if self._top.kth_score() >= most or most < NO_MATCH // 2:
                break
            some *= _GROWTH
        return True

    def _add_rows_with_all_words(
        self, rows: Numbers, known: MatchScores, words: Sequence[Word], heads: Sequence[MatchScores]
    ) -> None:
        total = known.astype(np.int32)
        missing = np.zeros(len(rows), np.bool_)
        for word, best in zip(words, heads, strict=True):
            for reading in word.readings:
                if can_match(self._index, reading, Part.BODY):
                    self._check_cancelled()
                    raise_scores(best, self._index, reading, Part.BODY, rows)
            missing |= best == NO_MATCH
            total += best
        self._add(rows[~missing], total[~missing].astype(np.float64))

    def _max_body_score(self, word: Word) -> int:
        most = [
            max_body_score(self._index, reading)
            for reading in word.readings
            if can_match(self._index, reading, Part.BODY)
        ]
        return max(most, default=NO_MATCH)

    def _word_scores(self, word: Word, parts: Sequence[Part], left: Numbers | None) -> MatchScores:
        """Return the score of a word in some parts of each row (or of the rows left), or NO_MATCH.

        Scores of all rows are cached: the next key stroke usually changes only the last word.
        """
        known = self._segment.cached_word_scores(word, parts)
        if known is not None and not self._request.is_exhaustive:
            return known
        best = np.full(len(self._segment), NO_MATCH, np.int16)
        for reading in word.readings:
            for part in parts:
                if can_match(self._index, reading, part):
                    self._check_cancelled()
                    self._raise_scores(best, reading, part, left)
        if looks_like_code(word.text) and word.field in (None, "code"):
            rows, gaps = self._index.codes_with_gaps(word.text)
            best[rows] = np.maximum(best[rows], gap_scores(word.text, gaps))
        if left is None:
            self._segment.cache_word_scores(word, parts, best)
        return best

    def _raise_scores(self, best: MatchScores, reading: Reading, part: Part, left: Numbers | None) -> None:
        """Raise the scores of rows to those of this reading."""
        positions = self._index.estimate(reading.elements, part)
        is_common = len(reading.elements) == 1 and positions * _RARE > len(best)
        if is_common and (left is None or len(left) > _MANY or self._segment.has_row_scores(reading, part)):
            if not self._segment.has_row_scores(reading, part):
                for _ in self._segment.row_score_steps(reading, part):
                    self._check_cancelled()
            np.maximum(best, self._segment.row_scores(reading, part), out=best)
        else:
            matches = applicable(self._index.candidates(reading.elements, part, left).details(), reading)
            np.maximum.at(best, matches.row, scores_of(matches, reading))

    def _add(self, rows: Numbers, scores: Scores) -> None:
        alive = self._segment.alive_flags(rows)
        if alive is not None:
            rows, scores = rows[alive], scores[alive]
        self._top.add(rows, scores)
