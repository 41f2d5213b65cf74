"""Opens the data folder: takes the lock, reads every file, recovers what was damaged, tells what it found."""

import errno
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

from quickdesk.replies.store import SnippetStore, StoreError
from quickdesk.settings.settings import SettingsStore
from quickdesk.storage.backups.backup_files import Shelf
from quickdesk.storage.backups.folder_backups import FolderBackups
from quickdesk.storage.backups.restore import Restorer
from quickdesk.storage.check.checker import FolderChecker
from quickdesk.storage.check.set_aside import SetAside, copies
from quickdesk.storage.disk import Disk, LocalDisk
from quickdesk.storage.failure import write_error
from quickdesk.storage.folder import prepare_folder
from quickdesk.storage.format import Kind
from quickdesk.storage.habits.stores import HabitStores
from quickdesk.storage.history.history import History
from quickdesk.storage.journal.background import Job, ThreadWorker, Workers
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.opening import foreign_files, losses, recoveries
from quickdesk.storage.kinds import INSIGHTS, KINDS
from quickdesk.storage.open_kinds import OpenKinds, for_reading_only
from quickdesk.storage.ownership.guard import FolderGuard, GuardedDisk
from quickdesk.storage.ownership.lock import FolderLock
from quickdesk.storage.report import Copy, ForeignFile, Loss, OpenReport, Recovery
from quickdesk.storage.running_days import StoredDays
from quickdesk.storage.settings_store import SETTINGS, TinySettingsStore
from quickdesk.storage.snippet_store import TinySnippetStore
from quickdesk.storage.snippets.shape import SNIPPETS

# The folder cannot be written now; what is in it can be shown all the same.
_SHOWN_ALL_THE_SAME = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Stores:
    """Everything that is kept, and what was found when it was opened. Close it, or use ``with``."""

    snippets: SnippetStore
    settings: SettingsStore
    report: OpenReport
    _restorer: Restorer
    _kinds: OpenKinds
    _owner: FolderGuard | None
    _is_brief: bool = False

    def engine(self, kind: Kind) -> Engine:
        """Return the engine of a kind of data; one that is not open yet is read now. Raises StoreError."""
        return self._kinds.engine(kind)

    def habits(self) -> HabitStores:
        """Return what keeps how the agent works; nothing is read before it is asked something."""
        return HabitStores.on(partial(self._kinds.engine, INSIGHTS))

    def backups(self, folder: Path) -> FolderBackups:
        """Return what makes backups of this data, which lies in ``folder``."""
        kinds, days = self._kinds, self.days()
        existing = partial(kinds.existing, KINDS)
        return FolderBackups(
            folder, kinds.engine, existing, self._restorer, kinds.disk, lambda: days.days().number
        )

    def days(self) -> StoredDays:
        """Return what counts the days on which the program runs."""
        return StoredDays(self._kinds.engine(SETTINGS))

    def checker(self, folder: Path) -> FolderChecker:
        """Return what checks this data, which lies in ``folder``."""

        def opened() -> tuple[Recovery | Loss | ForeignFile | Copy, ...]:
            return (*self.findings(), *copies(self._kinds.disk, folder, KINDS))

        kinds, shelf = partial(self._kinds.existing, KINDS), Shelf(self._kinds.disk, folder)
        return FolderChecker(kinds, self._kinds.engine, opened, shelf, self.set_aside(folder))

    def set_aside(self, folder: Path) -> SetAside:
        """Return what was set aside in ``folder``, where this data lies, and nobody has acknowledged."""
        return SetAside(self._kinds.disk, folder)

    def findings(self) -> tuple[Recovery | Loss | ForeignFile, ...]:
        """Return what was found wrong: when the data was opened, and in kinds opened since."""
        report = self.report
        return (*report.recoveries, *report.losses, *report.foreign, *self._kinds.later_findings())

    def refusal(self) -> StoreError | None:
        """Return why nothing can be saved now, or ever until the data is opened again; None while it can."""
        return self._kinds.failure()

    def check_folder(self) -> bool:
        """Look whether the data folder is there and return it; :meth:`refusal` says it afterwards too."""
        return self._kinds.check_folder()

    def on_refusal_changed(self, listener: Job) -> None:
        """Call ``listener``, on any thread, when :meth:`refusal` comes or goes; it must not block."""
        self._kinds.on_changed(listener)

    def close(self) -> None:
        """Bring everything to the disk, so that TinyDB alone reads it, and give the data folder free."""
        try:
            self._kinds.close(quick=self._is_brief)
        finally:
            if self._owner is not None:
                self._owner.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_stores(
    folder: Path,
    *,
    read_only: bool = False,
    brief: bool = False,
    wait_seconds: float = 0.0,
    disk: Disk | None = None,
) -> Stores:
    """Open the data in ``folder``, making it where it does not exist.

    For reading only, no lock is taken and nothing is written or moved, and changes are refused. To
    own the data it waits up to ``wait_seconds`` for another owner to finish; a folder that cannot be
    written is opened for reading, and ``report.refusal`` says why. ``brief`` is for one command: where there
    are many documents its few changes stay in the journal, and TinyDB alone reads them after the next close
    that is not brief. Raises StoreError:
    IN_USE, NEWER (no file was touched), NOT_WRITABLE, DISK_FULL, UNREADABLE, and, for reading only,
    DAMAGED where no whole version of a file is left.
    """
    real = disk or LocalDisk()
    if read_only:
        return replace(_open(folder, real, None, for_reading_only(folder)), _is_brief=brief)
    try:
        prepare_folder(folder, real)
        owner = _own(folder, wait_seconds)
    except StoreError as error:
        if not _can_be_shown(folder, error):
            raise
        return _refusing(_open(folder, real, None, error), error)
    try:
        return replace(_open(folder, GuardedDisk(real, owner), owner, None), _is_brief=brief)
    except BaseException:
        owner.release()
        raise


def _own(folder: Path, wait_seconds: float) -> FolderGuard:
    names = {kind.name for kind in KINDS}
    lock = FolderLock(folder, wait_seconds)
    try:
        return FolderGuard(folder, lock, lambda name: name.partition(".")[0] in names)
    except OSError as error:
        lock.release()
        raise write_error(error, folder) from error


def _open(folder: Path, disk: Disk, owner: FolderGuard | None, refusal: StoreError | None) -> Stores:
    workers = Workers(ThreadWorker("storage-writing"), ThreadWorker("storage-snapshots"))
    kinds = OpenKinds(disk, folder, workers, refusal)
    # Before anything is set aside now, which is told as such.
    found_beside = copies(disk, folder, KINDS)
    loaded = kinds.open((SNIPPETS, SETTINGS))
    history = History(kinds, KINDS)
    snippets = TinySnippetStore(kinds.engine(SNIPPETS), history)
    settings = TinySettingsStore(kinds.engine(SETTINGS))
    report = OpenReport(
        recoveries=recoveries(loaded),
        unread_settings=settings.unread(),
        is_first_start=loaded[0].is_new,
        is_read_only=owner is None,
        losses=losses(loaded),
        foreign=foreign_files(loaded),
        copies=found_beside,
    )
    stores = Stores(snippets, settings, report, Restorer(snippets, history, kinds.engine), kinds, owner)
    if owner is None:
        return stores
    try:
        kinds.engine(SNIPPETS).begin()
    except StoreError as error:
        return _refusing(stores, error)
    return stores


def _refusing(stores: Stores, error: StoreError) -> Stores:
    return replace(stores, report=replace(stores.report, is_read_only=True, refusal=error))


def _can_be_shown(folder: Path, error: StoreError) -> bool:
    cause = error.__cause__
    return isinstance(cause, OSError) and cause.errno in _SHOWN_ALL_THE_SAME and folder.is_dir()
