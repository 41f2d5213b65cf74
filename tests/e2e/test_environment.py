"""The whole program without a tray, a display, a folder or a free hotkey."""

import os
import signal
from pathlib import Path

import pytest
from Xlib import XK, X
from Xlib.display import Display

from tests.desktop_rig import Rig, until
from tests.e2e.program import HOME, Program

pytestmark = pytest.mark.desktop


def test_without_a_tray_a_window_takes_its_place(bare: Rig) -> None:
    with Program(bare) as program:
        program.wait_for_window(HOME)
        program.open_palette()
        program.key("Escape")
        program.wait_for_window(HOME)
        program.key("alt+F4")
        assert program.process
        assert program.process.wait(10) == 0


def test_a_palette_that_is_open_stays_when_the_window_appears(bare: Rig) -> None:
    with Program(bare) as program:
        palette = program.open_palette()
        until(lambda: program.window(HOME), "the window in the place of the tray")
        assert program.screen.focus == palette
        program.key("Escape")


def test_without_a_display_it_prints_what_to_do(program: Program, tmp_path: Path) -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "QUICKDESK_HOME": str(tmp_path)}
    started = program.cli(env=nothing)
    assert started.exit == 1
    assert "quickdesk find" in started.err + started.out
    assert program.cli("find", "tk", env=nothing).exit == 0


@pytest.mark.parametrize("platform", ["", "xcb"])
def test_an_unreachable_display_is_reported_like_a_missing_one(
    program: Program, tmp_path: Path, platform: str
) -> None:
    unreachable = {"DISPLAY": ":987", "QT_QPA_PLATFORM": platform, "QUICKDESK_HOME": str(tmp_path)}
    started = program.cli(env=unreachable)
    assert started.exit == 1
    assert "quickdesk find" in started.err + started.out


def test_a_display_that_goes_away_ends_the_program(tmp_path: Path) -> None:
    with Rig() as short_lived:
        program = Program(short_lived, tmp_path / "data")
        program.start()
        program.screen.close()
        assert program.process
        os.kill(short_lived.server_pid, signal.SIGTERM)
        assert program.process.wait(10) == 0, program.output()
        program.process = None
        facts = program.cli("doctor", "--json").json
        assert facts["program"] is None
        assert facts["machine"]["paste"]["chosen"] == "pyperclip"


def test_doctor_promises_nothing_on_an_unreachable_display(bare: Rig, tmp_path: Path) -> None:
    nowhere = {"DISPLAY": ":987", "QUICKDESK_HOME": str(tmp_path)}
    with Program(bare, tmp_path) as program:
        program.quit()
        facts = program.cli("doctor", "--json", env=nowhere).json
    assert facts["program"] is None
    assert facts["machine"]["hotkeys"]["chosen"] == "none"
    assert facts["machine"]["paste"]["chosen"] == "pyperclip"


def test_a_data_folder_that_cannot_be_made(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for folder in (tmp_path / "file" / "data", Path("/proc/quickdesk")):
        for arguments in ((), ("add", "--title", "t", "--body", "b")):
            done = program.cli(*arguments, env={"QUICKDESK_HOME": str(folder)})
            assert done.exit == 5, (folder, arguments)
            assert str(folder) in done.err


@pytest.mark.parametrize("any_state", [True, False])
def test_a_taken_hotkey_is_reported_and_taken_when_it_is_free(
    bare: Rig, tmp_path: Path, any_state: bool
) -> None:
    other = Display(bare.display)
    key = other.keysym_to_keycode(XK.string_to_keysym("space"))
    masks = {X.LockMask, X.Mod2Mask, X.LockMask | X.Mod2Mask} if any_state else set()
    for mask in {0} | masks:
        held = X.ControlMask | X.Mod1Mask | mask
        other.screen().root.grab_key(key, held, 1, X.GrabModeAsync, X.GrabModeAsync)
    other.sync()
    try:
        with Program(bare, tmp_path / "taken") as program:
            until(program.toast, "the toast about it")
            facts = program.cli("doctor", "--json").json["program"]
            assert (facts["hotkey_works"], facts["hotkey_problem"]) == (False, "taken")
            program.show()
            program.key("Escape")
            until(lambda: not program.palette, "the palette closed")
            other.screen().root.ungrab_key(X.AnyKey, X.AnyModifier)
            other.sync()
            until(lambda: (program.key("ctrl+alt+space"), program.palette)[1], "the palette by its hotkey")
            assert program.cli("doctor", "--json").json["program"]["hotkey_works"]
    finally:
        other.close()
