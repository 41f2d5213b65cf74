"""The snippets, the trash and what can be undone in ``snippets.json``, three tables of one file."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from quickdesk.replies.history import Action, NotUndone, Outdated, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, Saving
from quickdesk.storage.collection import Collection
from quickdesk.storage.document import Document, stored_text
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.gc_pause import gc_paused
from quickdesk.storage.journal.record import Op, Ops
from quickdesk.storage.journal.ticket import Ticket
from quickdesk.storage.past.history import (
    State,
    is_dated,
    is_same_state,
    kept_long_enough,
    stamp,
    without_date,
)
from quickdesk.storage.snippets.deeds import Deeds
from quickdesk.storage.snippets.prepared_puts import PreparedPuts, prepared_puts
from quickdesk.storage.snippets.shape import LIVE, TRASH, document_of, snippet_of, snippets_of

_NOTHING: Mapping[str, Document] = {}
_NO_PUTS = PreparedPuts({}, {})
_FEW = 1_000
"""So many documents change without a thought of Python's collector of garbage."""


class _Stage(Protocol):
    def __call__(self, ops: Ops, *, are_stored: bool) -> Ticket: ...


class TinySnippetStore:
    """Keeps snippets; see :class:`quickdesk.replies.store.SnippetStore` for what it promises."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._live = Collection(engine, LIVE)
        self._trash = Collection(engine, TRASH)
        self._deeds = Deeds(engine, self._live, self._trash)
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
            return tuple(snippet_of(key, each) for key, each in self._trash.items())

    def get(self, snippet_id: str) -> Snippet | None:
        """Return one snippet that is not in the trash; waits for nobody where they were listed before."""
        values = self._values
        if values is not None:
            return values.get(snippet_id)
        with self._engine.guard:
            document = self._live.get(snippet_id)
            return None if document is None else snippet_of(snippet_id, document)

    def apply(self, change: Change) -> None:
        """Carry a change out in one transaction; raises StoreError and then nothing changed."""
        self._stage(change, self._engine.stage_for_waiting).wait()

    def stage(self, change: Change) -> Saving:
        """Do the same at once in memory, and let it come onto the disk meanwhile."""
        return self._stage(change, self._engine.stage)

    def prepare(self, change: Change) -> Change:
        """Return the same change with what takes long done in advance; other changes go on meanwhile."""
        before: dict[str, State] = {}
        ids = [stored_text(each.id) for each in change.put]
        for start in range(0, len(ids), _FEW):
            with self._engine.guard:
                before |= self._states(ids[start : start + _FEW])
        return replace(change, preparation=prepared_puts(change.put, before).completed())

    def last_action(self) -> Action | None:
        """Return the newest deed that was not taken back and can be read."""
        with self._engine.guard:
            return self._deeds.last()

    def undo(self, now: datetime, day: int = 0) -> Undone | NotUndone:
        """Take the last deed back, in one transaction; raises StoreError and then nothing changed."""
        with self._engine.guard, gc_paused():
            way = self._deeds.way_back(now, day)
            if isinstance(way, NotUndone):
                return way
            back, away = way.back, way.away
            gone = tuple(_snippets(away))
            ops = self._live.putting(back) + self._trash.taking(back)
            ops += self._live.taking(away) + self._trash.putting(away) + way.taking_out()
            ticket = self._staged(
                ops, self._engine.stage_for_waiting, puts=PreparedPuts({}, back), removed=away
            )
        ticket.wait()
        return Undone(way.past.action, tuple(_snippets(back)), gone)

    def outdated(self, day: int) -> Outdated:
        """Return what has been kept long enough on a running day."""
        with self._engine.guard:
            return Outdated(kept_long_enough(dict(self._trash.items()), day), self._deeds.outdated(day))

    def purge(self, outdated: Outdated, day: int) -> Saving:
        """Let go of what still is outdated; what has no running day gets this one."""
        with self._engine.guard:
            still = set(self.outdated(day).removed)
            undated = {
                text: document | stamp(day)
                for text, document in self._trash.items()
                if not is_dated(document, day)
            }
            ops = self._trash.taking(text for text in outdated.removed if text in still)
            ops += self._trash.putting(undated) + self._deeds.purging(outdated.changes, day)
            return self._staged(ops, self._engine.stage)

    def _stage(self, change: Change, stage: _Stage) -> Ticket:
        with self._engine.guard:
            if len(change.put) + len(change.remove) + len(change.restore) <= _FEW:
                return self._stage_change(change, stage)
            with gc_paused():
                return self._stage_change(change, stage)

    def _stage_change(self, change: Change, stage: _Stage) -> Ticket:
        puts = self._puts(change)
        new = puts.documents
        removed, restored = _NOTHING, _NOTHING
        if change.remove or change.restore:
            removed = _found(change.remove, new.get, self._live.get)
            in_trash = [text for text in change.restore if text in removed or text not in puts.before]
            restored = _found(in_trash, removed.get, self._trash.get)
            restored = {text: without_date(document) for text, document in restored.items()}
        added = self._added_to_trash(change.trash, {*new, *removed, *restored}) if change.trash else {}
        ops: list[Op] = []
        if change.action is not None:
            ops += self._deeds.keeping(change.action, puts, {**removed, **added}, restored)
            date = stamp(change.action.day, change.action.at)
            removed = {text: without_date(document) | date for text, document in removed.items()}
            added = {text: document | date for text, document in added.items()}
        ops += self._live.putting(new)
        ops += self._trash.taking(puts.from_trash)
        if removed or restored or added:
            ops += self._live.taking(removed) + self._trash.putting({**removed, **added})
            ops += self._trash.taking(restored) + self._live.putting(restored)
        return self._staged(ops, stage, puts=puts, removed=removed, restored=restored)

    def _added_to_trash(self, snippets: Sequence[Snippet], known: set[str]) -> dict[str, Document]:
        """Return by id the documents of replies that come into the trash, where nothing has their id."""
        documents = {stored_text(each.id): document_of(each) for each in snippets}
        return {
            text: document
            for text, document in documents.items()
            if text not in known and not self._live.get(text) and not self._trash.get(text)
        }

    def _staged(
        self,
        ops: Ops,
        stage: _Stage,
        *,
        puts: PreparedPuts = _NO_PUTS,
        removed: Mapping[str, Document] = _NOTHING,
        restored: Mapping[str, Document] = _NOTHING,
    ) -> Ticket:
        try:
            ticket = stage(ops, are_stored=True)
        except BaseException:
            self._forget()
            raise
        if ticket.error is not None:
            self._forget()
        elif ops:
            self._remake(puts, removed, restored)
        return ticket

    def _puts(self, change: Change) -> PreparedPuts:
        puts = change.preparation
        if isinstance(puts, PreparedPuts) and self._is_up_to_date(puts):
            return puts
        return prepared_puts(change.put, self._states(stored_text(each.id) for each in change.put))

    def _is_up_to_date(self, puts: PreparedPuts) -> bool:
        new = puts.new_ids
        if self._live.has_any(new) or self._trash.has_any(new):
            return False
        others = ((text, state) for text, state in puts.before.items() if state is not None)
        return all(is_same_state(state, self._deeds.state(text)) for text, state in others)

    def _states(self, ids: Iterable[str]) -> dict[str, State]:
        return {text: self._deeds.state(text) for text in ids}

    def _made(self) -> dict[str, Snippet]:
        if self._values is None:
            with gc_paused():
                self._values = snippets_of(dict(self._live.items()))
        return self._values

    def _remake(self, puts: PreparedPuts, removed: Iterable[str], restored: Mapping[str, Document]) -> None:
        self._snippets = None
        values = self._values
        if values is None:
            return
        values.update(puts.made_snippets())
        for key in removed:
            values.pop(key, None)
        for key, document in restored.items():
            values[key] = snippet_of(key, document)

    def _forget(self) -> None:
        self._values = self._snippets = None
        self._live.forget()
        self._trash.forget()


def _snippets(documents: Mapping[str, Document]) -> Iterator[Snippet]:
    return (snippet_of(text, document) for text, document in documents.items())


def _found(
    ids: Iterable[str], first: Callable[[str], Document | None], then: Callable[[str], Document | None]
) -> dict[str, Document]:
    """Return the documents that one of two places has."""
    documents = {key: first(key) or then(key) for key in ids}
    return {key: document for key, document in documents.items() if document is not None}
