"""Documents under ids that are any text, in one table of an engine: how the stores see it.

A document keeps its id in ``_id``; its key in the table is a number, as TinyDB has it. One without ``_id``
has its key as its id. It makes operations and knows nothing of when they are written.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import repeat

from quickdesk.storage.document import ID, Document
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import PUT, Op, delete, put


class Collection:
    """One table. Hold the engine's guard from reading to staging."""

    def __init__(self, engine: Engine, table: str) -> None:
        self._engine = engine
        self._table = table
        self._keys: dict[str, str] | None = None
        self._next = 1
        engine.on_rolled_back(self.forget)

    def items(self) -> Iterator[tuple[str, Document]]:
        """Go through ids and documents, in the order in which they came; not to be changed."""
        documents = self._documents()
        return zip(map(dict.get, documents.values(), repeat(ID), documents), documents.values(), strict=True)

    def get(self, text: str) -> Document | None:
        """Return one document, which is not to be changed, or None."""
        known = self._keys
        key = (self._known() if known is None else known).get(text)
        return None if key is None else self._engine.memory.documents(self._table).get(key)

    def putting(self, documents: Mapping[str, Document]) -> list[Op]:
        """Return what stores documents: at the end, or in the place of those of the same id.

        This and :meth:`taking` count on it: stage what they return, or :meth:`forget`.
        """
        known = self._known()
        if known.keys().isdisjoint(documents):
            return self._adding(documents, known)
        ops: list[Op] = []
        for text, document in documents.items():
            key = known.get(text)
            if key is None:
                number = max(self._engine.memory.next_key(self._table), self._next)
                key = known[text] = str(number)
                self._next = number + 1
            ops.append(put(self._table, key, document if ID in document else {ID: text, **document}))
        return ops

    def _adding(self, documents: Mapping[str, Document], known: dict[str, str]) -> list[Op]:
        """Return what stores documents with new ids; much faster than one by one, there may be very many."""
        first = max(self._engine.memory.next_key(self._table), self._next)
        self._next = first + len(documents)
        keys = list(map(str, range(first, self._next)))
        known.update(zip(documents, keys, strict=True))
        complete = (each if ID in each else {ID: text, **each} for text, each in documents.items())
        return list(zip(repeat(PUT), repeat(self._table), keys, complete))

    def has_any(self, ids: AbstractSet[str]) -> bool:
        """Return whether there is a document with one of these ids."""
        return not self._known().keys().isdisjoint(ids)

    def taking(self, ids: Iterable[str]) -> list[Op]:
        """Return what takes documents out; unknown ids are passed over."""
        known = self._known()
        return [delete(self._table, known.pop(text)) for text in ids if text in known]

    def forget(self) -> None:
        """Look the ids up again: what was to be staged was not, or was undone."""
        self._keys = None

    def _documents(self) -> Mapping[str, Document]:
        return self._engine.memory.documents(self._table)

    def _known(self) -> dict[str, str]:
        if self._keys is None:
            self._keys = {document.get(ID, key): key for key, document in self._documents().items()}
        return self._keys
