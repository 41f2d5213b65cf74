"""The bytes of a backup: a zip with the file of each kind of data, and a manifest with their checksums.

Each file in it is one that TinyDB reads; ``manifest.json`` says ``{"format": "quickdesk-backup",
"version": 1, "at": …, "files": {"snippets.json": <BLAKE2b>}}``. The same data give the same checksums.
"""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from quickdesk.storage.document import Tables
from quickdesk.storage.format import Contents, DamagedError, Kind, NewerError, decode, pieces
from quickdesk.storage.report import Flaw

FORMAT, VERSION = "quickdesk-backup", 1
_MANIFEST = "manifest.json"
_MOST_BYTES = 1024**3
"""What is in a backup unpacked; the largest library that is planned for has a tenth of it."""
_PIECE_BYTES = 1 << 20


class NoBackupError(Exception):
    """The bytes are no backup at all."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The data of one kind at one moment."""

    kind: Kind
    tables: Tables
    next_keys: Mapping[str, int]

    def pieces(self) -> Iterator[bytes]:
        """Return its file in pieces, the same for the same data."""
        return pieces(self.kind, Contents(self.tables, self.next_keys, 1))

    def checksum(self) -> str:
        """Return the checksum of its file."""
        seal = _seal()
        for piece in self.pieces():
            seal.update(piece)
        return seal.hexdigest()


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was read: when it was made, the checksum of each file, the tables by kind."""

    at: datetime
    checksums: Mapping[str, str]
    tables: Mapping[str, Tables]


def checksums_of(saved: Sequence[Saved]) -> dict[str, str]:
    """Return the checksum of each file by name."""
    return {each.kind.file_name: each.checksum() for each in saved}


def pack(saved: Sequence[Saved], checksums: Mapping[str, str], at: datetime) -> bytes:
    """Return the bytes of a backup; made in pieces, because in a running program others want their turn."""
    manifest = {"format": FORMAT, "version": VERSION, "at": at.isoformat(), "files": dict(checksums)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        archive.writestr(_MANIFEST, json.dumps(manifest))
        for each in saved:
            with archive.open(each.kind.file_name, "w", force_zip64=True) as file:
                for piece in each.pieces():
                    file.write(piece)
    return packed.getvalue()


def unpack(raw: bytes, kinds: Sequence[Kind]) -> Backup:
    """Read a backup; raises NoBackupError, DamagedError or NewerError. Other kinds are checked, not read."""
    known = {kind.file_name: kind for kind in kinds}
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _MOST_BYTES:
                raise DamagedError(Flaw.WRONG_SHAPE)
            at, checksums = _manifest(archive)
            files = {
                name: _checked(archive, name, checksums[name], is_kept=name in known) for name in checksums
            }
    except zipfile.BadZipFile as error:
        # A zip that was cut off has no directory and looks like no zip, but begins like one.
        raise (DamagedError(Flaw.CHANGED) if raw.startswith(b"PK") else NoBackupError) from error
    except (zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, OSError) as error:
        raise DamagedError(Flaw.CHANGED) from error
    tables = {known[name].name: decode(known[name], files[name]).tables for name in files if name in known}
    return Backup(at, checksums, tables)


def _checked(archive: zipfile.ZipFile, name: str, checksum: object, *, is_kept: bool) -> bytes:
    """Read a file in pieces, so that a large one that nobody wants now takes no memory."""
    seal = _seal()
    kept: list[bytes] = []
    with archive.open(name) as file:
        while piece := file.read(_PIECE_BYTES):
            seal.update(piece)
            if is_kept:
                kept.append(piece)
    if seal.hexdigest() != checksum:
        raise DamagedError(Flaw.CHANGED)
    return b"".join(kept)


def _seal() -> "hashlib.blake2b":
    return hashlib.blake2b(digest_size=16)


def _manifest(archive: zipfile.ZipFile) -> tuple[datetime, dict[str, str]]:
    if _MANIFEST not in archive.namelist():
        raise NoBackupError
    try:
        manifest = json.loads(archive.read(_MANIFEST))
        is_ours = manifest["format"] == FORMAT
        version, files = int(manifest["version"]), dict(manifest["files"])
        at = datetime.fromisoformat(manifest["at"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NoBackupError from error
    if not is_ours or at.tzinfo is None:
        raise NoBackupError
    if version > VERSION:
        raise NewerError(version)
    return at, files
