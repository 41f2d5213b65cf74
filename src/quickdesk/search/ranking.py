"""What a match is worth: first the field and the place in it, then how literally it was typed."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.codes import CodeList, looks_like_code
from quickdesk.search.places import Flags, Index, Places
from quickdesk.search.query import Reading, Word

Scores: TypeAlias = NDArray[np.float64]

# By field: code, title, tags, folder, body.
_INSIDE = np.array([450, 600, 500, 400, 300])
_AT_START = np.array([800, 720, 500, 400, 300])
_WHOLE = np.array([1000, 900, 500, 400, 300])

_IN_WORD_PENALTY = 30
_CODE_WITH_GAPS, _WITH_GAPS, _EACH_GAP, _MOST_GAPS = 690, 350, 10, 20
_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class WordMatch:
    """Where one word was found, and the best score it gives each row (-inf: not found there)."""

    word: Word
    places: tuple[Places, ...]
    best: Scores


def match_all(index: Index, codes: CodeList, words: tuple[Word, ...], rows: int) -> list[WordMatch]:
    """Match each word, the rarest first and the others only in the rows that are left."""
    matches: list[WordMatch] = []
    left: Flags | None = None
    for word in sorted(words, key=lambda word: _frequency(index, word)):
        match = _match(index, codes, word, left, rows)
        matches.append(match)
        found = match.best > -np.inf
        left = found if left is None else left & found
        if not left.any():
            break
    return matches


def total(matches: list[WordMatch], title_lengths: Scores, prior: Scores) -> Scores:
    """Add up what the words are worth in each row; -inf where one of them is missing."""
    found = np.sum([match.best for match in matches], axis=0)
    scores: Scores = found - np.minimum(title_lengths, _LONGEST_TITLE) + prior
    return scores


def best_rows(scores: Scores, limit: int) -> list[int]:
    """Return the rows with a score, best first; equals stay in their order."""
    found = np.flatnonzero(scores > -np.inf)
    order = np.argsort(-scores[found], kind="stable")[:limit]
    return [int(row) for row in found[order]]


def _frequency(index: Index, word: Word) -> int:
    return sum(index.estimate(reading.elements) for reading in word.readings)


def _match(index: Index, codes: CodeList, word: Word, left: Flags | None, rows: int) -> WordMatch:
    best: Scores = np.full(rows, -np.inf)
    places = []
    for reading in word.readings:
        found = index.places(reading.elements, left)
        if len(found):
            places.append(found)
            np.maximum.at(best, found.row, _scores(found, reading))
    base = _CODE_WITH_GAPS if looks_like_code(word.text) else _WITH_GAPS
    for row, gaps in codes.with_gaps(word.text):
        best[row] = max(best[row], base - _EACH_GAP * min(gaps, _MOST_GAPS))
    return WordMatch(word, tuple(places), best)


def _scores(places: Places, reading: Reading) -> Scores:
    at_start = places.start == 0
    whole = at_start & (places.length == places.field_length)
    field = places.field
    tier = np.where(whole, _WHOLE[field], np.where(at_start, _AT_START[field], _INSIDE[field]))
    literal = places.as_typed & reading.may_be_literal
    penalty = np.where(literal, 0, reading.penalty) + _IN_WORD_PENALTY * places.in_word
    scores: Scores = (tier - penalty).astype(np.float64)
    return scores
