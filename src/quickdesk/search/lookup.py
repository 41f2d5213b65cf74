"""The best rows of one segment for some words, found with as little looking as exactness allows.

One word: the head of each row first, its body only as far as a match there could still be among the best;
rows that the agent uses are always looked at. Several words: the rarest first, the others only in the rows
that are left.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from quickdesk.search.codes import looks_like_code
from quickdesk.search.found import NO_GROUP, Found, highest
from quickdesk.search.places import INSIDE, Candidates, Matches, Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import (
    MISSING,
    Scores,
    Worth,
    counting,
    gap_scores,
    looks_into,
    most_of,
    most_of_gaps,
    prior_cap,
    scores_of,
)
from quickdesk.search.segment import Segment

Rows: TypeAlias = tuple[Numbers, Scores, Numbers]
"""Rows with their scores and groups, best first."""

Overtaken: TypeAlias = Callable[[], bool]
"""Tells whether nobody waits for the answer any more."""

_RARE = 32
_MANY, _SOME = 2048, 128
GROUP_SHARE = 5
"""So many rows of each reading are brought along, so that one reading cannot fill a list."""


class OvertakenError(Exception):
    """The search was given up because nobody waits for it any more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the words, how many rows, and how many characters were typed.

    ``picked`` are bonuses by id that hold for this query alone.
    """

    words: tuple[Word, ...]
    limit: int
    typed: int
    picked: tuple[tuple[str, float], ...] = ()
    is_thorough: bool = False


def best_rows(segment: Segment, wanted: Wanted, overtaken: Overtaken) -> Rows:
    """Return the best rows of a segment; raises OvertakenError."""
    if not len(segment):
        return np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int64)
    look = _Look(segment, wanted, overtaken)
    if len(wanted.words) == 1:
        look.one_word(wanted.words[0])
    else:
        look.all_words()
    return look.found.best(GROUP_SHARE)


class _Look:
    """One search in one segment."""

    def __init__(self, segment: Segment, wanted: Wanted, overtaken: Overtaken) -> None:
        self._segment = segment
        self._index = segment.index
        self._wanted = wanted
        self._overtaken = overtaken
        self._cap = prior_cap(wanted.typed)
        picked = _rows_picked(segment, wanted)
        ground = segment.ground(wanted.typed)
        if picked:
            ground = ground.copy()
            for row, bonus in picked:
                ground[row] += bonus
        self._hot = np.union1d(segment.hot, [row for row, _ in picked]).astype(np.int64)
        self._most_picked = max((bonus for _, bonus in picked), default=0.0)
        self.found = Found(ground, wanted.limit)

    def one_word(self, word: Word) -> None:
        """Look for one word, and stop as soon as nothing unseen can be among the best."""
        for group, reading in enumerate(word.readings):
            if len(reading.elements) > 1 and self._may_match(reading, Part.HEAD):
                self._take(reading, Part.HEAD, group=group)
        for reading in word.readings:
            if len(reading.elements) == 1 and self._may_match(reading, Part.HEAD):
                self._take_single(reading)
        self._take_gaps(word)
        for reading in sorted(word.readings, key=lambda each: each.penalty * (not each.may_be_literal)):
            if self._may_match(reading, Part.BODY):
                self._take_above(reading, Part.BODY, float(most_of(reading, Part.BODY).max()))

    def all_words(self) -> None:
        """Look for several words, all of which must match."""
        left: Numbers | None = None
        total = np.zeros(len(self._segment), np.int32)
        missing = np.zeros(len(self._segment), np.bool_)
        for word in sorted(self._wanted.words, key=self._frequency):
            worth = self._best_of(word, left)
            missing |= worth == MISSING
            total += worth
            left = np.flatnonzero(~missing)
            if not len(left):
                return
        if left is not None:
            living = self._segment.living(left)
            left = left if living is None else left[living]
            self.found.add(left, total[left].astype(np.float64))

    def _may_match(self, reading: Reading, part: Part) -> bool:
        return looks_into(reading, part) and self._index.estimate(reading.elements, part) > 0

    def _take_single(self, reading: Reading) -> None:
        """A first key stroke: what begins so comes first, and mostly fills the list."""
        if self._knows(reading, Part.HEAD):
            return self._take_known(reading, Part.HEAD)
        if not self._wanted.is_thorough:
            self._add(self._index.starts(reading.elements[0]), reading, Part.HEAD)
        return self._take_above(reading, Part.HEAD, float(most_of(reading, Part.HEAD)[INSIDE]))

    def _knows(self, reading: Reading, part: Part) -> bool:
        return not self._wanted.is_thorough and self._segment.knows(reading, part)

    def _take_known(self, reading: Reading, part: Part) -> None:
        """Take up what is kept of a letter for all rows."""
        worth = self._segment.row_scores(reading, part)
        rows = np.flatnonzero(worth != MISSING)
        living = self._segment.living(rows)
        rows = rows if living is None else rows[living]
        self.found.add(rows, worth[rows])

    def _take_above(self, reading: Reading, part: Part, most: float) -> None:
        """Look everywhere, only at rows in use, or nowhere: as far as ``most`` can reach the best."""
        segment = self._segment
        missing = self.found.kth() - (most - segment.shortest)
        if missing <= min(segment.rest, self._cap) or self._wanted.is_thorough:
            self._take(reading, part)
        elif len(self._hot) and missing <= min(segment.hottest, self._cap) + self._most_picked:
            self._take(reading, part, self._hot)

    def _take(self, reading: Reading, part: Part, rows: Numbers | None = None, group: int = NO_GROUP) -> None:
        self._go_on()
        if rows is None and self._knows(reading, part):
            self._take_known(reading, part)
        else:
            self._add(self._index.candidates(reading.elements, part, rows), reading, part, group)

    def _add(self, found: Candidates, reading: Reading, part: Part, group: int = NO_GROUP) -> None:
        """Take up candidates; of many only those that can count, which the likeliest of them tell."""
        if len(found.row) <= _MANY or self._wanted.is_thorough:
            return self._take_up(found.details(), reading, group)
        bounds = self.found.bound(found.row, most_of(reading, part)[found.standing])
        first = highest(bounds, 8 * self._wanted.limit + _SOME)
        self._take_up(found.details(first), reading, group)
        can_count = bounds >= self.found.least(group, GROUP_SHARE)
        can_count[first] = False
        return self._take_up(found.details(np.flatnonzero(can_count)), reading, group)

    def _take_up(self, matches: Matches, reading: Reading, group: int) -> None:
        matches = counting(matches, reading)
        living = self._segment.living(matches.row)
        if living is not None:
            matches = matches.only(living)
        self.found.add(matches.row, scores_of(matches, reading), group)

    def _take_gaps(self, word: Word) -> None:
        if not self._has_gaps(word):
            return
        rows, gaps = self._index.codes_with_gaps(word.text)
        living = self._segment.living(rows)
        if living is not None:
            rows, gaps = rows[living], gaps[living]
        self.found.add(rows, gap_scores(word.text, gaps))

    def _has_gaps(self, word: Word) -> bool:
        if len(word.text) < 2 or word.field not in (None, "code"):
            return False
        if len(self._wanted.words) > 1:
            return looks_like_code(word.text)
        if self._wanted.is_thorough:
            return True
        segment = self._segment
        missing = self.found.kth() - (most_of_gaps(word.text) - segment.shortest)
        return missing <= min(segment.hottest, self._cap) + self._most_picked

    def _frequency(self, word: Word) -> int:
        return sum(self._index.estimate(reading.elements, part) for reading in word.readings for part in Part)

    def _best_of(self, word: Word, left: Numbers | None) -> Worth:
        """Return what a word is worth in each row; MISSING where it does not match."""
        best = np.full(len(self._segment), MISSING, np.int16)
        for reading in word.readings:
            for part in Part:
                if self._may_match(reading, part):
                    self._go_on()
                    self._raise_to(best, reading, part, left)
        if self._has_gaps(word):
            rows, gaps = self._index.codes_with_gaps(word.text)
            best[rows] = np.maximum(best[rows], gap_scores(word.text, gaps))
        return best

    def _raise_to(self, best: Worth, reading: Reading, part: Part, left: Numbers | None) -> None:
        """Raise what rows are worth to what this reading gives them."""
        places = self._index.estimate(reading.elements, part)
        is_common = len(reading.elements) == 1 and places * _RARE > len(best)
        if is_common and (left is None or len(left) > _MANY or self._segment.knows(reading, part)):
            np.maximum(best, self._segment.row_scores(reading, part), out=best)
        else:
            matches = counting(self._index.candidates(reading.elements, part, left).details(), reading)
            np.maximum.at(best, matches.row, scores_of(matches, reading))

    def _go_on(self) -> None:
        if self._overtaken():
            raise OvertakenError


def _rows_picked(segment: Segment, wanted: Wanted) -> Sequence[tuple[int, float]]:
    found = ((segment.row_of.get(key), bonus) for key, bonus in wanted.picked)
    return [(row, bonus) for row, bonus in found if row is not None]
