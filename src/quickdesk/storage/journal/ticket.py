"""The promise that a change comes onto the disk: to be waited for, or to be told of."""

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from quickdesk.replies.store import StoreError
from quickdesk.storage.journal.background import Guard, Job

Told: TypeAlias = Callable[[StoreError | None], None]
"""Is called once: with None when the change is kept, else with the reason why it did not happen."""


class Ticket:
    """One change under way; a :class:`quickdesk.replies.store.Saving`."""

    __slots__ = ("_drive", "_error", "_is_done", "_told")
    _guard: ClassVar = Guard()
    """One for all tickets, because it is held for moments only: who is told is called without it."""

    def __init__(self, drive: Job) -> None:
        """``drive`` returns when everything staged so far is decided."""
        self._drive = drive
        self._is_done = False
        self._error: StoreError | None = None
        self._told: list[Told] = []

    @property
    def is_done(self) -> bool:
        """Whether it is decided."""
        return self._is_done

    @property
    def error(self) -> StoreError | None:
        """Why it did not happen; None while that is not decided, or when it did."""
        return self._error

    def wait(self) -> None:
        """Return when the change is kept as it was asked to be; raises StoreError when it did not happen."""
        if not self._is_done:
            self._drive()
        if self._error is not None:
            raise StoreError(self._error.problem, self._error.path, self._error.detail)

    def then(self, told: Told) -> None:
        """Call ``told`` once it is decided: at once where it is, else on the thread that writes."""
        with self._guard:
            if not self._is_done:
                self._told.append(told)
                return
        told(self._error)

    def settle(self, error: StoreError | None) -> None:
        """Decide it; those to be told are told by :meth:`tell`."""
        # In this order: whoever sees that it is decided sees how. Whoever does not, :meth:`tell` waits for.
        self._error = error
        self._is_done = True

    def tell(self) -> None:
        """Tell those who asked."""
        with self._guard:
            told, self._told = self._told, []
        for each in told:
            each(self._error)


def refused(error: StoreError) -> Ticket:
    """Return the ticket of a change that cannot even be tried."""
    ticket = Ticket(_nothing)
    ticket.settle(error)
    return ticket


def kept() -> Ticket:
    """Return the ticket of a change that changes nothing."""
    ticket = Ticket(_nothing)
    ticket.settle(None)
    return ticket


def _nothing() -> None:
    return None
