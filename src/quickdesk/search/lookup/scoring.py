"""Scores of readings and words in given rows, and bounds for them."""

from collections.abc import Sequence

import numpy as np

from quickdesk.search.element import Element, ElementKind, split_latin
from quickdesk.search.matches import PARTS, Index, Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import (
    BODY_SCORE,
    NO_MATCH,
    TOPIC_SCORE,
    MatchScores,
    applicable,
    applies_to,
    gap_scores,
    scores_of,
)


def can_match(index: Index, reading: Reading, part: Part) -> bool:
    """Return whether a reading can match in a part."""
    return applies_to(reading, part) and index.estimate(reading.elements, part) > 0


def literal_elements(reading: Reading) -> Sequence[Element] | None:
    """Return the elements with letters matching only themselves, or None if none is a letter."""
    if not reading.may_be_literal or all(element.kind is ElementKind.LITERAL for element in reading.elements):
        return None
    return [
        split_latin(element)[1] if element.kind is ElementKind.LETTER else element
        for element in reading.elements
    ]


def max_body_score(index: Index, reading: Reading) -> int:
    """Return the maximum score of a match in a body, without penalty only if it can be literal."""
    typed = literal_elements(reading)
    if reading.may_be_literal and (typed is None or index.estimate(typed, Part.BODY)):
        return BODY_SCORE
    return BODY_SCORE - reading.penalty


def topic_rows(index: Index, word: Word) -> Numbers:
    """Return the rows whose code is the initials of a word that also matches in their heads, ascending."""
    coded = [
        applicable(index.candidates(code.elements, Part.HEAD).details(), code).row
        for code in word.topic_codes
        if can_match(index, code, Part.HEAD)
    ]
    rows = np.unique(np.concatenate(coded)) if coded else np.zeros(0, np.int64)
    if not len(rows):
        return rows
    best = np.full(len(rows), NO_MATCH, np.int16)
    for reading in word.readings:
        if can_match(index, reading, Part.HEAD):
            raise_scores(best, index, reading, Part.HEAD, rows)
    found: Numbers = rows[best != NO_MATCH]
    return found


def word_scores(index: Index, word: Word, rows: Numbers) -> MatchScores:
    """Return the best score of a word in each of some rows (sorted, unique), or NO_MATCH."""
    best = np.full(len(rows), NO_MATCH, np.int16)
    for reading in word.readings:
        for part in PARTS:
            if can_match(index, reading, part):
                raise_scores(best, index, reading, part, rows)
    if word.field in (None, "code"):
        coded, gaps = index.codes_with_gaps(word.text)
        at = np.searchsorted(rows, coded)
        here = np.flatnonzero(rows[np.minimum(at, len(rows) - 1)] == coded) if len(rows) else at[:0]
        np.maximum.at(best, at[here], gap_scores(word.text, gaps[here]))
    topics = np.isin(rows, topic_rows(index, word))
    best[topics] = np.maximum(best[topics], TOPIC_SCORE)
    return best


def raise_scores(best: MatchScores, index: Index, reading: Reading, part: Part, rows: Numbers) -> None:
    """Raise the scores ``best`` of some rows (sorted, unique) to those of a reading in a part."""
    found = index.candidates(reading.elements, part, rows)
    if not len(found.row):
        return
    matches = applicable(found.details(), reading)
    np.maximum.at(best, np.searchsorted(rows, matches.row), scores_of(matches, reading))
