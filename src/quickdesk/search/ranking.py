"""The score of a match: the tier of its field and alignment, less a penalty for its reading.

A row adds a base score: its prior (how likely the reply is needed now), less the length of its title and what
it loses for blanks. The longer the query, the lower the cap of the prior, so that usage never outweighs a
better match.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.codes import looks_like_code
from quickdesk.search.matches import (
    ASKS,
    AT_START,
    BODY_FIELD,
    CODE,
    FIELDS,
    INSIDE,
    WHOLE,
    Flags,
    Matches,
    Part,
)
from quickdesk.search.query import Reading

Scores: TypeAlias = NDArray[np.float64]
MatchScores: TypeAlias = NDArray[np.int16]
"""Scores of matches without the base score of their rows."""
NO_MATCH = -9999
"""The score of a row without a match."""

LONGEST_TITLE = 40
"""UTF-16 units of a title that count; longer titles cost no more."""

_TIERS = np.zeros((3, len(FIELDS)), np.int16)
# Columns: code, title, tags, folder, asks, body. A whole ask says more than the start of a title.
_TIERS[INSIDE] = (450, 600, 500, 400, 530, 300)
_TIERS[AT_START] = (800, 720, 500, 400, 560, 300)
_TIERS[WHOLE] = (1000, 900, 500, 400, 780, 300)

BODY_SCORE = 300
_TIERS[:, BODY_FIELD] = BODY_SCORE
_IN_WORD_PENALTY = 30
# Two initials inside a title are rarely meant (tk: 其他客服): they rank below tags and above folders.
_SURROUNDED_PENALTY = 110
# Two letters amid a code (cx: bcxx) are hardly ever meant: they rank below bodies.
_SURROUNDED_IN_CODE_PENALTY = 250
# There are many short asks: two initials in one count as in a body, and a whole one is not above any title.
_INITIALS_IN_ASK_PENALTIES = np.array((230, 260, 300), np.int16)
TOPIC_SCORE = 850
"""The score of the reply of a topic: above the start of a title, below a whole title."""
_EACH_WORD_TOGETHER = 900
"""What each further word of a phrase adds: nearly as much as the best match of a word on its own."""
_CODE_WITH_GAPS, _WITH_GAPS, _EACH_GAP, _MAX_GAPS = 690, 350, 10, 20
_PRIOR_CAPS = (400.0, 400.0, 300.0, 160.0)
_PRIOR_CAP = 60.0
_ORDER_STEP = 1e-11  # far below any significant difference of scores


def prior_cap(typed: int) -> float:
    """Return the highest prior that counts if ``typed`` characters were typed (see typed_length())."""
    return _PRIOR_CAPS[typed] if typed < len(_PRIOR_CAPS) else _PRIOR_CAP


def tie_break(order: NDArray[np.int64]) -> Scores:
    """Return tie-breaking score offsets for rows in this order."""
    steps: Scores = (order * -_ORDER_STEP).astype(np.float64)
    return steps


def rounded(score: float) -> float:
    """Return a score without its tie-breaking offset."""
    return round(score, 4) + 0.0


def tier_scores(matches: Matches) -> MatchScores:
    """Return the scores of the fields and alignments."""
    scores: MatchScores = _TIERS.ravel()[matches.alignment * np.int8(len(FIELDS)) + matches.field]
    return scores


def penalties(matches: Matches, reading: Reading) -> MatchScores:
    """Return the penalties of the reading for each match."""
    penalty = np.full(len(matches), reading.penalty, np.int16)
    if reading.may_be_literal:
        penalty[matches.as_typed] = 0
    penalty[matches.in_word] += _IN_WORD_PENALTY
    if reading.are_two_initials:
        in_ask = matches.field == ASKS
        penalty[matches.surrounded & matches.as_typed & (matches.field == CODE)] += (
            _SURROUNDED_IN_CODE_PENALTY
        )
        penalty[matches.surrounded & ~matches.as_typed & ~in_ask] += _SURROUNDED_PENALTY
        asked = np.flatnonzero(in_ask & ~matches.as_typed)
        penalty[asked] += _INITIALS_IN_ASK_PENALTIES[matches.alignment[asked]]
    return penalty


def scores_of(matches: Matches, reading: Reading) -> MatchScores:
    """Return the score of each match."""
    scores: MatchScores = tier_scores(matches) - penalties(matches, reading)
    return scores


def applicable(matches: Matches, reading: Reading) -> Matches:
    """Return the matches to which the reading applies."""
    kept: Flags | None = None
    if reading.fields:
        kept = np.isin(matches.field, [FIELDS.index(name) for name in reading.fields])
    if reading.begins_word:
        kept = ~matches.in_word if kept is None else kept & ~matches.in_word
    if reading.is_whole:
        whole = matches.alignment == WHOLE
        kept = whole if kept is None else kept & whole
    return matches if kept is None else matches.filtered(kept)


def applies_to(reading: Reading, part: Part) -> bool:
    """Return whether a reading applies to any field of this part."""
    return not reading.fields or any((name == "body") == (part is Part.BODY) for name in reading.fields)


def max_scores(reading: Reading, part: Part) -> NDArray[np.float64]:
    """Return the maximum score of a match of this reading in a part, indexed by alignment."""
    fields = slice(BODY_FIELD, None) if part is Part.BODY else slice(BODY_FIELD)
    most: NDArray[np.float64] = _TIERS[:, fields].max(axis=1) - float(
        0 if reading.may_be_literal else reading.penalty
    )
    if reading.is_whole:
        most[:WHOLE] = NO_MATCH
    return most


def phrase_bonus(words: int) -> int:
    """Return what is added to the score of some words that match together."""
    return _EACH_WORD_TOGETHER * (words - 1)


def gap_scores(word: str, gaps: NDArray[np.int64]) -> MatchScores:
    """Return the scores of codes that contain a word with this many other units."""
    base = _CODE_WITH_GAPS if looks_like_code(word) else _WITH_GAPS
    scores: MatchScores = (base - _EACH_GAP * np.minimum(gaps, _MAX_GAPS)).astype(np.int16)
    return scores


def max_gap_score(word: str) -> float:
    """Return the maximum score of a code that contains the word as a subsequence."""
    return float(gap_scores(word, np.zeros(1, np.int64))[0])
