"""The doctor has words for everything a machine can be found to be."""

from enum import StrEnum
from typing import Any

import pytest

from quickdesk.cli.commands.doctor import _obstacles, _paste_ways, _trays, _ways, doctor_text
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.machine_examination import examine
from quickdesk.commands.machine_facts import DisplayServer, HotkeyWay, Obstacle, Probes, Tray, XDisplay
from quickdesk.desktop.paste.ways import PasteWay, paste_choice

ENGLISH = Catalog()


@pytest.mark.parametrize(
    ("members", "words"),
    [(Obstacle, _obstacles), (HotkeyWay, _ways), (Tray, _trays), (PasteWay, _paste_ways)],
)
def test_every_member_has_words(members: type[StrEnum], words: Any) -> None:
    assert set(words(ENGLISH.translate)) == {str(member) for member in members}


def report(environ: dict[str, str], platform: str = "linux", program: Any = None) -> str:
    probes = Probes(
        platform=platform,
        environ=environ,
        which=lambda name: None,
        has_module=lambda name: True,
        can_load=lambda name: name != "libxcb-cursor.so.0",
        is_root=lambda: False,
        has_input_devices=lambda: False,
        is_trusted=lambda: False,
        display=lambda: XDisplay("Openbox", has_tray=True),
        bus_names=lambda: None,
    )
    machine = examine(probes).to_json()
    machine["paste"] = paste_choice(environ, platform, lambda name: None).to_json()
    return doctor_text({"folder": "/data", "machine": machine, "program": program}, ENGLISH)


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({"DISPLAY": ":1"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":1"}, "linux"),
        ({}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_every_machine_gets_a_report_of_lines(environ: dict[str, str], platform: str) -> None:
    lines = report(environ, platform).splitlines()
    assert lines[0].split() == ["Program", "not", "running"]
    assert all(line[20:].strip() for line in lines)
    assert {str(session) for session in DisplayServer} == {"x11", "wayland", "windows", "macos", "none"}


def test_it_says_where_minutes_do_not_lock_customers() -> None:
    assert "minutes do not lock" in report({"WAYLAND_DISPLAY": "wayland-0"})
    assert "too early" in report({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":1"})
    assert "minutes" not in report({"DISPLAY": ":1"})


def test_it_says_what_was_chosen_and_why_not_the_better_one() -> None:
    shown = report({"WAYLAND_DISPLAY": "wayland-0"})
    assert "bind a key to 'quickdesk toggle'" in shown
    assert "not x11: Wayland does not let programs watch the keyboard" in shown
    assert "not wl-copy: it is not installed" in shown


def test_missing_libraries_come_with_the_line_that_installs_them() -> None:
    shown = report({"DISPLAY": ":1"})
    assert "libxcb-cursor.so.0" in shown
    assert "apt-get install xclip libxcb-cursor0" in shown


def test_the_running_program_says_whether_its_hotkey_works() -> None:
    running = {"paused": False, "hotkey": "Ctrl+Alt+Space", "hotkey_works": True, "paste": "x11"}
    assert "Ctrl+Alt+Space works" in report({"DISPLAY": ":1"}, program=running)
    refused = {**running, "hotkey_works": False, "hotkey_problem": "taken", "paused": True}
    shown = report({"DISPLAY": ":1"}, program=refused)
    assert "does not work: another program uses it" in shown
    assert "paused" in shown.splitlines()[0]
    held = report({"DISPLAY": ":1"}, program={**running, "keyboard_held": True})
    assert "another program gets all keys now" in held


def test_a_running_program_whose_folder_is_gone_says_so_beside_the_folder() -> None:
    program = {"paused": False, "hotkey": "Ctrl+Alt+Space", "hotkey_works": True, "data": "moved"}
    lines = report({"DISPLAY": ":1"}, program=program).splitlines()
    assert lines[1].split()[-1] == "/data"
    assert "renamed, deleted or replaced" in lines[2]
    assert "replaced" not in report({"DISPLAY": ":1"}, program={**program, "data": ""})
    assert "replaced" not in report({"DISPLAY": ":1"}, program={**program, "data": "disk-full"})
