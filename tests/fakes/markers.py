"""Looks for texts of people in files: in their bytes, in archives, and in all that the data key decrypts."""

import io
import re
import zipfile
from base64 import b64decode
from collections.abc import Iterator, Mapping
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from quickdesk.storage.protection.keys import DataKey
from tests.fakes.key_ring import key_number

MARKERS = ("张三丰小号", "13987654321", "要蓝色的那款不要声张", "2611229999001")
"""A nickname, a phone, the text of a note, an order number."""
_ENCRYPTED = re.compile(rb'"([A-Za-z0-9+/]{38,}={0,2})"')
_NONCE, _TAG = 12, 16


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files in a folder by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def found_in(
    files: Mapping[str, bytes], markers: tuple[str, ...] = MARKERS, key: DataKey | None = None
) -> list[tuple[str, str]]:
    """Return the files with the markers that they contain; ``key`` also decrypts them."""
    return [
        (name, marker)
        for name, raw in files.items()
        for marker in markers
        if any(marker.encode() in each or _escaped(marker) in each for each in _contents(raw, key))
    ]


def with_key(files: Mapping[str, bytes], markers: tuple[str, ...] = MARKERS) -> list[tuple[str, str]]:
    """Return the same with the key of :mod:`tests.fakes.stores`."""
    return found_in(files, markers, key_number(1))


def _contents(raw: bytes, key: DataKey | None) -> Iterator[bytes]:
    yield raw
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name in archive.namelist():
                yield from _contents(archive.read(name), key)
    if key is not None:
        yield from (_decrypted(text[1], key) for text in _ENCRYPTED.finditer(raw))


def _decrypted(text: bytes, key: DataKey) -> bytes:
    """Return what was encrypted, wherever it stood: GCM is counter mode, whose tag is only for checking."""
    sealed = b64decode(text + b"=" * (-len(text) % 4))
    counter = sealed[:_NONCE] + b"\0\0\0\2"
    return Cipher(algorithms.AES(key.secret), modes.CTR(counter)).decryptor().update(sealed[_NONCE:-_TAG])


def _escaped(marker: str) -> bytes:
    return marker.encode("unicode_escape")
