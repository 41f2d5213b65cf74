"""The encrypted kind of customers on a disk in memory."""

import hashlib
import json
import re
from base64 import b64decode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from quickdesk.storage.document import Document
from quickdesk.storage.format import Contents
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.opening import Loaded, load, load_and_repair
from quickdesk.storage.journal.scan import scan
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.protection.cipher import Cipher
from quickdesk.storage.protection.keys import KeyRing
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import FOLDER, engine_of

FILE = FOLDER / CUSTOMERS.file_name
MARKER = "Zhangwei-13800138000"


def customers(number: int) -> list[Document]:
    return [{"name": f"{MARKER} {n}"} for n in range(number)]


def opened(disk: MemoryDisk, keys: KeyRing) -> Engine:
    files = Files(disk, FOLDER, CUSTOMERS.name, Cipher(CUSTOMERS.name, keys))
    return engine_of(load_and_repair(files, CUSTOMERS, scan(files, CUSTOMERS)))


def read(disk: MemoryDisk, keys: KeyRing) -> Loaded:
    files = Files(disk, FOLDER, CUSTOMERS.name, Cipher(CUSTOMERS.name, keys))
    return load(files, CUSTOMERS, scan(files, CUSTOMERS))


def traces(disk: MemoryDisk) -> list[str]:
    """Return the names of the files that contain the marker, in any of its parts."""
    words = [part.encode() for part in MARKER.split("-")]
    return [path.name for path in disk.names_now if any(word in disk.read(path) for word in words)]


def everything_in(raw: bytes, keys: KeyRing) -> str:
    """Return all that can be decrypted in a file with the current key, in its places."""
    found = [raw.decode(errors="replace")]
    places = _places(raw)
    key = AESGCM(keys.current().secret)
    for text in re.findall(rb'"e":"([A-Za-z0-9+/=]+)"', raw):
        sealed = b64decode(text)
        for place in places:
            try:
                found.append(key.decrypt(sealed[:12], sealed[12:], place).decode())
            except InvalidTag:
                continue
    return "\n".join(found)


def _places(raw: bytes) -> list[bytes]:
    file = re.search(rb'"file":"([0-9a-f]+)"', raw)
    log = re.match(rb"quickdesk-journal \d+ \w+ \d+ \d+ ([0-9a-f]{32})", raw)
    places: list[list[str | int]] = []
    if file:
        tables = ("customers", "notes", "history")
        places += [["block", file[1].decode(), name, n] for name in tables for n in range(1, 5)]
    if log:
        places += [["journal", log[1].decode(), seq, 0, 1] for seq in range(1, 20)]
    return [json.dumps(["customers", *each], separators=(",", ":")).encode() for each in places]


def contents_of(number: int, word: str = "name") -> Contents:
    table = {str(n): {"name": f"{MARKER} {word} {n}"} for n in range(1, number + 1)}
    return Contents({"customers": table, "notes": {}}, {}, 1)


def renumbered(line: bytes, place: bytes) -> bytes:
    """Return a block with the number, and the comma before it, of another one."""
    return place[: place.index(b":")] + line[line.index(b":") :]


def with_checksum(raw: bytes) -> bytes:
    body = raw[: raw.rindex(b',"_tail"')]
    digest = hashlib.blake2b(body, digest_size=16).hexdigest().encode()
    return body + b',"_tail":{"1":{"blake2b":"%s"}}}' % digest


def reencoded(header: bytes, record: bytes, texts: bytes) -> bytes:
    """Return a record with other texts, and the right checksum."""
    body = record.split(b" ", 1)[1].rstrip(b"\n")
    body = body[: body.index(b"[{")] + texts.rstrip(b"\n")
    key = header.split(b" ")[5]
    mac = hashlib.blake2b(body, digest_size=8, key=key).hexdigest().encode()
    return mac + b" " + body
