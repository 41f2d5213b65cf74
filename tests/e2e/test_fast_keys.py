"""Keys that are faster than the program, and its end while a reply is being pasted."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from tests.desktop_rig import Rig, require, until
from tests.e2e import clipboard_manager
from tests.e2e.program import HOTKEY, Program
from tests.e2e.targets import ChatTarget, ChromiumTarget, XtermTarget, copy_text
from tests.e2e.texts import BEFORE, TEXTS, clipboard_is

pytestmark = pytest.mark.desktop

TIMES = 6


@pytest.fixture(scope="module", params=[XtermTarget, ChromiumTarget])
def chat(rig: Rig, request: pytest.FixtureRequest) -> Iterator[ChatTarget]:
    require(*request.param.programs)
    with request.param(rig) as chat:
        yield chat


def test_the_hotkey_right_after_enter_loses_no_reply(rig: Rig, program: Program, chat: ChatTarget) -> None:
    code = program.new_reply(TEXTS["chinese"])
    copy_text(rig, BEFORE)
    arrived = []
    for pause_s, _ in zip(cycle(("0", "0.02", "0.05")), range(TIMES), strict=False):
        chat.clear()
        program.open_palette()
        rig.xdotool("type", "--delay", "2", code)
        rig.xdotool("key", "Return", "sleep", pause_s, "key", HOTKEY)
        until(program.palette_has_focus, "the palette again", 3)
        arrived.append(chat.wait_for(TEXTS["chinese"]))
        program.ask("hide")
    assert arrived == [TEXTS["chinese"]] * TIMES
    clipboard_is(rig, BEFORE)


def test_keys_right_after_enter_go_to_the_form(rig: Rig, program: Program, chat: ChatTarget) -> None:
    code = program.new_reply("订单{订单号}由{快递}发出")
    program.secrets |= {"abc12", "sf9"}
    wanted = "订单abc12由sf9发出"
    arrived = []
    for _ in range(TIMES // 2):
        chat.clear()
        program.open_palette()
        rig.xdotool("key", "--delay", "0", *code, "Return", *"abc12", "Tab", *"sf9", "Return")
        arrived.append(chat.wait_for(wanted))
        program.wait_for_focus(chat.window)
        assert not program.palette
    assert arrived == [wanted] * (TIMES // 2)


@pytest.mark.parametrize("how", ["quit", "SIGTERM"])
@pytest.mark.parametrize("after_s", [0, 0.1])
def test_ending_during_a_paste_keeps_the_clipboard(
    rig: Rig, chat: ChatTarget, how: str, after_s: float
) -> None:
    manager = rig.start(sys.executable, str(Path(clipboard_manager.__file__)))
    with Program(rig) as program:
        code = program.new_reply(TEXTS["chinese"])
        chat.clear()
        copy_text(rig, BEFORE)
        program.show()
        rig.xdotool("type", "--delay", "2", code)
        program.key("Return")
        until(lambda: not program.palette, "the palette gone")
        time.sleep(after_s)
        began = time.monotonic()
        if how == "quit":
            assert program.ask("quit") is not None
        else:
            os.kill(program.pid, signal.SIGTERM)
        assert program.process
        assert program.process.wait(10) == 0
        took_s = time.monotonic() - began
        program.process = None
        program.check_log()
    assert chat.wait_for(TEXTS["chinese"]) == TEXTS["chinese"]
    clipboard_is(rig, BEFORE)
    rig.stop(manager)
    assert took_s < 5, "it waits about two seconds at most, then closes its data"
