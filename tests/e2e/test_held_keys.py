"""Keys held down or overlapping, the next reply at once, and pasting into our own windows."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest

from tests.desktop_rig import Rig, require, until
from tests.e2e.program import HOTKEY, Program
from tests.e2e.targets import ChatTarget, ChromiumTarget, EditorTarget, XtermTarget, copied_text, copy_text
from tests.e2e.texts import BEFORE, TEXTS, clipboard_is

pytestmark = pytest.mark.desktop

FORM, EDITOR = "Fill in", "New reply"
HOTKEY_DOWN = ("keydown", "ctrl", "keydown", "alt", "keydown", "space", "keyup", "alt", "keyup", "ctrl")
ORDER = "ORDER123"


@pytest.fixture(scope="module")
def chromium(rig: Rig) -> Iterator[ChromiumTarget]:
    require(*ChromiumTarget.programs)
    with ChromiumTarget(rig) as chat:
        yield chat


def offered(rig: Rig, program: Program, chat: ChatTarget) -> None:
    """Paste a reply; from now on the clipboard, which contained the order number, offers it."""
    code = program.new_reply("第一条回复")
    chat.clear()
    copy_text(rig, ORDER)
    program.reply(code)
    assert chat.wait_for("第一条回复") == "第一条回复"


def type_in(rig: Rig, letters: str) -> None:
    rig.xdotool("type", "--delay", "2", letters)


def test_the_first_letter_counts_while_the_hotkey_is_still_down(
    rig: Rig, program: Program, one_xterm: XtermTarget
) -> None:
    program.add("对的回复", code="zk", title="right")
    program.add("错的回复", code="k", title="wrong")
    one_xterm.clear()
    rig.xdotool(*HOTKEY_DOWN)
    until(program.palette_has_focus, "the palette")
    rig.xdotool("key", "z", "keyup", "space", "key", "k", "key", "Return")
    assert one_xterm.wait_for("对的回复") == "对的回复"


def test_a_hotkey_that_stays_down_neither_closes_the_palette_nor_types(
    rig: Rig, program: Program, one_xterm: XtermTarget
) -> None:
    program.add("按住的回复", code="zh9", title="held")
    one_xterm.clear()
    rig.xdotool(*HOTKEY_DOWN)
    until(program.palette_has_focus, "the palette")
    time.sleep(1)  # the server repeats the key by now
    assert program.palette_has_focus()
    rig.xdotool("keyup", "space", "type", "zh9")
    program.key("Return")
    assert one_xterm.wait_for("按住的回复") == "按住的回复"


@pytest.mark.parametrize("wait_s", [0, 0.3])
@pytest.mark.parametrize("key", ["ctrl+v", "shift+Insert"])
def test_pasting_into_the_form_during_an_offer_gives_what_the_agent_copied(
    rig: Rig, program: Program, chromium: ChromiumTarget, wait_s: float, key: str
) -> None:
    code = program.new_reply("单{订单号}好")
    offered(rig, program, chromium)
    time.sleep(wait_s)
    chromium.clear()
    program.open_palette()
    type_in(rig, code)
    program.key("Return")
    program.wait_for_window(FORM)
    began = time.monotonic()
    program.key(key)
    assert program.ask("hide") is not None
    assert time.monotonic() - began < 0.5
    program.key("Return")
    assert chromium.wait_for(f"单{ORDER}好") == f"单{ORDER}好"
    clipboard_is(rig, ORDER)


def test_pasting_into_the_palette_during_an_offer_searches_for_what_the_agent_copied(
    rig: Rig, program: Program, chromium: ChromiumTarget
) -> None:
    program.add("找到了", code=ORDER, title="order")
    offered(rig, program, chromium)
    chromium.clear()
    program.open_palette()
    program.key("ctrl+v", "Return")
    assert chromium.wait_for("找到了") == "找到了"
    clipboard_is(rig, ORDER)


@pytest.mark.parametrize("key", ["Escape", "ctrl+Return", "Return"])
def test_a_key_that_stays_down_does_nothing_in_the_chat_box(
    rig: Rig, program: Program, one_xterm: XtermTarget, key: str
) -> None:
    code = program.new_reply("只有一次")
    one_xterm.clear()
    copy_text(rig, BEFORE)
    program.open_palette()
    type_in(rig, code)
    keys = key.split("+")
    owner = int(subprocess.run(
        ("pgrep", "-f", f"{rig.home.name}/copied.txt"), capture_output=True, check=True, text=True
    ).stdout.split()[-1])  # fmt: skip
    rig.run("xset", "r", "rate", "300", "30")
    os.kill(owner, signal.SIGSTOP)  # so that Enter is down longer than the repeat delay
    try:
        for each in keys:
            rig.xdotool("keydown", each)
        time.sleep(1)
    finally:
        for each in reversed(keys):
            rig.xdotool("keyup", each)
        os.kill(owner, signal.SIGCONT)
        rig.run("xset", "r", "rate", "660", "25")
    expected = "只有一次" if key == "Return" else ""
    assert one_xterm.wait_for(expected) == expected
    program.ask("hide")


def test_escape_that_stays_down_in_the_form_does_nothing_in_the_chat_box(
    rig: Rig, program: Program, one_xterm: XtermTarget
) -> None:
    code = program.new_reply("单{订单号}好")
    one_xterm.clear()
    program.reply(code)
    program.wait_for_window(FORM)
    rig.xdotool("keydown", "Escape", "sleep", "1.2", "keyup", "Escape")
    assert program.palette_has_focus(), "one press, one step back"
    program.key("Escape", "Escape")
    program.wait_for_focus(one_xterm.window)
    assert one_xterm.text() == ""


def test_letters_right_after_escape_in_the_form_go_to_the_palette(
    rig: Rig, program: Program, one_xterm: XtermTarget
) -> None:
    first, second = program.new_reply("单{订单号}好"), program.new_reply("换一条")
    one_xterm.clear()
    program.reply(first)
    program.wait_for_window(FORM)
    rig.xdotool("key", "Escape", "key", "Escape", "type", "--delay", "2", second)
    program.key("Return")
    assert one_xterm.wait_for("换一条") == "换一条"


@pytest.mark.parametrize("how", ["copy", "cancel"])
@pytest.mark.parametrize("pause", ["0", "0.02", "0.05"])
def test_the_hotkey_right_after_a_copy_or_a_cancelled_form_keeps_the_chat_window(
    rig: Rig, program: Program, one_xterm: XtermTarget, how: str, pause: str
) -> None:
    first = program.new_reply("单{订单号}好" if how == "cancel" else "只复制")
    second = program.new_reply("粘贴")
    one_xterm.clear()
    program.open_palette()
    type_in(rig, first)
    if how == "cancel":
        program.key("Return")
        program.wait_for_window(FORM)
    rig.xdotool("key", "alt+F4" if how == "cancel" else "ctrl+Return", "sleep", pause, "key", HOTKEY)
    until(program.palette_has_focus, "the palette again", 3)
    type_in(rig, second)
    program.key("Return")
    assert one_xterm.wait_for("粘贴") == "粘贴"


@pytest.mark.parametrize("kind", [XtermTarget, EditorTarget])
def test_what_the_agent_copies_while_the_chat_stalls_stays(
    rig: Rig, program: Program, kind: type[ChatTarget]
) -> None:
    require(*kind.programs)
    code = program.new_reply("第一条回复")
    with kind(rig) as chat:
        chat.clear()
        copy_text(rig, BEFORE)
        program.open_palette()
        type_in(rig, code)
        stalled = chat.stop_for(4500)
        program.key("Return")
        time.sleep(1)
        copy_text(rig, "NEW")
        stalled.join()
        clipboard_is(rig, "NEW")
        assert copied_text(rig) == "NEW"


def test_ten_replies_without_a_pause_arrive_and_nothing_else(
    rig: Rig, program: Program, chromium: ChromiumTarget
) -> None:
    program.add(TEXTS["chinese"], code="zm", title="hurry")
    arrived, opened_ms = [], []
    copy_text(rig, BEFORE)
    for _ in range(10):
        chromium.clear()
        began = time.monotonic()
        program.key(HOTKEY)
        time.sleep(0.12)
        rig.xdotool("type", "--delay", "1", "zm")
        program.key("Return")
        arrived.append(chromium.wait_for(TEXTS["chinese"]))
        opened_ms.append(round((time.monotonic() - began) * 1000))
        time.sleep(max(0.0, 0.8 - (time.monotonic() - began - 0.2)))
        arrived[-1] += chromium.text().removeprefix(TEXTS["chinese"])
    print("hotkey to text, ms", sorted(opened_ms))
    assert arrived == [TEXTS["chinese"]] * 10
    clipboard_is(rig, BEFORE)


def test_replies_twice_a_second_arrive_in_order(rig: Rig, program: Program, chromium: ChromiumTarget) -> None:
    code = program.new_reply("快")
    copy_text(rig, BEFORE)
    chromium.clear()
    for _ in range(4):
        program.key(HOTKEY)
        time.sleep(0.12)
        type_in(rig, code)
        program.key("Return")
        time.sleep(0.3)
    assert chromium.wait_for("快" * 4) == "快" * 4
    clipboard_is(rig, BEFORE)


def test_the_agents_own_paste_soon_after_a_reply_is_what_was_copied(
    rig: Rig, program: Program, chromium: ChromiumTarget
) -> None:
    offered(rig, program, chromium)
    time.sleep(0.6)
    rig.xdotool("keydown", "ctrl", "sleep", "0.06", "key", "v", "keyup", "ctrl")  # as typed by hand
    assert chromium.wait_for(f"第一条回复{ORDER}") == f"第一条回复{ORDER}"


def test_a_start_right_after_quit_comes_up_by_itself(rig: Rig) -> None:
    with Program(rig) as program:
        before, began = program.process, time.monotonic()
        assert before
        assert program.ask("quit") is not None
        program.launch()
        assert before.wait(5) == 0
        ended_s = time.monotonic() - began
        until(lambda: program.ask("hide") is not None, "the second program", 10)
        assert program.process
        assert program.process.poll() is None
    print("quit to end, ms", round(ended_s * 1000))
    assert ended_s < 0.5
