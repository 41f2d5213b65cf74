"""Replies that match a query or a buyer's message partly or in meaning.

The concepts of what is asked are searched in all forms that a reply may have; of each concept the best form
counts. Titles and bodies are scored apart by BM25: a title says what a reply is for. A reply that covers
little of what was asked is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from quickdesk.search.element import syllable
from quickdesk.search.lookup.request import IsCancelled
from quickdesk.search.matches import ASKS, PARTS, TITLE, Numbers
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import Scores
from quickdesk.search.related.asked import Asked
from quickdesk.search.related.concepts import CHARACTER, Concept, Form, Relation, path_of
from quickdesk.search.related.counted_forms import BODY_WEIGHT, SATURATION, CountedForms, mean_length
from quickdesk.search.related.lexicon import Lexicon
from quickdesk.search.related.reasons import FoundConcept, FoundForm, RelatedReason, reasons_of
from quickdesk.search.related.segmentation import concepts_of
from quickdesk.search.segment import Segment
from quickdesk.text.folding import fold, searchable

MAX_RELATED = 20
_MOST, _LITTLE = 0.7, 0.4
_FEW_RELATED, _FEWEST_RELATED = 9, 5
"""Rows if the best one covers less than most of what was asked, or little."""
_SHORT = 5
"""A list with fewer rows goes on with rows that cover too little."""
_MIN_COVERED = 0.15
"""The least part of a query that a related reply covers, by the weights of its concepts."""
_MIN_COVERED_OF_FITTING = 0.05
"""The same where the best reply fits a whole message."""
_MAX_CONCEPTS = 3
"""Concepts of a query that count for this; a message says more than a reply answers."""
_MIN_OF_BEST = 0.2
"""The least score of a related reply, relative to the best one."""
_COVER = 1 / BODY_WEIGHT
"""How much of a concept a score covers: a word in a body counts less, but it is there."""
_FEW = 100
"""A smaller library counts as this large: what it does not have is not rare."""
_HIGHEST_SCORE = 100.0
_VOTE_WEIGHT = 0.3
_WORD_WEIGHT, _NEEDED, _MORE_NEEDED = 0.75, 3.2, 0.4
"""What a reply has that fits: the score in rare concepts, and the weighted number of concepts that it has.
More is needed for each time that other ways to ask double the titles, because then more matches by chance."""
_LIKENESS_WEIGHT = 2.0
"""How much likeness counts beside the best score by words."""
_ALIKE, _ALIKE_WEIGHT = 0.6, 4.0
"""The likeness that counts as having all that was asked; and how it counts for a reply that fits."""
_PART_WEIGHT, _NEEDED_ALIKE, _MORE_NEEDED_ALIKE = 1.5, 4.3, 0.33
"""What such a reply has: the score, the weighted part of what was asked, and the likeness."""
_ALL = 0.9
"""The part of what was asked that is enough: a message of one word asks no more."""
_NO_VOTES: Mapping[str, float] = MappingProxyType({})
_EPSILON = 1e-9
_MAX_FORMS = 100
"""Forms and pieces that are searched; a short message has less than half of them."""


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A related row of a segment; ``score`` is at most 100, without votes of past messages."""

    segment: int
    row: int
    score: float


class RelatedSearch:
    """The related replies of one query or message."""

    def __init__(
        self,
        segments: Sequence[Segment],
        asked: Asked,
        lexicon: Lexicon,
        is_cancelled: IsCancelled,
        before: CountedForms | None = None,
    ) -> None:
        """Search. Raise SearchCancelledError when cancelled.

        ``before`` are the forms that the last search counted.
        """
        self._segments, self._said, self._is_cancelled = segments, asked.words, is_cancelled
        self._count = sum(len(segment) - segment.dropped_count for segment in segments)
        self.counted = CountedForms(segments, before)
        self._found: list[list[FoundConcept]] = [[] for _ in segments]
        self._totals = [np.zeros(len(segment)) for segment in segments]
        self._covered = [np.zeros(len(segment)) for segment in segments]
        self._weights: list[float] = []
        self._highest = 0.0
        for concept in self._most_telling(concepts_of(asked, lexicon, self._occurs)):
            self._add(concept)
        self.counted.forget_before()

    def rows(self, limit: int, votes: Mapping[str, float] = _NO_VOTES, besides: int = 0) -> list[RelatedRow]:
        """Return the related rows, best first; equal ones in library order.

        ``votes`` (0 to 1, by snippet id) raise the scores of replies and make them related in any case. If
        the best row covers only a part of what was asked, there are fewer than the limit, not counting the
        first ``besides``.
        """
        found = self._rows(limit, votes, _MIN_COVERED)
        most = limit if votes or not found else self._most_rows(found[0]) + besides
        return found[:most] if len(found) >= _SHORT else self._lengthened(found, min(limit, _SHORT))

    def _rows(self, limit: int, votes: Mapping[str, float], least: float) -> list[RelatedRow]:
        """Return the rows that cover at least this part of what was asked."""
        found: list[tuple[int, int, float, int]] = []
        least_covered = max(least * self._askable, _EPSILON)
        for number, plain in enumerate(self._totals):
            total = plain.copy() if votes else plain
            segment = self._segments[number]
            enough = self._covered[number] >= least_covered
            for key, vote in votes.items():
                row = segment.row_of.get(key)
                if row is not None:
                    total[row] += _VOTE_WEIGHT * (self._highest or 1.0) * vote
                    enough[row] = segment.alive[row]
            best = _best(np.flatnonzero(enough), total, segment.order, limit)
            found += [(number, row, float(total[row]), int(segment.order[row])) for row in best.tolist()]
        found.sort(key=lambda each: (-each[2], each[3]))
        lowest = _MIN_OF_BEST * found[0][2] if found else 0.0
        return [
            RelatedRow(number, row, total * self._scale)
            for number, row, total, _ in found[:limit]
            if total >= lowest
        ]

    def _most_rows(self, best: RelatedRow) -> int:
        """Return how many rows are worth listing: few if the best one covers little of what was asked."""
        part = float(self._covered[best.segment][best.row]) / max(self._askable, _EPSILON)
        return MAX_RELATED if part >= _MOST else _FEW_RELATED if part >= _LITTLE else _FEWEST_RELATED

    def _lengthened(self, found: list[RelatedRow], limit: int) -> list[RelatedRow]:
        """Return a short list with the best of the rows behind it that cover too little and score no more."""
        if not found or len(found) >= limit:
            return found
        known = {(each.segment, each.row) for each in found}
        highest, lowest = found[-1].score, _MIN_OF_BEST * found[0].score
        more = [each for each in self._best_of_all(2 * limit) if (each.segment, each.row) not in known]
        return [*found, *(each for each in more if lowest <= each.score <= highest)][:limit]

    def nearest(self, limit: int, syllables: Sequence[str]) -> list[RelatedRow]:
        """Return the rows that have anything of what was asked, best first, even if they lack the rest.

        If there are none, those that have any of these syllables.
        """
        if not any(total.any() for total in self._totals):
            self._found = [[] for _ in self._segments]
            for name in dict.fromkeys(syllables):
                form = Form(name, (syllable(name),), CHARACTER, Relation.SOUND)
                self._add(Concept(name, (form,), (), is_fragment=True))
        return self._best_of_all(limit)

    def _best_of_all(self, limit: int) -> list[RelatedRow]:
        """Return the rows that have anything of what was asked, best first."""
        found: list[tuple[float, int, int, int]] = []
        for number, (total, segment) in enumerate(zip(self._totals, self._segments, strict=True)):
            best = _best(np.flatnonzero((total > 0) & segment.alive), total, segment.order, limit)
            found += [(-float(total[row]), int(segment.order[row]), number, row) for row in best.tolist()]
        return [
            RelatedRow(number, row, -total * self._scale) for total, _, number, row in sorted(found)[:limit]
        ]

    def fitting(
        self,
        limit: int,
        votes: Mapping[str, float] = _NO_VOTES,
        likeness: Mapping[str, float] = _NO_VOTES,
    ) -> list[RelatedRow]:
        """Return the related rows if any of them fits, else none.

        A reply fits if it has much of what was asked, or if it answered a similar message before.
        ``likeness`` (at most 1, by snippet id) is how much replies mean the same; it adds to their scores,
        and where it is known a reply needs it too in order to fit.
        """
        words = [total.copy() for total in self._totals]
        self._add_likeness(likeness)
        best = [int(total.argmax()) if len(total) else None for total in self._totals]
        fits = any(
            row is not None and self._fits(number, row, float(words[number][row]), likeness)
            for number, row in enumerate(best)
        )
        return self._rows(limit, votes, _MIN_COVERED_OF_FITTING) if fits or votes else []

    def _add_likeness(self, likeness: Mapping[str, float]) -> None:
        """Add to the scores of the replies that mean the same, relative to the least alike."""
        if not likeness:
            return
        most = max((float(total.max(initial=0.0)) for total in self._totals), default=0.0) or self._rarity(0)
        least = min(likeness.values())
        for number, segment in enumerate(self._segments):
            for key, alike in likeness.items():
                row = segment.row_of.get(key)
                if row is not None and segment.alive[row]:
                    self._totals[number][row] += _LIKENESS_WEIGHT * most * (alike - least)
                    if alike >= _ALIKE:
                        self._covered[number][row] = self._askable

    def _fits(self, number: int, row: int, score: float, likeness: Mapping[str, float]) -> bool:
        """Return whether a row has more of what was asked than a reply has by chance."""
        has = score / self._rarity(0)
        part = float(self._covered[number][row]) / max(self._askable, _EPSILON)
        title, asks = (mean_length(self._segments, field, self._count) for field in (TITLE, ASKS))
        doubled = float(np.log2(1 + asks / max(title, 1.0)))
        if likeness:
            alike = likeness.get(self._segments[number].snippets[row].id, 0.0)
            needed = _NEEDED_ALIKE + _MORE_NEEDED_ALIKE * doubled
            return has + _PART_WEIGHT * part + _ALIKE_WEIGHT * alike >= needed
        words = sum(each.has_word_in(row) for each in self._found[number] if not each.concept.is_fragment)
        return part >= _ALL or has + _WORD_WEIGHT * words >= _NEEDED + _MORE_NEEDED * doubled

    def reasons(self, number: int, row: int) -> tuple[RelatedReason, ...]:
        """Return what a row of a segment has of what was asked, highest score first."""
        snippet = self._segments[number].snippets[row]
        texts = (snippet.title, *snippet.asks, *snippet.tags, snippet.body)
        folded = [fold(searchable(text)) for text in texts]
        return reasons_of(self._found[number], row, self._scale, self._said, folded)

    def highlighted(self) -> tuple[Word, ...]:
        """Return the words whose matches are highlighted.

        A character is a word only if it was typed on its own, with little else.
        """
        few = len(self._weights) <= _MAX_CONCEPTS
        words = (
            form
            for found in self._found
            for each in found
            for form in each.highlighted
            if len(form.text) > 1 or (few and form.text == each.concept.typed)
        )
        readings = tuple(map(_reading, dict.fromkeys(words)))
        return (Word("", readings, "body"),) if readings else ()

    @property
    def _scale(self) -> float:
        return _HIGHEST_SCORE / (self._highest or 1.0)

    @property
    def _askable(self) -> float:
        """The weight of what a reply can be expected to cover."""
        return sum(sorted(self._weights, reverse=True)[:_MAX_CONCEPTS])

    def _occurs(self, text: str) -> bool:
        form = Form(text, () if text.isascii() else path_of(text), 1.0, Relation.WORDS)
        return self.counted.counts(form, self._is_cancelled).frequency > 0

    def _most_telling(self, concepts: Sequence[Concept]) -> Sequence[Concept]:
        """Return the concepts that are searched: of a long message those that say most, in their order."""
        if sum(map(_size, concepts)) <= _MAX_FORMS:
            return concepts
        says = {each.typed: (not each.is_fragment, self._possible(each)) for each in concepts}
        left = _MAX_FORMS
        kept: set[str] = set()
        for each in sorted(concepts, key=lambda each: says[each.typed], reverse=True):
            left -= _size(each)
            if left < 0 and kept:
                break
            kept.add(each.typed)
        return [each for each in concepts if each.typed in kept]

    def _possible(self, concept: Concept) -> float:
        """Return about what the concept adds to a score, without counting it."""
        form = (*concept.forms, *concept.pieces)[0]
        path = form.path or path_of(form.text)
        times = (each.index.estimate(path, part) for each in self._segments for part in PARTS)
        return form.weight * self._rarity(min(sum(times), self._count))

    def _add(self, concept: Concept) -> None:
        """Add the scores of a concept to those of the rows; in each row the best form counts."""
        forms, pieces = map(self._found_forms, (concept.forms, concept.pieces))
        possible = max(max(forms.possible, default=0.0), sum(pieces.possible))
        self._highest += possible * (SATURATION + 1) * (1 + BODY_WEIGHT)
        if not concept.is_fragment:
            if not forms.possible:  # what no reply has is missing from all of them
                possible = max(possible, concept.forms[0].weight * self._rarity(0))
            self._weights.append(possible)
        for number, segment in enumerate(self._segments):
            found = FoundConcept(concept, forms.by_segment[number], pieces.by_segment[number])
            self._found[number].append(found)
            if not found.forms and not found.pieces:
                continue
            scores = found.scores(len(segment))
            self._totals[number] += scores
            if not concept.is_fragment:
                covered = np.minimum(_COVER * scores, possible)
                covered[~found.has_a_word(len(segment))] = 0.0
                self._covered[number] += covered

    def _found_forms(self, forms: Sequence[Form]) -> "_FoundForms":
        """Return where some forms occur."""
        by_segment: list[list[FoundForm]] = [[] for _ in self._segments]
        possible = []
        found = [self.counted.counts(form, self._is_cancelled) for form in forms]
        meant = sum(form.relation in (Relation.WORDS, Relation.SOUND) for form in forms)  # initials: many
        together = min(sum(counts.frequency for counts in found) / max(meant, 1), self._count)
        for form, counts in zip(forms, found, strict=True):
            if counts.frequency:
                rarity = self._rarity(counts.frequency)
                if form.relation is Relation.MEANING:  # that it is a rare word for the thing says little
                    rarity = (rarity + self._rarity(together)) / 2
                weight = form.weight * rarity
                possible.append(weight)
                for number, (rows, scores) in enumerate(counts.by_segment):
                    if len(rows):
                        by_segment[number].append(FoundForm(form, rows, weight * scores))
        return _FoundForms(by_segment, possible)

    def _rarity(self, frequency: float) -> float:
        count = max(self._count, _FEW)
        return float(np.log(1 + (count - frequency + 0.5) / (frequency + 0.5)))


@dataclass(frozen=True, slots=True)
class _FoundForms:
    """What was found of some forms in each segment, and the usual score of each that was found."""

    by_segment: Sequence[Sequence[FoundForm]]
    possible: Sequence[float]


def _size(concept: Concept) -> int:
    return len(concept.forms) + len(concept.pieces)


def _best(rows: Numbers, total: Scores, order: Numbers, limit: int) -> Numbers:
    """Return the rows with the highest totals, equal ones in library order; few are sorted."""
    if len(rows) > limit > 0:
        scores = total[rows]
        least = np.partition(scores, len(rows) - limit)[len(rows) - limit]
        rows = rows[scores >= least]
    best: Numbers = rows[np.lexsort((order[rows], -total[rows]))[:limit]]
    return best


def _reading(form: Form) -> Reading:
    """Return the reading that marks a form in a text."""
    if form.path:
        return Reading(form.path, 0, may_be_literal=True)
    return Reading(path_of(form.text), 0, may_be_literal=True, begins_word=True)
