"""The index follows its store: what is there is found in pieces, and every change at once."""

from datetime import UTC, datetime, timedelta

import pytest

from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.customers.search.index import PIECE, CustomerIndex
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import Event, EventType
from quickdesk.replies.store import StoreError, StoreProblem
from tests.fakes.customer_store import MemoryCustomerStore

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def customer(number: int) -> Customer:
    return Customer(f"c{number}", (Nickname(f"月亮{number}号"),))


def found(index: CustomerIndex, query: str) -> list[str]:
    return [hit.customer.id for hit in index.find(query, 9) or ()]


def test_cards_are_read_in_pieces_and_searched_as_far_as_they_are() -> None:
    index = CustomerIndex(MemoryCustomerStore(map(customer, range(2 * PIECE + 2))))
    assert found(index, f"月亮{PIECE + 3}号") == [f"c{PIECE + 3}"]  # the newest first
    assert index.waiting == PIECE + 2
    assert index.step()
    assert found(index, "月亮0号") == []
    assert not index.step()
    assert found(index, "月亮0号") == ["c0"]
    assert index.waiting == 0


def test_changes_are_found_at_once_also_before_everything_is_read() -> None:
    store = MemoryCustomerStore(map(customer, range(2 * PIECE)))
    index = CustomerIndex(store)
    index.follow()
    index.step()
    store.apply(CustomerChange((Customer("new", (Nickname("星星"),)),), (Note("n", "c0", "裂缝", NOON),)))
    assert (found(index, "星星"), found(index, "裂缝")) == (["new"], ["c0"])
    store.apply(CustomerChange(remove_customers=("new",)))
    assert found(index, "星星") == []
    store.apply(CustomerChange(restore_customers=("new",)))
    assert found(index, "星星") == ["new"]


def test_find_in_all_reads_the_rest() -> None:
    index = CustomerIndex(MemoryCustomerStore(map(customer, range(PIECE + 9))))
    assert [hit.customer.id for hit in index.find_in_all("月亮0号", 9)] == ["c0"]


def test_who_was_contacted_last_is_first() -> None:
    store = MemoryCustomerStore(map(customer, range(5)))
    index = CustomerIndex(store)
    index.find_in_all("", 1)
    store.apply(CustomerChange(events=(Event("e", "c3", EventType.PASTED, NOON),)))
    store.apply(CustomerChange(notes=(Note("n", "c1", "裂缝", NOON - timedelta(days=1)),)))
    assert found(index, "")[:2] == found(index, "月亮")[:2] == ["c3", "c1"]


def test_after_a_restore_only_what_is_there_is_found() -> None:
    first, second = MemoryCustomerStore(map(customer, range(3))), MemoryCustomerStore([customer(2)])
    index = CustomerIndex(first)
    index.find_in_all("", 1)
    index._store = second  # another life of the data, as after a restore
    assert [hit.customer.id for hit in index.find_in_all("月亮", 9)] == ["c2"]


def test_locked_data_is_an_error() -> None:
    store = MemoryCustomerStore([customer(1)])
    index = CustomerIndex(store)
    store.refuse = StoreProblem.LOCKED
    with pytest.raises(StoreError):
        index.find("月亮", 9)
    store.refuse = None
    assert index.find_in_all("月亮", 9)[0].customer == customer(1)
