"""How long removed documents and actions are kept: stamps in documents, and which ones are outdated."""

from collections.abc import Mapping
from datetime import datetime
from itertools import islice

from quickdesk.replies.history import ALWAYS_KEPT, KEPT_DAYS
from quickdesk.storage.document import Document

REMOVED = "_removed"
"""The field of a document in the trash that holds the time at which it was removed."""
DAY = "_day"
"""The field of a document in the trash, or of an action, that holds its running day."""


def stamp(day: int, at: datetime | None = None) -> Document:
    """Return the fields for a running day and a time; no field for day 0, which is unknown."""
    moment = {} if at is None else {REMOVED: at.isoformat()}
    return {**moment, DAY: day} if day else moment


def is_stamped(document: Document, day: int) -> bool:
    """Return whether a document has a running day that is not after ``day``."""
    found = document.get(DAY)
    return isinstance(found, int) and 0 < found <= day


def without_stamp(document: Document) -> Document:
    """Return a document as it is outside the trash."""
    return {key: each for key, each in document.items() if key not in (REMOVED, DAY)}


def outdated(documents: Mapping[str, Document], day: int) -> tuple[str, ...]:
    """Return the ids of documents older than KEPT_DAYS running days, except the last ALWAYS_KEPT."""
    first = islice(documents.items(), max(0, len(documents) - ALWAYS_KEPT))
    return tuple(name for name, each in first if is_stamped(each, day) and day - each[DAY] > KEPT_DAYS)
