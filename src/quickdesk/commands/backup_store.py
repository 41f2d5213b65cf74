"""The protocol of a store of backups, its values and its errors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change


class BackupProblem(Enum):
    """Why a file cannot be restored."""

    NOT_A_BACKUP = "not-a-backup"
    DAMAGED = "backup-damaged"
    NEWER = "backup-newer"
    UNREADABLE = "backup-unreadable"
    MISSING = "no-such-file"


class BackupReason(Enum):
    """Why a backup is made; the value is part of its name, for people."""

    AUTOMATIC = "automatic"
    BY_HAND = "by-hand"
    BEFORE_RESTORE = "before-restore"
    BEFORE_PURGE = "before-purge"


class BackupError(Exception):
    """A file that cannot be restored; nothing was changed."""

    def __init__(self, problem: BackupProblem, path: str) -> None:
        super().__init__(f"{problem.value}: {path}")
        self.problem = problem
        self.path = path


class TargetProblem(Enum):
    """Why no backup may be written to a path."""

    EXISTS = "file-exists"
    NOT_A_FILE = "not-a-file"
    """A folder, a pipe or a device has this name."""
    OWN_FOLDER = "own-folder"
    """It is in the data folder, whose files the program writes itself."""


class TargetError(Exception):
    """A path where no backup may be written; nothing was changed."""

    def __init__(self, problem: TargetProblem, path: str) -> None:
        super().__init__(f"{problem.value}: {path}")
        self.problem = problem
        self.path = path


@dataclass(frozen=True, slots=True)
class Difference:
    """The number of documents that a restore would add, change and remove."""

    new: int = 0
    changed: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class SavedBackup:
    """A backup that was written to ``path``, without the kinds of data that could not be read."""

    path: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BackupContents:
    """The replies of a backup, when it was made, and how its other kinds differ from today's data.

    ``removed`` are the replies in its trash. ``other_kinds`` leaves out the settings, which are not restored,
    and ``locked``, the kinds whose key is not there now.
    """

    at: datetime
    snippets: tuple[Snippet, ...]
    other_kinds: Mapping[str, Difference] = field(default_factory=dict)
    path: str = ""
    removed: tuple[Snippet, ...] = ()
    locked: tuple[str, ...] = ()


class BackupStore(Protocol):
    """Writes, reads, restores and deletes backups of all data."""

    def backup(
        self,
        now: datetime,
        path: str | None = None,
        reason: BackupReason = BackupReason.BY_HAND,
        *,
        replace: bool = False,
    ) -> SavedBackup:
        """Write a backup and verify it by reading it.

        Without a ``path`` it is written to the data folder, where it is kept for two weeks of running days at
        least. An existing file is overwritten only with ``replace``. Raises TargetError or StoreError; no
        file is written then.
        """
        ...

    def backup_if_changed(self, now: datetime) -> str | None:
        """Write a backup to the data folder if something changed since the last one; return its path.

        Raises StoreError; no file is written then.
        """
        ...

    def rotate(self) -> None:
        """Delete the backups whose retention time in running days has passed, except the newest ones."""
        ...

    def read(self, path: str) -> BackupContents:
        """Read a backup; raises BackupError."""
        ...

    def restore(self, contents: BackupContents, change: Change) -> None:
        """Apply a change to the replies and restore all other kinds but the settings, as one transaction.

        The action of the change names the other kinds, so that one undo takes all of it back. Raises
        BackupError or StoreError; nothing has changed then, unless the problem is UNCERTAIN.
        """
        ...
