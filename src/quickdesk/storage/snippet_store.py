"""The snippets and the trash in ``snippets.json``, two tables of one file."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, Saving
from quickdesk.storage.collection import Collection as Documents
from quickdesk.storage.document import ID, Document, Tables, stored_text
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Ops
from quickdesk.storage.journal.ticket import Ticket

_LIVE = "snippets"
_TRASH = "trash"
_NO_TEXTS: list[str] = []


class TinySnippetStore:
    """Keeps snippets; see :class:`quickdesk.replies.store.SnippetStore` for what it promises."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._live = Documents(engine, _LIVE)
        self._trash = Documents(engine, _TRASH)
        self._values: dict[str, Snippet] | None = None
        self._snippets: tuple[Snippet, ...] | None = None
        engine.on_rolled_back(self._forget)

    def snippets(self) -> Sequence[Snippet]:
        """Return all snippets; made once after each change."""
        with self._engine.guard:
            if self._snippets is None:
                self._snippets = tuple(self._made().values())
            return self._snippets

    def removed(self) -> Sequence[Snippet]:
        """Return what lies in the trash, the newest last."""
        with self._engine.guard:
            return tuple(_snippet(key, each) for key, each in self._trash.items())

    def get(self, snippet_id: str) -> Snippet | None:
        """Return one snippet that is not in the trash."""
        with self._engine.guard:
            document = self._live.get(snippet_id)
            return None if document is None else _snippet(snippet_id, document)

    def apply(self, change: Change) -> None:
        """Put, then remove, then restore, in one transaction; raises StoreError and then nothing changed."""
        self._stage(change, self._engine.stage_for_waiting).wait()

    def stage(self, change: Change) -> Saving:
        """Do the same at once in memory, and let it come onto the disk meanwhile."""
        return self._stage(change, self._engine.stage)

    def _stage(self, change: Change, stage: Callable[[Ops], Ticket]) -> Ticket:
        with self._engine.guard:
            new = self._new_documents(change.put)
            ops = self._live.putting(new)
            ops += self._trash.taking(stored_text(snippet.id) for snippet in change.put)
            removed = _found(change.remove, new.get, self._live.get)
            ops += self._live.taking(removed) + self._trash.putting(removed)
            restored = _found(change.restore, removed.get, self._trash.get)
            ops += self._trash.taking(restored) + self._live.putting(restored)
            try:
                ticket = stage(ops)
            except BaseException:
                self._forget()
                raise
            if ticket.error is not None:
                self._forget()
            elif ops:
                self._remake(new, removed, restored)
        return ticket

    def _new_documents(self, snippets: Sequence[Snippet]) -> dict[str, Document]:
        """Return the documents that differ from what is kept; what another version added to them stays."""
        documents: dict[str, Document] = {}
        for each in snippets:
            key = stored_text(each.id)
            kept = self._live.get(key) or {}
            document = {**kept, **_document(each)}
            if document != kept:
                documents[key] = document
            else:
                documents.pop(key, None)
        return documents

    def _made(self) -> dict[str, Snippet]:
        if self._values is None:
            self._values = {key: _snippet(key, each) for key, each in self._live.items()}
        return self._values

    def _remake(self, new: Iterable[str], removed: Mapping[str, Document], restored: Iterable[str]) -> None:
        self._snippets = None
        if self._values is None:
            return
        for key in removed:
            self._values.pop(key, None)
        for key in (*(each for each in new if each not in removed), *restored):
            document = self._live.get(key)
            if document is not None:
                self._values[key] = _snippet(key, document)

    def _forget(self) -> None:
        self._values = self._snippets = None
        self._live.forget()
        self._trash.forget()


def _found(
    ids: Iterable[str], first: Callable[[str], Document | None], then: Callable[[str], Document | None]
) -> dict[str, Document]:
    """Return the documents that one of two places has."""
    documents = {key: first(key) or then(key) for key in ids}
    return {key: document for key, document in documents.items() if document is not None}


def _document(snippet: Snippet) -> Document:
    return {
        "title": snippet.title,
        "body": snippet.body,
        "code": snippet.code,
        "folder": list(snippet.folder),
        "tags": list(snippet.tags),
    }


def _snippet(snippet_id: str, document: Mapping[str, Any]) -> Snippet:
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
    """Whether all have the right types; field by field, because at a start there are very many of them."""
    texts = (("title", None), ("body", None), ("code", ""), (ID, ""))
    if any({type(each.get(name, default)) for each in documents} - {str} for name, default in texts):
        return False
    return all(_are_lists_of_texts(documents, name) for name in ("folder", "tags"))


def _are_lists_of_texts(documents: Collection[Document], name: str) -> bool:
    if {type(each.get(name, _NO_TEXTS)) for each in documents} - {list}:
        return False
    parts = chain.from_iterable(each.get(name, _NO_TEXTS) for each in documents)
    return not set(map(type, parts)) - {str}


def _is_well_shaped(tables: Tables) -> bool:
    ids: set[str] = set()
    for table in (tables[_LIVE], tables[_TRASH]):
        if not _are_snippets(table.values()):
            return False
        ids.update(document.get(ID, key) for key, document in table.items())
    return len(ids) == len(tables[_LIVE]) + len(tables[_TRASH])


def _accepts(table: str, document: Document) -> bool:
    return table not in (_LIVE, _TRASH) or _are_snippets((document,))


SNIPPETS = Kind("snippets", 2, (_LIVE, _TRASH), _is_well_shaped, _accepts)
