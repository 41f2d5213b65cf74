"""A part of the library with its own index: rows, what each is worth by itself, and which are gone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.element import split
from quickdesk.search.index.scan import ScanIndex
from quickdesk.search.matches import BODY_FIELD, TITLE, Flags, Index, Lengths, Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import (
    BODY_WORTH,
    LONGEST_TITLE,
    MISSING,
    Scores,
    Worth,
    counting,
    prior_cap,
    scores_of,
    tie_break,
)

ROOM = 4096
"""So many snippets are laid out in about a tenth of a second."""
_MOST_HOT = 512
_MOST_KEPT = 128
_MOST_WORDS = 32
_AT_ONCE = 1 << 12


class Segment:
    """Rows under one index. The index never changes; a row that is edited or removed is dropped."""

    def __init__(self, index: Index, snippets: Sequence[Snippet], order: Numbers, lengths: Lengths) -> None:
        """``lengths`` are those of the fields of each row in UTF-16 units, in the order of FIELDS."""
        self.index = index
        self.snippets = snippets
        self.order = order
        self.alive: Flags = np.ones(len(snippets), np.bool_)
        self.dropped = 0
        self._lengths = lengths
        self._short: Scores = np.minimum(lengths[:, TITLE].astype(np.float64), LONGEST_TITLE)
        self.shortest = float(self._short.min(initial=LONGEST_TITLE))
        self.plain_ground: Scores = tie_break(order) - self._short
        """What each row adds to the score of a match where no habit does."""
        self._row_scores: dict[tuple[Reading, Part], Worth] = {}
        self._likeliest: dict[tuple[Reading, Part], tuple[Numbers, float]] = {}
        self._word_worth: dict[tuple[Word, tuple[Part, ...]], Worth] = {}
        self.set_prior({})

    def __len__(self) -> int:
        return len(self.snippets)

    @cached_property
    def plain_order(self) -> Numbers:
        """All rows, the highest plain ground first."""
        rows = np.argsort(self.order, kind="stable")
        return rows[np.argsort(self._short[rows].astype(np.int8), kind="stable")]

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each id, whether it is alive or not."""
        return {snippet.id: row for row, snippet in enumerate(self.snippets)}

    def getting_ready(self) -> Iterator[None]:
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
            self.dropped += 1

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Give rows a bonus by id; all others have none."""
        self.prior = np.zeros(len(self), np.float64)
        if prior:
            rows = [(row, bonus) for key, bonus in prior.items() if (row := self.row_of.get(key)) is not None]
            for row, bonus in rows:
                self.prior[row] = bonus
        self._ground: dict[float, Scores] = {}
        self._find_hot()

    def _find_hot(self) -> None:
        """Part the few rows with the highest priors from the others, whose highest prior is known then."""
        above = np.flatnonzero(self.prior > 0)
        ranked = above[np.argsort(-self.prior[above], kind="stable")]
        self.hot: Numbers = np.sort(ranked[:_MOST_HOT])
        self.hottest = float(self.prior[ranked[0]]) if len(ranked) else 0.0
        self.rest = float(self.prior[ranked[_MOST_HOT]]) if len(ranked) > _MOST_HOT else 0.0

    def ground(self, typed: int) -> Scores:
        """Return what each row adds to the score of a match when so many characters were typed."""
        cap = prior_cap(typed)
        known = self._ground.get(cap)
        if known is None:
            known = self._ground[cap] = np.minimum(self.prior, cap) + self.plain_ground
        return known

    def row_scores(self, reading: Reading, part: Part) -> Worth:
        """Return what a reading of one element is worth in each row at best; MISSING where it does not match.

        Kept for the next time: what is that short is typed all day, and occurs nearly everywhere.
        """
        known = self._row_scores.pop((reading, part), None)
        if known is None:
            for _ in self.scoring(reading, part):
                pass
            known = self._row_scores.pop((reading, part))
        self._row_scores[reading, part] = known
        return known

    def scoring(self, reading: Reading, part: Part) -> Iterator[None]:
        """Work out :meth:`row_scores` step by step: whoever leaves off before the end has to begin again.

        In bodies all matches without Latin letters are worth the same: they need no details.
        """
        worth = np.full(len(self), MISSING, np.int16)
        element = reading.elements[0]
        if part is Part.BODY:
            other, element = split(element)
            for bunch in self.index.bunches(other, part):
                worth[bunch.row] = BODY_WORTH - reading.penalty
                yield
        for bunch in self.index.bunches(element, part):
            matches = counting(bunch.details(), reading)
            np.maximum.at(worth, matches.row, scores_of(matches, reading))
            yield
        while len(self._row_scores) >= _MOST_KEPT:
            del self._row_scores[next(iter(self._row_scores))]
        self._row_scores[reading, part] = worth

    def likeliest(self, reading: Reading, part: Part) -> tuple[Numbers, float]:
        """Return the rows best by :meth:`row_scores` without priors, and what no other exceeds so."""
        known = self._likeliest.get((reading, part))
        if known is None:
            scores = self.row_scores(reading, part) + self.plain_ground
            known = (np.arange(len(self)), -np.inf)
            if len(self) > _MOST_HOT:
                # A copy, because a view would keep the numbers of all rows.
                rows = np.argpartition(-scores, _MOST_HOT)[: _MOST_HOT + 1].copy()
                known = (rows, float(scores[rows[-1]]))
            if len(self._likeliest) >= _MOST_KEPT:
                self._likeliest.clear()
            self._likeliest[reading, part] = known
        return known

    def knows(self, reading: Reading, part: Part) -> bool:
        """Tell whether :meth:`row_scores` has its answer ready."""
        return (reading, part) in self._row_scores

    def worth_of(self, word: Word, parts: Sequence[Part]) -> Worth | None:
        """Return what was kept of a word, not to be changed; None where it is not known."""
        return self._word_worth.get((word, tuple(parts)))

    def keep_worth(self, word: Word, parts: Sequence[Part], worth: Worth) -> None:
        """Keep what a word is worth in some parts of all rows, until so many others came."""
        if len(self._word_worth) >= _MOST_WORDS:
            del self._word_worth[next(iter(self._word_worth))]
        self._word_worth[word, tuple(parts)] = worth

    def living(self, rows: Numbers) -> Flags | None:
        """Tell which rows are not dropped; None: all of them."""
        return self.alive[rows] if self.dropped else None


class Shelf:
    """Snippets by id; what is taken away is dropped from the segment too."""

    def __init__(self, rows: dict[str, Snippet]) -> None:
        self.rows = rows
        self.segment: Segment | None = None

    def take_away(self, snippet_id: str) -> bool:
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

    def laid_out(self, order: Mapping[str, int], prior: Mapping[str, float]) -> Segment:
        """Return the segment, with its rows in this order."""
        if self.segment is None:
            ids = sorted(self.rows, key=order.__getitem__)
            snippets = [self.rows[key] for key in ids]
            numbers = np.array([order[key] for key in ids], np.int64)
            index = ScanIndex(snippets)
            self.segment = Segment(index, snippets, numbers, index.lengths)
            self.segment.set_prior(prior)
        return self.segment
