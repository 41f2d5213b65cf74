"""The file of an encrypted kind in a backup: made from memory, or copied while its key is not there."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from quickdesk.storage.disk import Disk
from quickdesk.storage.format import ORIGIN_BYTES, Contents, Kind, is_sealed, key_id_of, origin_of, pieces
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.scan import read_journal
from quickdesk.storage.protection.blocks import fingerprint_at_end
from quickdesk.storage.protection.cipher import Cipher
from quickdesk.storage.report import Flaw

PROTECTION_NAME = "protection.json"
_END_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class EncryptedFile:
    """The bytes of one kind, in pieces; they are others each time, but their state is that of the data."""

    kind: Kind
    parts: tuple[bytes, ...]

    @property
    def file_name(self) -> str:
        """Its name in a backup."""
        return self.kind.file_name

    @classmethod
    def of(cls, kind: Kind, contents: Contents, cipher: Cipher) -> Self:
        """Encrypt data; raises KeyUnavailableError."""
        return cls(kind, tuple(pieces(kind, contents, cipher)))

    def pieces(self) -> Iterator[bytes]:
        """Yield its bytes in pieces."""
        return iter(self.parts)

    def checksum(self) -> str:
        """Return the checksum of its bytes."""
        seal = hashlib.blake2b(digest_size=16)
        for piece in self.parts:
            seal.update(piece)
        return seal.hexdigest()

    def state(self) -> str:
        """Return what is the same for the same data and the same key."""
        end = b"".join(self.parts[-3:])[-_END_BYTES:]
        return fingerprint_at_end(end) or self.checksum()


@dataclass(frozen=True, slots=True)
class ProtectionFile:
    """What opens the encrypted data of a backup with the recovery key."""

    raw: bytes
    file_name: str = PROTECTION_NAME

    def pieces(self) -> Iterator[bytes]:
        """Yield its bytes."""
        yield self.raw

    def checksum(self) -> str:
        """Return the checksum of its bytes."""
        return hashlib.blake2b(self.raw, digest_size=16).hexdigest()

    def state(self) -> str:
        """Return what is the same for the same bytes."""
        return self.checksum()


def is_encrypted(saved: object) -> bool:
    """Return whether a file of a backup contains encrypted data."""
    return isinstance(saved, EncryptedFile)


def copied(disk: Disk, folder: Path, kind: Kind) -> EncryptedFile | None:
    """Return the snapshot of a kind as it is, or None if it is damaged or there are journals after it."""
    files = Files(disk, folder, kind.name)
    with suppress(OSError):
        raw = disk.read(files.current)
        beginning = raw[:ORIGIN_BYTES]
        origin = origin_of(beginning)
        if origin is None or origin.generation is None or key_id_of(beginning) is None or not is_sealed(raw):
            return None
        later = (each for each in files.generations() if each >= origin.generation)
        if not any(_has_records(files, each) for each in later):
            return EncryptedFile(kind, (raw,))
    return None


def _has_records(files: Files, generation: int) -> bool:
    journal = read_journal(files, generation)
    return isinstance(journal, Flaw) or bool(journal.records) or journal.bad_lines > 0
