"""A journal cut off anywhere, any bit of any file turned over: never an exception, never invented data."""

import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from quickdesk.replies.store import StoreError
from quickdesk.storage.document import Document
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.opening import Loaded
from quickdesk.storage.journal.record import delete, put
from quickdesk.storage.journal.sync_mark import decode_mark, encode_mark
from tests.fakes.disk import File, MemoryDisk
from tests.fakes.engine import FOLDER, commit, documents, opened, read, settled

JOURNAL, MARK = FOLDER / "plain.1.log", FOLDER / "plain.mark"
State = dict[str, Document]


def written(count: int, disk: MemoryDisk) -> list[State]:
    """Write transactions of one to three changes and return the state after each."""
    chance = random.Random(7)
    engine = opened(disk)
    states = [documents(engine)]
    for number in range(count):
        ops = [put("t", str(chance.randint(1, 30)), {"n": number, "text": "文\0" * chance.randint(0, 4)})]
        ops += [delete("t", str(chance.randint(1, 30)))] * chance.randint(0, 1)
        commit(engine, ops)
        states.append(documents(engine))
    return states


def files_of(disk: MemoryDisk) -> dict[Path, bytes]:
    return {path: file.data for path, file in disk.names_now.items()}


def disk_with(files: dict[Path, bytes]) -> MemoryDisk:
    return MemoryDisk({path: File(data) for path, data in files.items()})


def is_told(loaded: Loaded) -> bool:
    return bool(loaded.losses) or loaded.recovery is not None


def test_cut_off_at_any_byte_it_holds_every_whole_transaction_before() -> None:
    disk = MemoryDisk()
    states = written(40, disk)
    raw = disk.names_now[JOURNAL].data
    ends = [m.end() for m in re.finditer(rb"[^\n]\n", raw)]
    assert len(ends) == 41
    for length in range(len(raw) + 1):
        loaded = settled(disk_with({JOURNAL: raw[:length]}))
        whole = max(0, sum(1 for end in ends if end <= length) - 1)
        assert documents(loaded) == states[whole], length
        assert not is_told(loaded), length


@pytest.mark.parametrize("rest", [b"\0" * 5000, b"\n", b"\xff" * 33, b"ab\0\0\n"])
def test_what_a_power_cut_may_add_at_the_end_is_passed_over(rest: bytes) -> None:
    disk = MemoryDisk()
    states = written(5, disk)
    loaded = settled(disk_with({JOURNAL: disk.names_now[JOURNAL].data + rest}))
    assert documents(loaded) == states[-1]
    assert not is_told(loaded)


def test_whole_lines_that_are_no_records_are_kept_and_reported() -> None:
    disk = MemoryDisk()
    states = written(5, disk)
    raw = disk.names_now[JOURNAL].data + b"{}\n[]\n"
    disk = disk_with({JOURNAL: raw})
    loaded = settled(disk)
    assert documents(loaded) == states[-1]
    assert [(each.path, each.changes) for each in loaded.losses] == [(JOURNAL, None)]
    (copy,) = loaded.losses[0].set_aside
    assert disk.names_now[copy].data == raw


def test_the_newest_journal_cut_off_at_any_byte_is_reported_with_what_is_missing() -> None:
    disk = MemoryDisk()
    states = written(12, disk)
    files = files_of(disk)
    raw = files[JOURNAL]
    for length in range(len(raw)):
        loaded = settled(disk_with({**files, JOURNAL: raw[:length]}))
        whole = states.index(documents(loaded))
        assert [each.changes for each in loaded.losses] == [12 - whole] * (whole < 12), length
    assert not is_told(settled(disk_with(files)))


@pytest.mark.parametrize("damage", ["emptied", "zeros", "gone"])
def test_the_newest_journal_without_a_header_is_reported(damage: str) -> None:
    disk = MemoryDisk()
    written(6, disk)
    files = files_of(disk)
    raw = files.pop(JOURNAL)
    if damage != "gone":
        files[JOURNAL] = b"" if damage == "emptied" else bytes(len(raw))
    loaded = settled(disk_with(files))
    assert [each.changes for each in loaded.losses] == [6]
    again = opened(disk_with(files))
    commit(again, [put("t", "1", {})])
    again.close()
    assert not is_told(settled(disk_with(files_of_engine(again))))


def files_of_engine(engine: Engine) -> dict[Path, bytes]:
    disk = engine.files.disk
    return {FOLDER / name: disk.read(FOLDER / name) for name in disk.names(FOLDER)}


def test_zeros_longer_than_any_header_are_damage_also_without_a_mark() -> None:
    for zeros in (100, 5000):
        loaded = settled(disk_with({JOURNAL: bytes(zeros)}))
        assert len(loaded.losses) == (zeros == 5000)


@pytest.mark.parametrize("what", ["gone", "garbage", "torn", "old", "of another kind", "of another journal"])
def test_a_mark_that_says_nothing_of_this_journal_raises_no_alarm(what: str) -> None:
    disk = MemoryDisk()
    states = written(6, disk)
    files = files_of(disk)
    good = decode_mark(files[MARK])
    assert good is not None
    assert good.records == 6
    files[MARK] = {
        "gone": b"",
        "garbage": b"quickdesk-mark 1 plain 1 x 9 0123456789abcdef\n",
        "torn": files[MARK][:60] + bytes(60),
        "old": encode_mark(replace(good, records=2)),
        "of another kind": encode_mark(replace(good, kind="other", records=9)),
        "of another journal": encode_mark(replace(good, id=b"f" * 32, records=9)),
    }[what]
    if what == "gone":
        del files[MARK]
    loaded = settled(disk_with(files))
    assert documents(loaded) == states[-1]
    assert not is_told(loaded)


def test_a_mark_newer_than_everything_in_the_folder_is_reported_once_it_was_read() -> None:
    disk = MemoryDisk()
    written(3, disk)
    old = files_of(disk)
    engine = opened(disk)
    commit(engine, [put("t", "1", {})])
    disk = disk_with({**old, MARK: disk.names_now[MARK].data})
    assert [each.changes for each in settled(disk).losses] == [1]
    assert not is_told(settled(disk))


@pytest.mark.parametrize("content", [b"", b"garbage"])
def test_a_mark_alone_says_that_a_journal_was_there(content: bytes) -> None:
    loaded = settled(disk_with({MARK: content}))
    assert [(each.path, each.changes) for each in loaded.losses] == [(JOURNAL, None)]
    assert not loaded.is_new


@pytest.mark.parametrize("content", [b"quickdesk-mark 1 plain", b"x\n", b"{}"])
def test_a_short_journal_that_does_not_begin_as_one_is_damage(content: bytes) -> None:
    assert [each.path for each in settled(disk_with({JOURNAL: content})).losses] == [JOURNAL]


def flipped(files: dict[Path, bytes], chance: random.Random, *places: Path) -> dict[Path, bytes]:
    path = chance.choice(places)
    data = bytearray(files[path])
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return {**files, path: bytes(data)}


def judged(files: dict[Path, bytes], states: list[State]) -> str:
    try:
        loaded = read(disk_with(files))
    except StoreError:
        return "refused"
    found = documents(loaded)
    known = {(key, repr(document)) for state in states for key, document in state.items()}
    assert all((key, repr(document)) in known for key, document in found.items()), "invented"
    if found == states[-1]:
        return "whole"
    if is_told(loaded):
        return "reported"
    return "silent"


def test_a_flipped_bit_in_a_journal_is_reported_and_invents_nothing() -> None:
    disk = MemoryDisk()
    states = written(60, disk)
    chance = random.Random(11)
    files = files_of(disk)
    outcomes = Counter(judged(flipped(files, chance, JOURNAL), states) for _ in range(2500))
    assert outcomes["reported"] > 700
    assert outcomes["reported"] + outcomes["whole"] > 2350  # a later change may hide what was lost
    assert outcomes["silent"] == 0
    assert outcomes["refused"] == 0


def with_two_snapshots() -> tuple[dict[Path, bytes], list[State]]:
    disk = MemoryDisk()
    states = written(20, disk)
    for number in (100, 200):
        engine = opened(disk)
        engine.compact()
        commit(engine, [put("t", "5", {"n": number})])
        states.append(documents(engine))
    engine.compact()
    for number in range(300, 310):
        commit(engine, [put("t", str(number % 7 + 1), {"n": number})])
        states.append(documents(engine))
    return files_of(disk), states


def test_a_rotten_snapshot_loses_nothing() -> None:
    files, states = with_two_snapshots()
    chance = random.Random(12)
    for _ in range(1500):
        loaded = read(disk_with(flipped(files, chance, FOLDER / "plain.json")))
        assert documents(loaded) == states[-1]
        assert loaded.recovery is not None
        assert loaded.recovery.lost_nothing


def test_a_rotten_snapshot_loses_nothing_after_runs_of_every_end() -> None:
    disk = MemoryDisk()
    for number in range(4):
        engine = opened(disk)
        commit(engine, [put("t", str(number + 1), {"n": number})])
        if number < 3:
            engine.close()
    files = files_of(disk)
    files[FOLDER / "plain.json"] = b"rotten"
    loaded = settled(disk_with(files))
    assert sorted(documents(loaded)) == ["1", "2", "3", "4"]
    assert loaded.recovery is not None
    assert loaded.recovery.lost_nothing


def test_a_flipped_bit_in_any_file_is_reported_if_anything_is_missing() -> None:
    files, states = with_two_snapshots()
    chance = random.Random(13)
    outcomes = Counter(judged(flipped(files, chance, *files), states) for _ in range(1000))
    assert outcomes["whole"] > 700
    assert outcomes["silent"] == 0
    assert outcomes["refused"] == 0


def test_what_is_lost_is_counted_set_aside_and_reported_once() -> None:
    disk = MemoryDisk()
    written(12, disk)
    lines = [line for line in disk.names_now[JOURNAL].data.splitlines(keepends=True) if line.strip()]
    damaged = b"".join([*lines[:3], b"x" + lines[3][1:], b"", *lines[5:]])
    disk = disk_with({JOURNAL: damaged})
    loaded = settled(disk)
    assert [(each.kind, each.path, each.changes) for each in loaded.losses] == [("plain", JOURNAL, 2)]
    (copy,) = loaded.losses[0].set_aside
    assert disk.names_now[copy].data == damaged
    again = settled(disk)
    assert documents(again) == documents(loaded)
    assert not is_told(again)


def test_a_missing_journal_is_reported() -> None:
    files, _ = with_two_snapshots()
    last = max(path for path in files if path.suffix == ".log")
    del files[last]
    loaded = settled(disk_with(files))
    assert [(each.path, each.changes) for each in loaded.losses] == [(last, 10)]
    del files[MARK]
    loaded = settled(disk_with(files))
    assert [(each.path, each.changes) for each in loaded.losses] == [(last, None)]
    for first in (2, 3):
        loaded = settled(disk_with({FOLDER / f"plain.{first}.log": files_of(disk_after(1))[JOURNAL]}))
        assert [each.path for each in loaded.losses][-1] == JOURNAL


def disk_after(count: int) -> MemoryDisk:
    disk = MemoryDisk()
    written(count, disk)
    return disk


def test_the_missing_end_of_an_earlier_journal_is_reported() -> None:
    disk = disk_after(6)
    engine = opened(disk)
    commit(engine, [put("t", "99", {})])
    raw = disk.names_now[JOURNAL].data
    disk.names_now[JOURNAL].data = raw[: raw.rindex(b"\n\n") + 1]
    loaded = settled(disk)
    assert [each.changes for each in loaded.losses] == [1]
    assert "99" in documents(loaded)


@pytest.mark.parametrize("kind", ["newer", "another kind", "another place"])
def test_a_journal_that_does_not_belong_here(kind: str) -> None:
    from quickdesk.storage.journal import record

    header = record.Header(
        "plain" if kind != "another kind" else "other", 1 if kind != "another place" else 5, 0, b"a" * 32
    )
    first = record.encode_header(header)
    if kind == "newer":
        line = b" ".join(
            [*first.split(b" ")[:1], b"%d" % (record.ENCRYPTED_VERSION + 1), *first.split(b" ")[2:6]]
        )
        first = line + b" " + record._mac(b"a" * 32, line) + b"\n"
    disk = disk_with(
        {JOURNAL: first + record.encode_record(header, record.Record(1, 0, [put("t", "1", {})]))}
    )
    before = files_of(disk)
    if kind == "newer":
        with pytest.raises(StoreError):
            settled(disk)
        assert files_of(disk) == before
    else:
        loaded = settled(disk)
        assert documents(loaded) == {}
        assert len(loaded.losses) == 1
