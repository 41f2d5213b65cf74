"""The protocol of a store of snippets, and its errors.

Every store follows these rules, which ``tests/contracts/snippet_store.py`` checks: when
:meth:`SnippetStore.apply` returns, the change is on the disk; if it raises, nothing changed, unless the
problem is UNCERTAIN. The store never reuses an id. Reading does not access the disk.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from quickdesk.replies.history import Action, NotUndone, Outdated, Undone
from quickdesk.replies.snippet import Snippet


@dataclass(frozen=True, slots=True)
class Change:
    """A change that is applied as one transaction.

    ``put`` are new or changed snippets, ``remove`` ids to move to the trash, ``restore`` ids to restore from
    it. Unknown ids are ignored. ``trash`` are replies from elsewhere to add to the trash, unless their id is
    in use. Only a change with an ``action`` can be undone. ``preparation`` belongs to the store that made it
    in :meth:`SnippetStore.prepare`.
    """

    put: tuple[Snippet, ...] = ()
    remove: tuple[str, ...] = ()
    restore: tuple[str, ...] = ()
    action: Action | None = None
    trash: tuple[Snippet, ...] = ()
    preparation: object = field(default=None, compare=False, repr=False)


class StoreProblem(Enum):
    """Why the data cannot be read or written."""

    DAMAGED = auto()
    """The file could not be parsed; it was moved unchanged to ``path``."""
    NEWER = auto()
    """The file was written by a newer version of quickdesk and is unchanged."""
    IN_USE = auto()
    """Another quickdesk process has locked the data folder."""
    NOT_WRITABLE = auto()
    """The folder or file cannot be written (permissions, read-only disk)."""
    DISK_FULL = auto()
    """No space is left; the stored data is unchanged."""
    UNREADABLE = auto()
    """The file exists but the operating system refuses to read it."""
    TOO_LARGE = auto()
    """There is more data than a backup can hold; none was made."""
    UNCERTAIN = auto()
    """Writing failed halfway; the change may or may not be there when the data is opened again."""
    MOVED = auto()
    """The data folder ``path`` was renamed, deleted, replaced or taken over while it was in use."""
    LOCKED = auto()
    """Personal data is locked until the passphrase is entered."""
    WRONG_PASSPHRASE = auto()
    """Personal data is locked, and the passphrase that was given is another one."""
    KEY_MISSING = auto()
    """The key of personal data is not on this machine; the recovery key opens it."""
    KEY_CHANGED = auto()
    """Another key is where that of personal data was; the recovery key opens it."""
    NO_KEYRING = auto()
    """The keyring that has the key of personal data is not there."""
    KEYRING_REFUSED = auto()
    """The keyring that has the key of personal data refuses."""
    KEYRING_SILENT = auto()
    """The keyring that has the key of personal data does not answer."""
    PROTECTION_DAMAGED = auto()
    """The files that say where the key of personal data is are damaged; they were not touched."""


class StoreError(Exception):
    """The data could not be read or written; the stored data is unchanged.

    The change was not applied, unless the problem is UNCERTAIN.
    """

    def __init__(self, problem: StoreProblem, path: str, detail: str = "") -> None:
        super().__init__(f"{problem.name.lower()}: {path}{': ' + detail if detail else ''}")
        self.problem = problem
        self.path = path
        self.detail = detail


class SnippetStore(Protocol):
    """Stores snippets and the trash."""

    def snippets(self) -> Sequence[Snippet]:
        """Return all snippets in the order in which they were added."""
        ...

    def removed(self) -> Sequence[Snippet]:
        """Return the snippets in the trash, the last removed one last."""
        ...

    def get(self, snippet_id: str) -> Snippet | None:
        """Return one snippet, or None if it is unknown or in the trash."""
        ...

    def prepare(self, change: Change) -> Change:
        """Return the same change, with the work done in advance that needs no lock.

        Worth it for thousands of snippets. The result stays valid if other changes are applied before it.
        """
        ...

    def apply(self, change: Change) -> None:
        """Put, then remove, then restore, then add to the trash, as one transaction.

        If StoreError is raised, nothing changed, unless the problem is UNCERTAIN.
        """
        ...

    def last_action(self) -> Action | None:
        """Return the action that :meth:`undo` would undo, or None."""
        ...

    def undo(self, now: datetime, day: int = 0) -> Undone | NotUndone:
        """Undo the last action of any kind of data that is not undone yet, as one transaction.

        What it added is moved to the trash on that running day, the rest is restored. If any of it changed
        since then, nothing is undone. An undo cannot be undone. Raise StoreError on failure.
        """
        ...

    def outdated(self, day: int) -> Outdated:
        """Return the removed snippets and actions that are older than KEPT_DAYS running days.

        The last ALWAYS_KEPT deletions and changes, and those without a running day, are left out.
        """
        ...

    def purge(self, outdated: Outdated, day: int) -> None:
        """Delete what :meth:`outdated` returned and still would; set the running day if it is missing.

        Raise StoreError on failure.
        """
        ...
