"""Customers are stored with all that belongs to them, survive a restart, and can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from quickdesk.customers.customer import Customer
from quickdesk.customers.store import CustomerChange, CustomerStore
from quickdesk.replies.history import Action, ActionType, NotUndone, Undone
from quickdesk.replies.store import StoreError
from quickdesk.storage.customers.customer_store import TinyCustomerStore
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.open import Stores
from quickdesk.storage.table import Table
from tests.contracts.customer_store import (
    CASE,
    LATER,
    LIN,
    NOON,
    NOTE,
    OF_WANG,
    PASTED,
    RATED,
    WANG,
    CustomerStoreContract,
)
from tests.fakes.customer_store import MemoryCustomerStore
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk
from tests.fakes.stores import open_stores

ADD, REMOVE = Action(ActionType.ADD_CUSTOMER, NOON), Action(ActionType.REMOVE_CUSTOMER, NOON, day=3)
ALL = CustomerChange((LIN, WANG), (NOTE, LATER, OF_WANG), (CASE,), (PASTED, RATED), action=ADD)


class TestMemoryCustomerStore(CustomerStoreContract):
    @pytest.fixture
    def store(self) -> CustomerStore:
        return MemoryCustomerStore()


class TestTinyCustomerStore(CustomerStoreContract):
    @pytest.fixture
    def store(self) -> CustomerStore:
        return customers_of(DataFolder(MemoryDisk()))


class TestTinyCustomerStoreReadAnew(CustomerStoreContract):
    """Every read comes from the disk, so that nothing is known from memory alone."""

    @pytest.fixture
    def store(self) -> CustomerStore:
        return _ReadAnew()


class _ReadAnew:
    def __init__(self) -> None:
        self._disk = MemoryDisk()

    def apply(self, change: CustomerChange) -> None:
        customers_of(DataFolder(self._disk)).apply(change)
        self._disk = self._disk.after_kill()

    def __getattr__(self, name: str) -> object:
        return getattr(customers_of(DataFolder(self._disk.after_kill())), name)


def customers_of(folder: DataFolder) -> TinyCustomerStore:
    return TinyCustomerStore(partial(folder.engine, CUSTOMERS), folder.history)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    with open_stores(tmp_path) as opened:
        yield opened


def contents(store: CustomerStore) -> object:
    customers = {each.id: each for each in store.customers()}
    belongings = [(store.notes(key), store.cases(key), store.events(key)) for key in sorted(customers)]
    return customers, *belongings


def test_the_data_is_not_read_before_it_is_needed(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.customers().apply(ALL)
    with open_stores(tmp_path) as stores:
        customers = stores.customers()
        assert [each.kind for each in stores._kinds.opened((CUSTOMERS,))] == []
        assert contents(customers)[0] == {"l1": LIN, "w2": WANG}


def test_every_change_can_be_undone_in_order(stores: Stores) -> None:
    customers = stores.customers()
    changes = (
        ALL,
        CustomerChange((replace(LIN, remark=""),), action=Action(ActionType.EDIT_CUSTOMER, NOON)),
        CustomerChange(remove_notes=("n1",), action=Action(ActionType.REMOVE_NOTE, NOON)),
        CustomerChange(remove_customers=("l1",), action=REMOVE),
        CustomerChange(restore_customers=("l1",), action=Action(ActionType.RESTORE_CUSTOMER, NOON)),
    )
    moments = [contents(customers)]
    for change in changes:
        customers.apply(change)
        moments.append(contents(customers))
    for change, before in zip(reversed(changes), reversed(moments[:-1]), strict=True):
        undone = stores.snippets.undo(NOON, 4)
        assert isinstance(undone, Undone)
        assert undone.action == change.action
        assert undone.customers == (("l1", "w2") if change is ALL else ("l1",))
        assert (undone.back, undone.away, undone.facts) == ((), (), ())
        assert contents(customers) == before
    assert stores.snippets.undo(NOON) == NotUndone()


def test_the_customers_of_an_undone_addition_are_in_the_trash(stores: Stores) -> None:
    stores.customers().apply(ALL)
    stores.snippets.undo(NOON, 4)
    assert set(stores.customers().removed()) == {LIN, WANG}


def test_a_customer_that_changed_since_is_named_and_nothing_is_undone(stores: Stores) -> None:
    customers = stores.customers()
    customers.apply(ALL)
    customers.apply(CustomerChange((replace(LIN, remark="x"),)))
    customers.apply(CustomerChange(notes=(replace(OF_WANG, text="x"),)))
    undone = stores.snippets.undo(NOON)
    assert isinstance(undone, NotUndone)
    assert set(undone.customers) == {"l1", "w2"}
    assert customers.get("l1") == replace(LIN, remark="x")


def test_a_change_that_changes_nothing_is_no_action(stores: Stores) -> None:
    stores.customers().apply(replace(ALL, action=None))
    stores.customers().apply(ALL)
    assert stores.snippets.last_action() is None


def test_fields_of_a_newer_version_stay(stores: Stores) -> None:
    customers = stores.customers()
    customers.apply(ALL)
    engine = stores.engine(CUSTOMERS)
    for table, key in (("customers", "l1"), ("notes", "n1"), ("cases", "c1"), ("events", "e1")):
        document = engine.memory.get(table, key)
        assert document is not None
        orders = [{**each, "price": 5} for each in document.get("orders", ())]
        newer = document | {"mood": [1]} | ({"orders": orders} if orders else {})
        Table(lambda: engine, table).change(lambda draft, key=key, newer=newer: draft.put(key, newer))
    customers.apply(
        CustomerChange(
            (replace(LIN, tags=()),),
            (replace(NOTE, text="y"),),
            (replace(CASE, basis="y"),),
            (replace(PASTED, text="y"),),
        )
    )
    customers.apply(CustomerChange(remove_customers=("l1",)))
    customers.apply(CustomerChange(restore_customers=("l1",)))
    for table, key in (("customers", "l1"), ("notes", "n1"), ("cases", "c1"), ("events", "e1")):
        document = engine.memory.get(table, key) or {}
        assert document["mood"] == [1]
        assert all(each["price"] == 5 for each in document.get("orders", ()))


@pytest.mark.parametrize(
    "document",
    [
        {"nicknames": [3, {"text": 4}], "tags": "a", "fields": [1], "orders": {}, "birthday": 3},
        {"name": None, "created": "noon", "updated": "2026-11-22T12:00:00", "phones": [["1"], "2"]},
    ],
)
def test_a_value_of_another_type_is_read_as_empty(stores: Stores, document: dict[str, object]) -> None:
    engine = stores.engine(CUSTOMERS)
    for table in ("customers", "notes", "cases", "events"):
        Table(lambda: engine, table).change(
            lambda draft: draft.put("x", {"_id": "x", "customer": "x", **document})
        )
    customers = stores.customers()
    (read,) = customers.customers()
    assert (read.id, read.name, read.created, read.orders) == ("x", "", None, ())
    assert len(customers.notes("x")) == len(customers.cases("x")) == 1
    assert list(customers.events("x")) == []


def test_after_a_failed_write_everything_is_as_before() -> None:
    disk = MemoryDisk()
    folder = DataFolder(disk)
    customers = customers_of(folder)
    customers.apply(ALL)
    before = contents(customers)
    disk.fail_at = disk.effects + 1
    change = CustomerChange((Customer("x"),), (replace(NOTE, customer_id="w2"),), remove_cases=("c1",))
    with pytest.raises(StoreError):
        customers.apply(change)
    assert contents(customers) == before
