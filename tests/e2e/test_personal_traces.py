"""A scripted day through the real commands: no name, phone, order or note is readable in any file.

That holds while commands run, after a kill, in backups, in the temporary folder and in the log; after an
erasure it holds with the key as well.
"""

import json
import os
import signal
import subprocess
import time
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from quickdesk.storage.protection.keys import DataKey
from tests.e2e.program import EXECUTABLE
from tests.fakes.markers import MARKERS, files_of, found_in

NAME, PHONE, NOTE, ORDER = MARKERS
TABLE = f"昵称,平台,手机,订单号,笔记\n{NAME},淘宝,{PHONE},{ORDER},{NOTE}\n"
MANY = "昵称,平台,手机,订单号,笔记\n" + "".join(
    f"{NAME}{number},淘宝,{int(PHONE) + number},{int(ORDER) + number},{NOTE}{number}\n"
    for number in range(8_000)
)
_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Day:
    """A machine whose folders are all new; ``private`` is outside of what the program writes."""

    root: Path
    private: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def environment(self) -> Mapping[str, str]:
        own = {"QUICKDESK_HOME": self.data, "HOME": self.root / "home", "TMPDIR": self.root / "tmp"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_"))}
        return {**kept, **{name: str(path) for name, path in own.items()}, "LANG": "C.UTF-8"}

    def start(self, *line: str) -> subprocess.Popen[str]:
        pipes: Any = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen([EXECUTABLE, *line], env=dict(self.environment), **pipes)

    def run(self, *line: str) -> str:
        process = self.start(*line)
        out, error = process.communicate(timeout=_PATIENCE_S)
        assert process.returncode == 0, (line, error)
        return out

    def table(self, name: str, content: str) -> str:
        path = self.private / name
        path.write_text(content, "utf-8")
        return str(path)

    def readable(self, key: DataKey | None = None) -> list[tuple[str, str]]:
        """Return the files that contain a text of a customer."""
        return found_in(files_of(self.root), MARKERS, key)


@pytest.fixture
def day(tmp_path: Path) -> Day:
    for name in ("root", "root/home", "root/tmp", "private"):
        (tmp_path / name).mkdir()
    return Day(tmp_path / "root", tmp_path / "private")


def key_of(day: Day) -> DataKey:
    """Return the data key in its file: there is no keyring here."""
    (file,) = day.data.glob("*.key")
    return DataKey.of(b64decode(file.read_text().split()[1]))


def test_a_day_leaves_nothing_readable(day: Day) -> None:
    day.run("customer", "import", day.table("one.csv", TABLE))
    (card,) = json.loads(day.run("customer", "list", "--json"))
    day.run("customer", "note", card["id"], NOTE + "！")
    day.run("customer", "find", NAME)
    day.run("backup")
    assert day.readable() == []
    _kill_while_importing(day)
    assert day.readable() == []
    day.run("check")
    day.run("undo")
    assert day.readable() == []
    assert {marker for _, marker in day.readable(key_of(day))} == set(MARKERS)


def _kill_while_importing(day: Day) -> None:
    """Kill an import as soon as it has begun to write."""
    journals = sum(path.stat().st_size for path in day.data.glob("customers.*"))
    process = day.start("customer", "import", day.table("many.csv", MANY))
    until = time.monotonic() + _PATIENCE_S
    while sum(path.stat().st_size for path in day.data.glob("customers.*")) == journals:
        if process.poll() is not None or time.monotonic() > until:
            break
        time.sleep(0.001)
        assert day.readable() == []
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=_PATIENCE_S)


def test_an_erasure_leaves_nothing_even_for_the_key(day: Day) -> None:
    day.run("customer", "import", day.table("one.csv", TABLE))
    day.run("backup")
    day.run("customer", "note", NAME, NOTE)
    key = key_of(day)
    assert {marker for _, marker in day.readable(key)} == set(MARKERS)
    day.run("customer", "erase", NAME, "--yes")
    assert day.readable(key) == []
    assert key_of(day).id == key.id
