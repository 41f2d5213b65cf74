"""The sync mark: how many records of the newest journal of one kind were synced.

``snippets.mark`` has one line, ``quickdesk-mark 1 snippets 7 <id> 41 <mac>``: 41 records of the journal of
generation 7 with this id were synced. It is overwritten after each successful sync, and is not synced itself:
after a power cut it may be old or torn, but never says more than is true. A journal with fewer records than
its mark says was damaged; without a mark a journal that was cut off cannot be distinguished from a write that
was never finished.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quickdesk.storage.disk import Disk, OverwrittenFile
from quickdesk.storage.journal.files import MOST_GENERATIONS

_MAGIC = b"quickdesk-mark 1"
_LENGTH = 120
"""The length of every mark in bytes, so that each one covers the one before."""
_PARTS = 7
_DIGEST_BYTES = 8


@dataclass(frozen=True, slots=True)
class SyncMark:
    """``records`` records of the journal of this kind, generation and id were synced."""

    kind: str
    generation: int
    id: bytes
    records: int


def encode_mark(mark: SyncMark) -> bytes:
    """Return the bytes of a mark, always the same number."""
    line = b"%s %s %d %s %d" % (_MAGIC, mark.kind.encode(), mark.generation, mark.id, mark.records)
    return (line + b" " + _mac(line)).ljust(_LENGTH - 1) + b"\n"


def decode_mark(raw: bytes) -> SyncMark | None:
    """Return a mark, or None if it is torn, damaged, or of another version."""
    line, _, mac = raw.rstrip().rpartition(b" ")
    parts = line.split(b" ")
    if len(parts) != _PARTS - 1 or not line.startswith(_MAGIC + b" ") or mac != _mac(line):
        return None
    try:  # any program can compute the checksum
        mark = SyncMark(parts[2].decode(), int(parts[3]), parts[4], int(parts[5]))
    except ValueError:
        return None
    return mark if 0 < mark.generation <= MOST_GENERATIONS and mark.records >= 0 else None


class SyncMarkFile:
    """The file of the mark of one kind; a mark that cannot be written is skipped."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self._disk, self._path = disk, path
        self._file: OverwrittenFile | None = None

    def write(self, mark: SyncMark) -> None:
        """Store how much is synced; call it afterwards."""
        with suppress(OSError):
            if self._file is None:
                self._file = self._disk.create_overwritten(self._path)
            self._file.overwrite(encode_mark(mark))

    def close(self) -> None:
        """Close the file."""
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):
                file.close()


def _mac(line: bytes) -> bytes:
    return hashlib.blake2b(line, digest_size=_DIGEST_BYTES).hexdigest().encode()
