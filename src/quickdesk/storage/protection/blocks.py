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


class BlockReader:
    """Decrypts the tables of one snapshot, as its lines are read; raises KeyUnavailableError."""

    def __init__(self, cipher: Cipher, about: Mapping[str, Any]) -> None:
        self._cipher, self._about = cipher, about
        self._key_id, self._file = names_in(about)
        self._tables: Tables = {}
        self._read: dict[str, set[int]] = {}
        self._bad = 0
        cipher.require(self._key_id)

    def add(self, table: str, blocks: Mapping[str, Any]) -> None:
        """Add blocks of a table by their numbers; there may be none."""
        documents, numbers = self._tables.setdefault(table, {}), self._read.setdefault(table, set())
        for key, row in blocks.items():
            number = int(key) if _is_number(key) else 0
            found = self._block(row, table, number)
            if found is None or number in numbers:
                self._bad += 1
            else:
                numbers.add(number)
                documents.update(found)

    def finish(self, ending: Mapping[str, Any]) -> Decrypted:
        """Return what could be decrypted; ``ending`` is the table ``_blocks``."""
        counts = self._counts(ending)
        if counts is None:
            return Decrypted(self._tables, self._bad + 1)
        missing = sum(count - len(self._read.get(name, ())) for name, count in counts.items())
        return Decrypted({name: self._tables.get(name, {}) for name in counts}, max(self._bad, missing))

    def _block(self, row: object, table: str, number: int) -> dict[str, Document] | None:
        text = row.get(_TEXT) if isinstance(row, dict) else None
        try:
            plain = self._cipher.decrypt(text, self._key_id, "block", self._file, table, number)
            documents: dict[str, Document] = from_json(b"{%s}" % plain)
        except (CannotDecryptError, ValueError):
            return None
        return documents

    def _counts(self, ending: Mapping[str, Any]) -> dict[str, int] | None:
        row = ending.get(_ONLY)
        text = row.get(_TEXT) if isinstance(row, dict) else None
        place = to_json(self._about).decode()
        try:
            counts: dict[str, int] = from_json(self._cipher.decrypt(text, self._key_id, "blocks", place))
        except (CannotDecryptError, ValueError):
            return None
        return counts


def names_in(about: Mapping[str, Any]) -> tuple[str, str]:
    """Return the id of the key and that of the file in its meta, empty if they are not there."""
    found = about.get(ENCRYPTION)
    pair = (found.get("key"), found.get("file")) if isinstance(found, dict) else ("", "")
    key_id, file = (each if isinstance(each, str) else "" for each in pair)
    return key_id, file


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) <= _MOST_DIGITS
