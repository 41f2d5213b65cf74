"""Files that are no backups, or bad ones, made by chance or on purpose: refused, set aside, and no more."""

import hashlib
import io
import json
import os
import random
import stat
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.commands.checker import Fault
from quickdesk.commands.vault import BackupError, BackupFlaw
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.backups import backup as backup_module
from quickdesk.storage.backups.backup import NoBackupError, Saved, checksums_of, pack, unpack
from quickdesk.storage.backups.rotation import name_of
from quickdesk.storage.backups.shelf import Shelf
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.format import DamagedError, NewerError
from quickdesk.storage.open import open_stores
from quickdesk.storage.snippets.shape import SNIPPETS

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=2)
REPLY = Snippet("a1", "退款😀", "文\ud800", "tk", ("售后",), ("退",))
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


def test_bad_backups_are_set_aside_and_the_others_go_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    quick = [make for name, make in BAD.items() if not name.startswith("very many")]
    bad = {name_of(LATER + timedelta(minutes=each)): make() for each, make in enumerate(quick)}
    folder = tmp_path / "backups"
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(REPLY,)))
        vault = stores.vault(tmp_path)
        first = Path(str(vault.rotate(NOON))).name
        for name, raw in bad.items():
            (folder / name).write_bytes(raw)
        checked = stores.checker(tmp_path).check()
        assert checked.backups == 1
        assert {Path(each.path).name for each in checked.findings} == set(bad)
        assert all(each.fault is Fault.BACKUP and each.is_mended for each in checked.findings)
        for name in bad:
            (folder / f"{name}.damaged-1").rename(folder / name)
        assert vault.rotate(LATER) is None, "the one before them has all that is there"
        assert {each.name for each in folder.iterdir()} == {first, *(f"{name}.damaged-1" for name in bad)}
        vault.close()
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        f"damaged backup: {name}" for name in reversed(bad)
    ]
    caplog.clear()


def test_a_folder_a_pipe_and_a_device_in_the_place_of_a_backup_stop_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    (folder / name_of(LATER)).mkdir(parents=True)
    os.mkfifo(folder / name_of(LATER + timedelta(hours=1)))
    (folder / name_of(LATER + timedelta(hours=2))).symlink_to("/dev/zero")
    (folder / name_of(LATER + timedelta(hours=3))).symlink_to(name_of(LATER + timedelta(hours=3)))
    with open_stores(tmp_path) as stores:
        vault = stores.vault(tmp_path)
        assert vault.rotate(NOON) is not None
        assert vault.rotate(NOON + timedelta(hours=1)) is None
        assert stores.checker(tmp_path).check().backups == 1
        vault.close()
    assert stat.S_ISFIFO((folder / f"{name_of(LATER + timedelta(hours=1))}.damaged-1").stat().st_mode)


def test_a_file_of_100_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "backups" / name_of(NOON)
    path.parent.mkdir()
    path.touch()
    os.truncate(path, 100 << 30)
    assert not Shelf(LocalDisk(), tmp_path).is_whole(path.name)


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


def test_a_backup_whose_files_stand_on_one_line_is_read_as_ever() -> None:
    text = members()["snippets.json"].replace(b"\n", b"")
    assert read(forged({"snippets.json": text})).tables == read(good()).tables  # type: ignore[attr-defined]


def test_data_that_can_be_packed_very_tightly_can_be_read_again() -> None:
    saved = [Saved(SNIPPETS, {"snippets": {"1": {"_id": "a", "title": "t", "body": "哈" * (12 << 20)}}}, {})]
    found = unpack(io.BytesIO(pack(saved, checksums_of(saved), NOON)), (SNIPPETS,))
    assert found.tables["snippets"]["snippets"] == saved[0].tables["snippets"]


def test_more_data_than_a_backup_can_hold_make_none_and_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_module, "MOST_UNPACKED_BYTES", 2000)
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(REPLY,)))
        vault = stores.vault(tmp_path)
        assert vault.rotate(NOON) is not None
        stores.snippets.apply(Change(put=(Snippet("b2", "t", "b" * 3000),)))
        with pytest.raises(BackupError) as found:
            vault.rotate(LATER)
        assert found.value.flaw is BackupFlaw.TOO_LARGE
        vault.close()
    assert [each.name for each in (tmp_path / "backups").iterdir()] == [name_of(NOON)]
