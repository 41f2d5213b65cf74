"""The best rows of one segment for several words, all of which must match.

Where one word is rare, only the rows with it are left. What the heads say of the other words tells how much
a row can come to: bodies are read only of the rows that promise most.
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
        """Find the best rows."""
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
            worth = self._word_scores(word, tuple(Part), left)
            missing |= worth == NO_MATCH
            total += worth
            left = np.flatnonzero(~missing)
            if not len(left):
                return
        if left is not None:
            self._add(left, total[left].astype(np.float64))

    def _most_promising_first(self, words: Sequence[Word]) -> bool:
        """Look at rows from the most promising on until no other can be better; False: it takes too long."""
        first, *others = words
        if self._frequency(first) < max(_MANY, len(self._segment) // 4):
            known = self._word_scores(first, tuple(Part), None)
            left = np.flatnonzero(known != NO_MATCH)
            return self._search_in_order(left, known[left], others)
        return self._search_in_order(slice(None), np.zeros(len(self._segment), np.int16), words)

    def _search_in_order(self, left: Numbers | slice, known: MatchScores, words: Sequence[Word]) -> bool:
        """Do so with some rows, of which the worth of all other words is known."""
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
            self._add_those_with_all(rows, known[at], words, [head[at] for head in heads])
            bounds[at] = NO_MATCH * (len(words) + 1)
            most = float(bounds.max())
            if self._top.kth_score() >= most or most < NO_MATCH // 2:
                break
            some *= _GROWTH
        return True

    def _add_those_with_all(
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
        """Return what a word is worth in some parts of each row (or of those left); NO_MATCH where it is not.

        Kept where it holds for all rows: whoever types on asks again for all words but the last.
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
        """Raise what rows are worth to what this reading gives them."""
        places = self._index.estimate(reading.elements, part)
        is_common = len(reading.elements) == 1 and places * _RARE > len(best)
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
