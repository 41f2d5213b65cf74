"""What words are worth in a few rows that somebody knows already."""

from collections.abc import Sequence

import numpy as np

from quickdesk.search.element import Element, Kind, split
from quickdesk.search.matches import PARTS, Index, Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import BODY_WORTH, MISSING, Worth, counting, gap_scores, looks_into, scores_of


def is_possible(index: Index, reading: Reading, part: Part) -> bool:
    """Tell whether a reading can match in a part at all."""
    return looks_into(reading, part) and index.estimate(reading.elements, part) > 0


def as_typed(reading: Reading) -> Sequence[Element] | None:
    """Return the elements with letters standing for themselves alone; None where none is a letter."""
    if not reading.may_be_literal or all(element.kind is Kind.LITERAL for element in reading.elements):
        return None
    return [split(element)[1] if element.kind is Kind.LETTER else element for element in reading.elements]


def most_in_body(index: Index, reading: Reading) -> int:
    """Return the most that a match in a body can be worth: without penalty only if it can stand as typed."""
    typed = as_typed(reading)
    if reading.may_be_literal and (typed is None or index.estimate(typed, Part.BODY)):
        return BODY_WORTH
    return BODY_WORTH - reading.penalty


def worth_in(index: Index, word: Word, rows: Numbers) -> Worth:
    """Return what a word by itself is worth in each of some rows (sorted, each once); else MISSING."""
    best = np.full(len(rows), MISSING, np.int16)
    for reading in word.readings:
        for part in PARTS:
            if is_possible(index, reading, part):
                raise_to(best, index, reading, part, rows)
    if word.field in (None, "code"):
        coded, gaps = index.codes_with_gaps(word.text)
        at = np.searchsorted(rows, coded)
        here = np.flatnonzero(rows[np.minimum(at, len(rows) - 1)] == coded) if len(rows) else at[:0]
        np.maximum.at(best, at[here], gap_scores(word.text, gaps[here]))
    return best


def raise_to(best: Worth, index: Index, reading: Reading, part: Part, rows: Numbers) -> None:
    """Raise what some rows (sorted, each once) are worth to what a reading gives them in a part."""
    found = index.candidates(reading.elements, part, rows)
    if not len(found.row):
        return
    matches = counting(found.details(), reading)
    np.maximum.at(best, np.searchsorted(rows, matches.row), scores_of(matches, reading))
