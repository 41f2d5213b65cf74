"""The documents in memory: changed by operations, changed back in reverse where they cannot be written.

Documents are replaced, never changed in place, so that a copy of a table's dict is a copy of the table. Keys
are whole numbers as text; a key that was ever used in a table is never used again, also when its document or
the whole table is gone. New keys rise in steps of random length, so that two machines that go on from the
same data do not give one key to two documents.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from operator import lt
from secrets import randbelow
from typing import NamedTuple, TypeAlias

from quickdesk.storage.document import Document, Tables
from quickdesk.storage.journal.record import CLEAR, DELETE, DROP, PUT, Op

Draw: TypeAlias = Callable[[int], int]
"""Returns a random number from 0 up to, and without, the one given."""

_LONGEST_STEP = 2**28
_MOST_KEYS = 2**53
"""Larger whole numbers are not read the same by every program."""
_STEPS_LEFT = 2**16


@dataclass(slots=True)
class Table:
    """One table; ``is_ascending`` while its documents stand in the order of their keys."""

    documents: dict[str, Document] = field(default_factory=dict)
    is_ascending: bool = True


class Undo(NamedTuple):
    """What was before one operation; ``order`` are the keys of a table that does not stand in their order."""

    op: Op
    table: Table | None = None
    document: Document | None = None
    order: tuple[str, ...] | None = None
    made_table: bool = False
    was_ascending: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """All data at one moment, and how far the journal went: its generation and its number of transactions."""

    tables: Tables
    place: tuple[int, int]


class MemoryTables:
    """All tables of one kind."""

    def __init__(self, tables: Tables, next_keys: Mapping[str, int], draw: Draw = randbelow) -> None:
        self.tables: dict[str, Table] = {}
        self._next = dict(next_keys)
        self._draw = draw
        self._drawn: dict[str, int] = {}
        for name, documents in tables.items():
            numbers = list(map(int, documents))
            is_ascending = all(map(lt, numbers, islice(numbers, 1, None)))
            highest = numbers[-1] if is_ascending and numbers else max(numbers, default=0)
            self.tables[name] = Table(documents, is_ascending)
            self._next[name] = max(next_keys.get(name, 1), highest + 1)

    def documents(self, name: str) -> dict[str, Document]:
        """Return the documents of a table by key; empty where there is no such table. Not to be changed."""
        table = self.tables.get(name)
        return {} if table is None else table.documents

    def next_key(self, name: str) -> int:
        """Return a key above all that documents of this table ever had; the same until one is stored."""
        if name not in self._drawn:
            lowest = self._lowest(name)
            step = min(_LONGEST_STEP, (_MOST_KEYS - lowest) // _STEPS_LEFT)
            self._drawn[name] = lowest + (self._draw(step) if step > 1 else 0)
        return self._drawn[name]

    def _lowest(self, name: str) -> int:
        return self._next.get(name, 1)

    def view(self) -> tuple[Tables, dict[str, int]]:
        """Return a copy of the tables, which share their documents, and the lowest keys never used."""
        return {name: dict(each.documents) for name, each in self.tables.items()}, dict(self._next)

    def apply(self, ops: Iterable[Op]) -> list[Undo]:
        """Carry out operations and return what undoes them."""
        return [_CHANGES[op[0]](self, op) for op in ops]

    def undo(self, undos: Iterable[Undo]) -> None:
        """Put everything back; takes the undos in the order in which they were made."""
        unsorted: set[str] = set()
        for undo in reversed(list(undos)):
            name = undo.op[1]
            if undo.op[0] in (CLEAR, DROP):
                self._put_back(name, undo.table)
            elif undo.document is None:
                self._take_document_back(undo)
                if undo.made_table:
                    del self.tables[name]
            elif self._put_document_back(undo, undo.document):
                unsorted.add(name)
        for name in unsorted:
            if name in self.tables and self.tables[name].is_ascending:
                self._sort(name, sorted(self.documents(name), key=int))

    def _take_document_back(self, undo: Undo) -> None:
        table = self.tables.get(undo.op[1])
        if table is not None and undo.op[0] == PUT:
            table.documents.pop(undo.op[2], None)
            table.is_ascending = undo.was_ascending

    def _put_document_back(self, undo: Undo, document: Document) -> bool:
        """Return whether its place in the order is still to be found."""
        self.documents(undo.op[1])[undo.op[2]] = document
        if undo.order is not None:
            self._sort(undo.op[1], undo.order)
        return undo.order is None and undo.op[0] == DELETE

    def _put(self, op: Op) -> Undo:
        _, name, key, document = op
        table = self.tables.get(name)
        made_table = table is None
        if table is None:
            table = self.tables[name] = Table()
        was_ascending = table.is_ascending
        old = table.documents.get(key)
        if old is None:
            number = int(key)
            if number >= self._next.get(name, 1):
                self._next[name] = number + 1
                self._drawn.pop(name, None)
            elif table.documents:
                table.is_ascending = False
        table.documents[key] = document
        return Undo(op, None, old, None, made_table, was_ascending)

    def _delete(self, op: Op) -> Undo:
        table = self.tables.get(op[1])
        if table is None or op[2] not in table.documents:
            return Undo(op)
        order = None if table.is_ascending else tuple(table.documents)
        return Undo(op, document=table.documents.pop(op[2]), order=order)

    def _clear(self, op: Op) -> Undo:
        old = self.tables.get(op[1])
        self.tables[op[1]] = Table()
        return Undo(op, table=old)

    def _drop(self, op: Op) -> Undo:
        return Undo(op, table=self.tables.pop(op[1], None))

    def _put_back(self, name: str, table: Table | None) -> None:
        if table is None:
            self.tables.pop(name, None)
        else:
            self.tables[name] = table

    def _sort(self, name: str, order: Iterable[str]) -> None:
        table = self.tables[name]
        table.documents = {key: table.documents[key] for key in order}


_CHANGES = {
    PUT: MemoryTables._put,  # noqa: SLF001 - this class's own methods
    DELETE: MemoryTables._delete,  # noqa: SLF001 - see above
    CLEAR: MemoryTables._clear,  # noqa: SLF001 - see above
    DROP: MemoryTables._drop,  # noqa: SLF001 - see above
}
