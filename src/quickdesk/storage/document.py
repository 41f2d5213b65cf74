"""Documents as they are stored: values that JSON does not change, copied so that nothing else refers to them.

Numbers beyond 64 bits, infinities and nesting deeper than :data:`DEEPEST` are refused before anything is
written, because some JSON readers would change or reject them. The keys of documents are whole numbers, as
TinyDB reads them. Version 1 used ids of any text as keys; since version 2 such an id is in the field ``_id``.
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
"""The field that holds the id of a document; the id of a document without it is its key."""

DEEPEST = 60
_LEAST, _MOST = -(2**63), 2**63 - 1


def id_of(document: Mapping[str, Any], key: str) -> str:
    """Return the id of a document that is stored under a key."""
    found: str = document.get(ID, key)
    return found


def stored(document: Mapping[str, Any]) -> Document:
    """Return a copy in which nothing is left that JSON would change.

    Raises TypeError for a type that JSON does not have, ValueError for what is too large or too deep.
    """
    copy = _stored(document, 0)
    if not isinstance(copy, dict):
        raise TypeError("a document is a mapping")
    return copy


def by_id(table: Mapping[str, Document]) -> dict[str, Document]:
    """Return the documents of a table by id; without a loop in Python, because there may be very many."""
    return dict(zip(map(dict.get, table.values(), repeat(ID), table), table.values(), strict=True))


def copied(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return a deep copy of a stored value."""
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value


def to_json(value: object) -> bytes:
    """Return JSON in UTF-8, or in ASCII with escapes if there are lone surrogates."""
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
    if isinstance(value, str):  # the usual case
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
    # The keys 1 and "1" are the same in JSON, so that one of the two values would be lost.
    if not isinstance(key, str):
        raise TypeError("keys are texts")
    return key if type(key) is str and key.isascii() else stored_text(key)


def stored_text(text: str) -> str:
    """Return the text as every reader of JSON sees it."""
    text = str.__str__(text)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        # Every reader of JSON joins two lone surrogates that make a pair.
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


# As Python writes a whole number, with up to sixteen digits.
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})")


def is_number_key(key: str) -> bool:
    """Return whether it is a whole number as TinyDB writes it."""
    return _NUMBER.fullmatch(key) is not None


def are_number_keys(keys: Iterable[str]) -> bool:
    """Return whether all are whole numbers as TinyDB writes them."""
    return all(map(_NUMBER.fullmatch, keys))


def with_number_keys(tables: Tables) -> Tables:
    """Return the tables with numbers as keys; the same tables always get the same numbers."""
    return {name: table if are_number_keys(table) else _numbered(table) for name, table in tables.items()}


def _numbered(table: dict[str, Document]) -> dict[str, Document]:
    return {
        str(number): {ID: key, **document} for number, (key, document) in enumerate(table.items(), start=1)
    }
