import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from quickdesk.commands.machine_examination import examine
from quickdesk.commands.machine_facts import (
    DisplayServer,
    HotkeyWay,
    IdleTime,
    Machine,
    Obstacle,
    Probes,
    Tray,
    XDisplay,
)

X11 = {"DISPLAY": ":0"}
WAYLAND = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}


def probes(environ: Mapping[str, str], **changes: object) -> Probes:
    """A Linux machine with all packages, no rights, an X server with openbox, and a quiet bus."""
    usual = Probes(
        platform="linux",
        environ=environ,
        which=lambda name: f"/usr/bin/{name}" if name in ("xclip", "dumpkeys") else None,
        has_module=lambda _: True,
        can_load=lambda _: True,
        is_root=lambda: False,
        has_input_devices=lambda: True,
        is_trusted=lambda: False,
        display=lambda: XDisplay("Openbox"),
        bus_names=lambda: frozenset({"org.freedesktop.DBus"}),
    )
    return replace(usual, **changes)


def obstacles(machine: Machine, way: HotkeyWay) -> set[Obstacle]:
    return {
        obstacle
        for candidate in machine.hotkeys.candidates
        if candidate.way == way
        for obstacle in candidate.obstacles
    }


@pytest.mark.parametrize(
    ("environ", "display", "known"),
    [
        (X11, XDisplay("Openbox"), IdleTime.KNOWN),
        (X11, XDisplay(has_idle_time=False), IdleTime.UNKNOWN),
        (X11, None, IdleTime.UNKNOWN),
        (X11, XDisplay(is_xwayland=True), IdleTime.X_WINDOWS_ONLY),
        (WAYLAND, XDisplay(is_xwayland=True), IdleTime.X_WINDOWS_ONLY),
        ({"WAYLAND_DISPLAY": "wayland-0"}, XDisplay(), IdleTime.UNKNOWN),
        ({}, XDisplay(), IdleTime.UNKNOWN),
    ],
)
def test_where_it_is_known_how_long_nothing_was_typed(
    environ: Mapping[str, str], display: XDisplay | None, known: IdleTime
) -> None:
    assert examine(probes(environ, display=lambda: display)).idle_time is known


def test_an_x11_desktop() -> None:
    machine = examine(probes(X11))
    assert machine.session is DisplayServer.X11
    assert machine.hotkeys.chosen.way == HotkeyWay.X11
    assert machine.hotkeys.rejected == ()
    assert machine.display == XDisplay("Openbox")
    assert machine.clipboard_tools == ("xclip",)
    assert machine.missing == ()


def test_a_wayland_desktop_binds_the_key_itself() -> None:
    machine = examine(probes(WAYLAND))
    assert machine.session is DisplayServer.WAYLAND
    assert machine.hotkeys.chosen.way == HotkeyWay.COMPOSITOR
    assert [candidate.way for candidate in machine.hotkeys.rejected] == [HotkeyWay.X11, HotkeyWay.KEYBOARD]
    assert obstacles(machine, HotkeyWay.X11) == {Obstacle.WAYLAND}
    assert machine.install == ("wl-clipboard", "gnome-shell-extension-appindicator")


def test_an_x_server_inside_wayland_is_known_by_itself() -> None:
    machine = examine(probes(X11, display=lambda: XDisplay(is_xwayland=True)))
    assert obstacles(machine, HotkeyWay.X11) == {Obstacle.WAYLAND}


def test_a_display_that_cannot_be_reached() -> None:
    machine = examine(probes(X11, display=lambda: None))
    assert obstacles(machine, HotkeyWay.X11) == {Obstacle.NOT_REACHABLE}
    assert machine.hotkeys.chosen.way == HotkeyWay.NONE


def test_python_packages_that_are_missing_are_named() -> None:
    machine = examine(probes(X11, has_module=lambda _: False))
    assert [candidate.install for candidate in machine.hotkeys.rejected] == [("python-xlib",), ("keyboard",)]


def test_no_desktop_at_all() -> None:
    asked: list[str] = []
    machine = examine(probes({}, display=lambda: asked.append("display")))
    assert asked == []
    assert machine.session is DisplayServer.NONE
    assert machine.hotkeys.chosen.way == HotkeyWay.NONE
    assert machine.tray is Tray.NONE


def test_what_the_keyboard_package_needs_on_linux() -> None:
    def which(_: str) -> None:
        return None

    machine = examine(probes(WAYLAND, which=which, has_input_devices=lambda: False))
    needs = {Obstacle.NEEDS_ROOT, Obstacle.NO_INPUT_DEVICES, Obstacle.NO_DUMPKEYS}
    assert obstacles(machine, HotkeyWay.KEYBOARD) == needs
    assert machine.hotkeys.candidates[1].install == ("kbd",)
    as_root = examine(probes(WAYLAND, is_root=lambda: True))
    assert as_root.hotkeys.chosen.way == HotkeyWay.KEYBOARD


@pytest.mark.parametrize(
    ("platform", "trusted", "way"),
    [
        ("win32", False, HotkeyWay.KEYBOARD),
        ("darwin", True, HotkeyWay.KEYBOARD),
        ("darwin", False, HotkeyWay.NONE),
    ],
)
def test_windows_and_macos(platform: str, trusted: bool, way: HotkeyWay) -> None:
    machine = examine(probes({}, platform=platform, is_trusted=lambda: trusted))
    assert machine.hotkeys.chosen.way == way
    assert machine.tray is Tray.NATIVE
    assert obstacles(machine, HotkeyWay.X11) == {Obstacle.OTHER_SYSTEM}
    assert (Obstacle.NEEDS_ACCESSIBILITY in obstacles(machine, HotkeyWay.KEYBOARD)) == (way == HotkeyWay.NONE)


@pytest.mark.parametrize(
    ("names", "has_tray", "tray", "notifications"),
    [
        ({"org.kde.StatusNotifierWatcher"}, False, Tray.STATUS_NOTIFIER, False),
        ({"org.freedesktop.Notifications"}, True, Tray.XEMBED, True),
        (set(), False, Tray.NONE, False),
        (None, True, Tray.XEMBED, None),
        (None, False, Tray.UNKNOWN, None),
    ],
)
def test_trays_and_notifications(
    names: set[str] | None, has_tray: bool, tray: Tray, notifications: bool | None
) -> None:
    bus = None if names is None else frozenset(names)
    machine = examine(probes(X11, bus_names=lambda: bus, display=lambda: XDisplay(has_tray=has_tray)))
    assert machine.tray is tray
    assert machine.notifications is notifications


def test_missing_libraries_come_with_their_package_and_only_where_needed() -> None:
    gone = ("libxcb-cursor.so.0", "libEGL.so.1", "libwayland-cursor.so.0")
    machine = examine(probes(X11, can_load=lambda name: name not in gone))
    assert {library.package for library in machine.missing} == {"libxcb-cursor0", "libegl1"}
    bare = examine(probes({}, can_load=lambda name: name not in gone))
    assert {library.package for library in bare.missing} == {"libegl1"}


def test_what_failed_to_open_is_no_longer_chosen() -> None:
    choice = examine(probes(X11)).hotkeys.after_failure(HotkeyWay.X11)
    assert choice.chosen.way == HotkeyWay.COMPOSITOR
    assert choice.rejected[0].obstacles == (Obstacle.DID_NOT_OPEN,)


def test_the_facts_are_json() -> None:
    data = json.loads(json.dumps(examine(probes(WAYLAND)).to_json()))
    assert data["session"] == "wayland"
    assert data["hotkeys"]["chosen"] == "compositor"
    assert data["hotkeys"]["candidates"][0]["obstacles"] == ["wayland"]
