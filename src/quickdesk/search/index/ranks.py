"""The 16-bit rank of each UTF-16 unit, in an order that sorts Han characters by their reading.

The order does not depend on the library, so indexes written at different times agree. Characters that are
typed alike mostly have adjacent ranks, so a set of characters is a few ranges of ranks.
"""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.element import APOSTROPHES, Element, ElementKind
from quickdesk.search.index.units import ALL_UNITS, BORDERS, alphanumeric_units, encoded, folding, units_of
from quickdesk.search.matches import Flags, Numbers
from quickdesk.text.tables import readings_by_character

END, BORDER = BORDERS
"""The ranks of the end of a text and of the border between fields."""
_LATIN = "abcdefghijklmnopqrstuvwxyz0123456789"
FIRST_LATIN, AFTER_LATIN = len(BORDERS), len(BORDERS) + len(_LATIN)
_MAX_SETS = 2048
"""More than the number of syllables and their prefixes, so that none of them is evicted."""


@dataclass(frozen=True, eq=False)
class RankSet:
    """The ranks an element may have, sorted; ``only`` is the one rank of a set of one, else -1."""

    ids: Numbers
    single: int
    kind: ElementKind
    has_latin: bool

    @cached_property
    def table(self) -> Flags:
        """A mask by rank, for testing many ranks at once; computed on demand.

        Most sets are only used for counting, and a thousand tables take 13 MB.
        """
        return _table(self.ids)

    def test(self, codes: NDArray[np.uint16]) -> Flags:
        """Return a mask of the ranks that are in the set."""
        if self.single >= 0:
            same: Flags = codes == self.single
            return same
        return self.table.take(codes, mode="clip")


@cache
def ranks() -> NDArray[np.uint16]:
    """Return the rank of each folded unit."""
    readings = readings_by_character()
    by_reading = sorted((names[0], char) for char, names in readings.items() if char not in _LATIN)
    known = [*BORDERS, *map(ord, _LATIN + APOSTROPHES), *(ord(char) for _, char in by_reading)]
    order = np.array(list(dict.fromkeys(known)), np.int64)
    is_known = np.zeros(ALL_UNITS, np.bool_)
    is_known[order] = True
    order = np.concatenate((order, np.flatnonzero(~is_known)))
    rank = np.empty(ALL_UNITS, np.uint16)
    rank[order] = np.arange(ALL_UNITS)
    ranked: NDArray[np.uint16] = rank[folding()]
    ranked[list(BORDERS)] = BORDERS
    return ranked


@cache
def alphanumeric_ranks() -> Flags:
    """Return a mask of the ranks that are letters, ideographs or digits of any script."""
    table = np.zeros(ALL_UNITS, np.bool_)
    table[ranks()] = alphanumeric_units()
    table[list(BORDERS)] = False
    return table


@lru_cache(_MAX_SETS)
def rank_set(element: Element) -> RankSet:
    """Return the ranks of an element's characters."""
    units = units_of([encoded(element.units)])
    ids = np.flatnonzero(_table(ranks()[units[units > BORDER]]))
    has_latin = bool(((ids >= FIRST_LATIN) & (ids < AFTER_LATIN)).any())
    return RankSet(ids, int(ids[0]) if len(ids) == 1 else -1, element.kind, has_latin)


def _table(members: NDArray[np.integer]) -> Flags:
    table = np.zeros(int(members.max(initial=0)) + 2, np.bool_)
    table[members] = True  # the last entry stays False: larger ranks are clipped to it
    return table


def is_latin(codes: NDArray[np.uint16]) -> Flags:
    """Return a mask of the ranks that are letters a-z or digits."""
    flags: Flags = codes - np.uint16(FIRST_LATIN) < AFTER_LATIN - FIRST_LATIN  # those below wrap around
    return flags
