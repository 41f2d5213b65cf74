"""What is looked for in each segment, and by whom it may be given up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from quickdesk.search.element import Element, Kind, split
from quickdesk.search.places import Index, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import BODY_WORTH, looks_into

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


def is_possible(index: Index, reading: Reading, part: Part) -> bool:
    """Tell whether a reading can match in a part at all."""
    return looks_into(reading, part) and index.estimate(reading.elements, part) > 0


def as_typed(reading: Reading) -> Sequence[Element] | None:
    """Return the elements with letters standing for themselves alone; None where none is a letter."""
    if not reading.may_be_literal or all(element.kind is Kind.LITERAL for element in reading.elements):
        return None
    return [split(element)[1] if element.kind is Kind.LETTER else element for element in reading.elements]


def most_in_body(index: Index, reading: Reading) -> int:
    """Return the most that a match in a body can be worth: without penalty only if it can stand as typed."""
    typed = as_typed(reading)
    if reading.may_be_literal and (typed is None or index.estimate(typed, Part.BODY)):
        return BODY_WORTH
    return BODY_WORTH - reading.penalty
