"""The bytes of a backup: a zip with the file of each kind of data, and a manifest with their checksums.

TinyDB can read each file of a kind. ``manifest.json`` is ``{"format": "quickdesk-backup", "version": 1, "at":
…, "files": {"snippets.json": <BLAKE2b>}, "states": {"customers.json": …}}``. The same data always has the
same checksums; encrypted kinds have other checksums each time, and the same state.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, datetime
from typing import BinaryIO

from quickdesk.storage.backups.bounded_zip import (
    MOST_PACKED_BYTES,
    MOST_UNPACKED_BYTES,
    BoundedZip,
    JsonCounter,
    OutsideError,
    TooLargeError,
    is_within_ratio,
)
from quickdesk.storage.backups.encrypted_file import PROTECTION_NAME, EncryptedFile, ProtectionFile
from quickdesk.storage.document import Tables
from quickdesk.storage.format import Contents, DamagedError, Kind, NewerError, decode_lines, pieces
from quickdesk.storage.protection.cipher import Cipher
from quickdesk.storage.protection.keys import KeyProblem, KeyUnavailableError
from quickdesk.storage.report import Flaw

FORMAT, VERSION = "quickdesk-backup", 1
_MANIFEST = "manifest.json"
_MOST_MANIFEST_BYTES = 1 << 20
_MOST_FIRST_LINE_BYTES = 16 << 20
"""The first line contains no documents, except in files with a single line, as in the first backups."""


class NoBackupError(Exception):
    """The bytes are not a backup."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The data of one kind at one moment."""

    kind: Kind
    tables: Tables
    next_keys: dict[str, int]

    def pieces(self) -> Iterator[bytes]:
        """Yield its file in pieces; they are the same for the same data."""
        return pieces(self.kind, Contents(self.tables, self.next_keys, 1))

    def checksum(self) -> str:
        """Return the checksum of its file."""
        seal = _seal()
        for piece in self.pieces():
            seal.update(piece)
        return seal.hexdigest()

    def state(self) -> str:
        """Return what is the same for the same data."""
        return self.checksum()

    @property
    def file_name(self) -> str:
        """Its name in a backup."""
        return self.kind.file_name


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was read: its time, the checksum of each file, the tables by kind.

    ``states`` say whether data changed since. ``locked`` are the kinds whose key is not there, and why.
    ``protection`` opens them with the recovery key.
    """

    at: datetime
    checksums: Mapping[str, str]
    tables: Mapping[str, Tables]
    states: Mapping[str, str] = field(default_factory=dict)
    locked: Mapping[str, KeyProblem] = field(default_factory=dict)
    protection: bytes | None = None


SavedKind = Saved | EncryptedFile | ProtectionFile
CipherOf = Callable[[Kind], Cipher | None]
"""Returns the cipher of a kind, or None if it is not encrypted."""


def checksums_of(saved: Sequence[SavedKind]) -> dict[str, str]:
    """Return the checksum of each file by name."""
    return {each.file_name: each.checksum() for each in saved}


def states_of(saved: Sequence[SavedKind]) -> dict[str, str]:
    """Return the state of each file by name; equal states are equal data."""
    return {each.file_name: each.state() for each in saved}


def pack(saved: Sequence[SavedKind], checksums: Mapping[str, str], at: datetime) -> bytes:
    """Return the bytes of a backup, made in pieces so that other threads can run in between.

    Raises TooLargeError if it could not be read again.
    """
    manifest = {"format": FORMAT, "version": VERSION, "at": at.isoformat(), "files": dict(checksums)}
    states = states_of([each for each in saved if isinstance(each, EncryptedFile)])
    if states:
        manifest["states"] = states
    unpacked, packed = _packed(json.dumps(manifest), saved, zipfile.ZIP_DEFLATED)
    if not is_within_ratio(len(packed), unpacked):
        unpacked, packed = _packed(json.dumps(manifest), saved, zipfile.ZIP_STORED)
    if len(packed) > MOST_PACKED_BYTES:
        raise TooLargeError
    return packed


def _packed(manifest: str, saved: Sequence[SavedKind], method: int) -> tuple[int, bytes]:
    """Return the number of unpacked bytes, and the packed bytes; raises TooLargeError."""
    packed, unpacked = io.BytesIO(), len(manifest)
    with zipfile.ZipFile(packed, "w", method, compresslevel=3) as archive:
        # The time is in the manifest: a zip file has none before 1980 or after 2107.
        archive.writestr(zipfile.ZipInfo(_MANIFEST), manifest, method)
        for each in saved:
            member = zipfile.ZipInfo(each.file_name)
            member.compress_type = method
            with archive.open(member, "w", force_zip64=True) as file:
                for piece in each.pieces():
                    unpacked += file.write(piece)
                    if unpacked > MOST_UNPACKED_BYTES:
                        raise TooLargeError
    return unpacked, packed.getvalue()


def unpack(file: BinaryIO, kinds: Sequence[Kind], cipher_of: CipherOf = lambda _: None) -> Backup:
    """Read a backup; raises NoBackupError, DamagedError, NewerError, and OSError if the disk fails.

    Files of other kinds are checked and skipped. Little memory is needed until everything is checked.
    """
    try:
        return _unpacked(file, {kind.file_name: kind for kind in kinds}, cipher_of)
    except OutsideError as error:
        raise DamagedError(Flaw.CHANGED) from error
    except (NoBackupError, DamagedError, NewerError, OSError):
        raise
    except Exception as error:
        # Invalid bytes can cause any error in zipfile and below.
        raise DamagedError(Flaw.CHANGED) from error


def _unpacked(file: BinaryIO, known: Mapping[str, Kind], cipher_of: CipherOf) -> Backup:
    try:
        archive = BoundedZip(file)
    except zipfile.BadZipFile as error:
        file.seek(0)
        # A zip that was cut off has no directory, but the beginning of a zip.
        raise (DamagedError(Flaw.CHANGED) if file.read(2) == b"PK" else NoBackupError) from error
    at, checksums, states = _manifest(archive)
    counter = JsonCounter()
    for name, checksum in checksums.items():
        counter.begin()
        for piece in _compared(archive.pieces(name), checksum):
            counter.add(piece)
    tables: dict[str, Tables] = {}
    locked: dict[str, KeyProblem] = {}
    for name, kind in known.items():
        if name in checksums:
            lines = _lines(_compared(archive.pieces(name), checksums[name]))
            try:
                tables[kind.name] = decode_lines(kind, lines, cipher_of(kind)).tables
            except KeyUnavailableError as error:
                locked[kind.name] = error.problem
    return Backup(at, checksums, tables, {**checksums, **states}, locked, _protection(archive, checksums))


def _protection(archive: BoundedZip, checksums: Mapping[str, str]) -> bytes | None:
    if PROTECTION_NAME not in checksums:
        return None
    if archive.size(PROTECTION_NAME) > _MOST_MANIFEST_BYTES:
        raise TooLargeError
    return b"".join(archive.pieces(PROTECTION_NAME))


def _compared(pieces: Iterable[bytes], checksum: str) -> Iterator[bytes]:
    """Yield the pieces; raises DamagedError after the last one if their checksum is another."""
    seal = _seal()
    for piece in pieces:
        seal.update(piece)
        yield piece
    if seal.hexdigest() != checksum:
        raise DamagedError(Flaw.CHANGED)


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines of the pieces; raises TooLargeError if the first one is too long."""
    line: list[bytes] = []
    is_first, size = True, 0
    for piece in pieces:
        first, *others = piece.split(b"\n")
        line.append(first)
        size += len(first)
        if is_first and size > _MOST_FIRST_LINE_BYTES:
            raise TooLargeError
        for other in others:
            yield b"".join(line)
            line, is_first = [other], False
    yield b"".join(line)


def _seal() -> "hashlib.blake2b":
    return hashlib.blake2b(digest_size=16)


def _manifest(archive: BoundedZip) -> tuple[datetime, dict[str, str], dict[str, str]]:
    if _MANIFEST not in archive.names:
        raise NoBackupError
    if archive.size(_MANIFEST) > _MOST_MANIFEST_BYTES:
        raise TooLargeError
    try:
        manifest = json.loads(b"".join(archive.pieces(_MANIFEST)))
        is_ours = manifest["format"] == FORMAT
        version, files = manifest["version"], dict(manifest["files"])
        states = dict(manifest.get("states", {}))
        at = datetime.fromisoformat(manifest["at"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NoBackupError from error
    if not is_ours or type(version) is not int or version < 1:
        raise NoBackupError
    # Near the ends of the calendar not every time has a local time.
    if at.tzinfo is None or not MINYEAR < at.year < MAXYEAR:
        raise NoBackupError
    if version > VERSION:
        raise NewerError(version)
    return at, files, states
