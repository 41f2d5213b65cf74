"""The memory of one kind of data, and the changes in it that are not on the disk yet.

A change is applied to the memory when it is staged. If it cannot be written, it is undone together with
everything staged after it, except for promised changes, which stay in the memory and in the queue.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from quickdesk.replies.store import StoreError
from quickdesk.storage.document import Tables
from quickdesk.storage.journal.background import Guard, Job
from quickdesk.storage.journal.record import Ops
from quickdesk.storage.journal.tables import MemoryTables, Undo

TakeUndos: TypeAlias = Callable[[Sequence[Undo]], None]


class PendingWrite:
    """A change whose outcome can be waited for."""

    __slots__ = ("_error", "_is_done", "_write")

    def __init__(self, write: Job) -> None:
        """``write`` decides everything staged so far before it returns."""
        self._write = write
        self._is_done = False
        self._error: StoreError | None = None

    @property
    def is_done(self) -> bool:
        """Whether the outcome is decided."""
        return self._is_done

    @property
    def error(self) -> StoreError | None:
        """Why the change failed; None if it did not or the outcome is not decided."""
        return self._error

    def wait(self) -> None:
        """Return when the change is stored; raise StoreError if it failed."""
        if not self._is_done:
            self._write()
        if self._error is not None:
            raise StoreError(self._error.problem, self._error.path, self._error.detail)

    def resolve(self, error: StoreError | None) -> None:
        """Decide the outcome."""
        # In this order, because another thread that sees that it is decided reads the error next.
        self._error = error
        self._is_done = True


class Staged(NamedTuple):
    """A change that is in the memory and not decided yet; ``undos`` undo it.

    One that is promised stays in the memory even if it cannot be written.
    """

    write: PendingWrite
    ops: Ops
    undos: Sequence[Undo]
    is_durable: bool
    is_promised: bool = False


class StagedMemory:
    """The documents and the queue of staged changes; hold ``guard`` while using it."""

    def __init__(self, memory: MemoryTables, write: Job) -> None:
        """``write`` decides everything staged so far; waiting for a change calls it."""
        self.guard = Guard()
        self.memory = memory
        self._write = write
        self._queue: list[Staged] = []
        self._rolled_back: list[Job] = []
        self._applied: list[TakeUndos] = []

    def on_rolled_back(self, listener: Job) -> None:
        """Call ``listener`` whenever changes were undone because they could not be written."""
        self._rolled_back.append(listener)

    def on_applied(self, listener: TakeUndos) -> None:
        """Call ``listener`` with what undoes the operations whenever some were applied."""
        self._applied.append(listener)

    @property
    def is_decided(self) -> bool:
        """Whether nothing is staged except for promised changes, which hold in any case."""
        return all(each.is_promised for each in self._queue)

    @property
    def has_promised(self) -> bool:
        """Whether a promised change is staged."""
        return any(each.is_promised for each in self._queue)

    def stage(self, ops: Ops, *, is_durable: bool, is_promised: bool = False) -> PendingWrite:
        """Apply operations and put them into the queue."""
        write = PendingWrite(self._write)
        undos = self.memory.apply(ops)
        self._queue.append(Staged(write, ops, undos, is_durable, is_promised))
        for listener in self._applied:
            listener(undos)
        return write

    def take(self) -> list[Staged]:
        """Take everything out of the queue, in order."""
        with self.guard:
            batch, self._queue = self._queue, []
            return batch

    def drop_documents(self) -> None:
        """Drop all documents from the memory of data that is closed."""
        with self.guard:
            self.memory = MemoryTables({}, {})

    def take_with_view(self) -> tuple[list[Staged], Tables, dict[str, int]]:
        """Take everything out of the queue and return it with a copy of the data."""
        with self.guard:
            return self.take(), *self.memory.view()

    def put_back(self, batch: Sequence[Staged]) -> None:
        """Put changes back to the front of the queue."""
        with self.guard:
            self._queue = [*batch, *self._queue]

    def roll_back(self, batch: Sequence[Staged]) -> list[Staged]:
        """Undo changes that could not be written and everything staged since; return the latter."""
        with self.guard:
            later = self.take()
            undone = [*batch, *later]
            self.memory.undo([undo for each in undone for undo in each.undos])
            for listener in self._rolled_back:
                listener()
            for each in undone:
                if each.is_promised:
                    self.stage(each.ops, is_durable=True, is_promised=True)
        return later


def resolved_write(error: StoreError | None = None) -> PendingWrite:
    """Return the outcome of a change that cannot be tried, or of one that changes nothing."""
    write = PendingWrite(lambda: None)
    write.resolve(error)
    return write


def resolve_all(staged: Iterable[Staged], error: StoreError | None) -> None:
    """Decide the outcome of changes."""
    for each in staged:
        each.write.resolve(error)
