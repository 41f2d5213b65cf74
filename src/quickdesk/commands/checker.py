"""The protocol of a check of all data, and what it can find."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Protocol


class Fault(Enum):
    """What a check can find."""

    DAMAGED = "damaged"
    """A file cannot be read as it was written; ``detail`` says how."""
    DIFFERENT = "different"
    """A valid file differs from the data in memory, in ``count`` documents."""
    LOST = "lost"
    """``count`` saved changes cannot be read any more; None if their number is unknown."""
    FOREIGN = "foreign"
    """A file belongs to the data of another computer or to an earlier state; it is not used."""
    COPY = "copy"
    """A copy of a data file: a sync program made it, or it was set aside as foreign before."""
    PASSED_OVER = "passed-over"
    """``count`` values are unknown to this version and are left as they are."""
    REFUSED = "refused"
    """The file cannot be opened or written now; ``detail`` is the name of the StoreProblem."""
    LOCKED = "locked"
    """The data is encrypted and locked; it is verified once it is unlocked."""
    BACKUP = "backup"
    """A backup is damaged."""
    BACKUP_UNREAD = "backup-unread"
    """A backup cannot be read now, so it is not verified."""
    SET_ASIDE = "set-aside"
    """A file was found damaged or missing before, which is not acknowledged yet."""
    CLOCK = "clock"
    """The computer's clock jumped; ``detail`` is the interval in ISO 8601."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the kind of data (empty for a backup), the file, and whether it is repaired.

    ``set_aside`` are the paths that the bad files were moved to, unchanged.
    """

    fault: Fault
    kind: str
    path: str
    detail: str = ""
    count: int | None = None
    is_repaired: bool = False
    set_aside: tuple[str, ...] = ()

    @property
    def is_harmless(self) -> bool:
        """Whether nothing has to be done about it."""
        harmless = (Fault.PASSED_OVER, Fault.COPY, Fault.SET_ASIDE, Fault.CLOCK, Fault.LOCKED)
        return self.is_repaired or self.fault in harmless

    def repaired(self, *set_aside: str) -> "Finding":
        """Return the finding as repaired."""
        return replace(self, is_repaired=True, set_aside=(*self.set_aside, *set_aside))

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "fault": self.fault.value,
            "kind": self.kind,
            "path": self.path,
            "detail": self.detail,
            "count": self.count,
            "mended": self.is_repaired,
            "set_aside": list(self.set_aside),
        }


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The number of documents of each kind and of valid backups, and what was found."""

    documents: Mapping[str, int]
    backups: int
    findings: tuple[Finding, ...] = ()


class Checker(Protocol):
    """Checks all data and backups."""

    def check(self) -> CheckResult:
        """Compare the files with the data in memory, and repair them if they can be written.

        Raises StoreError MOVED if the data folder is gone.
        """
        ...

    def unacknowledged(self) -> Sequence[str]:
        """Return the files that were set aside and are not acknowledged yet."""
        ...

    def acknowledge(self) -> Sequence[str]:
        """Stop reporting the files that were set aside so far; return their new paths.

        Raises StoreError.
        """
        ...
