"""Removing everything of customers from tables: cards, what belongs to them, and its history."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from quickdesk.storage.customers.shape import CUSTOMER
from quickdesk.storage.document import ID, Document, Tables, id_of
from quickdesk.storage.history.record import HISTORY
from quickdesk.storage.journal.record import Op
from quickdesk.storage.journal.tables import MemoryTables
from quickdesk.storage.table import Draft
from quickdesk.text.folding import fold

IsErased: TypeAlias = Callable[[object], bool]
"""Returns whether the customer, or the single document, with an id is erased."""
_LEAST_LETTERS = 2
_NAMING = ("name", "phones", "addresses", "text", "number", "tracking_number", "remark")
"""The fields whose texts are a person's."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What is to go of some tables: documents by table and key, records of the history, and their ids."""

    documents: Tables
    records: dict[str, Document]
    ids: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.records) or any(self.documents.values())


def find_erased(tables: Mapping[str, Mapping[str, Document]], is_erased: IsErased) -> Traces:
    """Return what is to go, and the records of the history that contain any of it."""
    documents = {
        name: {key: each for key, each in table.items() if _is_of(each, key, is_erased)}
        for name, table in tables.items()
        if name != HISTORY
    }
    history = tables.get(HISTORY, {})
    ids = {id_of(each, key) for table in documents.values() for key, each in table.items()}
    ids |= {change["id"] for change in changes_in(history.values()) if _is_change_of(change, is_erased)}
    records = {
        key: each for key, each in history.items() if any(one.get("id") in ids for one in changes_in((each,)))
    }
    return Traces(documents, records, frozenset(ids))


def without(tables: Tables, gone: Traces) -> Tables:
    """Return tables without what was found in them."""
    left = {
        name: {key: each for key, each in table.items() if key not in gone.documents.get(name, {})}
        for name, table in tables.items()
    }
    for key, record in gone.records.items():
        shorter = _shorter(record, gone)
        if shorter is None:
            del left[HISTORY][key]
        else:
            left[HISTORY][key] = shorter
    return left


def erasing_ops(memory: MemoryTables, gone: Traces) -> list[Op]:
    """Return the operations that remove what was found; hold the guard of the engine since."""
    ops: list[Op] = []
    for name, table in gone.documents.items():
        draft = Draft(name, memory)
        draft.remove([id_of(document, key) for key, document in table.items()])
        ops += draft.ops
    history = Draft(HISTORY, memory)
    for key, record in gone.records.items():
        shorter = _shorter(record, gone)
        if shorter is None:
            history.remove([key])
        else:
            history.put(key, shorter)
    return [*ops, *history.ops]


def texts_of(documents: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Return the texts by which one would know a customer, as :func:`mentions` compares them."""
    return frozenset(
        _compared(text) for each in documents for text in _texts(each) if len(text) >= _LEAST_LETTERS
    )


def mentions(document: Mapping[str, Any], texts: Collection[str]) -> bool:
    """Return whether a value in a document contains one of the texts that :func:`texts_of` returned.

    Case, width and spaces do not count: what was typed in a search is stored without them.
    """
    return any(text in value for value in map(_compared, _strings(document)) for text in texts)


def _compared(text: str) -> str:
    return " ".join(fold(text).split())


def _texts(document: Mapping[str, Any]) -> Iterator[str]:
    for name in _NAMING:
        yield from _strings(document.get(name))
    for name in ("nicknames", "orders"):
        for each in document.get(name, ()):
            if isinstance(each, dict):
                yield from _texts(each)
    yield from _strings(document.get("fields"))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _is_of(document: Mapping[str, Any], key: str, is_erased: IsErased) -> bool:
    return is_erased(document.get(CUSTOMER)) or is_erased(document.get(ID, key))


def _is_change_of(change: Mapping[str, Any], is_erased: IsErased) -> bool:
    document = change.get("document")
    owner = document.get(CUSTOMER) if isinstance(document, dict) else None
    return isinstance(change.get("id"), str) and (is_erased(change["id"]) or is_erased(owner))


def changes_in(records: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Iterate over what records of the history say of single documents."""
    return (change for record in records for change in record.get("changes", ()) if isinstance(change, dict))


def _shorter(record: Document, gone: Traces) -> Document | None:
    """Return the record of an action without its changes of what is gone; None if none is left."""
    kept = [change for change in record["changes"] if change.get("id") not in gone.ids]
    return {**record, "changes": kept} if kept else None
