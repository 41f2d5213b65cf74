"""What was set aside is reported under its name until it is acknowledged, and stays unchanged."""

from pathlib import Path

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.settings.settings import Settings
from quickdesk.storage.check.set_aside import SetAsideFiles
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.journal.files import Files
from quickdesk.storage.open import open_stores
from tests.fakes.disk import MemoryDisk


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.is_file())


def test_files_of_the_folder_and_of_its_backups_are_reported_until_they_are_acknowledged(
    tmp_path: Path,
) -> None:
    (tmp_path / "backups").mkdir()
    for name in ("snippets.json.damaged-2", "snippets.7.log.missing-1", "backups/a.zip.damaged-1"):
        (tmp_path / name).write_text(name)
    for name in ("snippets.json", "settings.json.kept-1", "x.damaged-", "x.damaged-0", "quickdesk.log"):
        (tmp_path / name).write_text("not of them")
    aside = SetAsideFiles(LocalDisk(), tmp_path)
    found = aside.unacknowledged()
    assert [(each.path.name, each.was.name, each.kind, each.is_kept) for each in found] == [
        ("snippets.7.log.missing-1", "snippets.7.log", "snippets", False),
        ("snippets.json.damaged-2", "snippets.json", "snippets", True),
        ("a.zip.damaged-1", "a.zip", "", True),
    ]
    known = {str(found[0].was), str(found[1].was), str(found[2].path)}
    assert aside.without(known) == (found[1],), "other damage of the same file hides no earlier one"
    done = aside.acknowledge()
    assert [path.name for path in done] == ["snippets.7.log.kept-1", "snippets.json.kept-2", "a.zip.kept-1"]
    assert done[1].read_text() == "snippets.json.damaged-2"
    assert aside.unacknowledged() == ()


def test_a_name_is_given_once(tmp_path: Path) -> None:
    """A number that was acknowledged is not given to new damage, nor the other way round."""
    files = Files(LocalDisk(), tmp_path, "snippets")
    aside = SetAsideFiles(files.disk, tmp_path)
    for number in range(1, 4):
        files.current.write_text(str(number))
        assert files.set_aside(files.current).name == f"snippets.json.damaged-{number}"
        aside.acknowledge()
    (tmp_path / "snippets.json.damaged-2").write_text("from a copy of the folder")
    aside.acknowledge()
    assert names(tmp_path) == [f"snippets.json.kept-{number}" for number in range(1, 5)]


def test_a_journal_that_is_gone_is_reported_until_it_is_acknowledged(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        for number in range(3):
            stores.snippets.apply(Change(put=(Snippet(str(number), "t", "b"),)))
        mark = (tmp_path / "snippets.mark").read_bytes()
    for path in tmp_path.glob("snippets.*"):
        path.unlink()
    (tmp_path / "snippets.mark").write_bytes(mark)
    with open_stores(tmp_path) as stores:
        assert [loss.changes for loss in stores.report.losses] == [3]
        assert not stores.report.is_first_start
    for _ in range(2):
        with open_stores(tmp_path) as stores:
            assert stores.report.losses == ()
            (each,) = stores.set_aside(tmp_path).unacknowledged()
            assert (each.kind, each.is_kept) == ("snippets", False)


def test_a_folder_that_cannot_be_written_is_an_error() -> None:
    disk = MemoryDisk()
    disk.write(Path("/d/snippets.json.damaged-1"), b"x")
    disk.fail_at = disk.effects + 1
    with pytest.raises(StoreError):
        SetAsideFiles(disk, Path("/d")).acknowledge()


def test_journals_beside_a_snapshot_made_by_hand_are_of_another_moment_and_not_damaged(
    tmp_path: Path,
) -> None:
    """They are undamaged: ``import`` reads them, and no damage is reported."""
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),)))
    (tmp_path / "snippets.json").write_text('{"snippets": {"x": {"title": "t", "body": "b"}}}')
    with open_stores(tmp_path) as stores:
        (each,) = stores.set_aside(tmp_path).unacknowledged()
        assert each.is_foreign
        assert each.path.name == "snippets.1.log.foreign-1"


@pytest.mark.parametrize("content", ["a letter of somebody's", "", '{"a": 1}'])
def test_a_file_outside_that_is_not_ours_is_never_written_over_through_a_link(
    tmp_path: Path, content: str
) -> None:
    letter, folder = tmp_path / "letter.txt", tmp_path / "data"
    letter.write_text(content)
    letter.chmod(0o644)
    with open_stores(folder) as stores:
        stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),)))
    (folder / "snippets.json").unlink()
    (folder / "snippets.json").symlink_to(letter)
    for number in range(3):
        with open_stores(folder) as stores:
            stores.snippets.apply(Change(put=(Snippet(str(number), "t", "b"),)))
            assert stores.snippets.get("a") is not None
    assert letter.read_text() == content
    assert letter.stat().st_mode & 0o777 == 0o644


def test_two_kinds_never_write_over_each_other_through_a_link(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),)))
        stores.settings.save(Settings(text_scale=150))
    (tmp_path / "settings.json").unlink()
    (tmp_path / "settings.json").symlink_to("snippets.json")
    for number in range(3):
        with open_stores(tmp_path) as stores:
            assert stores.snippets.get("a") is not None
            assert bool(stores.findings()) is (number == 0)
            assert stores.settings.load().text_scale == 150
            stores.set_aside(tmp_path).acknowledge()
