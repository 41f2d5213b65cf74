"""What is looked for in each segment, and by whom it may be given up."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from quickdesk.search.places import Index, Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.ranking import looks_into

Overtaken: TypeAlias = Callable[[], bool]
"""Tells whether nobody waits for the answer any more."""


class OvertakenError(Exception):
    """The search was given up because nobody waits for it any more."""


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


def is_possible(index: Index, reading: Reading, part: Part) -> bool:
    """Tell whether a reading can match in a part at all."""
    return looks_into(reading, part) and index.estimate(reading.elements, part) > 0
