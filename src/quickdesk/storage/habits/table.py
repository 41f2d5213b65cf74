"""One table of the insights kind, opened when it is first needed; its documents are looked up afresh each
time, because a backup may be put back meanwhile.

What is kept here nobody waits for: it is written at once and surely on the disk two seconds later.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from math import isfinite
from typing import Any, TypeAlias

from quickdesk.search.usage.frecency import Frecency
from quickdesk.storage.document import Document
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Op, delete, put

OpenEngine: TypeAlias = Callable[[], Engine]
_MOST_SCORE = 1e9


class HabitTable:
    """Documents under keys that are numbers. Every method raises StoreError where the data cannot be had."""

    def __init__(self, open_engine: OpenEngine, name: str) -> None:
        self._open, self._name = open_engine, name

    def documents(self) -> dict[str, Document]:
        """Return all documents by key, oldest first; they are not to be changed."""
        engine = self._open()
        with engine.guard:
            return dict(engine.memory.documents(self._name))

    def change(self, plan: Callable[["Draft"], None]) -> None:
        """Carry out what ``plan`` puts into a draft, all of it or nothing."""
        engine = self._open()
        with engine.guard:
            draft = Draft(self._name, engine.memory.documents(self._name), engine.memory.next_key(self._name))
            plan(draft)
            ticket = engine.stage(draft.ops, durable=False)
        ticket.wait()


class Draft:
    """Changes of one table that are being made; ``documents`` are those from before."""

    def __init__(self, table: str, documents: Mapping[str, Document], next_key: int) -> None:
        self.documents = documents
        self.ops: list[Op] = []
        self._table, self._next = table, next_key

    def put(self, key: str | None, document: Document) -> None:
        """Replace a document, or add one where there is no key."""
        if key is None:
            key, self._next = str(self._next), self._next + 1
        self.ops.append(put(self._table, key, document))

    def take(self, keys: Collection[str]) -> None:
        """Take documents out."""
        self.ops += [delete(self._table, key) for key in keys]


def frecency_document(frecency: Frecency) -> list[Any]:
    """Return a frecency as JSON."""
    return [frecency.score, frecency.last.isoformat()]


def frecency_of(stored: object) -> Frecency:
    """Read a frecency; raises ValueError or TypeError for what is none."""
    if not isinstance(stored, list):
        raise TypeError(stored)
    score, last = stored
    return Frecency(number_of(score), moment_of(last))


def number_of(stored: object) -> float:
    """Read a weight; raises ValueError or TypeError."""
    if isinstance(stored, bool) or not isinstance(stored, int | float):
        raise TypeError(stored)
    if not (isfinite(stored) and 0 <= stored <= _MOST_SCORE):
        raise ValueError(stored)
    return float(stored)


def moment_of(stored: object) -> datetime:
    """Read a moment with its time zone; raises ValueError or TypeError."""
    moment = datetime.fromisoformat(text_of(stored))
    if moment.tzinfo is None:
        raise ValueError(stored)
    return moment


def text_of(stored: object) -> str:
    """Read a text; raises TypeError."""
    if not isinstance(stored, str):
        raise TypeError(stored)
    return stored


def frecencies_of(stored: object) -> Iterator[tuple[str, Frecency]]:
    """Read frecencies by name; those that are none are passed over."""
    for name, each in stored.items() if isinstance(stored, dict) else ():
        try:
            yield text_of(name), frecency_of(each)
        except (TypeError, ValueError):
            continue
