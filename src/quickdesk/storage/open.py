"""Opens the data folder: takes the lock, reads every file, recovers what was damaged, tells what it found."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from quickdesk.replies.store import SnippetStore
from quickdesk.settings.settings import SettingsStore
from quickdesk.storage.disk import Disk, LocalDisk
from quickdesk.storage.folder import prepare_folder
from quickdesk.storage.lock import FolderLock
from quickdesk.storage.report import OpenReport
from quickdesk.storage.settings_store import SETTINGS, TinySettingsStore
from quickdesk.storage.snapshot import Snapshot
from quickdesk.storage.snippet_store import SNIPPETS, TinySnippetStore


@dataclass(frozen=True, slots=True)
class Stores:
    """Everything that is kept, and what was found when it was opened. Close it, or use ``with``."""

    snippets: SnippetStore
    settings: SettingsStore
    report: OpenReport
    _lock: FolderLock | None

    def close(self) -> None:
        """Give the data folder free; all changes are on the disk already."""
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_stores(
    folder: Path, *, read_only: bool = False, wait_seconds: float = 0.0, disk: Disk | None = None
) -> Stores:
    """Open the data in ``folder``, making it where it does not exist.

    For reading only, no lock is taken and nothing is written or moved, and changes are refused. To
    own the data it waits up to ``wait_seconds`` for another owner to finish. Raises StoreError:
    IN_USE, NEWER (no file was touched), NOT_WRITABLE, DISK_FULL, UNREADABLE, and, for reading only,
    DAMAGED where no whole version of a file is left.
    """
    real = disk or LocalDisk()
    if read_only:
        return _open(folder, real, None)
    prepare_folder(folder, real)
    lock = FolderLock(folder, wait_seconds)
    try:
        return _open(folder, real, lock)
    except BaseException:
        lock.release()
        raise


def _open(folder: Path, disk: Disk, lock: FolderLock | None) -> Stores:
    read_only = lock is None
    snippets_file, settings_file = (Snapshot(disk, folder, kind) for kind in (SNIPPETS, SETTINGS))
    # All are looked at before the first is touched: where one is newer, none may change.
    found = snippets_file.look(), settings_file.look()
    if read_only:
        snippets, settings = snippets_file.read(found[0]), settings_file.read(found[1])
    else:
        snippets, settings = snippets_file.settle(found[0]), settings_file.settle(found[1])
    settings_store = TinySettingsStore(settings_file, settings.tables, read_only=read_only)
    report = OpenReport(
        recoveries=tuple(each.recovery for each in (snippets, settings) if each.recovery is not None),
        unread_settings=settings_store.unread(),
        is_first_start=snippets.is_new,
        is_read_only=read_only,
    )
    return Stores(
        snippets=TinySnippetStore(snippets_file, snippets.tables, read_only=read_only),
        settings=settings_store,
        report=report,
        _lock=lock,
    )
