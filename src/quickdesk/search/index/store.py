"""What the search needs of whoever keeps a base index: a cache, never the truth."""

from enum import Enum, auto
from typing import Protocol

from quickdesk.search.index.arrays import IndexArrays


class Kept(Enum):
    """How keeping an index ended; whatever happened, an older one stays usable."""

    DONE = auto()
    DISK_FULL = auto()
    NOT_WRITABLE = auto()


class IndexStore(Protocol):
    """Keeps base indexes by generation."""

    def load(self) -> IndexArrays | None:
        """Return the newest index that is whole and of today's rules; None: one has to be built."""
        ...

    def keep(self, arrays: IndexArrays) -> Kept:
        """Keep an index as the next generation; older ones go as soon as nobody reads them."""
        ...
