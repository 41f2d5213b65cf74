"""The concepts of a query, and the forms in which a reply may express them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise

from quickdesk.search.element import either_numeral, literal
from quickdesk.search.pinyin_segmentation import Path

CHARACTER, PAIR = 1.0, 1.6
"""The weights of a single character and of two adjacent ones."""
_PARTICLE = 0.5
"""The part of these weights that particles have."""
WORD = 3.0
"""The weight of a word of two characters, and of a Latin word."""
_LENGTHS = (0.0, 1.0, WORD, 3.8)
"""The weight of a word by its number of characters; longer ones count as the last."""


class Relation(Enum):
    """How a form is related to what was typed."""

    WORDS = auto()
    """The same word, or a part of it."""
    MEANING = auto()
    """Another word for the same thing."""
    SOUND = auto()
    """A word that sounds like it."""
    NUMBER = auto()
    """Another way to write a number, or a field that stands for it."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a reply may express a concept; ``path`` is empty for Latin words."""

    text: str
    path: Path
    weight: float
    relation: Relation
    is_of_titles: bool = False
    """It counts in titles and other ways to ask only."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A part of a query: a reply has one of the ``forms``, or some of the ``pieces`` together.

    A fragment says little alone: a single character of a longer stretch, a pair across two words, a particle.
    """

    typed: str
    forms: tuple[Form, ...]
    pieces: tuple[Form, ...] = ()
    is_fragment: bool = False


def path_of(text: str) -> Path:
    """Return the path of a text that matches itself only."""
    return tuple(element for char in text for element in literal(char))


@lru_cache(4096)
def word_form(text: str, weight: float, relation: Relation) -> Form:
    """Return the form of a word, without a path if it is Latin; ``weight`` is multiplied by its length."""
    if text.isascii():
        return Form(text, (), weight * WORD, relation)
    return _form(text, weight * _LENGTHS[min(len(text), len(_LENGTHS) - 1)], relation)


@lru_cache(4096)
def pieces_of(word: str, weight: float, relation: Relation) -> tuple[Form, ...]:
    """Return the characters and the pairs of characters of a word."""
    characters = (_form(char, weight * CHARACTER, relation) for char in dict.fromkeys(word))
    pairs = dict.fromkeys(first + second for first, second in pairwise(word))
    return (*characters, *(_form(pair, weight * PAIR, relation) for pair in pairs))


def border(first: str, second: str) -> Concept:
    """Return the concept of the pair of the last and the first character of two adjacent words."""
    return Concept(first + second, (_form(first + second, PAIR, Relation.WORDS),), is_fragment=True)


def particle(characters: Sequence[str], before: str = "", after: str = "") -> Concept:
    """Return the concept of a particle, with the pairs of it and the characters beside it.

    Titles are questions too: how a thing is asked distinguishes those about the same thing.
    """
    texts = dict.fromkeys(characters)
    pairs = dict.fromkeys(a + b for a, b in pairwise((before, *characters, after)) if a and b)
    forms = (
        *(_form(text, _PARTICLE * CHARACTER, Relation.WORDS, is_of_titles=True) for text in texts),
        *(_form(text, _PARTICLE * PAIR, Relation.WORDS, is_of_titles=True) for text in pairs),
    )
    return Concept("".join((before, *characters, after)), (), forms, is_fragment=True)


@lru_cache(4096)
def _form(text: str, weight: float, relation: Relation, *, is_of_titles: bool = False) -> Form:
    return Form(text, tuple(map(either_numeral, path_of(text))), weight, relation, is_of_titles)
