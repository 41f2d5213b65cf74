"""The whole program from start to end: one instance, the tray, quitting, being killed."""

import os
import signal

import pytest

from tests.desktop_rig import Rig, until
from tests.e2e.program import EXECUTABLE, HOME, Program

pytestmark = pytest.mark.desktop


def test_a_second_start_shows_the_palette_of_the_first(program: Program) -> None:
    program.ask("hide")
    second = program.cli()
    assert (second.exit, second.err) == (0, "")
    until(program.palette_has_focus, "the palette")


def test_two_starts_at_once_give_one_program(rig: Rig) -> None:
    with Program(rig) as program:
        program.quit()
        starts = [rig.start(str(EXECUTABLE), env=program.env) for _ in range(3)]
        until(lambda: len([None for start in starts if start.poll() is None]) == 1, "one left", 20)
        assert sorted(start.poll() or 0 for start in starts) == [0, 0, 0]
        program.process = next(start for start in starts if start.poll() is None)
        until(program.palette_has_focus, "the palette, which the others asked for")


def test_the_tray_icon_is_in_the_tray(program: Program) -> None:
    until(lambda: program.screen.has_tray_icon(program.pid), "the tray icon")
    assert not program.window(HOME)


def test_sigterm_quits_with_any_open_window(rig: Rig) -> None:
    with Program(rig) as program:
        program.show()
        os.kill(program.pid, signal.SIGTERM)
        assert program.process
        assert program.process.wait(5) == 0
        program.process = None
        assert not list(program.folder.glob("*.sock"))
        assert program.cli("toggle").exit == 1
        program.check_log()


def test_quit_ends_and_the_next_start_has_the_data(rig: Rig) -> None:
    with Program(rig) as program:
        reply = program.add("还在", code="zqstay")
        program.show()
        program.quit()
        assert program.cli("find", "--json", "zqstay").json[0]["id"] == reply  # without the program
        program.start()
        assert program.cli("find", "--json", "zqstay").json[0]["id"] == reply


def test_a_killed_program_starts_again(rig: Rig) -> None:
    with Program(rig) as program:
        reply = program.add("没有丢", code="zqkill")
        program.kill()
        assert list(program.folder.glob("*.sock"))  # the files it left
        assert program.cli("find", "--json", "zqkill").json[0]["id"] == reply
        program.start()
        assert program.cli("find", "--json", "zqkill").json[0]["id"] == reply
        program.show()
