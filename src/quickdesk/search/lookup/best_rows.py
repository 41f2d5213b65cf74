"""The best rows of one segment for some words, found with as little looking as exactness allows.

One word: the head of each row first, its body only as far as a match there could still be among the best;
rows that the agent uses are always looked at.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from quickdesk.search.codes import looks_like_code
from quickdesk.search.lookup.conjunction import Conjunction
from quickdesk.search.lookup.request import Overtaken, Wanted, go_on
from quickdesk.search.lookup.scoring import as_typed, is_possible, most_in_body
from quickdesk.search.lookup.top_rows import NO_GROUP, Found, ascending, highest
from quickdesk.search.matches import INSIDE, Candidates, Matches, Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import (
    BODY_WORTH,
    MISSING,
    Scores,
    Worth,
    counting,
    gap_scores,
    most_of,
    most_of_gaps,
    prior_cap,
    scores_of,
)
from quickdesk.search.segment import Segment

Rows: TypeAlias = tuple[Numbers, Scores, Numbers]
"""Rows with their scores and groups, best first."""

_SPREAD = 4
_MANY, _SOME = 2048, 128


def best_rows(segment: Segment, wanted: Wanted, overtaken: Overtaken) -> Rows:
    """Return the best rows of a segment; raises OvertakenError."""
    if not len(segment):
        return np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int64)
    go_on(overtaken)
    look = _Look(segment, wanted, overtaken)
    if len(wanted.words) == 1:
        look.one_word(wanted.words[0])
    else:
        Conjunction(segment, wanted, look.found, look.go_on).look()
    return look.found.best()


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
        self._hot = segment.hot
        if picked:
            self._hot = np.array(sorted({*segment.hot.tolist(), *(row for row, _ in picked)}), np.int64)
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
                self._take_above(reading, Part.BODY, most_in_body(self._index, reading))

    def _may_match(self, reading: Reading, part: Part) -> bool:
        return is_possible(self._index, reading, part)

    def _take_single(self, reading: Reading) -> None:
        """A first key stroke: what begins so comes first, and mostly fills the list."""
        self.go_on()
        if self._knows(reading, Part.HEAD):
            return self._take_known(reading, Part.HEAD)
        if not self._wanted.is_thorough:
            self._add(self._index.starts(reading.elements[0]), reading, Part.HEAD)
        return self._take_above(reading, Part.HEAD, float(most_of(reading, Part.HEAD)[INSIDE]))

    def _knows(self, reading: Reading, part: Part) -> bool:
        return not self._wanted.is_thorough and self._segment.knows(reading, part)

    def _take_known(self, reading: Reading, part: Part) -> None:
        """Take up what is kept of a letter: the likeliest rows, and the others where they can count."""
        worth = self._segment.row_scores(reading, part)
        some, most = self._segment.likeliest(reading, part)
        for rows in (self._hot, some):
            self._take_rows(rows, worth)
        if self.found.kth() < most + min(self._segment.rest, self._cap):
            self._take_rows(np.arange(len(worth)), worth)

    def _take_rows(self, rows: Numbers, worth: Worth) -> None:
        rows = rows[worth[rows] != MISSING]
        living = self._segment.living(rows)
        rows = rows if living is None else rows[living]
        self.found.add(rows, worth[rows])

    def _take_above(self, reading: Reading, part: Part, most: float) -> None:
        """Look everywhere, only at rows in use, or nowhere: as far as ``most`` can reach the best."""
        segment = self._segment
        missing = self.found.kth() - (most - segment.shortest)
        if missing <= min(segment.rest, self._cap) or self._wanted.is_thorough:
            if part is Part.HEAD or not self._take_likeliest(reading):
                self._take(reading, part, self._promising(reading, part, most))
        elif len(self._hot) and missing <= min(segment.hottest, self._cap) + self._most_picked:
            self._take(reading, part, self._hot)

    def _promising(self, reading: Reading, part: Part, most: float) -> Numbers | None:
        """Return the few rows that a match worth so much can bring among the best; None: not worth while."""
        kth, rows = self.found.kth(), len(self._segment)
        is_rare = self._index.estimate(reading.elements, part) <= _MANY
        if self._wanted.is_thorough or is_rare or kth == -np.inf or self._knows(reading, part):
            return None
        promising = np.flatnonzero(self.found.bound(slice(None), most) >= kth)
        return promising if len(promising) * _SPREAD < rows else None

    def _take_likeliest(self, reading: Reading) -> bool:
        """Look into bodies from the likeliest row on until no better one can come: where a reading is common.

        Without Latin letters all matches in bodies are worth the same. False: it is not worth while.
        """
        segment, limit = self._segment, self._wanted.limit
        places, rows = self._index.estimate(reading.elements, Part.BODY), len(segment)
        if self._wanted.is_thorough or places**2 < _SPREAD * limit * self._index.size(Part.BODY):
            return False
        if self._knows(reading, Part.BODY):
            return False
        typed = as_typed(reading)
        most: float = BODY_WORTH
        if typed is not None:
            self._add(self._index.candidates(typed, Part.BODY), reading, Part.BODY)
        if typed is not None or not reading.may_be_literal:
            most -= reading.penalty
        most += min(segment.rest, self._cap)
        self._take(reading, Part.BODY, self._hot)
        at, step = 0, _SPREAD * limit * rows // places + 1
        while at * _SPREAD < rows:
            self._take(reading, Part.BODY, ascending(segment.plain_order[at : at + step], rows))
            at, step = at + step, step * _SPREAD
            if at >= rows or self.found.kth() >= most + segment.plain_ground[segment.plain_order[at]]:
                return True
        return False

    def _take(self, reading: Reading, part: Part, rows: Numbers | None = None, group: int = NO_GROUP) -> None:
        self.go_on()
        if rows is None and self._knows(reading, part):
            self._take_known(reading, part)
        else:
            self._add(self._index.candidates(reading.elements, part, rows), reading, part, group)

    def _add(self, found: Candidates, reading: Reading, part: Part, group: int = NO_GROUP) -> None:
        """Take up candidates; of many only those that can count, which the likeliest of them tell."""
        if not len(found.row):
            return None
        if len(found.row) <= _MANY or self._wanted.is_thorough:
            return self._take_up(found.details(), reading, group)
        most = most_of(reading, part)
        typed = as_typed(reading)
        if typed is not None:
            # Without those that stand as typed, all others are worth less for certain.
            if self._index.estimate(typed, part):
                self._add_best(self._index.candidates(typed, part), most, reading, group)
            most = most - reading.penalty
        return self._add_best(found, most, reading, group)

    def _add_best(self, found: Candidates, most: Scores, reading: Reading, group: int) -> None:
        """Take up candidates that can count by the most that they can be worth by their standing."""
        bounds = self.found.bound(found.row, most[found.standing])
        first = np.flatnonzero(bounds >= self.found.kth())
        if len(first) <= _MANY:
            return self._take_up(found.details(first), reading, group)
        first = highest(bounds, 8 * self._wanted.limit + _SOME)
        self.go_on()
        self._take_up(found.details(first), reading, group)
        can_count = bounds >= self.found.kth()
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
        self.go_on()
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

    def go_on(self) -> None:
        """Raise OvertakenError where nobody waits any more."""
        go_on(self._overtaken)


def _rows_picked(segment: Segment, wanted: Wanted) -> Sequence[tuple[int, float]]:
    found = ((segment.row_of.get(key), bonus) for key, bonus in wanted.picked)
    return [(row, bonus) for row, bonus in found if row is not None]
