"""Statistics from real keys: failed searches and when they are answered, and the replies of each day."""

import os
import time
from typing import Any

import pytest

from tests.desktop_rig import Rig, until
from tests.e2e.program import Program
from tests.e2e.targets import XtermTarget

pytestmark = pytest.mark.desktop


def rows(program: Program) -> dict[str, tuple[int, str, bool]]:
    found = program.cli("review", "--json")
    assert found.exit == 0
    return {row["query"]: (row["count"], row["ending"], row["answered_now"]) for row in found.json}


def search(program: Program, rig: Rig, query: str) -> None:
    palette = program.open_palette()
    before = program.settled_picture(palette)
    rig.xdotool("type", "--delay", "30", query)
    until(lambda: program.settled_picture(palette) != before, "the search")
    program.key("Escape")
    program.key("Escape")
    until(lambda: not program.palette, "the palette to close")


def test_failed_searches_are_reviewed_by_the_running_program(
    rig: Rig, program: Program, one_xterm: XtermTarget
) -> None:
    program.secrets |= {"zqvain", "13812345678"}
    assert "zqvain" not in rows(program)
    for _ in range(2):
        one_xterm.clear()
        search(program, rig, "zqvain")
    until(lambda: "zqvain" in rows(program), "the search in the review")
    assert rows(program)["zqvain"] == (2, "nothing-found", False)
    search(program, rig, "13812345678")
    until(lambda: "*" * 11 in rows(program), "the masked number")
    assert not any("138" in query for query in rows(program))
    program.add("有的。", code="zqvain", title="有了")
    assert rows(program)["zqvain"] == (2, "nothing-found", True)
    result = program.cli("review", "--limit", "1")
    assert result.exit == 0
    assert "zqvain" in result.out


def days(program: Program) -> list[dict[str, Any]]:
    found = program.cli("stats", "--json")
    assert found.exit == 0
    return list(found.json)


def test_replies_that_arrive_count_for_today(program: Program, one_xterm: XtermTarget) -> None:
    body = "您好，很高兴为您服务，请稍等。"
    code = program.new_reply(body)
    assert days(program) == []
    before = time.strftime("%Y-%m-%d")
    one_xterm.clear()
    program.reply(code)
    assert one_xterm.wait_for(body) == body
    until(lambda: days(program), "the reply in the counts")
    program.reply(code, "ctrl+Return")
    until(lambda: days(program)[0]["uses"] == 2, "the copy in the counts")
    (today,) = days(program)
    assert today.pop("day") in (before, time.strftime("%Y-%m-%d"))
    saved = len(body) - 1 - len(code) - 1  # the hotkey, the query, Enter
    assert today == {"uses": 2, "replies": 1, "characters": 2 * len(body), "keys_saved": 2 * saved - 1}
    assert body.encode() not in program.stored("insights")
    result = program.cli("stats", "--days", "7")
    assert (result.exit, str(2 * saved - 1) in result.out) == (0, True)


def test_odd_queries_are_answered_by_the_running_program(program: Program) -> None:
    broken = os.fsdecode("退款".encode() + b"\xff")
    for command in ("find", "suggest"):
        for text, code in ((broken, 0), ("\x1b[2J\u202e", 3), ("👨\u200d👩", 3), ("退" * 4_000, None)):
            done = program.cli(command, text)
            assert done.exit in ((0, 3) if code is None else (code,)), done
            assert "\x1b" not in done.out + done.err


def test_the_command_without_the_program_shows_the_same(program: Program) -> None:
    before = rows(program), days(program)
    program.quit()
    assert (rows(program), days(program)) == before
    program.start()
