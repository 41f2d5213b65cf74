"""A private desktop for tests: Xvfb on a free display, own D-Bus, openbox, on request tint2 (tray) and dunst.

    @pytest.fixture(scope="module")
    def rig() -> Iterator[Rig]:
        require("xterm", "tint2")              # skips with the reason if something is missing
        with Rig(tray=True) as rig:
            yield rig

``rig.display`` is the name to connect to, ``rig.env`` the whole environment for programs on that desktop
(``QT_QPA_PLATFORM=xcb``, a separate home folder). Everything that was started through the rig ends with it,
even if the test process is killed. Mark such tests ``desktop``. It does not depend on quickdesk.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

RIG_PROGRAMS = ("Xvfb", "xdotool", "xprop", "dbus-daemon", "dbus-send", "openbox")
_PACKAGES = {
    "Xvfb": "xvfb",
    "xprop": "x11-utils",
    "dbus-daemon": "dbus-daemon",
    "dbus-send": "dbus-bin",
    "setxkbmap": "x11-xkb-utils",
    "xmodmap": "x11-xserver-utils",
    "xrandr": "x11-xserver-utils",
    "import": "imagemagick",
}
_NOT_INHERITED = (
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "SESSION_MANAGER",
    "QT_IM_MODULE",
    "GTK_IM_MODULE",
    "XMODIFIERS",
)


def missing(*programs: str) -> str:
    """Return why the rig with these further programs cannot run here, empty if it can."""
    absent = [name for name in (*RIG_PROGRAMS, *programs) if shutil.which(name) is None]
    packages = " ".join(sorted({_PACKAGES.get(name, name) for name in absent}))
    return f"not installed: {', '.join(absent)} (apt-get install {packages})" if absent else ""


def require(*programs: str) -> None:
    """Skip the test, with the reason, if the rig or one of these programs is missing."""
    if reason := missing(*programs):
        pytest.skip(reason)


def until(probe: Callable[[], object], what: str, limit_s: float = 10.0) -> None:
    """Wait until ``probe()`` is true; raises TimeoutError naming ``what`` after ``limit_s`` seconds."""
    end = time.monotonic() + limit_s
    while not probe():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {limit_s:g} s: {what}")
        time.sleep(0.02)


class Rig:
    """One private desktop; use it in a ``with`` statement."""

    def __init__(
        self,
        *,
        window_manager: bool = True,
        tray: bool = False,
        notifications: bool = False,
        size: str = "1280x800x24",
        screens: int = 1,
    ) -> None:
        """``tray`` starts tint2, ``notifications`` dunst, ``screens`` is the number of X screens (roots)."""
        self._wanted = (window_manager, tray, notifications)
        self._screens = [part for number in range(screens) for part in ("-screen", str(number), size)]
        self._running: list[subprocess.Popen[bytes]] = []
        self._started = 0
        self._folder = tempfile.TemporaryDirectory(prefix="desktop-rig-", ignore_cleanup_errors=True)
        self.home = Path(self._folder.name)
        self.display = ""
        self.server_pid = 0
        self.env: dict[str, str] = {}

    def __enter__(self) -> Self:
        try:
            self._start_all()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self, *program: str, env: Mapping[str, str] | None = None) -> "subprocess.Popen[bytes]":
        """Start a program on this desktop; its output goes to ``<home>/<name>-<n>.log``."""
        return self._spawn(program, {**self.env, **(env or {})})

    def stop(self, process: "subprocess.Popen[bytes]") -> None:
        """End a program returned by :meth:`start`, and the programs that it has started."""
        if process in self._running:
            self._running.remove(process)
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, number)
                process.wait(timeout=3)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
        process.wait()

    def run(self, *program: str, limit_s: float = 20.0) -> str:
        """Run a program on this desktop to its end and return its output; raises CalledProcessError."""
        # Through a file: programs that go into the background (xclip) would keep a pipe open.
        with tempfile.TemporaryFile(dir=self.home) as out:
            subprocess.run(
                program,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                check=True,
                timeout=limit_s,
            )
            out.seek(0)
            return out.read().decode("utf-8", "replace")

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool, for example ``rig.xdotool("key", "ctrl+alt+space")``."""
        return self.run("xdotool", *arguments).strip()

    def window(self, *search: str, limit_s: float = 15.0) -> int:
        """Wait for a visible window, ``rig.window("--class", "xterm")``, and return its id."""
        found: list[str] = []

        def probe() -> bool:
            try:
                found[:] = self.xdotool("search", "--onlyvisible", *search).split()
            except subprocess.CalledProcessError:
                return False
            return bool(found)

        until(probe, f"window {' '.join(search)}", limit_s)
        return int(found[0])

    def focus(self, window: int) -> None:
        """Give a window the focus and wait until it has it."""
        self.xdotool("windowactivate", "--sync", str(window))
        until(lambda: self.xdotool("getwindowfocus") == str(window), f"focus on {window}")

    def screenshot(self, path: Path | str) -> Path:
        """Write the whole screen as PNG (needs imagemagick) and return the path."""
        self.run("import", "-window", "root", f"png:{path}")
        return Path(path)

    def close(self) -> None:
        """End everything that runs on this desktop, and remove its home folder."""
        for process in reversed(self._running.copy()):
            self.stop(process)
        self._folder.cleanup()

    def _start_all(self) -> None:
        window_manager, tray, notifications = self._wanted
        self._start_server()
        self._start_bus()
        if window_manager:
            self.start("openbox", "--sm-disable")
            until(lambda: "window id" in self._root("_NET_SUPPORTING_WM_CHECK"), "openbox")
        if notifications:
            self.start("dunst")
            until(lambda: self._on_bus("org.freedesktop.Notifications"), "dunst on the bus")
        if tray:
            self.start("tint2")
            until(self._has_tray, "tint2 offering its tray")

    def _start_server(self) -> None:
        read_end, write_end = os.pipe()
        command = ("Xvfb", "-displayfd", str(write_end), *self._screens, "-nolisten", "tcp", "-noreset")
        try:
            self.server_pid = self._spawn(command, dict(os.environ), pass_fds=(write_end,)).pid
        finally:
            os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        if not number:
            output = (self.home / "Xvfb-1.log").read_text("utf-8", "replace")
            raise RuntimeError(f"Xvfb did not start: {output}")
        self.display = f":{number}"
        self.env = self._environment()

    def _environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
        run_folder = self.home / "run"
        run_folder.mkdir(mode=0o700)
        return inherited | {
            "DISPLAY": self.display,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(run_folder),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_SESSION_TYPE": "x11",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={run_folder}/bus",
            "GSETTINGS_BACKEND": "memory",
            "GTK_USE_PORTAL": "0",
            "NO_AT_BRIDGE": "1",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
        }

    def _start_bus(self) -> None:
        address = self.env["DBUS_SESSION_BUS_ADDRESS"]
        self.start("dbus-daemon", "--session", "--nofork", f"--address={address}")
        until((self.home / "run" / "bus").exists, "dbus-daemon")

    def _has_tray(self) -> bool:
        from Xlib.display import Display

        display = Display(self.display)
        try:
            return bool(display.get_selection_owner(display.intern_atom("_NET_SYSTEM_TRAY_S0")))
        finally:
            display.close()

    def _root(self, property_name: str) -> str:
        return self.run("xprop", "-root", "-notype", property_name)

    def _on_bus(self, name: str) -> bool:
        bus = "org.freedesktop.DBus"
        call = ("dbus-send", "--session", "--print-reply", f"--dest={bus}", "/org/freedesktop/DBus")
        return "true" in self.run(*call, f"{bus}.NameHasOwner", f"string:{name}")

    def _spawn(
        self, program: tuple[str, ...], env: dict[str, str], pass_fds: tuple[int, ...] = ()
    ) -> "subprocess.Popen[bytes]":
        # If the test process is killed with SIGKILL, the programs it has started end too.
        guard = ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()
        self._started += 1
        name = Path(program[0]).name
        with (self.home / f"{name}-{self._started}.log").open("wb") as log:
            process = subprocess.Popen(
                (*guard, *program),
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=pass_fds,
            )
        self._running.append(process)
        return process
