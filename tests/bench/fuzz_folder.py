"""Damages data folders at random and checks the result; every file of a folder is damaged in some cases.

    python -m tests.bench.fuzz_folder --cases 10000 --seed 1
    python -m tests.bench.fuzz_folder --seed 1 --only 4711

Most cases are opened in this process, every fiftieth by the program's own commands. A case with a fault is
printed with its number, for ``--only``. The exit code is 1 if there was one.
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

SECONDS_FOR_A_CASE, SECONDS_FOR_A_SECOND_TIME, SECONDS_FOR_A_COMMAND = 20, 90, 60
"""A busy machine is slow, so a case that takes too long is repeated with more time."""
COMMANDS_EVERY = 50
PROGRESS_EVERY = 500
MAX_MEMORY = 6 << 30
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
    """Numbered cases in their own folders; the same number causes the same damage."""

    def __init__(self, work: Path, seed: int, commands_every: int = COMMANDS_EVERY) -> None:
        """``commands_every``: every which case is opened by the program's own commands; 0 for none."""
        self._seed, self._folder, self._commands_every = seed, work / "case", commands_every
        self._bases = [
            make_base(work / "closed", is_closed=True),
            make_base(work / "killed", is_closed=False),
            make_base(work / "killed in the first run", is_closed=False, runs=1),
        ]
        self.counts: Counter[str] = Counter()

    def case(self, number: int) -> list[str]:
        """Run one case and return what was wrong; one that took too long is repeated with more time."""
        try:
            return self._case(number, SECONDS_FOR_A_CASE)
        except (TooLongError, subprocess.TimeoutExpired):
            self.counts["done again"] += 1
        try:
            return self._case(number, SECONDS_FOR_A_SECOND_TIME)
        except (TooLongError, subprocess.TimeoutExpired):
            self.counts["FAULT hang"] += 1
            return ["hang"]

    def _case(self, number: int, seconds: int) -> list[str]:
        chance = random.Random(f"{self._seed}/{number}")
        base = chance.choice(self._bases)
        _remove(self._folder)
        shutil.copytree(base.folder, self._folder)
        done = [damage(self._folder, chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        verdict = Verdict()
        try:
            with time_limit(seconds):
                if self._commands_every and number % self._commands_every == self._commands_every - 1:
                    verdict.faults += self._commands(base, chance)
                else:
                    closed = next((each.closed for each in done if each.closed), None)
                    verdict = judge(base, self._folder, closed, is_brief=chance.random() < 0.5)
        except (TooLongError, subprocess.TimeoutExpired):
            raise
        except Exception:  # noqa: BLE001 - any exception is a fault
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
            command,
            env=environment,
            capture_output=True,
            text=True,
            timeout=SECONDS_FOR_A_COMMAND,
            check=False,
        )


def _replies(base: Base) -> int:
    return sum(key.startswith("snippets ") for key in base.data["snippets"])


def is_documented(fault: str, done: list[Damage], base: Path) -> bool:
    """Return whether the fault is documented: sync mark and newest journal of a kind were both damaged.

    Without the mark the end of the newest journal cannot be distinguished from an unfinished write.
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
    """Run the requested number of cases and print the faults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one case")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    memory = Path("/dev/shm")  # faster than a disk
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as work:
        fuzz = Fuzz(Path(work), options.seed)
        numbers = range(options.cases) if options.only is None else (options.only,)
        for number in numbers:
            for fault in fuzz.case(number):
                print(f"case {number}: {fault}", flush=True)
            if number % PROGRESS_EVERY == PROGRESS_EVERY - 1:
                print(f"{number + 1} cases", file=sys.stderr, flush=True)
    for name, count in sorted(fuzz.counts.items()):
        print(f"{count:7} {name}")
    return int(any(name.startswith("FAULT") for name in fuzz.counts))


if __name__ == "__main__":
    sys.exit(main())
