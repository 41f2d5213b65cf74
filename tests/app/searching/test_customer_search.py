"""The search for customers: typing does not wait for the index, and a lock leaves nothing of it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.app.process.work import Work
from quickdesk.app.searching.customer_search import CustomerSearchService, FoundCustomers
from quickdesk.app.searching.index_maintenance import IndexMaintenance
from quickdesk.app.searching.search_service import SearchService
from quickdesk.customers.customer import Customer, Nickname
from quickdesk.customers.search.index import PIECE
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.journal.background import ThreadWorker
from tests.fakes.builder import FakeBuilder
from tests.fakes.customer_store import MemoryCustomerStore
from tests.fakes.worker import WorkerAtOnce

MANY = 3 * PIECE


class Bench:
    """A service on a thread, and what it answered."""

    def __init__(self, qtbot: QtBot) -> None:
        customers = (Customer(f"c{number}", (Nickname(f"月亮{number}号"),)) for number in range(MANY))
        self.store = MemoryCustomerStore(customers)
        self.builders: list[FakeBuilder] = []
        self.service = CustomerSearchService(self.store, Work(ThreadWorker("customers")), self._maintenance)
        self.taken: list[FoundCustomers] = []
        self._qtbot = qtbot

    def _maintenance(self, search: SearchService) -> IndexMaintenance:
        self.builders.append(FakeBuilder())
        return IndexMaintenance(search, self.builders[-1], Work(WorkerAtOnce()))

    def search(self, query: str) -> FoundCustomers:
        self.taken.clear()
        self.service.search(query, 5, self.taken.append)
        self._qtbot.waitUntil(lambda: bool(self.taken))
        return self.taken[-1]

    def read_all(self) -> None:
        while self.search("").waiting:
            pass


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.service.close()


def ids(found: FoundCustomers) -> list[str]:
    return [hit.customer.id for hit in found.hits]


def test_nothing_is_read_before_the_first_search(bench: Bench) -> None:
    bench.store.refuse = StoreProblem.LOCKED  # it would fail
    bench.service.follow()
    bench.store.refuse = None
    assert bench.search("月亮").waiting == MANY - PIECE


def test_what_is_read_is_searched_and_the_rest_follows_by_itself(bench: Bench) -> None:
    bench.read_all()
    assert ids(bench.search("月亮0号")) == ["c0"]
    bench.store.apply(CustomerChange((Customer("new", (Nickname("星星"),)),)))
    found = bench.search("xingxing")
    assert (ids(found), found.waiting) == (["new"], 0)


def test_of_what_is_typed_only_the_newest_is_answered(bench: Bench, qtbot: QtBot) -> None:
    bench.read_all()
    taken: list[tuple[str, list[str]]] = []
    for query in ("月", "月亮", "月亮1号"):
        bench.service.search(query, 5, lambda found, query=query: taken.append((query, ids(found))))
    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [("月亮1号", ["c1"])]


def test_a_command_gets_the_hits_among_all_cards(bench: Bench) -> None:
    assert [hit.customer.id for hit in bench.service.find("月亮0号", 5)] == ["c0"]
    bench.store.refuse = StoreProblem.LOCKED
    with pytest.raises(StoreError):
        bench.service.find("月亮0号", 5)


def test_locked_customers_are_dropped_and_found_again_when_they_are_unlocked(bench: Bench) -> None:
    bench.read_all()
    bench.store.refuse = StoreProblem.LOCKED
    locked = bench.search("月亮")
    assert locked.error is not None
    assert (locked.error.problem, ids(locked)) == (StoreProblem.LOCKED, [])
    assert bench.builders[0].is_stopped
    bench.store.refuse = None
    assert bench.search("月亮0号").waiting == MANY - PIECE  # nothing was kept
    bench.read_all()
    assert ids(bench.search("月亮0号")) == ["c0"]


def test_a_lock_drops_what_a_command_has_read(bench: Bench, qtbot: QtBot) -> None:
    bench.service.find("月亮0号", 5)
    bench.store.refuse = StoreProblem.LOCKED
    bench.service.follow()
    qtbot.waitUntil(lambda: bench.builders[0].is_stopped)


def test_a_lock_drops_the_index_without_a_search(bench: Bench, qtbot: QtBot) -> None:
    bench.read_all()
    bench.store.refuse = StoreProblem.LOCKED
    bench.service.follow()
    qtbot.waitUntil(lambda: bench.builders[0].is_stopped)
