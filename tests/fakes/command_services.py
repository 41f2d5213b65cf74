"""The services of commands for tests: a store in memory, the real finder, a still clock and counted ids."""

from collections.abc import Collection, Iterable, Sequence
from itertools import count

from quickdesk.commands.checker import CheckResult
from quickdesk.commands.customers.eraser import Erased
from quickdesk.commands.registry import CommandServices
from quickdesk.customers.retention import RetentionDays
from quickdesk.customers.search.hit import CustomerHit
from quickdesk.customers.search.index import CustomerIndex
from quickdesk.customers.store import CustomerStore
from quickdesk.replies.facts import Fact
from quickdesk.replies.running_days import MemoryDayCounter
from quickdesk.replies.snippet import Snippet
from quickdesk.search.explanation import Explanation
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.suggestion import Suggestion
from tests.fakes.backups import FakeBackups
from tests.fakes.clock import StillClock
from tests.fakes.customer_store import MemoryCustomerStore
from tests.fakes.fact_store import MemoryFactStore
from tests.fakes.lexicon_store import MemoryLexiconStore
from tests.fakes.protection import FakeProtection
from tests.fakes.snippet_store import MemorySnippetStore


class NoAdvice:
    def explain(self, query: str, snippet_id: str) -> Explanation | None:
        return None

    def suggest(self, message: str, limit: int) -> Sequence[Suggestion]:
        return ()


class NothingLearnt:
    def forget(self) -> int:
        return 0


class IndexedCustomers:
    """Finds the customers of a store, which it reads anew each time."""

    def __init__(self, store: CustomerStore) -> None:
        self._store = store

    def find(self, query: str, limit: int) -> Sequence[CustomerHit]:
        return CustomerIndex(self._store).find_in_all(query, limit)


class FakeEraser:
    """Erases customers from a store in memory; ``erased`` are all ids so far."""

    def __init__(self, store: MemoryCustomerStore) -> None:
        self._store = store
        self.erased: list[str] = []

    def erase(self, ids: Collection[str]) -> Erased:
        notes = sum(len(self._store.notes(each)) for each in ids)
        found = [each for each in ids if self._store.get(each)]
        self._store.erase(ids)
        self.erased += ids
        return Erased(len(found), notes)

    def finish(self, *, is_thorough: bool) -> Erased | None:
        return None


class NothingToCheck:
    def check(self) -> CheckResult:
        return CheckResult({}, 0)

    def unacknowledged(self) -> Sequence[str]:
        return ()

    def acknowledge(self) -> Sequence[str]:
        return ()


def services_with(
    snippets: Iterable[Snippet] = (), clipboard: str = "", facts: Iterable[Fact] = ()
) -> CommandServices:
    store = MemorySnippetStore(snippets)
    numbers, customers = count(1), MemoryCustomerStore()
    return CommandServices(
        store=store,
        facts=MemoryFactStore(facts),
        lexicon=MemoryLexiconStore(),
        customers=customers,
        customer_search=IndexedCustomers(customers),
        finder=LibraryFinder(store.snippets()),
        advice=NoAdvice(),
        backups=FakeBackups(None),
        checker=NothingToCheck(),
        clock=StillClock(),
        days=MemoryDayCounter(),
        new_id=lambda: f"new{next(numbers)}",
        clipboard=lambda: clipboard,
        dead_searches=tuple,
        daily_use=tuple,
        learnt=NothingLearnt(),
        protection=FakeProtection(),
        eraser=FakeEraser(customers),
        retention_days=RetentionDays,
    )


def store_of(services: CommandServices) -> MemorySnippetStore:
    assert isinstance(services.store, MemorySnippetStore)
    return services.store
