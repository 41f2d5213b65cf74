"""Replies that match a query partly or in meaning, for queries with few certain hits.

The concepts of a query are searched in all forms that a reply may have; of each concept the best form counts.
The scores are those of BM25 with weighted fields. A reply is left out if it covers little of what was asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from quickdesk.search.lookup.request import IsCancelled, check_cancelled
from quickdesk.search.matches import FIELDS, Numbers, Part
from quickdesk.search.pinyin_segmentation import Path
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import Scores
from quickdesk.search.related.concepts import (
    LENGTH_WEIGHTS,
    Concept,
    Form,
    RelatedReason,
    Relation,
    concepts_of,
    path_of,
)
from quickdesk.search.related.lexicon import Lexicon
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.occurrences import count_occurrences

MAX_RELATED = 20
_WEIGHTS = {"code": 0.0, "title": 4.0, "tags": 3.0, "folder": 1.0, "asks": 3.0, "body": 1.0}
_FIELD_WEIGHTS = np.array([_WEIGHTS[name] for name in FIELDS])
_SATURATION, _LENGTH = 1.2, 0.5
_MIN_COVERED = 0.15
"""The least part of a query that a related reply covers, by the weights of its concepts."""
_MAX_CONCEPTS = 3
"""Rare concepts of a query that count for this; a message says more than a reply answers."""
_MIN_OF_BEST = 0.2
"""The least score of a related reply, relative to the best one."""
_HIGHEST_SCORE = 100.0
_VOTE_WEIGHT = 0.6
_NO_VOTES: Mapping[str, float] = MappingProxyType({})
_MANY = 16
_EPSILON = 1e-9
_NOTHING: Numbers = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A related row of a segment; ``score`` is at most 100, without votes of past messages."""

    segment: int
    row: int
    score: float


@dataclass(frozen=True, slots=True)
class _FoundForm:
    """The rows of a segment with one form of a concept, ascending, and their scores."""

    concept: Concept
    form: Form
    rows: Numbers
    scores: Scores


class RelatedSearch:
    """The related replies of one query."""

    def __init__(
        self, segments: Sequence[Segment], words: Sequence[str], lexicon: Lexicon, is_cancelled: IsCancelled
    ) -> None:
        """Search; ``words`` are the folded words of the query. Raise SearchCancelledError when cancelled."""
        self._segments, self._is_cancelled = segments, is_cancelled
        self._count = sum(len(segment) - segment.dropped_count for segment in segments)
        lengths = sum(float((segment.lengths * segment.alive).sum()) for segment in segments)
        self._mean_length = lengths / max(self._count, 1)
        self._counted: dict[Path | str, list[tuple[Numbers, Scores]]] = {}
        self._found: list[list[_FoundForm]] = [[] for _ in segments]
        self._totals = [np.zeros(len(segment)) for segment in segments]
        self._covered = [np.zeros(len(segment)) for segment in segments]
        self._possible = self._highest = 0.0
        for concept in concepts_of(words, lexicon, self._occurs):
            self._add(concept)

    def rows(self, limit: int, votes: Mapping[str, float] = _NO_VOTES) -> list[RelatedRow]:
        """Return the related rows, best first; equal ones in library order.

        ``votes`` (0 to 1, by snippet id) raise the scores of replies and make them related in any case.
        """
        found: list[tuple[int, int, float, int]] = []
        possible = min(self._possible, _MAX_CONCEPTS * LENGTH_WEIGHTS[2] * self._rarity(0))
        least_covered = max(_MIN_COVERED * possible, _EPSILON)
        for number, plain in enumerate(self._totals):
            total = plain.copy() if votes else plain
            segment = self._segments[number]
            enough = self._covered[number] >= least_covered
            voted = [
                (row, vote) for key, vote in votes.items() if (row := segment.row_of.get(key)) is not None
            ]
            for row, vote in voted if self._highest else ():
                total[row] += _VOTE_WEIGHT * self._highest * vote
                enough[row] = segment.alive[row]
            rows, order = np.flatnonzero(enough), segment.order
            best = rows[np.lexsort((order[rows], -total[rows]))[:limit]]
            found += [(number, row, float(total[row]), int(order[row])) for row in best.tolist()]
        found.sort(key=lambda each: (-each[2], each[3]))
        least = _MIN_OF_BEST * found[0][2] if found else 0.0
        return [
            RelatedRow(number, row, total * self._scale)
            for number, row, total, _ in found[:limit]
            if total >= least
        ]

    def reasons(self, number: int, row: int) -> tuple[RelatedReason, ...]:
        """Return the best form of each concept in a row of a segment, highest score first."""
        best: dict[str, RelatedReason] = {}
        for each in self._found[number]:
            at = int(each.rows.searchsorted(row))
            if at < len(each.rows) and each.rows[at] == row:
                typed, worth = each.concept.typed, float(each.scores[at]) * self._scale
                if typed not in best or best[typed].worth < worth:
                    best[typed] = RelatedReason(typed, each.form.text, each.form.relation, worth)
        return tuple(sorted(best.values(), key=lambda reason: -reason.worth))

    def highlighted(self) -> tuple[Word, ...]:
        """Return the words whose matches are highlighted."""
        forms = [each.form for found in self._found for each in found if not each.concept.is_fragment]
        readings = tuple(map(_reading, dict.fromkeys(forms)))
        return (Word("", readings, "body"),) if readings else ()

    @property
    def _scale(self) -> float:
        return _HIGHEST_SCORE / max(self._highest, _EPSILON)

    def _occurs(self, text: str) -> bool:
        counts = self._counts(Form(text, path_of(text), 1.0, Relation.WORDS))
        return any(len(rows) for rows, _ in counts)

    def _add(self, concept: Concept) -> None:
        """Add the scores of a concept to those of the rows; in each row the best form counts."""
        most = [np.zeros(len(segment)) for segment in self._segments]
        possible = 0.0
        for form in concept.forms:
            counts = self._counts(form)
            frequency = sum(len(rows) for rows, _ in counts)
            weight = form.weight * self._rarity(frequency)
            possible = max(possible, weight if frequency else 0.0)
            for number, (rows, count) in enumerate(counts):
                if len(rows):
                    scores = weight * self._saturated(number, rows, count)
                    most[number][rows] = np.maximum(most[number][rows], scores)
                    self._found[number].append(_FoundForm(concept, form, rows, scores))
        for number, scores in enumerate(most):
            self._totals[number] += scores
        self._highest += possible * (_SATURATION + 1)
        if not concept.is_fragment:
            # What no reply has is missing from all of them.
            possible = possible or concept.forms[0].weight * self._rarity(0)
            self._possible += possible
            for number, scores in enumerate(most):
                self._covered[number] += np.minimum(scores, possible)

    def _rarity(self, frequency: int) -> float:
        return float(np.log(1 + (self._count - frequency + 0.5) / (frequency + 0.5)))

    def _saturated(self, number: int, rows: Numbers, counts: Scores) -> Scores:
        lengths = self._segments[number].lengths[rows] / self._mean_length
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths)
        saturated: Scores = counts * (_SATURATION + 1) / (counts + norm)
        return saturated

    def _counts(self, form: Form) -> list[tuple[Numbers, Scores]]:
        """Return the rows of each segment with a form, ascending, and its weighted counts."""
        known = self._counted.get(form.path or form.text)
        if known is None:
            check_cancelled(self._is_cancelled)
            known = [_counts(segment, form) for segment in self._segments]
            self._counted[form.path or form.text] = known
        return known


def _counts(segment: Segment, form: Form) -> tuple[Numbers, Scores]:
    if not form.path:
        return count_occurrences(segment, form.text)
    head, body, weights = _NOTHING, _NOTHING, np.zeros(0)
    if segment.index.estimate(form.path, Part.HEAD):
        matches = segment.index.candidates(form.path, Part.HEAD).details()
        head, weights = matches.row, _FIELD_WEIGHTS[matches.field]
    if segment.index.estimate(form.path, Part.BODY):
        body = segment.index.candidates(form.path, Part.BODY).row
    found, sums = _summed(head, weights, body, len(segment))
    kept = (sums > 0) & segment.alive[found]
    return found[kept], sums[kept]


def _summed(head: Numbers, weights: Scores, body: Numbers, size: int) -> tuple[Numbers, Scores]:
    """Return distinct rows, ascending, and the sums of their weights; each match in a body weighs 1."""
    if _MANY * (len(head) + len(body)) > size:
        sums: Scores = np.bincount(body, minlength=size).astype(np.float64)
        if len(head):
            sums += np.bincount(head, weights, minlength=size)
        found: Numbers = np.flatnonzero(sums)
        return found, sums[found]
    found, numbers = np.unique(np.concatenate((head, body)), return_inverse=True)
    weights = np.concatenate((weights, np.ones(len(body))))
    return found, np.bincount(numbers, weights, minlength=len(found)).astype(np.float64)


def _reading(form: Form) -> Reading:
    """Return the reading that marks a form in a text."""
    if form.path:
        return Reading(form.path, 0, may_be_literal=True)
    return Reading(path_of(form.text), 0, may_be_literal=True, begins_word=True)
