"""The bytes of a journal: a header line, then one line for each transaction; and which transactions count.

``quickdesk-journal 3 snippets 7 41 <id> <mac>`` means: version 3, kind snippets, generation 7, 41 records in
the journal before. ``<mac> [seq, synced, ops]`` is a transaction: its number from 1, how many were synced
when it was written, and its operations. Every checksum is BLAKE2b keyed with the journal's id, so that what
another journal left on the disk is never taken for a part of this one. The last eight digits of the id are
the name of the journal. Since version 2 its first eight digits are the last name in the snapshot with which
the run began, and the next eight the name of the journal before: see
:mod:`quickdesk.storage.journal.lineage`. In version 1 the whole id is random. The header line has the same
form in all future versions, so that a newer journal can be distinguished from a damaged one.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from quickdesk.storage.document import Document, from_json, is_number_key, to_json
from quickdesk.storage.format import META, TAIL, NewerError

Op: TypeAlias = tuple[Any, ...]
Ops: TypeAlias = Sequence[Op]

PUT, DELETE = "p", "d"

VERSION = 3
ENCRYPTED_VERSION = 4
"""The version of the journals of encrypted kinds: see :mod:`quickdesk.storage.journal.encrypted_ops`."""
NO_NAME = "0" * 8
"""Stands for the journal before the first one."""
_MAGIC = b"quickdesk-journal"
_PARTS = 7
_ID_LENGTH = 32
_DIGEST_BYTES = 8
_MAC_LENGTH = 2 * _DIGEST_BYTES
_OPS_AT_A_TIME = 256
_BETWEEN = b"\t"
_LONGEST_HEADER = 160
"""In bytes; a header with the longest numbers and name is somewhat shorter."""


def put(table: str, key: str, document: Document) -> Op:
    """Return the operation that stores a document, new or replacing another."""
    return (PUT, table, key, document)


def delete(table: str, key: str) -> Op:
    """Return the operation that deletes a document."""
    return (DELETE, table, key)


def require_storable(op: Op) -> None:
    """Raise ValueError for an operation on a key or a table that no document can have."""
    if not is_number_key(op[2]):
        raise ValueError("the key of a document is a whole number")
    if op[1] in (META, TAIL):
        raise ValueError("a table of this name is not for documents")


@dataclass(frozen=True, slots=True)
class Header:
    """The header line. ``before`` is the number of records in the journal before; ``id`` has 32
    hexadecimal digits.
    """

    kind: str
    generation: int
    before: int
    id: bytes
    version: int = VERSION

    @property
    def root(self) -> str:
        """The last name in the snapshot with which the run began; not in version 1."""
        return self.id[:8].decode()

    @property
    def follows(self) -> str:
        """The name of the journal before; not in version 1."""
        return self.id[8:16].decode()

    @property
    def name(self) -> str:
        """The name of this journal."""
        return name_of(self.id)


def name_of(journal_id: bytes) -> str:
    """Return the name of the journal with an id."""
    return journal_id[-8:].decode()


def journal_id(root: str, follows: str, new_id: bytes) -> bytes:
    """Return the id of a journal; ``new_id`` are 32 random hexadecimal digits."""
    return root.encode() + follows.encode() + new_id[16:]


class Record(NamedTuple):
    """One transaction; ``synced`` records were on the disk before it was written."""

    seq: int
    synced: int
    ops: Ops


@dataclass(frozen=True, slots=True)
class Journal:
    """The readable part of a journal, records by their number.

    Without a header, ``is_blank`` says whether writing the header was never finished, so that nothing in it
    was acknowledged. ``bad_lines`` is the number of complete lines that are no record and that no power cut
    leaves: what was not yet written is zeros, which JSON does not contain.
    """

    header: Header | None
    records: tuple[Record, ...] = ()
    is_blank: bool = False
    bad_lines: int = 0


def encode_header(header: Header) -> bytes:
    """Return the header line."""
    line = b"%s %d %s %d %d %s" % (
        _MAGIC,
        header.version,
        header.kind.encode(),
        header.generation,
        header.before,
        header.id,
    )
    return line + b" " + _mac(header.id, line) + b"\n"


def encode_record(header: Header, record: Record) -> bytes:
    """Return the line of a transaction after an empty one, so that one wrong byte joins no two of them."""
    if len(record.ops) <= _OPS_AT_A_TIME:
        body = to_json([record.seq, record.synced, record.ops])
        return b"\n%s %s\n" % (_mac(header.id, body), body)
    pieces = list(_pieces(record))
    # Joined once: each copy of a large one blocks all other threads.
    return b"".join((b"\n", _mac(header.id, *pieces), b" ", *pieces, b"\n"))


def _pieces(record: Record) -> Iterator[bytes]:
    """Yield a large transaction some operations at a time, separated by tabs, which no text contains."""
    yield b"[%d,%d,[" % (record.seq, record.synced)
    for start in range(0, len(record.ops), _OPS_AT_A_TIME):
        if start:
            yield b"," + _BETWEEN
        yield to_json(record.ops[start : start + _OPS_AT_A_TIME])[1:-1]
    yield b"]]"


def _record(body: bytes) -> Record:
    if _BETWEEN not in body:
        return Record(*from_json(body))
    first, *middle, last = body.split(_BETWEEN)
    seq, synced, ops = from_json(first[:-1] + b"]]")
    for piece in middle:
        ops += from_json(b"[%s]" % piece[:-1])
    return Record(seq, synced, [*ops, *from_json(b"[" + last[:-1])])


def read(raw: bytes) -> Journal:
    """Read what is undamaged; raises NewerError."""
    end = raw.find(b"\n")
    header = read_header(raw)
    if header is None:
        return Journal(None, is_blank=_is_blank(raw, end))
    records: dict[int, Record] = {}
    bad_lines = 0
    for line in _lines(raw, end + 1):
        record = _whole(header, line)
        if record is not None:
            records.setdefault(record.seq, record)
        else:
            bad_lines += b"\0" not in line
    return Journal(header, tuple(records[seq] for seq in sorted(records)), bad_lines=bad_lines)


def read_header(beginning: bytes) -> Header | None:
    """Return the header at the beginning of a file, or None if there is none; raises NewerError."""
    end = beginning.find(b"\n")
    return _header(beginning[:end]) if end >= 0 else None


def _header(line: bytes) -> Header | None:
    parts = line.split(b" ")
    if len(parts) != _PARTS or parts[0] != _MAGIC or len(parts[5]) != _ID_LENGTH:
        return None
    if parts[6] != _mac(parts[5], b" ".join(parts[:6])):
        return None
    if int(parts[1]) > ENCRYPTED_VERSION:
        raise NewerError(int(parts[1]))
    return Header(parts[2].decode(), int(parts[3]), int(parts[4]), parts[5], int(parts[1]))


def _is_blank(raw: bytes, end: int) -> bool:
    """Return whether it is an unfinished header: some of its bytes, and zeros in the place of others.

    Records are written once the header is on the disk: if nothing follows it, nothing was lost.
    """
    is_alone = end in (-1, len(raw) - 1) or not raw[end + 1 :].strip(b"\0")
    is_begun = all(found in (0, wanted) for found, wanted in zip(raw, _MAGIC, strict=False))
    return is_alone and is_begun and len(raw) <= _LONGEST_HEADER


def _lines(raw: bytes, start: int) -> Iterator[bytes]:
    """Yield the complete lines except for empty ones."""
    while (end := raw.find(b"\n", start)) >= 0:
        if end > start:
            yield raw[start:end]
        start = end + 1


def _whole(header: Header, line: bytes) -> Record | None:
    """Return the transaction of a line, or None if its checksum is wrong."""
    mac, space, body = line[:_MAC_LENGTH], line[_MAC_LENGTH : _MAC_LENGTH + 1], line[_MAC_LENGTH + 1 :]
    return _record(body) if space == b" " and body and mac == _mac(header.id, body) else None


def _mac(key: bytes, *body: bytes) -> bytes:
    seal = hashlib.blake2b(body[0], digest_size=_DIGEST_BYTES, key=key)
    for piece in body[1:]:
        seal.update(piece)
    return seal.hexdigest().encode()


@dataclass(frozen=True, slots=True)
class Replay:
    """The transactions that count, in order; the number of the last, lost or not; how many were lost."""

    transactions: tuple[Ops, ...]
    last: int
    lost: int


def replay(journal: Journal, before_next: int | None, marked: int = 0) -> Replay:
    """Decide which transactions count, and distinguish damage from an unfinished write.

    ``before_next`` is the number of records according to the next journal, None if it is unknown; what is
    beyond was undone by the program after a failed write. ``marked`` is the number of records that were
    synced according to the sync mark. A record that is missing below what was synced was acknowledged: it is
    lost and counted, and what follows it is kept. The journal ends at a record that is missing above it: that
    write was never finished.
    """
    records = journal.records
    synced = max((each.synced for each in records), default=0)
    if before_next is not None and before_next < synced:
        # An earlier version wrote 0 for a journal that was in a snapshot when the next one began.
        before_next = records[-1].seq
    if before_next is not None:
        records = tuple(each for each in records if each.seq <= before_next)
    sure = max(marked, synced) if before_next is None else before_next
    kept: list[Ops] = []
    last = lost = 0
    for record in records:
        if record.seq <= last:
            continue
        missing = record.seq - 1
        if missing > last:
            lost += max(0, min(missing, sure) - last)
            last = max(last, min(missing, sure))
            if missing > sure:
                break
        kept.append(record.ops)
        last = record.seq
    if last < sure:
        lost += sure - last
        last = sure
    return Replay(tuple(kept), last, lost)
