"""The tray program as a process: it starts, listens, ends in order, and says why it cannot start."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quickdesk.app.process.errors import error_window
from quickdesk.cli.client import ask
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.open import open_stores
from tests.desktop_rig import until


@contextmanager
def program(home: Path, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    environ = {**os.environ, "QUICKDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **environment}
    command = [sys.executable, "-m", "quickdesk"]
    with subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def answers(home: Path) -> bool:
    return ask(home, {"command": "hide", "arguments": {}}, 5) is not None


def test_it_lives_from_start_to_quit(tmp_path: Path) -> None:
    with program(tmp_path) as process:
        until(lambda: answers(tmp_path), "the program answers")
        listed = ask(tmp_path, {"command": "list", "arguments": {}}, 5)
        assert listed is not None
        assert len(listed["data"]) >= 80
        again = subprocess.run(
            [sys.executable, "-m", "quickdesk"],
            env={**os.environ, "QUICKDESK_HOME": str(tmp_path)},
            capture_output=True,
            check=False,
        )
        assert again.returncode == 0, "a second start shows the palette of the first"
        assert ask(tmp_path, {"command": "quit", "arguments": {}}, 5) is not None
        assert process.wait(10) == 0
    log = (tmp_path / "quickdesk.log").read_text("utf-8")
    assert "command show: exit 0" in log
    assert listed["data"][0]["body"] not in log
    with open_stores(tmp_path):
        pass


def test_a_start_right_after_quit_waits_for_the_end_and_comes_up(tmp_path: Path) -> None:
    with program(tmp_path) as first:
        until(lambda: answers(tmp_path), "the program answers")
        assert ask(tmp_path, {"command": "quit", "arguments": {}}, 5) is not None
        with program(tmp_path) as second:
            assert first.wait(10) == 0
            until(lambda: answers(tmp_path), "the second program answers")
            assert second.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_signal_ends_it_in_order(tmp_path: Path) -> None:
    with program(tmp_path) as process:
        until(lambda: answers(tmp_path), "the program answers")
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


def test_a_client_of_another_version_is_answered(tmp_path: Path) -> None:
    """An update may have replaced the command line while the program of before still runs."""
    with program(tmp_path) as process:
        until(lambda: answers(tmp_path), "the program answers")
        unknown = ask(tmp_path, {"command": "forecast", "arguments": {"days": 3}, "protocol": 9}, 5)
        assert unknown is not None
        assert (unknown["exit"], unknown["problem"]) == (1, "unknown-command")
        assert unknown["facts"]["command"] == "forecast"
        known = ask(tmp_path, {"command": "list", "arguments": {}, "protocol": 9, "of": ["a", "newer"]}, 5)
        assert known is not None
        assert known["exit"] == 0
        assert process.poll() is None


def test_data_of_a_newer_version_is_not_touched_and_said(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),)))
    file = tmp_path / "snippets.json"
    newer = json.dumps({"_meta": {"1": {"format": "quickdesk-snippets", "version": 99}}, "snippets": {}})
    file.write_text(newer)
    with program(tmp_path) as process:
        _, err = process.communicate(timeout=20)
    assert process.returncode == 5
    assert err.strip()
    assert any(path.read_text("utf-8") == newer for path in tmp_path.glob("snippets.json*"))


def test_a_display_that_does_not_answer_is_said_before_qt_ends_the_process(tmp_path: Path) -> None:
    with program(tmp_path, QT_QPA_PLATFORM="", DISPLAY=":973") as process:
        _, err = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "no display" in err


def test_the_error_window_shows_its_text_as_it_is(qtbot: object) -> None:
    box = error_window("<b>数据</b>")
    assert box.text() == "<b>数据</b>"
    assert box.accessibleName() or box.windowTitle() == "quickdesk"


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_a_start_from_a_terminal_says_in_one_line_where_the_program_is(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    environ = {
        **os.environ,
        "QUICKDESK_HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "en_US",
    }
    with subprocess.Popen([sys.executable, "-m", "quickdesk"], env=environ, stdout=theirs) as process:
        os.close(theirs)
        try:
            assert os.read(ours, 4096).decode().startswith("quickdesk is running: ")
            until(lambda: answers(tmp_path), "the program answers")
            assert ask(tmp_path, {"command": "quit", "arguments": {}}, 5) is not None
            assert process.wait(10) == 0
        finally:
            process.kill()
            os.close(ours)
