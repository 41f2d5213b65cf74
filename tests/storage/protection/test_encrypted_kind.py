"""An encrypted kind of data on a disk: no content is readable, and without the key nothing is touched."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.format import encode, pieces
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Header, Record, delete, encode_header, encode_record, put
from quickdesk.storage.journal.record import read as read_journal
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.protection.cipher import Cipher
from quickdesk.storage.rewriting import rewrite
from tests.fakes.disk import MemoryDisk, PowerCut
from tests.fakes.encrypted import (
    FILE,
    MARKER,
    contents_of,
    customers,
    everything_in,
    opened,
    read,
    reencoded,
    renumbered,
    traces,
    with_checksum,
)
from tests.fakes.engine import FOLDER, add, commit, documents
from tests.fakes.key_ring import FakeKeyRing, key_number


def ring() -> FakeKeyRing:
    return FakeKeyRing(key_number(1))


def names(engine: Engine) -> list[str]:
    return [each["name"] for each in documents(engine, "customers").values()]


class TestContent:
    def test_is_in_no_file_at_any_time(self) -> None:
        disk, keys = MemoryDisk(), ring()
        engine = opened(disk, keys)
        add(engine, "customers", *customers(600))
        assert traces(disk) == []
        engine.compact()
        commit(engine, [put("customers", "9999999", {"name": MARKER})])
        assert traces(disk) == []
        killed = opened(disk.after_kill(), keys)
        assert len(names(killed)) == 601
        assert traces(disk.after_kill()) == []
        killed.close()
        again = opened(disk, keys)
        again.close()
        assert len(names(opened(disk, keys))) == 601
        assert traces(disk) == []

    def test_is_in_no_file_wherever_the_program_ends(self) -> None:
        at, is_over = 0, False
        while not is_over:
            at += 3
            disk, keys = MemoryDisk(fail_at=at, error=PowerCut()), ring()
            try:
                engine = opened(disk, keys)
                add(engine, "customers", *customers(300))
                engine.compact()
                add(engine, "customers", *customers(2))
                engine.close()
                is_over = True
            except PowerCut:
                disk.fail_at = None
            assert traces(disk) == []
            again = opened(disk.after_kill(), keys)
            assert len(names(again)) in (0, 300, 302)

    def test_the_files_are_json_as_tinydb_reads_it(self) -> None:
        disk = MemoryDisk()
        engine = opened(disk, ring())
        add(engine, "customers", *customers(600))
        engine.close()

        data = json.loads(disk.read(FILE))

        assert list(data["customers"]) == ["1", "2", "3"]
        assert all(set(block) == {"e"} for block in data["customers"].values())


class TestKey:
    @pytest.mark.parametrize(
        ("problem", "lose"),
        [(StoreProblem.LOCKED, False), (StoreProblem.KEY_MISSING, True)],
    )
    @pytest.mark.parametrize("is_closed", [True, False])
    def test_without_it_nothing_is_touched(
        self, problem: StoreProblem, *, lose: bool, is_closed: bool
    ) -> None:
        disk, keys = MemoryDisk(), ring()
        engine = opened(disk, keys)
        add(engine, "customers", *customers(3))
        if is_closed:
            engine.close()
        before = {path: disk.read(path) for path in disk.names_now}
        locked = FakeKeyRing() if lose else ring()
        locked.is_locked = not lose

        for _ in range(2):
            with pytest.raises(StoreError) as caught:
                opened(disk, locked)
            assert caught.value.problem is problem
        with pytest.raises(StoreError):
            read(disk, locked)

        assert {path: disk.read(path) for path in disk.names_now} == before
        assert len(names(opened(disk, keys))) == 3

    def test_another_key_is_a_missing_one(self) -> None:
        disk = MemoryDisk()
        engine = opened(disk, ring())
        add(engine, "customers", *customers(3))
        engine.close()

        with pytest.raises(StoreError) as caught:
            opened(disk, FakeKeyRing(key_number(2)))

        assert caught.value.problem is StoreProblem.KEY_MISSING

    def test_none_is_asked_for_as_long_as_there_are_no_data(self) -> None:
        keys = FakeKeyRing()
        engine = opened(MemoryDisk(), keys)
        engine.close()

        assert keys.asked == 0

    def test_a_change_without_it_is_refused_and_changes_nothing(self) -> None:
        keys = FakeKeyRing()
        keys.is_locked = True
        disk = MemoryDisk()
        engine = opened(disk, keys)

        with pytest.raises(StoreError) as caught:
            add(engine, "customers", {"name": "王"})

        assert caught.value.problem is StoreProblem.LOCKED
        assert names(engine) == []
        keys.is_locked = False
        add(engine, "customers", {"name": "李"})
        assert names(opened(disk.after_kill(), keys)) == ["李"]

    def test_a_changed_one_is_used_after_two_snapshots_and_the_old_one_is_not_needed(self) -> None:
        disk, keys = MemoryDisk(), ring()
        engine = opened(disk, keys)
        add(engine, "customers", *customers(3))
        engine.compact()
        keys.change()
        add(engine, "customers", {"name": "old key"})
        rewrite(engine)
        add(engine, "customers", {"name": "new key"})
        keys.forget_earlier()

        for found in (disk.after_kill(), disk):
            found.remove(FILE)
            again = opened(found, keys)
            assert len(names(again)) == 5

    def test_what_was_deleted_is_gone_after_a_rewrite_even_with_the_key(self) -> None:
        disk, keys = MemoryDisk(), ring()
        engine = opened(disk, keys)
        add(engine, "customers", {"name": MARKER}, {"name": "李"})
        key = next(iter(documents(engine, "customers")))
        commit(engine, [delete("customers", key)])
        rewrite(engine)

        left = [path for path in disk.names_now if MARKER in everything_in(disk.read(path), keys)]

        assert left == []
        assert names(opened(disk.after_kill(), keys)) == ["李"]


class TestPlainFiles:
    def test_one_that_exists_is_opened_and_encrypted_at_once(self) -> None:
        disk, keys = MemoryDisk(), ring()
        raw = encode(CUSTOMERS, {"customers": {"1": {"name": MARKER}}, "notes": {}})
        disk.write(FILE, raw)
        disk.write(FOLDER / "customers.json.prev", raw)
        header = Header("customers", 1, 0, b"a" * 32)
        record = encode_record(header, Record(1, 0, [put("customers", "2", {"name": MARKER + "2"})]))
        disk.write(FOLDER / "customers.1.log", encode_header(header) + record)

        engine = opened(disk, keys)

        assert names(engine) == [MARKER, MARKER + "2"]
        assert traces(disk) == []
        assert names(opened(disk.after_kill(), keys)) == [MARKER, MARKER + "2"]

    def test_one_made_by_hand_too(self) -> None:
        disk, keys = MemoryDisk(), ring()
        disk.write(FILE, json.dumps({"customers": {"1": {"name": MARKER}}}).encode())

        assert names(opened(disk, keys)) == [MARKER]
        assert traces(disk) == []

    @pytest.mark.parametrize("is_by_hand", [False, True])
    def test_one_in_the_place_of_encrypted_data_is_set_aside_and_reported(self, *, is_by_hand: bool) -> None:
        disk, keys = MemoryDisk(), ring()
        engine = opened(disk, keys)
        for number in range(2):
            add(engine, "customers", {"name": f"n{number}"})
            engine.compact()
        add(engine, "customers", {"name": "last"})
        tables = {"customers": {"1": {"name": "forged"}}, "notes": {}}
        raw = json.dumps(tables).encode() if is_by_hand else encode(CUSTOMERS, tables)
        disk.write(FILE, raw)

        loaded = read(disk, keys)
        again = opened(disk.after_kill(), keys)

        assert [each.path for each in loaded.foreign] == [FILE]
        assert names(again) == ["n0", "n1", "last"]

    def test_in_a_journal_of_encrypted_data_they_are_no_changes(self) -> None:
        disk, keys = MemoryDisk(), ring()
        engine = opened(disk, keys)
        add(engine, "customers", {"name": "n"})
        path = FOLDER / "customers.1.log"
        journal = read_journal(disk.read(path)).header
        assert journal is not None
        forged = encode_record(journal, Record(2, 1, [put("customers", "1", {"name": "forged"})]))
        disk.write(path, disk.read(path) + forged)

        assert names(opened(disk.after_kill(), keys)) == ["n"]

    def test_without_a_key_it_stays_as_it_is(self) -> None:
        disk, keys = MemoryDisk(), ring()
        keys.is_locked = True
        raw = encode(CUSTOMERS, {"customers": {"1": {"name": MARKER}}, "notes": {}})
        disk.write(FILE, raw)

        with pytest.raises(StoreError) as caught:
            opened(disk, keys)

        assert caught.value.problem is StoreProblem.LOCKED
        assert disk.read(FILE) == raw


class TestDamage:
    @settings(max_examples=60, deadline=None)
    @given(data=st.data())
    def test_of_the_only_snapshot_costs_the_blocks_it_is_in(self, data: st.DataObject) -> None:
        disk, keys = MemoryDisk(), ring()
        raw = b"".join(pieces(CUSTOMERS, contents_of(600), Cipher("customers", keys)))
        at = data.draw(st.integers(raw.index(b'"1":{"e"'), raw.index(b',"notes"') - 4))
        disk.write(FILE, raw[:at] + bytes([raw[at] ^ data.draw(st.integers(1, 255))]) + raw[at + 1 :])

        engine = opened(disk, keys)

        found = set(names(engine))
        everyone = {each["name"] for each in contents_of(600).tables["customers"].values()}
        assert found <= everyone
        assert len(found) >= 600 - 2 * 256
        assert FOLDER / "customers.json.damaged-1" in disk.names_now
        assert set(names(opened(disk.after_kill(), keys))) == found

    def test_with_a_previous_snapshot_loses_nothing(self) -> None:
        disk, keys = MemoryDisk(), ring()
        engine = opened(disk, keys)
        add(engine, "customers", *customers(600))
        engine.compact()
        engine.compact()
        raw = disk.read(FILE)
        disk.write(FILE, raw.replace(b'"e":"', b'"e":"A', 1))

        assert len(names(opened(disk.after_kill(), keys))) == 600

    @settings(max_examples=150, deadline=None)
    @given(which=st.integers(0, 5), at=st.integers(0, 10**6), bits=st.integers(1, 255))
    def test_of_one_byte_anywhere_invents_nothing_and_loses_no_snapshot(
        self, which: int, at: int, bits: int
    ) -> None:
        disk, keys = MemoryDisk(), ring()
        engine = opened(disk, keys)
        for number in range(3):
            add(engine, "customers", *({"name": f"{number}-{each}"} for each in range(4)))
            engine.compact()
        add(engine, "customers", {"name": "last"})
        everyone = set(names(engine))
        files = {path: disk.read(path) for path in disk.names_now}
        path = sorted(files)[which % len(files)]
        at %= len(files[path])
        changed = files[path][at] ^ bits
        disk.names_now[path].data = files[path][:at] + bytes([changed]) + files[path][at + 1 :]

        found = set(names(opened(disk.after_kill(), keys)))

        assert everyone - {"last"} <= found <= everyone
        assert found == everyone or path.suffix == ".log"

    @settings(max_examples=40, deadline=None)
    @given(data=st.data())
    def test_blocks_cannot_be_swapped_repeated_left_out_or_brought_from_another_file(
        self, data: st.DataObject
    ) -> None:
        keys = ring()
        cipher = Cipher("customers", keys)
        lines = b"".join(pieces(CUSTOMERS, contents_of(600), cipher)).split(b"\n")
        other = b"".join(pieces(CUSTOMERS, contents_of(600, "old"), cipher)).split(b"\n")
        blocks = [n for n, line in enumerate(lines) if b'{"e":"' in line and b"fingerprint" not in line]
        one, two = data.draw(st.lists(st.sampled_from(blocks), min_size=2, max_size=2, unique=True))
        match data.draw(st.sampled_from(["swap", "repeat", "drop", "other", "last"])):
            case "swap":
                lines[one], lines[two] = (
                    renumbered(lines[two], lines[one]),
                    renumbered(lines[one], lines[two]),
                )
            case "repeat":
                lines[one] = renumbered(lines[two], lines[one])
            case "drop":
                del lines[one]
            case "last":
                del lines[blocks[-1]]
            case "other":
                lines[one] = other[one]
        disk = MemoryDisk()
        disk.write(FILE, with_checksum(b"\n".join(lines)))

        loaded = opened(disk, keys)

        # What is in its own place is kept, and nothing else appears.
        expected = contents_of(600).tables["customers"]
        assert all(expected[key] == each for key, each in documents(loaded, "customers").items())
        assert len(documents(loaded, "customers")) < 600
        assert FOLDER / "customers.json.damaged-1" in disk.names_now

    def test_records_cannot_be_swapped_between_places(self) -> None:
        disk, keys = MemoryDisk(), ring()
        engine = opened(disk, keys)
        for number in range(4):
            add(engine, "customers", {"name": f"n{number}"})
        path = FOLDER / "customers.1.log"
        header, *records = disk.read(path).split(b"\n\n")
        texts = [line[line.index(b"[{") :] for line in records]
        swapped = [
            reencoded(header, records[0], texts[1]),
            reencoded(header, records[1], texts[0]),
            *records[2:],
        ]
        disk.write(path, b"\n\n".join([header, *swapped]))

        again = opened(disk.after_kill(), keys)

        assert names(again) == ["n2", "n3"]

    def test_all_that_is_left_of_a_file_is_reported_as_a_part(self) -> None:
        disk, keys = MemoryDisk(), ring()
        raw = b"".join(pieces(CUSTOMERS, contents_of(600), Cipher("customers", keys)))
        disk.write(FILE, raw.replace(b'"2":{"e":"', b'"2":{"e":"A', 1))

        recovery = read(disk, keys).recovery

        assert recovery is not None
        assert (recovery.is_partial, recovery.lost_nothing, recovery.used_previous) == (True, False, False)
