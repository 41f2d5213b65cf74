"""Restoring a backup: snippets by a change, other kinds as they are in it, all in one transaction."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from quickdesk.commands.backup_store import Difference
from quickdesk.replies.history import Action
from quickdesk.replies.store import Change
from quickdesk.storage.document import ID, Document, Tables
from quickdesk.storage.format import APPLIED, PENDING, Kind
from quickdesk.storage.history.history import History
from quickdesk.storage.history.record import HISTORY
from quickdesk.storage.history.recording import with_record
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.joint import JointPlan, commit_joint
from quickdesk.storage.journal.record import Op
from quickdesk.storage.running_days import RUNNING_DAYS
from quickdesk.storage.snippet_store import TinySnippetStore
from quickdesk.storage.snippets.shape import SNIPPETS
from quickdesk.storage.table import Draft

OWN_TABLES = frozenset({HISTORY, PENDING, APPLIED, RUNNING_DAYS})
"""Tables that hold no data of the user; a restore leaves them as they are."""
_Difference = tuple[str, str, Document | None, Document | None]
"""A table, an id in it, the document there and the one in the backup."""


def difference(engine: Engine, wanted: Tables) -> Difference:
    """Return what restoring one kind would change."""
    with engine.guard:
        found = list(_differences(engine, wanted))
    new = sum(present is None for _, _, present, _ in found)
    removed = sum(after is None for _, _, _, after in found)
    return Difference(new, len(found) - new - removed, removed)


class Restorer:
    """Restores backups into the data of one folder."""

    def __init__(
        self, snippets: TinySnippetStore, history: History, engine: Callable[[Kind], Engine]
    ) -> None:
        self._snippets, self._history, self._engine = snippets, history, engine

    def restore(self, change: Change, wanted: Mapping[Kind, Tables]) -> None:
        """Apply a change to the snippets and restore other kinds, as one action and one transaction.

        The action of the change names these kinds. Raises StoreError, and then nothing changed unless the
        problem is UNCERTAIN.
        """
        self._history.open()
        engines = [self._engine(kind) for kind in (SNIPPETS, *wanted)]
        commit_joint(engines, partial(self._planned, change, wanted, engines))

    def _planned(
        self, change: Change, wanted: Mapping[Kind, Tables], engines: list[Engine]
    ) -> JointPlan[None]:
        sequence = self._history.next_sequence(None if change.action is None else change.action.at)
        ops = {SNIPPETS.name: self._snippets.plan(change, sequence)}
        for engine, tables in zip(engines[1:], wanted.values(), strict=True):
            ops[engine.kind.name] = _restoring(engine, tables, change.action, sequence)
        return JointPlan(ops, sequence, None)


def _restoring(engine: Engine, wanted: Tables, action: Action | None, sequence: int) -> list[Op]:
    drafts: dict[str, Draft] = {}
    for name, document_id, _, after in _differences(engine, wanted):
        draft = drafts.setdefault(name, Draft(name, engine.memory))
        if after is None:
            draft.remove([document_id])
        else:
            draft.put(document_id, after)
    ops = [op for draft in drafts.values() for op in draft.ops]
    return ops if action is None else with_record(engine, action, ops, sequence, SNIPPETS.name)


def _differences(engine: Engine, wanted: Tables) -> Iterator[_Difference]:
    for name in dict.fromkeys((*wanted, *engine.memory.tables)):
        if name in OWN_TABLES:
            continue
        present, after = _by_id(engine.memory.documents(name)), _by_id(wanted.get(name, {}))
        yield from ((name, key, each, None) for key, each in present.items() if key not in after)
        for key, each in after.items():
            if present.get(key) != each:
                yield name, key, present.get(key), each


def _by_id(documents: Mapping[str, Document]) -> dict[str, Document]:
    return {document.get(ID, key): document for key, document in documents.items()}
