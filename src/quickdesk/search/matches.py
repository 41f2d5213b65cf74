"""The matches of a reading in the indexed rows, and the protocols of an index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.element import Element
from quickdesk.search.hit import FieldName

Numbers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
SmallNumbers: TypeAlias = NDArray[np.int8]
Lengths: TypeAlias = NDArray[np.int64 | np.uint32]
"""The length of each field (column) of each row in UTF-16 units."""

FIELDS: tuple[FieldName, ...] = ("code", "title", "tags", "folder", "asks", "body")
"""The fields of a row in index order."""
CODE, TITLE, ASKS, BODY_FIELD = map(FIELDS.index, ("code", "title", "asks", "body"))

INSIDE, AT_START, WHOLE = 0, 1, 2
"""The alignment of a match in its field; in asks, which may be several, in one of them."""


class Part(Enum):
    """The two parts of a row, which are searched one after the other."""

    HEAD = auto()
    """Code, title, tags, folder and asks: short fields with high scores."""
    BODY = auto()

    __hash__ = object.__hash__  # faster: members are hashed often


PARTS = tuple(Part)


@dataclass(frozen=True, slots=True)
class Matches:
    """Matches as parallel arrays, one entry per position.

    ``row`` is an index into the rows of the index, ``field`` one into FIELDS; ``alignment`` is INSIDE,
    AT_START or WHOLE (always INSIDE in bodies, where it does not count). ``as_typed``: every letter of the
    query matches itself. ``in_word``: the match begins inside a Latin word. ``surrounded``: two initials in a
    head with letters on both sides, which may not be a word.
    """

    row: Numbers
    field: SmallNumbers
    alignment: SmallNumbers
    as_typed: Flags
    in_word: Flags
    surrounded: Flags

    def __len__(self) -> int:
        return len(self.row)

    def filtered(self, kept: Flags | Numbers) -> "Matches":
        """Return the selected matches."""
        return Matches(
            self.row[kept],
            self.field[kept],
            self.alignment[kept],
            self.as_typed[kept],
            self.in_word[kept],
            self.surrounded[kept],
        )


class Candidates(Protocol):
    """Matches whose details are computed on demand; ``row`` and ``alignment`` are known."""

    @property
    def row(self) -> Numbers:
        """The row of each match."""
        ...

    @property
    def alignment(self) -> SmallNumbers:
        """INSIDE, AT_START or WHOLE."""
        ...

    def details(self, kept: Numbers | None = None) -> Matches:
        """Return the matches with these indices, or all of them."""
        ...


class Index(Protocol):
    """Finds sequences of elements in rows of fields."""

    def estimate(self, elements: Sequence[Element], part: Part) -> int:
        """Return a fast upper bound of the number of matches; 0 means none."""
        ...

    def size(self, part: Part) -> int:
        """Return the approximate number of characters in a part."""
        ...

    def candidates(self, elements: Sequence[Element], part: Part, rows: Numbers | None = None) -> Candidates:
        """Return all matches in these rows (sorted, unique; None: in all rows)."""
        ...

    def preparation_steps(self) -> Iterator[None]:
        """Compute in steps what is otherwise computed on first use."""
        ...

    def batches(self, element: Element, part: Part) -> Iterator[Candidates]:
        """Yield all matches of one element in batches that take about 1 to 2 ms each."""
        ...

    def at_field_start(self, element: Element) -> Candidates:
        """Return the matches of one element at the start of a code, a title or an ask."""
        ...

    def codes_with_gaps(self, word: str) -> tuple[Numbers, Numbers]:
        """Return the rows whose code contains a folded word as a subsequence, and their other units.

        The second array counts these units. A code must begin with the first character of the word.
        """
        ...
