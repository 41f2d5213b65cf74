"""Why a reply is related: what it has of what was asked, in words that a person would use."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from quickdesk.search.matches import Flags, Numbers
from quickdesk.search.ranking import Scores
from quickdesk.search.related.concepts import Concept, Form, Relation

_MAX_MERGED = 40
"""Reasons with lower scores are counted together, so that a long message takes no time."""
_MAX_SHOWN = 3
_MIN_SHOWN = 0.2
"""The least score of a reason that is shown, relative to the first."""


@dataclass(frozen=True, slots=True)
class RelatedReason:
    """What a reply has of a query: the form ``found`` of what was ``typed``, and its part of the score.

    Both are empty for what says little alone: single characters and parts of words.
    """

    typed: str
    found: str
    relation: Relation
    worth: float


@dataclass(frozen=True, slots=True)
class FoundForm:
    """The rows of a segment with a form, ascending, and their scores."""

    form: Form
    rows: Numbers
    scores: Scores

    def score(self, row: int) -> float:
        """Return the score of a row, 0 if it does not have the form."""
        at = int(self.rows.searchsorted(row))
        return float(self.scores[at]) if at < len(self.rows) and self.rows[at] == row else 0.0


@dataclass(frozen=True, slots=True)
class FoundConcept:
    """What was found of a concept in a segment."""

    concept: Concept
    forms: Sequence[FoundForm]
    pieces: Sequence[FoundForm]

    def scores(self, size: int) -> Scores:
        """Return the scores of all rows: the best form, or the pieces together."""
        scores = np.zeros(size)
        for each in self.pieces:
            scores[each.rows] += each.scores
        for each in self.forms:
            scores[each.rows] = np.maximum(scores[each.rows], each.scores)
        return scores

    def has_a_word(self, size: int) -> Flags:
        """Return a mask of the rows that have more of it than single characters of a word."""
        found = np.zeros(size, np.bool_)
        for each in self._words:
            found[each.rows] = True
        return found

    def has_word_in(self, row: int) -> bool:
        """Return whether a row has more of it than single characters of a word."""
        return any(each.score(row) > 0 for each in self._words)

    @property
    def _words(self) -> Iterator[FoundForm]:
        yield from self.forms
        yield from (piece for piece in self.pieces if len(piece.form.text) > 1)

    @property
    def highlighted(self) -> Iterator[Form]:
        """The forms that are highlighted; single characters of words are not."""
        if not self.concept.is_fragment:
            yield from (each.form for each in self.forms)
            yield from (each.form for each in self.pieces if len(each.form.text) > 1)

    def reason(self, row: int) -> tuple[RelatedReason, bool] | None:
        """Return what a row has of it, and whether that says little alone; None if it has nothing."""
        form = max(self.forms, key=lambda each: each.score(row), default=None)
        whole = form.score(row) if form is not None else 0.0
        pieces = [(each.form.text, score) for each in self.pieces if (score := each.score(row))]
        together = sum(score for _, score in pieces)
        if form is not None and whole and whole >= together:
            text, relation, typed = form.form.text, form.form.relation, self.concept.typed
            if relation is Relation.MEANING and (typed in text or text in typed):
                text, relation = min(typed, text, key=len), Relation.WORDS
            return RelatedReason(typed, text, relation, whole), self.concept.is_fragment
        if not pieces:
            return None
        if not self.concept.forms:  # a particle
            return RelatedReason("", "", Relation.WORDS, together), True
        text = _longest_run([piece for piece, _ in pieces])
        is_sound = self.concept.forms and self.concept.forms[0].relation is Relation.SOUND
        relation = Relation.SOUND if is_sound else Relation.WORDS
        typed = self.concept.typed if is_sound else text
        return RelatedReason(typed, text, relation, together), self.concept.is_fragment or len(text) == 1


def reasons_of(
    found: Sequence[FoundConcept], row: int, scale: float, said: Sequence[str], texts: Sequence[str]
) -> tuple[RelatedReason, ...]:
    """Return the reasons for a row, highest score first.

    Words are joined where they stand together in what was ``said`` and in one of the ``texts`` of the reply,
    both folded. The scores add up to that of the row.
    """
    known = [reason for each in found if (reason := each.reason(row)) is not None]
    known.sort(key=lambda each: -each[0].worth)
    joined = _joined(known[:_MAX_MERGED], lambda text: _stands(text, said) and _stands(text, texts))
    shown = [replace(reason, worth=reason.worth * scale) for reason, is_fragment in joined if not is_fragment]
    rest = sum(reason.worth for reason, is_fragment in joined if is_fragment)
    rest += sum(reason.worth for reason, _ in known[_MAX_MERGED:])
    if rest:
        shown.append(RelatedReason("", "", Relation.WORDS, rest * scale))
    return tuple(sorted(shown, key=lambda reason: -reason.worth))


def main_reasons(reasons: Sequence[RelatedReason]) -> list[RelatedReason]:
    """Return the reasons that matter, the most important first."""
    shown = [reason for reason in reasons if reason.found]
    least = _MIN_SHOWN * max((reason.worth for reason in shown), default=0.0)
    return [reason for reason in shown if reason.worth >= least][:_MAX_SHOWN]


def _stands(text: str, texts: Sequence[str]) -> bool:
    return any(text in each for each in texts)


def _longest_run(pieces: Sequence[str]) -> str:
    """Return the longest text that overlapping pairs make; a character if there is no pair."""
    runs = [""]
    for piece in pieces:
        if len(piece) > 1 and runs[-1].endswith(piece[0]) and runs[-1]:
            runs[-1] += piece[1:]
        else:
            runs.append(piece)
    return max(runs, key=len)


_Marked = tuple[RelatedReason, bool]


def _joined(marked: Sequence[_Marked], stands: Callable[[str], bool]) -> list[_Marked]:
    """Return the reasons with overlapping and contained words joined."""
    left = list(marked)
    while (pair := _next_pair(left, stands)) is not None:
        first, second, text = pair
        (one, _), (other, _) = first, second
        left = [each for each in left if each is not first and each is not second]
        left.append((RelatedReason(text, text, Relation.WORDS, one.worth + other.worth), False))
    return left


def _next_pair(left: Sequence[_Marked], stands: Callable[[str], bool]) -> tuple[_Marked, _Marked, str] | None:
    words = [each for each in left if each[0].relation is Relation.WORDS]
    for first in words:
        start = first[0].found
        for second in words:
            end = second[0].found
            if first is second or (first[1] and second[1]) or "" in (start, end):
                continue
            if end in start:
                return first, second, start
            text = start + (end[1:] if start[-1] == end[0] else end)
            if not text.isascii() and stands(text):
                return first, second, text
    return None
