"""The values that describe an action for undo; the data of every kind has a history of them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from quickdesk.replies.snippet import Snippet

KEPT_DAYS = 30
"""How many running days a removed reply can be restored and an action be undone."""
ALWAYS_KEPT = 200
"""The number of the last deletions, and of the last actions, that are kept regardless of their age."""


class ActionType(Enum):
    """The kind of an action on replies, facts, the shop's words or customers."""

    ADD = "add"
    EDIT = "edit"
    REMOVE = "remove"
    RESTORE = "restore"
    """Restoring from the trash."""
    IMPORT = "import"
    RECOVER = "recover"
    """Restoring all data from a backup."""
    SET_FACT = "set-fact"
    REMOVE_FACT = "remove-fact"
    CHANGE_LEXICON = "change-lexicon"
    REMEMBER_ASK = "remember-ask"
    """A query became another way to ask for a reply."""
    ADD_CUSTOMER = "add-customer"
    EDIT_CUSTOMER = "edit-customer"
    REMOVE_CUSTOMER = "remove-customer"
    RESTORE_CUSTOMER = "restore-customer"
    MERGE_CUSTOMERS = "merge-customers"
    IMPORT_CUSTOMERS = "import-customers"
    ADD_NOTE = "add-note"
    EDIT_NOTE = "edit-note"
    REMOVE_NOTE = "remove-note"
    CHANGE_ORDER = "change-order"
    """An order of a customer was added, changed or removed."""
    OPEN_CASE = "open-case"
    CHANGE_CASE = "change-case"
    REMOVE_CASE = "remove-case"
    RATE_CONTACT = "rate-contact"
    """How satisfied a customer was, was noted."""


@dataclass(frozen=True, slots=True)
class Action:
    """An action and its time (timezone-aware); ``other_kinds`` are the kinds of data that it changed as well.

    ``day`` is the running day of the action, 0 if it is unknown. ``count`` is the number of replies or
    facts it changed. Both are ignored in comparisons.
    """

    type: ActionType
    at: datetime
    other_kinds: tuple[str, ...] = ()
    count: int = field(default=0, compare=False)
    day: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Undone:
    """An action that was undone: ``back`` are the restored replies, ``away`` those moved to the trash.

    ``facts`` are the names of the facts that are as they were before, ``customers`` the ids of the customers
    of whom something is.
    """

    action: Action
    back: tuple[Snippet, ...]
    away: tuple[Snippet, ...]
    facts: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotUndone:
    """Why nothing was undone: ``changed`` are replies that changed since, ``facts`` are names of facts.

    ``customers`` are the ids of customers of whom something changed since. ``action`` is None if there is
    nothing to undo.
    """

    action: Action | None = None
    changed: tuple[Snippet, ...] = ()
    facts: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outdated:
    """What may be deleted because of its age: ids of replies in the trash, names of actions."""

    removed: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.removed or self.changes)
