"""The keys that a backup names: its encrypted files begin with the id of theirs."""

import io
import zipfile
import zlib

from quickdesk.storage.format import ORIGIN_BYTES, key_id_of
from quickdesk.storage.kinds import KINDS

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    EOFError,
    RuntimeError,
    NotImplementedError,
)


def keys_of(raw: bytes) -> frozenset[str]:
    """Return the ids of the keys that open the encrypted data of a backup; none if it cannot be read."""
    found: set[str] = set()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            for kind in KINDS:
                if kind.is_encrypted and kind.file_name in names:
                    with archive.open(kind.file_name) as member:
                        found.add(key_id_of(member.read(ORIGIN_BYTES)) or "")
    except _UNREADABLE:
        return frozenset()
    return frozenset(found - {""})
