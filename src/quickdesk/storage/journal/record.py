"""The bytes of a journal: a header line, then one line for each transaction, in the order in which they came.

``quickdesk-journal 2 snippets 7 41 <id> <mac>`` says: version 2, of the kind snippets, generation 7, after
41 records in the one before. ``<mac> [seq, synced, ops]`` is a transaction: its number from 1, how many
were surely on the disk when it was written, and what it does. Every checksum is BLAKE2b keyed with the
journal's id, so that what another journal left on the disk is never taken for a part of this one. The last
eight digits of the id are the journal's name. Since version 2 its first eight are the last name in the
snapshot with which the run began, and the next eight the name of the journal before: see
:mod:`quickdesk.storage.journal.lineage`. In version 1 the whole id is random.
The header line keeps its form in all versions to come: so a newer journal is told from a damaged one.
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
NO_NAME = "0" * 8
"""Stands for the journal before the first."""
_MAGIC = b"quickdesk-journal"
_PARTS = 7
_ID_LENGTH = 32
_DIGEST_BYTES = 8
_MAC_LENGTH = 2 * _DIGEST_BYTES
_OPS_AT_A_TIME = 256
_BETWEEN = b"\t"
_LONGEST_HEADER = 160
"""Bytes; with the longest numbers and name it has some fewer."""


def put(table: str, key: str, document: Document) -> Op:
    """Store a document, new or in the place of the old one."""
    return (PUT, table, key, document)


def delete(table: str, key: str) -> Op:
    """Take a document out."""
    return (DELETE, table, key)


def require_storable(op: Op) -> None:
    """Raise ValueError for an operation on a key or a table that no document can have."""
    if not is_number_key(op[2]):
        raise ValueError("the key of a document is a whole number")
    if op[1] in (META, TAIL):
        raise ValueError("a table of this name is not for documents")


@dataclass(frozen=True, slots=True)
class Header:
    """The first line. ``before`` counts the records of the one before; ``id`` is 32 hexadecimal digits."""

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
    """One transaction. ``synced`` records were surely on the disk before it was written."""

    seq: int
    synced: int
    ops: Ops


@dataclass(frozen=True, slots=True)
class Journal:
    """What can be read of a journal, records by their number. Without a header: ``is_blank`` when it never
    got as far as to hold one, and so nothing that was acknowledged. ``bad_lines`` counts whole lines that are
    no record and that no power cut leaves behind: what was not yet written is zeros, and JSON has none.
    """

    header: Header | None
    records: tuple[Record, ...] = ()
    is_blank: bool = False
    bad_lines: int = 0


def encode_header(header: Header) -> bytes:
    """Return the first line."""
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
    """Return the line of a transaction, an empty one before it: one byte gone wrong joins no two of them."""
    if len(record.ops) <= _OPS_AT_A_TIME:
        body = to_json([record.seq, record.synced, record.ops])
        return b"\n%s %s\n" % (_mac(header.id, body), body)
    pieces = list(_pieces(record))
    # Joined once: each copy of a large one would hold every other thread up.
    return b"".join((b"\n", _mac(header.id, *pieces), b" ", *pieces, b"\n"))


def _pieces(record: Record) -> Iterator[bytes]:
    """Write a large transaction a few operations at a time, tabs between them: no text has one in it."""
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
    """Read what is whole; raises NewerError."""
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
    """Return the header with which a file begins, None where none can be read; raises NewerError."""
    end = beginning.find(b"\n")
    return _header(beginning[:end]) if end >= 0 else None


def _header(line: bytes) -> Header | None:
    parts = line.split(b" ")
    if len(parts) != _PARTS or parts[0] != _MAGIC or len(parts[5]) != _ID_LENGTH:
        return None
    if parts[6] != _mac(parts[5], b" ".join(parts[:6])):
        return None
    if int(parts[1]) > VERSION:
        raise NewerError(int(parts[1]))
    return Header(parts[2].decode(), int(parts[3]), int(parts[4]), parts[5], int(parts[1]))


def _is_blank(raw: bytes, end: int) -> bool:
    """Whether it is a header that was never finished: some of its bytes, zeros in the place of others.

    Records are written when the header is on the disk: where nothing follows it, nothing was lost.
    """
    is_alone = end in (-1, len(raw) - 1) or not raw[end + 1 :].strip(b"\0")
    is_begun = all(found in (0, wanted) for found, wanted in zip(raw, _MAGIC, strict=False))
    return is_alone and is_begun and len(raw) <= _LONGEST_HEADER


def _lines(raw: bytes, start: int) -> Iterator[bytes]:
    """Return the whole lines, without the empty ones."""
    while (end := raw.find(b"\n", start)) >= 0:
        if end > start:
            yield raw[start:end]
        start = end + 1


def _whole(header: Header, line: bytes) -> Record | None:
    """Return the transaction of a line; None where its checksum does not fit."""
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
    """Decide. ``before_next`` is what the journal after it says of this one, None where it says nothing;
    ``marked`` is how many records the sync mark knows to have been on the disk.

    What stands beyond ``before_next`` was taken back by the program after a write that failed.
    """
    records = journal.records
    synced = max((each.synced for each in records), default=0)
    if before_next is not None and before_next < synced:
        # An earlier version said 0 of a journal that was in a snapshot when the next one was begun.
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
