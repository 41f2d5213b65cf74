"""The documents in memory, changed by operations, which can be undone in reverse order.

Documents are replaced, never changed in place, so that a copy of a table's dict is a copy of the table. Keys
are whole numbers as text; a key that was ever used in a table is never used again, even if its document is
deleted. New keys increase in steps of random length, so that two machines that continue from the same data do
not give the same key to two documents.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter, lt
from secrets import randbelow
from typing import NamedTuple, TypeAlias

from quickdesk.storage.document import ID, Document, Tables, id_of
from quickdesk.storage.journal.record import DELETE, PUT, Op

Draw: TypeAlias = Callable[[int], int]
"""Returns a random number from 0 up to, but not including, the argument."""

_LONGEST_STEP = 2**28
_MOST_KEYS = 2**53
"""Some programs do not read larger whole numbers exactly."""
_STEPS_LEFT = 2**16
_NO_KEYS: Mapping[str, str] = {}


@dataclass(slots=True)
class TableData:
    """One table; ``is_ascending`` says whether its documents are in the order of their keys.

    ``keys`` are the keys of documents by id; None until they are first needed.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    is_ascending: bool = True
    keys: dict[str, str] | None = None


class UndoAdded(NamedTuple):
    """Operations that added documents to the end of a table, and whether they created it."""

    ops: Sequence[Op]
    made_table: bool

    @property
    def table(self) -> str:
        """The name of the table."""
        name: str = self.ops[0][1]
        return name


class UndoOne(NamedTuple):
    """What was there before one operation; ``order`` are the keys of a table that is not in their order."""

    op: Op
    document: Document | None = None
    order: tuple[str, ...] | None = None
    made_table: bool = False
    was_ascending: bool = True

    @property
    def table(self) -> str:
        """The name of the table."""
        name: str = self.op[1]
        return name


Undo: TypeAlias = UndoOne | UndoAdded


@dataclass(frozen=True, slots=True)
class FrozenData:
    """All data at one moment, and the end of the journal: its generation and number of transactions."""

    tables: Tables
    place: tuple[int, int]


class MemoryTables:
    """All tables of one kind."""

    def __init__(self, tables: Tables, next_keys: Mapping[str, int], draw: Draw = randbelow) -> None:
        self.tables: dict[str, TableData] = {}
        self._next = dict(next_keys)
        self._draw = draw
        self._drawn: dict[str, int] = {}
        for name, documents in tables.items():
            numbers = list(map(int, documents))
            is_ascending = all(map(lt, numbers, islice(numbers, 1, None)))
            highest = numbers[-1] if is_ascending and numbers else max(numbers, default=0)
            self.tables[name] = TableData(documents, is_ascending)
            self._next[name] = max(next_keys.get(name, 1), highest + 1)

    def documents(self, name: str) -> dict[str, Document]:
        """Return the documents of a table by key; empty if there is no such table. Must not be changed."""
        table = self.tables.get(name)
        return {} if table is None else table.documents

    def keys(self, name: str) -> Mapping[str, str]:
        """Return the key of each document of a table by its id. Must not be changed."""
        table = self.tables.get(name)
        if table is None:
            return _NO_KEYS
        if table.keys is None:
            table.keys = {each.get(ID, key): key for key, each in table.documents.items()}
        return table.keys

    def get(self, name: str, document_id: str) -> Document | None:
        """Return the document with an id, or None. Must not be changed."""
        key = self.keys(name).get(document_id)
        return None if key is None else self.tables[name].documents[key]

    def next_key(self, name: str) -> int:
        """Return a key above all that were ever used in this table; the same until one is stored."""
        if name not in self._drawn:
            lowest = self._lowest(name)
            step = min(_LONGEST_STEP, (_MOST_KEYS - lowest) // _STEPS_LEFT)
            self._drawn[name] = lowest + (self._draw(step) if step > 1 else 0)
        return self._drawn[name]

    def _lowest(self, name: str) -> int:
        return self._next.get(name, 1)

    def view(self) -> tuple[Tables, dict[str, int]]:
        """Return a copy of the tables, which shares their documents, and the lowest keys never used."""
        return {name: dict(each.documents) for name, each in self.tables.items()}, dict(self._next)

    def apply(self, ops: Iterable[Op]) -> list[Undo]:
        """Apply operations and return what undoes them."""
        undos: list[Undo] = []
        for (does, name), run in groupby(ops, key=itemgetter(0, 1)):
            some = list(run)
            undos += self._put(name, some) if does == PUT else self._delete(name, some)
        return undos

    def undo(self, undos: Iterable[Undo]) -> None:
        """Undo operations, given in the order in which they were applied."""
        unsorted: set[str] = set()
        for undo in reversed(list(undos)):
            if isinstance(undo, UndoAdded):
                self._remove_added(undo)
            elif self._undo_one(undo):
                unsorted.add(undo.op[1])
        for name in unsorted:
            if name in self.tables and self.tables[name].is_ascending:
                self._sort(name, sorted(self.documents(name), key=int))

    def _undo_one(self, undo: UndoOne) -> bool:
        """Return whether the document must still be moved to its place in the order."""
        name = undo.op[1]
        if name in self.tables:
            self.tables[name].keys = None
        if undo.document is not None:
            return self._put_document_back(undo, undo.document)
        self._take_document_back(undo)
        if undo.made_table:
            del self.tables[name]
        return False

    def _remove_added(self, undo: UndoAdded) -> None:
        table = self.tables[undo.table]
        table.keys = None
        for op in undo.ops:
            del table.documents[op[2]]
        if undo.made_table:
            del self.tables[undo.table]

    def _take_document_back(self, undo: UndoOne) -> None:
        table = self.tables.get(undo.op[1])
        if table is not None and undo.op[0] == PUT:
            table.documents.pop(undo.op[2], None)
            table.is_ascending = undo.was_ascending

    def _put_document_back(self, undo: UndoOne, document: Document) -> bool:
        self.documents(undo.op[1])[undo.op[2]] = document
        if undo.order is not None:
            self._sort(undo.op[1], undo.order)
        return undo.order is None and undo.op[0] == DELETE

    def _put(self, name: str, ops: Sequence[Op]) -> list[Undo]:
        made_table = name not in self.tables
        table = self.tables.setdefault(name, TableData())
        numbers = [int(op[2]) for op in ops]
        if numbers[0] >= self._lowest(name) and all(map(lt, numbers, islice(numbers, 1, None))):
            self._add(name, ops, numbers[-1])
            return [UndoAdded(ops, made_table)]
        first = self._put_one(table, ops[0])._replace(made_table=made_table)
        return [first, *(self._put_one(table, op) for op in ops[1:])]

    def _add(self, name: str, ops: Sequence[Op], last: int) -> None:
        """Add documents whose keys are above all others; quick for very many of them."""
        table = self.tables[name]
        documents, keys = table.documents, table.keys
        for _, _, key, document in ops:
            documents[key] = document
            if keys is not None:
                keys[document.get(ID, key)] = key
        self._next[name] = last + 1
        self._drawn.pop(name, None)

    def _put_one(self, table: TableData, op: Op) -> UndoOne:
        _, name, key, document = op
        was_ascending = table.is_ascending
        old = table.documents.get(key)
        if old is None:
            number = int(key)
            if number >= self._lowest(name):
                self._next[name] = number + 1
                self._drawn.pop(name, None)
            elif table.documents:
                table.is_ascending = False
        table.documents[key] = document
        if table.keys is not None:
            table.keys[document.get(ID, key)] = key
            if old is not None and old.get(ID) != document.get(ID):
                table.keys = None
        return UndoOne(op, old, None, False, was_ascending)

    def _delete(self, name: str, ops: Iterable[Op]) -> list[Undo]:
        table = self.tables.get(name)
        if table is None:
            return [UndoOne(op) for op in ops]
        # Undoing restores the order before the first of them.
        order = None if table.is_ascending else tuple(table.documents)
        undos: list[Undo] = []
        for op in ops:
            document = table.documents.pop(op[2], None)
            if document is None:
                undos.append(UndoOne(op))
                continue
            if table.keys is not None and table.keys.pop(id_of(document, op[2]), None) != op[2]:
                table.keys = None
            undos.append(UndoOne(op, document, order))
            order = None
        return undos

    def _sort(self, name: str, order: Iterable[str]) -> None:
        table = self.tables[name]
        table.documents = {key: table.documents[key] for key in order}


def changed_documents(undos: Iterable[Undo]) -> tuple[list[str], dict[str, Document]]:
    """Return for one table the ids that were removed, and the documents that were stored after that."""
    removed: dict[str, None] = {}
    put: dict[str, Document] = {}
    for undo in undos:
        ops = undo.ops if isinstance(undo, UndoAdded) else (undo.op,)
        if ops[0][0] == PUT:
            put.update((id_of(op[3], op[2]), op[3]) for op in ops)
        elif isinstance(undo, UndoOne) and undo.document is not None:
            gone = id_of(undo.document, undo.op[2])
            put.pop(gone, None)
            removed[gone] = None
    return list(removed), put
