"""A store of customers in memory that follows the contract and can refuse changes."""

from collections.abc import Collection, Iterable, Sequence

from quickdesk.customers.case import Case
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.store import Belongings, ChangedCustomers, CustomerChange
from quickdesk.customers.timeline import Event
from quickdesk.replies.history import Action
from quickdesk.replies.store import StoreError, StoreProblem


class MemoryCustomerStore:
    """Forgets everything when it goes away. ``refuse`` is raised by all that is asked of it then.

    ``actions`` are those of the changes so far.
    """

    def __init__(self, customers: Iterable[Customer] = (), notes: Iterable[Note] = ()) -> None:
        self._live = {each.id: each for each in customers}
        self._trash: dict[str, Customer] = {}
        self._notes = {each.id: each for each in notes}
        self._cases: dict[str, Case] = {}
        self._events: dict[str, Event] = {}
        self._changes: list[frozenset[str]] = []
        self.actions: list[Action] = []
        self.refuse: StoreProblem | None = None

    def customers(self) -> Sequence[Customer]:
        self._check()
        return tuple(self._live.values())

    def get(self, customer_id: str) -> Customer | None:
        self._check()
        return self._live.get(customer_id)

    def removed(self) -> Sequence[Customer]:
        self._check()
        return tuple(self._trash.values())

    def notes(self, customer_id: str | None = None) -> Sequence[Note]:
        found = [each for each in self._notes.values() if self._is_asked(each.customer_id, customer_id)]
        return sorted(found, key=lambda each: each.at)

    def cases(self, customer_id: str | None = None) -> Sequence[Case]:
        found = [each for each in self._cases.values() if self._is_asked(each.customer_id, customer_id)]
        return sorted(found, key=lambda each: each.opened)

    def events(self, customer_id: str) -> Sequence[Event]:
        found = [each for each in self._events.values() if self._is_asked(each.customer_id, customer_id)]
        return sorted(found, key=lambda each: each.at)

    def belongings(self, customer_id: str) -> Belongings:
        self._check()
        return Belongings(
            sorted(
                (each for each in self._notes.values() if each.customer_id == customer_id),
                key=lambda each: each.at,
            ),
            sorted(
                (each for each in self._cases.values() if each.customer_id == customer_id),
                key=lambda each: each.opened,
            ),
            sorted(
                (each for each in self._events.values() if each.customer_id == customer_id),
                key=lambda each: each.at,
            ),
        )

    def changed_since(self, mark: object = None) -> ChangedCustomers:
        self._check()
        now = (self, len(self._changes))
        if not isinstance(mark, tuple) or mark[0] is not self:
            return ChangedCustomers(None, now)
        return ChangedCustomers(frozenset().union(*self._changes[mark[1] :]), now)

    def apply(self, change: CustomerChange) -> None:
        self._check()
        owners = {each.id for each in change.customers}
        owners |= {*change.remove_customers, *change.restore_customers}
        owners |= {each.customer_id for each in (*change.notes, *change.cases, *change.events)}
        owners |= {self._notes[key].customer_id for key in change.remove_notes if key in self._notes}
        owners |= {self._cases[key].customer_id for key in change.remove_cases if key in self._cases}
        owners |= {self._events[key].customer_id for key in change.remove_events if key in self._events}
        self._changes.append(frozenset(owners))
        self._move(change)
        self._notes |= {each.id: each for each in change.notes}
        self._cases |= {each.id: each for each in change.cases}
        self._events |= {each.id: each for each in change.events}
        for keys, values in (
            (change.remove_notes, self._notes),
            (change.remove_cases, self._cases),
            (change.remove_events, self._events),
        ):
            for key in keys:
                values.pop(key, None)  # type: ignore[attr-defined]  # three types of values
        if change.action is not None:
            self.actions.append(change.action)

    def erase(self, ids: Collection[str]) -> None:
        """Forget customers, cases and events; no store does this, but what erases them from all files."""
        for key in ids:
            self._live.pop(key, None)
            self._trash.pop(key, None)
            self._cases.pop(key, None)
            self._events.pop(key, None)

    def _move(self, change: CustomerChange) -> None:
        for customer in change.customers:
            self._trash.pop(customer.id, None)
            self._live[customer.id] = customer
        for key in change.remove_customers:
            if key in self._live:
                self._trash[key] = self._live.pop(key)
        for key in change.restore_customers:
            if key in self._trash:
                self._live[key] = self._trash.pop(key)

    def _is_asked(self, owner: str, wanted: str | None) -> bool:
        self._check()
        return owner in self._live and wanted in (None, owner)

    def _check(self) -> None:
        if self.refuse is not None:
            raise StoreError(self.refuse, "memory")
