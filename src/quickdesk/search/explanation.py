"""How the score of a found reply is composed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.codes import looks_like_code
from quickdesk.search.hit import FieldName
from quickdesk.search.index.blanks import blank_penalty
from quickdesk.search.index.scan import ScanIndex
from quickdesk.search.lookup.scoring import topic_rows
from quickdesk.search.matches import AT_START, FIELDS, WHOLE, Part
from quickdesk.search.query import Reading, Way, Word
from quickdesk.search.ranking import (
    LONGEST_TITLE,
    TOPIC_SCORE,
    applicable,
    applies_to,
    gap_scores,
    penalties,
    phrase_bonus,
    tier_scores,
)
from quickdesk.search.related.reasons import RelatedReason
from quickdesk.text.folding import searchable, utf16_length


@dataclass(frozen=True, slots=True)
class Reason:
    """The best match of one word: the ``tier`` of its field and alignment, less the ``penalty``."""

    word: str
    field: FieldName
    is_at_start: bool
    is_whole: bool
    way: Way
    tier: int
    penalty: int

    @property
    def worth(self) -> int:
        """The score of the match: ``tier - penalty``."""
        return self.tier - self.penalty


@dataclass(frozen=True, slots=True)
class Explanation:
    """The parts of a score: ``worth`` of each, less ``length`` and ``blanks``, plus ``prior`` and ``picked``.

    A related hit has only ``related`` reasons.
    """

    reasons: tuple[Reason, ...]
    length: int
    """Penalty for the length of the title."""
    prior: float
    """Prior from usage and time, capped by the length of the query."""
    picked: float
    """Bonus because this reply was chosen before after the same query."""
    related: tuple[RelatedReason, ...] = ()
    blanks: int = 0
    """Penalty for fields that have to be filled in for this buyer."""

    @property
    def score(self) -> float:
        """The score of the hit."""
        worth = sum(reason.worth for reason in self.reasons) + sum(each.worth for each in self.related)
        return worth - self.length - self.blanks + self.prior + self.picked


def explanation(snippet: Snippet, reasons: tuple[Reason, ...], prior: float, picked: float) -> Explanation:
    """Return the explanation of a score."""
    length = min(utf16_length(searchable(snippet.title)), LONGEST_TITLE)
    return Explanation(reasons, length, prior, picked, blanks=blank_penalty(snippet))


def reasons_of(snippet: Snippet, words: Sequence[Word], phrase: Word | None = None) -> tuple[Reason, ...]:
    """Return the best match of each word, or that of all as a phrase if it is better.

    Return an empty tuple if a word does not match.
    """
    index = ScanIndex([snippet])
    found_by_gaps = [len(words) == 1 or looks_like_code(word.text) for word in words]
    best = [
        _best(_matches(index, word, with_gaps=with_gaps))
        for word, with_gaps in zip(words, found_by_gaps, strict=True)
    ]
    found = tuple(reason for reason in best if reason is not None)
    if len(found) < len(words):
        return ()
    together = None if phrase is None else _best(_matches(index, phrase, with_gaps=False))
    if together is None:
        return found
    whole = replace(together, tier=together.tier + phrase_bonus(len(words)))
    return max(found, (whole,), key=lambda some: sum(reason.worth for reason in some))


def _best(reasons: Iterator[Reason]) -> Reason | None:
    return max(reasons, key=lambda reason: reason.worth, default=None)


def _matches(index: ScanIndex, word: Word, *, with_gaps: bool) -> Iterator[Reason]:
    for reading in word.readings:
        for part in Part:
            if applies_to(reading, part):
                yield from _of_reading(index, word, reading, part)
    if len(topic_rows(index, word)):
        yield Reason(word.text, "code", True, True, Way.INITIALS, TOPIC_SCORE, 0)
    if with_gaps and word.field in (None, "code"):
        _, gaps = index.codes_with_gaps(word.text)
        for score in gap_scores(word.text, gaps).tolist():
            yield Reason(word.text, "code", False, False, Way.GAPS, score, 0)


def _of_reading(index: ScanIndex, word: Word, reading: Reading, part: Part) -> Iterator[Reason]:
    matches = applicable(index.candidates(reading.elements, part).details(), reading)
    if not len(matches):
        return
    tiers, penalty = tier_scores(matches), penalties(matches, reading)
    at = int(np.argmax(tiers - penalty))
    alignment = int(matches.alignment[at])
    way = Way.TYPED if reading.may_be_literal and matches.as_typed[at] else reading.way
    yield Reason(
        word=word.text,
        field=FIELDS[int(matches.field[at])],
        is_at_start=alignment >= AT_START,
        is_whole=alignment == WHOLE,
        way=way,
        tier=int(tiers[at]),
        penalty=int(penalty[at]),
    )
