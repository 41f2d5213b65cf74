"""The real probes, on a desktop of the test and without one."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from quickdesk.commands.machine_facts import DisplayServer, HotkeyWay, Tray
from quickdesk.desktop.facts import examine_this_machine
from tests.desktop_rig import Rig, require


@pytest.fixture(scope="module")
def rig() -> Iterator[Rig]:
    require("tint2", "dunst")
    with Rig(tray=True, notifications=True) as rig:
        yield rig


@pytest.mark.desktop
def test_a_desktop_with_tray_and_notifications(rig: Rig) -> None:
    machine = examine_this_machine(rig.env)
    assert machine.session is DisplayServer.X11
    assert machine.display is not None
    assert machine.display.window_manager == "Openbox"
    assert machine.hotkeys.chosen.way == HotkeyWay.X11
    assert machine.tray is Tray.XEMBED
    assert machine.notifications is True


@pytest.mark.desktop
def test_an_x_server_and_nothing_else() -> None:
    require()
    with Rig(window_manager=False) as bare:
        machine = examine_this_machine(bare.env)
    assert machine.display is not None
    assert machine.display.window_manager == ""
    assert machine.tray is Tray.NONE
    assert machine.notifications is not None  # a service may stand ready to be started


def test_no_desktop_is_no_error() -> None:
    machine = examine_this_machine({"PATH": "/nowhere"})
    assert machine.hotkeys.chosen.way in (HotkeyWay.NONE, HotkeyWay.KEYBOARD)
    assert machine.notifications in (None, False)


def test_the_probes_need_no_qt() -> None:
    code = (
        "import sys; from quickdesk.desktop.facts import examine_this_machine as examine;"
        "examine(); print('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
