"""Reading lists of replies in the JSON of other programs.

A reply is a text, or an object with a text and perhaps a title, a code, tags and more, under any key that is
a known name of a column (:mod:`quickdesk.exchange.tables.columns`). An object without a text whose values are
lists or objects is a folder, named by its title or its key, unless the key only says that there is a list.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from quickdesk.exchange.parsed import (
    ExchangeError,
    ExchangeReason,
    FileEntry,
    FileNote,
    ImportNote,
    ImportRecord,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.exchange.tables.cell_lists import split_texts
from quickdesk.exchange.tables.columns import field_of_word
from quickdesk.exchange.text_cleanup import collapse_whitespace, folder_name, is_damaged
from quickdesk.replies.snippet import FIELD, Snippet
from quickdesk.replies.validation import unix_lines

_LIST_KEYS = (
    "snippets items replies data list lists results result records rows phrases children entries combos "
    "macros templates groups folders payload matches 列表"
)
_LISTS = frozenset(_LIST_KEYS.split())
_MAX_DEPTH = FIELD["folder"].max_parts
_WITH_LISTS = frozenset({"body", "tags", "asks", "folder"})
_MAX_NAMED = 10
_LINES_KEY = "body"
"""Under this key a list is the lines of one reply; under others it is a list of replies."""

_Folder: TypeAlias = tuple[str, ...]


class _WrongTypeError(Exception):
    """A value of an object cannot be what its key says."""


def read_json_list(file: str, content: object) -> Iterator[FileEntry]:
    """Yield the replies and refused entries of a JSON value; the entries are counted as rows.

    Raise ExchangeError if it is an object without any reply, or an empty list.
    """
    reader = _Reader(file)
    has_reply = isinstance(content, list) and bool(content)
    refused: list[FileEntry] = []
    for entry in reader.entries(content, (), "", 0):
        if has_reply or isinstance(entry, ImportRecord):
            has_reply = True
            yield from (*refused, entry)
            refused.clear()
        else:
            refused.append(entry)
    if not has_reply:
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))
    names = sorted(reader.not_read)
    if names:
        more = ["…"] if len(names) > _MAX_NAMED else []
        detail = ", ".join([*names[:_MAX_NAMED], *more])
        yield FileNote(ImportNote.COLUMNS_NOT_READ, Place(file), detail)


class _Reader:
    """Reads one value; ``not_read`` are the keys of texts for which a reply has no field."""

    def __init__(self, file: str) -> None:
        self._file, self._row = file, 0
        self.not_read: set[str] = set()

    def entries(self, value: object, folder: _Folder, name: str, depth: int) -> Iterator[FileEntry]:
        """Yield the entries of a value; ``name`` is the key that it has."""
        if depth > _MAX_DEPTH:
            yield self._refused(RefusalReason.TOO_DEEP, name)
        elif isinstance(value, list):
            inner = (*folder, *_folder_part(name))
            for item in value:
                yield from self.entries(item, inner, "", depth + 1)
        elif isinstance(value, dict):
            yield from self._object(value, folder, name, depth)
        elif isinstance(value, str):
            yield self._record({"title": name, "body": value}, frozenset({"body"}), folder)
        else:
            yield self._refused(RefusalReason.WRONG_TYPE, name)

    def _object(
        self, value: Mapping[str, Any], folder: _Folder, name: str, depth: int
    ) -> Iterator[FileEntry]:
        fields, others = self._split(value)
        body = fields.get("body")
        if isinstance(body, list) and _LINES_KEY in value and all(isinstance(line, str) for line in body):
            body = fields["body"] = "\n".join(body)
        nested = {key: each for key, each in others.items() if isinstance(each, list | dict)}
        if isinstance(body, list | dict):
            nested = {"items": fields.pop("body")} | nested
        if isinstance(body, str) or not nested:
            self.not_read |= {
                key[:60] for key, each in others.items() if each and not isinstance(each, int | float)
            }
            yield self._entry(fields, folder, name)
            return
        title = fields.get("title") or fields.get("folder")
        own = title if isinstance(title, str) else name
        inner = (*folder, *_folder_part(own))
        for key, each in nested.items():
            yield from self.entries(each, inner, key, depth + 1)

    def _split(self, value: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the values of fields, the first that is not empty of each, and the other values."""
        fields: dict[str, Any] = {}
        others: dict[str, Any] = {}
        for key, each in value.items():
            field = None if key.lower() in _LISTS else field_of_word(key)
            is_nested = isinstance(each, dict) or (isinstance(each, list) and field not in _WITH_LISTS)
            if field is None or fields.get(field) or (is_nested and field != "body"):
                others[key] = each
            elif each is not None:
                fields[field] = each
        return fields, others

    def _entry(self, fields: dict[str, Any], folder: _Folder, name: str) -> FileEntry:
        title = fields.get("title") or name
        try:
            values = {field: _value(field, each) for field, each in fields.items()}
        except _WrongTypeError:
            return self._refused(RefusalReason.WRONG_TYPE, title if isinstance(title, str) else "")
        values["title"] = shown = str(values.get("title") or collapse_whitespace(name))
        if not str(values.get("body", "")).strip():
            return self._refused(RefusalReason.NO_BODY, shown)
        stated = frozenset((*fields, "title")) if shown else frozenset(fields)
        return self._record(values, stated, folder)

    def _record(self, values: dict[str, Any], stated: frozenset[str], folder: _Folder) -> FileEntry:
        if not str(values["body"]).strip():
            return self._refused(RefusalReason.NO_BODY, str(values["title"]))
        self._row += 1
        path = (*folder, *values.get("folder", ()))
        if path:
            stated |= {"folder"}
        snippet = Snippet("", **(values | {"folder": path}))
        return ImportRecord(snippet, Place(self._file, row=self._row), stated, is_raw=True)

    def _refused(self, reason: RefusalReason, title: str) -> RefusedRecord:
        self._row += 1
        return RefusedRecord(reason, Place(self._file, row=self._row), "" if is_damaged(title) else title)


def _value(field: str, value: object) -> str | tuple[str, ...]:
    """Return the value of a field; raise _WrongTypeError."""
    if isinstance(value, int | float) and not isinstance(value, bool) and field in ("title", "code"):
        value = str(value)
    if field in ("tags", "asks", "folder"):
        return _texts(field, value)
    if not isinstance(value, str):
        raise _WrongTypeError
    return collapse_whitespace(value) if field in ("title", "code") else unix_lines(value)


def _texts(field: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        if field == "folder":
            return tuple(part for part in map(folder_name, value.split("/")) if part)
        return split_texts(field, value, collapse_whitespace)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _WrongTypeError
    clean = folder_name if field == "folder" else collapse_whitespace
    return tuple(filter(None, dict.fromkeys(map(clean, value))))


def _folder_part(name: str) -> _Folder:
    part = "" if name.lower() in _LISTS else folder_name(name)
    return (part,) if part else ()
