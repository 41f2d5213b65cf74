"""The snippets and the trash in ``snippets.json``, two tables of one file."""

from collections.abc import Mapping, Sequence
from typing import Any

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.database import Database, SnapshotStorage
from quickdesk.storage.format import Document, Kind, Tables
from quickdesk.storage.snapshot import Snapshot

_LIVE = "snippets"
_TRASH = "trash"


class TinySnippetStore:
    """Keeps snippets; see :class:`quickdesk.replies.store.SnippetStore` for what it promises."""

    def __init__(self, snapshot: Snapshot, tables: Tables, *, read_only: bool = False) -> None:
        self._db = Database(snapshot, tables, read_only=read_only, storage=SnapshotStorage)
        self._live = self._db.ids_of(_LIVE)
        self._trash = self._db.ids_of(_TRASH)
        self._snippets: tuple[Snippet, ...] | None = None

    def snippets(self) -> Sequence[Snippet]:
        """Return all snippets; made once after each change."""
        if self._snippets is None:
            self._snippets = tuple(_snippet(key, each) for key, each in self._live.documents().items())
        return self._snippets

    def removed(self) -> Sequence[Snippet]:
        """Return what lies in the trash, the newest last."""
        return tuple(_snippet(key, each) for key, each in self._trash.documents().items())

    def get(self, snippet_id: str) -> Snippet | None:
        """Return one snippet that is not in the trash."""
        document = self._live.documents().get(snippet_id)
        return None if document is None else _snippet(snippet_id, document)

    def apply(self, change: Change) -> None:
        """Put, then remove, then restore, in one write; raises StoreError and then nothing changed."""
        with self._db.transaction():
            self._live.put(self._new_documents(change.put))
            self._trash.take([snippet.id for snippet in change.put])
            self._trash.put(self._live.take(change.remove))
            self._live.put(self._trash.take(change.restore))
        self._snippets = None

    def _new_documents(self, snippets: Sequence[Snippet]) -> dict[str, Document]:
        """Return the documents that differ from what is kept; what another version added to them stays."""
        kept = self._live.documents()
        documents = {each.id: {**kept.get(each.id, {}), **_document(each)} for each in snippets}
        return {key: document for key, document in documents.items() if kept.get(key) != document}


def _document(snippet: Snippet) -> Document:
    return {
        "title": snippet.title,
        "body": snippet.body,
        "code": snippet.code,
        "folder": list(snippet.folder),
        "tags": list(snippet.tags),
    }


def _snippet(snippet_id: str, document: Mapping[str, Any]) -> Snippet:
    return Snippet(
        id=snippet_id,
        title=document["title"],
        body=document["body"],
        code=document.get("code", ""),
        folder=tuple(document.get("folder", ())),
        tags=tuple(document.get("tags", ())),
    )


def _is_snippet(document: Document) -> bool:
    texts = (document.get("title"), document.get("body"), document.get("code", ""))
    lists = (document.get("folder", []), document.get("tags", []))
    return all(isinstance(text, str) for text in texts) and all(_is_texts(each) for each in lists)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _is_well_shaped(tables: Tables) -> bool:
    live, trash = tables[_LIVE], tables[_TRASH]
    whole = all(_is_snippet(document) for table in (live, trash) for document in table.values())
    return whole and live.keys().isdisjoint(trash)


SNIPPETS = Kind("snippets", 1, (_LIVE, _TRASH), _is_well_shaped)
