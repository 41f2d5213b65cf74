"""A menu of another program holds the keyboard while the palette opens: the agent is told."""

from collections.abc import Iterator

import pytest

from quickdesk.desktop.x11.target import X11TargetWindows
from tests.desktop_rig import Rig, require, until
from tests.e2e.program import Program
from tests.e2e.targets import EditorTarget

pytestmark = pytest.mark.desktop


@pytest.fixture(scope="module")
def editor(rig: Rig) -> Iterator[EditorTarget]:
    require(*EditorTarget.programs)
    with EditorTarget(rig) as editor:
        yield editor


@pytest.fixture(scope="module")
def windows(rig: Rig) -> Iterator[X11TargetWindows]:
    windows = X11TargetWindows(0, rig.display)
    yield windows
    windows.close()


def test_the_palette_listens_once_the_menu_is_closed(
    rig: Rig, program: Program, editor: EditorTarget, windows: X11TargetWindows
) -> None:
    code = program.new_reply("您好，请稍等")
    editor.clear()
    assert not windows.keyboard_is_held()
    rig.xdotool("mousemove", "--window", str(editor.window), "200", "200", "click", "3")
    until(windows.keyboard_is_held, "the menu")
    program.show()
    until(program.toast, "the notice about it")
    assert program.cli("doctor", "--json").json["program"]["keyboard_held"]
    assert _is_still(rig, program), "no caret blinks"
    program.key("Escape")
    until(lambda: not windows.keyboard_is_held(), "the menu closed")
    until(lambda: not _is_still(rig, program), "the caret")
    until(lambda: not program.toast(), "the notice gone, which is no longer true")
    rig.xdotool("type", code)
    program.key("Return")
    assert editor.wait_for("您好，请稍等") == "您好，请稍等"


def _is_still(rig: Rig, program: Program) -> bool:
    """Return whether the search box does not change for longer than a caret blinks."""
    left, top, width, _ = program.screen.place(program.palette)
    box = (left, top, width // 2, 70)
    return len({program.screen.pixels(box) for _ in range(30) if not rig.xdotool("sleep", "0.05")}) == 1
