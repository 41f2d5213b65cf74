"""What an agent typed, taken apart: words that must all match, each with the ways to read it.

Knows nothing of the texts that are searched. Any string is a query; what nobody can have meant
(control characters, direction marks, halves of a surrogate pair) is passed over.
"""

import unicodedata
from dataclasses import dataclass

from quickdesk.search.element import Element, Kind
from quickdesk.search.segmentation import paths
from quickdesk.text.folding import fold

MOST_WORDS = 64
"""Only so many different words of a query are looked at."""
MOST_READINGS = 16
"""Only so many ways to read one word are tried, the likeliest ones."""

_JOINER = "\u200d"  # holds emoji together, so it can be meant
_MEANINGLESS = {"Cc", "Cf", "Cs"}

_SYLLABLES_PENALTY, _MIXED_PENALTY, _INITIALS_PENALTY, _DIGRAPH_PENALTY = 40, 60, 80, 140


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: the elements in a row, and how far it is from what was typed.

    Where every letter stood for itself (``vip`` for VIP) there is no penalty; that can only be
    the case if ``may_be_literal``.
    """

    elements: tuple[Element, ...]
    penalty: int
    may_be_literal: bool


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query, folded; a reply matches it if any reading matches."""

    text: str
    readings: tuple[Reading, ...]


def words_of(query: str) -> tuple[Word, ...]:
    """Return the different words of a query, in their order; none for an empty one."""
    distinct = dict.fromkeys(fold(_meaningful(query)).split())
    return tuple(_word(text) for text in list(distinct)[:MOST_WORDS])


def _meaningful(query: str) -> str:
    return "".join(char if char.isspace() or _is_meant(char) else "" for char in query)


def _is_meant(char: str) -> bool:
    return char == _JOINER or unicodedata.category(char) not in _MEANINGLESS


def _word(text: str) -> Word:
    return Word(text, tuple(_reading(path) for path in paths(text, MOST_READINGS)))


def _reading(elements: tuple[Element, ...]) -> Reading:
    kinds = {element.kind for element in elements}
    return Reading(elements, _penalty(elements, kinds), kinds <= {Kind.LITERAL, Kind.LETTER})


def _penalty(elements: tuple[Element, ...], kinds: set[Kind]) -> int:
    if kinds == {Kind.LITERAL}:
        return 0
    if kinds <= {Kind.LITERAL, Kind.SYLLABLE}:
        return _SYLLABLES_PENALTY
    # zh, ch or sh for one character before others: ``shdz`` rather means four characters.
    far = any(element.kind is Kind.START for element in elements[:-1])
    pure = kinds <= {Kind.LETTER, Kind.START}
    return (_INITIALS_PENALTY if pure else _MIXED_PENALTY) + (_DIGRAPH_PENALTY if far else 0)
