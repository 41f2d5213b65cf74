"""The dock beside a foreign program: clicks in it work, and the keyboard stays with the program."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop_rig import Rig, require, until
from tests.e2e.targets import XtermTarget

pytestmark = pytest.mark.desktop
ROOT = Path(__file__).parents[2]


class Dock:
    """The dock in a process of its own, beside an xterm that has the focus."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.log = rig.home / "dock.log"
        program = f"{sys.executable} -m tests.e2e.dock_program > {self.log} 2>&1"
        paths = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        self.process = rig.start("sh", "-c", f"cd {ROOT} && exec {program}", env=paths)
        until(lambda: self.lines, "the dock")
        self.places = json.loads(self.lines[0])
        self.window = rig.window("--name", "^Customer dock$")

    @property
    def lines(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []

    def click(self, name: str) -> None:
        (x, y) = next(place for text, place in self.places.items() if name in text)
        self.rig.xdotool("mousemove", "--window", str(self.window), str(x), str(y), "click", "1")

    def says(self, words: str) -> None:
        until(lambda: words in self.lines, f"{words}, but it said {self.lines[1:]}")


@pytest.fixture
def target() -> Iterator[XtermTarget]:
    require("xterm")
    with Rig() as rig, XtermTarget(rig) as target:
        yield target


def test_clicks_in_the_dock_leave_the_keyboard_with_the_chat_window(target: XtermTarget) -> None:
    rig = target.rig
    dock = Dock(rig)
    dock.click("taobao")
    dock.says("copied fish")
    dock.click("Phone number")
    dock.says("copied 13800000006")
    dock.click("2  bear")
    dock.says("switched 2")
    dock.click("likes blue")
    dock.says("copied likes blue")
    dock.click("Fold up")
    until(lambda: any(line.startswith("height") for line in dock.lines), "the dock folded up")
    assert rig.xdotool("getwindowfocus") == str(target.window)
    rig.xdotool("type", "hello")
    assert target.wait_for("hello") == "hello"
    assert not [line for line in dock.lines if line.startswith("focus")]
