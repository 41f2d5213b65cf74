"""One table of a kind of data, as every store uses it: documents by id, and changes in transactions.

The key of a document is a number, as TinyDB has it. A document with an id of its own has it in ``_id``; the
id of any other is its key.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import repeat
from typing import TypeAlias

from quickdesk.storage.document import ID, Document, by_id
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import PUT, Op, delete, put
from quickdesk.storage.journal.tables import MemoryTables

OpenEngine: TypeAlias = Callable[[], Engine]
"""Returns the engine of a kind of data, opening it on the first call; raises StoreError."""


class Table:
    """One table. Documents that it returns must not be changed.

    Except for :meth:`documents` and :meth:`change`, hold the guard of the engine while using it.
    """

    def __init__(self, open_engine: OpenEngine, name: str) -> None:
        """``open_engine`` is called on every access, so that data that is never needed is never read."""
        self._open, self.name = open_engine, name

    def documents(self) -> dict[str, Document]:
        """Return all documents by id, oldest first; raises StoreError if the data cannot be opened."""
        with self._open().guard:
            return by_id(self._memory.documents(self.name))

    def change(self, plan: Callable[["Draft"], None], *, is_durable: bool = True) -> None:
        """Apply the changes that ``plan`` makes in a draft as one transaction; raises StoreError.

        Changes that are not durable are written at once and synced within two seconds.
        """
        engine = self._open()
        with engine.guard:
            draft = self.draft()
            plan(draft)
            write = engine.stage_for_waiting(draft.ops, durable=is_durable)
        write.wait()

    def items(self) -> Iterator[tuple[str, Document]]:
        """Iterate over ids and documents, oldest first."""
        return ((each.get(ID, key), each) for key, each in self._memory.documents(self.name).items())

    def get(self, document_id: str) -> Document | None:
        """Return one document, or None."""
        return self._memory.get(self.name, document_id)

    def has_any(self, ids: AbstractSet[str]) -> bool:
        """Return whether there is a document with one of these ids."""
        return not self._memory.keys(self.name).keys().isdisjoint(ids)

    def draft(self) -> "Draft":
        """Return a draft without changes; hold the guard until its operations are staged."""
        return Draft(self.name, self._memory)

    @property
    def _memory(self) -> MemoryTables:
        return self._open().memory


class Draft:
    """Changes of one table in the making: ``ops`` are the operations of those made so far."""

    def __init__(self, table: str, memory: MemoryTables) -> None:
        self.ops: list[Op] = []
        self._table, self._memory = table, memory
        self._changed: dict[str, str | None] = {}
        self._next = 0

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id as they are without the draft, oldest first."""
        return by_id(self._memory.documents(self._table))

    def put(self, document_id: str | None, document: Document) -> None:
        """Replace a document, or add one; ``document_id`` is None to add one whose key becomes its id."""
        if document_id is None:
            key = self._new_key()
        else:
            known = self._key(document_id)
            new = self._new_key if ID in document else lambda: document_id
            key = self._changed[document_id] = new() if known is None else known
        self.ops.append(put(self._table, key, document))

    def put_all(self, documents: Mapping[str, Document]) -> None:
        """Replace or add documents by id; quick for very many new ones."""
        known = self._memory.keys(self._table)
        are_new = known.keys().isdisjoint(documents) and self._changed.keys().isdisjoint(documents)
        if not are_new or not all(ID in each for each in documents.values()):
            for document_id, document in documents.items():
                self.put(document_id, document)
        elif documents:
            first = int(self._new_key())
            self._next = first + len(documents)
            keys = list(map(str, range(first, self._next)))
            self._changed.update(zip(documents, keys, strict=True))
            self.ops += zip(repeat(PUT), repeat(self._table), keys, documents.values())

    def remove(self, ids: Iterable[str]) -> None:
        """Remove documents; unknown ids are ignored."""
        for document_id in ids:
            key = self._key(document_id)
            if key is not None:
                self.ops.append(delete(self._table, key))
                self._changed[document_id] = None

    def _key(self, document_id: str) -> str | None:
        if document_id in self._changed:
            return self._changed[document_id]
        return self._memory.keys(self._table).get(document_id)

    def _new_key(self) -> str:
        number = max(self._memory.next_key(self._table), self._next)
        self._next = number + 1
        return str(number)
