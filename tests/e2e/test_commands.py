"""Commands that control the running program, and their changes in the palette."""

import os
import signal
import socket
from contextlib import ExitStack

import pytest

from quickdesk.cli.client import ask
from tests.desktop_rig import Rig, until
from tests.e2e.program import HOTKEY, PRESSED_IN_XTERM, Program
from tests.e2e.targets import XtermTarget

pytestmark = pytest.mark.desktop


def test_toggle_show_and_hide(program: Program, one_xterm: XtermTarget) -> None:
    program.ask("hide")
    one_xterm.clear()
    for command in ("toggle", "hide", "show", "toggle", "toggle", "hide", "hide"):
        was_open = bool(program.palette)
        shows = {"show": True, "hide": False, "toggle": not was_open}[command]
        assert program.cli(command).exit == 0
        if shows:
            until(program.palette_has_focus, "the palette")
        else:
            program.wait_for_focus(one_xterm.window)


def test_a_paused_hotkey_goes_to_the_chat(program: Program, one_xterm: XtermTarget) -> None:
    program.ask("hide")
    one_xterm.clear()
    assert program.cli("pause").exit == 0
    program.key(HOTKEY)
    assert one_xterm.wait_for(PRESSED_IN_XTERM) == PRESSED_IN_XTERM
    assert not program.palette
    assert program.cli("toggle").exit == 0  # only the hotkey is paused
    until(program.palette_has_focus, "the palette")
    program.ask("hide")
    assert program.cli("pause", "15").exit == 0
    assert program.cli("doctor", "--json").json["program"]["paused"] is True
    assert program.cli("pause", "--off").exit == 0
    program.open_palette()
    program.ask("hide")


def test_what_commands_change_the_palette_shows_at_once(rig: Rig, program: Program) -> None:
    program.ask("hide")
    palette = program.open_palette()
    rig.xdotool("type", "zqseen")
    pictures = [program.settled_picture(palette)]

    def changed() -> bool:
        now = program.settled_picture(palette)
        if now == pictures[-1]:
            return False
        pictures.append(now)
        return True

    reply = program.add("看得见", code="zqseen")
    until(changed, "the new reply in the palette")
    assert program.cli("edit", reply, "--body", "改过了").exit == 0
    until(changed, "the changed reply")
    assert program.cli("remove", reply).exit == 0
    until(changed, "the reply gone")
    assert pictures[-1] == pictures[0]
    assert program.cli("restore", reply).exit == 0
    until(changed, "the reply back")
    assert pictures[-1] == pictures[2]
    program.ask("hide")


def test_find_and_list_see_what_the_program_sees(program: Program) -> None:
    reply = program.add("第一次", code="zqlist")
    assert [hit["id"] for hit in program.cli("find", "--json", "zqlist").json] == [reply]
    assert reply in [each["id"] for each in program.cli("list", "--json").json]
    assert program.cli("render", reply).out.strip() == "第一次"


def test_a_request_to_a_stopped_program_is_not_performed_later(program: Program) -> None:
    environment = {**program.rig.env, **program.env}
    add = {"command": "add", "arguments": {"title": "zqlate", "body": "zqlate"}}
    os.kill(program.pid, signal.SIGSTOP)
    try:
        answer = ask(program.folder, add, 0.3, environment)
        toggled = ask(program.folder, {"command": "show", "arguments": {}}, 0.1, environment)
    finally:
        os.kill(program.pid, signal.SIGCONT)
    assert answer is not None
    assert toggled is not None
    assert answer["problem"] == "unknown-outcome"
    for _ in range(2):  # the second has processed everything that was waiting before the first
        listed = program.ask("list")
    assert listed is not None
    assert "zqlate" not in {reply["title"] for reply in listed["data"]}
    assert not program.palette
    assert program.ask("add", title="zqnow", body="zqnow") is not None
    listed = program.ask("list")
    assert listed is not None
    assert "zqnow" in {reply["title"] for reply in listed["data"]}


def test_silent_clients_do_not_keep_commands_out(program: Program) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(socket.socket(socket.AF_UNIX)) for _ in range(65)]
        for client in clients:
            client.connect(str(program.folder / "quickdesk.sock"))
        clients[0].sendall(b'{"command":')
        listed = program.ask("list")
        assert listed is not None
        assert listed["exit"] == 0
