"""Our own export: everything a snippet holds, its id too, so that reading it back changes nothing.

``{"format": "quickdesk", "version": 1, "snippets": [{"id", "title", "body", "code", "folder": [...],
"tags": [...], ...}, ...]}`` in UTF-8. Keys that a reader does not know are passed over; what cannot be
passed over raises the version, and a newer version is refused rather than half understood.

A file that begins as ours is read entry by entry: Python's reader lets no other thread go on until it has
read a whole value, and changes go on meanwhile.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from quickdesk.exchange.parsed import (
    MAX_BRACKETS,
    ExchangeError,
    ExchangeReason,
    ImportRecord,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.replies.snippet import FIELDS, Snippet, SnippetField, folder_of

FORMAT = "quickdesk"
VERSION = 1

_ALL = frozenset(field.name for field in FIELDS)
_SPACE = re.compile(r"[ \t\n\r]*")
_BEGINNING = re.compile(
    rf'\s*[{{]\s*"format"\s*:\s*"{FORMAT}"\s*,\s*"version"\s*:\s*{VERSION}\s*,\s*"snippets"\s*:\s*\['
)


def write_json(snippets: Iterable[Snippet]) -> bytes:
    """Return snippets as our own export, one line each so that two exports can be compared."""
    entries = ",\n".join(json.dumps(_entry(snippet), ensure_ascii=False) for snippet in snippets)
    return f'{{"format": "{FORMAT}", "version": {VERSION}, "snippets": [\n{entries}\n]}}\n'.encode()


def is_json(text: str) -> bool:
    """Say whether the text is sound JSON of any kind, objects and lists only; too much of it is not read."""
    try:
        return has_too_many_brackets(text) or isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def begins_like_json(text: str) -> bool:
    """Say whether the text can be nothing but JSON, even where it is cut."""
    bare = text.lstrip()
    return bare.startswith("{") and bare[1:].lstrip()[:1] in ('"', "")


def read_json(file: str, text: str) -> Iterator[ImportRecord | RefusedRecord]:
    """Yield the snippets of our own export and what was left out.

    Raises ExchangeError for JSON that is broken, foreign, of a newer version, or too much for the memory.
    """
    if has_too_many_brackets(text):
        raise ExchangeError(ExchangeReason.TOO_MANY_BRACKETS, Place(file))
    beginning = _BEGINNING.match(text)
    try:
        entries = _each_entry(file, text, beginning.end()) if beginning else _all_entries(file, text)
        for number, entry in enumerate(entries, start=1):
            yield record_of(entry, Place(file, row=number))
    except json.JSONDecodeError as error:
        raise ExchangeError(ExchangeReason.BROKEN_JSON, Place(file, error.lineno)) from error
    except (ValueError, RecursionError) as error:  # numbers of a thousand digits, brackets ten thousand deep
        raise ExchangeError(ExchangeReason.BROKEN_JSON, Place(file)) from error


def has_too_many_brackets(text: str) -> bool:
    """Say whether a text would, as JSON, be too much for the memory."""
    return text.count("[") + text.count("{") > MAX_BRACKETS


def _entry(snippet: Snippet) -> dict[str, object]:
    return {"id": snippet.id} | {field.name: getattr(snippet, field.name) for field in FIELDS}


def _all_entries(file: str, text: str) -> list[object]:
    """Return the entries of a file that may be anybody's; raises what the JSON reader raises."""
    content = json.loads(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))
    version, entries = content.get("version"), content.get("snippets")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))
    if version > VERSION:
        raise ExchangeError(ExchangeReason.NEWER_VERSION, Place(file), str(version))
    if not isinstance(entries, list):
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))
    return entries


def _each_entry(file: str, text: str, position: int) -> Iterator[object]:
    """Yield the entries of our own file one by one; ``position`` is inside of their list.

    Raises what the JSON reader raises.
    """
    decoder = json.JSONDecoder()
    position = _behind_space(text, position)
    is_over = text.startswith("]", position)
    if is_over:
        position += 1
    while not is_over:
        entry, end = decoder.raw_decode(text, position)
        yield entry
        position = _behind_space(text, end)
        is_over = text.startswith("]", position)
        if not is_over and not text.startswith(",", position):
            raise json.JSONDecodeError("Expecting ',' delimiter", text, position)
        position = _behind_space(text, position + 1)
    _read_rest(file, text, position)


def _behind_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _read_rest(file: str, text: str, position: int) -> None:
    """Look at what follows the entries: keys of a later version may, those before them may not."""
    try:
        rest = json.loads(f'{{"snippets": null{text[position:]}')
    except (ValueError, RecursionError) as error:
        raise json.JSONDecodeError("Expecting the end of the object", text, position) from error
    if rest["snippets"] is not None or rest.keys() & {"format", "version"}:
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))


def record_of(entry: object, place: Place) -> ImportRecord | RefusedRecord:
    """Return a snippet as our own files have it, or why it is left out; fields may be missing."""
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
