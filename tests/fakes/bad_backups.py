"""Backups that are none: made by chance, or on purpose with checksums that fit."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest

from quickdesk.storage.backups.backup import Saved, checksums_of, pack
from quickdesk.storage.snippets.shape import SNIPPETS

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TABLES = {"snippets": {"1": {"_id": "a1", "title": "t", "body": "b"}}}


@cache
def good() -> bytes:
    saved = [Saved(SNIPPETS, SNIPPETS.empty() | TABLES, {})]
    return pack(saved, checksums_of(saved), NOON)


def members() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(good())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return packed.getvalue()


def forged(
    content: Mapping[str, bytes] | None = None, method: int = zipfile.ZIP_DEFLATED, **manifest: Any
) -> bytes:
    """A backup whose checksums fit, whatever is in it."""
    real = members()
    content = {"snippets.json": real["snippets.json"]} if content is None else content
    about = json.loads(real["manifest.json"])
    about["files"] = {name: hashlib.blake2b(raw, digest_size=16).hexdigest() for name, raw in content.items()}
    return zipped({"manifest.json": json.dumps(about | manifest).encode(), **content}, method)


def with_manifest(change: Callable[[str], str]) -> bytes:
    real = members()
    text = change(real["manifest.json"].decode())
    return zipped({"manifest.json": text.encode(), "snippets.json": real["snippets.json"]})


def spoilt(raw: bytes, first: int = 0x60, last: int = 0x90) -> bytes:
    return raw[:first] + bytes(byte ^ 0x5A for byte in raw[first:last]) + raw[last:]


def encrypted(raw: bytes) -> bytes:
    return raw.replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\x01")


def many_members(number: int) -> bytes:
    return zipped({"manifest.json": members()["manifest.json"], **{f"{each}": b"" for each in range(number)}})


def with_two_of_a_name() -> bytes:
    packed = io.BytesIO(good())
    with zipfile.ZipFile(packed, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("snippets.json", b"{}")
    return packed.getvalue()


BAD: dict[str, Callable[[], bytes]] = {
    "version beyond all numbers": lambda: with_manifest(lambda text: text.replace('n": 1', 'n": 1e999')),
    "version that is none": lambda: with_manifest(lambda text: text.replace('n": 1', 'n": NaN')),
    "version of 5,000 digits": lambda: with_manifest(lambda text: text.replace('n": 1', f'n": {"9" * 5000}')),
    "version below all": lambda: forged(version=-1),
    "version in a text": lambda: forged(version="1"),
    "version true": lambda: forged(version=True),
    "before the first moment": lambda: forged(at="0001-01-01T00:00:00+14:00"),
    "after the last moment": lambda: forged(at="9999-12-31T23:59:59-14:00"),
    "files that name nothing": lambda: forged(files=[[[1], 2]]),
    "files that are numbers": lambda: forged(files=[[1, 2]]),
    "another manifest": lambda: zipped({"manifest.json": b'["quickdesk-backup"]'}),
    "deep manifest": lambda: zipped({"manifest.json": b"[" * 900_000}),
    "large manifest": lambda: zipped({"manifest.json": b" " * 30_000_000}),
    "a member that is not there": lambda: forged(files={"../../evil": "0" * 32}),
    "lzma": lambda: forged(method=zipfile.ZIP_LZMA),
    "spoilt lzma": lambda: spoilt(forged(method=zipfile.ZIP_LZMA)),
    "spoilt bzip2": lambda: spoilt(forged(method=zipfile.ZIP_BZIP2)),
    "a name in no known letters": lambda: forged({"é": b"x"}).replace("é".encode(), b"\xff\xfe"),
    "encrypted": lambda: encrypted(good()),
    "two of one name": with_two_of_a_name,
    "too many members": lambda: many_members(1001),
    "a list of members of 3 MB": lambda: many_members(40_000),
    "packed too tightly": lambda: forged({"snippets.json": b" " * (64 << 20)}),
    "deep": lambda: forged({"snippets.json": b'{"snippets":' + b"[" * 300}),
    "very many objects": lambda: forged({"other.json": b"{}," * 6_100_000}),
    "very many numbers": lambda: forged({"other.json": b"1," * 24_100_000}, zipfile.ZIP_STORED),
    "cut off": lambda: good()[:-30],
    "empty": lambda: b"",
    "no zip": lambda: b"\0" * 100,
    "only the end of a zip": lambda: b"PK\x05\x06" + bytes(18),
    "a list of members before the file": lambda: good()[:-10] + b"\xff\xff\xff\xff" + good()[-6:],
}
