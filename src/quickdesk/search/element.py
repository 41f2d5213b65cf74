"""One element of a query: the set of characters that match at one position of the text.

汉字, syllables, initials and Latin letters all become elements, so matching does not depend on the language.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from quickdesk.search.sounds import (
    EXACT,
    Sounds,
    characters_for_prefix,
    characters_for_syllable,
    digits_for_prefix,
)

APOSTROPHES = "'’"
_CACHE_SIZE = 4096


class ElementKind(Enum):
    """What was typed for an element."""

    LITERAL = auto()
    """The character itself."""
    LETTER = auto()
    """A Latin letter: itself, or any character with a reading that starts with it."""
    SYLLABLE = auto()
    """A full syllable."""
    START = auto()
    """The first letters of a syllable: zh, ch, sh, or the incomplete syllable at the end of a word."""

    __hash__ = object.__hash__


INITIALS = frozenset({ElementKind.LETTER, ElementKind.START})
"""The kinds that match a character by the beginning of its syllable."""


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A set of folded characters of the Basic Multilingual Plane, or halves of a surrogate pair.

    Compared by identity, which is fast; the functions below cache their results.
    """

    units: str
    kind: ElementKind


def letter(char: str, sounds: Sounds = EXACT) -> Element:
    """Return the element for one Latin letter."""
    return _cached_element(ElementKind.LETTER, char, sounds)


def syllable(letters: str, sounds: Sounds = EXACT) -> Element:
    """Return the element for a full syllable; it is empty if there is no such syllable."""
    return _cached_element(ElementKind.SYLLABLE, letters, sounds)


def start(letters: str, sounds: Sounds = EXACT) -> Element:
    """Return the element for the beginning of a syllable."""
    return _cached_element(ElementKind.START, letters, sounds)


@lru_cache(_CACHE_SIZE)
def letter_or_digit(char: str) -> Element:
    """Return the element for one Latin letter that may also be the initial of a digit."""
    return Element(char + characters_for_prefix(char) + digits_for_prefix(char), ElementKind.LETTER)


@lru_cache(_CACHE_SIZE)
def _cached_element(kind: ElementKind, letters: str, sounds: Sounds) -> Element:
    if kind is ElementKind.SYLLABLE:
        return Element(characters_for_syllable(letters, sounds), kind)
    itself = letters if kind is ElementKind.LETTER else ""
    return Element(itself + characters_for_prefix(letters, sounds), kind)


@lru_cache(_CACHE_SIZE)
def literal(char: str) -> tuple[Element, ...]:
    """Return the element of a character; two elements for a character outside the BMP."""
    if char in APOSTROPHES:
        return (Element(APOSTROPHES, ElementKind.LITERAL),)
    if char <= "\uffff":
        return (Element(char, ElementKind.LITERAL),)
    offset = ord(char) - 0x10000
    halves = chr(0xD800 + (offset >> 10)), chr(0xDC00 + (offset & 0x3FF))
    return tuple(Element(half, ElementKind.LITERAL) for half in halves)


def either_numeral(element: Element) -> Element:
    """Return the element for all characters with the same numeric value; other elements unchanged."""
    return _NUMERALS.get(element.units, element) if element.kind is ElementKind.LITERAL else element


_NUMERALS = {
    char: numeral
    for numeral in (
        Element(chars, ElementKind.LITERAL)
        for chars in ("0〇零", "1一", "2二两", "3三", "4四", "5五", "6六", "7七", "8八", "9九")
    )
    for char in numeral.units
}

ANY_LETTER = Element("abcdefghijklmnopqrstuvwxyz", ElementKind.LITERAL)
"""Any Latin letter, itself only; for typos."""
SPACE = Element(" ", ElementKind.LITERAL)
SIGN = Element(",，、.。;；:：!！?？·~/|+-_()[]<>《》【】…—\"'’&", ElementKind.LITERAL)
"""What separates words in a title and is often not typed."""
FIELD_END = Element("}", ElementKind.LITERAL)
"""The end of a field of a template, which stands for what is filled in."""


def can_be_digit(element: Element) -> bool:
    """Return whether an element matches a digit or a numeral, by itself or by its full reading."""
    return element.kind in (ElementKind.LITERAL, ElementKind.SYLLABLE) and any(
        char in _NUMERALS or char == "十" for char in element.units
    )


@lru_cache(_CACHE_SIZE)
def split_latin(element: Element) -> tuple[Element, Element]:
    """Return an element's characters other than ASCII letters and digits, and those alone."""
    latin = "".join(char for char in element.units if char.isascii() and char.isalnum())
    other = "".join(char for char in element.units if char not in latin)
    return Element(other, ElementKind.START), Element(latin, element.kind)
