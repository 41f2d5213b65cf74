"""Transactions over several kinds of data: a crash leaves all of them as before or all as after.

The transaction of the main kind also holds what is to be done in the others (table ``pending``), so writing
it decides. Then the others follow, each with the number of the transaction (table ``applied``), and what was
pending is deleted. What a crash left pending is applied when the data is opened, before it is read.

What is pending for an encrypted kind is encrypted with the key of that kind.

Guards are always acquired in the same order, that of the main kind last.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.document import Document, is_number_key
from quickdesk.storage.format import APPLIED, PENDING
from quickdesk.storage.journal.encrypted_ops import decrypt_ops, encrypt_ops
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Op, Ops, delete, put
from quickdesk.storage.journal.staging import PendingWrite
from quickdesk.storage.journal.tables import MemoryTables
from quickdesk.storage.protection.cipher import CannotDecryptError
from quickdesk.storage.protection.keys import KeyUnavailableError

_log = logging.getLogger(__name__)
_ONLY = "1"
_TEXTS, _NUMBER = "texts", "number"
_OPS_IN_A_DOCUMENT = 256

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class JointPlan(Generic[T]):
    """The operations of a transaction by kind, its number, and what :func:`commit_joint` returns.

    The number is higher than that of all transactions before.
    """

    ops: Mapping[str, Ops]
    sequence: int
    result: T


@contextmanager
def all_guards(engines: Sequence[Engine]) -> Iterator[None]:
    """Hold the guards of engines, given in the order of their kinds, the main one first."""
    with ExitStack() as held:
        for engine in reversed(engines):
            held.enter_context(engine.guard)
        yield


def commit_joint(engines: Sequence[Engine], plan: Callable[[], JointPlan[T]]) -> T:
    """Carry a plan out as one transaction over ``engines``, the main one first, and return its result.

    The plan is made while all guards are held. Raises StoreError, and then nothing changed unless the problem
    is UNCERTAIN.
    """
    main, *others = engines
    with ExitStack() as held:
        with all_guards(engines):
            planned = plan()
            changed = [each for each in others if planned.ops.get(each.kind.name)]
            _require_writable(changed)
            own = planned.ops.get(main.kind.name, ())
            redo = _redo(main.memory, planned, changed) if own or len(changed) > 1 else []
            writes = [main.stage_for_waiting([*own, *redo], are_stored=True)]
            for each in reversed(changed):
                if redo:  # their part is made for their present state
                    held.enter_context(each.guard)
                else:
                    writes.append(each.stage_for_waiting(planned.ops[each.kind.name], are_stored=True))
        try:
            for write in writes:
                write.wait()
        except StoreError as error:
            if redo and error.problem is StoreProblem.UNCERTAIN:
                # If it is found when the data is opened again, it must not overwrite what came after it.
                for each in changed:
                    each.refuse(error)
            raise
        followers = [_follow(each, planned) for each in changed] if redo else []
    if redo and _are_written(followers):
        main.stage([delete(PENDING, op[2]) for op in redo], durable=False)
    return planned.result


def pending_kinds(main: Engine) -> frozenset[str]:
    """Return the kinds for which a crash left operations."""
    with main.guard:
        return frozenset(each["kind"] for each in _rows(main).values())


def apply_pending(main: Engine, engine: Engine) -> None:
    """Apply the operations that a crash left for one kind, unless it has them already."""
    with main.guard:
        rows = list(_rows(main).values())
    with engine.guard:
        done = applied_sequence(engine.memory)
        due = [each for each in rows if each["kind"] == engine.kind.name and each["sequence"] > done]
        if not due:
            return
        try:
            ops = [tuple(op) for each in due for op in _ops_of(engine, each)]
        except (CannotDecryptError, KeyUnavailableError):
            _log.warning("what was pending for %s cannot be decrypted", engine.kind.name)
            return
        write = engine.stage_promised([*ops, _applied(max(each["sequence"] for each in due))])
    _are_written([write])


def clear_pending(main: Engine, engines: Mapping[str, Engine]) -> None:
    """Delete the pending operations whose kinds have them on the disk."""
    with main.guard:
        rows = _rows(main)
    # Without the guard of the main kind, which is always the last one to be acquired.
    keys = [key for key, each in rows.items() if _is_done(each, engines.get(each["kind"]))]
    main.stage([delete(PENDING, key) for key in keys], durable=False)


def applied_sequence(memory: MemoryTables) -> int:
    """Return the number of the last joint transaction that a kind took part in, or 0."""
    found = memory.documents(APPLIED).get(_ONLY, {}).get("sequence", 0)
    return found if isinstance(found, int) else 0


def _rows(main: Engine) -> dict[str, Document]:
    """Return the pending operations by key; what has another shape was damaged by hand and is ignored."""
    return {key: each for key, each in main.memory.documents(PENDING).items() if _is_row(each)}


def _is_row(document: Document) -> bool:
    kind, sequence, ops = (document.get(name) for name in ("kind", "sequence", "ops"))
    if not (isinstance(kind, str) and type(sequence) is int):
        return False
    if isinstance(ops, dict):
        return isinstance(ops.get(_TEXTS), list) and type(ops.get(_NUMBER)) is int
    return isinstance(ops, list) and all(map(_is_op, ops))


def _is_op(op: object) -> bool:
    match op:
        case ["p", str(), str() as key, dict()] | ["d", str(), str() as key]:
            return is_number_key(key)
    return False


def _ops_of(engine: Engine, row: Document) -> list[Op]:
    """Return the operations in a row; raises CannotDecryptError and KeyUnavailableError."""
    ops = row["ops"]
    if isinstance(ops, list):
        return ops
    if engine.files.cipher is None:
        raise CannotDecryptError
    return decrypt_ops(engine.files.cipher, ops[_TEXTS], PENDING, row["sequence"], ops[_NUMBER])


def _stored_ops(engine: Engine, ops: Ops, sequence: int, number: int) -> list[list[Any]] | Document:
    """Return operations as a row contains them; ``number`` distinguishes the rows of a transaction."""
    cipher = engine.files.cipher
    if cipher is None:
        return [list(op) for op in ops]
    return {_TEXTS: encrypt_ops(cipher, ops, PENDING, sequence, number), _NUMBER: number}


def _require_writable(engines: Iterable[Engine]) -> None:
    for each in engines:
        each.files.require_key()
        if each.refusal is not None:
            raise StoreError(each.refusal.problem, each.refusal.path, each.refusal.detail)


def _follow(engine: Engine, planned: JointPlan[T]) -> PendingWrite:
    return engine.stage_promised([*planned.ops[engine.kind.name], _applied(planned.sequence)])


def _redo(memory: MemoryTables, planned: JointPlan[T], changed: Sequence[Engine]) -> list[Op]:
    key = memory.next_key(PENDING)
    rows: list[Document] = []
    for engine in changed:
        ops = planned.ops[engine.kind.name]
        for start in range(0, len(ops), _OPS_IN_A_DOCUMENT):
            some = _stored_ops(engine, ops[start : start + _OPS_IN_A_DOCUMENT], planned.sequence, start)
            rows.append({"kind": engine.kind.name, "sequence": planned.sequence, "ops": some})
    return [put(PENDING, str(number), each) for number, each in enumerate(rows, start=key)]


def _applied(sequence: int) -> Op:
    return put(APPLIED, _ONLY, {"sequence": sequence})


def _are_written(writes: Sequence[PendingWrite]) -> bool:
    """Wait for promised changes; what cannot be written now is written with the next change of its kind."""
    are_written = True
    for write in writes:
        try:
            write.wait()
        except StoreError:
            are_written = False
    return are_written


def _is_done(row: Document, engine: Engine | None) -> bool:
    if engine is None:
        return False
    with engine.guard:
        return applied_sequence(engine.memory) >= row["sequence"] and not engine.staged.has_promised
