"""What is looked for in each segment, and by whom it may be given up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from quickdesk.search.element import Element
from quickdesk.search.lookup.scoring import literal_elements
from quickdesk.search.matches import Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.segment import Segment

_MAX_COMPARED = 4096

IsCancelled: TypeAlias = Callable[[], bool]
"""Tells whether nobody waits for the answer any more."""


class SearchCancelledError(Exception):
    """The search was given up because nobody waits for it any more."""


def check_cancelled(is_cancelled: IsCancelled) -> None:
    """Raise SearchCancelledError where nobody waits any more."""
    if is_cancelled():
        raise SearchCancelledError


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is looked for: the words, how many rows, and how many characters were typed.

    ``picked`` are bonuses by id that hold for this query alone.
    """

    words: tuple[Word, ...]
    limit: int
    typed: int
    picked: tuple[tuple[str, float], ...] = ()
    is_exhaustive: bool = False


def typed_length(segments: Sequence[Segment], words: Sequence[Word], is_cancelled: IsCancelled) -> int:
    """Return how many characters were typed; raises SearchCancelledError.

    Letters of pinyin count as the characters they mean (``tuikuan`` says no more than 退款), unless the very
    letters stand in a code, a title, a tag or a folder: then they may be meant as they are.
    """
    return sum(_length(segments, word, is_cancelled) for word in words)


def _length(segments: Sequence[Segment], word: Word, is_cancelled: IsCancelled) -> int:
    likeliest = min(word.readings, key=lambda each: (each.penalty, len(each.elements)))
    typed, meant = len(word.text), len(likeliest.elements)
    if typed <= meant or any(_stands_as_typed(segments, each, is_cancelled) for each in word.readings):
        return typed
    return meant


def _stands_as_typed(segments: Sequence[Segment], reading: Reading, is_cancelled: IsCancelled) -> bool:
    letters = literal_elements(reading)
    if letters is None:
        return False
    for segment in segments:
        check_cancelled(is_cancelled)
        found = segment.index.candidates(letters, Part.HEAD).details()
        if (segment.alive[found.row] & ~found.in_word).any():
            return True
    return False


def without_redundant_readings(word: Word) -> Word:
    """Return the word without readings whose every match another reading finds too, worth no less.

    These end in a full syllable and in the beginning of one, after the same elements.
    """
    alike: dict[object, list[Reading]] = {}
    for reading in word.readings:
        key = reading.elements[:-1], reading.fields, reading.begins_word
        alike.setdefault(key, []).append(reading)
    redundant = {one for some in alike.values() if len(some) > 1 for one in some if _is_redundant(one, some)}
    kept = tuple(reading for reading in word.readings if reading not in redundant)
    return replace(word, readings=kept) if redundant else word


def _is_redundant(one: Reading, others: Sequence[Reading]) -> bool:
    place = others.index(one)
    return not one.may_be_literal and any(
        _replaces(other, one) and (number < place or not _replaces(one, other))
        for number, other in enumerate(others)
        if number != place
    )


def _replaces(one: Reading, other: Reading) -> bool:
    """Tell whether the first of two that differ in their end finds all the other does, worth no less."""
    is_worth_it = one.penalty <= other.penalty and (other.are_two_initials or not one.are_two_initials)
    return is_worth_it and _covers(one.elements[-1], other.elements[-1])


@lru_cache(_MAX_COMPARED)
def _covers(one: Element, other: Element) -> bool:
    """Tell whether the first stands for all that the second stands for."""
    return one is other or (len(one.units) >= len(other.units) and set(one.units) >= set(other.units))
