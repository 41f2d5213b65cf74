"""What the commands need of whatever keeps backups, and how a backup can be no backup."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreError, StoreProblem


class BackupFlaw(Enum):
    """Why a file cannot be restored."""

    NOT_A_BACKUP = "not-a-backup"
    DAMAGED = "backup-damaged"
    NEWER = "backup-newer"
    UNREADABLE = "backup-unreadable"


class BackupError(Exception):
    """A file that cannot be restored; nothing was changed."""

    def __init__(self, flaw: BackupFlaw, path: str) -> None:
        super().__init__(f"{flaw.value}: {path}")
        self.flaw = flaw
        self.path = path


@dataclass(frozen=True, slots=True)
class Restorable:
    """What a backup holds of replies, and when it was made."""

    at: datetime
    snippets: tuple[Snippet, ...]


class Vault(Protocol):
    """Makes backups of all data and reads them."""

    def backup(self, now: datetime, path: str | None = None) -> str:
        """Write a backup of this moment and read it again; return where it lies.

        Without a ``path`` it lies with the others in the data folder. Raises StoreError, and then no file
        was made or changed.
        """
        ...

    def read(self, path: str) -> Restorable:
        """Read a backup; raises BackupError."""
        ...


class NoVault:
    """Keeps nothing: for a desk that is used without a data folder."""

    def backup(self, now: datetime, path: str | None = None) -> str:
        """Refuse."""
        raise StoreError(StoreProblem.NOT_WRITABLE, path or "", f"no data folder at {now}")

    def read(self, path: str) -> Restorable:
        """Refuse."""
        raise BackupError(BackupFlaw.UNREADABLE, path)
