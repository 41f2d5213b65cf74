"""The order of the list of customers."""

from datetime import UTC, datetime, timedelta

import pytest

from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.views.overview import LastContacts, SortOrder, in_order
from tests.fakes.customer_store import MemoryCustomerStore

START = datetime(2026, 11, 1, 8, tzinfo=UTC)


def _customer(number: int, name: str) -> Customer:
    return Customer(f"c{number}", (Nickname(name),), updated=START + timedelta(days=number))


CUSTOMERS = (_customer(1, "张三"), _customer(2, "Anna"), _customer(3, "李四"))


def _order(order: SortOrder, *notes: Note) -> list[str]:
    contacts = LastContacts().read(MemoryCustomerStore(CUSTOMERS, notes))
    return [each.label for each in in_order(CUSTOMERS, contacts, order)]


def test_the_last_contact_comes_first() -> None:
    assert _order(SortOrder.LAST_CONTACT) == ["李四", "Anna", "张三"]


def test_a_note_is_a_contact_and_the_newest_counts() -> None:
    notes = [Note(f"n{days}", "c1", "t", START + timedelta(days=days)) for days in (9, 4)]
    assert _order(SortOrder.LAST_CONTACT, *notes) == ["张三", "李四", "Anna"]
    contacts = LastContacts().read(MemoryCustomerStore(CUSTOMERS, notes))
    assert contacts["c1"] == START + timedelta(days=9)


def test_a_customer_without_any_time_comes_last() -> None:
    customers = (Customer("c9"), *CUSTOMERS)
    contacts = LastContacts().read(MemoryCustomerStore(customers))
    assert in_order(customers, contacts, SortOrder.LAST_CONTACT)[-1].id == "c9"


def test_names_are_in_the_order_of_their_pinyin() -> None:
    assert _order(SortOrder.NAME) == ["Anna", "李四", "张三"]


@pytest.mark.parametrize("order", SortOrder)
def test_many_customers_are_in_order_and_equal_ones_stay_as_they_are(order: SortOrder) -> None:
    customers = [
        Customer(f"c{number}", (Nickname(f"n{number % 7}"),), updated=START + timedelta(days=number % 5))
        for number in range(9_000)
    ]
    contacts = {each.id: each.updated for each in customers if each.updated}
    found = [int(each.id[1:]) for each in in_order(customers, contacts, order)]
    by_time = order is SortOrder.LAST_CONTACT
    assert found == sorted(range(9_000), key=lambda number: -(number % 5) if by_time else number % 7)


def test_only_what_has_changed_is_read_again() -> None:
    store, last = MemoryCustomerStore(CUSTOMERS), LastContacts()
    before = last.read(store)
    at = START + timedelta(days=20)
    store.apply(CustomerChange(notes=(Note("n1", "c2", "t", at),), remove_customers=("c3",)))
    assert last.read(store) == {"c1": before["c1"], "c2": at}
    assert set(before) == {"c1", "c2", "c3"}
