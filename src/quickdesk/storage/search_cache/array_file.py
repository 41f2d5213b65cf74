"""One array in one ``.npy`` file, written in pieces through the disk and read as a memory map."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zlib import crc32

import numpy as np

from quickdesk.search.index.arrays import Array
from quickdesk.storage.disk import Disk

_PIECE = 1 << 22


@dataclass(frozen=True, slots=True)
class FileDigest:
    """The size in bytes and the checksum that a file must have."""

    size: int
    checksum: int


def write(disk: Disk, path: Path, array: Array) -> FileDigest:
    """Write an array and return the digest of its file; raises OSError.

    Nothing is synced: the digest does not fit a file that a power cut left half-written.
    """
    header = BytesIO()
    plain = np.ascontiguousarray(array)
    np.lib.format.write_array_header_1_0(header, np.lib.format.header_data_from_array_1_0(plain))
    content = memoryview(plain.data).cast("B") if plain.size else memoryview(b"")
    size, checksum = 0, 0
    file = disk.create(path)
    try:
        for piece in (header.getvalue(), *_pieces(content)):
            file.write(piece)
            size, checksum = size + len(piece), crc32(piece, checksum)
    finally:
        file.close()
    return FileDigest(size, checksum)


def read(path: Path, digest: FileDigest) -> Array:
    """Return the array as a memory map of its file; raises OSError, and ValueError if the digest does not
    fit.
    """
    # Checked first: reading a pipe would block, and a device has no end.
    if not path.is_file() or path.stat().st_size != digest.size:
        raise ValueError(path.name)
    size, checksum = 0, 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            size, checksum = size + len(piece), crc32(piece, checksum)
    if (size, checksum) != (digest.size, digest.checksum):
        raise ValueError(path.name)
    # An empty file cannot be mapped.
    whole: Array = np.load(path, mmap_mode="r" if size > _PIECE // 64 else None, allow_pickle=False)
    return whole.view(np.ndarray)


def _pieces(content: memoryview) -> Iterator[bytes]:
    for at in range(0, len(content), _PIECE):
        yield bytes(content[at : at + _PIECE])
