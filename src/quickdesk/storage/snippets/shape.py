"""What a snippet looks like as a document, and what else stands in ``snippets.json``: three tables."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, islice
from operator import itemgetter
from typing import Any

from quickdesk.replies.snippet import Snippet
from quickdesk.storage.document import ID, Document, Tables, stored_text
from quickdesk.storage.format import Kind
from quickdesk.storage.past.history import HISTORY, is_past

LIVE = "snippets"
TRASH = "trash"
_NO_TEXTS: list[str] = []
_AT_A_TIME = 4096


def snippets_in(tables: Tables, table: str = LIVE) -> tuple[Snippet, ...]:
    """Return the replies in use, or those of another table, of tables that were read elsewhere."""
    return tuple(snippet_of(each.get(ID, key), each) for key, each in tables[table].items())


def document_of(snippet: Snippet) -> Document:
    """Return a snippet as it is stored, without its id; raises TypeError where something is not a text."""
    return {
        "title": stored_text(snippet.title),
        "body": stored_text(snippet.body),
        "code": stored_text(snippet.code),
        "folder": list(map(stored_text, snippet.folder)),
        "tags": list(map(stored_text, snippet.tags)),
    }


def snippet_of(snippet_id: str, document: Mapping[str, Any]) -> Snippet:
    """Return the snippet of a document."""
    get = document.get
    return Snippet(
        snippet_id,
        document["title"],
        document["body"],
        get("code", ""),
        tuple(get("folder", ())),
        tuple(get("tags", ())),
    )


def _are_snippets(documents: Collection[Document]) -> bool:
    """Whether all have the right types; at a start there are very many of them."""
    try:
        # Each is looked into as few times as can be: what takes long is to get at it in memory.
        texts = chain.from_iterable(map(itemgetter("title", "body", "code", ID), documents))
        lists = list(chain.from_iterable(map(itemgetter("folder", "tags"), documents)))
        return _are_all(texts, str) and _are_all(lists, list) and _are_all(chain.from_iterable(lists), str)
    except KeyError:  # made by hand, or before there was such a field
        return all(map(_is_snippet, documents))


def _is_snippet(document: Document) -> bool:
    get = document.get
    texts = (get("title"), get("body"), get("code", ""), get(ID, ""))
    lists = (get("folder", _NO_TEXTS), get("tags", _NO_TEXTS))
    return _are_all(texts, str) and _are_all(lists, list) and _are_all(chain.from_iterable(lists), str)


def _are_all(values: Iterable[object], wanted: type) -> bool:
    return not set(map(type, values)) - {wanted}


def _is_well_shaped(tables: Tables) -> bool:
    ids: set[str] = set()
    for table in (tables[LIVE], tables[TRASH]):
        documents = iter(table.values())
        # Some at a time: in a running program other threads get their turn.
        while some := list(islice(documents, _AT_A_TIME)):
            if not _are_snippets(some):
                return False
        ids.update(document.get(ID, key) for key, document in table.items())
    if not all(map(is_past, tables[HISTORY].values())):
        return False
    return len(ids) == len(tables[LIVE]) + len(tables[TRASH])


def _accepts(table: str, document: Document) -> bool:
    if table == HISTORY:
        return is_past(document)
    return table not in (LIVE, TRASH) or _are_snippets((document,))


SNIPPETS = Kind("snippets", 2, (LIVE, TRASH, HISTORY), _is_well_shaped, _accepts)
