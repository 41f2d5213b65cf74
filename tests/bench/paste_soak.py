"""Pastes repeatedly into real programs and counts the failures.

    python -m tests.bench.paste_soak --repeat 50
    python -m tests.bench.paste_soak --repeat 30 --stall 400

With ``--stall`` the program is stopped for that many milliseconds at a random moment of each paste.
The last line is ``wrong texts 0, lost clipboards 0`` on success; else the exit code is 1.
"""

import argparse
import random
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.desktop_rig import Rig, missing
from tests.e2e.paste_probe import PasteProbe
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
STAGES = ("offered", "focused", "sent", "read", "idle", "end")


class Soak:
    """Counts over all targets."""

    def __init__(self, rig: Rig, probe: PasteProbe, stall_ms: int) -> None:
        self._rig, self._probe, self._stall_ms = rig, probe, stall_ms
        self._chance = random.Random(7)
        self.wrong = self.lost = 0
        self._picture = rig.home / "picture.png"
        self._picture.write_bytes(b"\x89PNG\r\n\x1a\n" + self._chance.randbytes(300_000))

    def run(self, name: str, repeat: int) -> None:
        """Paste ``repeat`` times into one target and print the counts."""
        outcomes: Counter[str] = Counter()
        stages: dict[str, list[float]] = {stage: [] for stage in STAGES}
        wrong, lost = self.wrong, self.lost
        with TARGETS[name](self._rig) as chat:
            for report in self._pastes(chat, repeat):
                outcomes[f"{report['outcome']}/{report['clipboard']}"] += 1
                for stage in STAGES:
                    stages[stage] += [report["timings_ms"][stage]] if stage in report["timings_ms"] else []
        print(
            f"{name}: {repeat} pastes, wrong {self.wrong - wrong}, lost {self.lost - lost}, {dict(outcomes)}"
        )
        for stage, values in stages.items():
            if values:
                worst = sorted(values)[int(len(values) * 0.95)]
                middle = statistics.median(values)
                print(f"  {stage}: median {middle:.0f}, p95 {worst:.0f}, max {max(values):.0f} ms")

    def _pastes(self, chat: ChatTarget, repeat: int) -> Iterator[dict]:
        for number in range(repeat):
            key = list(TEXTS)[number % len(TEXTS)]
            with_picture = number % 5 == 4
            chat.clear()
            before = f"before {number} 原始"
            if with_picture:
                copy_file(self._rig, self._picture, "image/png")
            else:
                copy_text(self._rig, before)
            report = self._paste(chat, TEXTS[key])
            found = chat.wait_for(TEXTS[key])
            if found != TEXTS[key]:
                self.wrong += 1
                print(f"  wrong at {number} ({key}): {len(found)} of {len(TEXTS[key])} characters, {report}")
            if not (self._picture_is_back() if with_picture else copied_text(self._rig) == before):
                self.lost += 1
                print(f"  clipboard lost at {number} ({key}): {report}")
            yield report

    def _paste(self, chat: ChatTarget, text: str) -> dict:
        self._probe.ask("capture")
        if not self._stall_ms:
            return self._probe.ask("paste", text=text)
        stopped = chat.stop_for(self._stall_ms, self._chance.choice((0, self._chance.uniform(1, 120))))
        try:
            return self._probe.ask("paste", text=text)
        finally:
            stopped.join()

    def _picture_is_back(self) -> bool:
        command = ["xclip", "-selection", "clipboard", "-t", "image/png", "-o"]
        found = subprocess.run(
            command,
            env=self._rig.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=10,
            check=False,
        )
        return found.stdout == Path(self._picture).read_bytes()


def main() -> int:
    """Run the soak test with the options of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("targets", nargs="*", default=list(TARGETS), help=f"some of {', '.join(TARGETS)}")
    parser.add_argument("--repeat", type=int, default=50)
    parser.add_argument("--stall", type=int, default=0, metavar="MS")
    chosen = parser.parse_args()
    if reason := missing("xclip", *(TARGETS[name].programs[0] for name in chosen.targets)):
        print(reason)
        return 1
    with Rig() as rig, PasteProbe(rig) as probe:
        soak = Soak(rig, probe, chosen.stall)
        for name in chosen.targets:
            soak.run(name, chosen.repeat)
    print(f"wrong texts {soak.wrong}, lost clipboards {soak.lost}")
    return 1 if soak.wrong or soak.lost else 0


if __name__ == "__main__":
    sys.exit(main())
