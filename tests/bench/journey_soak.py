"""Repeats the whole journey with real keys and counts the failures.

    python -m tests.bench.journey_soak --repeat 50
    python -m tests.bench.journey_soak --repeat 30 --stall 400 --kinds emoji

Hotkey, letters, Enter, into each program and with each kind of text; every second time the clipboard
contains a picture instead of a text. With ``--stall`` the chat program is stopped for that many milliseconds
from a moment around Enter. The last line has the totals; the exit code is 1 if a text was wrong, a clipboard
was lost, or the old clipboard was pasted. Screenshots of failures are written to $SOAK_SHOTS.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections import Counter

from tests.desktop_rig import Rig, missing
from tests.e2e.program import Program
from tests.e2e.targets import (
    ChatTarget,
    ChromiumTarget,
    EditorTarget,
    XtermTarget,
    copied_text,
    copy_file,
    copy_text,
)
from tests.e2e.test_paste_targets import TEXTS

TARGETS = {"xterm": XtermTarget, "editor": EditorTarget, "chromium": ChromiumTarget}
CODES = {kind: f"zq{kind}" for kind in TEXTS}
_CLIPBOARD_LIMIT_S = 6.0


class Soak:
    """Counts over all targets and kinds."""

    def __init__(self, rig: Rig, program: Program, stall_ms: int) -> None:
        self._rig, self._program, self._stall_ms = rig, program, stall_ms
        self._chance = random.Random(11)
        self._picture = rig.home / "picture.png"
        self._picture.write_bytes(b"\x89PNG\r\n\x1a\n" + self._chance.randbytes(200_000))
        self.counts: Counter[str] = Counter()

    def run(self, name: str, kind: str, repeat: int, chat: ChatTarget) -> None:
        """Send one kind of text into one program and print the counts."""
        before = self.counts.copy()
        for number in range(repeat):
            self._once(chat, f"{name}/{kind}/{number}", TEXTS[kind], CODES[kind], picture=number % 2 == 1)
        new = self.counts - before
        print(f"{name}, {kind}: {self._summary_of(new)}", flush=True)

    @property
    def summary(self) -> str:
        return self._summary_of(self.counts)

    @property
    def is_clean(self) -> bool:
        return not any(self.counts[name] for name in ("wrong", "old", "lost text", "lost picture"))

    def _summary_of(self, counts: "Counter[str]") -> str:
        names = ("replies", "wrong", "old", "lost text", "lost picture")
        return ", ".join(f"{name} {counts[name]}" for name in names)

    def _once(self, chat: ChatTarget, label: str, text: str, code: str, *, picture: bool) -> None:
        old = f"old {label} 原始"
        chat.clear()
        if picture:
            copy_file(self._rig, self._picture, "image/png")
        else:
            copy_text(self._rig, old)
        self._reply(chat, code)
        found = chat.wait_for(text, 8)
        self.counts["replies"] += 1
        if found != text:
            self.counts["wrong"] += 1
            self.counts["old"] += old in found
            print(
                f"  wrong: {label}: {len(found)} of {len(text)} characters; {self._state(text)}", flush=True
            )
        if not self._is_back(None if picture else old):
            self.counts["lost picture" if picture else "lost text"] += 1
            print(f"  clipboard lost: {label}; {self._state(text)}", flush=True)

    def _reply(self, chat: ChatTarget, code: str) -> None:
        if not self._stall_ms:
            self._program.reply(code)
            return
        self._program.open_palette()
        self._rig.xdotool("type", "--delay", "5", code)
        stopped = chat.stop_for(self._stall_ms, self._chance.choice((0, self._chance.uniform(1, 150))))
        self._program.key("Return")
        stopped.join()

    def _is_back(self, text: str | None) -> bool:
        """Return whether the clipboard is restored within the time limit of a paste."""
        end = time.monotonic() + _CLIPBOARD_LIMIT_S
        while time.monotonic() < end:
            if text is None:
                if self._image() == self._picture.read_bytes():
                    return True
            elif self._text() == text:
                return True
            time.sleep(0.05)
        return False

    def _state(self, text: str) -> str:
        """Return the visible state of the program after a failure."""
        seen = ["palette"] if self._program.palette else []
        seen += ["toast"] if self._program.toast() else []
        seen += ["reply on the clipboard"] if self._text() == text else []
        if shots := os.environ.get("SOAK_SHOTS"):
            self._rig.screenshot(f"{shots}/{self.counts['replies']}.png")
        return ", ".join(seen) or "no window visible"

    def _text(self) -> str:
        try:
            return copied_text(self._rig)
        except subprocess.CalledProcessError:
            return ""

    def _image(self) -> bytes:
        command = ["xclip", "-selection", "clipboard", "-t", "image/png", "-o"]
        found = subprocess.run(
            command,
            check=False,
            env=self._rig.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=10,
        )
        return found.stdout


def main() -> int:
    """Run the soak test with the options of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("targets", nargs="*", default=list(TARGETS), help=f"some of {', '.join(TARGETS)}")
    parser.add_argument("--kinds", default=",".join(TEXTS), help="some of the kinds, with commas")
    parser.add_argument("--repeat", type=int, default=50)
    parser.add_argument("--stall", type=int, default=0, metavar="MS")
    chosen = parser.parse_args()
    kinds = chosen.kinds.split(",")
    if reason := missing("xclip", "tint2", *(TARGETS[name].programs[0] for name in chosen.targets)):
        print(reason)
        return 1
    with Rig(tray=True) as rig, Program(rig) as program:
        for kind in kinds:
            program.add(TEXTS[kind], code=CODES[kind])
        soak = Soak(rig, program, chosen.stall)
        for name in chosen.targets:
            with TARGETS[name](rig) as chat:
                for kind in kinds:
                    soak.run(name, kind, chosen.repeat, chat)
    print(soak.summary)
    return 0 if soak.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
