"""A day with customers, by commands and in the running program: no file contains what is known of them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quickdesk.cli.client import ask
from tests.desktop_rig import until
from tests.fakes.markers import files_of, found_in

MARKERS = (
    "张三丰小号",
    "王大明真名",
    "13987654321",
    "文三路七十七号",
    "爱砍价的老客",
    "奇怪的尺码",
    "要蓝色的那款不要声张",
    "2611229999001",
    "SF1234509876001",
)
"""A nickname, a name, a phone, an address, a remark, a field, a note, an order, a tracking number."""
_NOT_INHERITED = ("DISPLAY", "WAYLAND_DISPLAY", "QUICKDESK_HOME")


class Day:
    """A data folder, and the commands of the day in it."""

    def __init__(self, folder: Path, temporary: Path) -> None:
        self.folder, self._temporary = folder, temporary
        kept = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
        own = {"QUICKDESK_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(temporary)}
        self._env = {**kept, **own}

    def run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "quickdesk", *arguments]
        done = subprocess.run(command, env=self._env, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return done.stdout

    @contextmanager
    def program(self) -> Iterator[None]:
        """Let the program run, and kill it in the end."""
        process = subprocess.Popen([sys.executable, "-m", "quickdesk"], env=self._env)
        try:
            request = {"command": "find", "arguments": {"text": "x"}}
            until(lambda: ask(self.folder, request, 60), "the program", limit_s=60)
            yield
        finally:
            process.kill()
            process.wait()

    def assert_no_traces(self) -> None:
        """Look into every file of the data folder, with logs and backups, and of the temporary one."""
        for folder in (self.folder, self._temporary):
            assert found_in(files_of(folder), MARKERS) == []


def add_customer(day: Day) -> None:
    nick, name, phone, address, remark, size, note, order, tracking = MARKERS
    day.run(
        *("customer", "add", "--nick", nick, "--name", name, "--phone", phone, "--address", address),
        *("--remark", remark, "--set", f"尺码={size}"),
    )
    day.run("customer", "note", nick, note, "--pin")
    day.run("customer", "order", nick, order, "--set", f"tracking={tracking}")


def change_and_undo(day: Day) -> None:
    nick = MARKERS[0]
    day.run("customer", "note", nick, f"{MARKERS[6]}二")
    day.run("customer", "remove", nick)
    day.run("undo")


def test_no_file_of_a_day_contains_what_is_known_of_a_customer(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    day = Day(tmp_path / "data", temporary)
    add_customer(day)
    day.assert_no_traces()
    backup = day.run("backup").strip().rpartition(" ")[2]
    with day.program():
        change_and_undo(day)
        day.assert_no_traces()
    day.assert_no_traces()  # as the killed program left it
    day.run("restore", backup)
    day.run("undo")
    assert MARKERS[6] in day.run("customer", "show", MARKERS[0], "--reveal")
    day.assert_no_traces()
