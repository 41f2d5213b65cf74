"""Taking a query apart into concepts: words of the lexicon, numbers, particles, and what is left.

Characters and typed syllables are treated alike, so pinyin has concepts too.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from quickdesk.search.element import FIELD_END, Element, literal, syllable
from quickdesk.search.pinyin_segmentation import LETTERS, LONGEST_SYLLABLE, syllable_split
from quickdesk.search.related.asked import Asked
from quickdesk.search.related.concepts import (
    CHARACTER,
    PAIR,
    WORD,
    Concept,
    Form,
    Relation,
    border,
    particle,
    path_of,
    pieces_of,
    word_form,
)
from quickdesk.search.related.lexicon import LONGEST, Lexicon
from quickdesk.search.related.quantities import quantity_at
from quickdesk.text.readings import readings

MAX_SLOTS = 120
"""Characters and syllables of a query that are used; a longer text says what it is about before."""
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+|[\u3400-\u9fff]|\S")
_MAX_READINGS = 2
_MAX_LATIN = 24
_LONGEST_NUMBER, _MAX_WRITINGS = 16, 12
"""Slots that are searched for a number with its unit, and other ways to write it."""
_SAME, _SOUND, _NUMBER, _INITIALS, _KIND = 0.8, 0.8, 0.9, 0.7, 0.6


@dataclass(frozen=True, slots=True)
class _Slot:
    """One character, one typed syllable, or a Latin word; ``names`` are its syllables."""

    text: str
    names: tuple[str, ...] = ()

    @property
    def is_han(self) -> bool:
        return "\u33ff" < self.text < "\ua000"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Adjacent slots: a word with its concept, a particle, or neither."""

    slots: Sequence[_Slot]
    concept: Concept | None = None
    is_particle: bool = False

    @property
    def first(self) -> str:
        """The first character, empty unless it is Chinese."""
        return self.slots[0].text if self.slots[0].is_han else ""

    @property
    def last(self) -> str:
        """The last character, empty unless it is Chinese."""
        return self.slots[-1].text if self.slots[-1].is_han else ""


def concepts_of(asked: Asked, lexicon: Lexicon, occurs: Callable[[str], bool]) -> list[Concept]:
    """Return the concepts of what is asked.

    ``occurs`` says whether a text occurs in the library; what does not is searched by its sound too. If only
    particles were typed, all are fragments.
    """
    found: dict[str, Concept] = {}
    left = MAX_SLOTS
    for word in asked.words:
        slots = list(_slots(word, lexicon, occurs, is_english=asked.is_english))[:left]
        left -= len(slots)
        for concept in _Segmentation(slots, lexicon, occurs).concepts():
            found.setdefault(concept.typed, concept)
    return list(found.values())


class _Segmentation:
    """The segmentation of one word of a query, longest words of the lexicon first."""

    def __init__(self, slots: Sequence[_Slot], lexicon: Lexicon, occurs: Callable[[str], bool]) -> None:
        self._slots, self._lexicon, self._occurs = slots, lexicon, occurs

    def concepts(self) -> Iterator[Concept]:
        """Yield the concepts: those of words first."""
        stretches = list(self._stretches())
        for each in stretches:
            if each.concept is not None:
                yield each.concept
            elif not each.is_particle:
                yield from self._rest(each.slots)
        for before, each, after in zip((None, *stretches), stretches, (*stretches[1:], None), strict=False):
            if each.is_particle and each.first:
                yield particle(
                    [slot.text for slot in each.slots],
                    before.last if before else "",
                    after.first if after else "",
                )
            elif after and not after.is_particle and each.last and after.first:
                yield border(each.last, after.first)

    def _stretches(self) -> Iterator[_Stretch]:
        at = begin = 0
        while at < len(self._slots):
            found = self._longest(at)
            if found is None:
                at += 1
                continue
            if begin < at:
                yield _Stretch(self._slots[begin:at])
            yield found
            at = begin = at + len(found.slots)
        if begin < at:
            yield _Stretch(self._slots[begin:at])

    def _longest(self, at: int) -> _Stretch | None:
        """Return the longest known word or particle here."""
        number = self._number(at)
        for end in range(min(len(self._slots), at + LONGEST), at, -1):
            some = self._slots[at:end]
            if number is not None and len(some) == len(number.slots):
                return number
            text = "".join(slot.text for slot in some)
            if text in self._lexicon:
                return _Stretch(some, self._word(text, text, Relation.WORDS))
            is_han = all(slot.is_han for slot in some)
            if is_han and self._lexicon.is_particle(text):
                return _Stretch(some, is_particle=True)
            alike = self._lexicon.like_sound([slot.names for slot in some])
            if alike and (not is_han or not self._occurs(text)):
                sounding = self._sounding(some, text, alike)
                if sounding is not None:
                    return sounding
        return None

    def _sounding(self, some: Sequence[_Slot], text: str, alike: Sequence[str]) -> _Stretch | None:
        """Return the stretch of a word of the lexicon that sounds like some slots."""
        for word in alike:
            equal = sum(slot.text == char for slot, char in zip(some, word, strict=True))
            is_typed = not any(slot.is_han for slot in some)
            if self._lexicon.is_particle(word):
                if is_typed:
                    return _Stretch(some, is_particle=True)
            elif is_typed or equal or len(word) > 2:
                return _Stretch(some, self._word(text, word, Relation.SOUND))
        return None

    def _word(self, typed: str, word: str, relation: Relation) -> Concept:
        """Return the concept of a word of the lexicon, with its pieces.

        A long word whose meaning is known is not what its pieces are about: 快递丢了 is not 快递.
        """
        own = 1.0 if relation is Relation.WORDS else _SOUND
        forms = [word_form(word, own, relation)]
        forms += [word_form(other, own * _SAME, Relation.MEANING) for other in self._lexicon.meanings(word)]
        is_known = word.isascii() or (len(word) > 2 and any(self._occurs(form.text) for form in forms))
        pieces = () if is_known else pieces_of(word, own, relation)
        kept = tuple(piece for piece in pieces if not self._lexicon.is_particle(piece.text))
        return Concept(typed, tuple(forms), kept)

    def _number(self, at: int) -> _Stretch | None:
        """Return the number with its unit that begins here, None if there is none."""
        texts = [slot.text for slot in self._slots[at : at + _LONGEST_NUMBER]]
        number = quantity_at(texts)
        if number is None:
            return None
        forms = [word_form(number.typed, 1.0, Relation.WORDS)]
        forms += [word_form(each, _NUMBER, Relation.NUMBER) for each in number.same[:_MAX_WRITINGS]]
        forms.append(Form(f"…{number.unit}", (FIELD_END, *path_of(number.unit)), _NUMBER, Relation.NUMBER))
        forms += [word_form(each, _KIND, Relation.MEANING) for each in self._lexicon.meanings(number.unit)]
        return _Stretch(self._slots[at : at + number.length], Concept(number.typed, tuple(forms)))

    def _rest(self, some: Sequence[_Slot]) -> Iterator[Concept]:
        """Yield the pairs and the single characters of a stretch without known words."""
        for slot in some:
            if not slot.names and slot.text.isascii() and slot.text.isalnum():
                is_fragment = slot.text.isdigit() and len(self._slots) > 1
                yield Concept(slot.text, self._latin(slot.text), (), is_fragment)
            elif slot.is_han:
                form = word_form(slot.text, CHARACTER, Relation.WORDS)
                yield Concept(slot.text, (form,), (), is_fragment=len(some) > 1)
        for first, second in pairwise(some):
            forms = self._pair(first, second)
            if forms:
                yield Concept(first.text + second.text, forms)

    def _latin(self, text: str) -> tuple[Form, ...]:
        """Return the forms of a Latin word: itself, and the words of which it may be the initials."""
        forms = [word_form(text, 1.0, Relation.WORDS)]
        for word in self._lexicon.of_initials(text) if len(self._slots) == 1 else ():
            others = self._lexicon.meanings(word)
            forms.append(word_form(word, _INITIALS, Relation.SOUND))
            forms += [word_form(other, _INITIALS * _SAME, Relation.MEANING) for other in others]
        return tuple(dict.fromkeys(forms))

    def _pair(self, first: _Slot, second: _Slot) -> tuple[Form, ...]:
        text = first.text + second.text
        if not first.names or not second.names:
            return ()
        if first.is_han and second.is_han and self._occurs(text):
            return (word_form(text, PAIR / WORD, Relation.WORDS),)
        paths = [*product(_typed_as(first), _by_sound(second)), *product(_by_sound(first), _typed_as(second))]
        return tuple(Form(text, path, _SOUND * PAIR, Relation.SOUND) for path in dict.fromkeys(paths))


def _typed_as(slot: _Slot) -> list[Element]:
    """Return the character itself, as at most one of two is wrong, or the syllable that was typed."""
    return list(literal(slot.text)) if slot.is_han else _by_sound(slot)


def _by_sound(slot: _Slot) -> list[Element]:
    return [syllable(name) for name in slot.names[:_MAX_READINGS]]


def _slots(
    word: str, lexicon: Lexicon, occurs: Callable[[str], bool], *, is_english: bool
) -> Iterator[_Slot]:
    for token in _TOKEN.findall(word):
        names = readings(token) if len(token) == 1 else ()
        if names:
            yield _Slot(token, names)
        elif is_english or not LETTERS.issuperset(token) or token in lexicon:
            yield _Slot(token)
        else:
            split = syllable_split(token) if len(token) <= _MAX_LATIN * LONGEST_SYLLABLE else None
            if split and len(split) > 1 and token == word and _is_foreign(token, split, lexicon, occurs):
                split = None
            yield from (_Slot(name, (name,)) for name in split or ())
            if split is None or len(split) == 1:
                yield _Slot(token)


def _is_foreign(token: str, split: Sequence[str], lexicon: Lexicon, occurs: Callable[[str], bool]) -> bool:
    """Return whether a word that could be pinyin stands in a reply, and is not the pinyin of a known word."""
    return not lexicon.like_sound([(name,) for name in split]) and occurs(token)
