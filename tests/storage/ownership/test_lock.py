import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.failure import FolderMovedError
from quickdesk.storage.ownership.guard import FolderGuard
from quickdesk.storage.ownership.lock import LOCK_NAME, FolderLock, Identity, IdentityOf, identity_of


def numbered_anew() -> IdentityOf:
    """Returns the identity on a file system that gives a file another number at each look."""
    numbers = count(1)

    def identity_of(file: Path | int) -> Identity:
        if isinstance(file, Path):
            file.stat()
        return 1, next(numbers)

    return identity_of


@pytest.fixture(params=["numbers stay", "numbers change"])
def lock(request: pytest.FixtureRequest, tmp_path: Path) -> FolderLock:
    folder = tmp_path / "data"
    folder.mkdir()
    if request.param == "numbers stay":
        return FolderLock(folder)
    return FolderLock(folder, identity_of=numbered_anew())


def test_a_lock_is_in_place_where_it_was_taken(lock: FolderLock, tmp_path: Path) -> None:
    assert lock.is_in_place()
    assert lock.is_in_place()
    assert (tmp_path / "data" / LOCK_NAME).read_bytes() == b"", "what synchronises the folder sees no change"
    lock.release()


def test_a_renamed_folder_has_taken_the_lock_away_until_it_is_back(lock: FolderLock, tmp_path: Path) -> None:
    (tmp_path / "data").rename(tmp_path / "other")
    assert not lock.is_in_place()
    (tmp_path / "other").rename(tmp_path / "data")
    assert lock.is_in_place()
    lock.release()


def test_a_copy_in_its_place_is_another_folder(lock: FolderLock, tmp_path: Path) -> None:
    lock.is_in_place()
    shutil.copytree(tmp_path / "data", tmp_path / "copy")
    (tmp_path / "data").rename(tmp_path / "other")
    (tmp_path / "copy").rename(tmp_path / "data")
    assert not lock.is_in_place()
    lock.release()


def test_a_folder_that_was_exchanged_is_left_alone_after_one_look(tmp_path: Path) -> None:
    for name in ("data", "new"):
        (tmp_path / name).mkdir()
    lock = FolderLock(tmp_path / "data")
    FolderLock(tmp_path / "new").release()
    (tmp_path / "data").rename(tmp_path / "other")
    (tmp_path / "new").rename(tmp_path / "data")
    assert not lock.is_in_place()
    before = (tmp_path / "other" / LOCK_NAME).stat().st_mtime_ns
    assert not lock.is_in_place()
    assert (tmp_path / "other" / LOCK_NAME).stat().st_mtime_ns == before
    lock.release()


def test_a_deleted_folder_or_a_file_instead_holds_no_lock(lock: FolderLock, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "data")
    assert not lock.is_in_place()
    (tmp_path / "data").write_text("")
    assert not lock.is_in_place()
    lock.release()


def test_a_link_counts_by_where_it_leads(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "data").symlink_to("a")
    lock = FolderLock(tmp_path / "data")
    assert lock.is_in_place()
    (tmp_path / "data").unlink()
    (tmp_path / "data").symlink_to("b")
    assert not lock.is_in_place()
    (tmp_path / "b").rmdir()
    (tmp_path / "a").rename(tmp_path / "b")
    assert lock.is_in_place(), "the folder was moved and the link follows it"
    lock.release()


def test_a_file_with_another_name_too_keeps_its_content(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    (tmp_path / "data").mkdir()
    os.link(tmp_path / "letter.txt", tmp_path / "data" / LOCK_NAME)
    lock = FolderLock(tmp_path / "data", identity_of=numbered_anew())
    assert not lock.is_in_place()
    assert (tmp_path / "letter.txt").read_text() == "keep me"
    lock.release()


def test_a_second_lock_is_refused_until_the_first_is_released(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with pytest.raises(StoreError) as refusal:
        FolderLock(tmp_path)
    assert refusal.value.problem is StoreProblem.IN_USE
    lock.release()
    FolderLock(tmp_path).release()


def test_threads_that_look_at_once_do_not_mislead_each_other(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path, identity_of=numbered_anew())
    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(lambda _: lock.is_in_place(), range(200)))
    lock.release()


@pytest.mark.parametrize("is_number_given_again", [False, True])
def test_a_lock_that_another_thread_just_releases_is_checked_once_more(
    tmp_path: Path, *, is_number_given_again: bool
) -> None:
    """Nothing is refused then, and nothing is written to a file that got the number of the old lock."""
    pauses, meanwhile = [True], Event()
    at_pause = Event()

    def slowly(file: Path | int) -> Identity:
        if isinstance(file, int) and current_thread() is not main_thread() and pauses:
            pauses.clear()
            at_pause.set()
            meanwhile.wait(10)
        return identity_of(file)

    guard = FolderGuard(tmp_path, FolderLock(tmp_path, identity_of=slowly), lambda _: False, slowly)
    (tmp_path / LOCK_NAME).unlink()
    (tmp_path / LOCK_NAME).touch()
    (tmp_path / "next").touch()
    made = (tmp_path / "next").stat()
    with ThreadPoolExecutor(1) as threads:
        other = threads.submit(guard.confirm)
        at_pause.wait(10)
        guard.confirm()
        descriptor = os.open(tmp_path / "next", os.O_RDWR) if is_number_given_again else -1
        meanwhile.set()
        other.result(10)
    if is_number_given_again:
        os.close(descriptor)
        assert (tmp_path / "next").stat().st_mtime_ns == made.st_mtime_ns
    guard.release()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_a_pipe_in_the_place_of_the_lock_file_does_not_block(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    (tmp_path / LOCK_NAME).unlink()
    os.mkfifo(tmp_path / LOCK_NAME)
    with ThreadPoolExecutor(1) as threads:
        found = threads.submit(lock.is_in_place)
        try:
            assert not found.result(5)
        except TimeoutError:
            (tmp_path / LOCK_NAME).write_bytes(b"x")  # lets the reader go
            raise
    lock.release()


@pytest.mark.parametrize("is_lock_file_made", [False, True])
def test_a_folder_deleted_while_it_is_locked_again_stays_deleted(
    tmp_path: Path, *, is_lock_file_made: bool
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()

    def deleting(file: Path | int) -> Identity:
        identity = identity_of(file)
        if is_deleted_now and file == folder and (folder / LOCK_NAME).exists() == is_lock_file_made:
            shutil.rmtree(folder)
            is_deleted_now.clear()
        return identity

    is_deleted_now: list[bool] = []
    guard = FolderGuard(folder, FolderLock(folder), lambda _: False, deleting)
    (folder / LOCK_NAME).unlink()
    is_deleted_now.append(True)
    with pytest.raises(FolderMovedError):
        guard.confirm()
    assert not is_deleted_now
    assert not folder.exists()
    guard.release()
