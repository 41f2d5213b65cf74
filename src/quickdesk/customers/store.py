"""The protocol of a store of customers; ``tests/contracts/customer_store.py`` checks every store."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from quickdesk.customers.case import Case
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.timeline import Event
from quickdesk.replies.history import Action


@dataclass(frozen=True, slots=True)
class CustomerChange:
    """A change that is applied as one transaction.

    What is in ``customers``, ``notes``, ``cases`` and ``events`` is added, or replaces what has the same id.
    ``remove_customers`` are ids to move to the trash, together with notes, cases and events of these
    customers; ``restore_customers`` come back from it, in the same way. Unknown ids are ignored. Only a
    change with an ``action`` can be undone.
    """

    customers: tuple[Customer, ...] = ()
    notes: tuple[Note, ...] = ()
    cases: tuple[Case, ...] = ()
    events: tuple[Event, ...] = ()
    remove_customers: tuple[str, ...] = ()
    restore_customers: tuple[str, ...] = ()
    remove_notes: tuple[str, ...] = ()
    remove_cases: tuple[str, ...] = ()
    remove_events: tuple[str, ...] = ()
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class ChangedCustomers:
    """Which customers have changed, in their cards or in what belongs to them.

    ``ids`` is None if any of them may have. ``mark`` stands for this moment, for the next question.
    """

    ids: frozenset[str] | None
    mark: object


@dataclass(frozen=True, slots=True)
class Belongings:
    """What belongs to one customer, each oldest first."""

    notes: Sequence[Note] = ()
    cases: Sequence[Case] = ()
    events: Sequence[Event] = ()


class CustomerStore(Protocol):
    """Stores customers with all that belongs to them.

    Every method raises StoreError, also while the data is locked.

    Reading does not access the disk once it is open.
    """

    def customers(self) -> Sequence[Customer]:
        """Return all customers, the one added first at the beginning; not those in the trash."""
        ...

    def get(self, customer_id: str) -> Customer | None:
        """Return one customer, or None if it is unknown or in the trash."""
        ...

    def removed(self) -> Sequence[Customer]:
        """Return the customers in the trash, the last removed one last."""
        ...

    def notes(self, customer_id: str | None = None) -> Sequence[Note]:
        """Return the notes of one customer, or all notes, oldest first."""
        ...

    def cases(self, customer_id: str | None = None) -> Sequence[Case]:
        """Return the cases of one customer, or all cases, oldest first."""
        ...

    def events(self, customer_id: str) -> Sequence[Event]:
        """Return the events of one customer, oldest first."""
        ...

    def belongings(self, customer_id: str) -> Belongings:
        """Return what belongs to one customer, also to one in the trash."""
        ...

    def changed_since(self, mark: object = None) -> ChangedCustomers:
        """Return the customers that have changed, come or gone since an earlier answer with this mark."""
        ...

    def apply(self, change: CustomerChange) -> None:
        """Apply a change; nothing has changed if StoreError is raised, unless its problem is UNCERTAIN."""
        ...
