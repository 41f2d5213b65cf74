"""Reading the bytes of a backup, whatever they are: within limits, and with no errors but those declared."""

import io
import json
import random
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.storage.backups.backup import NoBackupError, Saved, checksums_of, pack, unpack
from quickdesk.storage.format import DamagedError, NewerError
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.fakes.bad_backups import BAD, NOON, forged, good, members


def read(raw: bytes) -> object:
    return unpack(io.BytesIO(raw), (SNIPPETS,))


def test_what_is_forged_for_the_tests_is_a_backup_but_for_its_fault() -> None:
    assert read(good()) == read(forged())
    assert read(forged(method=zipfile.ZIP_STORED)) == read(forged())


@pytest.mark.parametrize("name", BAD)
def test_a_bad_backup_is_refused(name: str) -> None:
    with pytest.raises((NoBackupError, DamagedError)):
        read(BAD[name]())


ABOUT = b'{"_meta":{"1":{"format":"quickdesk-snippets","version":2}},'
FORGED_DATA = {
    "no object": b"[]",
    "a table that is a number": ABOUT + b'"snippets":7}',
    "nothing about the next keys": ABOUT + b'"snippets":{}}',
    "a table whose name is a list": b'{"_meta":{"1":{}}\n,[]:{\n}\n},"_tail":{}}',
    "a table twice, first a number": b'{"_meta":{"1":{}},"t":5\n,"t":{\n"1":{}\n}\n},"_tail":{}}',
    "no UTF-8": b'{"snippets":{"1":{"title":"\xff"}}}',
    "nothing": b"",
}


@pytest.mark.parametrize("name", FORGED_DATA)
def test_data_that_are_not_ours_are_refused_although_the_checksum_fits(name: str) -> None:
    with pytest.raises(DamagedError):
        read(forged({"snippets.json": FORGED_DATA[name]}))


ERRORS = (NoBackupError, DamagedError, NewerError)


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_whatever_becomes_of_a_backup_only_those_errors_come_of_it(chance: random.Random) -> None:
    raw = bytearray(good())
    for _ in range(chance.randint(1, 4)):
        # The list of the members at the end is what zipfile believes.
        place = chance.choice((chance.randrange(len(raw)), max(0, len(raw) - chance.randrange(1, 150))))
        new = chance.choice((b"", b"\xff" * 4, b"\0" * 4, chance.randbytes(chance.randint(1, 8))))
        raw[place : place + chance.choice((0, len(new), chance.randint(0, 30)))] = new
    with suppress(*ERRORS):
        read(bytes(raw))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None)
@given(JSON, JSON, JSON, st.dictionaries(st.sampled_from(["_meta", "snippets", "history", "t"]), JSON))
def test_whatever_a_manifest_and_the_data_say_only_those_errors_come_of_it(
    version: object, at: object, files: object, data: object
) -> None:
    raw = json.dumps(data).encode()
    for each in (
        forged({"snippets.json": raw}),
        forged(version=version),
        forged(at=at),
        forged(files=files),
    ):
        with suppress(*ERRORS):
            read(each)


def test_a_disk_that_fails_is_no_damage() -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError("broken")

    with pytest.raises(OSError, match="broken"):
        unpack(Failing(good()), ())


@pytest.mark.parametrize(
    "content",
    [
        b'{"snippets":{}' + b" " * (80 << 20),
        b'{"_meta":{"1":{}}\n,"snippets":{\n' + (b'"1":"%s"\n' % (b"x" * 1000)) * (80 << 10),
    ],
    ids=["one line", "many lines"],
)
def test_refusing_a_large_forged_backup_needs_little_memory(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "forged.zip"
    path.write_bytes(forged({"snippets.json": content}, zipfile.ZIP_STORED))
    tracemalloc.start()
    try:
        with path.open("rb") as file:
            unpack(file, ())
            with pytest.raises(DamagedError):
                unpack(file, (SNIPPETS,))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 64 << 20


def test_a_backup_whose_files_have_a_single_line_is_read() -> None:
    text = members()["snippets.json"].replace(b"\n", b"")
    assert read(forged({"snippets.json": text})).tables == read(good()).tables  # type: ignore[attr-defined]


def test_data_that_can_be_packed_very_tightly_can_be_read_again() -> None:
    saved = [Saved(SNIPPETS, {"snippets": {"1": {"_id": "a", "title": "t", "body": "哈" * (12 << 20)}}}, {})]
    found = unpack(io.BytesIO(pack(saved, checksums_of(saved), NOON)), (SNIPPETS,))
    assert found.tables["snippets"]["snippets"] == saved[0].tables["snippets"]
