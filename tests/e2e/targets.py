"""Chat boxes to paste into, on a Rig: a stock xterm, a GTK editor, a text area in a Chromium page.

    with ChromiumTarget(rig) as chat:
        chat.focus()
        ...                         # a reply is pasted
        assert chat.wait_for("您好") == "您好"

``stop_for(ms)`` stops the program for a while, like a busy machine.
"""

import http.server
import json
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from Xlib.display import Display
from Xlib.ext import xfixes

from tests.desktop_rig import Rig, until

_READER = """
import os, sys, tty
tty.setraw(0)
with open(sys.argv[1], "ab", 0) as out:
    out.write(b"!")  # ready
    while data := os.read(0, 65536):
        out.write(data)
"""


class ChatTarget:
    """The operations of all targets; ``window`` and ``process`` are those of the program."""

    programs: tuple[str, ...] = ()
    """The required programs (see desktop_rig.require)."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.window = 0
        self.process = 0
        self._program: object = None

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
        self.close()

    def start(self) -> None:
        raise NotImplementedError

    def text(self) -> str:
        """Return the current text of the chat box."""
        raise NotImplementedError

    def clear(self) -> None:
        """Clear and focus the chat box."""
        raise NotImplementedError

    def close(self) -> None:
        if self._program is not None:
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGCONT)
            program, self._program = self._program, None
            self.rig.stop(program)  # type: ignore[arg-type]

    def focus(self) -> None:
        self.rig.focus(self.window)

    def wait_for(self, expected: str, limit_s: float = 4.0) -> str:
        """Return the text as soon as it is the expected one, else the text at the time limit."""
        end = time.monotonic() + limit_s
        while (found := self.text()) != expected and time.monotonic() < end:
            time.sleep(0.02)
        return found

    def stop(self) -> None:
        os.kill(self.process, signal.SIGSTOP)

    def go_on(self) -> None:
        os.kill(self.process, signal.SIGCONT)

    def stop_for(self, ms: float, delay_ms: float = 0) -> threading.Thread:
        """Stop the program for a while, after a delay; join the thread to wait for the end."""

        def freeze() -> None:
            time.sleep(delay_ms / 1000)
            self.stop()
            time.sleep(ms / 1000)
            self.go_on()

        thread = threading.Thread(target=freeze)
        if not delay_ms:
            self.stop()
        thread.start()
        return thread

    def _started(self, program: object, *search: str, limit_s: float = 30.0) -> None:
        self._program = program
        self.window = self.rig.window(*search, limit_s=limit_s)
        self.process = int(self.rig.xdotool("getwindowpid", str(self.window)))
        self.focus()


class XtermTarget(ChatTarget):
    """An xterm with default resources; the input of its raw tty is compared."""

    programs = ("xterm",)

    def start(self) -> None:
        self._file = self.rig.home / f"xterm-{time.monotonic_ns()}.out"
        self._file.touch()
        reader = (sys.executable, "-c", _READER, str(self._file))
        self._started(
            self.rig.start("xterm", "-title", self._file.name, "-e", *reader), "--name", self._file.name
        )
        until(lambda: self._file.read_bytes() == b"!", "the reader in xterm")
        self.clear()

    def text(self) -> str:
        # A terminal passes a line break on as the Return key.
        return self._file.read_bytes().decode("utf-8", "replace").replace("\r", "\n")

    def clear(self) -> None:
        os.truncate(self._file, 0)
        self.focus()


class EditorTarget(ChatTarget):
    """Mousepad, a GTK editor; the file it saves is compared."""

    programs = ("mousepad",)

    def start(self) -> None:
        folder = self.rig.home / f"editor-{time.monotonic_ns()}"
        folder.mkdir()
        self._file = folder / f"{folder.name}.txt"
        self._file.touch()
        # After a kill it would ask whether to restore. It must not watch its file either: if stopped just
        # after it saved, it takes its own change for that of another program and asks about it.
        settings = folder / "config" / "glib-2.0" / "settings"
        settings.mkdir(parents=True)
        (settings / "keyfile").write_text("[org/xfce/mousepad/preferences/file]\nmonitor-changes=false\n")
        toolkit = folder / "config" / "gtk-3.0"
        toolkit.mkdir()
        (toolkit / "settings.ini").write_text(
            "[Settings]\ngtk-cursor-blink=0\n"
        )  # it has the same pixels when idle
        own = {
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "GSETTINGS_BACKEND": "keyfile",
        }
        program = self.rig.start("mousepad", "--disable-server", str(self._file), env=own)
        self._started(program, "--name", self._file.name)

    def text(self) -> str:
        before = self._file.stat().st_mtime_ns
        self.rig.xdotool("key", "ctrl+s")
        with suppress(TimeoutError):  # nothing has changed, so it does not save
            until(lambda: self._file.stat().st_mtime_ns != before, "saving", 0.5)
        return self._file.read_bytes().decode("utf-8", "replace").removesuffix("\n")

    def clear(self) -> None:
        self.focus()
        self.rig.xdotool("key", "ctrl+a", "BackSpace")
        assert self.wait_for("") == ""


_PAGE = """<!doctype html><meta charset=utf-8><title>TITLE</title>
<textarea id=box style="width:95%;height:420px;font-size:16px" autofocus></textarea><script>
const box = document.getElementById('box');
const report = () => fetch('/text', {method: 'POST', body: JSON.stringify([box.value, box.selectionStart])});
box.addEventListener('input', report);
document.addEventListener('selectionchange', report);
let busy = 0;
box.addEventListener('paste', event => {
  event.clipboardData.getData('text/plain');
  for (const end = Date.now() + busy; Date.now() < end;);
});
new EventSource('/orders').onmessage = order => {
  busy = Number(order.data);
  box.value = '';
  box.focus();
  report();
};
report();
</script>"""


class ChromiumTarget(ChatTarget):
    """A page with a text area, which stands for a web chat; the page reports its text.

    ``busy_ms`` is how long the page's code is busy after a paste, from the next ``clear`` on.
    """

    programs = ("chromium",)

    def start(self) -> None:
        self._text: str | None = None
        self.cursor = 0
        self.busy_ms = 0
        self.clears = 0
        name = f"chat-{time.monotonic_ns()}"
        self._serve(_PAGE.replace("TITLE", name))
        profile = self.rig.home / name
        flags = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
        program = self.rig.start(
            "chromium",
            *flags.split(),
            "--disable-component-update",
            "--disable-sync",
            "--password-store=basic",
            f"--user-data-dir={profile}",
            "--window-size=900,600",
            f"--app=http://127.0.0.1:{self._server.server_port}/",
        )
        self._started(program, "--name", name)
        until(lambda: self._text == "" and self.is_listening, "the page", 30)
        until(self._receives_keys, "a key to arrive", 30)
        self.clear()

    def _receives_keys(self) -> bool:
        # A browser drops every key until it has painted its page: up to half a second after the page
        # reports that it has the focus (Chromium 150).
        self.rig.xdotool("key", "x")
        return self.wait_for("x", 0.1) != ""

    def text(self) -> str:
        return self._text or ""

    def clear(self) -> None:
        self.focus()
        self._text = None
        self.clears += 1
        until(lambda: self._text == "", "the empty text area")

    def take_in(self, text: str, cursor: int) -> None:
        """Record a report of the page."""
        self._text, self.cursor = text, cursor

    def close(self) -> None:
        super().close()
        self.clears = -1
        if hasattr(self, "_server"):
            self._server.shutdown()
            self._server.server_close()

    def _serve(self, page: str) -> None:
        self.is_listening = False
        self._server = _PageServer(("127.0.0.1", 0), _PageHandler)
        self._server.target = self
        self._server.page = page.encode()
        threading.Thread(target=self._server.serve_forever, daemon=True).start()


class _PageServer(http.server.ThreadingHTTPServer):
    daemon_threads = True
    target: ChromiumTarget
    page: bytes


class _PageHandler(http.server.BaseHTTPRequestHandler):
    server: _PageServer

    def do_GET(self) -> None:
        self.send_response(200)
        is_page = self.path == "/"
        self.send_header("Content-Type", "text/html" if is_page else "text/event-stream")
        self.end_headers()
        if is_page:
            self.wfile.write(self.server.page)
        elif self.path == "/orders":
            self._pass_on_orders(self.server.target)

    def _pass_on_orders(self, target: ChromiumTarget) -> None:
        seen = target.clears
        target.is_listening = True
        with suppress(OSError):
            while target.clears >= 0:
                if target.clears != seen:
                    seen = target.clears
                    self.wfile.write(f"data: {target.busy_ms}\n\n".encode())
                    self.wfile.flush()
                time.sleep(0.01)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.target.take_in(*json.loads(body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - a name of the library
        pass


def copy_text(rig: Rig, text: str, selection: str = "clipboard") -> None:
    """Put a text on a selection, as another program."""
    file = rig.home / "copied.txt"
    file.write_bytes(text.encode())
    copy_file(rig, file, selection=selection)


def copied_text(rig: Rig, selection: str = "clipboard") -> str:
    """Return the text of a selection, as another program."""
    return rig.run("xclip", "-selection", selection, "-t", "UTF8_STRING", "-o", limit_s=8)


def copy_file(rig: Rig, file: Path, kind: str = "", *, selection: str = "clipboard") -> None:
    """Put the bytes of a file on a selection in one format, text by default.

    xclip goes into the background before it takes the selection: this waits until it has.
    """
    link = Display(rig.display)
    try:
        link.xfixes_query_version()
        atom, mask = link.intern_atom(selection.upper()), xfixes.XFixesSetSelectionOwnerNotifyMask
        link.xfixes_select_selection_input(link.screen().root, atom, mask)
        link.sync()
        rig.run("xclip", "-selection", selection, *(("-t", kind) if kind else ()), "-i", str(file))
        until(link.pending_events, "xclip to take the selection")
    finally:
        link.close()
