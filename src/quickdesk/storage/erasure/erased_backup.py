"""A backup without what was erased since, and without what was learnt about it."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from quickdesk.storage.disk import Disk
from quickdesk.storage.document import Document, Tables
from quickdesk.storage.erasure.erased_list import ErasedList
from quickdesk.storage.erasure.removal import Traces, changes_in, find_erased, mentions, texts_of, without

OF_CUSTOMERS = ("customers", "followups")
"""The kinds whose documents belong to customers."""
LEARNT = {"settings": ("fields",), "insights": ("letters", "answered", "dead")}
"""The tables with texts that were learnt from use, by kind."""


def without_erased(disk: Disk, folder: Path, tables: Mapping[str, Tables]) -> Mapping[str, Tables]:
    """Return what is to be changed in a backup so that nothing comes back that was erased in a folder."""
    erased = ErasedList(disk, folder)
    return changed_tables(erased, (), tables) if erased else {}


def changed_tables(
    erased: ErasedList, texts: Collection[str], tables: Mapping[str, Tables]
) -> Mapping[str, Tables]:
    """Return by kind the tables of a backup that are to change.

    What was learnt goes if it mentions one of ``texts``, or of those of the customers as the backup has them.
    """
    found = {kind: find_erased(tables[kind], erased.has) for kind in OF_CUSTOMERS if kind in tables}
    changed = {kind: without(tables[kind], gone) for kind, gone in found.items() if gone}
    known = {*texts, *texts_of(each for gone in found.values() for each in documents_in(gone))}
    for kind, names in LEARNT.items():
        after = _without_mentions(tables.get(kind, {}), names, known)
        if after is not None:
            changed[kind] = after
    return changed


def documents_in(gone: Traces) -> Iterator[Document]:
    """Iterate over documents of customers, also those that only the history has."""
    for table in gone.documents.values():
        yield from table.values()
    for change in changes_in(gone.records.values()):
        if change.get("id") in gone.ids and "document" in change:
            yield change["document"]


def _without_mentions(tables: Tables, names: Collection[str], texts: Collection[str]) -> Tables | None:
    """Return tables without documents that mention one of the texts; None if no document does."""
    left = {
        name: {key: each for key, each in tables[name].items() if not mentions(each, texts)}
        for name in names
        if name in tables
    }
    return (
        None if all(len(table) == len(tables[name]) for name, table in left.items()) else {**tables, **left}
    )
