"""The values of the customers in one engine, made of its documents when they are first needed."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TypeVar

from quickdesk.customers.case import Case
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.store import Belongings, ChangedCustomers
from quickdesk.customers.timeline import Event
from quickdesk.storage.customers.changed_owners import ChangedOwners
from quickdesk.storage.customers.owned_documents import OwnedDocuments
from quickdesk.storage.customers.shape import (
    CASES,
    CUSTOMERS_TABLE,
    EVENTS,
    NOTES,
    TRASH,
    case_of,
    customer_of,
    event_of,
    note_of,
)
from quickdesk.storage.document import Document, by_id
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.gc_pause import gc_paused
from quickdesk.storage.journal.tables import Undo, changed_documents

T = TypeVar("T")


class CustomerView:
    """What a store of customers reads; it follows every change of the engine."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._notes, self._cases, self._events = (
            OwnedDocuments(engine.memory, table) for table in (NOTES, CASES, EVENTS)
        )
        self._values: dict[str, Customer] | None = None
        self._customers: tuple[Customer, ...] | None = None
        self._changed = ChangedOwners()
        engine.staged.on_applied(self._follow)
        engine.staged.on_rolled_back(self._forget)

    def customers(self) -> Sequence[Customer]:
        """Return all customers that are not in the trash, oldest first."""
        with self.engine.guard:
            if self._customers is None:
                self._customers = tuple(self._made().values())
            return self._customers

    def get(self, customer_id: str) -> Customer | None:
        """Return one customer that is not in the trash; the others are not made for it."""
        with self.engine.guard:
            if self._values is not None:
                return self._values.get(customer_id)
            document = self.engine.memory.get(CUSTOMERS_TABLE, customer_id)
            return None if document is None else customer_of(customer_id, document)

    def removed(self) -> Sequence[Customer]:
        """Return the customers in the trash, the last removed one last."""
        with self.engine.guard:
            return tuple(_customers_of(by_id(self.engine.memory.documents(TRASH))).values())

    def changed_since(self, mark: object) -> ChangedCustomers:
        """Return the customers that have changed since an answer with this mark."""
        with self.engine.guard:
            return self._changed.since(mark)

    def notes(self, customer_id: str | None) -> Sequence[Note]:
        """Return notes, oldest first."""
        return sorted(self._of(customer_id, self._notes, note_of), key=attrgetter("at"))

    def cases(self, customer_id: str | None) -> Sequence[Case]:
        """Return cases, oldest first."""
        return sorted(self._of(customer_id, self._cases, case_of), key=attrgetter("opened"))

    def events(self, customer_id: str) -> Sequence[Event]:
        """Return events, oldest first."""
        found = self._of(customer_id, self._events, event_of)
        return sorted((each for each in found if each is not None), key=attrgetter("at"))

    def belongings(self, customer_id: str) -> Belongings:
        """Return what belongs to one customer, also to one in the trash."""
        with self.engine.guard:
            notes = [note_of(*pair) for pair in self._notes.of(customer_id)]
            cases = [case_of(*pair) for pair in self._cases.of(customer_id)]
            events = [event_of(*pair) for pair in self._events.of(customer_id)]
        return Belongings(
            sorted(notes, key=attrgetter("at")),
            sorted(cases, key=attrgetter("opened")),
            sorted((each for each in events if each is not None), key=attrgetter("at")),
        )

    def _of(
        self, customer_id: str | None, belongings: OwnedDocuments, make: Callable[[str, Document], T]
    ) -> list[T]:
        with self.engine.guard:
            known = self.engine.memory.keys(CUSTOMERS_TABLE)
            if customer_id is not None:
                found = list(belongings.of(customer_id)) if customer_id in known else []
            else:
                found = [pair for each in known for pair in belongings.of(each)]
        if customer_id is not None:
            return [make(*pair) for pair in found]
        with gc_paused():
            return [make(*pair) for pair in found]

    def _made(self) -> dict[str, Customer]:
        if self._values is None:
            with gc_paused():
                self._values = _customers_of(by_id(self.engine.memory.documents(CUSTOMERS_TABLE)))
        return self._values

    def _follow(self, undos: Sequence[Undo]) -> None:
        self._changed.follow(undos)
        for each in (self._notes, self._cases, self._events):
            each.follow(undo for undo in undos if undo.table == each.table)
        own = [undo for undo in undos if undo.table == CUSTOMERS_TABLE]
        if not own:
            return
        self._customers = None
        if self._values is not None:
            removed, put = changed_documents(own)
            for text in removed:
                self._values.pop(text, None)
            self._values.update(_customers_of(put))

    def _forget(self) -> None:
        self._changed.forget()
        self._values = self._customers = None
        for each in (self._notes, self._cases, self._events):
            each.forget()


def _customers_of(documents: dict[str, Document]) -> dict[str, Customer]:
    return {text: customer_of(text, document) for text, document in documents.items()}
