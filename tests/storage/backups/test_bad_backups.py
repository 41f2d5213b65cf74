"""Bad files among the backups: they are set aside, and the others go on."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from quickdesk.commands.checker import Fault
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.backups import backup as backup_module
from quickdesk.storage.backups.backup_files import BackupFiles
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.open import open_stores
from tests.fakes.bad_backups import BAD, NOON

LATER = NOON + timedelta(hours=2)
REPLY = Snippet("a1", "退款😀", "文\ud800", "tk", ("售后",), ("退",))


def test_bad_backups_are_set_aside_and_the_others_go_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    quick = [make for name, make in BAD.items() if not name.startswith("very many")]
    folder = tmp_path / "backups"
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(REPLY,)))
        backups = stores.backups(tmp_path)
        first = Path(backups.backup(NOON).path)
        bad = {
            Path(backups.backup(LATER + timedelta(minutes=each)).path): make
            for each, make in enumerate(quick)
        }
        for path, make in bad.items():
            path.write_bytes(make())
        checked = stores.checker(tmp_path).check()
        assert checked.backups == 1
        assert {each.path for each in checked.findings} == {str(path) for path in bad}
        assert all(each.fault is Fault.BACKUP and each.is_repaired for each in checked.findings)
        aside = {path.with_name(f"{path.name}.damaged-1"): path for path in bad}
        for new, path in aside.items():
            new.rename(path)
        assert backups.backup_if_changed(LATER) is None, "the one before them has all that is there"
        assert {*folder.iterdir()} == {first, *aside}
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        f"damaged backup: {path.name}" for path in reversed(bad)
    ]
    caplog.clear()


def test_a_folder_a_pipe_and_a_device_in_the_place_of_a_backup_stop_nothing(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        backups = stores.backups(tmp_path)
        backups.backup(NOON)
        made = [Path(backups.backup(LATER + timedelta(hours=hour)).path) for hour in range(4)]
        folder, pipe, device, loop = made
        for path in made:
            path.unlink()
        folder.mkdir()
        os.mkfifo(pipe)
        device.symlink_to("/dev/zero")
        loop.symlink_to(loop.name)
        assert backups.backup_if_changed(NOON) is None
        assert stores.checker(tmp_path).check().backups == 1
    assert stat.S_ISFIFO(pipe.with_name(f"{pipe.name}.damaged-1").stat().st_mode)


def test_a_file_of_100_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "backups" / "large.zip"
    path.parent.mkdir()
    path.touch()
    os.truncate(path, 100 << 30)
    assert not BackupFiles(LocalDisk(), tmp_path).is_undamaged(path.name)


def test_more_data_than_a_backup_can_hold_make_none_and_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_module, "MOST_UNPACKED_BYTES", 2000)
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(REPLY,)))
        backups = stores.backups(tmp_path)
        made = backups.backup(NOON).path
        stores.snippets.apply(Change(put=(Snippet("b2", "t", "b" * 3000),)))
        with pytest.raises(StoreError) as found:
            backups.backup(LATER)
        assert found.value.problem is StoreProblem.TOO_LARGE
        with pytest.raises(StoreError):
            backups.backup_if_changed(LATER)
    assert [str(each) for each in (tmp_path / "backups").iterdir()] == [made]
