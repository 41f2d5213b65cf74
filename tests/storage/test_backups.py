"""Backups: of one moment, read again before they count, restored, and let go of in turn."""

import io
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.commands.backup_store import (
    BackupError,
    BackupProblem,
    BackupReason,
    Difference,
    TargetError,
    TargetProblem,
)
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.storage.backups.backup_files import KEPT, in_order, name_of, next_number, to_delete
from quickdesk.storage.backups.folder_backups import FolderBackups
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.open import Stores
from quickdesk.storage.table import Table
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import FOLDER, add, documents
from tests.fakes.stores import open_stores

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
REFUND = Snippet("a1", "退款😀", "文\ud800", "tk", ("售后",), ("退",), "先问主管")


def backups_with(disk: MemoryDisk, *snippets: Snippet) -> FolderBackups:
    folder = DataFolder(disk)
    folder.snippets.apply(Change(put=snippets))
    return folder.backups


def zipped(text: str | None = None, files: dict[str, bytes] | None = None) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, raw in (files or {}).items():
            archive.writestr(name, raw)
        if text is not None:
            archive.writestr("manifest.json", text)
    return packed.getvalue()


def manifest(**changes: object) -> str:
    usual = {"format": "quickdesk-backup", "version": 1, "at": NOON.isoformat(), "files": {}}
    return json.dumps({**usual, **changes})


def test_a_backup_holds_what_it_was_made_of(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        backups = stores.backups(tmp_path)
        stores.snippets.apply(Change(put=(REFUND, Snippet("b2", "t", "b"))))
        stores.snippets.apply(Change(remove=("b2",)))
        path = backups.backup(NOON).path
        (tmp_path / "mine").mkdir()
        outside = backups.backup(NOON, str(tmp_path / "mine" / "mine.zip")).path
    assert Path(path).parent == tmp_path / "backups"
    for each in (path, outside):
        found = backups.read(each)
        assert (found.at, found.snippets) == (NOON, (REFUND,))


def test_a_file_of_the_data_is_never_overwritten_by_a_backup(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(REFUND,)))
        files = {each.name: each.read_bytes() for each in tmp_path.glob("snippets*")}
        for name in (*files, "new.zip", "link/snippets.json"):
            with pytest.raises(TargetError) as found:
                stores.backups(tmp_path).backup(NOON, str(tmp_path / name), replace=True)
            assert found.value.problem is TargetProblem.OWN_FOLDER
        assert {each.name: each.read_bytes() for each in tmp_path.glob("snippets*")} == files


@pytest.mark.parametrize("year", [1970, 2100, 2108, 3000])
def test_a_backup_is_made_and_read_whatever_the_clock_says(tmp_path: Path, year: int) -> None:
    at = NOON.replace(year=year)
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(REFUND,)))
        backups = stores.backups(tmp_path)
        assert backups.read(backups.backup(at).path).at == at


def test_an_existing_file_is_overwritten_only_on_request(tmp_path: Path) -> None:
    mine = tmp_path / "mine.zip"
    mine.write_bytes(b"mine")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with open_stores(tmp_path / "data") as stores:
        backups = stores.backups(tmp_path / "data")
        with pytest.raises(TargetError) as refusal:
            backups.backup(NOON, str(mine))
        assert refusal.value.problem is TargetProblem.EXISTS
        assert mine.read_bytes() == b"mine"
        for name in ("pipe", "folder", "link"):
            with pytest.raises(TargetError) as refusal:
                backups.backup(NOON, str(tmp_path / name), replace=True)
            assert refusal.value.problem is TargetProblem.NOT_A_FILE
        assert backups.backup(NOON, str(mine), replace=True).path == str(mine)
        assert backups.read(str(mine)).at == NOON
    assert not list(tmp_path.glob(".*.part"))


def test_a_file_that_appears_while_a_backup_is_written_is_kept() -> None:
    class Crowded(MemoryDisk):
        def write(self, path: Path, data: bytes) -> None:
            super().write(path, data)
            if path.name == ".mine.zip.part":
                super().write(path.with_name("mine.zip"), b"theirs")

    disk = Crowded()
    with pytest.raises(TargetError):
        backups_with(disk, REFUND).backup(NOON, "/elsewhere/mine.zip")
    assert disk.names(Path("/elsewhere")) == ["mine.zip"]
    assert disk.read(Path("/elsewhere/mine.zip")) == b"theirs"


def test_a_backup_is_made_only_if_something_changed() -> None:
    disk = MemoryDisk()
    assert backups_with(disk, REFUND).backup_if_changed(NOON) is not None
    assert backups_with(disk, REFUND).backup_if_changed(NOON + timedelta(hours=1)) is None
    more = backups_with(disk, REFUND, Snippet("b2", "t", "b"))
    assert more.backup_if_changed(NOON - timedelta(days=400)) is not None, "the clock was put back"
    assert more.backup_if_changed(NOON) is None, "the newest is the one with the highest number"
    assert len(in_order(disk.names(FOLDER / "backups"))) == 2


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_backup_is_never_taken_for_a_whole_one(data: st.DataObject) -> None:
    disk = MemoryDisk()
    path = Path(backups_with(disk, REFUND).backup(NOON).path)
    raw = bytearray(disk.read(path))
    # The keys are random, so two backups of the same are not of the same length.
    place = data.draw(st.integers(0, 10_000)) % len(raw)
    if data.draw(st.booleans()):
        del raw[place:]
    else:
        raw[place] ^= data.draw(st.integers(1, 255))
    disk.write(path, bytes(raw))
    with suppress(BackupError):
        assert backups_with(disk).read(str(path)).snippets == (REFUND,)


@pytest.mark.parametrize(
    ("raw", "flaw"),
    [
        (b"", BackupProblem.NOT_A_BACKUP),
        (b"{}", BackupProblem.NOT_A_BACKUP),
        (b"PK\x03\x04 cut off", BackupProblem.DAMAGED),
        (zipped(), BackupProblem.NOT_A_BACKUP),
        (zipped(manifest(version=9)), BackupProblem.NEWER),
        (zipped(manifest(format="other")), BackupProblem.NOT_A_BACKUP),
        (zipped(manifest(at="2026-11-22T12:00:00")), BackupProblem.NOT_A_BACKUP),
        (zipped("[" * 100_000), BackupProblem.NOT_A_BACKUP),
        (zipped(manifest(files={"snippets.json": 7}), {"snippets.json": b"{}"}), BackupProblem.DAMAGED),
        (zipped(manifest(files={"snippets.json": "0"})), BackupProblem.DAMAGED),
        (zipped(manifest(files={}), {"snippets.json": b"{}"}), BackupProblem.NOT_A_BACKUP),
        (
            zipped(manifest(), {"a": bytes(1024**2)}).replace(b"\0\0\x10\0", b"\0\0\0\x7f"),
            BackupProblem.DAMAGED,
        ),
    ],
)
def test_what_is_no_backup_is_recognized(tmp_path: Path, raw: bytes, flaw: BackupProblem) -> None:
    (tmp_path / "x.zip").write_bytes(raw)
    with open_stores(tmp_path / "data") as stores, pytest.raises(BackupError) as found:
        stores.backups(tmp_path / "data").read(str(tmp_path / "x.zip"))
    assert found.value.problem is flaw


def test_a_folder_or_nothing_is_no_backup(tmp_path: Path) -> None:
    with open_stores(tmp_path / "data") as stores:
        for path, flaw in (
            (tmp_path, BackupProblem.UNREADABLE),
            (tmp_path / "no.zip", BackupProblem.MISSING),
        ):
            with pytest.raises(BackupError) as found:
                stores.backups(tmp_path / "data").read(str(path))
            assert found.value.problem is flaw


def test_a_backup_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores, pytest.raises(StoreError):
        stores.backups(tmp_path).backup(NOON, str(tmp_path / "no folder" / "x.zip"))
    assert not list(tmp_path.glob(".*.part"))


def test_the_count_of_running_days_makes_no_backup_due(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(REFUND,)))
        stores.days().update(NOON, 100.0)
        backups = stores.backups(tmp_path)
        path = backups.backup_if_changed(NOON)
        assert path is not None
        stores.days().update(NOON + timedelta(hours=5), 100.0 + 5 * 3600)
        assert backups.backup_if_changed(NOON + timedelta(hours=5)) is None
    assert Path(path).name == f"quickdesk-{NOON:%Y%m%d-%H%M%S}-automatic-day1-no1.zip"
    with zipfile.ZipFile(path) as archive:
        assert b"running_days" not in archive.read("settings.json")


def test_two_backups_of_one_second_are_two_files() -> None:
    backups = backups_with(MemoryDisk(), REFUND)
    paths = [backups.backup(NOON).path, backups.backup(NOON, reason=BackupReason.BEFORE_RESTORE).path]
    assert [Path(each).name.split("-", 3)[3] for each in paths] == [
        "by-hand-day0-no1.zip", "before-restore-day0-no2.zip",
    ]  # fmt: skip


def test_backups_made_in_one_hour_by_hand_and_before_a_restore_outlive_the_rotation() -> None:
    disk = MemoryDisk()
    backups = backups_with(disk, REFUND)
    paths = [backups.backup(NOON + timedelta(minutes=number)).path for number in range(KEPT)]
    paths += [backups.backup(NOON, reason=BackupReason.BEFORE_RESTORE).path]
    backups_with(disk, REFUND, Snippet("b2", "t", "b")).backup_if_changed(NOON + timedelta(minutes=20))
    backups.rotate()
    assert {Path(each).name for each in paths} <= set(disk.names(FOLDER / "backups"))


def names(reason: BackupReason, *days: int, first: int = 1) -> list[str]:
    """Backups of these running days in this order, by a clock that goes backwards by a year each time."""
    return [
        name_of(NOON - number * timedelta(days=365), reason, day, number)
        for number, day in enumerate(days, start=first)
    ]


@pytest.mark.parametrize("reason", BackupReason)
def test_the_newest_stay_however_old_they_are(reason: BackupReason) -> None:
    old = names(reason, *[1] * (KEPT + 3))
    assert to_delete(old, 1000) == old[2::-1]


def test_of_those_made_in_turn_the_last_of_each_day_stays_for_two_weeks() -> None:
    days = [day for day in range(1, 31) for _ in range(20)]
    made = names(BackupReason.AUTOMATIC, *days)
    kept = sorted({*made} - {*to_delete(made, 30)}, key=made.index)
    assert kept == [*(made[20 * day - 1] for day in range(16, 30)), *made[-KEPT:]]
    assert to_delete(kept, 30) == []


@pytest.mark.parametrize(
    "reason", [BackupReason.BY_HAND, BackupReason.BEFORE_RESTORE, BackupReason.BEFORE_PURGE]
)
def test_those_made_for_a_reason_all_stay_for_two_weeks(reason: BackupReason) -> None:
    made = names(reason, *[3] * 40)
    assert to_delete(made, 3 + KEPT) == []
    assert len(to_delete(made, 4 + KEPT)) == 40 - KEPT


def test_backups_made_for_a_reason_push_out_none_that_was_made_in_turn() -> None:
    in_turn = names(BackupReason.AUTOMATIC, *[1] * KEPT)
    by_hand = names(BackupReason.BY_HAND, *[40] * 50, first=KEPT + 1)
    assert to_delete([*in_turn, *by_hand], 41) == []


def test_backups_of_the_time_before_there_were_numbers_stay_for_two_weeks_and_come_before_all() -> None:
    old = [f"quickdesk-202611{day:02}T120000Z.zip" for day in range(1, 31)]
    assert to_delete(old, 1 + KEPT) == []
    assert sorted(to_delete(old, 2 + KEPT)) == old[:-KEPT]
    new = names(BackupReason.AUTOMATIC, 1)
    assert [each.text for each in in_order([*new, *old])] == [*old, *new]
    assert next_number([*old, *new]) == 2


@pytest.mark.parametrize(
    "name",
    [
        "mine.zip",
        "quickdesk-x.zip",
        "quickdesk-20261122T1200000Z.zip",
        "quickdesk-20261122-120000-by-hand-day1-no1.zip.damaged-1",
        "quickdesk-20261122-120000-by-hand-day1-no１.zip",
        "quickdesk-20261122-120000-day1-no1.zip",
    ],
)
def test_other_files_are_left_alone(name: str) -> None:
    assert in_order([name]) == []
    assert to_delete([name] * 50, 1000) == []


def test_a_backup_of_a_day_to_come_stays_until_that_day_is_long_past() -> None:
    made = names(BackupReason.BY_HAND, *[500] * 40)
    assert to_delete(made, 3) == []


class TestOtherKinds:
    @pytest.fixture
    def stores(self, tmp_path: Path) -> Iterator[Stores]:
        with open_stores(tmp_path) as stores:
            stores.snippets.apply(Change(put=(REFUND,)))
            people = ({"_id": "c1", "name": "王"}, {"_id": "c2", "name": "\ud800\0"})
            add(stores.engine(CUSTOMERS), "customers", *people)
            yield stores

    def test_whatever_kinds_are_there_are_in_it(self, stores: Stores, tmp_path: Path) -> None:
        backups = stores.backups(tmp_path)
        with zipfile.ZipFile(backups.backup(NOON).path) as archive:
            names = set(archive.namelist())
        assert names == {
            "manifest.json",
            "snippets.json",
            "settings.json",
            "customers.json",
            "protection.json",
        }

    def test_they_come_back_as_they_were(self, stores: Stores, tmp_path: Path) -> None:
        backups, engine = stores.backups(tmp_path), stores.engine(CUSTOMERS)
        path = backups.backup(NOON).path
        was = documents(engine, "customers")
        table = Table(lambda: engine, "customers")
        table.change(lambda draft: draft.put("c1", {"_id": "c1", "name": "李"}))
        table.change(lambda draft: draft.remove(["c2"]))
        add(engine, "customers", {"_id": "c3"})
        add(engine, "notes", {"of": "c3"})
        found = backups.read(path)
        assert found.other_kinds == {"customers": Difference(new=1, changed=1, removed=2)}
        backups.restore(found, Change(action=Action(ActionType.RECOVER, NOON, ("customers",))))
        assert list(documents(engine, "customers").values()) == list(was.values())
        assert not any(backups.read(path).other_kinds.values())
        stores.close()
        with open_stores(tmp_path) as again:
            assert list(documents(again.engine(CUSTOMERS), "customers").values()) == list(was.values())

    def test_one_that_cannot_be_read_is_left_out_and_named(self, stores: Stores, tmp_path: Path) -> None:
        newer = {"_meta": {"1": {"format": "quickdesk-insights", "version": 9}}}
        (tmp_path / "insights.json").write_text(json.dumps(newer))
        backups = stores.backups(tmp_path)
        made = backups.backup(NOON)
        assert made.left_out == ("insights",)
        assert backups.read(made.path).snippets == (REFUND,)
        assert "insights" not in backups.read(made.path).other_kinds
