"""What is typed for a customer is in no file that can be read: before a lock, after it, and after SIGKILL."""

from pathlib import Path

import pytest

from tests.desktop_rig import Rig, until
from tests.e2e.program import Program
from tests.e2e.targets import XtermTarget, copy_text
from tests.fakes.markers import files_of, found_in

pytestmark = pytest.mark.desktop
FORM, PANEL, NOTE_HOTKEY = "Fill in", "Quick note", "ctrl+alt+n"
IN_FORM, IN_NOTE = "FORMMARK77", "NOTEMARK88"


def sealed(program: Program) -> bytes:
    path = program.folder / "customer-drafts.json"
    return path.read_bytes() if path.exists() else b""


def type_sealed(rig: Rig, program: Program, text: str) -> None:
    """Type, and wait until all of it is kept."""
    before = sealed(program)
    rig.xdotool("type", "--delay", "5", text)
    until(lambda: sealed(program) != before, "the encrypted draft", 5)
    assert_no_traces(program)


def assert_no_traces(program: Program) -> None:
    assert found_in(files_of(program.folder), (IN_FORM, IN_NOTE)) == []


def run(program: Program, *arguments: str) -> str:
    result = program.cli(*arguments)
    assert result.exit == 0, (arguments, result.err)
    return result.out


def test_a_form_and_a_half_written_note_outlive_a_lock_and_a_kill(
    rig: Rig, one_xterm: XtermTarget, tmp_path: Path
) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("correct horse battery\n")
    with Program(rig) as program:
        program.secrets |= {IN_FORM, IN_NOTE}
        code = program.new_reply("no {memo} sent")
        run(program, "customer", "add", "--nick", "xiaoyu")
        run(program, "customer", "use", "xiaoyu")
        run(program, "data", "protect", "--passphrase-file", str(passphrase))
        one_xterm.clear()
        program.reply(code)
        program.wait_for_window(FORM)
        type_sealed(rig, program, IN_FORM)
        run(program, "data", "lock")
        until(lambda: not program.window(FORM), "the form is closed")
        assert_no_traces(program)
        run(program, "data", "unlock", "--passphrase-file", str(passphrase))
        copy_text(rig, "", "primary")
        copy_text(rig, "asks: ")
        program.key(NOTE_HOTKEY)
        program.wait_for_focus(program.wait_for_window(PANEL))
        type_sealed(rig, program, IN_NOTE)
        program.kill()
        assert_no_traces(program)

        program.start()
        run(program, "data", "unlock", "--passphrase-file", str(passphrase))
        run(program, "customer", "use", "xiaoyu")
        program.key(NOTE_HOTKEY)
        program.wait_for_focus(program.wait_for_window(PANEL))
        program.key("Return")
        until(lambda: IN_NOTE in run(program, "customer", "show", "xiaoyu"), "the note is saved")
        one_xterm.clear()
        program.reply(code)
        program.wait_for_window(FORM)
        program.key("Return")
        assert program.window(FORM), "the field is empty"
        program.key("ctrl+r")
        program.key("Return")
        assert one_xterm.wait_for(f"no {IN_FORM} sent") == f"no {IN_FORM} sent"
        until(lambda: not sealed(program), "the drafts are deleted")
        assert_no_traces(program)
