"""The whole program on a Rig, as an agent has it: started from .venv/bin, moved by keys and commands.

    with Program(rig) as program:
        program.add("您好亲", code="zz")
        program.reply("zz")                 # hotkey, letters, Enter: real keys
    # on leaving: ended in order, and its log is clean

``Screen`` looks at the display from outside and asks the program nothing. ``program.secrets`` are texts
that must not stand in the log; what goes through :meth:`Program.add` is among them by itself.
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
PRESSED_IN_XTERM = "\x80"  # what the hotkey is there when nobody takes it
PALETTE, SETTINGS, HOME = "Quick replies", "Settings", "quickdesk"
_LOUD = (" WARNING ", " ERROR ", " CRITICAL ", "Traceback")
_STILL_S = 0.2
_DEPTH = 3  # a window manager puts a frame or two around a window


@dataclass(frozen=True, slots=True)
class Result:
    """What a command gave back."""

    exit: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Screen:
    """Windows, focus and pixels as another X client sees them."""

    def __init__(self, display: str) -> None:
        self.display = Display(display)
        self.root = self.display.screen().root
        self._name = self.display.intern_atom("_NET_WM_NAME")
        self._state = self.display.intern_atom("WM_STATE")
        self._process = self.display.intern_atom("_NET_WM_PID")

    def close(self) -> None:
        self.display.close()

    def visible(self, title: str, process: int = 0) -> int:
        """Return the id of a window in sight with this title (before a colon), 0 where there is none."""
        for window in self._windows(self.root, _DEPTH):
            with suppress(XError):
                if self._title(window).partition(":")[0] == title and process in (0, self._pid(window)):
                    return int(window.id)
        return 0

    @property
    def focus(self) -> int:
        """The window that gets the keys, 0 for none; a program's inner windows count as its outer one."""
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
        """Return what is on the screen there."""
        return bytes(self.root.get_image(*place, X.ZPixmap, 0xFFFFFFFF).data)

    def has_tray_icon(self, process: int) -> bool:
        """Say whether a window of that process stands in the tray."""
        owner = self.display.get_selection_owner(self.display.intern_atom("_NET_SYSTEM_TRAY_S0"))
        if not owner:
            return False
        with suppress(XError):
            return any(self._pid(window) == process for window in self._windows(self.root, 5))
        return False

    def has_free_window(self, process: int) -> bool:
        """Say whether that process shows a window without a window manager's frame."""
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
    """One quickdesk with a data folder of its own; use it in a ``with`` statement, or start it by hand."""

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
        """Start it and wait until it answers: by then the hotkey is taken as well."""
        self.launch()
        until(self.is_listening, f"quickdesk listening; it said: {self.said()}", 30)

    def launch(self) -> None:
        """Start it and wait for nothing."""
        self.process = self.rig.start(*self.command, env=self.env)
        logs = self.rig.home.glob(f"{Path(self.command[0]).name}-*.log")
        self._said.append(max(logs, key=lambda path: int(path.stem.rpartition("-")[2])))

    def is_listening(self) -> bool:
        assert self.process
        assert self.process.poll() is None, f"quickdesk ended: {self.said()}"
        return self.ask("hide") is not None

    def quit(self) -> None:
        """End it by its own command and wait for the end; the exit code must be 0."""
        if self.process is None:
            return
        if self.process.poll() is None:
            assert self.cli("quit").exit == 0
        assert self.process.wait(10) == 0
        self.process = None

    def kill(self) -> None:
        """End it as a power cut does."""
        assert self.process
        os.kill(self.pid, signal.SIGKILL)
        self.process.wait(10)
        self.process = None

    def close(self) -> None:
        """End it however it stands."""
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
        """Send a command straight to the socket: quicker than a process; None where nobody listens."""
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
        """Add a reply and return the code that finds it and nothing else."""
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
        """The palette's window while it is in sight, else 0."""
        return self.window(PALETTE)

    def palette_has_focus(self) -> bool:
        window = self.palette
        return bool(window) and self.screen.focus == window

    def window(self, title: str) -> int:
        """Return a window of the program in sight by its title, else 0."""
        return self.screen.visible(title, self.pid)

    def wait_for_window(self, title: str) -> int:
        """Wait until a window of the program has the focus and return it."""
        until(lambda: (window := self.window(title)) and self.screen.focus == window, f"window {title!r}")
        return self.window(title)

    def wait_for_focus(self, window: int) -> None:
        until(lambda: self.screen.focus == window, f"focus back on {window}")

    def toast(self) -> bool:
        """Say whether a toast is in sight: the one window of ours that no window manager touches."""
        return self.screen.has_free_window(self.pid)

    def settled_picture(self, window: int) -> bytes:
        """Return the pixels below the head of a window, where no cursor blinks, once they stand still."""
        x, y, width, height = self.screen.place(window)
        strip = (x, y + height // 4, width, height - height // 4)
        end, now = 0.0, b""
        while time.monotonic() < end or not end:
            before, now = now, self.screen.pixels(strip)
            if now != before:
                end = time.monotonic() + _STILL_S
            time.sleep(0.02)
        return now

    # What it leaves behind.

    def stored(self, kind: str) -> bytes:
        """Return all that lies on the disk of one kind of data: the file, the one before, the journals."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.glob(f"{kind}.*")))

    @property
    def log(self) -> str:
        """All that it has logged."""
        paths = sorted(self.folder.glob("quickdesk.log*"), reverse=True)
        return "".join(path.read_text("utf-8") for path in paths)

    def said(self) -> str:
        """Return what it wrote to its terminal."""
        return "".join(path.read_text("utf-8", "replace") for path in self._said)

    def check_log(self, *, allowed: tuple[str, ...] = ()) -> None:
        """Hold the log against its promise: nothing went wrong, and nobody's texts stand in it."""
        everything = self.log + self.said()
        loud = [line for line in everything.splitlines() if any(word in line for word in _LOUD)]
        unexpected = [line for line in loud if not any(text in line for text in allowed)]
        assert not unexpected, unexpected
        assert not (said := self.said()), said
        for secret in self.secrets:
            for line in filter(None, map(str.strip, secret.splitlines())):
                assert line not in everything, "a text stands in the log"
