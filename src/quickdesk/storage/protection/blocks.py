"""The encrypted tables of a snapshot: each block of some hundred documents is one text.

``{"customers": {"1": {"e": "…"}, "2": {"e": "…"}}, "_blocks": {"1": {"e": "…", "fingerprint": "…"}}}`` is
valid TinyDB JSON. The meta names the key and a random id of the file, ``{"key": "1f2e3d4c", "file": "…"}``.
``_blocks`` contains, encrypted, the number of blocks of each table, and authenticates the meta; the
fingerprint is equal for equal documents and the same key, so that backups know whether anything changed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quickdesk.storage.document import Document, Tables, from_json, to_json
from quickdesk.storage.protection.cipher import CannotDecryptError, Cipher

BLOCKS, ENCRYPTION = "_blocks", "encryption"
_TEXT, _FINGERPRINT = "e", "fingerprint"
_AT_END = re.compile(rb'"fingerprint":"([0-9a-f]{32})"')
_FILE_ID_BYTES = 16
_ONLY = "1"
_MOST_DIGITS = 6
"""No file has more blocks; a longer number is not one that this program wrote."""


class BlockWriter:
    """Encrypts the tables of one snapshot; ``about`` becomes complete by what it adds."""

    def __init__(self, cipher: Cipher, about: Document) -> None:
        self._cipher, self._key_id = cipher, cipher.key_id()
        self._file = cipher.random(_FILE_ID_BYTES).hex()
        about[ENCRYPTION] = {"key": self._key_id, "file": self._file}
        self._about = about
        self._counts: dict[str, int] = {}
        self._compared: list[bytes] = []

    def begin(self, table: str) -> None:
        """Begin a table, perhaps without documents."""
        self._counts[table] = 0

    def block(self, table: str, documents: bytes, *, is_compared: bool) -> bytes:
        """Return the next block of a table as a member of a JSON object.

        ``is_compared`` says whether the fingerprint depends on it.
        """
        number = self._counts[table] + 1
        self._counts[table] = number
        if is_compared:
            self._compared.append(
                self._cipher.fingerprint((table.encode(), documents), self._key_id).encode()
            )
        text = self._cipher.encrypt(documents, self._key_id, "block", self._file, table, number)
        return b'"%d":{"%s":"%s"}' % (number, _TEXT.encode(), text.encode())

    def ending(self) -> bytes:
        """Return the table ``_blocks`` as lines of a file."""
        counts = to_json(self._counts)
        row = {
            _TEXT: self._cipher.encrypt(counts, self._key_id, "blocks", to_json(self._about).decode()),
            _FINGERPRINT: self._cipher.fingerprint(self._compared, self._key_id),
        }
        return b'\n,"%s":{\n%s\n}' % (BLOCKS.encode(), to_json({_ONLY: row})[1:-1])


@dataclass(frozen=True, slots=True)
class Decrypted:
    """The documents that could be decrypted, and how many blocks could not; more may be missing."""

    tables: Tables
    lost: int


def is_encrypted(about: Mapping[str, Any]) -> bool:
    """Return whether the tables of a file with this meta are encrypted."""
    return ENCRYPTION in about


def fingerprint_at_end(end: bytes) -> str:
    """Return the fingerprint at the end of a file, or an empty text."""
    found = _AT_END.findall(end)
    return found[-1].decode() if found else ""


def decrypt_tables(cipher: Cipher, data: Mapping[str, Any], about: Mapping[str, Any]) -> Decrypted:
    """Return the documents in the tables of a file; raises KeyUnavailableError."""
    key_id, file = names_in(about)
    counts = _counts(cipher, data, about, key_id)
    lost = int(counts is None)
    if counts is None:
        counts = {name: _highest(table) for name, table in data.items() if name != BLOCKS}
    tables: Tables = {name: {} for name in counts}
    for name, count in counts.items():
        found = data.get(name)
        blocks: Mapping[str, Any] = found if isinstance(found, dict) else {}
        present = [number for number in range(1, count + 1) if str(number) in blocks]
        lost += count - len(present)
        for number in present:
            documents = _block(cipher, blocks[str(number)], key_id, (file, name, number))
            if documents is None:
                lost += 1
            else:
                tables[name].update(documents)
    return Decrypted(tables, lost)


def names_in(about: Mapping[str, Any]) -> tuple[str, str]:
    """Return the id of the key and that of the file in its meta, empty if they are not there."""
    found = about.get(ENCRYPTION)
    pair = (found.get("key"), found.get("file")) if isinstance(found, dict) else ("", "")
    key_id, file = (each if isinstance(each, str) else "" for each in pair)
    return key_id, file


def _row(data: Mapping[str, Any]) -> Mapping[str, Any]:
    table = data.get(BLOCKS)
    row = table.get(_ONLY) if isinstance(table, dict) else None
    return row if isinstance(row, dict) else {}


def _counts(
    cipher: Cipher, data: Mapping[str, Any], about: Mapping[str, Any], key_id: str
) -> dict[str, int] | None:
    place = to_json(about).decode()
    try:
        counts: dict[str, int] = from_json(cipher.decrypt(_row(data).get(_TEXT), key_id, "blocks", place))
    except (CannotDecryptError, ValueError):
        return None
    return counts


def _highest(table: object) -> int:
    """Return the number of blocks that a table had at least."""
    numbers = [int(key) for key in table if _is_number(key)] if isinstance(table, dict) else []
    return max(numbers, default=0)


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) <= _MOST_DIGITS


def _block(
    cipher: Cipher, row: object, key_id: str, place: tuple[str, str, int]
) -> dict[str, Document] | None:
    try:
        text = row.get(_TEXT) if isinstance(row, dict) else None
        documents: dict[str, Document] = from_json(b"{%s}" % cipher.decrypt(text, key_id, "block", *place))
    except (CannotDecryptError, ValueError):
        return None
    return documents
