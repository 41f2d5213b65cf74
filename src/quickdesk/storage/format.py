"""The bytes of a data file: TinyDB's JSON between a table ``_meta`` (kind, version) and ``_tail`` (checksum).

The checksum covers every byte before ``_tail`` and has the same form in all future versions, so that a
newer file can be distinguished from a damaged one. A file without both tables, written by hand or by
another program with TinyDB, is accepted if its tables have the right shape. The text is UTF-8; a piece with
lone surrogates is written in ASCII with JSON escapes. Some hundred documents are on one line, so that a
large file can be read line by line while other threads run. The tables of an encrypted kind have another
form: see :mod:`quickdesk.storage.protection.blocks`.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from quickdesk.storage.document import Document, Tables, are_number_keys, from_json, to_json, with_number_keys
from quickdesk.storage.protection.blocks import (
    BLOCKS,
    BlockReader,
    BlockWriter,
    Decrypted,
    is_encrypted,
    names_in,
)
from quickdesk.storage.protection.cipher import Cipher
from quickdesk.storage.protection.lines import HEAD, OPENING, ReaderOf, lines_of, parse_lines
from quickdesk.storage.report import Flaw

VERSION = 4
"""The version of the files that this program writes. Since 4 the actions in all kinds are numbered, and a
transaction may be pending.
"""
ENCRYPTED_VERSION = 5
"""The version of the files of encrypted kinds; earlier versions of the program do not open them."""
META, TAIL = "_meta", "_tail"
PENDING, APPLIED = "pending", "applied"
"""The tables of transactions over several kinds of data, which contain no data of people."""
ORIGIN_BYTES = 64 * 1024
"""The number of bytes at the beginning of a file that :func:`origin_of` needs."""
DOCUMENTS_IN_A_PIECE = 256
MOST_NAMES = 256
"""The number of journal names that a snapshot keeps; each command on its own may leave one."""
_TAIL_FORM = b',"_tail":{"1":{"blake2b":"%s"}}}'
_DIGEST_BYTES = 16
_TAIL_LENGTH = len(_TAIL_FORM) - len(b"%s") + 2 * _DIGEST_BYTES
_BLANK = b"\x00 \t\r\n"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of data: its name, the version that this program writes, its tables.

    ``is_well_shaped`` checks all tables of a file, ``accepts`` one document to be stored in a table.
    ``trash`` names, for a table, the one into which documents move when they are removed. Everything that is
    stored of an encrypted kind is encrypted.
    """

    name: str
    version: int
    tables: tuple[str, ...]
    is_well_shaped: Callable[[Tables], bool]
    accepts: Callable[[str, Document], bool]
    trash: Mapping[str, str] = field(default_factory=dict, hash=False)
    is_encrypted: bool = False

    @property
    def file_name(self) -> str:
        """The name of the snapshot in the data folder."""
        return f"{self.name}.json"

    def home_of(self, table: str) -> str:
        """Return the table in which the documents of a trash belong, or ``table`` if it is no trash."""
        return next((home for home, trash in self.trash.items() if trash == table), table)

    def empty(self) -> Tables:
        """Return its tables without documents."""
        return {name: {} for name in self.tables}


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a snapshot.

    ``generation`` is that of the first journal it does not include; None in a file made by hand or before
    there were journals. ``has_journal`` says whether that journal already existed. ``next_keys`` are the
    lowest keys never used, by table. ``before`` is the number of records in the journal before
    ``generation``, None if an earlier version did not write it. ``lineage`` are the names of the last
    journals that it includes, the newest last; empty if an earlier version wrote none.
    """

    tables: Tables
    next_keys: Mapping[str, int]
    generation: int | None
    has_journal: bool = False
    before: int | None = None
    lineage: tuple[str, ...] = ()

    @property
    def origin(self) -> "Origin":
        """The origin of the snapshot."""
        return Origin(self.generation, self.lineage)


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of a snapshot: ``generation`` and ``lineage`` of its :class:`Contents`."""

    generation: int | None
    lineage: tuple[str, ...]


class DamagedError(Exception):
    """The bytes are not a file of this kind, or parts of it cannot be decrypted; ``flaw`` says why."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.name.lower())
        self.flaw = flaw


class NewerError(Exception):
    """The file was written by a newer version, whose number is the argument."""


def pieces(kind: Kind, contents: Contents, cipher: Cipher | None = None) -> Iterator[bytes]:
    """Yield the bytes of a file in pieces of some hundred documents, encrypted if there is a cipher.

    Raises KeyUnavailableError.
    """
    about = {
        "format": f"quickdesk-{kind.name}",
        "version": kind.version,
        "generation": contents.generation,
        "has_journal": contents.has_journal,
        "next": dict(contents.next_keys),
        "before": contents.before,
        "lineage": list(contents.lineage[-MOST_NAMES:]),
    }
    seal = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    body = _body(about, contents.tables) if cipher is None else _secret(cipher, about, contents.tables)
    for piece in body:
        seal.update(piece)
        yield piece
    yield _TAIL_FORM % seal.hexdigest().encode()


def encode(kind: Kind, tables: Mapping[str, Any], generation: int = 1) -> bytes:
    """Return the bytes of a file."""
    return b"".join(pieces(kind, Contents(dict(tables), {}, generation)))


def origin_of(beginning: bytes) -> Origin | None:
    """Return the origin of the file with this beginning, or None if it cannot be read."""
    about = _about(beginning)
    try:
        return None if about is None else Origin(about["generation"], tuple(about.get("lineage", ())))
    except (KeyError, TypeError):
        return None


def key_id_of(beginning: bytes) -> str | None:
    """Return the id of the key of the file with this beginning, or None if it is not encrypted."""
    about = _about(beginning)
    return None if about is None or not is_encrypted(about) else names_in(about)[0]


def _about(beginning: bytes) -> dict[str, Any] | None:
    head, end, _ = beginning.partition(b"\n")
    if not end or not head.startswith(HEAD):
        return None
    try:
        about = from_json(head + b"}")[META]["1"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return about if isinstance(about, dict) else None


def is_sealed(raw: bytes) -> bool:
    """Return whether the checksum is right."""
    return raw[-_TAIL_LENGTH:] == _TAIL_FORM % _digest(memoryview(raw)[:-_TAIL_LENGTH])


def decode(kind: Kind, raw: bytes, cipher: Cipher | None = None) -> Contents:
    """Read a file of any version up to the present one; raises DamagedError, NewerError, KeyUnavailableError.

    Only a ``cipher`` reads one that is encrypted.
    """
    if not raw.strip(_BLANK):
        raise DamagedError(Flaw.EMPTY)
    sealed = is_sealed(raw)
    return _read(kind, _parse(raw, cipher, is_sealed=sealed), is_sealed=sealed)


def decode_lines(kind: Kind, lines: Iterable[bytes], cipher: Cipher | None = None) -> Contents:
    """Read a file whose checksum has been compared, line by line; raises as :func:`decode` does."""
    try:
        data = _checked(parse_lines(iter(lines), _reader_with(cipher)))
    except (ValueError, RecursionError, TypeError, AttributeError) as error:
        raise DamagedError(Flaw.NOT_JSON) from error
    return _read(kind, data, is_sealed=True)


def _read(kind: Kind, data: dict[str, Any], *, is_sealed: bool) -> Contents:
    meta, tail = data.pop(META, None), data.pop(TAIL, None)
    about: dict[str, Any] = {"version": 1}
    if meta is not None or tail is not None:
        about = _checked_meta(kind, meta, is_sealed=is_sealed, has_tail=tail is not None)
    if (
        kind.tables[0] not in data and about["version"] == 1
    ):  # an empty file does not prove that there was no data
        raise DamagedError(Flaw.WRONG_SHAPE)
    if is_encrypted(about):
        data = _decrypted(data)
    tables: Tables = kind.empty() | data
    if not all(_is_table(table) for table in tables.values()):
        raise DamagedError(Flaw.WRONG_SHAPE)
    contents = _contents(about, tables)
    if not kind.is_well_shaped(contents.tables):
        raise DamagedError(Flaw.WRONG_SHAPE)
    return contents


def _body(about: Document, tables: Tables) -> Iterator[bytes]:
    yield HEAD + to_json({"1": about})
    for name, table in tables.items():
        yield b"\n," + to_json(name) + OPENING
        documents = iter(table.items())
        comma = b"\n"
        while chunk := dict(islice(documents, DOCUMENTS_IN_A_PIECE)):
            yield comma + to_json(chunk)[1:-1]
            comma = b"\n,"
        yield b"\n}"


def _secret(cipher: Cipher, about: Document, tables: Tables) -> Iterator[bytes]:
    writer = BlockWriter(cipher, about)
    yield HEAD + to_json({"1": about})
    for name, table in tables.items():
        yield b"\n," + to_json(name) + OPENING
        writer.begin(name)
        documents = iter(table.items())
        comma = b"\n"
        is_compared = name not in (PENDING, APPLIED)
        while chunk := dict(islice(documents, DOCUMENTS_IN_A_PIECE)):
            yield comma + writer.block(name, to_json(chunk)[1:-1], is_compared=is_compared)
            comma = b"\n,"
        yield b"\n}"
    yield writer.ending()


def _decrypted(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables of an encrypted file that was read."""
    found = data.get(BLOCKS)
    if not isinstance(found, Decrypted):
        raise DamagedError(Flaw.WRONG_SHAPE)
    if found.lost:
        raise DamagedError(Flaw.CHANGED)
    return dict(found.tables)


def _contents(about: Mapping[str, Any], tables: Tables) -> Contents:
    if about["version"] == 1:
        return Contents(with_number_keys(tables), {}, None)
    if not all(are_number_keys(table) for table in tables.values()):
        raise DamagedError(Flaw.WRONG_SHAPE)
    lineage = tuple(about.get("lineage", ()))
    return Contents(
        tables, about["next"], about["generation"], about["has_journal"], about.get("before"), lineage
    )


def _digest(body: bytes | memoryview) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST_BYTES).hexdigest().encode()


def _parse(raw: bytes, cipher: Cipher | None, *, is_sealed: bool) -> dict[str, Any]:
    try:
        text = raw.removeprefix(_BYTE_ORDER_MARK)
        if is_sealed:
            return _checked(parse_lines(lines_of(text), _reader_with(cipher)))
        data = json.loads(text.decode(), object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        raise DamagedError(Flaw.NOT_JSON) from error
    return _checked(data)


def _checked(data: object) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise DamagedError(Flaw.WRONG_SHAPE)
    return data


def _reader_with(cipher: Cipher | None) -> ReaderOf:
    """Return what makes the reader of a file with some meta, if it is encrypted in the present form."""

    def reader(about: Mapping[str, Any]) -> BlockReader | None:
        version = about.get("version")
        is_known = is_encrypted(about) and isinstance(version, int) and version <= ENCRYPTED_VERSION
        return BlockReader(cipher, about) if cipher is not None and is_known else None

    return reader


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    whole = dict(pairs)
    if len(whole) != len(pairs):  # a duplicate id would silently lose one document
        raise DamagedError(Flaw.WRONG_SHAPE)
    return whole


def _checked_meta(kind: Kind, meta: object, *, is_sealed: bool, has_tail: bool) -> dict[str, Any]:
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
    return about


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(document, dict) for document in table.values())
