"""Damages data folders at random and judges what becomes of them; every file of a folder has its turn.

    python -m tests.bench.fuzz_folder --cases 10000 --seed 1
    python -m tests.bench.fuzz_folder --seed 1 --only 4711

Most cases are opened in this process, each fiftieth by the program's own commands. A case with a fault is
printed with its number, for ``--only``. Exit code 1 where there was one.
"""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tests.fakes.damage import Damage, damage
from tests.fakes.damaged_folder import Base, Verdict, judge, make_base

SECONDS_FOR_A_CASE = 20
COMMANDS_EACH = 50
PROGRESS_EACH = 500
MOST_MEMORY = 6 << 30
COMMANDS = (("find", "标题"), ("list", "--json"), ("find", "没有这个"), ("check",), ("undo",), ("backup",))


class TooLongError(Exception):
    """A case took too long."""


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise TooLongError in this thread when a case takes longer."""

    def on_alarm(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGALRM, on_alarm)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


class Fuzz:
    """Cases with a number each, in a folder of their own; the same number does the same damage."""

    def __init__(self, work: Path, seed: int, commands_each: int = COMMANDS_EACH) -> None:
        """``commands_each``: one case in so many goes to the program's own commands; 0 for none."""
        self._seed, self._folder, self._commands_each = seed, work / "case", commands_each
        self._bases = [
            make_base(work / "closed", is_closed=True),
            make_base(work / "killed", is_closed=False),
            make_base(work / "killed in the first run", is_closed=False, runs=1),
        ]
        self.counts: Counter[str] = Counter()

    def case(self, number: int) -> list[str]:
        """Do one case and return what was wrong."""
        chance = random.Random(f"{self._seed}/{number}")
        base = chance.choice(self._bases)
        _remove(self._folder)
        shutil.copytree(base.folder, self._folder)
        done = [damage(self._folder, chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        verdict = Verdict()
        try:
            with time_limit(SECONDS_FOR_A_CASE):
                if self._commands_each and number % self._commands_each == self._commands_each - 1:
                    verdict.faults += self._commands(base, chance)
                else:
                    closed = next((each.closed for each in done if each.closed), None)
                    verdict = judge(base, self._folder, closed, is_brief=chance.random() < 0.5)
        except (TooLongError, subprocess.TimeoutExpired):
            verdict.faults.append("hang")
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            verdict.faults.append(f"traceback: {traceback.format_exc()}")
        return self._counted(base, done, verdict)

    def _counted(self, base: Base, done: list[Damage], verdict: Verdict) -> list[str]:
        faults = [each for each in verdict.faults if not is_documented(each, done, base.folder)]
        self.counts["cases"] += 1
        self.counts["refused"] += verdict.is_refused
        self.counts["lost and reported"] += bool(verdict.lost) and not verdict.faults
        self.counts["as documented"] += len(faults) < len(verdict.faults)
        for fault in faults:
            self.counts[f"FAULT {fault.partition(':')[0]}"] += 1
        where = f"{base.folder.name}: {'; '.join(each.what for each in done)}"
        return [f"{fault} [{where}]" for fault in faults]

    def _commands(self, base: Base, chance: random.Random) -> list[str]:
        self.counts["by commands"] += 1
        faults, first = [], chance.choice(COMMANDS)
        for line in (first, ("list", "--json")):
            done = self._command(*line)
            if "Traceback" in done.stderr + done.stdout or done.returncode not in (0, 3, 5):
                faults.append(f"command: {line} {done.returncode} {done.stderr}")
            if line[-1] == "--json" and done.returncode == 0:
                bodies = {row["body"] for row in json.loads(done.stdout)}
                known = {json.loads(each).get("body") for each in base.known["snippets"]}
                if not bodies <= known:
                    faults.append(f"invented by a command: {bodies - known}")
                is_less = len(json.loads(done.stdout)) < _replies(base) and first != ("undo",)
                if is_less and "snippets." not in done.stderr:
                    faults.append("silent: snippets")
        return faults

    def _command(self, *line: str) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "QUICKDESK_HOME": str(self._folder), "LANG": "C.UTF-8"}
        environment.pop("DISPLAY", None)
        command = [sys.executable, "-m", "quickdesk", *line]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=SECONDS_FOR_A_CASE, check=False
        )


def _replies(base: Base) -> int:
    return sum(key.startswith("snippets ") for key in base.data["snippets"])


def is_documented(fault: str, done: list[Damage], base: Path) -> bool:
    """Whether the documents allow it: of a kind whose sync mark and whose newest journal were both damaged.

    Without its mark the end of the newest journal cannot be told from a write that was never finished.
    """
    what, _, kind = fault.partition(": ")
    if what not in ("silent", "not kept", "not reported again"):
        return False
    numbers = [int(path.name.split(".")[1]) for path in base.glob(f"{kind}.*.log")]
    names = {name for each in done for name in each.names}
    return {f"{kind}.mark", f"{kind}.{max(numbers)}.log"} <= names


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def main() -> int:
    """Do as many cases as asked for and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one case")
    asked = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    memory = Path("/dev/shm")  # quicker than a disk
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as work:
        fuzz = Fuzz(Path(work), asked.seed)
        numbers = range(asked.cases) if asked.only is None else (asked.only,)
        for number in numbers:
            for fault in fuzz.case(number):
                print(f"case {number}: {fault}", flush=True)
            if number % PROGRESS_EACH == PROGRESS_EACH - 1:
                print(f"{number + 1} cases", file=sys.stderr, flush=True)
    for name, count in sorted(fuzz.counts.items()):
        print(f"{count:7} {name}")
    return int(any(name.startswith("FAULT") for name in fuzz.counts))


if __name__ == "__main__":
    sys.exit(main())
