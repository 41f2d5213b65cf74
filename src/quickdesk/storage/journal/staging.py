"""The memory of one kind of data, and the changes in it that are not on the disk yet.

A change is applied to the memory when it is staged. If it cannot be written, it is undone together with
everything staged after it, except for promised changes, which stay in the memory and in the queue.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from quickdesk.replies.store import StoreError
from quickdesk.storage.document import Tables
from quickdesk.storage.journal.background import Guard, Job
from quickdesk.storage.journal.record import Ops
from quickdesk.storage.journal.tables import MemoryTables, Undo
from quickdesk.storage.journal.ticket import Ticket

TakeUndos: TypeAlias = Callable[[Sequence[Undo]], None]


class Staged(NamedTuple):
    """A change that is in the memory and not decided yet; ``undos`` undo it.

    One that is promised stays in the memory even if it cannot be written.
    """

    ticket: Ticket
    ops: Ops
    undos: Sequence[Undo]
    is_durable: bool
    is_promised: bool = False


class StagedMemory:
    """The documents and the queue of staged changes; hold ``guard`` while using it."""

    def __init__(self, memory: MemoryTables, drive: Job) -> None:
        """``drive`` writes everything staged so far; waiting for a ticket calls it."""
        self.guard = Guard()
        self.memory = memory
        self._drive = drive
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

    def stage(self, ops: Ops, *, is_durable: bool, is_promised: bool = False) -> Ticket:
        """Apply operations and put them into the queue."""
        ticket = Ticket(self._drive)
        undos = self.memory.apply(ops)
        self._queue.append(Staged(ticket, ops, undos, is_durable, is_promised))
        for listener in self._applied:
            listener(undos)
        return ticket

    def take(self) -> list[Staged]:
        """Take everything out of the queue, in order."""
        with self.guard:
            batch, self._queue = self._queue, []
            return batch

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


def settled(staged: list[Staged], error: StoreError | None) -> list[Staged]:
    """Decide changes, and return them; their callbacks are still to be called."""
    for each in staged:
        each.ticket.settle(error)
    return staged
