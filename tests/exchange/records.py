"""Import records for tests."""

from typing import Any

from quickdesk.exchange.parsed import ImportNote, ImportRecord, Place, Placeholder, RefusedRecord
from quickdesk.replies.snippet import Snippet


def record(
    title: str,
    body: str,
    place: Place,
    *,
    snippet_id: str = "",
    notes: tuple[ImportNote, ...] = (),
    adds_tags: bool = False,
    placeholders: tuple[tuple[str, str], ...] = (),
    **fields: Any,
) -> ImportRecord:
    """Return a record that states a title, a body and those other fields that are not None."""
    stated = {name: value for name, value in fields.items() if value is not None}
    content = Snippet(snippet_id, title, body, **stated)
    shown = tuple(Placeholder(written, became) for written, became in placeholders)
    named = frozenset({"title", "body", *stated})
    return ImportRecord(content, place, named, adds_tags, notes, placeholders=shown)


def snippet(entry: ImportRecord | RefusedRecord) -> Snippet:
    """Return the content of an entry, which must not be refused."""
    assert isinstance(entry, ImportRecord), entry
    return entry.snippet
