"""The current customer with real keys: copied, made with one key, switched, and in the text in the chat."""

import pytest

from tests.desktop_rig import Rig, until
from tests.e2e.program import Program
from tests.e2e.targets import XtermTarget, copy_text
from tests.e2e.texts import clipboard_is

pytestmark = pytest.mark.desktop

HOTKEY = "ctrl+alt+c"
CODE = "zqnick"


@pytest.fixture
def xterm(rig: Rig, program: Program, one_xterm: XtermTarget) -> XtermTarget:
    """An empty xterm with the focus, and a reply with a nickname."""
    program.ask("hide")
    if not program.cli("find", "--json", CODE).json:
        program.add("{买家昵称}您好，尺码{尺码:M}", code=CODE)
    one_xterm.clear()
    return one_xterm


def choose(rig: Rig, nickname: str) -> None:
    """Copy a nickname elsewhere and press the hotkey in the chat."""
    copy_text(rig, nickname)
    copy_text(rig, "", "primary")
    rig.xdotool("key", HOTKEY)


def test_a_copied_nickname_becomes_a_card_and_fills_the_next_reply(
    rig: Rig, program: Program, xterm: XtermTarget
) -> None:
    choose(rig, "小王同学")
    question = program.wait_for_window("Current customer")
    program.wait_for_focus(question)
    program.key("Return")
    program.wait_for_focus(xterm.window)
    until(lambda: "小王同学" in program.cli("customer", "list").out, "the card")
    program.reply(CODE, "Return")
    program.wait_for_window("Fill in")
    program.key("Return")
    assert xterm.wait_for("小王同学您好，尺码M") == "小王同学您好，尺码M"
    clipboard_is(rig, "小王同学")


def test_digits_switch_among_three_customers_and_each_gets_its_own_name(
    rig: Rig, program: Program, xterm: XtermTarget
) -> None:
    for nickname in ("甲方", "乙方", "丙方"):
        program.cli("customer", "add", "--nick", nickname)
        program.cli("customer", "use", nickname)
    digits = {"甲方": 2, "乙方": 3, "丙方": 4}  # the first is that of the test before
    for nickname in ("乙方", "丙方", "甲方"):
        xterm.clear()
        program.cli("customer", "use", nickname)
        other = next(each for each in digits if each != nickname)
        rig.xdotool("key", f"alt+shift+{digits[other]}")
        rig.xdotool("key", f"alt+shift+{digits[nickname]}")
        program.reply(CODE, "Return")
        program.wait_for_window("Fill in")
        program.key("Return")
        assert xterm.wait_for(f"{nickname}您好，尺码M") == f"{nickname}您好，尺码M"
