"""One history of the actions in all kinds of data, and undoing the newest of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Protocol

from quickdesk.replies.history import Action
from quickdesk.replies.store import StoreError
from quickdesk.storage.document import ID, Document, is_number_key
from quickdesk.storage.format import APPLIED, PENDING, Kind
from quickdesk.storage.history.record import (
    HISTORY,
    ActionRecord,
    DocumentChange,
    Identity,
    is_as_left,
    read_record,
    sequence_of,
)
from quickdesk.storage.history.recording import state_of
from quickdesk.storage.journal.background import Guard
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.joint import (
    JointPlan,
    all_guards,
    applied_sequence,
    commit_joint,
)
from quickdesk.storage.journal.record import PUT, Op
from quickdesk.storage.journal.tables import MemoryTables
from quickdesk.storage.retention import is_stamped, outdated, stamp, without_stamp
from quickdesk.storage.table import Draft


class Engines(Protocol):
    """Opens the kinds of data of one folder."""

    def engine(self, kind: Kind) -> Engine:
        """Return the engine of a kind; raises StoreError if it cannot be opened."""
        ...

    def existing(self, kinds: Iterable[Kind]) -> list[Kind]:
        """Return those that are open or have files in the folder."""
        ...

    def opened(self, kinds: Iterable[Kind]) -> list[Engine]:
        """Return the engines that are open, in the order of the kinds."""
        ...


@dataclass(slots=True)
class Reversal:
    """What an undo puts back into the tables of one kind (``back``) and what it removes (``away``), by id."""

    back: dict[str, Document] = field(default_factory=dict)
    away: dict[str, Document] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reverted:
    """An action that was undone, and what that did to each kind."""

    action: Action
    kinds: Mapping[str, Reversal]


@dataclass(frozen=True, slots=True)
class NotReverted:
    """Why nothing was undone: documents that changed since, by kind and id; no action if there is none."""

    action: Action | None = None
    changed: Mapping[str, Mapping[str, Document]] = field(default_factory=dict)


class History:
    """The actions in all ``kinds`` of a folder; the first is the main one of joint transactions."""

    def __init__(self, engines: Engines, kinds: Sequence[Kind]) -> None:
        self._engines, self._kinds = engines, kinds
        self._guard = Guard()
        self._numbered: set[str] = set()
        self._last_number = 0
        self._is_open = False

    def open(self) -> None:
        """Open all kinds that exist, so that :meth:`next_sequence` knows their numbers; hold no guard.

        Those that cannot be opened now are left out: their actions cannot be undone either.
        """
        if not self._is_open:
            for kind in self._engines.existing(self._kinds):
                with suppress(StoreError):
                    self._engines.engine(kind)
            self._is_open = True

    def open_again(self) -> None:
        """Open what exists once more when it is needed: something was unlocked."""
        self._is_open = False

    def next_sequence(self, at: datetime | None = None) -> int:
        """Return a number for an action at ``at``, above those of all actions in the kinds that are open.

        It is the time in milliseconds if that is higher, so that it is above those in kinds that cannot be
        opened now as well, unless the clock was put back meanwhile.
        """
        with self._guard:
            for engine in self._opened():
                if engine.kind.name not in self._numbered:
                    self._numbered.add(engine.kind.name)
                    self._last_number = max(self._last_number, _highest(engine.memory))
            earliest = 0 if at is None else int(at.timestamp() * 1000)
            self._last_number = max(self._last_number + 1, earliest)
            return self._last_number

    def last(self) -> Action | None:
        """Return the newest action that can be undone, or None."""
        self.open()
        opened = self._opened()
        with all_guards(opened):
            newest = _newest(opened)
            return None if newest is None else newest.action

    def undo(self, now: datetime, day: int) -> Reverted | NotReverted:
        """Undo the newest action in all kinds that it changed, as one transaction.

        What it added moves to the trash of its table, if there is one. Raises StoreError, also if one of the
        kinds cannot be opened, and then nothing changed unless the problem is UNCERTAIN.
        """
        last = self.last()
        for kind in self._kinds:
            if last is not None and kind.name in last.other_kinds:
                self._engines.engine(kind)  # undoing the rest of the action would only undo a part of it
        opened = self._opened()
        return commit_joint(opened, partial(self._planned_undo, opened, stamp(day, now)))

    def outdated(self, day: int) -> tuple[str, ...]:
        """Return the records that have been kept long enough on a running day."""
        self.open()
        opened = self._opened()
        with all_guards(opened):
            return tuple(_name(engine, key) for engine in opened for key in _outdated(engine, opened, day))

    def purge(self, records: Iterable[str], day: int) -> None:
        """Delete the records that still are outdated; those without a running day get this one.

        They are written later.
        """
        wanted, opened = set(records), self._opened()
        with all_guards(opened):
            for engine in opened:
                draft = Draft(HISTORY, engine.memory)
                draft.remove(key for key in _outdated(engine, opened, day) if _name(engine, key) in wanted)
                for key, document in engine.memory.documents(HISTORY).items():
                    if not is_stamped(document, day):
                        draft.put(key, document | stamp(day))
                engine.stage(draft.ops, are_stored=True)

    def _opened(self) -> list[Engine]:
        return self._engines.opened(self._kinds)

    def _planned_undo(self, opened: Sequence[Engine], stamps: Document) -> JointPlan[Reverted | NotReverted]:
        newest = _newest(opened)
        if newest is None:
            return JointPlan({}, 0, NotReverted())
        if not {kind.name for kind in self._kinds}.issuperset(newest.action.other_kinds):
            return JointPlan({}, 0, NotReverted(newest.action))  # a newer version
        records = [(engine, each) for engine in opened for each in _parts(newest, engine)]
        changed = {engine.kind.name: _changed_since(engine, each) for engine, each in records}
        if any(changed.values()):
            return JointPlan({}, 0, NotReverted(newest.action, changed))
        ops: dict[str, list[Op]] = {}
        kinds: dict[str, Reversal] = {}
        for engine, record in records:
            ops[engine.kind.name], kinds[engine.kind.name] = _reversal(engine, record, stamps)
            if not all(_is_acceptable(engine.kind, op) for op in ops[engine.kind.name]):
                return JointPlan({}, 0, NotReverted(newest.action))  # damaged by hand
        return JointPlan(ops, self.next_sequence(), Reverted(newest.action, kinds))


def _records(engine: Engine) -> Iterator[ActionRecord]:
    """Iterate over the records that this version understands, newest first."""
    documents = engine.memory.documents(HISTORY)
    for key in reversed(documents):
        record = read_record(engine.kind, key, documents[key])
        if record is not None:
            yield record


def _newest(opened: Iterable[Engine]) -> ActionRecord | None:
    newest: ActionRecord | None = None
    for engine in opened:
        found = next((each for each in _records(engine) if each.is_main), None)
        if found is not None and (newest is None or found.sequence > newest.sequence):
            newest = found
    return newest


def _parts(main: ActionRecord, engine: Engine) -> Iterator[ActionRecord]:
    """Iterate over the records of an action in one kind."""
    if engine.kind.name == main.kind.name:
        yield main
    elif engine.kind.name in main.action.other_kinds:
        yield from (each for each in _records(engine) if each.identity == main.identity)


def _changed_since(engine: Engine, record: ActionRecord) -> dict[str, Document]:
    """Return the documents that are not as the action left them: as they are, or were if they are gone."""
    changed: dict[str, Document] = {}
    for each in record.changes(engine.memory):
        state = state_of(engine.memory, engine.kind, each.table, each.id)
        # An undo since may have moved what the action left nowhere to the trash.
        is_in_trash = state is not None and state[0] == engine.kind.trash.get(each.table)
        if not is_as_left(state, each.after) and (each.after or not is_in_trash):
            _, shown = state or each.before or ("", {})
            changed[each.id] = shown
    return changed


def _reversal(engine: Engine, record: ActionRecord, stamps: Document) -> tuple[list[Op], Reversal]:
    by_table: dict[str, list[DocumentChange]] = {}
    for each in record.changes(engine.memory):
        by_table.setdefault(each.table, []).append(each)
    ops: list[Op] = []
    whole = Reversal()
    for table, changes in by_table.items():
        part = _reversal_in(engine, table, changes, stamps)
        ops += _reversal_ops(engine, table, part)
        whole.back |= part.back
        whole.away |= part.away
    history = Draft(HISTORY, engine.memory)
    history.remove([record.key])
    return [*ops, *history.ops], whole


def _reversal_in(engine: Engine, table: str, changes: Iterable[DocumentChange], stamps: Document) -> Reversal:
    part = Reversal()
    for each in changes:
        if each.before is not None and each.before[0] == table:
            part.back[each.id] = _with_id(each.id, each.before[1])
            continue
        gone = each.before or state_of(engine.memory, engine.kind, table, each.id)
        if gone is not None:
            part.away[each.id] = without_stamp(gone[1]) | stamps
    return part


def _is_acceptable(kind: Kind, op: Op) -> bool:
    """Return whether an operation that undoes a change leaves the data well shaped."""
    if op[0] != PUT:
        return True
    _, table, _, document = op
    return table not in (HISTORY, PENDING, APPLIED) and kind.accepts(table, document)


def _with_id(document_id: str, document: Document) -> Document:
    """Return a document of the history as it is stored under its id, also if it was damaged by hand."""
    is_kept = document.get(ID) == document_id or (ID not in document and is_number_key(document_id))
    return document if is_kept else {**document, ID: document_id}


def _reversal_ops(engine: Engine, table: str, part: Reversal) -> list[Op]:
    draft = Draft(table, engine.memory)
    draft.put_all(part.back)
    draft.remove(part.away)
    trash = engine.kind.trash.get(table)
    if trash is None:
        return draft.ops
    in_trash = Draft(trash, engine.memory)
    in_trash.remove(part.back)
    in_trash.put_all({text: each if ID in each else {ID: text, **each} for text, each in part.away.items()})
    return [*draft.ops, *in_trash.ops]


def _outdated(engine: Engine, opened: Iterable[Engine], day: int) -> list[str]:
    """Return the keys of records to delete: a part is deleted with the record of the main kind.

    It stays if that kind is not open.
    """
    names = {each.kind.name for each in opened}
    parts = {each.key: each.identity for each in _records(engine) if not each.is_main and each.main in names}
    documents = engine.memory.documents(HISTORY)
    own = {key: document for key, document in documents.items() if key not in parts}
    kept = {identity for each in opened if parts and each is not engine for identity in _kept(each, day)}
    return [*outdated(own, day), *(key for key, identity in parts.items() if identity not in kept)]


def _kept(engine: Engine, day: int) -> Iterator[Identity]:
    gone = set(outdated(engine.memory.documents(HISTORY), day))
    return (each.identity for each in _records(engine) if each.is_main and each.key not in gone)


def _highest(memory: MemoryTables) -> int:
    numbers = map(sequence_of, memory.documents(HISTORY).values())
    return max(applied_sequence(memory), max(numbers, default=0))


def _name(engine: Engine, key: str) -> str:
    return f"{engine.kind.name}:{key}"
