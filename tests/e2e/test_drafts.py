"""Drafts outlive the process: what was typed before SIGTERM or SIGKILL is offered at the next start."""

import os
import signal

import pytest

from tests.desktop_rig import Rig, until
from tests.e2e.program import Program
from tests.e2e.targets import XtermTarget

pytestmark = pytest.mark.desktop
EDITOR, FORM = "New reply", "Fill in"


def end(program: Program, number: signal.Signals) -> None:
    """End the process, which must not be asked about what was typed."""
    if number is signal.SIGKILL:
        program.kill()
        return
    assert program.process
    os.kill(program.pid, number)
    assert program.process.wait(10) == 0
    program.process = None


def drafts(program: Program) -> str:
    path = program.folder / "drafts.json"
    return path.read_text("utf-8") if path.exists() else ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_reply_that_is_being_written_outlives_the_process(
    rig: Rig, one_xterm: XtermTarget, number: signal.Signals
) -> None:
    with Program(rig) as program:
        program.secrets.add("half written")
        program.open_palette()
        rig.xdotool("type", "--delay", "5", "parcel")
        program.key("ctrl+n")
        program.wait_for_window(EDITOR)
        rig.xdotool("type", "--delay", "5", "half written")
        if number is signal.SIGKILL:  # nothing can be saved at the end
            until(lambda: "half written" in drafts(program), "the draft on the disk", 5)
        end(program, number)
        assert '"parcel"' in drafts(program)
        program.start()
        program.open_palette()
        program.key("ctrl+n")
        program.wait_for_window(EDITOR)
        program.key("shift+Tab", "shift+Tab", "Return")  # from the title to "Restore"
        program.key("ctrl+Return")
        until(lambda: not program.window(EDITOR), "the reply is saved")
        found, *_ = program.cli("find", "parcel", "--json").json
        assert found["body"] == "half written"
        until(lambda: not drafts(program), "the draft is deleted")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_what_was_filled_in_outlives_the_process_and_is_only_offered(
    rig: Rig, one_xterm: XtermTarget, number: signal.Signals
) -> None:
    with Program(rig) as program:
        program.secrets.add("ORDER77")
        code = program.new_reply("no {order} sent")
        one_xterm.clear()
        program.reply(code)
        program.wait_for_window(FORM)
        rig.xdotool("type", "--delay", "5", "ORDER77")
        if number is signal.SIGKILL:
            until(lambda: "ORDER77" in drafts(program), "the draft on the disk", 5)
        end(program, number)
        assert "ORDER77" in drafts(program)
        program.start()
        program.reply(code)
        program.wait_for_window(FORM)
        program.key("Return")
        assert program.window(FORM), "the field is empty"
        program.key("ctrl+r")
        program.key("ctrl+Return")
        until(lambda: not program.window(FORM), "the reply is copied")
        until(lambda: not drafts(program), "the draft is deleted")
        assert one_xterm.text() == ""
