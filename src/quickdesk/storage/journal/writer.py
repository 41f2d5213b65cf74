"""Writing transactions to the journal, and what to do if the disk fails.

A failed write is cut off. After a failed sync the content of the disk is unknown: that journal is abandoned,
a new one says how much of it counts, and what had been accepted without a sync is written there again. If
that fails too, nothing more is written until the data is opened again, and it is uncertain whether the last
changes are found then. Callers hold a lock, so that there is one call at a time.
"""

import errno
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.failure import FolderMovedError, write_error
from quickdesk.storage.journal.files import MOST_GENERATIONS, Files
from quickdesk.storage.journal.journal_file import JournalFile, StrayError
from quickdesk.storage.journal.lineage import Lineage
from quickdesk.storage.journal.record import ENCRYPTED_VERSION, VERSION, Header, Ops
from quickdesk.storage.journal.sync_mark import SyncMarkFile

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EarlierRuns:
    """What is known of earlier runs.

    ``records`` is the number of records in the last journal; ``uncertain_journals`` are journals that may not
    be entirely on the disk.
    """

    records: int
    uncertain_journals: tuple[Path, ...]
    lineage: Lineage


class Writer:
    """Writes the journals of one kind from generation ``next_generation`` on.

    ``new_id`` returns 32 new random hexadecimal digits.
    """

    def __init__(
        self, files: Files, next_generation: int, earlier: EarlierRuns, new_id: Callable[[], bytes]
    ) -> None:
        self.next_generation = next_generation
        self.refusal: StoreError | None = None
        self._files = files
        self.lineage = earlier.lineage
        self._before = earlier.records
        self._uncertain_journals = list(earlier.uncertain_journals)
        self._is_sync_in_doubt = False
        self._new_id = new_id
        self._current: JournalFile | None = None
        self._unsynced: list[Ops] = []
        self._mark = SyncMarkFile(files.disk, files.mark)

    @property
    def length(self) -> int:
        """The number of bytes in the journal being written."""
        return 0 if self._current is None else self._current.length

    @property
    def has_journal(self) -> bool:
        """Whether this run has created a journal."""
        return self._current is not None

    @property
    def records(self) -> int:
        """The number of transactions in the journal being written."""
        return 0 if self._current is None else self._current.seq

    @property
    def last(self) -> int:
        """The number of transactions in the last journal, of this run or an earlier one."""
        return self._before if self._current is None else self._current.seq

    @property
    def is_displaced(self) -> bool:
        """Whether the path of the journal leads to another file, or none, while the folder is still there."""
        return self._current is not None and self._current.is_displaced and self.moved() is None

    def give_up_journal(self) -> None:
        """Continue in a new journal; everything in the present one is in a snapshot."""
        log = self._current
        if log is not None:
            self._before, self._current = log.seq, None
            log.close()
            self._mark.close()
            self._unsynced.clear()

    @property
    def place(self) -> tuple[int, int]:
        """The generation being written, or to be written, and its number of transactions."""
        return (
            (self.next_generation, 0) if self._current is None else (self._current.generation, self.records)
        )

    @property
    def is_synced(self) -> bool:
        """Whether everything accepted is synced."""
        return not self._unsynced

    def begin(self) -> JournalFile:
        """Return the journal, which is created if there is none; raises StoreError, and can be retried."""
        if self.refusal is not None:
            raise self.refusal
        if self._current is None:
            try:
                # What this run read of earlier ones must be on the disk before anything is added to it.
                if self._uncertain_journals:
                    self._files.disk.sync_folder(self._files.folder)
                while self._uncertain_journals:
                    self._secure(self._uncertain_journals[-1])
                    self._uncertain_journals.pop()
                self._current = self._new_log(self._before)
            except OSError as error:
                raise write_error(error, self._files.journal(self.next_generation)) from error
        return self._current

    def confirm(self) -> None:
        """Raise StoreError if what is written now would not be found at the path of the journal."""
        try:
            self._files.disk.confirm()
        except OSError as error:
            raise write_error(error, self._files.folder) from error

    def moved(self) -> StoreError | None:
        """Return the error if the folder is certainly gone; raises StoreError if that is unknown."""
        try:
            self.confirm()
        except StoreError as error:
            if error.problem is not StoreProblem.MOVED:
                raise
            return error
        return None

    def forget_earlier_runs(self) -> None:
        """Forget the journals of earlier runs, which are in a snapshot now."""
        self._uncertain_journals.clear()

    def write(self, transactions: Sequence[Ops], *, durable: bool) -> None:
        """Write transactions; raises StoreError.

        They will never be read again then, unless the problem is UNCERTAIN.
        """
        log = self.begin()
        self.confirm()
        before = log.length, log.seq
        try:
            log.append(transactions)
        except OSError as error:
            self._cut(log, before)
            raise self._failure(log, error) from error
        if not durable:
            self._unsynced.extend(transactions)
            return
        try:
            log.sync()
        except OSError as error:
            self._abandon(log, error)
            raise self._failure(log, error) from error
        self._unsynced.clear()
        try:
            self.confirm()
        except StoreError as error:
            raise self._remove_unconfirmed(log, before, error) from error.__cause__
        log.write_mark()

    def sync(self) -> None:
        """Sync what was accepted; raises StoreError if that is not possible any more."""
        log = self._current
        if log is not None and not log.is_synced and self.refusal is None:
            try:
                log.sync()
                log.write_mark()
                self._unsynced.clear()
            except OSError as error:
                self._abandon(log, error)
        if self.refusal is not None:
            raise self.refusal

    def switch(self) -> None:
        """Continue in a new journal; raises StoreError, and then the old one continues."""
        log = self.begin()
        self.sync()
        log = self._current or log
        try:
            self._current = self._new_log(log.seq)
        except OSError as error:
            failure = write_error(error, self._files.journal(self.next_generation))
            if isinstance(error, StrayError):
                # If it were found later, what the old one gets from now on would not count.
                self.refusal = failure
            raise failure from error
        log.close()

    def close(self, *, is_needed: bool = True) -> None:
        """Close the journal; delete one without records if no snapshot refers to it."""
        log, self._current = self._current, None
        self._mark.close()
        if log is None:
            return
        log.close()
        if log.seq == 0 and self.refusal is None and not is_needed:
            with suppress(OSError):
                self._files.disk.remove(self._files.journal(log.generation))

    def _secure(self, path: Path) -> None:
        disk = self._files.disk
        if not self._is_sync_in_doubt:
            self._is_sync_in_doubt = True
            disk.sync_file(path)
        else:
            # A failed sync may succeed the second time although the data is gone; a copy is certain.
            copy = path.with_name(f"{path.name}.new")
            disk.write(copy, disk.read(path))
            disk.sync_folder(self._files.folder)
            disk.replace(copy, path)
            disk.sync_folder(self._files.folder)
        self._is_sync_in_doubt = False

    def _new_log(self, before: int) -> JournalFile:
        if self.next_generation > MOST_GENERATIONS:
            raise OSError(errno.EOVERFLOW, "there is a journal of the highest number")
        log_id = self.lineage.id_of_next(self._new_id())
        version = VERSION if self._files.cipher is None else ENCRYPTED_VERSION
        header = Header(self._files.name, self.next_generation, before, log_id, version)
        log = JournalFile(self._files, header, self._mark)
        self.next_generation += 1
        self.lineage = self.lineage.followed_by(header.name)
        return log

    def _cut(self, log: JournalFile, end: tuple[int, int]) -> None:
        try:
            log.cut(*end)
            self._unsynced.clear()
        except OSError as error:
            self._abandon(log, error)

    def _remove_unconfirmed(self, log: JournalFile, end: tuple[int, int], reason: StoreError) -> StoreError:
        """Remove what was synced while the folder was moved, and return the error of that write."""
        if isinstance(reason.__cause__, FolderMovedError) and reason.__cause__.is_taken:
            # Another owner may have read it already: it stays, and nothing may follow it.
            self.refusal = reason
        else:
            self._cut(log, end)
        if self.refusal is None:
            return reason
        return StoreError(StoreProblem.UNCERTAIN, reason.path, reason.detail)

    def _failure(self, log: JournalFile, reason: OSError) -> StoreError:
        """Return the error of a write after which ``log`` was cut or abandoned."""
        failure = write_error(reason, self._files.journal(log.generation))
        if self.refusal is None:
            return failure
        # No journal says that the end of this one does not count.
        return StoreError(StoreProblem.UNCERTAIN, failure.path, failure.detail)

    def _abandon(self, log: JournalFile, reason: OSError) -> None:
        _log.info("journal %d of %s is not trusted any more", log.generation, self._files.name)
        log.close()
        fresh: JournalFile | None = None
        try:
            fresh = self._new_log(log.synced)
            fresh.append(self._unsynced)
            fresh.sync()
            fresh.write_mark()
        except OSError as error:
            if fresh is not None:
                fresh.close()
            self.refusal = write_error(error, self._files.journal(log.generation))
            self.refusal.__cause__ = reason
            return
        self._current = fresh
        self._unsynced.clear()
