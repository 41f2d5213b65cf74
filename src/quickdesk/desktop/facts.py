"""The probes of ``commands/machine_examination.py`` for this system; they are fast and never raise.

This module does not import Qt, so that ``quickdesk doctor`` works even if Qt cannot start.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from quickdesk.commands.machine_examination import examine
from quickdesk.commands.machine_facts import Machine, Probes, XDisplay

_BUS_LIMIT_S = 2.0


def examine_this_machine(environ: Mapping[str, str] | None = None) -> Machine:
    """Return the capabilities of this machine; takes about ten milliseconds."""
    return examine(real_probes(os.environ if environ is None else environ))


def real_probes(environ: Mapping[str, str]) -> Probes:
    """Return the probes of this system, using the environment variables ``environ``."""
    return Probes(
        platform=sys.platform,
        environ=environ,
        which=lambda name: shutil.which(name, path=environ.get("PATH")),
        has_module=lambda name: find_spec(name) is not None,
        can_load=_can_load,
        is_root=lambda: getattr(os, "geteuid", lambda: -1)() == 0,
        has_input_devices=lambda: any(Path("/dev/input").glob("event*")),
        is_trusted=_is_trusted,
        display=lambda: _query_display(environ.get("DISPLAY", "")),
        bus_names=lambda: _query_bus(environ),
    )


def _can_load(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _is_trusted() -> bool:
    """Return whether macOS grants "Accessibility" (AXIsProcessTrusted); not tested on real hardware."""
    framework = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
    try:
        return bool(ctypes.CDLL(framework).AXIsProcessTrusted())
    except (OSError, AttributeError):
        return False


def _query_display(name: str) -> XDisplay | None:
    try:
        from Xlib import error

        from quickdesk.desktop.x11.connection import X11UnavailableError, open_display
    except ImportError:
        return None
    try:
        with closing(open_display(name)) as display:
            extensions = display.list_extensions()
            return XDisplay(
                _window_manager(display),
                _has_tray(display),
                "XWAYLAND" in extensions,
                "MIT-SCREEN-SAVER" in extensions,
            )
    except (X11UnavailableError, error.ConnectionClosedError, OSError):
        return None


def _window_manager(display: Any) -> str:  # noqa: ANN401 - the library may be absent, so its type is not named
    """Return the name of the window manager (EWMH, _NET_SUPPORTING_WM_CHECK), empty if unknown."""
    from Xlib import X, error

    check = display.intern_atom("_NET_SUPPORTING_WM_CHECK")
    with suppress(error.XError):
        answer = display.screen().root.get_full_property(check, X.AnyPropertyType)
        if answer is not None and len(answer.value):
            window = display.create_resource_object("window", int(answer.value[0]))
            name = window.get_full_property(display.intern_atom("_NET_WM_NAME"), X.AnyPropertyType)
            return bytes(name.value).decode("utf-8", "replace") if name is not None else ""
    return ""


def _has_tray(display: Any) -> bool:  # noqa: ANN401 - as above
    """Return whether a tray owns the selection of the system tray protocol (XEmbed)."""
    owner = display.get_selection_owner(
        display.intern_atom(f"_NET_SYSTEM_TRAY_S{display.get_default_screen()}")
    )
    return bool(owner)


def _query_bus(environ: Mapping[str, str]) -> frozenset[str] | None:
    if not environ.get("DBUS_SESSION_BUS_ADDRESS") and not environ.get("XDG_RUNTIME_DIR"):
        return None  # dbus-send would start a bus of its own
    names: set[str] = set()
    for method in ("ListNames", "ListActivatableNames"):
        answer = _call_bus(method, environ)
        if answer is None:
            return None
        names.update(part for part in answer.split('"') if "." in part)
    return frozenset(names)


def _call_bus(method: str, environ: Mapping[str, str]) -> str | None:
    bus = "org.freedesktop.DBus"
    command = ("dbus-send", "--session", "--print-reply", f"--dest={bus}", "/org/freedesktop/DBus")
    try:
        done = subprocess.run(
            (*command, f"{bus}.{method}"),
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=_BUS_LIMIT_S,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
