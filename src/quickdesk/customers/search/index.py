"""The index of the customers of a store: read in pieces, and followed from then on.

It is in memory only. Not thread-safe; the store may be used elsewhere meanwhile.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from heapq import nlargest
from itertools import islice

from quickdesk.customers.search.finder import MOST_RECENT, CustomerFinder, SearchedCard
from quickdesk.customers.search.hit import CustomerHit
from quickdesk.customers.store import CustomerStore
from quickdesk.search.lookup.request import IsCancelled

PIECE = 256
"""Cards that are read in one step, which takes a few frames."""


class CustomerIndex:
    """A finder that has the cards of a store; all methods raise StoreError, also while the data is locked."""

    def __init__(self, store: CustomerStore) -> None:
        self.finder = CustomerFinder()
        self._store = store
        self._mark: object = None
        self._waiting: dict[str, None] = {}
        self._contacted: dict[str, datetime] = {}

    @property
    def waiting(self) -> int:
        """The number of cards that are still to be read."""
        return len(self._waiting)

    def follow(self) -> None:
        """Take over what has changed since the last call; what is much is left to :meth:`step`."""
        changed = self._store.changed_since(self._mark)
        if changed.ids is None:
            known = {customer.id: None for customer in self._store.customers()}
            self._read([key for key in self._contacted if key not in known])
            self._waiting = dict.fromkeys(reversed(known))  # the newest customers first
            self.step()
        else:
            self._waiting = dict.fromkeys((*changed.ids, *self._waiting))
            if 0 < len(changed.ids) <= PIECE:
                self.step(len(changed.ids))
        self._mark = changed.mark

    def step(self, most: int = PIECE) -> bool:
        """Read the next cards; return False if none is left."""
        some = tuple(islice(self._waiting, most))
        if some:
            self._read(some)
            for key in some:
                del self._waiting[key]
            if not self._waiting:
                self._prefer_recent()
        return bool(self._waiting)

    def find(
        self, query: str, limit: int, is_cancelled: IsCancelled = lambda: False
    ) -> Sequence[CustomerHit] | None:
        """Return the best hits among the cards that are read, with all changes; None if cancelled."""
        self.follow()
        return self.finder.find(query, limit, is_cancelled)

    def find_in_all(self, query: str, limit: int) -> Sequence[CustomerHit]:
        """Return the best hits among all cards, however long they take to be read."""
        self.follow()
        while self.step():
            pass
        return self.finder.find(query, limit) or ()

    def _read(self, ids: Iterable[str]) -> None:
        """Read these cards; those that are gone are not found any more."""
        put, gone = [], []
        for key in ids:
            customer = self._store.get(key)
            if customer is None:
                gone.append(key)
                self._contacted.pop(key, None)
                continue
            notes = tuple(self._store.notes(key))
            put.append(SearchedCard(customer, notes))
            times = [customer.created, customer.updated, *(each.at for each in notes[-1:])]
            times += [each.at for each in self._store.events(key)[-1:]]
            self._contacted[key] = max((at for at in times if at is not None), default=_LONG_AGO)
        self.finder.update(put, gone)

    def _prefer_recent(self) -> None:
        self.finder.set_recent(nlargest(MOST_RECENT, self._contacted, key=self._contacted.__getitem__))


_LONG_AGO = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
