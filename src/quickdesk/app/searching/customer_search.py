"""The search for customers on a thread of its own.

Its index is made on first use, in pieces between which key strokes are answered, and is kept in memory only.
It follows the store with each search. When the customers are locked, it is dropped.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from quickdesk.app.process.work import Work
from quickdesk.app.searching.index_maintenance import IndexMaintenance
from quickdesk.app.searching.search_service import SearchService
from quickdesk.customers.search.hit import CustomerHit
from quickdesk.customers.search.index import CustomerIndex
from quickdesk.customers.store import CustomerStore
from quickdesk.replies.store import StoreError
from quickdesk.search.sounds import EXACT, Sounds

MakeMaintenance: TypeAlias = Callable[[SearchService], IndexMaintenance]
"""Returns what keeps the base index of a search up to date, not started; it must keep no file."""


@dataclass(frozen=True, slots=True)
class FoundCustomers:
    """The result of one search: ``waiting`` cards are not read yet; ``error`` says why there is none."""

    hits: Sequence[CustomerHit] = ()
    waiting: int = 0
    error: StoreError | None = None


@dataclass(frozen=True, slots=True)
class _Made:
    """One index and what belongs to it; all of it is replaced when the index is dropped."""

    index: CustomerIndex
    engine: SearchService
    maintenance: IndexMaintenance


class CustomerSearchService(QObject):
    """Finds customers, and tells with ``progressed`` that more cards were read, and how many are not yet."""

    progressed = Signal(int)

    def __init__(self, store: CustomerStore, work: Work, make_maintenance: MakeMaintenance) -> None:
        """``work`` does nothing else."""
        super().__init__()
        self._store, self._work, self._make_maintenance = store, work, make_maintenance
        self._sounds: Sounds = EXACT
        self._newest = 0
        self._is_reading = self._is_used = False
        self._made = self._make()

    def search(
        self, query: str, limit: int, take: Callable[[FoundCustomers], None], patience_ms: int = 0
    ) -> None:
        """Call ``take`` with what is found among the cards read so far, unless a newer query comes first.

        If the result is there within ``patience_ms``, ``take`` is called before this method returns.
        """
        self._newest += 1
        self._is_used = True
        number = self._newest
        job = partial(_searched, self._made.index, query, limit, lambda: number != self._newest)
        self._work.submit(job, partial(self._take, number, take), patience_ms)

    def cancel(self) -> None:
        """Cancel the newest query: its callback is not called."""
        self._newest += 1

    def find(self, query: str, limit: int) -> Sequence[CustomerHit]:
        """Return the best hits among all customers, however long that takes; not in the main thread.

        Raises StoreError.
        """
        self._is_used = True
        return self._work.wait(partial(self._made.index.find_in_all, query, limit))

    def set_sounds(self, sounds: Sounds) -> None:
        """Set which sounds of pinyin count as one."""
        self._sounds = sounds
        self._made.engine.run(lambda finder: finder.set_sounds(sounds), _ignore)

    def follow(self) -> None:
        """Take over what has changed in the store, if anything was searched yet; drop all if it is locked."""
        if self._is_used:
            self._work.submit(partial(_followed, self._made.index), partial(self._on_read, self._made))

    def drop(self) -> None:
        """Forget all cards, because the customers are locked."""
        self.cancel()
        self._is_used = False
        before, self._made = self._made, self._make()
        before.maintenance.close()

    def close(self) -> None:
        """Return when all jobs are done."""
        self.cancel()
        self._made.maintenance.close()
        self._work.close()

    def _make(self) -> _Made:
        index = CustomerIndex(self._store)
        index.finder.library.set_sounds(self._sounds)
        engine = SearchService(index.finder.library, self._work)
        return _Made(index, engine, self._make_maintenance(engine))

    def _take(
        self, number: int, take: Callable[[FoundCustomers], None], outcome: FoundCustomers | Exception | None
    ) -> None:
        if isinstance(outcome, Exception):
            raise outcome
        if outcome is None:  # a newer query came first
            return
        is_newest = number == self._newest
        if outcome.error is not None:
            self.drop()  # nothing stays in memory of cards that cannot be read
        elif outcome.waiting:
            self._read_on()
        if is_newest:
            take(outcome)

    def _read_on(self) -> None:
        """Read the next cards, one piece after the other."""
        if not self._is_reading:
            self._is_reading = True
            self._work.submit(partial(_read, self._made.index), partial(self._on_piece, self._made))

    def _on_piece(self, made: _Made, outcome: int | Exception) -> None:
        self._is_reading = False
        self._on_read(made, outcome)

    def _on_read(self, made: _Made, outcome: int | Exception) -> None:
        if made is not self._made:  # it was dropped
            return
        if isinstance(outcome, StoreError):
            self.drop()
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            if outcome:
                self._read_on()
            else:
                made.engine.prepare()
                made.maintenance.start()
            self.progressed.emit(outcome)


def _searched(
    index: CustomerIndex, query: str, limit: int, is_cancelled: Callable[[], bool]
) -> FoundCustomers | None:
    try:
        hits = index.find(query, limit, is_cancelled)
    except StoreError as error:
        return FoundCustomers(error=error)
    return None if hits is None else FoundCustomers(hits, index.waiting)


def _followed(index: CustomerIndex) -> int:
    index.follow()
    return index.waiting


def _read(index: CustomerIndex) -> int:
    index.step()
    return index.waiting


def _ignore(_: object) -> None:
    pass
