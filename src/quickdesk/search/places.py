"""Where a reading was found: what an index answers with, and all that ranking and highlights need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.element import Element
from quickdesk.search.hit import FieldName

Numbers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

FIELDS: tuple[FieldName, ...] = ("code", "title", "tags", "folder", "body")
"""The fields of a row in the order in which an index takes them."""


@dataclass(frozen=True, slots=True)
class Places:
    """Parallel arrays, one entry for each place; all places are ``length`` UTF-16 units long.

    ``row`` counts the rows given to the index, ``field`` those of FIELDS, ``start`` is counted
    from the start of the field, which is ``field_length`` long. ``as_typed`` says that every
    letter of the query stands there itself, ``in_word`` that a Latin word begins before it.
    """

    length: int
    row: Numbers
    field: Numbers
    start: Numbers
    field_length: Numbers
    as_typed: Flags
    in_word: Flags

    def __len__(self) -> int:
        return len(self.row)


class Index(Protocol):
    """Finds sequences of elements in rows of texts."""

    def estimate(self, elements: Sequence[Element]) -> int:
        """Return a quick upper bound of the number of places; 0 means that there are none."""
        ...

    def places(self, elements: Sequence[Element], rows: Flags | None = None) -> Places:
        """Return all places in these rows (None: in all) where the elements stand in a row."""
        ...
