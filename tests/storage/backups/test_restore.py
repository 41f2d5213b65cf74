"""A backup of several kinds is restored as one step, whatever happens meanwhile, and undone as one step."""

import errno
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quickdesk.replies.history import Action, ActionType, NotUndone, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.storage.document import ID, Document
from quickdesk.storage.kinds import CUSTOMERS, FOLLOWUPS
from quickdesk.storage.open_kinds import for_reading_only
from quickdesk.storage.table import Draft, Table
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk, PowerCut
from tests.fakes.engine import FOLDER, add, documents
from tests.fakes.stores import open_stores
from tests.storage.clean import is_clean

NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
OLD, NEW = Snippet("a1", "退款", "旧"), Snippet("a1", "退款", "新")
PAST = Path(__file__).parents[2] / "data" / "storage"
Picture = dict[str, object]


def table(folder: DataFolder) -> Table:
    return Table(lambda: folder.engine(CUSTOMERS), "customers")


def picture(folder: DataFolder) -> Picture:
    """What people see of all kinds, whatever keys it has."""
    kinds = ((CUSTOMERS, "customers"), (CUSTOMERS, "notes"), (FOLLOWUPS, "reminders"))
    rest = {name: sorted(map(str, documents(folder.engine(kind), name).values())) for kind, name in kinds}
    return {"snippets": sorted(map(str, folder.snippets.snippets())), **rest}


def prepared(disk: MemoryDisk) -> tuple[Picture, str, DataFolder]:
    """Make a backup and then change everything; return what the backup holds, its path and the data."""
    folder = DataFolder(disk)
    folder.snippets.apply(Change(put=(OLD, Snippet("b2", "问候", "文"))))
    add(folder.engine(CUSTOMERS), "customers", {ID: "c1", "name": "王"}, {ID: "c2", "name": "李"})
    add(folder.engine(FOLLOWUPS), "reminders", {"text": "回访"})
    backed_up, path = picture(folder), folder.backups.backup(NOON).path
    folder.snippets.apply(Change(put=(NEW, Snippet("c3", "再见", "文"))))
    table(folder).change(_change_customers)
    add(folder.engine(CUSTOMERS), "notes", {"of": "c9"})
    add(folder.engine(FOLLOWUPS), "reminders", {"text": "另一个"})
    return backed_up, path, folder


def _change_customers(draft: Draft) -> None:
    draft.put("c1", {ID: "c1", "name": "张"})
    draft.remove(["c2"])
    draft.put("c9", {ID: "c9", "name": "赵"})


def restore(folder: DataFolder, path: str, hours: int = 0) -> None:
    found = folder.backups.read(path)
    others = tuple(kind for kind, each in found.other_kinds.items() if each)
    action = Action(ActionType.RECOVER, NOON + timedelta(hours=hours), others, day=1)
    folder.backups.restore(found, Change(put=(OLD,), remove=("c3",), action=action))


def crashes(step: str) -> Iterator[tuple[MemoryDisk, DataFolder, Picture, Picture, str]]:
    """Data on disks that lose power, or run full, at one effect after the other."""
    for number in range(1, 200):
        disk = MemoryDisk()
        wanted, path, folder = prepared(disk)
        before = picture(folder)
        if step == "undo":
            restore(folder, path)
            before, wanted = picture(folder), before
        disk.effects, disk.fail_at = 0, number
        yield disk, folder, before, wanted, path
        if disk.effects < number:
            return
    pytest.fail("it never ends")


def carry_out(step: str, folder: DataFolder, path: str) -> None:
    if step == "restore":
        restore(folder, path)
    else:
        assert isinstance(folder.snippets.undo(NOON, 1), Undone)


@pytest.mark.parametrize("step", ["restore", "undo"])
def test_a_power_cut_at_any_moment_leaves_all_as_before_or_all_as_after(step: str) -> None:
    seen = set()
    for disk, folder, before, after, path in crashes(step):
        disk.error = PowerCut()
        with suppress(PowerCut):
            carry_out(step, folder, path)
        for found in (disk.after_kill(), *disk.power_cuts()):
            reading = DataFolder(MemoryDisk(found.names_now), for_reading_only(FOLDER))
            assert picture(reading) in (before, after)
            opened = DataFolder(found)
            assert picture(opened) in (before, after)
            assert picture(opened) == picture(reading)
            seen.add(picture(opened) == after)
            again = DataFolder(found.after_kill())
            assert picture(again) == picture(opened), "it is not applied twice"
    assert seen == {True, False}


@pytest.mark.parametrize("step", ["restore", "undo"])
def test_what_a_crash_left_pending_is_applied_once_and_what_follows_stays(step: str) -> None:
    for disk, folder, _, after, path in crashes(step):
        disk.error = PowerCut()
        with suppress(PowerCut):
            carry_out(step, folder, path)
        killed = disk.after_kill()
        opened = DataFolder(killed)
        if picture(opened) != after:
            continue
        table(opened).change(lambda draft: draft.put("c1", {ID: "c1", "name": "孙"}))
        again = DataFolder(killed.after_kill())
        assert table(again).get("c1") == {ID: "c1", "name": "孙"}


@pytest.mark.parametrize("step", ["restore", "undo"])
def test_an_error_of_the_disk_at_any_moment_is_all_or_nothing_in_memory_and_on_the_disk(step: str) -> None:
    for disk, folder, before, after, path in crashes(step):
        disk.error = OSError(errno.ENOSPC, "full")
        expected = after
        try:
            carry_out(step, folder, path)
        except StoreError:
            expected = before
        disk.fail_at = None
        assert picture(folder) == expected
        if folder.engine(CUSTOMERS).refusal is None and folder.snippets.get("a1") is not None:
            table(folder).change(lambda draft: draft.put("c5", {ID: "c5"}))
            found = DataFolder(disk.after_kill())
            assert picture(found) == picture(folder), "it is written before what follows"


def test_it_is_undone_after_a_restart() -> None:
    disk = MemoryDisk()
    wanted, path, folder = prepared(disk)
    before = picture(folder)
    restore(folder, path)
    assert picture(folder) == wanted
    assert not any(folder.backups.read(path).other_kinds.values())
    again = DataFolder(disk.after_kill())
    assert picture(again) == wanted
    undone = again.snippets.undo(NOON, 1)
    assert isinstance(undone, Undone)
    assert undone.action.other_kinds == ("customers", "followups")
    assert picture(again) == before
    assert again.snippets.undo(NOON, 1) == NotUndone()


def test_two_restores_are_undone_one_after_another_whatever_the_clock_says() -> None:
    wanted, path, folder = prepared(MemoryDisk())
    before = picture(folder)
    restore(folder, path, hours=5)
    table(folder).change(_change_customers)
    between = picture(folder)
    restore(folder, path, hours=-5)
    assert picture(folder) == wanted
    assert isinstance(folder.snippets.undo(NOON, 1), Undone)
    assert picture(folder) == between
    table(folder).change(_back_as_restored)
    assert isinstance(folder.snippets.undo(NOON, 1), Undone)
    assert picture(folder) == before


def _back_as_restored(draft: Draft) -> None:
    draft.put("c1", {ID: "c1", "name": "王"})
    draft.put("c2", {ID: "c2", "name": "李"})
    draft.remove(["c9"])


def test_what_changed_since_in_any_kind_stops_the_undo_of_all() -> None:
    _, path, folder = prepared(MemoryDisk())
    restore(folder, path)
    table(folder).change(lambda draft: draft.put("c1", {ID: "c1", "name": "孙"}))
    there = picture(folder)
    refused = folder.snippets.undo(NOON, 1)
    assert isinstance(refused, NotUndone)
    assert refused.action is not None
    assert picture(folder) == there


def test_many_documents_are_restored_and_undone() -> None:
    disk = MemoryDisk()
    folder = DataFolder(disk)
    folder.snippets.apply(Change(put=(OLD,)))
    many: list[Document] = [{ID: f"c{number}", "name": "王"} for number in range(1_000)]
    add(folder.engine(CUSTOMERS), "customers", *many)
    path = folder.backups.backup(NOON).path
    table(folder).change(lambda draft: draft.remove([each[ID] for each in many]))
    restore(folder, path)
    again = DataFolder(disk.after_kill())
    assert len(documents(again.engine(CUSTOMERS), "customers")) == 1_000
    assert isinstance(again.snippets.undo(NOON, 1), Undone)
    assert documents(again.engine(CUSTOMERS), "customers") == {}


def test_a_backup_made_meanwhile_holds_nothing_of_how_it_is_written() -> None:
    _, path, folder = prepared(MemoryDisk())
    restore(folder, path)
    again = DataFolder(MemoryDisk())
    raw = folder.backups._disk.read(Path(folder.backups.backup(NOON).path))
    again.backups._disk.write(Path("/copy.zip"), raw)
    assert again.backups.read("/copy.zip").other_kinds["customers"].new == 2
    assert b"pending" not in raw
    assert b"applied" not in raw


def test_a_folder_of_version_3_in_which_a_restore_of_several_kinds_can_be_undone(tmp_path: Path) -> None:
    for path in (PAST / "folder-3").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with open_stores(tmp_path, read_only=True) as stores:
        assert is_clean(stores.report)
        assert {each.body for each in stores.snippets.snippets()} == {"文"}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    with open_stores(tmp_path) as stores:
        assert stores.checker(tmp_path).check().findings == ()
        last = stores.snippets.last_action()
        assert last is not None
        assert (last.type, last.other_kinds) == (ActionType.RECOVER, ("customers", "insights"))
        assert isinstance(stores.snippets.undo(NOON, 1), Undone)
    with open_stores(tmp_path) as stores:
        names = {each["name"] for each in documents(stores.engine(CUSTOMERS), "customers").values()}
        assert names == {"张", "赵"}
        assert list(documents(stores.engine(CUSTOMERS), "notes").values()) == [{"of": "c9"}]
        assert set(stores.habits().usage.habits()) == {"a1", "c3"}
        assert {each.id: each.body for each in stores.snippets.snippets()} == {"a1": "新", "c3": "文"}
        types = []
        while isinstance(undone := stores.snippets.undo(NOON, 1), Undone):
            types.append(undone.action.type)
        assert types == [ActionType.REMOVE, ActionType.IMPORT, ActionType.IMPORT]
        assert stores.snippets.snippets() == ()
        assert stores.checker(tmp_path).check().findings == ()
