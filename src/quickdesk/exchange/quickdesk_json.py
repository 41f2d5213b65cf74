"""Reading JSON, and writing our own export, which has all fields of snippets and their ids.

``{"format": "quickdesk", "version": 1, "snippets": [{"id", "title", "body", "code", "folder": [...],
"tags": [...], ...}, ...]}`` in UTF-8. Unknown keys are ignored, and a missing field leaves the one of an
existing snippet as it is. A newer version is refused.

Other JSON is read by :mod:`quickdesk.exchange.json_list`. A file that begins like ours is parsed entry by
entry, because the JSON decoder of Python holds the global interpreter lock until it has parsed a whole value.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from quickdesk.exchange.json_list import read_json_list
from quickdesk.exchange.parsed import (
    MAX_BRACKETS,
    ExchangeError,
    ExchangeReason,
    FileEntry,
    ImportRecord,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.replies.snippet import FIELDS, Snippet, SnippetField, folder_of

FORMAT = "quickdesk"
VERSION = 1

_MIN_LINES = 2
_ALL = frozenset(field.name for field in FIELDS)
_SPACE = re.compile(r"[ \t\n\r]*")
_BEGINNING = re.compile(
    rf'\s*[{{]\s*"format"\s*:\s*"{FORMAT}"\s*,\s*"version"\s*:\s*{VERSION}\s*,\s*"snippets"\s*:\s*\['
)


def write_json(snippets: Iterable[Snippet]) -> bytes:
    """Return snippets as our own export, one per line so that exports can be compared."""
    entries = ",\n".join(json.dumps(_entry(snippet), ensure_ascii=False) for snippet in snippets)
    return f'{{"format": "{FORMAT}", "version": {VERSION}, "snippets": [\n{entries}\n]}}\n'.encode()


def is_json(text: str) -> bool:
    """Return whether the text is a JSON object or list; one with too many brackets counts without parsing."""
    try:
        return has_too_many_brackets(text) or isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def begins_like_json(text: str) -> bool:
    """Return whether the text can only be JSON, even if it is truncated."""
    bare = text.lstrip()
    return bare.startswith("{") and bare[1:].lstrip()[:1] in ('"', "")


def read_json(file: str, text: str) -> Iterator[FileEntry]:
    """Yield the snippets and refused entries of our own export, or of a list of another program.

    Raise ExchangeError if the JSON is invalid, has no replies, is of a newer version, or would take too much
    memory.
    """
    if has_too_many_brackets(text):
        raise ExchangeError(ExchangeReason.TOO_MANY_BRACKETS, Place(file))
    beginning = _BEGINNING.match(text)
    try:
        if beginning:
            yield from _own_records(file, _each_entry(file, text, beginning.end()))
            return
        content = _loaded(text)
        if isinstance(content, dict) and content.get("format") == FORMAT:
            yield from _own_records(file, _own_entries(file, content))
        else:
            yield from read_json_list(file, content)
    except json.JSONDecodeError as error:
        raise ExchangeError(ExchangeReason.BROKEN_JSON, Place(file, error.lineno)) from error
    except (ValueError, RecursionError) as error:  # numbers of a thousand digits, brackets ten thousand deep
        raise ExchangeError(ExchangeReason.BROKEN_JSON, Place(file)) from error


def _own_records(file: str, entries: Iterable[object]) -> Iterator[ImportRecord | RefusedRecord]:
    for number, entry in enumerate(entries, start=1):
        yield record_of(entry, Place(file, row=number))


def _loaded(text: str) -> object:
    """Return the value of a JSON text, or the values of a text with one on each line."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < _MIN_LINES or not all(line.lstrip().startswith("{") for line in lines):
            raise
        return [json.loads(line) for line in lines]


def has_too_many_brackets(text: str) -> bool:
    """Return whether parsing a text as JSON could take too much memory."""
    return text.count("[") + text.count("{") > MAX_BRACKETS


def _entry(snippet: Snippet) -> dict[str, object]:
    return {"id": snippet.id} | {field.name: getattr(snippet, field.name) for field in FIELDS}


def _own_entries(file: str, content: dict[str, Any]) -> list[object]:
    """Return the entries of our own export that another program has rewritten."""
    version, entries = content.get("version"), content.get("snippets")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))
    if version > VERSION:
        raise ExchangeError(ExchangeReason.NEWER_VERSION, Place(file), str(version))
    if not isinstance(entries, list):
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))
    return entries


def _each_entry(file: str, text: str, position: int) -> Iterator[object]:
    """Yield the entries of our own file one by one; ``position`` is in their list.

    Raise the errors of the JSON decoder.
    """
    decoder = json.JSONDecoder()
    position = _skip_space(text, position)
    is_over = text.startswith("]", position)
    if is_over:
        position += 1
    while not is_over:
        entry, end = decoder.raw_decode(text, position)
        yield entry
        position = _skip_space(text, end)
        is_over = text.startswith("]", position)
        if not is_over and not text.startswith(",", position):
            raise json.JSONDecodeError("Expecting ',' delimiter", text, position)
        position = _skip_space(text, position + 1)
    _check_rest(file, text, position)


def _skip_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _check_rest(file: str, text: str, position: int) -> None:
    """Check the text after the entries: keys of a later version are allowed, repeated ones are not."""
    try:
        rest = json.loads(f'{{"snippets": null{text[position:]}')
    except (ValueError, RecursionError) as error:
        raise json.JSONDecodeError("Expecting the end of the object", text, position) from error
    if rest["snippets"] is not None or rest.keys() & {"format", "version"}:
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))


def record_of(entry: object, place: Place) -> ImportRecord | RefusedRecord:
    """Return the record of an entry of our own files, or why it is refused; fields may be missing."""
    if not isinstance(entry, dict):
        return RefusedRecord(RefusalReason.WRONG_TYPE, place)
    values = {field.name: _value(field, entry[field.name]) for field in FIELDS if field.name in entry}
    title, snippet_id = values.get("title"), entry.get("id", "")
    if None in values.values() or not isinstance(snippet_id, str):
        return RefusedRecord(RefusalReason.WRONG_TYPE, place, title if isinstance(title, str) else "")
    stated = _ALL if len(values) == len(_ALL) else frozenset(values)
    content: dict[str, Any] = {"title": "", "body": "", **values}
    return ImportRecord(Snippet(snippet_id, **content), place, stated)


def _value(field: SnippetField, value: object) -> str | tuple[str, ...] | None:
    """Return a value of JSON as the value of a field, None if it has the wrong type."""
    if isinstance(value, str):
        if field.kind == "folder":
            return folder_of(value)
        return None if field.has_parts else value
    if field.has_parts and isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(value)
    return None
