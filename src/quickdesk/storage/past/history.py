"""What was done with the replies, in a table beside them: each deed with what was there before it.

A deed is written in the transaction that carries it out. Of what it left only a checksum is kept: it tells
whether something changed since. It makes operations and knows nothing of when they are written.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, TypeAlias

import orjson

from quickdesk.replies.history import ALWAYS_KEPT, KEPT_DAYS, Action, ActionType
from quickdesk.storage.document import ID, Document
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Op, delete, put

HISTORY = "history"
REMOVED = "_removed"
"""The field of a document in the trash that says when it came there."""
DAY = "_day"
"""The field of a document in the trash, or of a deed, that says on which running day it came there."""

State: TypeAlias = tuple[str, Document] | None
"""In which table a document stands, and the document; None where there is none."""
_OURS = frozenset({ID, REMOVED, DAY})
_FAST = "o"
"""How the seals begin that are made today."""
_DEEDS = frozenset(deed.value for deed in ActionType)


@dataclass(frozen=True, slots=True)
class Trace:
    """What a deed did to one id."""

    id: str
    before: State
    after: str


@dataclass(frozen=True, slots=True)
class Past:
    """A deed as it was kept, and its key in the table."""

    key: str
    action: Action
    traces: tuple[Trace, ...]


class History:
    """The table of deeds. Hold the engine's guard from reading to staging."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def adding(self, action: Action, entries: Iterable[Document]) -> list[Op]:
        """Return what keeps a deed with its :func:`history_entry` for each document."""
        document: Document = {
            "deed": action.type.value,
            "at": action.at.isoformat(),
            "changes": list(entries),
        }
        if action.rest:
            document["rest"] = list(action.rest)
        dated = document | stamp(action.day)
        return [put(HISTORY, str(self._engine.memory.next_key(HISTORY)), dated)]

    def last_mark(self) -> Action | None:
        """Return what the newest deed that can be read was, and when; None where there is none."""
        key = self._last_key()
        return None if key is None else self._mark(key)

    def last(self) -> Past | None:
        """Return the newest deed that can be read; None where there is none."""
        key = self._last_key()
        if key is None:
            return None
        return Past(key, self._mark(key), tuple(_traces(self._documents()[key])))

    def _last_key(self) -> str | None:
        documents = self._documents()
        return next((key for key in reversed(documents) if is_readable(documents[key])), None)

    def _mark(self, key: str) -> Action:
        document = self._documents()[key]
        rest = (each for each in document.get("rest", ()) if isinstance(each, str))
        at = datetime.fromisoformat(document["at"])
        return Action(ActionType(document["deed"]), at, tuple(rest), len(document["changes"]))

    def outdated(self, day: int) -> tuple[str, ...]:
        """Return the keys of the deeds that have been kept long enough on a running day."""
        return kept_long_enough(self._documents(), day)

    def forgetting(self, keys: Iterable[str]) -> list[Op]:
        """Return what takes deeds out."""
        return [delete(HISTORY, key) for key in keys]

    def dating(self, day: int) -> list[Op]:
        """Return what gives the deeds without a running day this one."""
        return [
            put(HISTORY, key, document | stamp(day))
            for key, document in self._documents().items()
            if not is_dated(document, day)
        ]

    def _documents(self) -> dict[str, Document]:
        return self._engine.memory.documents(HISTORY)


def checksum(state: State) -> str:
    """Return what tells two states of a stored document apart; empty for none."""
    if state is None:
        return ""
    content = [state[0], without_ours(state[1])]
    try:
        raw = orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
    except TypeError:  # lone surrogates
        raw = json.dumps(content, sort_keys=True).encode()
    return _FAST + hashlib.blake2b(raw, digest_size=8).hexdigest()


def is_as_left(state: State, seal: str) -> bool:
    """Whether a document is still as a deed left it; also one from before :func:`checksum` was as it is."""
    if not seal or state is None or seal.startswith(_FAST):
        return checksum(state) == seal
    content = json.dumps([state[0], without_ours(state[1])], sort_keys=True)
    return hashlib.blake2b(content.encode(), digest_size=8).hexdigest() == seal


def is_same_state(one: State, other: State) -> bool:
    """Return whether two states read from memory are the same, down to the very document."""
    if one is None or other is None:
        return one is other
    return one[0] == other[0] and one[1] is other[1]


def without_ours(document: Mapping[str, Any]) -> Document:
    """Return what people put into a document."""
    return {key: each for key, each in document.items() if key not in _OURS}


def is_past(document: Mapping[str, Any]) -> bool:
    """Whether a document has the shape of a deed."""
    changes = document.get("changes")
    texts = isinstance(document.get("deed"), str) and isinstance(document.get("at"), str)
    if not isinstance(changes, list) or not isinstance(document.get("rest", []), list):
        return False
    return texts and all(map(_is_change, changes))


def is_readable(document: Document) -> bool:
    """Whether a deed is one that this version knows how to take back."""
    return _moment(document.get("at")) is not None and document.get("deed") in _DEEDS


def stamp(day: int, at: datetime | None = None) -> Document:
    """Return the fields that say on which running day, and when, something came there; 0 says nothing."""
    moment = {} if at is None else {REMOVED: at.isoformat()}
    return {**moment, DAY: day} if day else moment


def is_dated(document: Document, day: int) -> bool:
    """Whether a document says on which running day it came there, and that day is not yet to come."""
    found = document.get(DAY)
    return isinstance(found, int) and 0 < found <= day


def kept_long_enough(documents: Mapping[str, Document], day: int) -> tuple[str, ...]:
    """Return which documents have been kept long enough on a running day; the newest are the last ones."""
    first = islice(documents.items(), max(0, len(documents) - ALWAYS_KEPT))
    return tuple(name for name, each in first if is_dated(each, day) and day - each[DAY] > KEPT_DAYS)


def without_date(document: Document) -> Document:
    """Return a document as it is outside the trash."""
    return {key: each for key, each in document.items() if key not in (REMOVED, DAY)}


def history_entry(text: str, before: State, after: State) -> Document:
    """Return what is kept of the change of one document."""
    if before is None:
        return {"id": text, "after": checksum(after)}
    return {"id": text, "after": checksum(after), "table": before[0], "document": before[1]}


def _traces(document: Document) -> Iterator[Trace]:
    for change in document["changes"]:
        before = (change["table"], change["document"]) if "table" in change else None
        yield Trace(change["id"], before, change["after"])


def _is_change(change: object) -> bool:
    if not isinstance(change, dict) or not all(isinstance(change.get(each), str) for each in ("id", "after")):
        return False
    return "table" not in change or (
        isinstance(change["table"], str) and isinstance(change.get("document"), dict)
    )


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo is not None else None
