"""Readings of likely typos, for queries with hardly any match.

These are one wrong letter (inserted, omitted, replaced by an adjacent key, or transposed) in English and in
pinyin, initials in the wrong order, a missing space or sign, a number where the reply has a field, and a
digit typed by its initial.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from quickdesk.search.element import (
    ANY_LETTER,
    FIELD_END,
    SIGN,
    SPACE,
    can_be_digit,
    letter,
    letter_or_digit,
    literal,
    syllable,
)
from quickdesk.search.hit import FieldName
from quickdesk.search.pinyin_segmentation import LETTERS, NO_INITIALS, Path
from quickdesk.search.query import Reading, Way, Word, reading_of
from quickdesk.search.spelling import SyllableRepair, whole_syllables

SHORTEST, LONGEST = 4, 20
"""Lengths of words with typos: shorter ones have too many neighbours, longer ones are sentences."""

# Limits of readings per kind of typo, the likeliest first.
_MAX_PINYIN, _MAX_ORDERS = 288, 72
_LONGEST_INITIALS, _LONGEST_ENGLISH = 8, 14
_SPACE_PENALTY, _DIGIT_PENALTY, _TYPO_PENALTY, _ORDER_PENALTY = 20, 60, 150, 170
_TWO = 2
_SPACED_READINGS, _MAX_SPACED = 4, 20  # elements of a reading in which a space can be missing
_MAX_SWAP_SPLITS = 6  # of splitting a word with two transposed letters: zai'yin'eng, zai'yi'neng
_DROP_AND_SWAP_FROM = 6
_PINYIN_PENALTY = reading_of((syllable("tui"), syllable("huo")), _TYPO_PENALTY).penalty
_INITIALS_PENALTY = reading_of((letter("t"), letter("h")), _ORDER_PENALTY).penalty
_OFTEN_MISSING = "aeiounghvzxsytdwlkjcbmpfrq"
_HEAD_FIELDS: tuple[FieldName, ...] = ("code", "title", "tags", "folder", "asks")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ADJACENT_KEYS = {
    char: "".join(
        other
        for number, row in enumerate(_ROWS)
        for at, other in enumerate(row)
        if other != char and abs(number - line) <= 1 and abs(at - column + (number - line) / 2) <= 1
    )
    for line, keys in enumerate(_ROWS)
    for column, char in enumerate(keys)
}


def with_typo_readings(word: Word) -> Word:
    """Return the word with additional readings for likely typos, or unchanged if there are none."""
    if len(word.text) < _TWO:
        return word
    found = dict.fromkeys(word.readings)
    found.update(dict.fromkeys(_typo_readings(word)))
    if word.field is None:
        return replace(word, readings=tuple(found))
    inside = (reading if reading.fields else replace(reading, fields=(word.field,)) for reading in found)
    return replace(word, readings=tuple(inside))


def _typo_readings(word: Word) -> Iterator[Reading]:
    yield from _with_field(word)
    text = word.text
    if len(text) > _TWO:
        yield from _with_space(word)
    if not SHORTEST <= len(text) <= LONGEST or sum(char in LETTERS for char in text) < SHORTEST:
        return
    if LETTERS.issuperset(text):
        yield replace(
            reading_of(tuple(map(letter_or_digit, text)), _DIGIT_PENALTY, Way.INITIALS), fields=_HEAD_FIELDS
        )
        yield from islice(_pinyin(text), _MAX_PINYIN)
        if len(text) <= _LONGEST_INITIALS:
            yield from islice(_initials(text), _MAX_ORDERS)
    if text.isascii() and len(text) <= _LONGEST_ENGLISH:
        yield from _english(text)


def _with_space(word: Word) -> Iterator[Reading]:
    """Yield the likeliest readings with one space inserted at each position, or one sign in a head."""
    for missing, fields in ((SPACE, ()), (SIGN, _HEAD_FIELDS)):
        for reading in _likeliest(word):
            penalty = reading.penalty + _SPACE_PENALTY
            for at in range(1, len(reading.elements)):
                elements = (*reading.elements[:at], missing, *reading.elements[at:])
                yield replace(reading, elements=elements, penalty=penalty, fields=fields, way=Way.SPACED)


def _with_field(word: Word) -> Iterator[Reading]:
    """Yield the likeliest readings with a field in the place of a number: {days}天 for 7天."""
    for reading in _likeliest(word):
        elements = reading.elements
        starts = [at for at, one in enumerate(elements) if can_be_digit(one)]
        for at in [at for at in starts if at - 1 not in starts]:
            end = next((end for end in range(at, len(elements)) if end not in starts), len(elements))
            if len(elements) > end - at:
                path = (*elements[:at], FIELD_END, *elements[end:])
                yield Reading(path, reading.penalty + _SPACE_PENALTY, may_be_literal=False, way=Way.FIELD)


def _likeliest(word: Word) -> list[Reading]:
    """Return the likeliest readings of a word in which a space can be missing."""
    found = [each for each in word.readings if 1 < len(each.elements) <= _MAX_SPACED]
    return found[:_SPACED_READINGS]


def _english(text: str) -> Iterator[Reading]:
    path: Path = tuple(element for char in text for element in literal(char))
    for at in range(len(path) - 1):
        yield _typo_reading((*path[:at], path[at + 1], path[at], *path[at + 2 :]))
    for at in range(len(path)):
        yield _typo_reading((*path[:at], *path[at + 1 :]))
    for at in range(1, len(path)):
        yield _typo_reading((*path[:at], ANY_LETTER, *path[at:]))
    for at in range(len(path)):
        yield _typo_reading((*path[:at], ANY_LETTER, *path[at + 1 :]))


def _typo_reading(path: Path) -> Reading:
    return Reading(path, _TYPO_PENALTY, may_be_literal=False, begins_word=True, way=Way.SLIP)


def _pinyin(text: str) -> Iterator[Reading]:
    for ways, typed in ((_MAX_SWAP_SPLITS, _swapped(text)), (1, _edits(text))):
        for each in _distinct(typed):
            for path in whole_syllables(each, ways):
                if len(path) > 1:
                    yield Reading(path, _PINYIN_PENALTY, may_be_literal=False, way=Way.SLIP)


def _distinct(texts: Iterable[str]) -> Iterator[str]:
    known: set[str] = set()
    for text in texts:
        if text not in known:
            known.add(text)
            yield text


def _swapped(text: str) -> Iterator[str]:
    for at in range(len(text) - 1):
        if text[at] != text[at + 1]:
            yield text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _edits(text: str) -> Iterator[str]:
    """Yield the text with one letter omitted, replaced or inserted."""
    repair = SyllableRepair(text)
    for at, char in enumerate(text):
        yield text[:at] + text[at + 1 :]
        fitting = repair.fitting_letters(at, at + 1)
        yield from (text[:at] + near + text[at + 1 :] for near in _ADJACENT_KEYS[char] if near in fitting)
    for at in range(len(text) + 1):
        fitting = repair.fitting_letters(at, at)
        yield from (text[:at] + missing + text[at:] for missing in _OFTEN_MISSING if missing in fitting)


def _initials(text: str) -> Iterator[Reading]:
    for typed in _distinct(_other_orders(text)):
        if not NO_INITIALS.isdisjoint(typed):
            continue
        path = tuple(map(letter_or_digit, typed))
        yield Reading(path, _INITIALS_PENALTY, may_be_literal=False, fields=_HEAD_FIELDS, way=Way.SLIP)


def _other_orders(text: str) -> Iterator[str]:
    yield from _swapped(text)
    yield from (text[:at] + text[at + 1 :] for at in range(len(text)) if len(text) > SHORTEST)
    if len(text) >= _DROP_AND_SWAP_FROM:
        for at in range(len(text)):
            rest = text[:at] + text[at + 1 :]
            yield from (rest[:j] + rest[j + 1] + rest[j] + rest[j + 2 :] for j in range(len(rest) - 1))
