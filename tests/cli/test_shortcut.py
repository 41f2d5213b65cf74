"""A desktop's hotkey is answered before anything slow is loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from quickdesk.cli.shortcut import ask_shortly
from tests.cli.test_client import program


def test_a_bare_command_is_answered_by_the_program(tmp_path: Path) -> None:
    home = {"QUICKDESK_HOME": str(tmp_path)}
    with program(tmp_path, b'{"exit":0}\n') as heard:
        assert ask_shortly(["toggle"], home) == {"exit": 0}
    assert b'{"command":"toggle","arguments":{},"id":' in heard[0]


@pytest.mark.parametrize(
    "line", [[], ["find", "toggle"], ["toggle", "--json"], ["--home", "x", "toggle"], ["pause"], ["list"]]
)
def test_everything_else_goes_the_long_way(tmp_path: Path, line: list[str]) -> None:
    with program(tmp_path, b'{"exit":0}\n', listen_only=True) as heard:
        assert ask_shortly(line, {"QUICKDESK_HOME": str(tmp_path)}) is None
    assert heard == []


def test_no_program_and_no_folder_go_the_long_way(tmp_path: Path) -> None:
    assert ask_shortly(["toggle"], {"QUICKDESK_HOME": str(tmp_path)}) is None
    assert ask_shortly(["toggle"], {"QUICKDESK_HOME": "~nobody-here/x"}) is None


def test_little_is_loaded(tmp_path: Path) -> None:
    code = (
        "import os, sys; import quickdesk.__main__; from quickdesk.cli.shortcut import ask_shortly; "
        "ask_shortly(['toggle'], {'QUICKDESK_HOME': sys.argv[1]}); print('\\n'.join(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    loaded = set(ran.stdout.split())
    slow = {"argparse", "dataclasses", "inspect", "logging", "tinydb", "filelock", "numpy", "PySide6"}
    assert not loaded & {*slow, "quickdesk.commands.registry", "quickdesk.cli.main"}
