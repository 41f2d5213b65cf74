"""The operations of a transaction, encrypted: ``[seq, synced, [{"k": "1f2e3d4c", "e": "…"}, …]]``.

Each text contains some hundred operations. Its place is the journal, the number of the transaction, its own
number and the number of all of them, so that none can be left out.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from quickdesk.storage.document import from_json, to_json
from quickdesk.storage.journal.record import ENCRYPTED_VERSION, Header, Journal, Op, Ops, Record
from quickdesk.storage.protection.cipher import CannotDecryptError, Cipher

_KEY, _TEXT = "k", "e"
_OPS_IN_A_TEXT = 256


def encrypt_ops(cipher: Cipher, ops: Ops, *place: str | int) -> list[dict[str, str]]:
    """Return the texts of a transaction; raises KeyUnavailableError."""
    key_id = cipher.key_id()
    parts = [ops[start : start + _OPS_IN_A_TEXT] for start in range(0, len(ops), _OPS_IN_A_TEXT)]
    return [
        {_KEY: key_id, _TEXT: cipher.encrypt(to_json(part), key_id, *place, number, len(parts))}
        for number, part in enumerate(parts)
    ]


def decrypt_ops(cipher: Cipher, texts: Sequence[Any], *place: str | int) -> list[Op]:
    """Return the operations in the texts; raises CannotDecryptError and KeyUnavailableError."""
    ops: list[Op] = []
    for number, each in enumerate(texts):
        if not isinstance(each, dict) or not isinstance(each.get(_KEY), str):
            raise CannotDecryptError
        plain = cipher.decrypt(each.get(_TEXT), each[_KEY], *place, number, len(texts))
        ops += from_json(plain)
    return ops


def encrypted_record(cipher: Cipher | None, journal_id: bytes, record: Record) -> Record:
    """Return a transaction as it is written to a journal; raises KeyUnavailableError."""
    if cipher is None:
        return record
    return record._replace(ops=encrypt_ops(cipher, record.ops, *_place(journal_id, record)))  # type: ignore[arg-type]  # texts stand for operations


def decrypted_journal(cipher: Cipher | None, journal: Journal) -> Journal:
    """Return a journal with its operations; records that cannot be decrypted count as bad lines.

    Raises KeyUnavailableError.
    """
    if cipher is None or journal.header is None:
        return journal
    records: list[Record] = []
    bad_lines = journal.bad_lines
    for record in journal.records:
        try:
            records.append(_decrypted(cipher, journal.header, record))
        except CannotDecryptError:
            bad_lines += 1
    return replace(journal, records=tuple(records), bad_lines=bad_lines)


def is_plain(journal: Journal) -> bool:
    """Return whether a journal, as it was read, contains operations that are not encrypted."""
    return any(isinstance(op, list) for record in journal.records for op in record.ops)


def _decrypted(cipher: Cipher, header: Header, record: Record) -> Record:
    if header.version < ENCRYPTED_VERSION and not any(isinstance(each, dict) for each in record.ops):
        return record  # written before the kind was encrypted
    return record._replace(ops=decrypt_ops(cipher, record.ops, *_place(header.id, record)))


def _place(journal_id: bytes, record: Record) -> tuple[str | int, ...]:
    return "journal", journal_id.decode(), record.seq
