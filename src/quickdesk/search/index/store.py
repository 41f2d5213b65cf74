"""The protocol of a cache for base indexes."""

from enum import Enum, auto
from typing import Protocol

from quickdesk.search.index.arrays import IndexArrays


class Kept(Enum):
    """The result of saving an index; an older one stays usable in any case."""

    DONE = auto()
    DISK_FULL = auto()
    NOT_WRITABLE = auto()


class IndexStore(Protocol):
    """Stores base indexes by generation."""

    def load(self) -> IndexArrays | None:
        """Return the newest index that is complete and of the current version, or None."""
        ...

    def keep(self, arrays: IndexArrays) -> Kept:
        """Save an index as the next generation; older ones are deleted when no longer in use."""
        ...
