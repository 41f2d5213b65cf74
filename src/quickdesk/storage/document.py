"""Documents as they are stored: what JSON carries unchanged, copied so that nobody else holds a part.

Numbers beyond 64 bits, infinities and nesting deeper than :data:`DEEPEST` are refused before anything is
written, because one JSON reader or another would change or reject them.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Any, TypeAlias

import orjson

Document: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Document]]

ID = "_id"
"""The field in which a document carries a text of its own as its id; without it its key is its id."""

DEEPEST = 60
_LEAST, _MOST = -(2**63), 2**63 - 1


def id_of(document: Mapping[str, Any], key: str) -> str:
    """Return the id of a document that is stored under a key."""
    found: str = document.get(ID, key)
    return found


def stored(document: Mapping[str, Any]) -> Document:
    """Return a copy with nothing in it that JSON would change.

    Raises TypeError for what JSON has no form for, ValueError for what is too large or too deep.
    """
    copy = _stored(document, 0)
    if not isinstance(copy, dict):
        raise TypeError("a document is a mapping")
    return copy


def by_id(table: Mapping[str, Document]) -> dict[str, Document]:
    """Return the documents of a table by id; without a loop in Python, because there may be very many."""
    return dict(zip(map(dict.get, table.values(), repeat(ID), table), table.values(), strict=True))


def copied(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return a copy of a stored value that shares nothing which can change."""
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value


def to_json(value: object) -> bytes:
    """Return JSON in UTF-8; in ASCII with escapes where lone surrogates make that impossible."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, separators=(",", ":")).encode()


def from_json(raw: bytes) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Read JSON; raises ValueError or RecursionError."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        return json.loads(raw.decode())  # lone surrogates


def _stored(value: Any, depth: int) -> Any:  # noqa: ANN401 - one branch for each form JSON has
    if isinstance(value, str):  # nearly everything is
        return value if type(value) is str and value.isascii() else stored_text(value)
    if value is None or isinstance(value, bool):
        return value
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if isinstance(value, list | tuple):
        return [_stored(each, depth + 1) for each in value]
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, dict | Mapping):
        copy = {_key(key): _stored(each, depth + 1) for key, each in value.items()}
        if len(copy) != len(value):
            raise ValueError("two keys are the same text")
        return copy
    raise TypeError(f"JSON has no form for {type(value).__name__}")


def _key(key: object) -> str:
    # Keys 1 and "1" would be one and the same in JSON, and one of the two values would be lost.
    if not isinstance(key, str):
        raise TypeError("keys are texts")
    return key if type(key) is str and key.isascii() else stored_text(key)


def stored_text(text: str) -> str:
    """Return the text as every reader of JSON will see it."""
    text = str.__str__(text)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        # Two lone surrogates that make a pair are one character to every reader of JSON: so now too.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return text


def _number(value: int | float) -> int | float:  # noqa: PYI041 - the two are told apart
    if isinstance(value, int):
        if not _LEAST <= value <= _MOST:
            raise ValueError("a whole number beyond 64 bits")
        return int(value)
    if not math.isfinite(value):
        raise ValueError("JSON has no form for what is not a finite number")
    return float(value)


# As Python writes a whole number; sixteen digits are more than anyone's documents.
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})")


def is_number_key(key: str) -> bool:
    """Whether it is a whole number as TinyDB writes it."""
    return _NUMBER.fullmatch(key) is not None


def are_number_keys(keys: Iterable[str]) -> bool:
    """Whether all of them are."""
    return all(map(_NUMBER.fullmatch, keys))


def with_number_keys(tables: Tables) -> Tables:
    """Return the tables with numbers as keys; the same tables give the same numbers every time."""
    return {name: table if are_number_keys(table) else _numbered(table) for name, table in tables.items()}


def _numbered(table: dict[str, Document]) -> dict[str, Document]:
    return {
        str(number): {ID: key, **document} for number, (key, document) in enumerate(table.items(), start=1)
    }
