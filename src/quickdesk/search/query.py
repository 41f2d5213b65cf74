"""What an agent typed, taken apart: words that must all match, each with the ways to read it.

Knows nothing of the texts that are searched. Any string is a query; what nobody can have meant
(control characters, direction marks, halves of a surrogate pair) is passed over. ``#``, ``@`` and
``code:`` before a word ask for a tag, a folder or a code.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from quickdesk.search.element import INITIALS, Element, ElementKind, either_numeral
from quickdesk.search.hit import FieldName
from quickdesk.search.pinyin_segmentation import Path, character_path, paths
from quickdesk.search.sounds import EXACT, Sounds
from quickdesk.text.folding import fold

MAX_WORDS = 64
"""Only so many different words of a query are looked at."""
MAX_READINGS = 16
"""Only so many ways to read one word are tried, the likeliest ones."""

_JOINER = "\u200d"  # holds emoji together, so it can be meant
_MEANINGLESS = {"Cc", "Cf", "Cs"}
_FILTERS: tuple[tuple[str, FieldName], ...] = (("#", "tags"), ("@", "folder"), ("code:", "code"))

_FILTER_PREFIXES = frozenset(mark for mark, _ in _FILTERS)
_PUNCTUATION = re.compile(r"(?<![0-9])[,;?!。、]|[,;?!。、](?![0-9])")
"""Of sentences, folded; those in numbers (1,000) mean something, and so do all others in codes."""

_SYLLABLES_PENALTY, _MIXED_PENALTY, _INITIALS_PENALTY, _DIGRAPH_PENALTY = 40, 60, 80, 140
_FUZZY_PENALTY, _NUMERAL_PENALTY = 25, 20
_LONG_NUMBER = re.compile("[0-9]{4}")
_TWO = 2


class Way(Enum):
    """In which way a word was taken."""

    TYPED = auto()
    """As it stands."""
    PINYIN = auto()
    """Full syllables, the last of which may be unfinished where initials come too."""
    INITIALS = auto()
    MIXED = auto()
    LIKE_SOUND = auto()
    """Pinyin by sounds that the agent does not tell apart."""
    SPACED = auto()
    """With a space that was not typed."""
    SLIP = auto()
    """As if the finger had slipped."""
    GAPS = auto()
    """A code by some of its characters."""

    __hash__ = object.__hash__  # readings are kept by the hundred


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: the elements in a row, and how far it is from what was typed.

    Where every letter stood for itself (``vip`` for VIP) there is no penalty; that can only be
    the case if ``may_be_literal``. It counts only in ``fields`` (none named: in all), and never inside
    a Latin word if ``begins_word``.
    """

    elements: tuple[Element, ...]
    penalty: int
    may_be_literal: bool
    fields: tuple[FieldName, ...] = ()
    begins_word: bool = False
    way: Way = Way.TYPED

    @property
    def are_two_initials(self) -> bool:
        """Whether it is two initials: the shortest word, and easily found by chance."""
        return len(self.elements) == _TWO and all(each.kind in INITIALS for each in self.elements)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query, folded; a reply matches it if any reading matches.

    ``field`` is the one it was asked for in, if any; ``text`` is what was typed without that.
    """

    text: str
    readings: tuple[Reading, ...]
    field: FieldName | None = None


def words_of(query: str, sounds: Sounds = EXACT) -> tuple[Word, ...]:
    """Return the different words of a query, in their order; none for an empty one."""
    distinct = dict.fromkeys(folded_words(query))
    return tuple(_word(text, sounds) for text in list(distinct)[:MAX_WORDS])


def folded_words(query: str) -> list[str]:
    """Return the words of a query as they are compared, without what nobody can have meant.

    What ends or parts sentences parts words too; without any letter or character it is looked for itself.
    A filter without its word, which is about to be typed, is none.
    """
    text = fold("".join(char if char.isspace() or _is_meaningful(char) else "" for char in query))
    words = (_PUNCTUATION.sub(" ", text) if any(map(str.isalpha, text)) else text).split()
    return [word for word in words if word not in _FILTER_PREFIXES]


def reading_of(elements: tuple[Element, ...], extra_penalty: int = 0, way: Way | None = None) -> Reading:
    """Return elements as a reading, with the penalty of their kinds and a further one."""
    kinds = {element.kind for element in elements}
    literal = not extra_penalty and kinds <= {ElementKind.LITERAL, ElementKind.LETTER}
    plain, penalty = _way_and_penalty(elements, kinds)
    return Reading(elements, penalty + extra_penalty, literal, way=way or plain)


def _is_meaningful(char: str) -> bool:
    return char == _JOINER or unicodedata.category(char) not in _MEANINGLESS


def _word(text: str, sounds: Sounds) -> Word:
    for mark, field in _FILTERS:
        rest = text.removeprefix(mark)
        if rest and rest != text:
            inside = tuple(replace(reading, fields=(field,)) for reading in _readings(rest, sounds))
            # Somebody may look for a text in which the mark itself stands.
            return Word(rest, (*inside, reading_of(character_path(text))), field)
    return Word(text, tuple(_readings(text, sounds)))


def _readings(text: str, sounds: Sounds) -> Iterable[Reading]:
    exact = paths(text, MAX_READINGS)
    yield from map(reading_of, exact)
    yield from _numeral_readings(text, exact)
    if sounds:
        fuzzy = dict.fromkeys(paths(text, MAX_READINGS, sounds))
        yield from (reading_of(path, _FUZZY_PENALTY, Way.LIKE_SOUND) for path in fuzzy if path not in exact)


def _numeral_readings(text: str, exact: Iterable[Path]) -> Iterator[Reading]:
    """Yield a word with a numeral, 七天, as it may stand with a digit; codes and long numbers are exact."""
    if text.isascii() or _LONG_NUMBER.search(text):
        return
    for path in exact:
        either = tuple(map(either_numeral, path))
        if len(path) > 1 and either != path:
            yield reading_of(either, _NUMERAL_PENALTY)


def _way_and_penalty(elements: tuple[Element, ...], kinds: set[ElementKind]) -> tuple[Way, int]:
    if kinds == {ElementKind.LITERAL}:
        return Way.TYPED, 0
    if kinds <= {ElementKind.LITERAL, ElementKind.SYLLABLE}:
        return Way.PINYIN, _SYLLABLES_PENALTY
    # zh, ch or sh for one character before others: ``shdz`` rather means four characters.
    digraph = _DIGRAPH_PENALTY if any(element.kind is ElementKind.START for element in elements[:-1]) else 0
    if kinds <= {ElementKind.LETTER, ElementKind.START}:
        return Way.INITIALS, _INITIALS_PENALTY + digraph
    return Way.MIXED, _MIXED_PENALTY + digraph
