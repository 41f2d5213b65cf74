"""What words are worth in a few rows that somebody knows already."""

import numpy as np

from quickdesk.search.lookup.wanted import is_possible
from quickdesk.search.places import PARTS, Index, Numbers, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import MISSING, Worth, counting, gap_scores, scores_of


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
