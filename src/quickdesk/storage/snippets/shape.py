"""Snippets as documents, and the tables of ``snippets.json``."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice, repeat
from typing import Any

from quickdesk.replies.snippet import FIELDS, Snippet, SnippetField
from quickdesk.storage.document import ID, Document, Tables, stored_text
from quickdesk.storage.format import VERSION, Kind
from quickdesk.storage.history.record import HISTORY, is_record

LIVE = "snippets"
TRASH = "trash"
_ALWAYS_STORED = frozenset({"title", "body", "code", "folder", "tags"})
"""The fields of the first version. Later ones are stored only if they are not empty, or were stored before.
"""
_NOTHING: Mapping[str, Any] = {}
_AT_A_TIME = 4096


def snippets_in(tables: Tables, table: str = LIVE) -> tuple[Snippet, ...]:
    """Return the snippets in use, or those of another table, of tables that were read elsewhere."""
    return tuple(snippets_of(tables[table]).values())


def document_of(snippet: Snippet, kept: Mapping[str, Any] = _NOTHING) -> Document:
    """Return the document of a snippet, without its id; raises TypeError if a value is not a text.

    ``kept`` is the document to replace: fields that this version does not know stay in it.
    """
    document = dict(kept)
    for field in FIELDS:
        name, value = field.name, getattr(snippet, field.name)
        if value or name in _ALWAYS_STORED or name in kept:
            document[name] = list(map(stored_text, value)) if field.has_parts else stored_text(value)
    return document


def snippet_of(snippet_id: str, document: Document) -> Snippet:
    """Return the snippet of a document."""
    return next(iter(snippets_of({snippet_id: document}).values()))


def snippets_of(table: Mapping[str, Document]) -> dict[str, Snippet]:
    """Return the snippets of a table by id; the id of a document without one is its key.

    There may be very many, and reading them field by field is fastest.
    """
    documents = list(table.values())
    ids = list(map(dict.get, documents, repeat(ID), table))
    columns = (_column(documents, field) for field in FIELDS)
    return dict(zip(ids, map(Snippet, ids, *columns), strict=True))


def _column(documents: Iterable[Document], field: SnippetField) -> Iterator[Any]:
    values = map(dict.get, documents, repeat(field.name), repeat(field.empty))
    return map(tuple, values) if field.has_parts else values


def _are_snippets(documents: Collection[Document]) -> bool:
    """Return whether all fields have the right types; at a start there are very many documents."""
    for field in FIELDS:
        absent = None if field.is_required else [] if field.has_parts else ""
        values: Iterable[Any] = map(dict.get, documents, repeat(field.name), repeat(absent))
        if field.has_parts:
            lists = list(values)
            if not _are_all(lists, list):
                return False
            values = chain.from_iterable(lists)
        if not _are_all(values, str):
            return False
    return True


def _are_all(values: Iterable[object], wanted: type) -> bool:
    return not set(map(type, values)) - {wanted}


def _is_well_shaped(tables: Tables) -> bool:
    ids: set[str] = set()
    for table in (tables[LIVE], tables[TRASH]):
        keys, documents = iter(table), iter(table.values())
        # In batches, so that other threads can run in between.
        while some := list(islice(documents, _AT_A_TIME)):
            some_ids = list(map(dict.get, some, repeat(ID), keys))
            if not (_are_all(some_ids, str) and _are_snippets(some)):
                return False
            ids.update(some_ids)
    if not all(map(is_record, tables[HISTORY].values())):
        return False
    return len(ids) == len(tables[LIVE]) + len(tables[TRASH])


def _accepts(table: str, document: Document) -> bool:
    if table == HISTORY:
        return is_record(document)
    is_snippet = isinstance(document.get(ID, ""), str) and _are_snippets((document,))
    return is_snippet or table not in (LIVE, TRASH)


SNIPPETS = Kind("snippets", VERSION, (LIVE, TRASH, HISTORY), _is_well_shaped, _accepts, {LIVE: TRASH})
