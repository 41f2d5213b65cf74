"""Which of the rows that match in every word are certain, and which may match by chance.

Two initials stand in many titles and bodies, and the two syllables of a known word (jiahuo: 假货) also across
the border of two others (参加活动). Such rows are certain only if nothing else is more likely to be meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quickdesk.search.lookup.merging import RankedRow, match_score
from quickdesk.search.lookup.request import SearchRequest
from quickdesk.search.matches import PARTS
from quickdesk.search.pinyin_segmentation import LETTERS, LONGEST_SYLLABLE, syllable_split
from quickdesk.search.query import Word
from quickdesk.search.ranking import BODY_SCORE
from quickdesk.search.related.concepts import path_of
from quickdesk.search.related.lexicon import Lexicon
from quickdesk.search.segment import Segment

LIKELY = 20
"""The best rows, among which those by chance are separate; what follows them is not looked at."""
_TWO_INITIALS = 415
"""Two letters that match worse than a tag by its initials, or the end of a code, say little."""
_LETTERS = 255
"""Letters that match worse than pinyin in a body: initials there."""
_PINYIN = 565
"""Pinyin that matches no better than amid a title, if it is another word."""
_MAX_INITIALS = 8
_SHORT = 2
"""Letters or syllables that often occur by chance."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """The rows in their order: those that are certain, and those that may match by chance.

    ``found`` counts the certain ones that match better than in a body only.
    """

    certain: Sequence[RankedRow]
    by_chance: Sequence[RankedRow]
    found: int


def certainty_of(
    ranked: Sequence[RankedRow],
    segments: Sequence[Segment],
    request: SearchRequest,
    words: Sequence[Word],
    lexicon: Lexicon,
) -> Certainty:
    """Tell apart rows that match by chance; what was chosen before after the same letters is certain."""
    scores = [match_score(each, segments, request) for each in ranked]
    least = _least_certain(words, lexicon)
    enough = max(BODY_SCORE * len(words), _TWO_INITIALS if _are_initials(words, _SHORT) else 0)
    named = _rows_with_known_words(segments, words, lexicon)
    picked = {key for key, _ in request.picked}
    certain: list[RankedRow] = []
    by_chance: list[RankedRow] = []
    found = 0
    for number, (each, score) in enumerate(zip(ranked, scores, strict=True)):
        is_named = named is None or score > _PINYIN or each.row in named[each.segment]
        is_picked = segments[each.segment].snippets[each.row].id in picked
        if is_picked or (score >= least and is_named):
            certain.append(each)
            found += number < LIKELY and (is_picked or score > enough)
        else:
            by_chance.append(each)
    return Certainty(certain, by_chance, found)


def _least_certain(words: Sequence[Word], lexicon: Lexicon) -> float:
    """Return the least score of a certain match; more for two letters that are a word themselves, as sf."""
    if not _are_initials(words, _MAX_INITIALS):
        return -np.inf
    is_word = len(words[0].text) == _SHORT and words[0].text in lexicon
    return _TWO_INITIALS if is_word else _LETTERS


def _are_initials(words: Sequence[Word], most: int) -> bool:
    """Return whether one word was typed that can only be initials, at most so many."""
    (word, *others) = words
    text = word.text
    is_short = not others and not word.field and len(text) <= most and LETTERS.issuperset(text)
    return is_short and syllable_split(text) is None


def _rows_with_known_words(
    segments: Sequence[Segment], words: Sequence[Word], lexicon: Lexicon
) -> list[set[int]] | None:
    """Return the rows of each segment with a known word of this sound; None if there is no such word."""
    (word, *others) = words
    if others or word.field or len(word.text) > _SHORT * LONGEST_SYLLABLE:
        return None
    names = syllable_split(word.text) if LETTERS.issuperset(word.text) else None
    known = lexicon.like_sound([(name,) for name in names]) if names and len(names) == _SHORT else []
    if not known:
        return None
    found: list[set[int]] = []
    for segment in segments:
        rows: set[int] = set()
        for path in map(path_of, known):
            for part in PARTS:
                if segment.index.estimate(path, part):
                    rows.update(segment.index.candidates(path, part).row.tolist())
        found.append(rows)
    return found
