"""One kind of data made again as a backup has it, and taken back: documents only, whatever they mean.

The deed is kept in a table ``history`` of the same file, in the transaction that carries it out. Only the
last one of a kind can be taken back.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from quickdesk.commands.vault import Difference
from quickdesk.storage.document import Document, Tables
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Op, delete, put
from quickdesk.storage.past.history import HISTORY, State, checksum, is_as_left

_DEED = "recover"
Step = tuple[str, str, Document | None, Document | None]
"""A table, a key in it, what stands there and what shall."""


def difference(engine: Engine, wanted: Tables) -> Difference:
    """Return what would change."""
    with engine.guard:
        steps = list(_steps(engine, wanted))
    new = sum(present is None for _, _, present, _ in steps)
    removed = sum(after is None for _, _, _, after in steps)
    return Difference(new, len(steps) - new - removed, removed)


def recover(engine: Engine, wanted: Tables, at: datetime) -> None:
    """Make all as ``wanted`` has it, in one transaction; raises StoreError and then nothing changed."""
    with engine.guard:
        steps = list(_steps(engine, wanted))
        if not steps:
            return
        deed = {"deed": _DEED, "at": at.isoformat(), "changes": [_change(*step) for step in steps]}
        key = str(engine.memory.next_key(HISTORY))
        older = [delete(HISTORY, each) for each in engine.memory.documents(HISTORY)]
        ticket = engine.stage_for_waiting([*map(_op, steps), *older, put(HISTORY, key, deed)])
    ticket.wait()


def last_recovered(engine: Engine) -> datetime | None:
    """Return when this kind was last made as a backup had it, where that can be taken back."""
    with engine.guard:
        found = _last(engine)
        return None if found is None else _moment(found[1])


def can_take_back(engine: Engine) -> bool:
    """Whether everything is still as the last backup left it."""
    with engine.guard:
        found = _last(engine)
        changes = [] if found is None else found[1]["changes"]
        return all(is_as_left(_state(engine, change), change["after"]) for change in changes)


def take_back(engine: Engine) -> None:
    """Put everything back as it was before; raises StoreError and then nothing changed."""
    with engine.guard:
        found = _last(engine)
        if found is None:
            return
        ops = [_way_back(change) for change in found[1]["changes"]]
        ticket = engine.stage_for_waiting([*ops, delete(HISTORY, found[0])])
    ticket.wait()


def _steps(engine: Engine, wanted: Tables) -> Iterator[Step]:
    for name in dict.fromkeys((*wanted, *engine.memory.tables)):
        if name == HISTORY:
            continue
        present, after = engine.memory.documents(name), wanted.get(name, {})
        yield from ((name, key, each, None) for key, each in present.items() if key not in after)
        for key, each in after.items():
            if present.get(key) != each:
                yield name, key, present.get(key), each


def _op(step: Step) -> Op:
    name, key, _, after = step
    return delete(name, key) if after is None else put(name, key, after)


def _change(name: str, key: str, present: Document | None, after: Document | None) -> Document:
    before = {} if present is None else {"document": present}
    return {"table": name, "key": key, "after": "" if after is None else checksum((name, after)), **before}


def _way_back(change: Mapping[str, Any]) -> Op:
    name, key = change["table"], change["key"]
    return put(name, key, change["document"]) if "document" in change else delete(name, key)


def _state(engine: Engine, change: Mapping[str, Any]) -> State:
    document = engine.memory.documents(change["table"]).get(change["key"])
    return None if document is None else (change["table"], document)


def _last(engine: Engine) -> tuple[str, Document] | None:
    for key in reversed(engine.memory.documents(HISTORY)):
        document = engine.memory.documents(HISTORY)[key]
        if document.get("deed") == _DEED and _moment(document) is not None:
            return key, document
    return None


def _moment(document: Document) -> datetime | None:
    try:
        return datetime.fromisoformat(document["at"])
    except (KeyError, TypeError, ValueError):
        return None
