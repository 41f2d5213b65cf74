"""The request that is searched in each segment, and its cancellation."""

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
"""Returns True if the result is no longer needed."""


class SearchCancelledError(Exception):
    """The search was cancelled because its result is no longer needed."""


def check_cancelled(is_cancelled: IsCancelled) -> None:
    """Raise SearchCancelledError if the search is cancelled."""
    if is_cancelled():
        raise SearchCancelledError


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A parsed search: the words, the number of rows wanted, and the number of characters typed.

    ``picked`` are bonuses by snippet id for this query; ``is_exhaustive`` disables early termination;
    ``phrase`` are the words as one, if they can be.
    """

    words: tuple[Word, ...]
    limit: int
    typed: int
    picked: tuple[tuple[str, float], ...] = ()
    is_exhaustive: bool = False
    phrase: Word | None = None


def typed_length(segments: Sequence[Segment], words: Sequence[Word], is_cancelled: IsCancelled) -> int:
    """Return the number of characters typed, for the cap of the prior; raise SearchCancelledError.

    Pinyin counts as the characters it means (``tuikuan`` as 退款), unless the same letters occur literally in
    a code, title, tag, folder or ask.
    """
    return sum(_length(segments, word, is_cancelled) for word in words)


def _length(segments: Sequence[Segment], word: Word, is_cancelled: IsCancelled) -> int:
    likeliest = min(word.readings, key=lambda each: (each.penalty, len(each.elements)))
    typed, meant = len(word.text), len(likeliest.elements)
    if typed <= meant or any(_occurs_literally(segments, each, is_cancelled) for each in word.readings):
        return typed
    return meant


def _occurs_literally(segments: Sequence[Segment], reading: Reading, is_cancelled: IsCancelled) -> bool:
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
    """Return the word without readings whose matches another reading finds with at least the same score.

    Such readings differ only in their last element: a full syllable and the beginning of one.
    """
    alike: dict[object, list[Reading]] = {}
    for reading in word.readings:
        key = reading.elements[:-1], reading.fields, reading.begins_word, reading.is_whole
        alike.setdefault(key, []).append(reading)
    redundant = {one for some in alike.values() if len(some) > 1 for one in some if _is_redundant(one, some)}
    kept = tuple(reading for reading in word.readings if reading not in redundant)
    return replace(word, readings=kept) if redundant else word


def _is_redundant(one: Reading, others: Sequence[Reading]) -> bool:
    position = others.index(one)
    return not one.may_be_literal and any(
        _replaces(other, one) and (number < position or not _replaces(one, other))
        for number, other in enumerate(others)
        if number != position
    )


def _replaces(one: Reading, other: Reading) -> bool:
    """Return whether ``one`` finds all matches of ``other`` with at least the same score."""
    is_no_worse = one.penalty <= other.penalty and (other.are_two_initials or not one.are_two_initials)
    return is_no_worse and _covers(one.elements[-1], other.elements[-1])


@lru_cache(_MAX_COMPARED)
def _covers(one: Element, other: Element) -> bool:
    """Return whether ``one`` matches every character that ``other`` matches."""
    return one is other or (len(one.units) >= len(other.units) and set(one.units) >= set(other.units))
