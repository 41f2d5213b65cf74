"""A desk for tests: a store in memory, the real finder, a clock that stands still and ids that count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

from quickdesk.commands.desk import Desk
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from tests.fakes.snippet_store import MemorySnippetStore

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class StillClock:
    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment

    def uptime(self) -> float:
        return 0.0


class MovingClock:
    """Stands still until somebody moves ``moment``, or ``seconds`` of the computer's own counter."""

    def __init__(self) -> None:
        self.moment, self.seconds = NOON, 0.0

    def now(self) -> datetime:
        return self.moment

    def uptime(self) -> float:
        return self.seconds


def desk_with(snippets: Iterable[Snippet] = (), clipboard: str = "") -> Desk:
    store = MemorySnippetStore(snippets)
    numbers = count(1)
    return Desk(
        store, LibraryFinder(store.snippets()), StillClock(), lambda: f"new{next(numbers)}", lambda: clipboard
    )


def store_of(desk: Desk) -> MemorySnippetStore:
    assert isinstance(desk.store, MemorySnippetStore)
    return desk.store
