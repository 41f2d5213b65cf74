"""Backups of a data folder: made from the data in memory, verified by reading, and rotated.

See :class:`quickdesk.commands.backup_store.BackupStore`.
"""

import dataclasses
import errno
import logging
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol

from quickdesk.commands.backup_store import (
    BackupContents,
    BackupError,
    BackupProblem,
    BackupReason,
    Difference,
    SavedBackup,
    TargetError,
    TargetProblem,
)
from quickdesk.commands.data_protection import OlderBackups
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.backups.backup import (
    Backup,
    NoBackupError,
    Saved,
    SavedKind,
    checksums_of,
    pack,
    states_of,
)
from quickdesk.storage.backups.backup_files import BackupFiles, name_of, next_number, to_delete
from quickdesk.storage.backups.bounded_zip import TooLargeError
from quickdesk.storage.backups.encrypted_file import EncryptedFile, ProtectionFile, copied, is_encrypted
from quickdesk.storage.backups.key_names import keys_of
from quickdesk.storage.backups.restore import OWN_TABLES, Restorer, difference
from quickdesk.storage.backups.rewriting import ChangeTables, Rewriting, Rewritten
from quickdesk.storage.disk import Disk, LocalDisk
from quickdesk.storage.document import Tables
from quickdesk.storage.failure import WITHOUT_KEY, key_error, write_error
from quickdesk.storage.format import Contents, DamagedError, Kind, NewerError
from quickdesk.storage.history.record import HISTORY
from quickdesk.storage.journal.background import Guard
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.joint import all_guards
from quickdesk.storage.kinds import KINDS, RESTORED_WHOLE
from quickdesk.storage.protection.cipher import Cipher
from quickdesk.storage.protection.keys import KeyUnavailableError
from quickdesk.storage.snippets.shape import SNIPPETS, TRASH, snippets_in

_log = logging.getLogger(__name__)
_LEFT_OUT = OWN_TABLES - {HISTORY}


class StoredKinds(Protocol):
    """The kinds of data of one folder."""

    def engine(self, kind: Kind) -> Engine:
        """Return the engine of a kind; raises StoreError if it cannot be opened."""
        ...

    def existing(self, kinds: Iterable[Kind]) -> list[Kind]:
        """Return those that are open or have files in the folder."""
        ...

    def cipher(self, kind: Kind) -> Cipher | None:
        """Return a new cipher for a kind, or None if it is not encrypted."""
        ...

    def protection_copy(self) -> bytes | None:
        """Return what opens encrypted data with the recovery key, or None if there is none."""
        ...


class FolderBackups:
    """The backups of one data folder; ``day`` returns the running day."""

    def __init__(
        self,
        folder: Path,
        kinds: StoredKinds,
        restorer: Restorer,
        disk: Disk | None = None,
        day: Callable[[], int] = lambda: 0,
        without: ChangeTables = lambda _: {},
    ) -> None:
        """``without`` removes from a backup what must not be restored."""
        self._kinds, self._restorer = kinds, restorer
        self._rest = {kind.name: kind for kind in RESTORED_WHOLE}
        self._disk = disk or LocalDisk()
        self._files = BackupFiles(self._disk, folder)
        self._folder = self._files.folder
        self._day, self._without = day, without
        self._guard = Guard()

    def backup(
        self,
        now: datetime,
        path: str | None = None,
        reason: BackupReason = BackupReason.BY_HAND,
        *,
        replace: bool = False,
    ) -> SavedBackup:
        """Write a backup and read it again; raises TargetError or StoreError."""
        with self._guard:
            target = self._target(now, reason) if path is None else Path(path)
            if path is not None:
                self._look_before_writing(target, replace=replace)
            saved, left_out = self._present()
            self._write(saved, now, target, is_ours=path is None, replace=replace)
        return SavedBackup(str(target), left_out)

    def backup_if_changed(self, now: datetime) -> str | None:
        """Make a backup if anything changed since the last one, and return its path; raises StoreError."""
        with self._guard:
            saved, left_out = self._present()
            if states_of(saved) == self._last_states():
                return None
            target = self._target(now, BackupReason.AUTOMATIC)
            self._write(saved, now, target, is_ours=True, replace=True)
        if left_out:
            _log.warning("backup without: %s", ", ".join(left_out))
        return str(target)

    def rotate(self) -> None:
        """Delete the backups that are no longer kept."""
        with self._guard:
            for name in to_delete(self._files.names(), self._day()):
                with suppress(OSError):
                    self._disk.remove(self._folder / name)

    def read(self, path: str) -> BackupContents:
        """Read a backup; raises BackupError, and StoreError if the present data cannot be read."""
        found = self._found(path)
        # A kind that the backup does not contain is not changed: it did not exist then, or could not be read.
        rest: dict[str, Difference] = {}
        locked = list(found.locked)
        for name, kind in self._rest.items():
            try:
                if name in found.tables:
                    rest[name] = difference(self._kinds.engine(kind), found.tables[name])
            except StoreError as error:
                if error.problem not in WITHOUT_KEY:
                    raise
                locked.append(name)
        tables = found.tables[SNIPPETS.name]
        snippets, removed = snippets_in(tables), snippets_in(tables, TRASH)
        return BackupContents(found.at, snippets, rest, path, removed, tuple(locked))

    def protection(self, path: str) -> bytes | None:
        """Return what opens the encrypted data of a backup with the recovery key; raises BackupError."""
        return self._found(path).protection

    def restore(self, contents: BackupContents, change: Change) -> None:
        """Restore all kinds but the settings as one action; raises BackupError or StoreError."""
        wanted = [kind for kind in RESTORED_WHOLE if contents.other_kinds.get(kind.name)]
        tables: Mapping[str, Tables] = {}
        if wanted:
            found = self._found(contents.path)
            tables = found.tables
            if (found.at, snippets_in(tables[SNIPPETS.name])) != (contents.at, contents.snippets):
                # Another file took its place meanwhile.
                raise BackupError(BackupProblem.DAMAGED, contents.path)
        self._restorer.restore(change, {kind: tables[kind.name] for kind in wanted})

    def with_other_keys(self, key_id: str, *, deletes: bool) -> OlderBackups:
        """Count, or delete, the backups in the folder whose encrypted data another key opens."""
        kept = deleted = 0
        with self._guard:
            for name in self._files.names():
                path = self._files.path(name)
                with suppress(OSError):
                    if keys_of(self._disk.read(path)) <= {key_id}:
                        continue
                    kept += 1
                    if deletes:
                        self._disk.remove(path)
                        kept, deleted = kept - 1, deleted + 1
        return OlderBackups(kept, deleted)

    def rewrite(self, change: ChangeTables) -> Rewritten:
        """Write the backups again whose tables ``change`` changes; those that cannot be read are deleted.

        Raises StoreError, and then it has to be repeated.
        """
        with self._guard:
            return Rewriting(self._files, self._disk, self._kinds.cipher).rewrite(change, self._write_again)

    def _write_again(self, found: Backup, tables: Mapping[str, Tables], path: Path) -> None:
        """Replace a backup by one with the present key; raises StoreError, also if it is not there."""
        kinds = (kind for kind in KINDS if kind.name in tables)
        saved: list[SavedKind] = []
        try:
            saved += (_saved(kind, tables[kind.name], self._kinds.cipher(kind)) for kind in kinds)
        except KeyUnavailableError as error:
            raise key_error(error, path) from error
        protection = self._kinds.protection_copy() if any(map(is_encrypted, saved)) else None
        if protection is not None:
            saved.append(ProtectionFile(protection))
        self._write(saved, found.at, path, is_ours=True, replace=True)

    def _found(self, path: str) -> Backup:
        try:
            found = self._files.read(Path(path), (SNIPPETS, *self._rest.values()), self._kinds.cipher)
        except NoBackupError as error:
            raise BackupError(BackupProblem.NOT_A_BACKUP, path) from error
        except DamagedError as error:
            raise BackupError(BackupProblem.DAMAGED, path) from error
        except NewerError as error:
            raise BackupError(BackupProblem.NEWER, path) from error
        except FileNotFoundError as error:
            raise BackupError(BackupProblem.MISSING, path) from error
        except (OSError, ValueError) as error:
            raise BackupError(BackupProblem.UNREADABLE, path) from error
        if SNIPPETS.name not in found.tables:
            raise BackupError(BackupProblem.NOT_A_BACKUP, path)
        return dataclasses.replace(found, tables={**found.tables, **self._without(found.tables)})

    def _target(self, now: datetime, reason: BackupReason) -> Path:
        return self._folder / name_of(now, reason, self._day(), next_number(self._files.names()))

    def _present(self) -> tuple[list[SavedKind], tuple[str, ...]]:
        """Return all present data, and the kinds that cannot be read."""
        engines: list[Engine] = []
        saved: list[SavedKind] = []
        left_out: list[str] = []
        for kind in self._kinds.existing(KINDS):
            try:
                engines.append(self._kinds.engine(kind))
            except StoreError as error:
                copy = copied(self._disk, self._folder.parent, kind) if error.problem in WITHOUT_KEY else None
                if copy is None:
                    left_out.append(kind.name)
                else:
                    saved.append(copy)
        with all_guards(engines):
            plain = [(engine, Saved(engine.kind, *engine.memory.view())) for engine in engines]
        for engine, each in plain:
            # They are no data: a backup would be due although nothing changed.
            for name in _LEFT_OUT:
                each.tables.pop(name, None)
                each.next_keys.pop(name, None)
            saved += _as_written(engine, each, left_out)
        order = [kind.file_name for kind in KINDS]
        saved.sort(key=lambda each: order.index(each.file_name))
        protection = self._kinds.protection_copy() if any(map(is_encrypted, saved)) else None
        if protection is not None:
            saved.append(ProtectionFile(protection))
        return saved, tuple(left_out)

    def _look_before_writing(self, target: Path, *, replace: bool) -> None:
        try:
            is_own = os.path.realpath(target.parent) == os.path.realpath(self._folder.parent)
            is_there = self._disk.exists(target)
            is_file = is_there and self._disk.is_file(target)
        except (OSError, ValueError) as error:
            raise write_error(error, target) from error
        if is_own:
            raise TargetError(TargetProblem.OWN_FOLDER, str(target))
        if is_there and not is_file:
            raise TargetError(TargetProblem.NOT_A_FILE, str(target))
        if is_there and not replace:
            raise TargetError(TargetProblem.EXISTS, str(target))

    def _write(
        self, saved: Sequence[SavedKind], now: datetime, target: Path, *, is_ours: bool, replace: bool
    ) -> None:
        checksums = checksums_of(saved)
        draft = target.with_name(f".{target.name}.part")
        try:
            raw = pack(saved, checksums, now)
            if is_ours:
                self._disk.make_folder(self._folder)
            self._disk.write(draft, raw)
            if not self._is_whole(draft, checksums):
                raise OSError(errno.EIO, "what was written could not be read again")
            if not is_ours:  # another program may have created the file meanwhile
                self._look_before_writing(target, replace=replace)
            self._disk.replace(draft, target)
            self._disk.sync_folder(target.parent)
        except (OSError, ValueError, TooLargeError) as error:
            self._discard(draft)
            if isinstance(error, TooLargeError):
                raise StoreError(StoreProblem.TOO_LARGE, str(target)) from error
            raise write_error(error, target) from error
        except (TargetError, StoreError):
            self._discard(draft)
            raise
        _log.info("backup of %d bytes", len(raw))

    def _discard(self, draft: Path) -> None:
        with suppress(OSError, ValueError):
            self._disk.remove(draft)

    def _is_whole(self, path: Path, checksums: dict[str, str]) -> bool:
        try:
            return self._files.read(path).checksums == checksums
        except TooLargeError:
            raise
        except (NoBackupError, DamagedError, NewerError):
            return False

    def _last_states(self) -> object:
        found = self._files.newest_undamaged()
        return found.states if found else None


def _saved(kind: Kind, tables: Tables, cipher: Cipher | None) -> SavedKind:
    saved = Saved(kind, tables, {})
    return saved if cipher is None else EncryptedFile.of(kind, Contents(tables, {}, 1), cipher)


def _as_written(engine: Engine, saved: Saved, left_out: list[str]) -> list[SavedKind]:
    """Return the data of a kind as the backup contains it; one without a key is added to ``left_out``."""
    cipher = engine.files.cipher
    if cipher is None or not any(saved.tables.values()):
        return [saved]  # no key is needed as long as there are no data
    try:
        return [EncryptedFile.of(saved.kind, Contents(saved.tables, saved.next_keys, 1), cipher)]
    except KeyUnavailableError:
        left_out.append(saved.kind.name)
        return []
