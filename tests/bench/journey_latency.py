"""The waiting times of an agent: hotkey to the painted palette with the focus, Enter to the text in the chat.

    python -m tests.bench.journey_latency --repeat 50

Measured by a separate X client: keys are pressed with XTEST; the palette is open when it has the focus and
its list has its final pixels; the text has arrived when the page receives its input event (by its own clock),
the terminal's reader has it, or the editor has painted it. The program itself reports nothing.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from Xlib import XK, X
from Xlib.ext import xtest

from tests.bench.library import replies
from tests.desktop_rig import Rig, missing, until
from tests.e2e.program import Program, Screen
from tests.e2e.targets import ChatTarget, ChromiumTarget, EditorTarget, XtermTarget, copied_text, copy_text

CODE, REPLY, BEFORE = "zqfast", "您好亲，您的订单已经发出，请留意物流信息。😊", "原始剪贴板"
_LIMIT_S = 5.0


class Keys:
    """Presses keys through its own connection, without another process."""

    def __init__(self, program: Program) -> None:
        self._display = program.screen.display

    def press(self, *names: str) -> float:
        """Press keys together and release them; return the time (``time.time``) the last one went down."""
        codes = [self._display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        self._display.flush()
        pressed = time.time()
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()
        return pressed

    def type(self, letters: str) -> None:
        for letter in letters:
            self.press(letter)


class TimedXterm(XtermTarget):
    """Reports when the end of a text was read from the terminal."""

    def moment(self, expected: str) -> float:
        size = len(expected.encode())
        return _when(lambda: self._file.stat().st_size >= size)


class TimedEditor(EditorTarget):
    """Reports when a text is painted: the window has the same pixels as with the text typed before."""

    def start(self) -> None:
        super().start()
        self._screen = Screen(self.rig.env["DISPLAY"])
        x, y, width, height = self._screen.place(self.window)
        self._lines = (
            x,
            y + height // 8,
            width * 9 // 10,
            height // 4,
        )  # below the menu, without the scroll bar
        self.clear()
        copy_text(self.rig, REPLY)
        self.rig.xdotool("key", "ctrl+v")
        assert self.wait_for(REPLY) == REPLY
        self._painted = self._pixels

    @property
    def _pixels(self) -> bytes:
        return self._screen.pixels(self._lines)

    def close(self) -> None:
        self._screen.close()
        super().close()

    def moment(self, expected: str) -> float:
        assert expected == REPLY  # the text whose pixels are known
        return _when(lambda: self._pixels == self._painted)


class TimedChromium(ChromiumTarget):
    """Reports when the page received a text, by the clock of the page."""

    arrived = 0.0

    def _serve(self, page: str) -> None:
        clock = "performance.timeOrigin + performance.now()"
        super()._serve(page.replace("box.selectionStart]", f"box.selectionStart, {clock}]"))

    def take_in(self, text: str, cursor: int, at_ms: float = 0.0) -> None:
        if text != self._text:
            self.arrived = at_ms / 1000
        super().take_in(text, cursor)

    def moment(self, expected: str) -> float:
        _when(lambda: self._text == expected)
        return self.arrived


def _when(probe: Callable[[], object]) -> float:
    """Return the time at which a probe became true; it is called every half millisecond."""
    end = time.monotonic() + _LIMIT_S
    while not probe():
        if time.monotonic() > end:
            raise TimeoutError("it did not come")
        time.sleep(0.0005)
    return time.time()


def open_times(program: Program, keys: Keys, repeat: int) -> list[float]:
    """Return milliseconds from the hotkey to the painted palette with the focus."""
    palette = program.open_palette()
    program.settled_picture(palette)
    x, y, width, height = program.screen.place(palette)
    strip = (x, y + height // 4, width, height // 8)  # rows and preview; small, because it is compared often
    at_rest = program.screen.pixels(strip)
    times = []
    for _ in range(repeat):
        keys.press("Escape")
        until(lambda: program.screen.focus not in (0, palette), "the palette closed")
        time.sleep(0.3)  # as with an agent, everything has finished by then
        pressed = keys.press("Control_L", "Alt_L", "space")
        there = _when(lambda: program.screen.focus == palette and program.screen.pixels(strip) == at_rest)
        times.append((there - pressed) * 1000)
    keys.press("Escape")
    return times


def paste_times(program: Program, keys: Keys, chat: Any, repeat: int) -> list[float]:
    """Return milliseconds from Enter to the text in the chat box."""
    times = []
    for _ in range(repeat):
        _prepare(program, chat)
        program.open_palette()
        keys.type(CODE)
        time.sleep(0.3)  # the agent reads the result
        pressed = keys.press("Return")
        times.append((chat.moment(REPLY) - pressed) * 1000)
        assert chat.wait_for(REPLY) == REPLY
        until(lambda: copied_text(program.rig) == BEFORE, "the clipboard back")
    return times


def _prepare(program: Program, chat: ChatTarget) -> None:
    chat.clear()
    copy_text(program.rig, BEFORE)


def fill(program: Program, count: int) -> None:
    """Import ``count`` generated replies."""
    snippets = [
        {"title": each.title, "body": each.body.replace("{", "").replace("}", ""), "code": each.code,
         "folder": each.folder_path, "tags": list(each.tags)}
        for each in replies(count)
    ]  # fmt: skip
    file = program.rig.home / "library.csv"
    columns = ("title", "body", "code", "folder", "tags")
    rows = [columns, *([",".join(s[c]) if c == "tags" else s[c] for c in columns] for s in snippets)]
    file.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8")
    done = program.cli("import", "--json", "--format", "tsv", str(file))
    assert done.exit == 0, done.err
    print(f"library: {json.loads(done.out)['new']} made-up replies and the first pack")


def print_times(name: str, times: list[float]) -> None:
    """Print a line of statistics, in milliseconds."""
    ordered = sorted(times)
    places = {"p95": 0.95, "p99": 0.99}
    high = ", ".join(f"{label} {ordered[min(len(ordered) - 1, int(len(ordered) * share))]:.0f}"
                     for label, share in places.items())  # fmt: skip
    print(f"{name}: median {statistics.median(times):.0f}, {high}, max {ordered[-1]:.0f} ms of {len(times)}")


def main() -> int:
    """Run the measurements selected on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--repeat", type=int, default=50)
    parser.add_argument("--replies", type=int, default=5000)
    chosen = parser.parse_args()
    if reason := missing("xclip", "tint2", "xterm", "mousepad", "chromium"):
        print(reason)
        return 1
    with Rig(tray=True) as rig, Program(rig) as program:
        fill(program, chosen.replies)
        program.add(REPLY, code=CODE)
        keys = Keys(program)
        with TimedEditor(rig) as chat:
            print_times(
                "Enter to text painted by the GTK editor", paste_times(program, keys, chat, chosen.repeat)
            )
        with TimedXterm(rig) as chat:
            print_times("hotkey to painted palette with focus", open_times(program, keys, chosen.repeat))
            print_times("Enter to text in xterm", paste_times(program, keys, chat, chosen.repeat))
        with TimedChromium(rig) as chat:
            print_times("Enter to text in Chromium", paste_times(program, keys, chat, chosen.repeat))
    return 0


if __name__ == "__main__":
    sys.exit(main())
