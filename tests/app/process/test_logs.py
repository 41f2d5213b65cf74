"""The log is written in the data folder; if it cannot be, the program continues without it."""

import logging
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quickdesk.app.process.logs import FILE_NAME, logging_to


def test_records_of_quickdesk_are_written_in_the_with_block(tmp_path: Path) -> None:
    log = logging.getLogger("quickdesk.test")
    with logging_to(tmp_path):
        log.info("command %s: exit %d", "find", 0)
        logging.getLogger("elsewhere").error("not ours")
    log.info("afterwards")
    (line,) = (tmp_path / FILE_NAME).read_text("utf-8").splitlines()
    assert line.endswith("INFO quickdesk.test command find: exit 0")


def test_without_a_file_it_is_written_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with logging_to(tmp_path / "none"):
        logging.getLogger("quickdesk.test").info("here")
    assert "here" in capsys.readouterr().err


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def wide_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.usefixtures("wide_umask")
def test_only_its_owner_may_read_it_also_what_was_written_before(tmp_path: Path) -> None:
    with logging_to(tmp_path):
        pass
    assert mode_of(tmp_path / FILE_NAME) == 0o600
    names = (FILE_NAME, f"{FILE_NAME}.1", f"{FILE_NAME}.2")
    for name in names:
        (tmp_path / name).write_text("before\n")
        (tmp_path / name).chmod(0o644)
    with logging_to(tmp_path):
        logging.getLogger("quickdesk.test").info("after")
    assert [mode_of(tmp_path / name) for name in names] == [0o600] * 3
    first, second = (tmp_path / FILE_NAME).read_text("utf-8").splitlines()
    assert first == "before"
    assert second.endswith("after")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.usefixtures("wide_umask")
def test_a_log_that_has_grown_goes_on_in_a_new_file_for_its_owner_only(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"x" * 512 * 1024)
    with logging_to(tmp_path):
        logging.getLogger("quickdesk.test").info("new")
    assert (tmp_path / FILE_NAME).read_text("utf-8").endswith("new\n")
    assert mode_of(tmp_path / FILE_NAME) == mode_of(tmp_path / f"{FILE_NAME}.1") == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no pipes and links like these")
@pytest.mark.parametrize(
    "make",
    [
        os.mkfifo,
        Path.mkdir,
        lambda path: path.symlink_to("/dev/null"),
        lambda path: path.symlink_to(path.parent / "others.txt"),
    ],
)
def test_what_is_no_file_is_not_opened_and_does_not_stop_the_start(
    tmp_path: Path, make: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "others.txt").write_text("theirs")
    (tmp_path / "others.txt").chmod(0o644)
    make(tmp_path / FILE_NAME)
    make(tmp_path / f"{FILE_NAME}.1")
    with logging_to(tmp_path):
        logging.getLogger("quickdesk.test").info("here")
    assert "here" in capsys.readouterr().err
    assert (tmp_path / "others.txt").read_text() == "theirs"
    assert mode_of(tmp_path / "others.txt") == 0o644


def test_a_record_is_one_entry_whatever_it_contains(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Test runners that pass what was logged from process to process cannot encode half a character.
    monkeypatch.setattr(logging.getLogger("quickdesk"), "propagate", False)
    with logging_to(tmp_path):
        logging.getLogger("quickdesk.test").info("at %s", "a\n2026-11-21 INFO forged\x1b[2J\u202e\udcff")
    lines = (tmp_path / FILE_NAME).read_text("utf-8").splitlines()
    assert lines[1:] == ["    2026-11-21 INFO forged\\x1b[2J\\u202e\\udcff"]


def test_a_full_log_is_rotated(tmp_path: Path) -> None:
    with logging_to(tmp_path):
        for _ in range(6):
            logging.getLogger("quickdesk.test").info("x" * 100_000)
    assert sorted(each.name for each in tmp_path.iterdir()) == [FILE_NAME, f"{FILE_NAME}.1"]


def test_a_full_log_is_not_rotated_in_a_folder_that_replaced_the_data_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with logging_to(folder):
        folder.rename(tmp_path / "renamed")
        folder.mkdir()
        for _ in range(6):
            logging.getLogger("quickdesk.test").info("x" * 100_000)
    assert list(folder.iterdir()) == []
    assert (tmp_path / "renamed" / FILE_NAME).stat().st_size > 600_000
