"""Reading zip and JSON files within limits, in pieces, without trusting what they say about themselves.

Checksums prove nothing, because the author of a malicious file can compute them. Reading needs little memory,
however large the file is.
"""

import errno
import io
import os
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from quickdesk.storage.format import DamagedError
from quickdesk.storage.report import Flaw

MOST_PACKED_BYTES = 512 << 20
MOST_UNPACKED_BYTES = 1 << 30
"""A backup of 100,000 replies with 1,000 Chinese characters each has a third of it."""
PIECE_BYTES = 1 << 18
_MOST_MEMBERS = 1000
_MOST_RATIO = 100
_ANY_RATIO_BYTES = 32 << 20
"""Up to this size any compression ratio is accepted, because unpacking it takes no time."""
_MOST_AT_ONCE = 1 << 20
"""zipfile reads more at once only for a list of members that is too long."""
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_SHORTEST_ZIP = 22


class TooLargeError(DamagedError):
    """It contains more than a backup can."""

    def __init__(self) -> None:
        super().__init__(Flaw.WRONG_SHAPE)


class OutsideError(OSError):
    """The file refers to a position outside of any file."""


class _InSmallReads:
    """A file for zipfile, which would otherwise read a list of members of any length into memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(_MOST_AT_ONCE + 1 if size < 0 else min(size, _MOST_AT_ONCE + 1))
        if len(data) > _MOST_AT_ONCE:
            raise TooLargeError
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        try:
            return self._file.seek(offset, whence)
        except (OSError, ValueError, OverflowError) as error:
            # zipfile seeks to any position that the file names.
            raise OutsideError(errno.EINVAL, "no such place") from error

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True


def is_within_ratio(packed: int, unpacked: int) -> bool:
    """Return whether the compression ratio is accepted: a few bytes can expand to very many."""
    return unpacked <= max(_ANY_RATIO_BYTES, packed * _MOST_RATIO)


class BoundedZip:
    """A zip file all of whose members can be read within the limits.

    Raises TooLargeError, DamagedError, OSError, and what zipfile raises for bytes that are not a zip file.
    """

    def __init__(self, file: BinaryIO) -> None:
        """``file`` must be seekable; it is not closed."""
        size = file.seek(0, io.SEEK_END)
        if size > MOST_PACKED_BYTES:
            raise TooLargeError
        if size < _SHORTEST_ZIP:
            raise zipfile.BadZipFile("too short")
        self._zip = zipfile.ZipFile(_InSmallReads(file))
        members = self._zip.infolist()
        self.names = frozenset(each.filename for each in members)
        unpacked = sum(each.file_size for each in members)
        if len(members) > _MOST_MEMBERS or unpacked > MOST_UNPACKED_BYTES:
            raise TooLargeError
        if not is_within_ratio(size, unpacked):
            raise TooLargeError
        if len(self.names) < len(members) or not all(each.compress_type in _METHODS for each in members):
            raise DamagedError(Flaw.WRONG_SHAPE)

    def size(self, name: str) -> int:
        """Return the unpacked size of a member in bytes; raises KeyError."""
        return self._zip.getinfo(name).file_size

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a member in pieces, never more than its size; raises KeyError too."""
        with self._zip.open(name) as file:
            while piece := file.read(PIECE_BYTES):
                yield piece


MOST_CONTAINERS = 6_000_000
"""Objects and lists; 100,000 replies have 300,000 of them."""
MOST_VALUES = 24_000_000
MOST_DEPTH = 200
"""Deeper than any document (:data:`quickdesk.storage.document.DEEPEST`) inside a file."""
_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_BRACKETS = b"[]{}"
_NO_BRACKETS = bytes(set(range(256)) - set(_BRACKETS))


class JsonCounter:
    """Counts what JSON texts contain before they are parsed: a short text can need very much memory.

    Text that is not JSON is counted in some way, up to the point where it is not.
    """

    def __init__(self) -> None:
        self._containers = self._values = self._depth = 0
        self._is_in_text = self._is_escaping = False

    def begin(self) -> None:
        """Begin another JSON text."""
        self._depth = 0
        self._is_in_text = self._is_escaping = False

    def add(self, piece: bytes) -> None:
        """Count a piece of it; raises TooLargeError."""
        outside = self._outside_texts(piece)
        containers = outside.count(b"{") + outside.count(b"[")
        self._containers += containers
        self._values += containers + outside.count(b",")
        if self._containers > MOST_CONTAINERS or self._values > MOST_VALUES:
            raise TooLargeError
        for bracket in outside.translate(None, _NO_BRACKETS):
            self._depth += 1 if bracket in b"[{" else -1
            if self._depth > MOST_DEPTH:
                raise TooLargeError

    def _outside_texts(self, piece: bytes) -> bytes:
        """Return what is outside of quotation marks."""
        if self._is_escaping:
            piece = b"\\" + piece
        if b"\\" in piece:
            piece = _ESCAPE.sub(b"", piece)
        self._is_escaping = piece.endswith(b"\\")
        parts = piece.split(b'"')
        outside = b"".join(parts[self._is_in_text :: 2])
        self._is_in_text ^= len(parts) % 2 == 0
        return outside
