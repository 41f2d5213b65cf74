"""A buyer's message copied in another program, the hotkey, the suggest key, Enter: real keys throughout."""

import pytest

from tests.desktop_rig import Rig, until
from tests.e2e.program import Program
from tests.e2e.targets import XtermTarget, copy_text
from tests.e2e.texts import clipboard_is

pytestmark = pytest.mark.desktop

MESSAGE = "亲，我买的猫抓板掉渣了怎么办，电话 13812345678"
REPLY = "猫抓板掉渣属于正常现象，给您补发一块新的。"


def test_the_copied_message_of_a_buyer_is_answered_with_three_keys(
    rig: Rig, program: Program, one_xterm: XtermTarget
) -> None:
    program.add(REPLY, code="zqcat", title="猫抓板掉渣")
    program.secrets |= {MESSAGE, "13812345678"}
    one_xterm.clear()
    copy_text(rig, MESSAGE)
    palette = program.open_palette()
    before = program.settled_picture(palette)
    program.key("ctrl+g")
    until(lambda: program.settled_picture(palette) != before, "the suggestions")
    program.key("Return")
    assert one_xterm.wait_for(REPLY) == REPLY
    clipboard_is(rig, MESSAGE)
    program.wait_for_focus(one_xterm.window)
    until(lambda: "掉渣".encode() in program.stored("insights"), "the choice on the disk")
    assert b"13812345678" not in program.stored("insights")
    assert REPLY.encode() not in program.stored("insights")


def test_the_command_line_gets_the_same_from_the_running_program(program: Program) -> None:
    found = program.cli("suggest", "--json", "--limit", "1", stdin="猫抓板怎么掉渣".encode())
    assert found.exit == 0
    assert found.json[0]["body"] == REPLY
    assert "*" * 11 in found.json[0]["like"]
    assert program.cli("suggest", "喵喵喵喵").exit == 3


def test_what_was_used_is_first_after_a_restart(program: Program) -> None:
    program.quit()
    program.start()
    until(lambda: program.cli("find", "--json", "").json[0]["body"] == REPLY, "the habit to be known again")
