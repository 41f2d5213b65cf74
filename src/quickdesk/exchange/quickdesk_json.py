"""Our own export: everything a snippet holds, its id too, so that reading it back changes nothing.

``{"format": "quickdesk", "version": 1, "snippets": [{"id", "title", "body", "code", "folder": [...],
"tags": [...]}, ...]}`` in UTF-8. Keys that a reader does not know are passed over; what cannot be
passed over raises the version, and a newer version is refused rather than half understood.

A file that begins as ours is read entry by entry: Python's reader lets no other thread go on until it has
read a whole value, and changes go on meanwhile.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import TypeGuard

from quickdesk.exchange.record import (
    MAX_BRACKETS,
    ExchangeError,
    ExchangeReason,
    Place,
    Record,
    RefusalReason,
    Refused,
)
from quickdesk.replies.snippet import Snippet, folder_of

FORMAT = "quickdesk"
VERSION = 1

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
        return _has_too_many_brackets(text) or isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def begins_like_json(text: str) -> bool:
    """Say whether the text can be nothing but JSON, even where it is cut."""
    bare = text.lstrip()
    return bare.startswith("{") and bare[1:].lstrip()[:1] in ('"', "")


def read_json(file: str, text: str) -> Iterator[Record | Refused]:
    """Yield the snippets of our own export and what was left out.

    Raises ExchangeError for JSON that is broken, foreign, of a newer version, or too much for the memory.
    """
    if _has_too_many_brackets(text):
        raise ExchangeError(ExchangeReason.TOO_MANY_BRACKETS, Place(file))
    beginning = _BEGINNING.match(text)
    try:
        entries = _each_entry(file, text, beginning.end()) if beginning else _all_entries(file, text)
        for number, entry in enumerate(entries, start=1):
            yield _record(entry, Place(file, row=number))
    except json.JSONDecodeError as error:
        raise ExchangeError(ExchangeReason.BROKEN_JSON, Place(file, error.lineno)) from error
    except (ValueError, RecursionError) as error:  # numbers of a thousand digits, brackets ten thousand deep
        raise ExchangeError(ExchangeReason.BROKEN_JSON, Place(file)) from error


def _has_too_many_brackets(text: str) -> bool:
    return text.count("[") + text.count("{") > MAX_BRACKETS


def _entry(snippet: Snippet) -> dict[str, object]:
    return {
        "id": snippet.id,
        "title": snippet.title,
        "body": snippet.body,
        "code": snippet.code,
        "folder": list(snippet.folder),
        "tags": list(snippet.tags),
    }


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


def _record(entry: object, place: Place) -> Record | Refused:
    if not isinstance(entry, dict):
        return Refused(RefusalReason.WRONG_TYPE, place)
    texts = [entry.get(key, "") for key in ("id", "title", "body", "code")]
    folder, tags = entry.get("folder", []), entry.get("tags", [])
    if isinstance(folder, str):
        folder = list(folder_of(folder))
    if not (_are_texts(texts) and _are_texts(folder) and _are_texts(tags)):
        title = entry.get("title")
        return Refused(RefusalReason.WRONG_TYPE, place, title if isinstance(title, str) else "")
    snippet_id, title, body, code = texts
    return Record(title, body, place, tuple(folder), code, tuple(tags), id=snippet_id)


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
