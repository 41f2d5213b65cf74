"""The log lies in the data folder; where it cannot, the program goes on without it."""

import logging
import os
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


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    with logging_to(tmp_path):
        logging.getLogger("quickdesk.test").info("here")
    assert "here" in capsys.readouterr().err
