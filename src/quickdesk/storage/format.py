"""The bytes of a data file: TinyDB's JSON between a table ``_meta`` (kind, version) and ``_tail`` (checksum).

The checksum covers every byte before ``_tail`` and keeps its form in all versions to come, so that a
newer file can be told from a damaged one. A file without both tables, written by hand or by another
program on TinyDB, is accepted where its tables have the right shape. The text is UTF-8; where a lone
surrogate makes that impossible the whole file is written in ASCII with JSON escapes.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from quickdesk.storage.report import Flaw

Document: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Document]]

META = "_meta"
_TAIL = "_tail"
_TAIL_FORM = b',"_tail":{"1":{"blake2b":"%s"}}}'
_DIGEST_BYTES = 16
_TAIL_LENGTH = len(_TAIL_FORM) - len(b"%s") + 2 * _DIGEST_BYTES
_BLANK = b"\x00 \t\r\n"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of data: its name, the version this program writes, its tables.

    ``is_well_shaped`` looks at a table's name and its documents by id.
    """

    name: str
    version: int
    tables: tuple[str, ...]
    is_well_shaped: Callable[[Tables], bool]

    @property
    def file_name(self) -> str:
        """The file in the data folder."""
        return f"{self.name}.json"

    def empty(self) -> Tables:
        """Return its tables with nothing in them."""
        return {name: {} for name in self.tables}


class DamagedError(Exception):
    """The bytes are not a file of this kind; ``flaw`` says why."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.name.lower())
        self.flaw = flaw


class NewerError(Exception):
    """The file was written by a newer version, whose number is the argument."""


def encode(kind: Kind, tables: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file."""
    meta = {"1": {"format": f"quickdesk-{kind.name}", "version": kind.version}}
    body = _to_json({META: meta, **tables})[:-1]
    return body + _TAIL_FORM % _digest(body)


def decode(kind: Kind, raw: bytes) -> Tables:
    """Read a file; raises DamagedError or NewerError."""
    if not raw.strip(_BLANK):
        raise DamagedError(Flaw.EMPTY)
    is_sealed = raw[-_TAIL_LENGTH:] == _TAIL_FORM % _digest(raw[:-_TAIL_LENGTH])
    data = _parse(raw, is_sealed=is_sealed)
    meta, tail = data.pop(META, None), data.pop(_TAIL, None)
    if meta is not None or tail is not None:
        _check_meta(kind, meta, is_sealed=is_sealed, has_tail=tail is not None)
    if kind.tables[0] not in data:  # nothing at all is no proof that there was nothing
        raise DamagedError(Flaw.WRONG_SHAPE)
    tables: Tables = kind.empty() | data
    if not all(_is_table(table) for table in tables.values()) or not kind.is_well_shaped(tables):
        raise DamagedError(Flaw.WRONG_SHAPE)
    return tables


def _to_json(data: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(data, separators=(",", ":")).encode()


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST_BYTES).hexdigest().encode()


def _parse(raw: bytes, *, is_sealed: bool) -> dict[str, Any]:
    hook = None if is_sealed else _without_doubles
    try:
        data = json.loads(raw.removeprefix(_BYTE_ORDER_MARK).decode(), object_pairs_hook=hook)
    except (ValueError, RecursionError) as error:
        raise DamagedError(Flaw.NOT_JSON) from error
    if not isinstance(data, dict):
        raise DamagedError(Flaw.WRONG_SHAPE)
    return data


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    whole = dict(pairs)
    if len(whole) != len(pairs):  # an id that stands there twice would silently lose one document
        raise DamagedError(Flaw.WRONG_SHAPE)
    return whole


def _check_meta(kind: Kind, meta: object, *, is_sealed: bool, has_tail: bool) -> None:
    if has_tail and not is_sealed:
        raise DamagedError(Flaw.CHANGED)
    about = meta.get("1") if isinstance(meta, dict) else None
    if not isinstance(about, dict) or about.get("format") != f"quickdesk-{kind.name}":
        raise DamagedError(Flaw.WRONG_SHAPE)
    version = about.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise DamagedError(Flaw.WRONG_SHAPE)
    if version > kind.version:
        raise NewerError(version)
    if not is_sealed:
        raise DamagedError(Flaw.CHANGED)


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(document, dict) for document in table.values())
