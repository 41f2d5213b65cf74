"""Writing the backups of a folder again without what must not be in them any more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from quickdesk.storage.backups.backup import Backup, CipherOf, NoBackupError
from quickdesk.storage.backups.backup_files import BackupFiles
from quickdesk.storage.disk import Disk
from quickdesk.storage.document import Tables
from quickdesk.storage.failure import write_error
from quickdesk.storage.format import DamagedError
from quickdesk.storage.journal.files import aside_of
from quickdesk.storage.kinds import KINDS

ChangeTables: TypeAlias = Callable[[Mapping[str, Tables]], Mapping[str, Tables]]
"""Returns the tables, by kind, of those kinds that are to be others than in a backup."""
WriteAgain: TypeAlias = Callable[[Backup, Mapping[str, Tables], Path], None]
"""Replaces a backup that was read by one with these tables; raises StoreError."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The number of backups that were written again, and of files that were deleted."""

    written: int = 0
    deleted: int = 0


class Rewriting:
    """Writes the backups of one folder again; ``cipher_of`` decrypts encrypted kinds."""

    def __init__(self, files: BackupFiles, disk: Disk, cipher_of: CipherOf) -> None:
        self._files, self._disk, self._cipher_of = files, disk, cipher_of

    def rewrite(self, change: ChangeTables, write: WriteAgain) -> Rewritten:
        """Write backups again whose tables change; delete what cannot be read, and what was set aside.

        Raises StoreError.
        """
        written = deleted = 0
        for path in map(self._files.path, self._files.names()):
            try:
                found = self._files.read(path, KINDS, self._cipher_of)
            except (NoBackupError, DamagedError):
                deleted += _delete(self._disk, path)
                continue
            except OSError as error:
                raise write_error(error, path) from error
            if found.locked:  # a key that is gone: nobody can read it, and it cannot be written again
                deleted += _delete(self._disk, path)
                continue
            changed = change(found.tables)
            if changed:
                write(found, {**found.tables, **changed}, path)
                written += 1
        remains = _remains(self._files, self._disk)
        return Rewritten(written, deleted + sum(_delete(self._disk, path) for path in remains))


def _remains(files: BackupFiles, disk: Disk) -> list[Path]:
    try:
        names = disk.names(files.folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise write_error(error, files.folder) from error
    return [files.path(name) for name in names if aside_of(name) is not None or name.endswith(".part")]


def _delete(disk: Disk, path: Path) -> bool:
    try:
        disk.remove(path)
    except OSError as error:
        raise write_error(error, path) from error
    return True
