"""One element of a query: a set of characters, any of which may stand at one place of the text.

汉字, syllables, initials and Latin letters all become elements, so that whoever matches them needs
to know nothing of languages.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from quickdesk.text.readings import characters_read_as, characters_starting_with

APOSTROPHES = "'’"


class Kind(Enum):
    """What the agent typed to mean this element."""

    LITERAL = auto()
    """The character itself."""
    LETTER = auto()
    """A Latin letter: itself, or any character with a reading that starts so."""
    SYLLABLE = auto()
    """A full syllable."""
    START = auto()
    """The first letters of a syllable: zh, ch, sh, or the unfinished end of a word."""


@dataclass(frozen=True, slots=True)
class Element:
    """A set of folded characters of the Basic Multilingual Plane, or halves of a surrogate pair."""

    units: str
    kind: Kind


@cache
def letter(char: str) -> Element:
    """Return the element for one Latin letter."""
    return Element(char + characters_starting_with(char), Kind.LETTER)


@cache
def syllable(letters: str) -> Element:
    """Return the element for a full syllable; empty where there is no such syllable."""
    return Element(characters_read_as(letters), Kind.SYLLABLE)


@cache
def start(letters: str) -> Element:
    """Return the element for the beginning of a syllable."""
    return Element(characters_starting_with(letters), Kind.START)


def literal(char: str) -> tuple[Element, ...]:
    """Return the element of a character, or the two of one that QString stores in two units."""
    if char in APOSTROPHES:
        return (Element(APOSTROPHES, Kind.LITERAL),)
    if char <= "\uffff":
        return (Element(char, Kind.LITERAL),)
    offset = ord(char) - 0x10000
    halves = chr(0xD800 + (offset >> 10)), chr(0xDC00 + (offset & 0x3FF))
    return tuple(Element(half, Kind.LITERAL) for half in halves)
