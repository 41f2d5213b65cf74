"""The log lies in the data folder; where it cannot, the program goes on without it."""

import logging
from pathlib import Path

import pytest

from quickdesk.app.process.logs import FILE_NAME, logging_to


def test_records_of_ours_are_written_meanwhile(tmp_path: Path) -> None:
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


def test_a_full_log_begins_anew(tmp_path: Path) -> None:
    with logging_to(tmp_path):
        for _ in range(6):
            logging.getLogger("quickdesk.test").info("x" * 100_000)
    assert sorted(each.name for each in tmp_path.iterdir()) == [FILE_NAME, f"{FILE_NAME}.1"]


def test_a_full_log_does_not_begin_anew_in_a_folder_that_took_the_place_of_ours(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with logging_to(folder):
        folder.rename(tmp_path / "renamed")
        folder.mkdir()
        for _ in range(6):
            logging.getLogger("quickdesk.test").info("x" * 100_000)
    assert list(folder.iterdir()) == []
    assert (tmp_path / "renamed" / FILE_NAME).stat().st_size > 600_000
