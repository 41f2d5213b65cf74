"""Taking a query apart into concepts: words of the lexicon, numbers, and what is left.

Characters and typed syllables are treated alike, so pinyin has concepts too. Each concept has the forms in
which a reply may express it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise, product

from quickdesk.search.element import FIELD_END, Element, either_numeral, literal, syllable
from quickdesk.search.pinyin_segmentation import LETTERS, LONGEST_SYLLABLE, Path
from quickdesk.search.related.lexicon import LONGEST, Lexicon
from quickdesk.search.related.numerals import other_numeral
from quickdesk.text.readings import readings, syllables

MAX_SLOTS = 120
"""Characters and syllables of a query that are used; a longer text says what it is about before."""
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+|[\u3400-\u9fff]|\S")
_NUMERAL = re.compile("[零一二两三四五六七八九十百千万半]+")
_LONG_UNITS = (
    "小时",
    "分钟",
    "个月",
    "星期",
    "公斤",
    "千克",
    "厘米",
    "毫升",
    "kg",
    "g",
    "cm",
    "mm",
    "m",
    "ml",
    "l",
)
_UNITS = frozenset((*"天日周月年时分秒个件元块毛折码号斤岁次点克米寸", *_LONG_UNITS))
_MAX_READINGS = 2
_MAX_LATIN = 24

_SAME, _SOUND, _NUMBER = 0.75, 0.8, 0.9
_PART, _FRAGMENT = 0.5, 0.3
LENGTH_WEIGHTS = (0.0, 1.0, 2.2, 2.8)
"""The weight of a form by its number of characters; longer ones count as the last."""


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
class RelatedReason:
    """What a reply has of a query: the form ``found`` of what was ``typed``, and its part of the score."""

    typed: str
    found: str
    relation: Relation
    worth: float


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a reply may express a concept; ``path`` is empty for Latin words."""

    text: str
    path: Path
    weight: float
    relation: Relation


@dataclass(frozen=True, slots=True)
class Concept:
    """A part of a query; a fragment is a single character of a longer stretch, which says little alone."""

    typed: str
    forms: tuple[Form, ...]
    is_fragment: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """One character, one typed syllable, or a Latin word; ``names`` are its syllables."""

    text: str
    names: tuple[str, ...] = ()

    @property
    def is_han(self) -> bool:
        return self.text > "\u33ff"


def concepts_of(words: Sequence[str], lexicon: Lexicon, occurs: Callable[[str], bool]) -> list[Concept]:
    """Return the concepts of a query, given as folded words.

    ``occurs`` says whether a text occurs in the library; what does not is searched by its sound too. If only
    particles were typed, there is none.
    """
    found: dict[str, Concept] = {}
    left = MAX_SLOTS
    for word in words:
        slots = list(_slots(word, lexicon))[:left]
        left -= len(slots)
        for concept in _Segmentation(slots, lexicon, occurs).concepts():
            found.setdefault(concept.typed, concept)
    return list(found.values())


class _Segmentation:
    """The segmentation of one word of a query, longest words of the lexicon first."""

    def __init__(self, slots: Sequence[_Slot], lexicon: Lexicon, occurs: Callable[[str], bool]) -> None:
        self._slots, self._lexicon, self._occurs = slots, lexicon, occurs

    def concepts(self) -> Iterator[Concept]:
        """Yield the concepts from left to right."""
        at = begin = 0
        while at < len(self._slots):
            end, concept = self._longest(at)
            if end == at:
                at += 1
                continue
            yield from self._rest(begin, at)
            if concept is not None:
                yield concept
            at = begin = end
        yield from self._rest(begin, at)

    def _longest(self, at: int) -> tuple[int, Concept | None]:
        """Return the end of the longest known word here and its concept, None for a particle."""
        number = self._number(at)
        for end in range(min(len(self._slots), at + LONGEST), at, -1):
            if number is not None and end == number[0]:
                return number
            some = self._slots[at:end]
            text = "".join(slot.text for slot in some)
            if text in self._lexicon:
                return end, self._word(text, text, Relation.WORDS)
            is_han = all(slot.is_han for slot in some)
            if is_han and self._lexicon.is_particle(text):
                return end, None
            if not is_han or not self._occurs(text):
                sounding = self._sounding(some, text)
                if sounding is not None:
                    return end, sounding[0]
        return at, None

    def _sounding(self, some: Sequence[_Slot], text: str) -> tuple[Concept | None] | None:
        for word in self._lexicon.like_sound([slot.names for slot in some]):
            equal = sum(slot.text == char for slot, char in zip(some, word, strict=True))
            is_typed = not any(slot.is_han for slot in some)
            if self._lexicon.is_particle(word):
                if is_typed:
                    return (None,)
            elif is_typed or equal or len(word) > 2:
                return (self._word(text, word, Relation.SOUND),)
        return None

    def _word(self, typed: str, word: str, relation: Relation) -> Concept:
        """Return the concept of a word of the lexicon; its parts count only if nothing else occurs."""
        own = 1.0 if relation is Relation.WORDS else _SOUND
        forms = [_form(word, own, relation)]
        forms += [_form(other, own * _SAME, Relation.MEANING) for other in self._lexicon.meanings(word)]
        if len(word) > 2 and not word.isascii() and not any(self._occurs(form.text) for form in forms):
            pairs = dict.fromkeys(word[at : at + 2] for at in range(len(word) - 1))
            forms += [_form(pair, own * _PART, relation) for pair in pairs if pair in self._lexicon]
        return Concept(typed, tuple(forms))

    def _number(self, at: int) -> tuple[int, Concept] | None:
        """Return the end of a number with its unit and its concept, None if there is none here."""
        end = at
        while end < len(self._slots) and _NUMERAL.fullmatch(self._slots[end].text):
            end += 1
        if end == at and self._slots[at].text[0].isdigit():
            end = at + 1
        units = ("".join(slot.text for slot in self._slots[end : end + length]) for length in (2, 1))
        unit = next((unit for unit in units if unit in _UNITS), "")
        if end == at or not unit:
            return None
        typed = "".join(slot.text for slot in self._slots[at:end])
        forms = [_form(typed + unit, 1.0, Relation.WORDS)]
        other = other_numeral(typed)
        if other:
            forms.append(_form(other + unit, _NUMBER, Relation.NUMBER))
        forms.append(Form(f"…{unit}", (FIELD_END, *path_of(unit)), _NUMBER, Relation.NUMBER))
        forms += [_form(each, _SAME, Relation.MEANING) for each in self._lexicon.meanings(unit)]
        return end + (1 if unit.isascii() else len(unit)), Concept(typed + unit, tuple(forms))

    def _rest(self, begin: int, end: int) -> Iterator[Concept]:
        """Yield the pairs and the single characters of a stretch without known words."""
        some = self._slots[begin:end]
        for slot in some:
            if not slot.names and slot.text.isascii() and slot.text.isalnum():
                is_fragment = slot.text.isdigit() and len(self._slots) > 1
                yield Concept(slot.text, (_form(slot.text, 1.0, Relation.WORDS),), is_fragment)
            elif slot.is_han:
                is_fragment = len(some) > 1
                weight = _FRAGMENT if is_fragment else 1.0
                yield Concept(slot.text, (_form(slot.text, weight, Relation.WORDS),), is_fragment)
        for first, second in pairwise(some):
            forms = self._pair(first, second)
            if forms:
                yield Concept(first.text + second.text, forms)

    def _pair(self, first: _Slot, second: _Slot) -> tuple[Form, ...]:
        text = first.text + second.text
        if not first.names or not second.names:
            return ()
        if first.is_han and second.is_han and self._occurs(text):
            return (_form(text, 1.0, Relation.WORDS),)
        paths = [*product(_typed_as(first), _by_sound(second)), *product(_by_sound(first), _typed_as(second))]
        weight = _SOUND * LENGTH_WEIGHTS[2]
        return tuple(Form(text, path, weight, Relation.SOUND) for path in dict.fromkeys(paths))


def path_of(text: str) -> Path:
    """Return the path of a text that matches itself only."""
    return tuple(element for char in text for element in literal(char))


def _typed_as(slot: _Slot) -> list[Element]:
    """Return the character itself, as at most one of two is wrong, or the syllable that was typed."""
    return list(literal(slot.text)) if slot.is_han else _by_sound(slot)


def _by_sound(slot: _Slot) -> list[Element]:
    return [syllable(name) for name in slot.names[:_MAX_READINGS]]


@lru_cache(4096)
def _form(text: str, weight: float, relation: Relation) -> Form:
    """Return the form of a word, without a path if it is Latin."""
    length = LENGTH_WEIGHTS[min(len(text), len(LENGTH_WEIGHTS) - 1)]
    if text.isascii():
        return Form(text, (), weight * LENGTH_WEIGHTS[2], relation)
    path = tuple(map(either_numeral, path_of(text)))
    return Form(text, path, weight * length, relation)


def _slots(word: str, lexicon: Lexicon) -> Iterator[_Slot]:
    for token in _TOKEN.findall(word):
        names = readings(token) if len(token) == 1 else ()
        if names:
            yield _Slot(token, names)
        elif not LETTERS.issuperset(token) or token in lexicon:
            yield _Slot(token)
        else:
            split = syllable_split(token) if len(token) <= _MAX_LATIN * LONGEST_SYLLABLE else None
            yield from (_Slot(name, (name,)) for name in split or ())
            if split is None or len(split) == 1:
                yield _Slot(token)


def syllable_split(letters: str) -> list[str] | None:
    """Return the split into the fewest full syllables, None if there is none; at a tie the longest first."""
    best: list[list[str] | None] = [None] * len(letters) + [[]]
    for at in range(len(letters) - 1, -1, -1):
        for end in range(min(at + LONGEST_SYLLABLE, len(letters)), at, -1):
            rest = best[end]
            if rest is not None and letters[at:end] in syllables():
                now = best[at]
                if now is None or len(rest) + 1 < len(now):
                    best[at] = [letters[at:end], *rest]
    return best[0]
