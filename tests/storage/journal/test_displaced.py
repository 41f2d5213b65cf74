"""A sync program exchanges or deletes the journal under the program that writes it: nothing saved is lost."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.disk import LocalDisk, LocalFile
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.snippets.shape import SNIPPETS


def add(stores: Stores, *names: str) -> None:
    for name in names:
        stores.snippets.apply(Change(put=(Snippet(name, name, name),)))


def killed(folder: Path, copy: Path) -> list[str]:
    """Return what a program would find if the other one were killed now."""
    shutil.copytree(folder, copy, symlinks=True)
    with open_stores(copy) as stores:
        assert not stores.report.losses
        assert not stores.report.recoveries
        return [each.id for each in stores.snippets.snippets()]


def journal(folder: Path) -> Path:
    (path,) = folder.glob("snippets.*.log")
    return path


def older(path: Path, kept: bytes) -> None:
    """Put an older version in its place as sync programs do: written beside it and renamed."""
    path.with_suffix(".tmp").write_bytes(kept)
    path.with_suffix(".tmp").replace(path)


WAYS: dict[str, Callable[[Path, bytes], None]] = {
    "deleted": lambda path, _: path.unlink(),
    "an older one": older,
    "renamed": lambda path, _: path.rename(path.with_name("away.log")),
    "an empty one": lambda path, _: older(path, b""),
    "a copy": lambda path, _: older(path, path.read_bytes()),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_what_is_saved_afterwards_and_before_is_there_after_a_kill(
    tmp_path: Path, way: Callable[[Path, bytes], None]
) -> None:
    folder = tmp_path / "data"
    stores = open_stores(folder)
    add(stores, "a")
    kept = journal(folder).read_bytes()
    add(stores, "b", "c")
    way(journal(folder), kept)
    add(stores, "d")
    assert killed(folder, tmp_path / "first") == ["a", "b", "c", "d"]
    add(stores, "e")
    assert killed(folder, tmp_path / "second") == ["a", "b", "c", "d", "e"]
    stores.close()
    with open_stores(folder) as again:
        assert [each.id for each in again.snippets.snippets()] == ["a", "b", "c", "d", "e"]


def test_a_look_saves_what_was_in_it_before_the_next_change(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    stores = open_stores(folder)
    add(stores, "a", "b")
    journal(folder).unlink()
    assert stores.check_folder()
    assert killed(folder, tmp_path / "copy") == ["a", "b"]
    stores.close()


def test_the_mark_follows_the_new_journal(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    stores = open_stores(folder)
    add(stores, "a", "b")
    mark = (folder / "snippets.mark").read_bytes()
    journal(folder).unlink()
    older(folder / "snippets.mark", mark)
    add(stores, "c", "d")
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    (copy / journal(folder).name).write_bytes(journal(folder).read_bytes()[:200])
    with open_stores(copy) as again:
        assert again.report.losses, "what was cut off the new journal is noticed"
    stores.close()


def test_if_no_snapshot_can_be_written_the_change_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    stores = open_stores(folder)
    add(stores, "a")
    (folder / "snippets.json.new").mkdir()
    (folder / "snippets.json.new" / "x").touch()
    kept = journal(folder).rename(tmp_path / "kept.log")
    with pytest.raises(StoreError) as refused:
        add(stores, "b")
    assert refused.value.problem is StoreProblem.UNCERTAIN, "it is in the journal, which may come back"
    assert [each.id for each in stores.snippets.snippets()] == ["a"]
    shutil.rmtree(folder / "snippets.json.new")
    add(stores, "c")
    assert killed(folder, tmp_path / "copy") == ["a", "c"]
    assert kept.exists()
    stores.close()


def test_a_snapshot_on_its_way_lets_the_change_be_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    stores = open_stores(folder)
    add(stores, "a")
    engine: Engine = stores.engine(SNIPPETS)
    journal(folder).unlink()
    with engine.frozen(), pytest.raises(StoreError) as refused:
        in_thread(lambda: add(stores, "b"))
    assert refused.value.problem is StoreProblem.UNCERTAIN
    add(stores, "c")
    assert killed(folder, tmp_path / "copy") == ["a", "c"]
    stores.close()


def test_files_with_another_number_at_each_lookup_are_not_displaced(tmp_path: Path) -> None:
    class Anew(LocalDisk):
        snapshots = 0

        def create(self, path: Path) -> LocalFile:
            self.snapshots += path.name == "snippets.json.new"
            file = super().create(path)
            file.is_at = lambda _: False  # type: ignore[method-assign]
            return file

    disk = Anew()
    stores = open_stores(tmp_path / "data", disk=disk)
    before = disk.snapshots
    add(stores, "a", "b", "c")
    assert disk.snapshots == before
    stores.close()


def in_thread(job: Callable[[], None]) -> None:
    with ThreadPoolExecutor(1) as threads:
        threads.submit(job).result()
