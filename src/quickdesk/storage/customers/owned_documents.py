"""Notes, cases or events by the customer they belong to, kept up to date with their table."""

from collections.abc import Iterable, Iterator

from quickdesk.storage.customers.shape import CUSTOMER
from quickdesk.storage.document import Document, id_of
from quickdesk.storage.journal.record import PUT, Op
from quickdesk.storage.journal.tables import MemoryTables, Undo, UndoAdded


class OwnedDocuments:
    """One table; hold the guard of the engine while using it."""

    def __init__(self, memory: MemoryTables, table: str) -> None:
        self._memory, self.table = memory, table
        self._by_customer: dict[str, dict[str, Document]] | None = None

    def of(self, customer_id: str) -> Iterator[tuple[str, Document]]:
        """Iterate over the ids and documents of one customer, in no certain order."""
        found = self._made().get(customer_id, {})
        return ((id_of(each, key), each) for key, each in found.items())

    def follow(self, undos: Iterable[Undo]) -> None:
        """Update after operations on the table."""
        if self._by_customer is None:
            return
        for undo in undos:
            if isinstance(undo, UndoAdded):
                for op in undo.ops:
                    self._add(op)
                continue
            if undo.document is not None:
                self._by_customer.get(_owner(undo.document), {}).pop(undo.op[2], None)
            if undo.op[0] == PUT:
                self._add(undo.op)

    def forget(self) -> None:
        """Find them again when they are next needed."""
        self._by_customer = None

    def _add(self, op: Op) -> None:
        self._made().setdefault(_owner(op[3]), {})[op[2]] = op[3]

    def _made(self) -> dict[str, dict[str, Document]]:
        if self._by_customer is None:
            made: dict[str, dict[str, Document]] = {}
            for key, document in self._memory.documents(self.table).items():
                made.setdefault(_owner(document), {})[key] = document
            self._by_customer = made
        return self._by_customer


def _owner(document: Document) -> str:
    owner = document.get(CUSTOMER)
    return owner if isinstance(owner, str) else ""
