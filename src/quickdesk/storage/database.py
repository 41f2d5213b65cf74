"""TinyDB on a data file written in one step: reads from memory, a change over several tables at once.

Documents are replaced, never changed in place, so that a write that fails leaves memory as the disk is.
Two hooks of TinyDB's ``Table`` that are not part of its documented API are used, in :class:`IdTable` alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tinydb import TinyDB  # noqa: TID251 - this room is the one that speaks TinyDB
from tinydb.storages import Storage  # noqa: TID251 - see above
from tinydb.table import Table  # noqa: TID251 - see above

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.format import Document, Tables
from quickdesk.storage.snapshot import Snapshot


class SnapshotStorage(Storage):
    """TinyDB's view of one data file."""

    def __init__(self, snapshot: Snapshot, tables: Tables, *, read_only: bool = False) -> None:
        self._snapshot = snapshot
        self._tables = tables
        self._read_only = read_only
        self._pending: Tables | None = None
        self._in_transaction = False

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the tables; the outer dict is the caller's own."""
        return dict(self._tables if self._pending is None else self._pending)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Put all tables on the disk, or keep them until the transaction ends; raises StoreError."""
        if self._in_transaction:
            self._pending = data
            return
        if self._read_only:
            raise StoreError(StoreProblem.NOT_WRITABLE, str(self._snapshot.path), "opened for reading")
        self._tables = self._snapshot.write(data)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write what happens inside at its end, at once; nothing of it where it fails."""
        self._in_transaction = True
        try:
            yield
            pending = self._pending
        finally:
            self._in_transaction, self._pending = False, None
        if pending is not None:
            self.write(pending)


class IdTable(Table):
    """A table whose documents have our random ids, which are text."""

    document_id_class = str  # type: ignore[assignment]  # annotated as int, documented as free to choose

    def documents(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the documents by id, in the order in which they came; not to be changed."""
        return self._read_table()

    def put(self, documents: Mapping[str, Document]) -> None:
        """Add documents at the end, or replace those of the same id where they stand."""
        if documents:
            self._update_table(lambda table: _update(table, documents))

    def take(self, ids: Iterable[str]) -> dict[str, Document]:
        """Remove documents and return them, in the order of ``ids``; unknown ids are passed over."""
        present = self._read_table()
        taken = {key: dict(present[key]) for key in ids if key in present}
        if taken:
            self._update_table(lambda table: _remove(table, taken))
        return taken


class Database(TinyDB):
    """One kind of data with its tables."""

    table_class = IdTable
    default_storage_class = SnapshotStorage  # type: ignore[assignment]  # annotated as JSONStorage

    def ids_of(self, name: str) -> IdTable:
        """Return a table."""
        table = self.table(name)
        if not isinstance(table, IdTable):
            raise TypeError(name)
        return table

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all changes inside one write; raises StoreError and then none of them happened."""
        try:
            with self._storage.transaction():  # type: ignore[attr-defined]  # it is a SnapshotStorage
                yield
        finally:
            for table in self._tables.values():
                table.clear_cache()


def _update(table: Any, documents: Mapping[str, Document]) -> None:  # noqa: ANN401 - TinyDB says dict[int, …]
    table.update(documents)


def _remove(table: Any, ids: Iterable[str]) -> None:  # noqa: ANN401 - TinyDB says dict[int, …]
    for key in ids:
        del table[key]
