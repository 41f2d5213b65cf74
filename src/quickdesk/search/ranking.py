"""What a match is worth: first the field and the place in it, then how literally it was typed.

To that come the length of the title and the prior: how likely the agent needs the reply now. The longer
the query, the less the prior may add, so that habit never buries what matches better.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.codes import looks_like_code
from quickdesk.search.matches import AT_START, BODY_FIELD, FIELDS, INSIDE, WHOLE, Flags, Matches, Part
from quickdesk.search.query import Reading

Scores: TypeAlias = NDArray[np.float64]
MatchScores: TypeAlias = NDArray[np.int16]
"""What matches are worth by themselves."""
NO_MATCH = -9999
"""The worth of a row without a match."""

LONGEST_TITLE = 40
"""Longer titles are not worth less."""

_TIERS = np.zeros((3, len(FIELDS)), np.int16)
# By field: code, title, tags, folder, body.
_TIERS[INSIDE] = (450, 600, 500, 400, 300)
_TIERS[AT_START] = (800, 720, 500, 400, 300)
_TIERS[WHOLE] = (1000, 900, 500, 400, 300)

BODY_SCORE = 300
_TIERS[:, BODY_FIELD] = BODY_SCORE
_IN_WORD_PENALTY = 30
# Two initials amid a title are rarely meant (tk: 其他客服); below a tag that is meant, above a folder.
_SURROUNDED_PENALTY = 110
_CODE_WITH_GAPS, _WITH_GAPS, _EACH_GAP, _MAX_GAPS = 690, 350, 10, 20
_PRIOR_CAPS = (400.0, 400.0, 300.0, 160.0)
_PRIOR_CAP = 60.0
_ORDER_STEP = 1e-11  # far below any difference that means something


def prior_cap(typed: int) -> float:
    """Return the most that a prior may add when so many characters were typed (see ``lookup/meant.py``)."""
    return _PRIOR_CAPS[typed] if typed < len(_PRIOR_CAPS) else _PRIOR_CAP


def tie_break(order: NDArray[np.int64]) -> Scores:
    """Return what puts equals into this order."""
    steps: Scores = (order * -_ORDER_STEP).astype(np.float64)
    return steps


def rounded(score: float) -> float:
    """Return a score as it is shown, without what breaks ties."""
    return round(score, 4) + 0.0


def tier_scores(matches: Matches) -> MatchScores:
    """Return what field and place are worth."""
    worth: MatchScores = _TIERS.ravel()[matches.alignment * np.int8(len(FIELDS)) + matches.field]
    return worth


def penalties(matches: Matches, reading: Reading) -> MatchScores:
    """Return what is taken off for the reading."""
    penalty = np.full(len(matches), reading.penalty, np.int16)
    if reading.may_be_literal:
        penalty[matches.as_typed] = 0
    penalty[matches.in_word] += _IN_WORD_PENALTY
    if reading.are_two_initials:
        penalty[matches.surrounded & ~matches.as_typed] += _SURROUNDED_PENALTY
    return penalty


def scores_of(matches: Matches, reading: Reading) -> MatchScores:
    """Return what each match is worth by itself."""
    scores: MatchScores = tier_scores(matches) - penalties(matches, reading)
    return scores


def applicable(matches: Matches, reading: Reading) -> Matches:
    """Return the matches without those where the reading does not count."""
    kept: Flags | None = None
    if reading.fields:
        kept = np.isin(matches.field, [FIELDS.index(name) for name in reading.fields])
    if reading.begins_word:
        kept = ~matches.in_word if kept is None else kept & ~matches.in_word
    return matches if kept is None else matches.filtered(kept)


def applies_to(reading: Reading, part: Part) -> bool:
    """Tell whether a reading can match in this part at all."""
    return not reading.fields or any((name == "body") == (part is Part.BODY) for name in reading.fields)


def max_scores(reading: Reading, part: Part) -> NDArray[np.float64]:
    """Return the most that a match of this reading can be worth in a part, by its standing."""
    fields = slice(BODY_FIELD, None) if part is Part.BODY else slice(BODY_FIELD)
    most: NDArray[np.float64] = _TIERS[:, fields].max(axis=1) - float(
        0 if reading.may_be_literal else reading.penalty
    )
    return most


def gap_scores(word: str, gaps: NDArray[np.int64]) -> MatchScores:
    """Return what codes are worth that have so many other characters between."""
    base = _CODE_WITH_GAPS if looks_like_code(word) else _WITH_GAPS
    scores: MatchScores = (base - _EACH_GAP * np.minimum(gaps, _MAX_GAPS)).astype(np.int16)
    return scores


def max_gap_score(word: str) -> float:
    """Return the most that a code with gaps can be worth."""
    return float(gap_scores(word, np.zeros(1, np.int64))[0])
