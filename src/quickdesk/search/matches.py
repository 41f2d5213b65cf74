"""Where a reading was found: what an index answers with, and all that ranking needs."""

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
"""UTF-16 units of each field (column) of each row."""

FIELDS: tuple[FieldName, ...] = ("code", "title", "tags", "folder", "body")
"""The fields of a row in the order in which an index takes them."""
CODE, TITLE, BODY_FIELD = FIELDS.index("code"), FIELDS.index("title"), FIELDS.index("body")

INSIDE, AT_START, WHOLE = 0, 1, 2
"""How a match stands in its field."""


class Part(Enum):
    """The two parts of a row, which are looked into one after the other."""

    HEAD = auto()
    """Code, title, tags and folder: short, and worth the most."""
    BODY = auto()

    __hash__ = object.__hash__  # members are asked for by the thousand, and each is the only one of its kind


PARTS = tuple(Part)


@dataclass(frozen=True, slots=True)
class Matches:
    """What a match is worth by: parallel arrays, one entry for each place.

    ``row`` counts the rows given to the index, ``field`` those of FIELDS; ``standing`` is INSIDE,
    AT_START or WHOLE (in bodies, where it does not count, always INSIDE). ``as_typed`` says that every
    letter of the query stands there itself, ``in_word`` that a Latin word begins before it. ``amid`` says
    of two initials in a head that letters stand before and after them: perhaps they are no word.
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
        """Return some of them."""
        return Matches(
            self.row[kept],
            self.field[kept],
            self.alignment[kept],
            self.as_typed[kept],
            self.in_word[kept],
            self.surrounded[kept],
        )


class Candidates(Protocol):
    """Matches whose details are looked up only where they may count; ``row`` and ``standing`` are known."""

    @property
    def row(self) -> Numbers:
        """The row of each match."""
        ...

    @property
    def alignment(self) -> SmallNumbers:
        """INSIDE, AT_START or WHOLE."""
        ...

    def details(self, kept: Numbers | None = None) -> Matches:
        """Return some of the matches by their numbers, or all of them."""
        ...


class Index(Protocol):
    """Finds sequences of elements in rows of texts."""

    def estimate(self, elements: Sequence[Element], part: Part) -> int:
        """Return a quick upper bound of the number of places; 0 means that there are none."""
        ...

    def size(self, part: Part) -> int:
        """Return about how many characters there are."""
        ...

    def candidates(self, elements: Sequence[Element], part: Part, rows: Numbers | None = None) -> Candidates:
        """Return every match in these rows (sorted, each once; None: in all)."""
        ...

    def preparation_steps(self) -> Iterator[None]:
        """Work out step by step what the first use would."""
        ...

    def batches(self, element: Element, part: Part) -> Iterator[Candidates]:
        """Yield every match of one element, so many at a time as are dealt with in a millisecond or two."""
        ...

    def at_field_start(self, element: Element) -> Candidates:
        """Return the matches of one element at the start of a code or a title."""
        ...

    def codes_with_gaps(self, word: str) -> tuple[Numbers, Numbers]:
        """Return rows whose code has the characters of a folded word in order, and how many others.

        The first character has to be the code's own first.
        """
        ...
