"""The protocol of what erases customers from every file of the data folder."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased: cards, notes, cases and events, and learnt values that mentioned the customers.

    ``backups`` were written again without them; ``files`` could not be, because they are damaged or were set
    aside, and were deleted.
    """

    customers: int = 0
    notes: int = 0
    cases: int = 0
    events: int = 0
    values: int = 0
    backups: int = 0
    files: int = 0


class CustomerEraser(Protocol):
    """Erases customers; this cannot be undone."""

    def erase(self, ids: Collection[str]) -> Erased:
        """Erase customers, or single cases and events, by id; return when nothing of them is in any file.

        Raises StoreError. What has begun is finished by :meth:`finish` then.
        """
        ...

    def finish(self, *, is_thorough: bool) -> Erased | None:
        """Finish what was interrupted; return None if there was nothing to do. Raises StoreError.

        If ``is_thorough``, what an old copy of a file has brought back is erased again; that reads all
        customers if any was ever erased.
        """
        ...
