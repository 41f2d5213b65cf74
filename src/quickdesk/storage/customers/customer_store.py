"""The customers with their notes, cases and events, in ``customers.json``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from typing import Any

from quickdesk.customers.case import Case
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.store import Belongings, ChangedCustomers, CustomerChange
from quickdesk.customers.timeline import Event
from quickdesk.storage.customers.shape import (
    CASES,
    CUSTOMERS_TABLE,
    EVENTS,
    NOTES,
    TRASH,
    case_document,
    customer_document,
    event_document,
    note_document,
)
from quickdesk.storage.customers.view import CustomerView
from quickdesk.storage.document import ID, Document, stored_text
from quickdesk.storage.history.history import History
from quickdesk.storage.history.record import State
from quickdesk.storage.history.recording import state_of, with_record
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.gc_pause import gc_paused
from quickdesk.storage.journal.record import Op
from quickdesk.storage.retention import stamp, without_stamp
from quickdesk.storage.table import Draft, OpenEngine

_NOTHING: Mapping[str, Any] = {}
_FEW = 1_000
"""Values that change without the garbage collector being paused."""


class TinyCustomerStore:
    """Stores customers; see :class:`quickdesk.customers.store.CustomerStore`."""

    def __init__(self, open_engine: OpenEngine, history: History) -> None:
        self._open, self._history = open_engine, history
        self._view: CustomerView | None = None

    def customers(self) -> Sequence[Customer]:
        """Return all customers, the one added first at the beginning."""
        return self._viewed().customers()

    def get(self, customer_id: str) -> Customer | None:
        """Return one customer that is not in the trash."""
        return self._viewed().get(stored_text(customer_id))

    def removed(self) -> Sequence[Customer]:
        """Return the customers in the trash, the last removed one last."""
        return self._viewed().removed()

    def notes(self, customer_id: str | None = None) -> Sequence[Note]:
        """Return the notes of one customer, or all notes, oldest first."""
        return self._viewed().notes(customer_id)

    def cases(self, customer_id: str | None = None) -> Sequence[Case]:
        """Return the cases of one customer, or all cases, oldest first."""
        return self._viewed().cases(customer_id)

    def events(self, customer_id: str) -> Sequence[Event]:
        """Return the events of one customer, oldest first."""
        return self._viewed().events(customer_id)

    def belongings(self, customer_id: str) -> Belongings:
        """Return what belongs to one customer, also to one in the trash."""
        return self._viewed().belongings(customer_id)

    def changed_since(self, mark: object = None) -> ChangedCustomers:
        """Return the customers that have changed, come or gone since an earlier answer with this mark."""
        return self._viewed().changed_since(mark)

    def apply(self, change: CustomerChange) -> None:
        """Apply a change in one transaction; raises StoreError, and then nothing changed."""
        engine = self._viewed().engine
        sequence = 0
        if change.action is not None:
            self._history.open()
            sequence = self._history.next_sequence(change.action.at)
        is_large = len(change.customers) + len(change.notes) + len(change.remove_customers) > _FEW
        with engine.guard, gc_paused() if is_large else nullcontext():
            ops = _planned(engine, change)
            if change.action is not None:
                ops = with_record(engine, change.action, ops, sequence)
            write = engine.stage_for_waiting(ops, are_stored=True)
        write.wait()

    def _viewed(self) -> CustomerView:
        """Return the values of the engine that is open now: data that was locked is opened again."""
        engine, view = self._open(), self._view
        if view is None or view.engine is not engine:
            view = self._view = CustomerView(engine)
        return view


def _planned(engine: Engine, change: CustomerChange) -> list[Op]:
    """Return the operations of a change; hold the guard until they are staged."""
    return [
        *_customer_ops(engine, change),
        *_ops(engine, NOTES, change.notes, note_document, change.remove_notes),
        *_ops(engine, CASES, change.cases, case_document, change.remove_cases),
        *_ops(engine, EVENTS, change.events, event_document, change.remove_events),
    ]


def _customer_ops(engine: Engine, change: CustomerChange) -> list[Op]:
    states: dict[str, State] = {}

    def state(text: str) -> State:
        return states[text] if text in states else state_of(engine.memory, engine.kind, CUSTOMERS_TABLE, text)

    for customer in change.customers:
        text = stored_text(customer.id)
        present = state(text)
        kept = _NOTHING if present is None else without_stamp(present[1])
        document = engine.checked(CUSTOMERS_TABLE, {**customer_document(customer, kept), ID: text})
        states[text] = (CUSTOMERS_TABLE, document)
    date = {} if change.action is None else stamp(change.action.day, change.action.at)
    for ids, source, target, stamps in (
        (change.remove_customers, CUSTOMERS_TABLE, TRASH, date),
        (change.restore_customers, TRASH, CUSTOMERS_TABLE, {}),
    ):
        for text in map(stored_text, ids):
            present = state(text)
            if present is not None and present[0] == source:
                states[text] = (target, {ID: text, **without_stamp(present[1]), **stamps})
    return _moved(engine, states)


def _moved(engine: Engine, states: Mapping[str, State]) -> list[Op]:
    """Return what puts customers where they are to be, in use or in the trash."""
    live, trash = Draft(CUSTOMERS_TABLE, engine.memory), Draft(TRASH, engine.memory)
    for text, state in states.items():
        if state is None or state == state_of(engine.memory, engine.kind, CUSTOMERS_TABLE, text):
            continue
        here, there = (live, trash) if state[0] == CUSTOMERS_TABLE else (trash, live)
        there.remove([text])
        here.put(text, state[1])
    return [*live.ops, *trash.ops]


def _ops(
    engine: Engine,
    table: str,
    values: Iterable[Any],
    document_of: Callable[[Any, Mapping[str, Any]], Document],
    removed: Iterable[str],
) -> list[Op]:
    """Return the operations on what belongs to customers."""
    draft = Draft(table, engine.memory)
    for each in values:
        text = stored_text(each.id)
        present = engine.memory.get(table, text)
        document = engine.checked(table, {**document_of(each, present or _NOTHING), ID: text})
        if document != present:
            draft.put(text, document)
    draft.remove(map(stored_text, removed))
    return draft.ops
