"""Which customers have changed since when: what a cache of them reads again."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from quickdesk.customers.store import ChangedCustomers
from quickdesk.storage.customers.shape import CASES, CUSTOMER, CUSTOMERS_TABLE, EVENTS, NOTES, TRASH
from quickdesk.storage.document import Document, id_of
from quickdesk.storage.journal.record import PUT
from quickdesk.storage.journal.tables import Undo, UndoAdded

_CARDS, _BELONGINGS = (CUSTOMERS_TABLE, TRASH), (NOTES, CASES, EVENTS)


class ChangedOwners:
    """The number of the last change of each customer; hold the guard of the engine while using it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._number = 0
        self._life = object()
        """A mark of another life, before what is not known any more, is a mark of nothing."""

    def since(self, mark: object) -> ChangedCustomers:
        """Return the customers that have changed since an answer with this mark."""
        now = (self._life, self._number)
        if not isinstance(mark, tuple) or mark[0] is not self._life:
            return ChangedCustomers(None, now)
        newest_first = reversed(self._numbers.items())
        found = takewhile(lambda pair: pair[1] > mark[1], newest_first)
        return ChangedCustomers(frozenset(key for key, _ in found), now)

    def follow(self, undos: Iterable[Undo]) -> None:
        """Note which customers operations have changed."""
        self._number += 1
        for undo in undos:
            for owner in _owners(undo):
                self._numbers.pop(owner, None)  # the newest is last
                self._numbers[owner] = self._number

    def forget(self) -> None:
        """Anything may have changed."""
        self._numbers.clear()
        self._life = object()


def _owners(undo: Undo) -> Iterator[str]:
    """Yield the customers whose documents an operation has replaced, and those whose they are now."""
    if undo.table not in (*_CARDS, *_BELONGINGS):
        return
    for op in undo.ops if isinstance(undo, UndoAdded) else (undo.op,):
        if op[0] == PUT:
            yield _owner(undo.table, op[2], op[3])
    if not isinstance(undo, UndoAdded) and undo.document is not None:
        yield _owner(undo.table, undo.op[2], undo.document)


def _owner(table: str, key: str, document: Document) -> str:
    owner = id_of(document, key) if table in _CARDS else document.get(CUSTOMER)
    return owner if isinstance(owner, str) else ""
