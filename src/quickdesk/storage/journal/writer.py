"""Brings transactions into the journal, and knows what to do when the disk refuses.

A write that failed is cut off again. After a sync that failed nobody can know what is on the disk: that
journal is left, a fresh one says how much of it counts, and what had been accepted without a sync is written
there once more. Where that fails too nothing more is written until the data is opened again, and whether the
last changes are found then is uncertain.
Whoever calls holds a lock: one call at a time.
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
from quickdesk.storage.journal.lineage import Lineage
from quickdesk.storage.journal.log import Log, StrayError
from quickdesk.storage.journal.record import Header, Ops
from quickdesk.storage.journal.sync_mark import SyncMarkFile

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EarlierRuns:
    """What is known of earlier runs.

    ``records`` is the number of records in the last journal; ``unsure`` are journals that may not be entirely
    on the disk.
    """

    records: int
    unsure: tuple[Path, ...]
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
        self._unsure = list(earlier.unsure)
        self._is_sync_in_doubt = False
        self._new_id = new_id
        self._current: Log | None = None
        self._unsynced: list[Ops] = []
        self._mark = SyncMarkFile(files.disk, files.mark)

    @property
    def length(self) -> int:
        """The bytes in the journal now being written."""
        return 0 if self._current is None else self._current.length

    @property
    def has_journal(self) -> bool:
        """Whether a journal of this run is there."""
        return self._current is not None

    @property
    def records(self) -> int:
        """How many transactions stand in the journal now being written."""
        return 0 if self._current is None else self._current.seq

    @property
    def last(self) -> int:
        """How many transactions stand in the last journal, of this run or an earlier one."""
        return self._before if self._current is None else self._current.seq

    @property
    def is_displaced(self) -> bool:
        """Whether the journal being written is not in its place any more, while the folder is."""
        return self._current is not None and self._current.is_displaced and self.moved() is None

    def give_up_journal(self) -> None:
        """Go on in a new journal: all that is in the current one is in a snapshot now."""
        log = self._current
        if log is not None:
            self._before, self._current = log.seq, None
            log.close()
            self._mark.close()
            self._unsynced.clear()

    @property
    def place(self) -> tuple[int, int]:
        """The generation now being written, or that will be, and how many transactions stand in it."""
        return (
            (self.next_generation, 0) if self._current is None else (self._current.generation, self.records)
        )

    @property
    def is_synced(self) -> bool:
        """Whether nothing accepted waits for a sync."""
        return not self._unsynced

    def begin(self) -> Log:
        """Make a journal where there is none yet and return it; raises StoreError, and may be tried again."""
        if self.refusal is not None:
            raise self.refusal
        if self._current is None:
            try:
                # What this run read of earlier ones, names and bytes, must not vanish below what it adds.
                if self._unsure:
                    self._files.disk.sync_folder(self._files.folder)
                while self._unsure:
                    self._secure(self._unsure[-1])
                    self._unsure.pop()
                self._current = self._new_log(self._before)
            except OSError as error:
                raise write_error(error, self._files.journal(self.next_generation)) from error
        return self._current

    def confirm(self) -> None:
        """Raise StoreError where what is written now would not be found at the path of the journal."""
        try:
            self._files.disk.confirm()
        except OSError as error:
            raise write_error(error, self._files.folder) from error

    def moved(self) -> StoreError | None:
        """Return the error where the folder is gone for sure; raises StoreError where nobody can know now."""
        try:
            self.confirm()
        except StoreError as error:
            if error.problem is not StoreProblem.MOVED:
                raise
            return error
        return None

    def forget_earlier_runs(self) -> None:
        """Their journals are in a snapshot now."""
        self._unsure.clear()

    def write(self, transactions: Sequence[Ops], *, durable: bool) -> None:
        """Write transactions; raises StoreError.

        None of them will ever be read again then, unless the problem is UNCERTAIN.
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
            self._leave(log, error)
            raise self._failure(log, error) from error
        self._unsynced.clear()
        try:
            self.confirm()
        except StoreError as error:
            raise self._taken_back(log, before, error) from error.__cause__
        log.write_mark()

    def sync(self) -> None:
        """Bring what was accepted to the disk; raises StoreError where that is not possible any more."""
        log = self._current
        if log is not None and not log.is_synced and self.refusal is None:
            try:
                log.sync()
                log.write_mark()
                self._unsynced.clear()
            except OSError as error:
                self._leave(log, error)
        if self.refusal is not None:
            raise self.refusal

    def switch(self) -> None:
        """Go on in a new journal; raises StoreError, and then the old one goes on."""
        log = self.begin()
        self.sync()
        log = self._current or log
        try:
            self._current = self._new_log(log.seq)
        except OSError as error:
            failure = write_error(error, self._files.journal(self.next_generation))
            if isinstance(error, StrayError):
                # Found one day, it would say that what the old one gets from now on does not count.
                self.refusal = failure
            raise failure from error
        log.close()

    def close(self, *, is_needed: bool = True) -> None:
        """Let go of the journal; one without a record is taken away where nothing tells of it."""
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
            # A sync that failed may say yes the second time although the data are gone: a copy cannot.
            copy = path.with_name(f"{path.name}.new")
            disk.write(copy, disk.read(path))
            disk.sync_folder(self._files.folder)
            disk.replace(copy, path)
            disk.sync_folder(self._files.folder)
        self._is_sync_in_doubt = False

    def _new_log(self, before: int) -> Log:
        if self.next_generation > MOST_GENERATIONS:
            raise OSError(errno.EOVERFLOW, "there is a journal of the highest number")
        log_id = self.lineage.id_of_next(self._new_id())
        header = Header(self._files.name, self.next_generation, before, log_id)
        log = Log(self._files, header, self._mark)
        self.next_generation += 1
        self.lineage = self.lineage.followed_by(header.name)
        return log

    def _cut(self, log: Log, end: tuple[int, int]) -> None:
        try:
            log.cut(*end)
            self._unsynced.clear()
        except OSError as error:
            self._leave(log, error)

    def _taken_back(self, log: Log, end: tuple[int, int], reason: StoreError) -> StoreError:
        """Take away what was synced while the folder went, and return the error of that write."""
        if isinstance(reason.__cause__, FolderMovedError) and reason.__cause__.is_taken:
            # Another owner may have read it already: it stays, and nothing may follow it.
            self.refusal = reason
        else:
            self._cut(log, end)
        if self.refusal is None:
            return reason
        return StoreError(StoreProblem.UNCERTAIN, reason.path, reason.detail)

    def _failure(self, log: Log, reason: OSError) -> StoreError:
        """Return the error of a write after which ``log`` was cut or left."""
        failure = write_error(reason, self._files.journal(log.generation))
        if self.refusal is None:
            return failure
        # No journal says that what stands at the end of this one does not count.
        return StoreError(StoreProblem.UNCERTAIN, failure.path, failure.detail)

    def _leave(self, log: Log, reason: OSError) -> None:
        _log.info("journal %d of %s is not trusted any more", log.generation, self._files.name)
        log.close()
        fresh: Log | None = None
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
