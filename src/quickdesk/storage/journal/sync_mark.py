"""The sync mark: how much of the newest journal of one kind was surely on the disk.

``snippets.mark`` holds one line, ``quickdesk-mark 1 snippets 7 <id> 41 <mac>``: of the journal of generation
7 with this id, 41 records were synced. The line is written over after each sync that succeeded, and is not
synced itself: after a power cut it may be old or torn, but never says more than is true. So a journal that
has fewer records than its mark says was damaged; without a mark the end of a journal that was cut off cannot
be told from a write that was never finished.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quickdesk.storage.disk import Disk, OverwrittenFile
from quickdesk.storage.journal.files import MOST_GENERATIONS

_MAGIC = b"quickdesk-mark 1"
_LENGTH = 120
"""Bytes of every mark: each write covers the one before."""
_PARTS = 7
_DIGEST_BYTES = 8


@dataclass(frozen=True, slots=True)
class SyncMark:
    """``records`` records of the journal of this kind, generation and id were on the disk."""

    kind: str
    generation: int
    id: bytes
    records: int


def encode_mark(mark: SyncMark) -> bytes:
    """Return the bytes of a mark, always as many."""
    line = b"%s %s %d %s %d" % (_MAGIC, mark.kind.encode(), mark.generation, mark.id, mark.records)
    return (line + b" " + _mac(line)).ljust(_LENGTH - 1) + b"\n"


def decode_mark(raw: bytes) -> SyncMark | None:
    """Return what a mark says; None where it is torn, damaged, or of another version."""
    line, _, mac = raw.rstrip().rpartition(b" ")
    parts = line.split(b" ")
    if len(parts) != _PARTS - 1 or not line.startswith(_MAGIC + b" ") or mac != _mac(line):
        return None
    try:  # anybody can compute the checksum
        mark = SyncMark(parts[2].decode(), int(parts[3]), parts[4], int(parts[5]))
    except ValueError:
        return None
    return mark if 0 < mark.generation <= MOST_GENERATIONS and mark.records >= 0 else None


class SyncMarkFile:
    """The mark of one kind, being written; a mark that cannot be written is left out."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self._disk, self._path = disk, path
        self._file: OverwrittenFile | None = None

    def write(self, mark: SyncMark) -> None:
        """Say that so much is on the disk; call it when that is so."""
        with suppress(OSError):
            if self._file is None:
                self._file = self._disk.create_overwritten(self._path)
            self._file.overwrite(encode_mark(mark))

    def close(self) -> None:
        """Let go of the file."""
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):
                file.close()


def _mac(line: bytes) -> bytes:
    return hashlib.blake2b(line, digest_size=_DIGEST_BYTES).hexdigest().encode()
