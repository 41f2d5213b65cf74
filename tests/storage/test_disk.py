import errno
import os
import stat
from pathlib import Path

import pytest

from quickdesk.storage.disk import LocalDisk, NotAFileError, wait


def test_a_file_is_created_for_its_owner_only(tmp_path: Path) -> None:
    disk, path = LocalDisk(), tmp_path / "数据.json"
    disk.write(path, b"one")
    disk.write(path, b"two")
    assert disk.read(path) == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_small_file_is_written_over_from_its_beginning(tmp_path: Path) -> None:
    disk, path = LocalDisk(), tmp_path / "x.mark"
    path.symlink_to(tmp_path / "outside")
    file = disk.create_overwritten(path)
    for data in (b"one", b"two"):
        file.overwrite(data)
        assert path.read_bytes() == data
    file.close()
    assert stat.S_IMODE(path.lstat().st_mode) == 0o600
    assert not (tmp_path / "outside").exists()


def test_a_link_is_read_through_and_never_written_through(tmp_path: Path) -> None:
    outside, link = tmp_path / "outside", tmp_path / "link"
    outside.write_bytes(b"theirs")
    link.symlink_to(outside)
    disk = LocalDisk()
    assert disk.read(link) == b"theirs"
    assert disk.is_file(link)
    disk.write(link, b"ours")
    assert outside.read_bytes() == b"theirs"
    assert disk.read(link) == b"ours"
    assert not link.is_symlink()


def test_a_broken_link_exists_and_is_no_file(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    disk = LocalDisk()
    assert disk.exists(link)
    assert not disk.is_file(link)
    assert not disk.exists(tmp_path / "nowhere")


def test_what_is_not_a_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(NotAFileError):
            LocalDisk().read(path)


def test_a_folder_is_for_its_owner_and_one_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    disk, folder = LocalDisk(), tmp_path / "b"
    disk.make_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    disk.make_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    disk.sync_folder(folder)
    assert disk.names(tmp_path) == ["b"]


def test_a_folder_that_was_deleted_is_not_created_again_for_one_in_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        LocalDisk().make_folder(tmp_path / "deleted" / "search")
    assert not (tmp_path / "deleted").exists()


def held_by_another(code: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "held")
    error.winerror = code  # type: ignore[attr-defined]
    return error


def test_a_rename_waits_for_a_program_that_has_the_file_open(tmp_path: Path) -> None:
    trouble = [held_by_another(code) for code in (32, 5, 33)]
    pauses: list[float] = []

    def rename(source: Path, target: Path) -> None:
        if trouble:
            raise trouble.pop()
        source.replace(target)

    (tmp_path / "a").write_bytes(b"a")
    LocalDisk(rename, pauses.append).replace(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"a"
    assert len(pauses) == 3
    assert pauses == sorted(pauses)


def test_a_rename_gives_up_in_the_end_and_at_once_if_waiting_does_not_help(tmp_path: Path) -> None:
    for error, least, most in ((held_by_another(32), 3, 10), (PermissionError(errno.EACCES, "no"), 0, 0)):
        pauses: list[float] = []

        def rename(source: Path, target: Path, error: OSError = error) -> None:
            raise error

        with pytest.raises(PermissionError):
            LocalDisk(rename, pauses.append).replace(tmp_path / "a", tmp_path / "b")
        assert least <= len(pauses) <= most
        assert sum(pauses) < 1


def test_waiting_ends() -> None:
    wait(0.001)
