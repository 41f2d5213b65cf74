"""The whole program from start to end: one instance, commands, bad data, bad input, settings by keys."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from Xlib import XK, X
from Xlib.display import Display

from tests.desktop_rig import Rig, require, until
from tests.e2e.program import EXECUTABLE, HOME, HOTKEY, SETTINGS, Program
from tests.e2e.targets import XtermTarget

pytestmark = pytest.mark.desktop

PRESSED_IN_XTERM = "\x80"  # what Ctrl+Alt+Space is when nobody takes it


@pytest.fixture(scope="module")
def rig() -> Iterator[Rig]:
    require("tint2")
    with Rig(tray=True) as rig:
        yield rig


@pytest.fixture(scope="module")
def program(rig: Rig) -> Iterator[Program]:
    with Program(rig) as program:
        yield program


@pytest.fixture(scope="module")
def xterm(rig: Rig) -> Iterator[XtermTarget]:
    require(*XtermTarget.programs)
    with XtermTarget(rig) as chat:
        yield chat


@pytest.fixture(scope="module")
def bare() -> Iterator[Rig]:
    """A desktop without a tray."""
    require()
    with Rig() as rig:
        yield rig


# One program, and the commands that move it.


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


def test_toggle_show_and_hide(program: Program, xterm: XtermTarget) -> None:
    program.ask("hide")
    xterm.clear()
    for command in ("toggle", "hide", "show", "toggle", "toggle", "hide", "hide"):
        was_open = bool(program.palette)
        shows = {"show": True, "hide": False, "toggle": not was_open}[command]
        assert program.cli(command).exit == 0
        if shows:
            until(program.palette_has_focus, "the palette")
        else:
            program.wait_for_focus(xterm.window)


def test_a_paused_hotkey_goes_to_the_chat(program: Program, xterm: XtermTarget) -> None:
    program.ask("hide")
    xterm.clear()
    assert program.cli("pause").exit == 0
    program.key(HOTKEY)
    assert xterm.wait_for(PRESSED_IN_XTERM) == PRESSED_IN_XTERM
    assert not program.palette
    assert program.cli("toggle").exit == 0  # the pause is of the hotkey alone
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


def test_sigterm_ends_in_order_whatever_is_open(rig: Rig) -> None:
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
        assert list(program.folder.glob("*.sock"))  # what it left lying there
        assert program.cli("find", "--json", "zqkill").json[0]["id"] == reply
        program.start()
        assert program.cli("find", "--json", "zqkill").json[0]["id"] == reply
        program.show()


def test_the_tray_icon_stands_in_the_tray(program: Program) -> None:
    until(lambda: program.screen.has_tray_icon(program.pid), "the tray icon")
    assert not program.window(HOME)


# Where something is missing.


def test_without_a_tray_a_window_takes_its_place(bare: Rig) -> None:
    with Program(bare) as program:
        program.wait_for_window(HOME)
        program.open_palette()
        program.key("Escape")
        program.wait_for_window(HOME)
        program.key("alt+F4")
        assert program.process
        assert program.process.wait(10) == 0


def test_without_a_display_it_says_how_to_go_on(program: Program, tmp_path: Path) -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "QUICKDESK_HOME": str(tmp_path)}
    started = program.cli(env=nothing)
    assert started.exit == 1
    assert "quickdesk find" in started.err + started.out
    assert program.cli("find", "tk", env=nothing).exit == 0


@pytest.mark.parametrize("platform", ["", "xcb"])
def test_a_display_that_cannot_be_reached_is_told_like_none(
    program: Program, tmp_path: Path, platform: str
) -> None:
    unreachable = {"DISPLAY": ":987", "QT_QPA_PLATFORM": platform, "QUICKDESK_HOME": str(tmp_path)}
    started = program.cli(env=unreachable)
    assert started.exit == 1
    assert "quickdesk find" in started.err + started.out


def test_a_data_folder_that_cannot_be_made(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for folder in (tmp_path / "file" / "data", Path("/proc/quickdesk")):
        for arguments in ((), ("add", "--title", "t", "--body", "b")):
            done = program.cli(*arguments, env={"QUICKDESK_HOME": str(folder)})
            assert done.exit == 5, (folder, arguments)
            assert str(folder) in done.err


def test_a_hotkey_that_is_taken_is_told_and_the_program_goes_on(rig: Rig, tmp_path: Path) -> None:
    other = Display(rig.display)
    key = other.keysym_to_keycode(XK.string_to_keysym("space"))
    held = X.ControlMask | X.Mod1Mask
    other.screen().root.grab_key(key, held, 1, X.GrabModeAsync, X.GrabModeAsync)
    other.sync()
    try:
        with Program(rig, tmp_path / "taken") as program:
            until(program.toast, "the toast that tells of it")
            facts = program.cli("doctor", "--json").json["program"]
            assert facts["hotkey_works"] is False
            program.show()
    finally:
        other.close()


# Bad data.


def test_damaged_data_is_set_aside_and_told(rig: Rig, tmp_path: Path) -> None:
    broken = b'{"_meta":{"1":{"format":"quickdesk-snippets","version":1}},"snippets":{"a":{"ti'
    (tmp_path / "snippets.json").write_bytes(broken)
    with Program(rig, tmp_path) as program:
        assert (tmp_path / "snippets.json.damaged-1").read_bytes() == broken
        until(program.toast, "the toast that tells of it")
        until(lambda: program.window(HOME), "the window that goes on telling")
        program.add("重新开始", code="zqnew")
    assert (tmp_path / "snippets.json.damaged-1").read_bytes() == broken


def test_data_of_a_newer_version_is_not_touched(rig: Rig, tmp_path: Path) -> None:
    newer = b'{"_meta":{"1":{"format":"quickdesk-snippets","version":99}},"snippets":{},"other":[]}'
    (tmp_path / "snippets.json").write_bytes(newer)
    program = Program(rig, tmp_path)
    try:
        for arguments in ((), ("list",), ("add", "--title", "t", "--body", "b")):
            done = program.cli(*arguments)
            assert done.exit == 5
            assert "newer" in done.err
        assert (tmp_path / "snippets.json").read_bytes() == newer
        assert not list(tmp_path.glob("*damaged*"))
    finally:
        program.close()


def stored(folder: Path, kind: str = "snippets") -> bytes:
    """All that lies on the disk of one kind of data: the file, the one before it, the journals."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"{kind}.*")))


def test_a_full_disk_touches_nothing_that_is_stored(rig: Rig, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no file system of its own can be mounted here (needs root)")
    try:
        with Program(rig, disk / "data") as program:
            kept = program.add("存好了", code="zqkept")
            before = stored(disk / "data")
            filler = disk / "filler"
            _fill(filler)
            refused = program.cli("add", "--title", "t", "--body", "-", stdin="放不下".encode() * 6000)
            assert refused.exit == 5
            assert "full" in refused.err
            assert before in stored(disk / "data")
            assert program.cli("find", "--json", "zqkept").json[0]["id"] == kept
            filler.unlink()
            program.add("又有地方了", code="zqroom")
            program.kill()
            program.start()
            assert program.cli("find", "--json", "zqkept").json[0]["id"] == kept
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


# Bad input, while the program runs.


def test_bad_files_are_refused_in_words(program: Program, tmp_path: Path) -> None:
    before = program.cli("list", "--json").out
    files = {
        "noise.bin": os.urandom(4096),
        "noise.csv": os.urandom(4096),
        "empty.md": b"",
        "half.json": b'{"format": "quickdesk", "snippets": [{"title": "a", "bo',
        "other.json": b'{"hello": [1, 2]}',
        "archive.docx": b"PK\x03\x04" + os.urandom(500),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        done = program.cli("import", str(tmp_path / name))
        assert done.exit == 1, (name, done.out)
        assert name in done.err
    with (tmp_path / "large.csv").open("wb") as large:
        large.truncate(200 * 2**20)
    done = program.cli("import", str(tmp_path / "large.csv"))
    assert (done.exit, "200" in done.err) == (1, True)
    assert program.cli("list", "--json").out == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("frobnicate",), 2),
        (("find",), 2),
        (("pause", "0"), 2),
        (("pause", "soon"), 2),
        (("import", "no-such-file.md"), 3),
        (("import", "/"), 1),
        (("import", __file__, "--format", "word"), 2),
        (("export", "/no/such/folder/out.json"), 1),
        (("render", "no-such-id"), 3),
        (("remove", "no-such-id"), 3),
        (("restore", "no-such-id"), 3),
        (("edit", "no-such-id", "--title", "t"), 3),
        (("add", "--title", "t", "--body", "{a{b}}"), 4),
        (("add", "--title", "t", "--body", "{open"), 4),
        (("add", "--title", "t", "--body", ""), 4),
        (("add", "--title", "t"), 2),
    ],
)
def test_wrong_commands_have_their_exit_code(
    program: Program, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    if arguments == ("import", "/"):
        arguments = ("import", str(tmp_path))
    done = program.cli(*arguments)
    assert done.exit == code, done
    assert done.err
    assert "Traceback" not in done.err


def test_a_reply_of_a_megabyte_is_refused_and_the_program_goes_on(program: Program) -> None:
    done = program.cli("add", "--title", "t", "--body", "-", stdin="长".encode() * 350_000)
    assert done.exit == 4
    assert program.add("短", code="zqshort")


def test_noise_on_the_socket_does_no_harm(program: Program) -> None:
    import socket

    for noise in (
        b"\n",
        b"{}\n",
        b"[1]\n",
        b'{"command": 7}\n',
        os.urandom(9000) + b"\n",
        b'{"command":"quit"',
    ):
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(program.folder / "quickdesk.sock"))
            client.sendall(noise)
    assert program.ask("hide") is not None


# Settings, by keys.


@pytest.fixture
def with_settings(bare: Rig) -> Iterator[Program]:
    """A program whose settings are open; where there is no tray the way there is a window."""
    with Program(bare) as program:
        program.wait_for_window(HOME)
        program.key("Tab", "Tab", "Return")
        program.wait_for_window(SETTINGS)
        yield program


def test_the_hotkey_is_changed_by_pressing_another(bare: Rig, with_settings: Program) -> None:
    require(*XtermTarget.programs)
    program = with_settings
    program.key("space")  # "Record new keys" has the focus
    program.key("ctrl")
    program.key("ctrl+alt+j")
    until(lambda: b"ctrl+alt+j" in stored(program.folder, "settings"), "the new hotkey kept")
    program.open_palette(hotkey="ctrl+alt+j")
    program.key("Escape")
    program.wait_for_window(SETTINGS)
    with XtermTarget(bare) as chat:
        program.key(HOTKEY)  # it is nobody's now
        assert chat.wait_for(PRESSED_IN_XTERM) == PRESSED_IN_XTERM
    program.quit()
    program.start()
    program.open_palette(hotkey="ctrl+alt+j")


def test_a_hotkey_that_others_need_is_refused(with_settings: Program) -> None:
    program = with_settings
    program.key("space")
    program.key("ctrl+c")
    program.key("Escape")
    program.open_palette()
    assert not (program.folder / "settings.json").exists()  # nothing was chosen


def test_theme_and_language_change_at_once(with_settings: Program) -> None:
    program = with_settings
    window = program.window(SETTINGS)
    light = program.settled_picture(window)
    program.key("Tab", "Down", "Down")  # the theme: light, dark
    until(lambda: program.settled_picture(window) != light, "the dark theme")
    dark = program.open_palette()
    dark_palette = program.settled_picture(dark)
    program.key("Escape")
    program.wait_for_window(SETTINGS)
    program.key("Tab", "Down")  # the language: 简体中文
    program.wait_for_window("设置")
    program.key(HOTKEY)
    until(lambda: program.window("快捷回复"), "the palette in Chinese")
    chinese = program.window("快捷回复")
    program.wait_for_focus(chinese)
    assert program.settled_picture(chinese) != dark_palette
    program.key("Escape")
    program.wait_for_window("设置")


def _fill(path: Path) -> None:
    """Write until nothing fits any more."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
