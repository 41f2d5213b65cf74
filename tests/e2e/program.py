"""The whole program on a Rig, as for an agent: started from .venv/bin, controlled by keys and commands.

    with Program(rig) as program:
        program.add("您好亲", code="zz")
        program.reply("zz")                 # hotkey, letters, Enter: real keys
    # at the end: quits, and its log is checked

``Screen`` reads the display independently of the program. ``program.secrets`` are texts that must not be in
the log; :meth:`Program.add` adds its texts to them.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from Xlib import X
from Xlib.display import Display
from Xlib.error import XError

from quickdesk.cli.client import ask
from tests.desktop_rig import Rig, until

EXECUTABLE = Path(sys.executable).with_name("quickdesk")
HOTKEY = "ctrl+alt+space"
PRESSED_IN_XTERM = "\x80"  # what xterm receives if the hotkey is not grabbed
PALETTE, SETTINGS, HOME = "Quick replies", "Settings", "quickdesk"
_LOG_PROBLEMS = (" WARNING ", " ERROR ", " CRITICAL ", "Traceback")
_STILL_S = 0.2
_DEPTH = 3  # a window manager puts a frame or two around a window


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a command."""

    exit: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Screen:
    """Reads windows, focus and pixels as another X client."""

    def __init__(self, display: str) -> None:
        self.display = Display(display)
        self.root = self.display.screen().root
        self._name = self.display.intern_atom("_NET_WM_NAME")
        self._state = self.display.intern_atom("WM_STATE")
        self._process = self.display.intern_atom("_NET_WM_PID")

    def close(self) -> None:
        self.display.close()

    def visible(self, title: str, process: int = 0) -> int:
        """Return the id of a visible window with this title (before a colon), 0 if there is none."""
        for window in self._windows(self.root, _DEPTH):
            with suppress(XError):
                if self._title(window).partition(":")[0] == title and process in (0, self._pid(window)):
                    return int(window.id)
        return 0

    @property
    def focus(self) -> int:
        """Return the top-level window with the input focus, 0 for none."""
        found = self.display.get_input_focus().focus
        with suppress(XError):
            while not isinstance(found, int) and found.id != self.root.id:
                if found.get_full_property(self._state, X.AnyPropertyType):
                    return int(found.id)
                found = found.query_tree().parent
        return 0

    def place(self, window: int) -> tuple[int, int, int, int]:
        """Return x, y (on the screen), width and height of a window."""
        found = self.display.create_resource_object("window", window)
        size, at = found.get_geometry(), found.translate_coords(self.root, 0, 0)
        return -int(at.x), -int(at.y), int(size.width), int(size.height)

    def pixels(self, place: tuple[int, int, int, int]) -> bytes:
        """Return the pixels of an area of the screen."""
        return bytes(self.root.get_image(*place, X.ZPixmap, 0xFFFFFFFF).data)

    def has_tray_icon(self, process: int) -> bool:
        """Return whether a window of the process is in the tray."""
        owner = self.display.get_selection_owner(self.display.intern_atom("_NET_SYSTEM_TRAY_S0"))
        if not owner:
            return False
        with suppress(XError):
            return any(self._pid(window) == process for window in self._windows(self.root, 5))
        return False

    def has_free_window(self, process: int) -> bool:
        """Return whether the process shows a window without a frame."""
        with suppress(XError):
            for window in self._windows(self.root, 1):
                if window.get_attributes().override_redirect and self._pid(window) == process:
                    return True
        return False

    def _windows(self, parent: Any, depth: int) -> Iterator[Any]:
        with suppress(XError):
            for window in parent.query_tree().children:
                with suppress(XError):
                    if window.get_attributes().map_state == X.IsViewable:
                        yield window
                        if depth > 1:
                            yield from self._windows(window, depth - 1)

    def _title(self, window: Any) -> str:
        found = window.get_full_property(self._name, X.AnyPropertyType)
        return bytes(found.value).decode("utf-8", "replace") if found else ""

    def _pid(self, window: Any) -> int:
        found = window.get_full_property(self._process, X.AnyPropertyType)
        return int(found.value[0]) if found else 0


class Program:
    """One quickdesk with its own data folder; use it in a ``with`` statement, or call :meth:`start`."""

    def __init__(self, rig: Rig, folder: Path | None = None, *, env: Mapping[str, str] | None = None) -> None:
        self.rig = rig
        self.screen = Screen(rig.display)
        self.folder = folder or rig.home / f"data-{len(list(rig.home.glob('data-*')))}"
        self.env = {"QUICKDESK_HOME": str(self.folder), **(env or {})}
        self.command: tuple[str, ...] = (str(EXECUTABLE),)
        self.secrets: set[str] = set()
        self.process: subprocess.Popen[bytes] | None = None
        self._said: list[Path] = []
        self._numbers = count()

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.quit()
                self.check_log()
        finally:
            self.close()

    @property
    def pid(self) -> int:
        assert self.process
        return self.process.pid

    # Starting and ending.

    def start(self) -> None:
        """Start it and wait until it answers; by then the hotkey is grabbed as well."""
        self.launch()
        until(self.is_listening, f"quickdesk listening; its output: {self.output()}", 30)

    def launch(self) -> None:
        """Start it without waiting."""
        self.process = self.rig.start(*self.command, env=self.env)
        logs = self.rig.home.glob(f"{Path(self.command[0]).name}-*.log")
        self._said.append(max(logs, key=lambda path: int(path.stem.rpartition("-")[2])))

    def is_listening(self) -> bool:
        assert self.process
        assert self.process.poll() is None, f"quickdesk ended: {self.output()}"
        return self.ask("hide") is not None

    def quit(self) -> None:
        """Quit it with its own command and wait for the end; the exit code must be 0."""
        if self.process is None:
            return
        if self.process.poll() is None:
            assert self.cli("quit").exit == 0
        assert self.process.wait(10) == 0
        self.process = None

    def kill(self) -> None:
        """Kill it with SIGKILL."""
        assert self.process
        os.kill(self.pid, signal.SIGKILL)
        self.process.wait(10)
        self.process = None

    def close(self) -> None:
        """End it in any state."""
        if self.process is not None:
            self.rig.stop(self.process)
            self.process = None
        self.screen.close()

    # Commands.

    def show(self) -> None:
        """Open the palette without its hotkey."""
        assert self.cli("show").exit == 0
        until(self.palette_has_focus, "the palette with the focus")

    def cli(self, *arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Result:
        """Run ``quickdesk ARGUMENTS`` with the same data folder."""
        done = subprocess.run(
            (str(EXECUTABLE), *arguments),
            check=False,
            env={**self.rig.env, **self.env, **(env or {})},
            input=stdin,
            capture_output=True,
            timeout=60,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def ask(self, command: str, **arguments: Any) -> dict[str, Any] | None:
        """Send a command to the socket, which is faster than a process; None if no program listens."""
        return ask(
            self.folder, {"command": command, "arguments": arguments}, 20, {**self.rig.env, **self.env}
        )

    def add(self, body: str, *, code: str, title: str = "") -> str:
        """Add a reply by the command line and return its id."""
        self.secrets.add(body)
        added = self.cli("add", "--json", "--title", title or f"reply {code}", "--body", "-", "--code", code,
                         stdin=body.encode())  # fmt: skip
        assert added.exit == 0, added.err
        return str(added.json["id"])

    def new_reply(self, body: str, title: str = "") -> str:
        """Add a reply and return a code that finds only it."""
        code = f"zq{next(self._numbers)}x"
        self.add(body, code=code, title=title)
        return code

    # Keys.

    def key(self, *keys: str) -> None:
        self.rig.xdotool("key", *keys)

    def open_palette(self, *, hotkey: str = HOTKEY) -> int:
        """Press the hotkey and wait until the palette has the focus; return its window."""
        self.key(hotkey)
        until(self.palette_has_focus, "the palette with the focus")
        return self.palette

    def reply(self, letters: str, *keys: str) -> None:
        """Choose the reply found by some letters: hotkey, letters, Enter (or other keys)."""
        self.open_palette()
        self.rig.xdotool("type", "--delay", "5", letters)
        self.key(*(keys or ("Return",)))

    @property
    def palette(self) -> int:
        """The window of the palette while it is visible, else 0."""
        return self.window(PALETTE)

    def palette_has_focus(self) -> bool:
        window = self.palette
        return bool(window) and self.screen.focus == window

    def window(self, title: str) -> int:
        """Return a visible window of the program by its title, else 0."""
        return self.screen.visible(title, self.pid)

    def wait_for_window(self, title: str) -> int:
        """Wait until a window of the program has the focus and return it."""
        until(lambda: (window := self.window(title)) and self.screen.focus == window, f"window {title!r}")
        return self.window(title)

    def wait_for_focus(self, window: int) -> None:
        until(lambda: self.screen.focus == window, f"focus back on {window}")

    def toast(self) -> bool:
        """Return whether a toast is visible: the only window that is not managed."""
        return self.screen.has_free_window(self.pid)

    def settled_picture(self, window: int) -> bytes:
        """Return the pixels of a window below its text cursor, once they no longer change."""
        x, y, width, height = self.screen.place(window)
        strip = (x, y + height // 4, width, height - height // 4)
        end, now = 0.0, b""
        while time.monotonic() < end or not end:
            before, now = now, self.screen.pixels(strip)
            if now != before:
                end = time.monotonic() + _STILL_S
            time.sleep(0.02)
        return now

    # Files and output.

    def stored(self, kind: str) -> bytes:
        """Return all files of a kind of data: the snapshot, the previous one, the journals."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.glob(f"{kind}.*")))

    @property
    def log(self) -> str:
        """The content of its log."""
        paths = sorted(self.folder.glob("quickdesk.log*"), reverse=True)
        return "".join(path.read_text("utf-8") for path in paths)

    def output(self) -> str:
        """Return its terminal output."""
        return "".join(path.read_text("utf-8", "replace") for path in self._said)

    def check_log(self, *, allowed: tuple[str, ...] = ()) -> None:
        """Check that the log has no problem and contains no texts of replies."""
        everything = self.log + self.output()
        loud = [line for line in everything.splitlines() if any(word in line for word in _LOG_PROBLEMS)]
        unexpected = [line for line in loud if not any(text in line for text in allowed)]
        assert not unexpected, unexpected
        assert not (output := self.output()), output
        for secret in self.secrets:
            for line in filter(None, map(str.strip, secret.splitlines())):
                assert line not in everything, "a text stands in the log"
