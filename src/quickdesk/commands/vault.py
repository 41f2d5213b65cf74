"""What the commands need of whatever keeps backups, and how a backup can be no backup."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change


class BackupFlaw(Enum):
    """Why a file cannot be restored."""

    NOT_A_BACKUP = "not-a-backup"
    DAMAGED = "backup-damaged"
    NEWER = "backup-newer"
    UNREADABLE = "backup-unreadable"
    MISSING = "no-such-file"


class Occasion(Enum):
    """Why a backup is made; the value stands in its name, for people."""

    IN_TURN = "automatic"
    BY_HAND = "by-hand"
    BEFORE_RESTORE = "before-restore"
    BEFORE_PURGE = "before-purge"


class BackupError(Exception):
    """A file that cannot be restored; nothing was changed."""

    def __init__(self, flaw: BackupFlaw, path: str) -> None:
        super().__init__(f"{flaw.value}: {path}")
        self.flaw = flaw
        self.path = path


class TargetFlaw(Enum):
    """Why no backup may be written to a path."""

    EXISTS = "file-exists"
    NOT_A_FILE = "not-a-file"
    """A folder, a pipe or a device has this name."""
    OWN_FOLDER = "own-folder"
    """It is in the data folder, whose files the program writes itself."""


class TargetError(Exception):
    """A path where no backup may be written; nothing was changed."""

    def __init__(self, flaw: TargetFlaw, path: str) -> None:
        super().__init__(f"{flaw.value}: {path}")
        self.flaw = flaw
        self.path = path


@dataclass(frozen=True, slots=True)
class Difference:
    """How many documents a backup has that are gone now, has otherwise, and does not have."""

    new: int = 0
    changed: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Made:
    """Where a backup lies; ``left_out`` are kinds of data that could not be read, so that it has them not."""

    path: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Restorable:
    """What a backup holds of replies, when it was made, and by kind how the rest of it differs from today's.

    ``removed`` are the replies in its trash. ``rest`` does not hold the settings, which stay as they are.
    """

    at: datetime
    snippets: tuple[Snippet, ...]
    rest: Mapping[str, Difference] = field(default_factory=dict)
    path: str = ""
    removed: tuple[Snippet, ...] = ()


class Vault(Protocol):
    """Makes backups of all data and reads them."""

    def backup(
        self,
        now: datetime,
        path: str | None = None,
        occasion: Occasion = Occasion.BY_HAND,
        *,
        replace: bool = False,
    ) -> Made:
        """Write a backup of this moment and read it again; return where it lies.

        Without a ``path`` it lies with the others in the data folder, for two weeks of running days at
        least. A file that is there is overwritten only where ``replace`` says so. Raises TargetError or
        StoreError; no file was made or changed then.
        """
        ...

    def backup_in_turn(self, now: datetime) -> str | None:
        """Make a backup where something changed since the last one, and return where it lies.

        Raises StoreError, and then no file was made or changed.
        """
        ...

    def rotate(self) -> None:
        """Delete the backups that were kept long enough, in running days, and are not among the newest."""
        ...

    def read(self, path: str) -> Restorable:
        """Read a backup; raises BackupError."""
        ...

    def restore(self, found: Restorable, change: Change) -> None:
        """Apply a change to the replies and restore all other kinds but the settings, as one transaction.

        The action of the change names the other kinds, so that one undo takes all of it back. Raises
        BackupError, or StoreError, and then nothing changed unless the problem is UNCERTAIN.
        """
        ...
