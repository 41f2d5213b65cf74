"""The data of one kind: read from memory, changed in memory at once, and brought to the disk in order.

Whoever waits for a change writes it, with all that was staged before it; what nobody waits for the worker
writes. Where a write fails, everything not yet written is undone in memory in reverse order; if some of it
may be found on the disk all the same, its error is UNCERTAIN.

Two locks: ``guard`` for the memory, held for moments only and never while the disk works; and one for the
disk. Nobody who holds the guard asks for the other.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.disk import wait
from quickdesk.storage.document import Document, Tables, stored
from quickdesk.storage.format import Contents, Kind
from quickdesk.storage.journal.background import Guard, Job, Workers
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.opening import Loaded
from quickdesk.storage.journal.record import PUT, Op, Ops, require_storable
from quickdesk.storage.journal.snapshot import GiveWay
from quickdesk.storage.journal.staging import Staged, StagedMemory, settled
from quickdesk.storage.journal.tables import MemoryTables, Moment
from quickdesk.storage.journal.ticket import Ticket, kept, refused
from quickdesk.storage.journal.trouble import Trouble
from quickdesk.storage.journal.writer import Past, Writer

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
        past = Past(loaded.last, loaded.unsure, loaded.lineage)
        self._writer = Writer(loaded.files, loaded.next_generation, past, new_id)
        self._writer.refusal = loaded.refusal
        self._is_for_reading = loaded.refusal is not None
        self._workers = workers
        self._compact_after = self._compact_at = compact_after
        self._writing, self._compacting = Guard(), Guard()
        self._unfolded = loaded.replayed
        self._has_journal = loaded.has_journal
        self._is_sync_planned = False
        self._trouble = Trouble(self._writer)

    @property
    def refusal(self) -> StoreError | None:
        """Why nothing can be changed any more, None while it can."""
        return self._writer.refusal

    @property
    def memory(self) -> MemoryTables:
        """The documents; hold ``guard`` while going through them, and change nothing."""
        return self.staged.memory

    @property
    def is_for_reading(self) -> bool:
        """Whether it was opened so that nothing could ever be written."""
        return self._is_for_reading

    @property
    def has_snapshot(self) -> bool:
        """Whether a whole snapshot was there when it was last looked."""
        return self._snapshot.generation is not None

    @property
    def trouble(self) -> StoreError | None:
        """Why the last change could not be written, or none can be any more; None while all is well."""
        return self._trouble.reason

    def on_trouble(self, listener: Job) -> None:
        """Call ``listener``, on any thread, when :attr:`trouble` comes or goes; it must wait for nothing."""
        self._trouble.tell(listener)

    def stage(self, ops: Ops, *, durable: bool = True, are_stored: bool = False) -> Ticket:
        """Change memory at once and let the worker bring it to the disk, all of ``ops`` or nothing.

        Durable changes are decided when they are surely on the disk, others when they are written, and on
        the disk within :data:`SYNC_AFTER_SECONDS`. Raises TypeError or ValueError for what cannot be stored;
        ``are_stored`` promises that every document went through :meth:`checked`, or came from the memory.
        """
        ticket = self._stage(ops, is_durable=durable, are_stored=are_stored)
        if not ticket.is_done:
            self._workers.writing.submit(self.write_staged)
        return ticket

    def stage_for_waiting(self, ops: Ops, *, durable: bool = True, are_stored: bool = False) -> Ticket:
        """Change memory at once; whoever waits for the ticket brings it to the disk, and must wait."""
        return self._stage(ops, is_durable=durable, are_stored=are_stored)

    def stage_promised(self, ops: Ops) -> Ticket:
        """Change memory at once with operations that hold whatever happens: another file has them already.

        If they cannot be written, waiting for the ticket raises StoreError, but the memory keeps them, and
        they are written before any other change.
        """
        with self.guard:
            return self.staged.stage(ops, is_durable=True, is_promised=True)

    def commit(self, ops: Ops, *, durable: bool = True) -> None:
        """Change memory and the disk; raises StoreError, and then nothing changed in memory."""
        self._stage(ops, is_durable=durable).wait()

    def begin(self) -> None:
        """Make sure that changes can be written; raises StoreError."""
        with self._writing, self._trouble:
            self._writer.begin()

    def write_staged(self) -> None:
        """Decide everything staged so far."""
        with self._writing:
            decided = self._write_batch()
        for each in decided:
            each.ticket.tell()

    def sync(self) -> None:
        """Bring to the disk what was written and not synced; raises StoreError where that failed for good."""
        with self._writing, self._trouble:
            self._is_sync_planned = False
            self._writer.sync()

    def look_for_folder(self) -> None:
        """Find out whether the data folder is gone, or back; :attr:`trouble` says so afterwards."""
        with self._writing, suppress(StoreError):
            if self.trouble is None or self.trouble.problem is StoreProblem.MOVED:
                moved = self._writer.moved()
                with self._trouble:
                    if moved is not None:
                        raise moved

    def look_for_journal(self) -> None:
        """Save everything anew where the journal is not in its place any more."""
        decided: list[Staged] = []
        with self._writing, suppress(StoreError):
            if self.trouble is None and self._writer.is_displaced:
                decided = settled(self._save_in_snapshot(), None)
        for each in decided:
            each.ticket.tell()

    def request_compaction(self) -> None:
        """Write a snapshot soon, beside everything else."""
        self._workers.compacting.submit(self._compact_in_peace)

    def compact(self, give_way: GiveWay = lambda: None) -> None:
        """Write a snapshot of what is there now; raises StoreError, and then nothing changed."""
        with self._compacting:
            self._fold(give_way, is_last=False)

    def close(self, *, quick: bool = False) -> None:
        """Bring everything to the disk, and into the snapshot, so that the journal is not needed.

        ``quick`` does without the snapshot where it would take longer than the changes are worth.
        """
        self.write_staged()
        with self._compacting, self._writing:
            if self.refusal is None and self._unfolded and not (quick and self._is_snapshot_dear()):
                self._fold_in_peace(lambda: None, is_last=True)
            with suppress(StoreError):
                self._writer.sync()
            self._writer.close(is_needed=self._has_journal or self._unfolded > 0)
            closed = StoreError(StoreProblem.NOT_WRITABLE, self.kind.name, "closed")
            self._writer.refusal = self._writer.refusal or closed

    def checked(self, table: str, document: Mapping[str, Any]) -> Document:
        """Return a document as it is stored; raises TypeError or ValueError for what cannot be."""
        copy = stored(document)
        if not self.kind.accepts(table, copy):
            raise ValueError(f"not a document of {self.kind.name}")
        return copy

    def _stage(self, ops: Ops, *, is_durable: bool, are_stored: bool = False) -> Ticket:
        clean = ops if are_stored else [self._checked(op) for op in ops]
        if not clean:
            return kept()
        with self.guard:
            if self._writer.refusal is not None:
                return refused(self._writer.refusal)
            return self.staged.stage(clean, is_durable=is_durable)

    def _checked(self, op: Op) -> Op:
        require_storable(op)
        if op[0] != PUT:
            return op
        return (*op[:3], self.checked(op[1], op[3]))

    def _write_batch(self) -> list[Staged]:
        batch = self.staged.take()
        if not batch:
            return []
        error: StoreError | None = None
        try:
            with self._trouble:
                self._writer.write(
                    [each.ops for each in batch], durable=True in [each.is_durable for each in batch]
                )
                if self._writer.is_displaced:
                    batch += self._save_in_snapshot()
        except StoreError as reason:
            error = reason
        except BaseException as reason:
            # Half a record may stand in the journal now, and nothing may follow it.
            self._writer.refusal = StoreError(
                StoreProblem.NOT_WRITABLE, self.kind.name, type(reason).__name__
            )
            self._roll_back(batch, StoreError(StoreProblem.UNCERTAIN, self.kind.name, type(reason).__name__))
            raise
        if error is not None:
            return self._roll_back(batch, error)
        self._unfolded += len(batch)
        self._plan()
        return settled(batch, None)

    def _save_in_snapshot(self) -> list[Staged]:
        """Save all in a snapshot: another program exchanged the journal, which would not be read again.

        Returns what was staged behind the batch, which is saved as well; raises StoreError UNCERTAIN, since
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
            self._has_journal, self._unfolded = False, 0
            return staged
        finally:
            self._compacting.release()

    def _roll_back(self, batch: list[Staged], error: StoreError) -> list[Staged]:
        later = self.staged.roll_back(batch)
        # What was staged behind the batch was never written: that is certain.
        return settled(batch, error) + settled(later, self._writer.refusal or error)

    def _plan(self) -> None:
        if not self._writer.is_synced and not self._is_sync_planned:
            self._is_sync_planned = True
            self._workers.writing.submit_later(SYNC_AFTER_SECONDS, self._sync_in_peace)
        if self._writer.length >= self._compact_at:
            self._compact_at = self._writer.length + self._compact_after
            self.request_compaction()

    def _fold(self, give_way: GiveWay, *, is_last: bool) -> None:
        unfolded = self._unfolded
        contents = self._contents(is_last=is_last)
        try:
            self._snapshot.write(contents, give_way)
        except StoreError:
            with self._writing:
                self._unfolded += unfolded
            raise
        self._has_journal = contents.has_journal
        with self._writing:
            self._writer.forget_earlier_runs()

    def _fold_in_peace(self, give_way: GiveWay, *, is_last: bool) -> None:
        try:
            self._fold(give_way, is_last=is_last)
        except StoreError as error:
            _log.info("%s stays in its journal: %s", self.kind.name, error.problem.name)

    def _is_snapshot_dear(self) -> bool:
        documents = sum(len(each.documents) for each in self.memory.tables.values())
        return documents > _FEW_DOCUMENTS and self._writer.length < self._compact_after // 8

    @contextmanager
    def standing_still(self) -> Iterator[Moment]:
        """Return what the disk must say of this moment; until the end no snapshot is written.

        Raises StoreError where what was accepted cannot be brought to the disk.
        """
        with self._compacting:
            with self._writing:
                decided, tables, _ = self._all_decided()
                if self.refusal is None:
                    self.sync()
                moment = Moment(tables, self._writer.place)
            for each in decided:
                each.ticket.tell()
            yield moment

    def _all_decided(self) -> tuple[list[Staged], Tables, dict[str, int]]:
        """Decide what is staged, and return a copy of the data when nothing is any more.

        Promised changes that cannot be written now are in the copy: writing them later repeats them.
        """
        decided: list[Staged] = []
        while True:
            decided += self._write_batch()
            with self.guard:
                if self.staged.is_decided:
                    return decided, *self.memory.view()

    def _contents(self, *, is_last: bool) -> Contents:
        """Return all data as the journals up to now say it, and let the next changes go to a new one."""
        with self._writing:
            decided, tables, next_keys = self._all_decided()
            self.sync()
            before = self._writer.last
            has_journal = self._writer.has_journal and not is_last
            if has_journal:
                self._writer.switch()
                self._compact_at = self._compact_after
            self._unfolded = 0
            generation = self._writer.next_generation - has_journal
            names = self._writer.lineage.names
            lineage = names[:-1] if has_journal else names
        for each in decided:
            each.ticket.tell()
        return Contents(tables, next_keys, generation, has_journal, before, lineage)

    def _compact_in_peace(self) -> None:
        with self._compacting:
            self._fold_in_peace(lambda: wait(_PAUSE_SECONDS), is_last=False)

    def _sync_in_peace(self) -> None:
        with suppress(StoreError):  # whoever changes something next is told
            self.sync()
