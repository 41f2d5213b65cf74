"""The data folder is renamed, deleted or exchanged, or its lock file is, while it is open."""

import errno
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.settings.settings import Settings
from quickdesk.storage.disk import LocalDisk, LocalFile
from quickdesk.storage.failure import FolderMovedError
from quickdesk.storage.journal.record import put
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.open import Stores
from quickdesk.storage.ownership.guard import FolderGuard
from quickdesk.storage.ownership.lock import LOCK_NAME
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.fakes.engine import commit
from tests.fakes.gated_disk import GatedDisk
from tests.fakes.stores import open_stores
from tests.storage.clean import is_clean

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def add(stores: Stores, *names: str) -> None:
    for name in names:
        stores.snippets.apply(Change(put=(Snippet(name, name, name),)))


def found(folder: Path) -> list[str]:
    with open_stores(folder, read_only=True) as stores:
        assert is_clean(stores.report)
        return [each.id for each in stores.snippets.snippets()]


def refuses(stores: Stores, folder: Path) -> None:
    """Every sort of change is refused, and nothing of it is left in the memory."""
    before = list(stores.snippets.snippets())
    for change in (
        lambda: add(stores, "late"),
        lambda: stores.settings.save(Settings(text_scale=150)),
        lambda: stores.engine(SNIPPETS).compact(),
        lambda: stores.backups(folder).backup(NOW),
    ):
        with pytest.raises(StoreError) as refusal:
            change()
        assert refusal.value.problem is StoreProblem.MOVED
        assert refusal.value.path == str(folder)
    assert list(stores.snippets.snippets()) == before


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_what_is_made_at_the_old_path_is_not_overwritten_by_the_owner_of_the_renamed_folder(
    folder: Path, tmp_path: Path
) -> None:
    first = open_stores(folder)
    add(first, "old")
    folder.rename(tmp_path / "renamed")
    for number in range(4):
        with open_stores(folder) as second:
            add(second, f"new{number}")
    with pytest.raises(StoreError):
        add(first, "late")
    first.close()
    assert found(folder) == ["new0", "new1", "new2", "new3"]
    assert found(tmp_path / "renamed") == ["old"]


def test_nothing_is_written_while_the_folder_is_gone_and_it_is_not_made_again(
    folder: Path, tmp_path: Path
) -> None:
    stores = open_stores(folder)
    add(stores, "old")
    folder.rename(tmp_path / "renamed")
    before = {path.name: path.read_bytes() for path in (tmp_path / "renamed").iterdir()}
    refuses(stores, folder)
    assert stores.refusal() is not None
    stores.close()
    assert not folder.exists()
    assert {path.name: path.read_bytes() for path in (tmp_path / "renamed").iterdir()} == before


def test_a_deleted_folder_takes_no_change(folder: Path) -> None:
    stores = open_stores(folder)
    add(stores, "old")
    shutil.rmtree(folder)
    refuses(stores, folder)
    stores.close()
    assert not folder.exists()


def test_a_copy_put_in_its_place_stays_as_it_is(folder: Path, tmp_path: Path) -> None:
    stores = open_stores(folder)
    add(stores, "old")
    shutil.copytree(folder, tmp_path / "copy")
    folder.rename(tmp_path / "renamed")
    (tmp_path / "copy").rename(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    refuses(stores, folder)
    stores.close()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_link_that_leads_elsewhere_now_is_not_followed(tmp_path: Path) -> None:
    link = tmp_path / "link"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    link.symlink_to("a")
    stores = open_stores(link)
    add(stores, "old")
    link.unlink()
    link.symlink_to("b")
    refuses(stores, link)
    stores.close()
    assert list((tmp_path / "b").iterdir()) == []
    assert found(tmp_path / "a") == ["old"]


def test_saving_goes_on_when_the_folder_is_back(folder: Path, tmp_path: Path) -> None:
    seen: list[bool] = []
    stores = open_stores(folder)
    stores.on_refusal_changed(lambda: seen.append(stores.refusal() is not None))
    add(stores, "old")
    folder.rename(tmp_path / "renamed")
    with open_stores(folder) as second:
        add(second, "new")
    refuses(stores, folder)
    folder.rename(tmp_path / "new")
    (tmp_path / "renamed").rename(folder)
    add(stores, "again")
    stores.settings.save(Settings(text_scale=150))
    assert seen[0]
    assert not seen[-1]
    stores.close()
    assert found(folder) == ["old", "again"]
    assert found(tmp_path / "new") == ["new"]


def test_what_becomes_of_the_lock_file_alone(folder: Path) -> None:
    with open_stores(folder) as stores:
        add(stores, "old")
        (folder / LOCK_NAME).unlink()
        add(stores, "more")
        with pytest.raises(StoreError) as refusal:
            open_stores(folder)
        assert refusal.value.problem is StoreProblem.IN_USE, "the lock is held again"
        (folder / LOCK_NAME).rename(folder / "elsewhere")
        (folder / LOCK_NAME).write_text("")
        stores.engine(SNIPPETS).compact()
        add(stores, "last")
    assert found(folder) == ["old", "more", "last"]


def test_with_the_lock_file_gone_another_owner_may_look_but_a_change_of_theirs_ends_ours(
    folder: Path,
) -> None:
    stores = open_stores(folder)
    add(stores, "old")
    (folder / LOCK_NAME).unlink()
    with open_stores(folder, brief=True) as second:
        assert [each.id for each in second.snippets.snippets()] == ["old"]
        with pytest.raises(StoreError):
            add(stores, "while it is theirs")
    (folder / LOCK_NAME).unlink()
    with open_stores(folder, brief=True) as second:
        add(second, "theirs")
    for _ in range(2):
        refuses(stores, folder)
        (folder / LOCK_NAME).unlink()
    stores.close()
    assert found(folder) == ["old", "theirs"]


def test_another_owner_who_changes_nothing_but_writes_the_snapshot_ends_ours_too(folder: Path) -> None:
    stores = open_stores(folder)
    for name in ("a", "b", "c"):
        add(stores, name)
        stores.engine(SNIPPETS).compact()
    add(stores, "d")
    names = {each.name for each in folder.iterdir()}
    (folder / LOCK_NAME).unlink()
    open_stores(folder).close()
    assert {each.name for each in folder.iterdir()} <= names, "nothing new to be seen"
    refuses(stores, folder)
    stores.close()
    assert found(folder) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("is_back", [False, True])
def test_what_was_written_when_the_folder_went_does_not_count(
    folder: Path, tmp_path: Path, is_back: bool
) -> None:
    disk = DiskWithHook()
    stores = open_stores(folder, disk=disk)
    add(stores, "old")
    disk.after_effect(1, lambda: folder.rename(tmp_path / "renamed") and None)
    with pytest.raises(StoreError) as refusal:
        add(stores, "late")
    assert refusal.value.problem is StoreProblem.MOVED
    assert found(tmp_path / "renamed") == ["old"]
    if is_back:
        (tmp_path / "renamed").rename(folder)
        add(stores, "again")
    stores.close()
    assert found(folder if is_back else tmp_path / "renamed") == (["old", "again"] if is_back else ["old"])


def test_what_another_owner_may_have_read_is_not_said_to_have_changed_nothing(folder: Path) -> None:
    disk = DiskWithHook()
    stores = open_stores(folder, disk=disk)
    add(stores, "old")

    def take_over() -> None:
        (folder / LOCK_NAME).unlink()
        with open_stores(folder) as second:
            add(second, "theirs")

    disk.after_effect(1, take_over)
    with pytest.raises(StoreError) as refusal:
        add(stores, "late")
    assert refusal.value.problem is StoreProblem.UNCERTAIN
    refuses(stores, folder)
    stores.close()
    assert found(folder) == ["old", "late", "theirs"]


@pytest.mark.parametrize("number", range(1, 9))
def test_a_folder_that_goes_while_a_snapshot_is_written_keeps_everything(
    folder: Path, tmp_path: Path, number: int
) -> None:
    disk = DiskWithHook()
    stores = open_stores(folder, disk=disk)
    add(stores, "old", "more")
    stores.engine(SNIPPETS).compact()
    add(stores, "last")

    def go() -> None:
        folder.rename(tmp_path / "renamed")
        with open_stores(folder) as second:
            add(second, "new")

    disk.after_effect(number, go)
    with pytest.raises(StoreError) as refusal:
        stores.engine(SNIPPETS).compact()
    assert refusal.value.problem is StoreProblem.MOVED
    with pytest.raises(StoreError):
        add(stores, "late")
    stores.close()
    assert found(tmp_path / "renamed") == ["old", "more", "last"]
    assert found(folder) == ["new"]


def test_data_that_was_not_read_yet_is_not_read_from_another_folder(folder: Path, tmp_path: Path) -> None:
    with open_stores(tmp_path / "other") as other:
        commit(other.engine(CUSTOMERS), [put("customers", "1", {"id": "c1", "name": "not ours"})])
    with open_stores(folder) as stores:
        add(stores, "old")
        folder.rename(tmp_path / "renamed")
        (tmp_path / "other").rename(folder)
        with pytest.raises(StoreError) as refusal:
            stores.engine(CUSTOMERS)
        assert refusal.value.problem is StoreProblem.MOVED


def test_a_backup_elsewhere_holds_everything_although_the_folder_is_gone(
    folder: Path, tmp_path: Path
) -> None:
    stores = open_stores(folder)
    add(stores, "old", "more")
    shutil.rmtree(folder)
    made = stores.backups(folder).backup(NOW, str(tmp_path / "copy.zip"))
    stores.close()
    with open_stores(folder) as stores:
        backups = stores.backups(folder)
        assert [each.id for each in backups.read(made.path).snippets] == ["old", "more"]


def test_a_look_finds_the_folder_gone_and_back_without_a_change(folder: Path, tmp_path: Path) -> None:
    seen: list[StoreProblem | None] = []

    def tell() -> None:
        refusal = stores.refusal()
        seen.append(refusal and refusal.problem)

    with open_stores(folder) as stores:
        stores.on_refusal_changed(tell)
        stores.check_folder()
        assert seen == []
        folder.rename(tmp_path / "renamed")
        stores.check_folder()
        stores.check_folder()
        assert set(seen) == {StoreProblem.MOVED}
        (tmp_path / "renamed").rename(folder)
        stores.check_folder()
        assert seen[-1] is None


def test_a_look_does_not_end_another_trouble(folder: Path) -> None:
    disk = GatedDisk()
    with open_stores(folder, disk=disk) as stores:
        add(stores, "old")
        disk.error = OSError(errno.ENOSPC, "full")
        with pytest.raises(StoreError):
            add(stores, "late")
        stores.check_folder()
        refusal = stores.refusal()
        assert refusal is not None
        assert refusal.problem is StoreProblem.DISK_FULL
        disk.error = None


def test_a_check_says_so_and_looks_at_no_other_data(folder: Path, tmp_path: Path) -> None:
    with open_stores(folder) as stores:
        add(stores, "old")
        folder.rename(tmp_path / "renamed")
        with open_stores(folder) as second:
            add(second, "new")
        with pytest.raises(StoreError) as refusal:
            stores.checker(folder).check()
        assert refusal.value.problem is StoreProblem.MOVED
    assert found(folder) == ["new"]


class HookedFile(LocalFile):
    def __init__(self, disk: "DiskWithHook", descriptor: int) -> None:
        super().__init__(descriptor)
        self._disk = disk

    def sync(self) -> None:
        super().sync()
        self._disk.took_effect()


class DiskWithHook(LocalDisk):
    """The real disk, which calls something once after the n-th effect from now on."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 0

    def after_effect(self, number: int, hook: Callable[[], None]) -> None:
        self._left, self._hook = number, hook

    def took_effect(self) -> None:
        self._left -= 1
        if self._left == 0:
            self._hook()

    def create(self, path: Path) -> LocalFile:
        file = HookedFile(self, super().create(path)._descriptor)
        self.took_effect()
        return file

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.took_effect()

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        self.took_effect()


class Going(FolderGuard):
    """Says once, at the second look from now, that the folder is gone."""

    looks = 0
    is_taken = False

    def confirm(self) -> None:
        self.looks -= 1
        if self.looks == 0:
            raise FolderMovedError(self.folder, is_taken=self.is_taken)
        super().confirm()


@pytest.mark.parametrize("is_taken", [False, True])
def test_a_refused_change_is_nowhere_and_one_that_may_be_there_is_uncertain(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, is_taken: bool
) -> None:
    """The folder goes after the sync; another owner has it, or what was written cannot be cut off."""
    monkeypatch.setattr("quickdesk.storage.open.FolderGuard", Going)
    faults = [OSError(errno.EIO, "broken")]

    class Uncut(LocalFile):
        def truncate(self, length: int) -> None:
            if faults:
                raise faults.pop()
            super().truncate(length)

    monkeypatch.setattr("quickdesk.storage.disk.LocalFile", Uncut)
    stores = open_stores(folder)
    add(stores, "a")
    owner = stores._owner
    assert isinstance(owner, Going)
    owner.looks, owner.is_taken = 2, is_taken
    with pytest.raises(StoreError) as refusal:
        add(stores, "b")
    is_uncertain = refusal.value.problem is StoreProblem.UNCERTAIN
    assert is_uncertain is is_taken
    with open_stores(folder, read_only=True) as other:
        there = {each.id for each in other.snippets.snippets()}
    assert is_uncertain or "b" not in there
    if is_uncertain:  # nothing may follow what nobody was promised
        with pytest.raises(StoreError):
            add(stores, "c")
    else:
        add(stores, "c")
    stores.close()


def test_a_look_that_finds_nothing_out_is_no_trouble(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network drive that does not answer once leaves no word that nothing can be saved."""
    with open_stores(folder) as stores:
        add(stores, "a")
        with monkeypatch.context() as broken:
            broken.setattr(FolderGuard, "confirm", raising(OSError(errno.ESTALE, "stale")))
            assert stores.check_folder()
        assert stores.refusal() is None
        add(stores, "b")
        assert stores.check_folder()
        assert stores.refusal() is None


def raising(error: OSError) -> Callable[[object], None]:
    def confirm(_: object) -> None:
        raise error

    return confirm
