"""Recording actions in the transactions that carry them out."""

from collections.abc import Iterable, Sequence

from quickdesk.replies.history import Action
from quickdesk.storage.document import Document, id_of
from quickdesk.storage.format import Kind
from quickdesk.storage.history.record import HISTORY, State, change_document, checksum, record_document
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import PUT, Op
from quickdesk.storage.journal.tables import MemoryTables
from quickdesk.storage.table import Draft


def add_record(
    engine: Engine, action: Action, changes: Iterable[Document], sequence: int, main: str | None = None
) -> list[Op]:
    """Return what adds the record of an action to a kind; see :func:`record_document`."""
    draft = Draft(HISTORY, engine.memory)
    draft.put(None, record_document(action, changes, sequence, main))
    return draft.ops


def with_record(
    engine: Engine, action: Action, ops: Sequence[Op], sequence: int, main: str | None = None
) -> list[Op]:
    """Return operations together with the record of what they change; only that if they change nothing.

    Hold the guard of the engine until they are staged.
    """
    changes = _changes_of(engine, ops)
    return [*ops, *add_record(engine, action, changes, sequence, main)] if changes else list(ops)


def _changes_of(engine: Engine, ops: Iterable[Op]) -> list[Document]:
    kind, memory = engine.kind, engine.memory
    written: dict[tuple[str, str], Document] = {}
    after: dict[tuple[str, str], State] = {}
    for op in ops:
        table, key = op[1], op[2]
        found = op[3] if op[0] == PUT else written.get((table, key), memory.documents(table).get(key))
        if found is None:
            continue
        touched = (kind.home_of(table), id_of(found, key))
        if op[0] == PUT:
            written[table, key] = found
            after[touched] = (table, found)
        elif touched not in after or (after[touched] or ("",))[0] == table:
            after[touched] = None
    before = {touched: state_of(memory, kind, *touched) for touched in after}
    return [
        change_document(kind, *touched, before[touched], state)
        for touched, state in after.items()
        if checksum(before[touched]) != checksum(state)
    ]


def state_of(memory: MemoryTables, kind: Kind, table: str, document_id: str) -> State:
    """Return where a document that belongs into ``table`` is: there, in its trash, or nowhere."""
    for name in (table, kind.trash.get(table)):
        document = None if name is None else memory.get(name, document_id)
        if name is not None and document is not None:
            return name, document
    return None
