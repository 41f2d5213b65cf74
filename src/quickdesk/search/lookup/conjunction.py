"""The best rows of one segment for several words, all of which must match.

Where one word is rare, only the rows with it are left. What the heads say of the other words tells how much
a row can come to: bodies are read only of the rows that promise most.
"""

from collections.abc import Callable, Sequence

import numpy as np

from quickdesk.search.codes import looks_like_code
from quickdesk.search.lookup.request import Wanted
from quickdesk.search.lookup.scoring import is_possible, most_in_body, raise_to
from quickdesk.search.lookup.top_rows import Found, highest
from quickdesk.search.matches import Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import MISSING, Scores, Worth, counting, gap_scores, scores_of
from quickdesk.search.segment import Segment

_RARE = 32
_MANY = 2048
_FIRST, _GROWTH = 128, 4


class Conjunction:
    """One search for several words in one segment."""

    def __init__(self, segment: Segment, wanted: Wanted, found: Found, go_on: Callable[[], None]) -> None:
        self._segment = segment
        self._index = segment.index
        self._wanted = wanted
        self._found = found
        self._go_on = go_on

    def look(self) -> None:
        """Find the best rows."""
        words = sorted(self._wanted.words, key=self._frequency)
        if self._wanted.is_thorough or not self._promising(words):
            self._rarest_first(words)

    def _frequency(self, word: Word) -> int:
        return sum(self._index.estimate(reading.elements, part) for reading in word.readings for part in Part)

    def _rarest_first(self, words: Sequence[Word]) -> None:
        left: Numbers | None = None
        total = np.zeros(len(self._segment), np.int32)
        missing = np.zeros(len(self._segment), np.bool_)
        for word in words:
            worth = self._best_of(word, tuple(Part), left)
            missing |= worth == MISSING
            total += worth
            left = np.flatnonzero(~missing)
            if not len(left):
                return
        if left is not None:
            self._add(left, total[left].astype(np.float64))

    def _promising(self, words: Sequence[Word]) -> bool:
        """Look at rows from the most promising on until no other can be better; False: it takes too long."""
        first, *others = words
        if self._frequency(first) < max(_MANY, len(self._segment) // 4):
            known = self._best_of(first, tuple(Part), None)
            left = np.flatnonzero(known != MISSING)
            return self._in_order(left, known[left], others)
        return self._in_order(slice(None), np.zeros(len(self._segment), np.int16), words)

    def _in_order(self, left: Numbers | slice, known: Worth, words: Sequence[Word]) -> bool:
        """Do so with some rows, of which the worth of all other words is known."""
        few = left if not isinstance(left, slice) and len(left) <= _MANY else None
        heads = [self._best_of(word, (Part.HEAD,), few)[left] for word in words]
        promised = known.astype(np.int32)
        for word, head in zip(words, heads, strict=True):
            promised += np.maximum(head, self._most_in_body(word))
        bounds = self._found.bound(left, promised)
        some = _FIRST + 4 * self._wanted.limit
        while len(bounds):
            if some * _GROWTH > len(bounds) > _MANY:
                return False
            at = np.sort(highest(bounds, some))
            self._go_on()
            rows = at if isinstance(left, slice) else left[at]
            self._add_those_with_all(rows, known[at], words, [head[at] for head in heads])
            bounds[at] = MISSING * (len(words) + 1)
            most = float(bounds.max())
            if self._found.kth() >= most or most < MISSING // 2:
                break
            some *= _GROWTH
        return True

    def _add_those_with_all(
        self, rows: Numbers, known: Worth, words: Sequence[Word], heads: Sequence[Worth]
    ) -> None:
        total = known.astype(np.int32)
        missing = np.zeros(len(rows), np.bool_)
        for word, best in zip(words, heads, strict=True):
            for reading in word.readings:
                if is_possible(self._index, reading, Part.BODY):
                    self._go_on()
                    raise_to(best, self._index, reading, Part.BODY, rows)
            missing |= best == MISSING
            total += best
        self._add(rows[~missing], total[~missing].astype(np.float64))

    def _most_in_body(self, word: Word) -> int:
        most = [
            most_in_body(self._index, reading)
            for reading in word.readings
            if is_possible(self._index, reading, Part.BODY)
        ]
        return max(most, default=MISSING)

    def _best_of(self, word: Word, parts: Sequence[Part], left: Numbers | None) -> Worth:
        """Return what a word is worth in some parts of each row (or of those left); MISSING where it is not.

        Kept where it holds for all rows: whoever types on asks again for all words but the last.
        """
        known = self._segment.worth_of(word, parts)
        if known is not None and not self._wanted.is_thorough:
            return known
        best = np.full(len(self._segment), MISSING, np.int16)
        for reading in word.readings:
            for part in parts:
                if is_possible(self._index, reading, part):
                    self._go_on()
                    self._raise_to(best, reading, part, left)
        if looks_like_code(word.text) and word.field in (None, "code"):
            rows, gaps = self._index.codes_with_gaps(word.text)
            best[rows] = np.maximum(best[rows], gap_scores(word.text, gaps))
        if left is None:
            self._segment.keep_worth(word, parts, best)
        return best

    def _raise_to(self, best: Worth, reading: Reading, part: Part, left: Numbers | None) -> None:
        """Raise what rows are worth to what this reading gives them."""
        places = self._index.estimate(reading.elements, part)
        is_common = len(reading.elements) == 1 and places * _RARE > len(best)
        if is_common and (left is None or len(left) > _MANY or self._segment.knows(reading, part)):
            if not self._segment.knows(reading, part):
                for _ in self._segment.scoring(reading, part):
                    self._go_on()
            np.maximum(best, self._segment.row_scores(reading, part), out=best)
        else:
            matches = counting(self._index.candidates(reading.elements, part, left).details(), reading)
            np.maximum.at(best, matches.row, scores_of(matches, reading))

    def _add(self, rows: Numbers, scores: Scores) -> None:
        living = self._segment.living(rows)
        if living is not None:
            rows, scores = rows[living], scores[living]
        self._found.add(rows, scores)
