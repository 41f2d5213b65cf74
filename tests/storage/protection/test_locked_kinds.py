"""A data folder whose customers are locked: everything else works as before, and nothing of them is lost."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest

from quickdesk.commands.checker import Fault
from quickdesk.replies.history import Action, ActionType, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.backups.backup_files import BackupFiles
from quickdesk.storage.check.checker import FolderChecker
from quickdesk.storage.check.set_aside import SetAsideFiles
from quickdesk.storage.document import ID
from quickdesk.storage.history.recording import with_record
from quickdesk.storage.kinds import CUSTOMERS, KINDS
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk, PowerCut
from tests.fakes.encrypted import MARKER, traces
from tests.fakes.engine import FOLDER, add, commit, documents
from tests.fakes.key_ring import FakeKeyRing, key_number

NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
ONE = Snippet("a1", "退款", "old")
NEW = Snippet("a1", "退款", "new")


@pytest.fixture
def disk() -> MemoryDisk:
    """Return a disk with a reply, a customer, and a backup of both."""
    disk = MemoryDisk()
    folder = DataFolder(disk, keys=ring())
    folder.snippets.apply(Change(put=(ONE,)))
    add(folder.engine(CUSTOMERS), "customers", {ID: "c1", "name": MARKER})
    folder.backups.backup(NOON)
    folder.kinds.close()
    return disk


def ring(*, is_locked: bool = False) -> FakeKeyRing:
    keys = FakeKeyRing(key_number(1))
    keys.is_locked = is_locked
    return keys


def names(folder: DataFolder) -> list[str]:
    return [each["name"] for each in documents(folder.engine(CUSTOMERS), "customers").values()]


def only_backup(disk: MemoryDisk) -> str:
    return next(str(path) for path in disk.names_now if path.suffix == ".zip")


def test_replies_are_changed_and_undone(disk: MemoryDisk) -> None:
    folder = DataFolder(disk, keys=ring(is_locked=True))

    folder.snippets.apply(Change(put=(NEW,), action=Action(ActionType.EDIT, NOON)))

    assert isinstance(folder.snippets.undo(NOON, 1), Undone)
    assert folder.snippets.get("a1") == ONE
    with pytest.raises(StoreError) as caught:
        folder.engine(CUSTOMERS)
    assert caught.value.problem is StoreProblem.LOCKED


def test_after_unlocking_the_newest_action_in_them_is_undone(disk: MemoryDisk) -> None:
    keys = ring()
    folder = DataFolder(disk, keys=keys)
    engine = folder.engine(CUSTOMERS)
    (key,) = documents(engine, "customers")
    folder.history.open()
    with engine.guard:
        changed = [("p", "customers", key, {ID: "c1", "name": "changed"})]
        ops = with_record(
            engine, Action(ActionType.EDIT_CUSTOMER, NOON), changed, folder.history.next_sequence()
        )
    commit(engine, ops)

    folder.kinds.lock()
    assert folder.history.last() is None
    folder.kinds.unlock()

    assert isinstance(folder.snippets.undo(NOON, 1), Undone)
    assert names(folder) == [MARKER]


def test_locking_closes_them_and_drops_what_is_in_memory(disk: MemoryDisk) -> None:
    folder = DataFolder(disk, keys=ring())
    engine = folder.engine(CUSTOMERS)
    add(engine, "customers", {"name": "second"})
    told: list[bool] = []
    folder.kinds.on_locked(lambda: told.append(folder.kinds.is_locked))

    folder.kinds.lock()

    assert told == [True]
    assert documents(engine, "customers") == {}
    with pytest.raises(StoreError):
        folder.engine(CUSTOMERS)
    with pytest.raises(StoreError):
        engine.compact()
    with pytest.raises(StoreError):
        commit(engine, [("p", "customers", "99", {})])
    folder.kinds.unlock()
    assert names(folder) == [MARKER, "second"]
    folder.kinds.close()


def test_a_backup_has_them_as_they_are_on_the_disk(disk: MemoryDisk) -> None:
    locked = DataFolder(disk, keys=ring(is_locked=True))
    locked.snippets.apply(Change(put=(NEW,)))
    saved = locked.backups.backup(NOON)
    assert saved.left_out == ()
    locked.kinds.close()

    folder = DataFolder(disk, keys=ring())
    add(folder.engine(CUSTOMERS), "customers", {"name": "later"})
    found = folder.backups.read(saved.path)
    assert found.other_kinds["customers"].removed == 1
    folder.backups.restore(found, Change(action=Action(ActionType.RECOVER, NOON, ("customers",))))

    assert names(folder) == [MARKER]
    assert traces(disk) == []


def test_a_backup_leaves_them_out_if_they_were_not_closed(disk: MemoryDisk) -> None:
    folder = DataFolder(disk, keys=ring())
    add(folder.engine(CUSTOMERS), "customers", {"name": "in the journal"})
    killed = disk.after_kill()

    saved = DataFolder(killed, keys=ring(is_locked=True)).backups.backup(NOON)

    assert saved.left_out == ("customers",)


def test_no_further_backup_is_made_because_they_were_locked(disk: MemoryDisk) -> None:
    assert DataFolder(disk, keys=ring()).backups.backup_if_changed(NOON) is None
    assert DataFolder(disk, keys=ring(is_locked=True)).backups.backup_if_changed(NOON) is None


def test_a_restore_leaves_them_as_they_are_and_says_so(disk: MemoryDisk) -> None:
    path = only_backup(disk)
    folder = DataFolder(disk, keys=ring(is_locked=True))
    folder.snippets.apply(Change(put=(NEW,)))

    found = folder.backups.read(path)
    assert (found.locked, dict(found.other_kinds)) == (("customers",), {})
    folder.backups.restore(found, Change(put=found.snippets, action=Action(ActionType.RECOVER, NOON)))

    assert folder.snippets.get("a1") == ONE


def test_a_backup_says_what_opens_it_with_the_recovery_key(disk: MemoryDisk) -> None:
    folder = DataFolder(disk, keys=ring())

    protection = folder.backups.protection(only_backup(disk))

    assert protection is not None
    assert key_number(1).id in protection.decode()


@pytest.mark.parametrize(
    ("is_locked", "fault", "detail"),
    [(True, Fault.LOCKED, "locked"), (False, Fault.REFUSED, "key-missing")],
)
def test_a_check_says_that_they_are_not_damaged(
    disk: MemoryDisk, fault: Fault, detail: str, *, is_locked: bool
) -> None:
    keys = ring(is_locked=True) if is_locked else FakeKeyRing(key_number(2))
    kinds = DataFolder(disk, keys=keys).kinds
    files, aside = BackupFiles(disk, FOLDER), SetAsideFiles(disk, FOLDER)
    checker = FolderChecker(lambda: kinds.existing(KINDS), kinds.engine, lambda: (), files, aside)

    (finding,) = checker.check().findings

    assert (finding.fault, finding.kind, finding.detail) == (fault, "customers", detail)
    assert finding.is_harmless is is_locked


@pytest.mark.parametrize("at", range(1, 16))
def test_a_restore_that_a_crash_interrupted_is_completed_when_they_are_unlocked(
    disk: MemoryDisk, at: int
) -> None:
    folder = DataFolder(disk, keys=ring())
    folder.snippets.apply(Change(put=(NEW,)))
    add(folder.engine(CUSTOMERS), "customers", {ID: "c2", "name": "later " + MARKER})
    found = folder.backups.read(only_backup(disk))
    disk.fail_at, disk.error = disk.effects + at, PowerCut()
    with suppress(PowerCut):
        change = Change(put=(ONE,), action=Action(ActionType.RECOVER, NOON, ("customers",)))
        folder.backups.restore(found, change)

    killed = disk.after_kill()
    assert traces(killed) == []
    locked = DataFolder(killed, keys=ring(is_locked=True))
    is_restored = locked.snippets.get("a1") == ONE
    unlocked = DataFolder(killed.after_kill(), keys=ring())

    assert names(unlocked) == ([MARKER] if is_restored else [MARKER, "later " + MARKER])
