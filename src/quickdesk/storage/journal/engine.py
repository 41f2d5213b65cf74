"""The data of one kind: read from memory, changed in memory at once, and written to the disk in order.

A caller that waits for a change writes it, together with everything staged before; a worker writes changes
that no caller waits for. If a write fails, everything not yet written is undone in memory in reverse order;
if part of it may be found on the disk all the same, its error is UNCERTAIN.

There are two locks: ``guard`` for the memory, which is held briefly and never while the disk works, and one
for the disk. A thread that holds the guard must not acquire the other.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.disk import wait
from quickdesk.storage.document import Document, Tables, stored
from quickdesk.storage.format import Contents, Kind
from quickdesk.storage.journal.background import Guard, Job, Workers
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.opening import Loaded
from quickdesk.storage.journal.record import PUT, Op, Ops, require_storable
from quickdesk.storage.journal.snapshot import YieldControl
from quickdesk.storage.journal.staging import PendingWrite, Staged, StagedMemory, resolve_all, resolved_write
from quickdesk.storage.journal.tables import FrozenData, MemoryTables
from quickdesk.storage.journal.write_failure import WriteFailure
from quickdesk.storage.journal.writer import EarlierRuns, Writer

_log = logging.getLogger(__name__)

SYNC_AFTER_SECONDS = 2.0
COMPACT_AFTER_BYTES = 8 * 1024 * 1024
_PAUSE_SECONDS = 0.0005
_FEW_DOCUMENTS = 5_000


class Engine:
    """One kind of data; open it with :func:`quickdesk.storage.open.open_stores`."""

    def __init__(
        self,
        loaded: Loaded,
        workers: Workers,
        new_id: Callable[[], bytes],
        compact_after: int = COMPACT_AFTER_BYTES,
    ) -> None:
        self.kind: Kind = loaded.kind
        self.files: Files = loaded.files
        self.staged = StagedMemory(loaded.memory, self.write_staged)
        self.guard = self.staged.guard
        self._snapshot = loaded.snapshot
        earlier = EarlierRuns(loaded.last, loaded.uncertain_journals, loaded.lineage)
        self._writer = Writer(loaded.files, loaded.next_generation, earlier, new_id)
        self._writer.refusal = loaded.refusal
        self.is_read_only = loaded.refusal is not None
        """Whether it was opened so that nothing can ever be written."""
        self._workers = workers
        self._compact_after = self._compact_at = compact_after
        self._writing, self._compacting = Guard(), Guard()
        self._changes_since_snapshot = loaded.replayed
        self._has_journal = loaded.has_journal
        self._is_sync_planned = False
        self._failure = WriteFailure(self._writer)
        self._is_closed = False

    @property
    def refusal(self) -> StoreError | None:
        """Why nothing can be changed any more; None while it can."""
        return self._writer.refusal

    @property
    def memory(self) -> MemoryTables:
        """The documents; hold ``guard`` while iterating over them, and do not change them."""
        return self.staged.memory

    @property
    def has_snapshot(self) -> bool:
        """Whether there was an undamaged snapshot when it was last read or written."""
        return self._snapshot.generation is not None

    def superseded_journals(self) -> list[Path]:
        """Return the journals that neither snapshot needs and that could not be deleted."""
        return self._snapshot.superseded_journals()

    @property
    def failure(self) -> StoreError | None:
        """Why the last change could not be written, or none can be any more; None if there is no failure."""
        return self._failure.reason

    def on_failure_changed(self, listener: Job) -> None:
        """Call ``listener``, on any thread, when :attr:`failure` comes or goes; it must not block."""
        self._failure.on_changed(listener)

    def stage(self, ops: Ops, *, durable: bool = True, are_stored: bool = False) -> PendingWrite:
        """Change the memory at once and let the worker write all of ``ops``, or none of them.

        The outcome of durable changes is decided when they are synced, that of others when they are written;
        these are synced within :data:`SYNC_AFTER_SECONDS`. Raises TypeError or ValueError for what cannot be
        stored; ``are_stored`` promises that every document went through :meth:`checked` or came from memory.
        """
        write = self._stage(ops, is_durable=durable, are_stored=are_stored)
        if not write.is_done:
            self._workers.writing.submit(self.write_staged)
        return write

    def stage_for_waiting(self, ops: Ops, *, durable: bool = True, are_stored: bool = False) -> PendingWrite:
        """Change the memory at once; the caller must wait for the result, which writes it."""
        return self._stage(ops, is_durable=durable, are_stored=are_stored)

    def stage_promised(self, ops: Ops) -> PendingWrite:
        """Change the memory at once with operations that hold in any case: another file has them already.

        If they cannot be written, waiting raises StoreError, but the memory keeps them, and they are written
        before any other change.
        """
        with self.guard:
            return self.staged.stage(ops, is_durable=True, is_promised=True)

    def refuse(self, error: StoreError) -> None:
        """Refuse all changes: what the disk holds of this kind is uncertain until it is opened again.

        Hold ``guard``.
        """
        self._writer.refusal = self._writer.refusal or StoreError(
            StoreProblem.NOT_WRITABLE, error.path, error.detail
        )

    def begin(self) -> None:
        """Make sure that changes can be written; raises StoreError."""
        with self._writing, self._failure:
            self._writer.begin()

    def write_staged(self) -> None:
        """Write everything staged so far and decide its outcome."""
        with self._writing:
            self._write_batch()

    def sync(self) -> None:
        """Sync what was written; raises StoreError if that failed for good."""
        with self._writing, self._failure:
            self._is_sync_planned = False
            self._writer.sync()

    def check_folder(self) -> None:
        """Find out whether the data folder is gone, or back; :attr:`failure` says so afterwards."""
        with self._writing, suppress(StoreError):
            if self.failure is None or self.failure.problem is StoreProblem.MOVED:
                moved = self._writer.moved()
                with self._failure:
                    if moved is not None:
                        raise moved

    def check_journal(self) -> None:
        """Save everything in a snapshot if another program exchanged or deleted the journal."""
        with self._writing, suppress(StoreError):
            if self.failure is None and self._writer.is_displaced:
                resolve_all(self._save_in_snapshot(), None)

    def request_compaction(self) -> None:
        """Write a snapshot soon, on another thread."""
        self._workers.compacting.submit(self._try_compacting)

    def compact(self, yield_control: YieldControl = lambda: None) -> None:
        """Write a snapshot of the present data; raises StoreError, and then nothing changed."""
        with self._compacting:
            if self._is_closed:
                raise self._closed()
            self._write_snapshot(yield_control, is_last=False)

    def close(self, *, quick: bool = False) -> None:
        """Write everything to the disk and into the snapshot, so that the journal is not needed.

        ``quick`` leaves the snapshot out if writing it would take longer than the changes are worth.
        """
        self.write_staged()
        with self._compacting, self._writing:
            is_due = self.refusal is None and self._changes_since_snapshot > 0
            if is_due and not (quick and self._is_snapshot_expensive()):
                self._try_writing_snapshot(lambda: None, is_last=True)
            with suppress(StoreError):
                self._writer.sync()
            self._writer.close(is_needed=self._has_journal or self._changes_since_snapshot > 0)
            self._writer.refusal = self._writer.refusal or self._closed()
            self._is_closed = True

    def _closed(self) -> StoreError:
        return StoreError(StoreProblem.NOT_WRITABLE, self.kind.name, "closed")

    def checked(self, table: str, document: Mapping[str, Any]) -> Document:
        """Return a document as it is stored; raises TypeError or ValueError for what cannot be."""
        copy = stored(document)
        if not self.kind.accepts(table, copy):
            raise ValueError(f"not a document of {self.kind.name}")
        return copy

    def _stage(self, ops: Ops, *, is_durable: bool, are_stored: bool = False) -> PendingWrite:
        clean = ops if are_stored else [self._checked(op) for op in ops]
        if not clean:
            return resolved_write()
        try:
            self.files.require_key()
        except StoreError as error:
            return resolved_write(error)
        with self.guard:
            if self._writer.refusal is not None:
                return resolved_write(self._writer.refusal)
            return self.staged.stage(clean, is_durable=is_durable)

    def _checked(self, op: Op) -> Op:
        require_storable(op)
        if op[0] != PUT:
            return op
        return (*op[:3], self.checked(op[1], op[3]))

    def _write_batch(self) -> None:
        batch = self.staged.take()
        if not batch:
            return
        try:
            with self._failure:
                is_durable = any(each.is_durable for each in batch)
                self._writer.write([each.ops for each in batch], durable=is_durable)
                if self._writer.is_displaced:
                    batch += self._save_in_snapshot()
        except StoreError as error:
            self._roll_back(batch, error)
            return
        except BaseException as error:
            # Half a record may be in the journal now, and nothing may follow it.
            name = type(error).__name__
            self._writer.refusal = StoreError(StoreProblem.NOT_WRITABLE, self.kind.name, name)
            self._roll_back(batch, StoreError(StoreProblem.UNCERTAIN, self.kind.name, name))
            raise
        self._changes_since_snapshot += len(batch)
        self._plan_sync_and_compaction()
        resolve_all(batch, None)

    def _save_in_snapshot(self) -> list[Staged]:
        """Save everything in a snapshot: the journal was exchanged and would not be read again.

        Returns what was staged behind the batch, which is saved as well. Raises StoreError UNCERTAIN, because
        the batch is in the journal, and that may come back.
        """
        if not self._compacting.acquire(blocking=False):
            raise StoreError(StoreProblem.UNCERTAIN, str(self.files.folder), "the journal was exchanged")
        try:
            writer = self._writer
            staged, tables, next_keys = self.staged.take_with_view()
            try:
                place = (writer.next_generation, False, writer.last, writer.lineage.names)
                self._snapshot.write(Contents(tables, next_keys, *place), lambda: None)
            except StoreError as error:
                self.staged.put_back(staged)
                raise StoreError(StoreProblem.UNCERTAIN, error.path, error.detail) from error
            _log.info("the journal of %s was exchanged or deleted", self.kind.name)
            writer.give_up_journal()
            self._has_journal, self._changes_since_snapshot = False, 0
            return staged
        finally:
            self._compacting.release()

    def _roll_back(self, batch: list[Staged], error: StoreError) -> None:
        later = self.staged.roll_back(batch)
        resolve_all(batch, error)
        # What was staged behind the batch was never written: that is certain.
        resolve_all(later, self._writer.refusal or error)

    def _plan_sync_and_compaction(self) -> None:
        if not self._writer.is_synced and not self._is_sync_planned:
            self._is_sync_planned = True
            self._workers.writing.submit_later(SYNC_AFTER_SECONDS, self._try_syncing)
        if self._writer.length >= self._compact_at:
            self._compact_at = self._writer.length + self._compact_after
            self.request_compaction()

    def _write_snapshot(self, yield_control: YieldControl, *, is_last: bool) -> None:
        changes = self._changes_since_snapshot
        contents = self._contents(is_last=is_last)
        try:
            self._snapshot.write(contents, yield_control)
        except StoreError:
            with self._writing:
                self._changes_since_snapshot += changes
            raise
        self._has_journal = contents.has_journal
        with self._writing:
            self._writer.forget_earlier_runs()

    def _try_writing_snapshot(self, yield_control: YieldControl, *, is_last: bool) -> None:
        try:
            self._write_snapshot(yield_control, is_last=is_last)
        except StoreError as error:
            _log.info("%s stays in its journal: %s", self.kind.name, error.problem.name)

    def _is_snapshot_expensive(self) -> bool:
        documents = sum(len(each.documents) for each in self.memory.tables.values())
        return documents > _FEW_DOCUMENTS and self._writer.length < self._compact_after // 8

    @contextmanager
    def frozen(self) -> Iterator[FrozenData]:
        """Return what the disk must hold at this moment; no snapshot is written until the end.

        Raises StoreError if accepted changes cannot be written.
        """
        with self._compacting:
            with self._writing:
                tables, _ = self._decided_view()
                if self.refusal is None:
                    self.sync()
                moment = FrozenData(tables, self._writer.place)
            yield moment

    def _decided_view(self) -> tuple[Tables, dict[str, int]]:
        """Write what is staged, and return a copy of the data once nothing is staged any more.

        Promised changes that cannot be written now are in the copy; writing them later repeats them.
        """
        while True:
            self._write_batch()
            with self.guard:
                if self.staged.is_decided:
                    return self.memory.view()

    def _contents(self, *, is_last: bool) -> Contents:
        """Return all data that the journals so far contain; the next changes go to a new journal."""
        with self._writing:
            tables, next_keys = self._decided_view()
            self.sync()
            before = self._writer.last
            has_journal = self._writer.has_journal and not is_last
            if has_journal:
                self._writer.switch()
                self._compact_at = self._compact_after
            self._changes_since_snapshot = 0
            generation = self._writer.next_generation - has_journal
            names = self._writer.lineage.names
            lineage = names[:-1] if has_journal else names
        return Contents(tables, next_keys, generation, has_journal, before, lineage)

    def _try_compacting(self) -> None:
        with self._compacting:
            if not self._is_closed:  # another engine may have opened the files since
                self._try_writing_snapshot(lambda: wait(_PAUSE_SECONDS), is_last=False)

    def _try_syncing(self) -> None:
        with suppress(StoreError):  # the next change reports it
            self.sync()
