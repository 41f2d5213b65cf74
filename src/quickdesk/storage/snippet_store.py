"""The snippets and the trash, in ``snippets.json``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime

from quickdesk.replies.history import Action, NotUndone, Outdated, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.customers.shape import CUSTOMERS_TABLE, customers_in
from quickdesk.storage.document import ID, Document, stored_text
from quickdesk.storage.history.history import History, NotReverted, Reversal
from quickdesk.storage.history.record import State, change_document, compared
from quickdesk.storage.history.recording import add_record, state_of
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.gc_pause import gc_paused
from quickdesk.storage.journal.record import Op
from quickdesk.storage.journal.tables import Undo, UndoAdded, changed_documents
from quickdesk.storage.retention import is_stamped, outdated, stamp, without_stamp
from quickdesk.storage.shop.fact_store import FACTS_TABLE, stored_facts
from quickdesk.storage.snippets.prepared_puts import PreparedPuts, prepared_puts
from quickdesk.storage.snippets.shape import (
    LIVE,
    SNIPPETS,
    TRASH,
    document_of,
    snippet_of,
    snippets_of,
)
from quickdesk.storage.table import Table

_NOTHING: Mapping[str, Document] = {}
_NO_SNIPPETS: Mapping[str, Snippet] = {}
_FEW = 1_000
"""Documents that change without the garbage collector being paused."""


class TinySnippetStore:
    """Stores snippets; see :class:`quickdesk.replies.store.SnippetStore`."""

    def __init__(self, engine: Engine, history: History) -> None:
        self._engine, self._history = engine, history
        self._live, self._trash = Table(lambda: engine, LIVE), Table(lambda: engine, TRASH)
        self._values: dict[str, Snippet] | None = None
        self._snippets: tuple[Snippet, ...] | None = None
        self._made_in_advance = _NO_SNIPPETS
        engine.staged.on_applied(self._follow)
        engine.staged.on_rolled_back(self._forget)

    def snippets(self) -> Sequence[Snippet]:
        """Return all snippets; the tuple is made once after each change."""
        values = self._values
        if values is not None and not self._engine.guard.acquire(blocking=False):
            # A window does not wait while a large change is applied; it sees the snippets as they are now.
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
        """Return the snippets in the trash, the newest last."""
        return tuple(snippets_of(self._trash.documents()).values())

    def get(self, snippet_id: str) -> Snippet | None:
        """Return one snippet that is not in the trash; does not block once the snippets have been listed."""
        values = self._values
        if values is not None:
            return values.get(snippet_id)
        with self._engine.guard:
            document = self._live.get(snippet_id)
            return None if document is None else snippet_of(snippet_id, document)

    def apply(self, change: Change) -> None:
        """Apply a change in one transaction; raises StoreError, and then nothing changed."""
        sequence = 0
        if change.action is not None:
            self._history.open()
            sequence = self._history.next_sequence(change.action.at)
        is_large = len(change.put) + len(change.remove) + len(change.restore) > _FEW
        with self._engine.guard, gc_paused() if is_large else nullcontext():
            try:
                write = self._engine.stage_for_waiting(self.plan(change, sequence), are_stored=True)
            finally:
                self._made_in_advance = _NO_SNIPPETS
        write.wait()

    def prepare(self, change: Change) -> Change:
        """Return the same change with what takes long done in advance; other changes can be applied
        meanwhile.
        """
        before: dict[str, State] = {}
        ids = [stored_text(each.id) for each in change.put]
        for start in range(0, len(ids), _FEW):
            with self._engine.guard:
                before |= self._states(ids[start : start + _FEW])
        return replace(change, preparation=prepared_puts(change.put, before).completed())

    def plan(self, change: Change, sequence: int) -> list[Op]:
        """Return the operations of a change, whose action gets the number ``sequence``.

        Hold the guard until they are staged.
        """
        puts = self._puts(change)
        removed, restored = self._moved(change, puts)
        added = self._added_to_trash(change.trash, puts.documents, removed, restored) if change.trash else {}
        ops: list[Op] = []
        if change.action is not None:
            changes = self._changes(puts, {**removed, **added}, restored)
            if changes or change.action.other_kinds:
                ops += add_record(self._engine, change.action, changes.values(), sequence)
            date = stamp(change.action.day, change.action.at)
            removed = {text: without_stamp(document) | date for text, document in removed.items()}
            added = {text: document | date for text, document in added.items()}
        live, trash = self._live.draft(), self._trash.draft()
        live.put_all(puts.documents)
        trash.remove(puts.from_trash)
        live.remove(removed)
        trash.put_all({**removed, **added})
        trash.remove(restored)
        live.put_all(restored)
        self._made_in_advance = puts.snippets or _NO_SNIPPETS
        return [*ops, *live.ops, *trash.ops]

    def last_action(self) -> Action | None:
        """Return the newest action that can be undone."""
        return self._history.last()

    def undo(self, now: datetime, day: int = 0) -> Undone | NotUndone:
        """Undo the newest action in one transaction; raises StoreError, and then nothing changed."""
        with gc_paused():
            outcome = self._history.undo(now, day)
        if isinstance(outcome, NotReverted):
            changed = snippets_of(outcome.changed.get(SNIPPETS.name, _NOTHING))
            others = _names_of_facts(outcome.changed.get(FACTS_TABLE, _NOTHING))
            customers = customers_in(outcome.changed.get(CUSTOMERS_TABLE, _NOTHING))
            return NotUndone(outcome.action, tuple(changed.values()), others, customers)
        own = outcome.kinds.get(SNIPPETS.name, Reversal())
        back, away = snippets_of(own.back), snippets_of(own.away)
        facts = outcome.kinds.get(FACTS_TABLE, Reversal())
        names = _names_of_facts({**facts.back, **facts.away})
        buyers = outcome.kinds.get(CUSTOMERS_TABLE, Reversal())
        customers = customers_in({**buyers.back, **buyers.away})
        return Undone(outcome.action, tuple(back.values()), tuple(away.values()), names, customers)

    def outdated(self, day: int) -> Outdated:
        """Return the removed snippets and actions that are too old on a running day."""
        return Outdated(outdated(self._trash.documents(), day), self._history.outdated(day))

    def purge(self, purged: Outdated, day: int) -> None:
        """Delete what is still outdated; what has no running day gets this one."""
        self._history.purge(purged.changes, day)
        with self._engine.guard:
            documents = self._trash.documents()
            still = set(outdated(documents, day))
            draft = self._trash.draft()
            draft.remove(text for text in purged.removed if text in still)
            undated = ((text, each) for text, each in documents.items() if not is_stamped(each, day))
            draft.put_all({text: _complete(text, each) | stamp(day) for text, each in undated})
            write = self._engine.stage_for_waiting(draft.ops, are_stored=True)
        write.wait()

    def _puts(self, change: Change) -> PreparedPuts:
        puts = change.preparation
        if isinstance(puts, PreparedPuts) and self._is_up_to_date(puts):
            return puts
        return prepared_puts(change.put, self._states(stored_text(each.id) for each in change.put))

    def _is_up_to_date(self, puts: PreparedPuts) -> bool:
        if self._live.has_any(puts.new_ids) or self._trash.has_any(puts.new_ids):
            return False
        return all(_are_identical(state, self._state(text)) for text, state in puts.present.items())

    def _moved(self, change: Change, puts: PreparedPuts) -> tuple[dict[str, Document], dict[str, Document]]:
        """Return the documents that a change moves to the trash, and those that it restores from it."""
        if not change.remove and not change.restore:
            return {}, {}
        new = puts.documents
        removed = _found(change.remove, new.get, self._live.get)
        in_trash = [text for text in change.restore if text in removed or text not in puts.before]
        restored = _found(in_trash, removed.get, self._trash.get)
        return removed, {text: without_stamp(document) for text, document in restored.items()}

    def _added_to_trash(
        self, snippets: Sequence[Snippet], *known: Mapping[str, Document]
    ) -> dict[str, Document]:
        """Return by id the documents of snippets to add to the trash, unless their id is in use or known."""
        documents = {
            stored_text(each.id): {ID: stored_text(each.id), **document_of(each)} for each in snippets
        }
        return {
            text: _complete(text, document)
            for text, document in documents.items()
            if self._state(text) is None and not any(text in each for each in known)
        }

    def _changes(
        self, puts: PreparedPuts, removed: Mapping[str, Document], restored: Mapping[str, Document]
    ) -> Mapping[str, Document]:
        """Return what the history stores of a change, by id."""
        changes = puts.made_changes()
        if not removed and not restored:
            return changes
        after: dict[str, State] = {text: (TRASH, document) for text, document in removed.items()}
        after |= {text: (LIVE, document) for text, document in restored.items()}
        changes = {text: each for text, each in changes.items() if text not in after}
        for text, state in after.items():
            before = self._state(text)
            if not _are_equal(before, state):
                changes[text] = change_document(SNIPPETS, LIVE, text, before, state)
        return changes

    def _state(self, text: str) -> State:
        return state_of(self._engine.memory, SNIPPETS, LIVE, text)

    def _states(self, ids: Iterable[str]) -> dict[str, State]:
        return {text: self._state(text) for text in ids}

    def _made(self) -> dict[str, Snippet]:
        if self._values is None:
            with gc_paused():
                self._values = snippets_of(self._engine.memory.documents(LIVE))
        return self._values

    def _follow(self, undos: Sequence[Undo]) -> None:
        """Update the snippets after operations on the documents."""
        live = [each for each in undos if each.table == LIVE]
        if live:
            self._snippets = None
        if self._values is None:
            return
        made = self._made_in_advance
        if len(live) == 1 and isinstance(live[0], UndoAdded) and len(live[0].ops) == len(made):
            self._values.update(made)  # these are the documents that were added
            return
        removed, put = changed_documents(live)
        for text in removed:
            self._values.pop(text, None)
        self._values.update(snippets_of(put))

    def _forget(self) -> None:
        self._values = self._snippets = None


def _names_of_facts(documents: Mapping[str, Document]) -> tuple[str, ...]:
    return tuple(fact.name for _, fact in stored_facts(documents))


def _complete(text: str, document: Document) -> Document:
    return document if ID in document else {ID: text, **document}


def _found(
    ids: Iterable[str], first: Callable[[str], Document | None], then: Callable[[str], Document | None]
) -> dict[str, Document]:
    """Return by id the documents that one of two places contains, completed with their ids."""
    documents = {text: first(text) or then(text) for text in ids}
    return {text: _complete(text, each) for text, each in documents.items() if each is not None}


def _are_equal(before: State, after: State) -> bool:
    if before is None or after is None or before[0] != after[0]:
        return before is after
    return before[1] is after[1] or compared(before[1]) == compared(after[1])


def _are_identical(one: State, other: State) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] == other[0] and one[1] is other[1]
