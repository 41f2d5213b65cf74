"""The snippets, the trash and what can be undone in ``snippets.json``, three tables of one file."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from operator import itemgetter
from typing import Any

from quickdesk.replies.history import TRASH_TIME, Mark, NotUndone, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, Saving
from quickdesk.storage.collection import Collection as Documents
from quickdesk.storage.document import ID, Document, Tables, stored_text
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.many_objects import making_many_objects
from quickdesk.storage.journal.record import Op, Ops, delete
from quickdesk.storage.journal.ticket import Ticket
from quickdesk.storage.past.history import (
    HISTORY,
    REMOVED,
    History,
    Past,
    State,
    checksum,
    is_past,
    removed_at,
    without_date,
)

_LIVE = "snippets"
_TRASH = "trash"
_NO_TEXTS: list[str] = []
_NOTHING: Mapping[str, Document] = {}


class TinySnippetStore:
    """Keeps snippets; see :class:`quickdesk.replies.store.SnippetStore` for what it promises."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._live = Documents(engine, _LIVE)
        self._trash = Documents(engine, _TRASH)
        self._history = History(engine)
        self._values: dict[str, Snippet] | None = None
        self._snippets: tuple[Snippet, ...] | None = None
        engine.on_rolled_back(self._forget)

    def snippets(self) -> Sequence[Snippet]:
        """Return all snippets; made once after each change."""
        values = self._values
        if values is not None and not self._engine.guard.acquire(blocking=False):
            # A window does not wait while a large change is made: it sees the replies as they are by now.
            return tuple(values.values())
        if values is None:
            self._engine.guard.acquire()
        try:
            if self._snippets is None:
                self._snippets = tuple(self._made().values())
            return self._snippets
        finally:
            self._engine.guard.release()

    def removed(self) -> Sequence[Snippet]:
        """Return what lies in the trash, the newest last."""
        with self._engine.guard:
            return tuple(_snippet(key, each) for key, each in self._trash.items())

    def get(self, snippet_id: str) -> Snippet | None:
        """Return one snippet that is not in the trash; waits for nobody where they were listed before."""
        values = self._values
        if values is not None:
            return values.get(snippet_id)
        with self._engine.guard:
            document = self._live.get(snippet_id)
            return None if document is None else _snippet(snippet_id, document)

    def apply(self, change: Change) -> None:
        """Put, then remove, then restore, in one transaction; raises StoreError and then nothing changed."""
        self._stage(change, self._engine.stage_for_waiting).wait()

    def stage(self, change: Change) -> Saving:
        """Do the same at once in memory, and let it come onto the disk meanwhile."""
        return self._stage(change, self._engine.stage)

    def last_deed(self) -> Mark | None:
        """Return the newest deed that was not taken back and can be read."""
        with self._engine.guard:
            return self._history.last_mark()

    def undo(self, now: datetime) -> Undone | NotUndone:
        """Take the last deed back, in one transaction; raises StoreError and then nothing changed."""
        with self._engine.guard:
            past = self._history.last()
            if past is None:
                return NotUndone()
            states = {trace.id: self._state(trace.id) for trace in past.traces}
            changed = [trace.id for trace in past.traces if checksum(states[trace.id]) != trace.after]
            if changed:
                return NotUndone(past.mark, tuple(self._shown(changed, past)))
            back, away = _way_back(past, states, now)
            ops = self._live.putting(back) + self._trash.taking(back)
            ops += self._live.taking(away) + self._trash.putting(away) + [delete(HISTORY, past.key)]
            ticket = self._staged(ops, self._engine.stage_for_waiting, new=back, removed=away)
        ticket.wait()
        return Undone(past.mark, tuple(_snippets(back)), tuple(_snippets(away)))

    def purge(self, now: datetime) -> Saving:
        """Let go of what is too old; what came into the trash without a date gets today's."""
        with self._engine.guard:
            dates = {text: removed_at(document) for text, document in self._trash.items()}
            old = [text for text, at in dates.items() if at is not None and at < now - TRASH_TIME]
            undated = {
                text: {**document, REMOVED: now.isoformat()}
                for text, document in self._trash.items()
                if dates[text] is None
            }
            ops = self._trash.taking(old) + self._trash.putting(undated)
            return self._staged(ops + self._history.forgetting(now - TRASH_TIME), self._engine.stage)

    def _stage(self, change: Change, stage: Callable[[Ops], Ticket]) -> Ticket:
        with self._engine.guard:
            new = self._new_documents(change.put)
            removed = _found(change.remove, new.get, self._live.get)
            taken = dict.fromkeys(stored_text(snippet.id) for snippet in change.put)
            in_trash = [text for text in change.restore if text in removed or text not in taken]
            restored = _found(in_trash, removed.get, self._trash.get)
            restored = {text: without_date(document) for text, document in restored.items()}
            ops = self._deed(change.mark, taken, new, removed, restored)
            if change.mark is not None:
                date = change.mark.at.isoformat()
                removed = {text: {**document, REMOVED: date} for text, document in removed.items()}
            ops += self._live.putting(new) + self._trash.taking(taken)
            ops += self._live.taking(removed) + self._trash.putting(removed)
            ops += self._trash.taking(restored) + self._live.putting(restored)
            return self._staged(ops, stage, new=new, removed=removed, restored=restored)

    def _deed(
        self,
        mark: Mark | None,
        taken: Iterable[str],
        new: Mapping[str, Document],
        removed: Mapping[str, Document],
        restored: Mapping[str, Document],
    ) -> list[Op]:
        """Return what keeps a deed so that it can be undone; nothing where it changes nothing."""
        if mark is None:
            return []
        before = {text: self._state(text) for text in (*taken, *new, *removed, *restored)}
        after = {text: self._state_without_trash(text) for text in taken}
        after |= {text: (_LIVE, document) for text, document in new.items()}
        after |= {text: (_TRASH, document) for text, document in removed.items()}
        after |= {text: (_LIVE, document) for text, document in restored.items()}
        changes = {
            text: (before[text], after[text])
            for text in before
            if checksum(before[text]) != checksum(after[text])
        }
        return self._history.adding(mark, changes) if changes or mark.rest else []

    def _state(self, text: str) -> State:
        document = self._live.get(text)
        if document is not None:
            return (_LIVE, document)
        document = self._trash.get(text)
        return None if document is None else (_TRASH, document)

    def _state_without_trash(self, text: str) -> State:
        document = self._live.get(text)
        return None if document is None else (_LIVE, document)

    def _shown(self, ids: Iterable[str], past: Past) -> Iterator[Snippet]:
        """Return replies as they are now, or where they are gone, as they were before."""
        before = {trace.id: trace.before for trace in past.traces}
        for text in ids:
            state = self._state(text) or before[text]
            if state is not None:
                yield _snippet(text, state[1])

    def _staged(
        self,
        ops: Ops,
        stage: Callable[[Ops], Ticket],
        *,
        new: Iterable[str] = (),
        removed: Mapping[str, Document] = _NOTHING,
        restored: Iterable[str] = (),
    ) -> Ticket:
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
            with making_many_objects():
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


def snippets_in(tables: Tables) -> tuple[Snippet, ...]:
    """Return the replies in use of tables that were read elsewhere."""
    return tuple(_snippet(each.get(ID, key), each) for key, each in tables[_LIVE].items())


def _way_back(
    past: Past, states: Mapping[str, State], now: datetime
) -> tuple[dict[str, Document], dict[str, Document]]:
    """Return what is put back among the replies, and what goes to the trash."""
    back: dict[str, Document] = {}
    away: dict[str, Document] = {}
    for trace in past.traces:
        if trace.before is None:
            present = states[trace.id]
            if present is not None:
                away[trace.id] = {**present[1], REMOVED: now.isoformat()}
        elif trace.before[0] == _LIVE:
            back[trace.id] = trace.before[1]
        else:
            away[trace.id] = trace.before[1]
    return back, away


def _snippets(documents: Mapping[str, Document]) -> Iterator[Snippet]:
    return (_snippet(text, document) for text, document in documents.items())


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
    for table in (tables[_LIVE], tables[_TRASH]):
        if not _are_snippets(table.values()):
            return False
        ids.update(document.get(ID, key) for key, document in table.items())
    if not all(map(is_past, tables[HISTORY].values())):
        return False
    return len(ids) == len(tables[_LIVE]) + len(tables[_TRASH])


def _accepts(table: str, document: Document) -> bool:
    if table == HISTORY:
        return is_past(document)
    return table not in (_LIVE, _TRASH) or _are_snippets((document,))


SNIPPETS = Kind("snippets", 2, (_LIVE, _TRASH, HISTORY), _is_well_shaped, _accepts)
