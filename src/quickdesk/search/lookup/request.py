"""What is looked for in each segment, and by whom it may be given up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from quickdesk.search.element import Element
from quickdesk.search.lookup.scoring import as_typed
from quickdesk.search.matches import Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.segment import Segment

_MOST_COMPARED = 4096

Overtaken: TypeAlias = Callable[[], bool]
"""Tells whether nobody waits for the answer any more."""


class OvertakenError(Exception):
    """The search was given up because nobody waits for it any more."""


def go_on(overtaken: Overtaken) -> None:
    """Raise OvertakenError where nobody waits any more."""
    if overtaken():
        raise OvertakenError


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the words, how many rows, and how many characters were typed.

    ``picked`` are bonuses by id that hold for this query alone.
    """

    words: tuple[Word, ...]
    limit: int
    typed: int
    picked: tuple[tuple[str, float], ...] = ()
    is_thorough: bool = False


def typed_length(segments: Sequence[Segment], words: Sequence[Word], overtaken: Overtaken) -> int:
    """Return how many characters were typed; raises OvertakenError.

    Letters of pinyin count as the characters they mean (``tuikuan`` says no more than 退款), unless the very
    letters stand in a code, a title, a tag or a folder: then they may be meant as they are.
    """
    return sum(_length(segments, word, overtaken) for word in words)


def _length(segments: Sequence[Segment], word: Word, overtaken: Overtaken) -> int:
    likeliest = min(word.readings, key=lambda each: (each.penalty, len(each.elements)))
    typed, meant = len(word.text), len(likeliest.elements)
    if typed <= meant or any(_stands_as_typed(segments, each, overtaken) for each in word.readings):
        return typed
    return meant


def _stands_as_typed(segments: Sequence[Segment], reading: Reading, overtaken: Overtaken) -> bool:
    letters = as_typed(reading)
    if letters is None:
        return False
    for segment in segments:
        go_on(overtaken)
        found = segment.index.candidates(letters, Part.HEAD).details()
        if (segment.alive[found.row] & ~found.in_word).any():
            return True
    return False


def without_superfluous(word: Word) -> Word:
    """Return the word without readings whose every match another reading finds too, worth no less.

    These end in a full syllable and in the beginning of one, after the same elements.
    """
    alike: dict[object, list[Reading]] = {}
    for reading in word.readings:
        key = reading.elements[:-1], reading.fields, reading.begins_word
        alike.setdefault(key, []).append(reading)
    superfluous = {
        one for some in alike.values() if len(some) > 1 for one in some if _is_superfluous(one, some)
    }
    kept = tuple(reading for reading in word.readings if reading not in superfluous)
    return replace(word, readings=kept) if superfluous else word


def _is_superfluous(one: Reading, others: Sequence[Reading]) -> bool:
    place = others.index(one)
    return not one.may_be_literal and any(
        _does_for(other, one) and (number < place or not _does_for(one, other))
        for number, other in enumerate(others)
        if number != place
    )


def _does_for(one: Reading, other: Reading) -> bool:
    """Tell whether the first of two that differ in their end finds all the other does, worth no less."""
    is_worth_it = one.penalty <= other.penalty and (other.are_two_initials or not one.are_two_initials)
    return is_worth_it and _covers(one.elements[-1], other.elements[-1])


@lru_cache(_MOST_COMPARED)
def _covers(one: Element, other: Element) -> bool:
    """Tell whether the first stands for all that the second stands for."""
    return one is other or (len(one.units) >= len(other.units) and set(one.units) >= set(other.units))
