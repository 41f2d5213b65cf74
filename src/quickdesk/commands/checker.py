"""What the commands need of whatever reads all data through, and what it can find."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Protocol


class Fault(Enum):
    """What was not as it should be."""

    DAMAGED = "damaged"
    """A file cannot be read as it was written; ``detail`` says how."""
    DIFFERENT = "different"
    """A whole file says something else than the program knows, of ``count`` documents."""
    LOST = "lost"
    """Saved changes cannot be read any more: ``count`` of them, None where nobody can know."""
    FOREIGN = "foreign"
    """A file belongs to the data of another machine or of another moment; nothing of it is in use."""
    COPY = "copy"
    """A copy of a data file lies beside it: a sync program made it, or it was set aside as foreign before."""
    PASSED_OVER = "passed-over"
    """``count`` values are of no shape that this version understands; they stay where they are."""
    REFUSED = "refused"
    """The file cannot be opened or written now; ``detail`` is the name of the StoreProblem."""
    BACKUP = "backup"
    """A backup is damaged."""
    BACKUP_UNREAD = "backup-unread"
    """A backup cannot be read now; what is in it nobody knows."""
    SET_ASIDE = "set-aside"
    """A file was found damaged or missing before, and nobody has acknowledged it yet."""
    CLOCK = "clock"
    """The computer's clock jumped; ``detail`` says between which moments, as an interval of ISO 8601."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: of which kind of data (empty for a backup), in which file, and whether it is mended.

    ``set_aside`` names where the bad file lies now, unchanged.
    """

    fault: Fault
    kind: str
    path: str
    detail: str = ""
    count: int | None = None
    is_mended: bool = False
    set_aside: tuple[str, ...] = ()

    @property
    def is_harmless(self) -> bool:
        """Whether nothing is left to worry about."""
        harmless = (Fault.PASSED_OVER, Fault.COPY, Fault.SET_ASIDE, Fault.CLOCK)
        return self.is_mended or self.fault in harmless

    def mended(self, *set_aside: str) -> "Finding":
        """Return the same when it was mended."""
        return replace(self, is_mended=True, set_aside=(*self.set_aside, *set_aside))

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "fault": self.fault.value,
            "kind": self.kind,
            "path": self.path,
            "detail": self.detail,
            "count": self.count,
            "mended": self.is_mended,
            "set_aside": list(self.set_aside),
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read: how many documents of each kind, how many whole backups; and what was found."""

    documents: Mapping[str, int]
    backups: int
    findings: tuple[Finding, ...] = ()


class Checker(Protocol):
    """Reads everything that is kept."""

    def check(self) -> Checked:
        """Compare what is on the disk with what is in use, and mend it where it can be written.

        Raises StoreError MOVED where the data folder is gone.
        """
        ...

    def unacknowledged(self) -> Sequence[str]:
        """Return the files that were set aside and that nobody has acknowledged yet."""
        ...

    def acknowledge(self) -> Sequence[str]:
        """Report no file any more that was set aside until now; return their new paths.

        Raises StoreError.
        """
        ...
