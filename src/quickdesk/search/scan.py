"""The index of a library of some thousand replies: one long array of characters, scanned.

All fields of all rows lie in one array of UTF-16 units, folded, with a separator after each; the
units that occur are numbered, and for each of them its positions are kept. A sequence of elements
is looked for from its rarest element on. To be replaced as a whole when libraries grow tenfold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.element import Element, Kind
from quickdesk.search.places import FIELDS, Flags, Numbers, Places
from quickdesk.text.tables import folds

Row: TypeAlias = tuple[bytes, ...]
"""The fields of one row in the order of FIELDS, as :func:`encoded` makes them."""

_UNITS = 0x10000
_SEPARATOR = 0
_REPLACEMENT = 0xFFFD  # stands for a character that is used as separator here
_WIDTH = len(FIELDS)


def encoded(text: str) -> bytes:
    """Return the UTF-16 units of a text, halves of surrogate pairs as they are."""
    return text.encode("utf-16-le", "surrogatepass")


@cache
def _folding() -> NDArray[np.uint16]:
    table = np.arange(_UNITS, dtype=np.uint16)
    pairs = folds()
    table[list(pairs)] = [ord(target) for target in pairs.values()]
    table[_SEPARATOR] = _REPLACEMENT
    return table


@cache
def _latin() -> Flags:
    table = np.zeros(_UNITS, np.bool_)
    table[[ord(char) for char in "abcdefghijklmnopqrstuvwxyz0123456789"]] = True
    return table


@dataclass(frozen=True, slots=True)
class _UnitSet:
    """An element as this library knows it: the numbers of its units, and a table to test by."""

    members: Numbers
    table: Flags
    occurrences: int


class ScanIndex:
    """The Index over rows that never change; make a new one when they do."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._lay_out(rows)
        self._number_units()
        self._sets: dict[Element, _UnitSet] = {}

    def _lay_out(self, rows: Sequence[Row]) -> None:
        fields = list(chain.from_iterable(rows))
        separator = b"\0\0"
        units = np.frombuffer(separator.join(fields) + separator, "<u2")
        self._field_length = np.fromiter(map(len, fields), np.int64, len(fields)) // 2
        ends = np.cumsum(self._field_length + 1) - 1
        self._field_start = ends - self._field_length
        self._slot = np.repeat(np.arange(len(fields), dtype=np.int32), self._field_length + 1)
        self._longest = int(self._field_length.max(initial=0))
        self._units = _folding()[units[: len(self._slot)]]
        self._units[ends] = _SEPARATOR

    def _number_units(self) -> None:
        counts = np.bincount(self._units, minlength=_UNITS)
        used = np.flatnonzero(counts)
        self._number = np.full(_UNITS, -1, np.int64)
        self._number[used] = np.arange(len(used))
        self._codes = self._number[self._units].astype(np.uint16)
        self._latin = _latin()[used]
        self._positions = np.argsort(self._codes, kind="stable")
        self._first = np.concatenate(([0], np.cumsum(counts[used])))

    def estimate(self, elements: Sequence[Element]) -> int:
        """Return how often the rarest element occurs."""
        if len(elements) > self._longest:
            return 0
        return min(self._set_of(element).occurrences for element in elements)

    def places(self, elements: Sequence[Element], rows: Flags | None = None) -> Places:
        """Return all places in these rows (None: in all) where the elements stand in a row."""
        return self._described(self._find(elements, rows), elements)

    def _find(self, elements: Sequence[Element], rows: Flags | None) -> Numbers:
        if not self.estimate(elements):
            return np.zeros(0, np.int64)
        sets = [self._set_of(element) for element in elements]
        order = sorted(range(len(sets)), key=lambda j: sets[j].occurrences)
        found = self._positions_of(sets[order[0]]) - order[0]
        found = found[(found >= 0) & (found <= len(self._codes) - len(sets))]
        if rows is not None:
            found = found[rows[self._slot[found] // _WIDTH]]
        for j in order[1:]:
            if not len(found):
                break
            found = found[sets[j].table[self._codes[found + j]]]
        return found

    def _set_of(self, element: Element) -> _UnitSet:
        known = self._sets.get(element)
        if known is None:
            units = np.frombuffer(encoded(element.units), "<u2")
            members = self._number[units[units != _SEPARATOR]]
            members = np.unique(members[members >= 0])
            table = np.zeros(len(self._first), np.bool_)
            table[members] = True
            occurrences = int((self._first[members + 1] - self._first[members]).sum())
            known = self._sets[element] = _UnitSet(members, table, occurrences)
        return known

    def _positions_of(self, units: _UnitSet) -> Numbers:
        first, last = self._first[units.members], self._first[units.members + 1]
        if len(first) == 1:
            return self._positions[first[0] : last[0]]
        lengths = last - first
        skipped = first - np.concatenate(([0], np.cumsum(lengths)[:-1]))
        return self._positions[np.repeat(skipped, lengths) + np.arange(units.occurrences)]

    def _described(self, found: Numbers, elements: Sequence[Element]) -> Places:
        slot = self._slot[found].astype(np.int64)
        start = found - self._field_start[slot]
        begins_latin = self._latin[self._codes[found]]
        after_latin = (start > 0) & self._latin[self._codes[found - 1]]
        return Places(
            length=len(elements),
            row=slot // _WIDTH,
            field=slot % _WIDTH,
            start=start,
            field_length=self._field_length[slot],
            as_typed=self._as_typed(found, elements),
            in_word=begins_latin & after_latin,
        )

    def _as_typed(self, found: Numbers, elements: Sequence[Element]) -> Flags:
        if any(element.kind in (Kind.SYLLABLE, Kind.START) for element in elements):
            return np.zeros(len(found), np.bool_)
        typed = np.ones(len(found), np.bool_)
        for j, element in enumerate(elements):
            if element.kind is Kind.LETTER:
                typed &= self._latin[self._codes[found + j]]
        return typed
