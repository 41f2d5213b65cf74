"""Parsing a query into words, all of which must match, each with its possible readings.

Parsing does not depend on the searched texts. Any string is a valid query: control characters, direction
marks, other invisible characters and lone surrogates are ignored. The prefixes ``#``, ``@`` or
``folder:``, and ``code:`` restrict a word to tags, folders or codes.
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
from quickdesk.text.folding import fold, searchable

MAX_WORDS = 64
"""The distinct words of a query that are used; further ones are ignored."""
MAX_READINGS = 16
"""The readings of a word that are tried, the likeliest ones."""

_MEANINGLESS = {"Cc", "Cs"}
_FILTERS: tuple[tuple[str, FieldName], ...] = (
    ("#", "tags"),
    ("@", "folder"),
    ("folder:", "folder"),
    ("code:", "code"),
)

_FILTER_PREFIXES = frozenset(mark for mark, _ in _FILTERS)
_PUNCTUATION = re.compile(r'(?<![0-9])[,;?!。、]|[,;?!。、](?![0-9])|"|(?<=\w)[.…~]+(?!\S)')
"""Folded punctuation that separates words, except inside numbers (1,000), and stops at their end."""
_QUOTED = re.compile(r"(?<!\S)['‘’]+(\S*?)['’]*(?!\S)")

_SYLLABLES_PENALTY, _MIXED_PENALTY, _INITIALS_PENALTY, _DIGRAPH_PENALTY = 40, 60, 80, 140
_FUZZY_PENALTY, _NUMERAL_PENALTY = 25, 20
_LONG_NUMBER = re.compile("[0-9]{4}")
_TWO = 2


class Way(Enum):
    """How a word is interpreted."""

    TYPED = auto()
    """Literally."""
    PINYIN = auto()
    """Full syllables."""
    INITIALS = auto()
    MIXED = auto()
    """Syllables and initials, or an incomplete last syllable."""
    LIKE_SOUND = auto()
    """Fuzzy pinyin."""
    SPACED = auto()
    """With one additional space or sign."""
    FIELD = auto()
    """With a field of the template in the place of a number."""
    SLIP = auto()
    """With one typo."""
    GAPS = auto()
    """A code that contains the word as a subsequence."""

    __hash__ = object.__hash__  # faster: readings are hashed often


@dataclass(frozen=True, slots=True)
class Reading:
    """One interpretation of a word: consecutive elements, and the penalty for not being literal.

    A match in which every letter stands for itself (``vip`` for VIP) has no penalty; this is possible only if
    ``may_be_literal``. The reading applies to ``fields`` (empty: to all), not inside a Latin word if
    ``begins_word``, and only to whole fields if ``is_whole``.
    """

    elements: tuple[Element, ...]
    penalty: int
    may_be_literal: bool
    fields: tuple[FieldName, ...] = ()
    begins_word: bool = False
    is_whole: bool = False
    way: Way = Way.TYPED

    @property
    def are_two_initials(self) -> bool:
        """Whether the reading is two initials, which often match by chance."""
        return len(self.elements) == _TWO and all(each.kind in INITIALS for each in self.elements)


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word of a query; a reply matches if any of its readings matches.

    ``field`` is the field it is restricted to, if any; ``text`` is the word without that prefix.
    ``topic_codes`` are codes that consist of the initials of the word, see :mod:`whole_query`.
    """

    text: str
    readings: tuple[Reading, ...]
    field: FieldName | None = None
    topic_codes: tuple[Reading, ...] = ()


def words_of(query: str, sounds: Sounds = EXACT) -> tuple[Word, ...]:
    """Return the distinct words of a query in order; empty for an empty query."""
    distinct = dict.fromkeys(folded_words(query))
    return tuple(_word(text, sounds) for text in list(distinct)[:MAX_WORDS])


def folded_words(query: str) -> list[str]:
    """Return the folded words of a query, without meaningless characters.

    Punctuation separates words, unless the query contains no letter at all. A filter prefix without a word,
    which is about to be typed, is left out.
    """
    meaningful = "".join(char if char.isspace() or _is_meaningful(char) else "" for char in query)
    text = fold(searchable(meaningful))
    if any(map(str.isalpha, text)):
        text = _QUOTED.sub(r"\1", _PUNCTUATION.sub(" ", text))
    words = text.split()
    return [word for word in words if word not in _FILTER_PREFIXES]


def reading_of(elements: tuple[Element, ...], extra_penalty: int = 0, way: Way | None = None) -> Reading:
    """Return a reading of these elements with the penalty of their kinds plus ``extra_penalty``."""
    kinds = {element.kind for element in elements}
    literal = not extra_penalty and kinds <= {ElementKind.LITERAL, ElementKind.LETTER}
    plain, penalty = _way_and_penalty(elements, kinds)
    return Reading(elements, penalty + extra_penalty, literal, way=way or plain)


def _is_meaningful(char: str) -> bool:
    return unicodedata.category(char) not in _MEANINGLESS


def _word(text: str, sounds: Sounds) -> Word:
    for mark, field in _FILTERS:
        rest = text.removeprefix(mark)
        if rest and rest != text:
            inside = tuple(replace(reading, fields=(field,)) for reading in _readings(rest, sounds))
            # The text itself may contain the prefix.
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
    """Yield readings of 七天 that also match 7天; codes and long numbers have none."""
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
    # zh, ch or sh as one initial before others is unlikely: ``shdz`` rather means four characters.
    digraph = _DIGRAPH_PENALTY if any(element.kind is ElementKind.START for element in elements[:-1]) else 0
    if kinds <= {ElementKind.LETTER, ElementKind.START}:
        return Way.INITIALS, _INITIALS_PENALTY + digraph
    return Way.MIXED, _MIXED_PENALTY + digraph
