"""What the workshops need of whatever keeps the snippets, and how keeping them can fail.

The rules every store obeys (``tests/contracts/snippet_store.py`` checks each one against them):
a change is on the disk when :meth:`SnippetStore.apply` returns, or it did not happen at all, or the
error is UNCERTAIN;
an id that was ever used is never given to another snippet by the store; reading costs no disk.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from quickdesk.replies.history import Mark, NotUndone, Outdated, Undone
from quickdesk.replies.snippet import Snippet


@dataclass(frozen=True, slots=True)
class Change:
    """What changes together: all of it, or nothing.

    ``put`` holds new snippets and new versions of old ones, ``remove`` ids that go to the trash,
    ``restore`` ids that come back from it. Ids that are not there are passed over. ``trash`` holds replies
    that come into the trash from elsewhere, where nothing has their id then. Only what carries a ``mark`` can
    be undone.
    """

    put: tuple[Snippet, ...] = ()
    remove: tuple[str, ...] = ()
    restore: tuple[str, ...] = ()
    mark: Mark | None = None
    trash: tuple[Snippet, ...] = ()


class StoreProblem(Enum):
    """Why the data cannot be read or written."""

    DAMAGED = auto()
    """The file could not be read; it was set aside under ``path`` and left as it was."""
    NEWER = auto()
    """The file was written by a newer version of quickdesk; it was not touched."""
    IN_USE = auto()
    """Another quickdesk owns the data folder."""
    NOT_WRITABLE = auto()
    """The folder or file cannot be written (rights, read-only disk)."""
    DISK_FULL = auto()
    """No space was left; nothing that was stored before changed."""
    UNREADABLE = auto()
    """The file exists but the system does not let it be read."""
    TOO_LARGE = auto()
    """There is more data than a backup can hold: none was made."""
    UNCERTAIN = auto()
    """The change failed while it was written: it may be there or not when the data is opened again."""
    MOVED = auto()
    """The data folder ``path`` was renamed, deleted, exchanged or taken over while it was in use."""


class StoreError(Exception):
    """The data could not be read or written; what was stored before is as it was.

    The change did not happen, unless the problem is UNCERTAIN.
    """

    def __init__(self, problem: StoreProblem, path: str, detail: str = "") -> None:
        super().__init__(f"{problem.name.lower()}: {path}{': ' + detail if detail else ''}")
        self.problem = problem
        self.path = path
        self.detail = detail


class Saving(Protocol):
    """A change that is in effect already and on its way to the disk."""

    def wait(self) -> None:
        """Return when it is on the disk; raises StoreError when it did not happen and was taken back."""
        ...

    def then(self, told: Callable[[StoreError | None], None]) -> None:
        """Call ``told`` once, with None when it is on the disk, with the error when it was taken back.

        It is called at once where that is known already, else perhaps on another thread.
        """
        ...


class SnippetStore(Protocol):
    """Keeps snippets and the trash."""

    def snippets(self) -> Sequence[Snippet]:
        """Return all snippets, in the order in which they came."""
        ...

    def removed(self) -> Sequence[Snippet]:
        """Return what lies in the trash, the newest last."""
        ...

    def get(self, snippet_id: str) -> Snippet | None:
        """Return one snippet, or None where it is unknown or in the trash."""
        ...

    def apply(self, change: Change) -> None:
        """Put, then remove, then restore, then add to the trash, as one transaction.

        Raises StoreError and then nothing changed.
        """
        ...

    def stage(self, change: Change) -> Saving:
        """Carry out a change at once for every reader, and bring it to the disk without waiting for that.

        Where that fails it is taken back, with all that was staged after it.
        """
        ...

    def last_deed(self) -> Mark | None:
        """Return what :meth:`undo` would take back, None where there is nothing."""
        ...

    def undo(self, now: datetime, day: int = 0) -> Undone | NotUndone:
        """Take the last deed back that was not, as one transaction; raises StoreError.

        What it made goes to the trash, on that running day, and the rest is as it was before; where something
        of it changed since, nothing is undone. What an undo did cannot be undone.
        """
        ...

    def outdated(self, day: int) -> Outdated:
        """Return what lies in the trash, or could be undone, for more than KEPT_DAYS running days.

        The last ALWAYS_KEPT deletions and changes are never among it, nor is what has no running day yet.
        """
        ...

    def purge(self, outdated: Outdated, day: int) -> Saving:
        """Let go of what :meth:`outdated` returned and still would; what has no running day gets this one."""
        ...
