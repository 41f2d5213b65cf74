"""TinyDB over an engine: its documented API, in time that grows with the change and not with the table.

Two hooks of TinyDB's ``Table`` that are not part of its documented API are used, and only here, in
:class:`JournaledTable`: ``_read_table`` and ``_update_table``; with them goes ``_get_next_id``. TinyDB is
pinned below 5, and the tests compare with TinyDB itself. What differs: an id is never used twice, what is
read is a copy down to its innermost list, and a change that fails leaves everything as it was.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any

from tinydb import TinyDB  # noqa: TID251 - this room is the one that speaks TinyDB
from tinydb.storages import Storage  # noqa: TID251 - see above
from tinydb.table import Document as Row  # noqa: TID251 - see above
from tinydb.table import Table  # noqa: TID251 - see above

from quickdesk.storage.document import Document, copied
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Op, clear, delete, drop, put

Condition = Callable[[Mapping[str, Any]], bool]


class EngineStorage(Storage):
    """TinyDB's view of one engine."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the tables; the outer dict is the caller's own, the rest is not to be changed."""
        with self.engine.guard:
            return {name: table.documents for name, table in self.engine.memory.tables.items()}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Drop the tables that are gone: all else goes through the tables. Raises StoreError."""
        self.engine.commit([drop(name) for name in self.read() if name not in data])

    def close(self) -> None:
        """Leave the engine open: it belongs to whoever opened it."""


class JournaledTable(Table):
    """One table."""

    _given = 0  # the last id given out, perhaps to a document that is not staged yet

    def search(self, cond: Any) -> list[Row]:  # noqa: ANN401 - TinyDB's QueryLike
        """Return copies of the documents that match."""
        return [_copy(row) for row in super().search(cond)]

    def get(self, cond: Any = None, doc_id: Any = None, doc_ids: Any = None) -> Any:  # noqa: ANN401 - TinyDB's overloads
        """Return a copy of one document, or of those with these ids."""
        found = super().get(cond, doc_id, doc_ids)
        if isinstance(found, list):
            return [_copy(row) for row in found]
        return None if found is None else _copy(found)

    def __iter__(self) -> Iterator[Row]:
        return iter([_copy(row) for row in super().__iter__()])

    def update(self, fields: Any, cond: Any = None, doc_ids: Any = None) -> list[int]:  # noqa: ANN401 - see above
        """Change the documents that match, looking at each once before anything changes."""
        return super().update(fields, doc_ids=self._matching(cond) if doc_ids is None else doc_ids)

    def update_multiple(self, updates: Iterable[tuple[Any, Any]]) -> list[int]:
        """Change documents in several ways at once; the conditions see what the ways before them changed."""
        ways = list(updates)
        ids = self._matching(lambda document: any(cond(document) for _, cond in ways))
        updated: list[int] = []

        def change(table: dict[int, Any]) -> None:
            for doc_id in ids:
                for fields, cond in ways:
                    if cond(table[doc_id]):
                        updated.append(doc_id)
                        fields(table[doc_id]) if callable(fields) else table[doc_id].update(fields)

        self._update_table(change)
        return updated

    def remove(self, cond: Any = None, doc_ids: Any = None) -> list[int]:  # noqa: ANN401 - see above
        """Remove the documents that match."""
        if cond is None and doc_ids is None:
            return super().remove()
        return super().remove(doc_ids=self._matching(cond) if doc_ids is None else doc_ids)

    def _matching(self, cond: Condition | None) -> list[int]:
        return [int(key) for key, document in self._read_table().items() if cond is None or cond(document)]

    @property
    def _engine(self) -> Engine:
        storage = self._storage
        if not isinstance(storage, EngineStorage):
            raise TypeError(storage)
        return storage.engine

    def _read_table(self) -> dict[str, Any]:
        return self._engine.memory.documents(self.name)

    def _get_next_id(self) -> int:
        self._given = max(self._engine.memory.next_key(self.name), self._given + 1)
        return self._given

    def _update_table(self, updater: Callable[[dict[int, Any]], None]) -> None:
        with self._engine.guard:
            changes = _Changes(self._read_table())
            updater(changes)  # type: ignore[arg-type]  # it behaves as the dict that TinyDB hands out
            ops = changes.ops(self.name, is_there=self.name in self._engine.memory.tables)
            ticket = self._engine.stage_for_waiting(ops)
            self.clear_cache()
        try:
            ticket.wait()
        finally:
            self.clear_cache()


class JournaledDB(TinyDB):
    """One kind of data as TinyDB shows it; the tables of our own file format are not among its tables."""

    table_class = JournaledTable
    default_storage_class = EngineStorage  # type: ignore[assignment]  # annotated as JSONStorage

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)


class _Changes(MutableMapping[int, Any]):
    """The table as TinyDB's updaters see it: takes down what they change, and copies what they may change."""

    def __init__(self, base: Mapping[str, Document]) -> None:
        self._base = base
        self._touched: dict[str, Any] = {}
        self._gone: dict[str, None] = {}

    def __getitem__(self, doc_id: int) -> Any:  # noqa: ANN401 - a document
        key = str(doc_id)
        if key not in self._touched:
            if key in self._gone or key not in self._base:
                raise KeyError(doc_id)
            self._touched[key] = copied(self._base[key])
        return self._touched[key]

    def __setitem__(self, doc_id: int, document: Any) -> None:  # noqa: ANN401 - see above
        self._touched[str(doc_id)] = document

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        key = str(doc_id)
        self._touched.pop(key, None)
        if key in self._base:
            self._gone[key] = None

    def __contains__(self, doc_id: object) -> bool:
        key = str(doc_id)
        return key in self._touched or (key in self._base and key not in self._gone)

    def __iter__(self) -> Iterator[int]:
        yield from (int(key) for key in self._base if key not in self._gone)
        yield from (int(key) for key in self._touched if key not in self._base or key in self._gone)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self._touched.clear()
        self._gone = dict.fromkeys(self._base)

    def ops(self, table: str, *, is_there: bool) -> list[Op]:
        """Return what was changed, as operations."""
        if not is_there or (len(self._gone) == len(self._base) and self._gone):
            ops = [clear(table)]
        else:
            ops = [delete(table, key) for key in self._gone]
        same = object()
        return ops + [
            put(table, key, document)
            for key, document in self._touched.items()
            if key in self._gone or self._base.get(key, same) != document
        ]


def _copy(row: Row) -> Row:
    return Row(copied(dict(row)), row.doc_id)
