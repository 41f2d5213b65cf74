"""The actions that can be undone, as documents in a table of every kind of data.

An action is written in the transaction that carries it out, as ``{"deed": "import", "at": …, "_day": 3,
"sequence": 17, "rest": ["customers"], "changes": [{"id": …, "after": …, "table": …, "document": …}]}``: for
each document that it touched what was there before, if anything, and a checksum of what it left, which says
whether the document changed since. ``sequence`` orders the actions of all kinds, whatever the clock says. An
action that changes several kinds has a record with the same number in each of them; those in ``rest`` name
the main one in ``of``. Earlier versions wrote no numbers, and except for snippets ``key`` instead of ``id``.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

import orjson

from quickdesk.replies.history import Action, ActionType
from quickdesk.storage.document import ID, Document, id_of
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.tables import MemoryTables
from quickdesk.storage.retention import DAY, REMOVED, stamp

HISTORY = "history"

State: TypeAlias = tuple[str, Document] | None
"""The table in which a document is, and the document; None if there is none."""
Identity: TypeAlias = tuple[str, int, datetime]
"""The main kind of an action, its number and its time: what all records of one action have in common."""
_NOT_COMPARED = frozenset({ID, REMOVED, DAY})
_PREFIX = "o"
"""The first letter of the checksums that are made today."""
_TYPES = {each.value: each for each in ActionType}
_FIRST_MAIN = "snippets"
"""The kind to which every action belonged before there were numbers."""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """What an action did to one document; ``table`` is where it belongs when it is not in the trash."""

    table: str
    id: str
    before: State
    after: str


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """A record that this version understands, and its key in the table."""

    kind: Kind
    key: str
    action: Action
    sequence: int
    main: str
    """The kind to which the action belongs; that of the record unless this is only a part of it."""
    _changes: list[Document] = field(repr=False)

    @property
    def is_main(self) -> bool:
        """Whether the action belongs to this kind."""
        return self.main == self.kind.name

    @property
    def identity(self) -> Identity:
        """What distinguishes actions."""
        return self.main, self.sequence, self.action.at

    def changes(self, memory: MemoryTables) -> Iterator[DocumentChange]:
        """Iterate over the documents that were touched; ``memory`` has the present ones."""
        for each in self._changes:
            name = each.get("table", self.kind.tables[0])
            before = (name, each["document"]) if "document" in each else None
            document_id = each["id"] if "id" in each else _id_under(each, memory)
            yield DocumentChange(self.kind.home_of(name), document_id, before, each["after"])


def record_document(
    action: Action, changes: Iterable[Document], sequence: int, main: str | None = None
) -> Document:
    """Return the record of an action with its :func:`change_document` of each document it touches.

    ``main`` is the kind to which the action belongs, if that is another one.
    """
    document: Document = {
        "deed": action.type.value,
        "at": action.at.isoformat(),
        "changes": list(changes),
        "sequence": sequence,
    }
    if main is not None:
        document["of"] = main
    elif action.other_kinds:
        document["rest"] = list(action.other_kinds)
    return document | stamp(action.day)


def change_document(kind: Kind, table: str, document_id: str, before: State, after: State) -> Document:
    """Return what is kept of the change of one document that belongs into ``table``."""
    kept: Document = {"id": document_id, "after": checksum(after)}
    if before is not None:
        kept["table"], kept["document"] = before
    elif table != kind.tables[0]:
        kept["table"] = table
    return kept


def read_record(kind: Kind, key: str, document: Mapping[str, Any]) -> ActionRecord | None:
    """Return the record in a document that :func:`is_record`, or None for an action of a newer version."""
    at, action_type = _moment(document["at"]), _TYPES.get(document["deed"])
    if at is None or action_type is None:
        return None
    sequence, changes = sequence_of(document), document["changes"]
    main = document.get("of", kind.name if sequence else _FIRST_MAIN)
    others = tuple(each for each in document.get("rest", ()) if isinstance(each, str))
    day = document.get(DAY, 0)
    action = Action(action_type, at, others, len(changes), day if isinstance(day, int) else 0)
    return ActionRecord(kind, key, action, sequence, main, changes)


def sequence_of(document: Mapping[str, Any]) -> int:
    """Return the number of a record; 0 if an earlier version wrote it."""
    found = document.get("sequence", 0)
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


def is_record(document: Mapping[str, Any]) -> bool:
    """Return whether a document has the shape of a record."""
    changes = document.get("changes")
    texts = isinstance(document.get("deed"), str) and isinstance(document.get("at"), str)
    if not isinstance(changes, list) or not isinstance(document.get("rest", []), list):
        return False
    return texts and isinstance(document.get("of", ""), str) and all(map(_is_change, changes))


def checksum(state: State) -> str:
    """Return what distinguishes two states of a stored document; empty for none."""
    if state is None:
        return ""
    content = [state[0], compared(state[1])]
    try:
        raw = orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
    except TypeError:  # lone surrogates
        raw = json.dumps(content, sort_keys=True).encode()
    return _PREFIX + hashlib.blake2b(raw, digest_size=8).hexdigest()


def is_as_left(state: State, after: str) -> bool:
    """Return whether a document is as an action left it; ``after`` may be of an earlier version."""
    if not after or state is None or after.startswith(_PREFIX):
        return checksum(state) == after
    content = json.dumps([state[0], compared(state[1])], sort_keys=True)
    return hashlib.blake2b(content.encode(), digest_size=8).hexdigest() == after


def compared(document: Mapping[str, Any]) -> Document:
    """Return the fields that people fill in; the others make no difference to an undo."""
    return {key: each for key, each in document.items() if key not in _NOT_COMPARED}


def _id_under(change: Document, memory: MemoryTables) -> str:
    """Return the id of the document under the key that an earlier version kept."""
    key: str = change["key"]
    present = memory.documents(change["table"]).get(key, {})
    return id_of(change.get("document", present), key)


def _is_change(change: object) -> bool:
    if not isinstance(change, dict) or not isinstance(change.get("after"), str):
        return False
    names = (change.get("id", change.get("key")), change.get("table", "" if "id" in change else None))
    return all(isinstance(each, str) for each in names) and isinstance(change.get("document", {}), dict)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
