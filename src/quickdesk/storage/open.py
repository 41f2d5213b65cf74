"""Opening the data folder: acquire the lock, read every file, repair what is damaged, and report it."""

import errno
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from quickdesk.replies.store import SnippetStore, StoreError
from quickdesk.settings.settings import SettingsStore
from quickdesk.storage.backups.backup_files import BackupFiles
from quickdesk.storage.backups.folder_backups import FolderBackups
from quickdesk.storage.backups.restore import Restorer
from quickdesk.storage.check.checker import FolderChecker
from quickdesk.storage.check.set_aside import SetAsideFiles, copies
from quickdesk.storage.customers.customer_store import TinyCustomerStore
from quickdesk.storage.data_key.kept_keys import Ask, KeptKeys
from quickdesk.storage.data_key.stored_protection import StoredProtection, kept_keys
from quickdesk.storage.disk import Disk, LocalDisk
from quickdesk.storage.drafts.draft_file import DraftFile
from quickdesk.storage.drafts.sealed_drafts import SealedDraftFile
from quickdesk.storage.erasure.erased_backup import without_erased
from quickdesk.storage.failure import write_error
from quickdesk.storage.folder import prepare_folder
from quickdesk.storage.format import Kind
from quickdesk.storage.habits.stores import HabitStores
from quickdesk.storage.history.history import History
from quickdesk.storage.journal.background import Job, ThreadWorker, Workers
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.opening import foreign_files, losses, recoveries
from quickdesk.storage.kinds import CUSTOMERS, FACTS, INSIGHTS, KINDS, LEXICON
from quickdesk.storage.open_kinds import OpenKinds, for_reading_only
from quickdesk.storage.ownership.guard import FolderGuard, GuardedDisk
from quickdesk.storage.ownership.lock import FolderLock
from quickdesk.storage.protection.keys import KeyRing
from quickdesk.storage.report import Copy, ForeignFile, Loss, OpenReport, Recovery
from quickdesk.storage.running_days import StoredDays
from quickdesk.storage.settings_store import SETTINGS, TinySettingsStore
from quickdesk.storage.shop.fact_store import TinyFactStore
from quickdesk.storage.shop.lexicon_store import TinyLexiconStore
from quickdesk.storage.snippet_store import TinySnippetStore
from quickdesk.storage.snippets.shape import SNIPPETS

if TYPE_CHECKING:
    from quickdesk.storage.erasure.erasure import CustomerErasure

# The folder cannot be written now, but its data can be shown.
_SHOWN_ALL_THE_SAME = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Stores:
    """All stored data, and what was found when it was opened. Close it, or use ``with``."""

    snippets: SnippetStore
    settings: SettingsStore
    report: OpenReport
    _restorer: Restorer
    _history: History
    _kinds: OpenKinds
    _keys: KeptKeys
    _owner: FolderGuard | None
    _is_brief: bool = False

    def engine(self, kind: Kind) -> Engine:
        """Return the engine of a kind of data, opening it on the first call; raises StoreError."""
        return self._kinds.engine(kind)

    def habits(self) -> HabitStores:
        """Return the stores of the agent's habits; the data is read on first use."""
        return HabitStores.on(partial(self._kinds.engine, INSIGHTS))

    def facts(self) -> TinyFactStore:
        """Return the facts of the shop; the data is read on first use."""
        return TinyFactStore(partial(self._kinds.engine, FACTS), self._history)

    def lexicon(self) -> TinyLexiconStore:
        """Return the shop's own words for search; the data is read on first use."""
        return TinyLexiconStore(partial(self._kinds.engine, LEXICON), self._history)

    def customers(self) -> TinyCustomerStore:
        """Return the customers; the data is read on first use."""
        return TinyCustomerStore(partial(self._kinds.engine, CUSTOMERS), self._history)

    def erasure(self, folder: Path, backups: FolderBackups | None = None) -> "CustomerErasure":
        """Return what erases customers from the files in ``folder``, where this data is.

        ``backups`` are those that others use too, so that none is made while they are written again.
        """
        from quickdesk.storage.erasure.erasure import CustomerErasure

        drafts = self.drafts(folder), self.sealed_drafts(folder)
        return CustomerErasure(self._kinds, folder, backups or self.backups(folder), *drafts)

    def backups(self, folder: Path) -> FolderBackups:
        """Return the backups of this data, which is in ``folder``."""
        kinds, days = self._kinds, self.days()
        without = partial(without_erased, kinds.disk, folder)
        return FolderBackups(folder, kinds, self._restorer, kinds.disk, lambda: days.days().number, without)

    def protection(self, folder: Path) -> StoredProtection:
        """Return how the personal data in ``folder``, where this data is, is protected."""
        return StoredProtection(self._keys, self._kinds, self.backups(folder))

    def ask_for_passphrase(self, ask: Ask) -> None:
        """Call ``ask`` when personal data is needed and locked."""
        self._keys.ask = ask

    def lock(self) -> None:
        """Close the encrypted kinds and drop their data; until :meth:`unlock` opening them raises LOCKED."""
        self._kinds.lock()

    def unlock(self) -> None:
        """Let the encrypted kinds be opened, again or because their key is there now."""
        self._kinds.unlock()

    def on_locked(self, listener: Job) -> None:
        """Call ``listener``, on the thread that locks: what was made of encrypted data has to be dropped."""
        self._kinds.on_locked(listener)

    def rewrite_encrypted(self) -> None:
        """Write the encrypted kinds again: no earlier key and no deleted data is in their files afterwards.

        Files that were set aside, and backups, are as they were. Raises StoreError, and then it has to be
        repeated.
        """
        self._kinds.rewrite_encrypted()

    def days(self) -> StoredDays:
        """Return the counter of running days."""
        return StoredDays(self._kinds.engine(SETTINGS))

    def drafts(self, folder: Path) -> DraftFile:
        """Return the file of the drafts in ``folder``, where this data is."""
        return DraftFile(self._kinds.disk, folder, self._draft_refusal(folder))

    def sealed_drafts(self, folder: Path) -> SealedDraftFile:
        """Return the encrypted file of the drafts of customers in ``folder``, where this data is."""
        return SealedDraftFile(self._kinds.disk, folder, self._kinds.keys, self._draft_refusal(folder))

    def _draft_refusal(self, folder: Path) -> StoreError | None:
        return (self.report.refusal or for_reading_only(folder)) if self._owner is None else None

    def checker(self, folder: Path) -> FolderChecker:
        """Return the checker of this data, which is in ``folder``."""

        def opened() -> tuple[Recovery | Loss | ForeignFile | Copy, ...]:
            return (*self.findings(), *copies(self._kinds.disk, folder, KINDS))

        kinds, backup_files = partial(self._kinds.existing, KINDS), BackupFiles(self._kinds.disk, folder)
        return FolderChecker(kinds, self._kinds.engine, opened, backup_files, self.set_aside(folder))

    def set_aside(self, folder: Path) -> SetAsideFiles:
        """Return the files that were set aside in ``folder``, where this data is."""
        return SetAsideFiles(self._kinds.disk, folder)

    def findings(self) -> tuple[Recovery | Loss | ForeignFile, ...]:
        """Return what was found damaged when the data was opened, and in kinds opened later."""
        report = self.report
        return (*report.recoveries, *report.losses, *report.foreign, *self._kinds.later_findings())

    def refusal(self) -> StoreError | None:
        """Return why nothing can be saved now, or not until the data is opened again; None if it can."""
        return self._kinds.failure()

    def check_folder(self) -> bool:
        """Return whether the data folder is there; :meth:`refusal` says so afterwards too."""
        return self._kinds.check_folder()

    def on_refusal_changed(self, listener: Job) -> None:
        """Call ``listener``, on any thread, when :meth:`refusal` changes; it must not block."""
        self._kinds.on_changed(listener)

    def close(self) -> None:
        """Write everything to the disk, so that plain TinyDB can read it, and release the data folder."""
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
    keys: KeyRing | None = None,
) -> Stores:
    """Open the data in ``folder``, which is created if it does not exist.

    With ``read_only`` no lock is acquired, nothing is written or moved, and changes are refused. Otherwise it
    waits up to ``wait_seconds`` for another owner to finish; a folder that cannot be written is opened for
    reading, and ``report.refusal`` says why. ``brief`` is for a single command: if there are many documents,
    its few changes stay in the journal until the next close that is not brief, and plain TinyDB does not see
    them before. ``keys`` are those of the encrypted kinds, else the ones that
    belong to the folder.

    Raises StoreError: IN_USE, NEWER (no file was touched), NOT_WRITABLE, DISK_FULL, UNREADABLE and, with
    ``read_only``, DAMAGED if no undamaged version of a file is left.
    """
    real = disk or LocalDisk()
    if read_only:
        return replace(_open(folder, real, None, for_reading_only(folder), keys), _is_brief=brief)
    try:
        prepare_folder(folder, real)
        owner = _own(folder, wait_seconds)
    except StoreError as error:
        if not _can_be_shown(folder, error):
            raise
        return _refusing(_open(folder, real, None, error, keys), error)
    try:
        return replace(_open(folder, GuardedDisk(real, owner), owner, None, keys), _is_brief=brief)
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


def _open(
    folder: Path,
    disk: Disk,
    owner: FolderGuard | None,
    refusal: StoreError | None,
    keys: KeyRing | None,
) -> Stores:
    kept = kept_keys(disk, folder, refusal)
    workers = Workers(ThreadWorker("storage-writing"), ThreadWorker("storage-snapshots"))
    kinds = OpenKinds(disk, folder, workers, refusal, keys=keys or kept)
    # Before anything is set aside now, which is reported as such.
    found_beside = copies(disk, folder, KINDS)
    loaded = kinds.open((SNIPPETS, SETTINGS))
    history = History(kinds, KINDS)
    kinds.on_unlocked(history.open_again)
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
    restorer = Restorer(snippets, history, kinds.engine)
    stores = Stores(snippets, settings, report, restorer, history, kinds, kept, owner)
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
