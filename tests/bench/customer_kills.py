"""Kills a process that changes encrypted customers with SIGKILL, and checks the data and the files it leaves.

    python -m tests.bench.customer_kills --kills 500

The process changes customers and replies, makes snapshots and backups, locks and unlocks, and has another key
each time. After each kill every acknowledged change has to be there, and no file may contain a name. The exit
code is 1 otherwise.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.journal.record import delete, put
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.open import Stores
from tests.fakes.key_ring import FakeKeyRing, key_number
from tests.fakes.stores import open_stores
from tests.storage.clean import is_clean

MARKER = "Zhangwei-13800138000"
KEYS, GENERATIONS = 40, 6
NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def ring(current: int = 1) -> FakeKeyRing:
    """Return all keys, of which one is current."""
    others = (number for number in range(1, GENERATIONS + 1) if number != current)
    return FakeKeyRing(*map(key_number, (*others, current)))


@dataclass
class Count:
    """The totals."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    invented: int = 0
    alarms: int = 0
    traces: int = 0

    @property
    def is_good(self) -> bool:
        return not (self.lost or self.invented or self.alarms or self.traces)


@dataclass
class CustomerKills:
    """One data folder whose process is killed repeatedly.

    ``known`` is the number in the name of each customer, not above 0 if there is none.
    """

    folder: Path
    chance: random.Random
    count: Count = field(default_factory=Count)
    known: dict[str, int] = field(default_factory=dict)

    def round(self) -> None:
        """Let the process work for a while, kill it, and check."""
        start = max(self.known.values(), default=0) + 1
        command = [sys.executable, "-m", "tests.bench.customer_kills", "--child", str(self.folder)]
        command += [str(start), str(self.chance.randrange(10**6))]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline()]  # it is open
            time.sleep(self.chance.uniform(0.0, 0.5))
            process.kill()
            lines += process.stdout.read().split("\n")
        self.count.kills += 1
        self._check(self._heard(lines))

    def _heard(self, lines: list[str]) -> tuple[str, int] | None:
        """Take what was acknowledged, and return the change whose outcome is unknown."""
        pending: tuple[str, int] | None = None
        for line in lines:
            match line.split():
                case ["try", key, number]:
                    pending = key, int(number)
                case ["ok", key, number]:
                    self.known[key] = int(number)
                    self.count.acknowledged += 1
                    pending = None
        return pending

    def _check(self, pending: tuple[str, int] | None) -> None:
        self.count.traces += len(traces(self.folder))
        with open_stores(self.folder, keys=ring()) as stores:
            documents = stores.engine(CUSTOMERS).memory.documents("customers")
            found = {key: int(each["name"].split()[1]) for key, each in documents.items()}
            self.count.alarms += not is_clean(stores.report) or bool(stores.findings())
        for key in {*self.known, *found}:
            here, there = self.known.get(key, 0), found.get(key, 0)
            if pending is not None and key == pending[0] and there == abs(pending[1]) * (pending[1] > 0):
                self.known[key] = there
            elif there != max(here, 0):
                self.count.lost += 1
        self.count.traces += len(traces(self.folder))
        if pending is not None:
            self.known[pending[0]] = found.get(pending[0], 0)


def traces(folder: Path) -> list[Path]:
    """Return the files in a folder that contain a part of a name."""
    words = [part.encode() for part in MARKER.split("-")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(word in _content(path) for word in words)]


def _content(path: Path) -> bytes:
    """Return the bytes of a file, of a whole backup those of its members."""
    try:
        with zipfile.ZipFile(path) as archive:
            return b"".join(map(archive.read, archive.namelist()))
    except zipfile.BadZipFile:
        return path.read_bytes()


def work(folder: Path, number: int, seed: int) -> None:
    """Change customers until this process is killed; print each change before and after it."""
    chance = random.Random(seed)
    stores = open_stores(folder, keys=ring(chance.randint(1, GENERATIONS)))
    print("open", flush=True)
    while True:
        key, number = str(chance.randint(1, KEYS)), number + 1
        is_deletion = chance.random() < 0.2
        shown = -number if is_deletion else number
        print("try", key, shown, flush=True)
        op = (
            delete("customers", key) if is_deletion else put("customers", key, {"name": f"{MARKER} {number}"})
        )
        stores.engine(CUSTOMERS).stage_for_waiting([op]).wait()
        print("ok", key, shown, flush=True)
        something_else(stores, folder, number, chance.random())


def something_else(stores: Stores, folder: Path, number: int, chance: float) -> None:
    """Do what goes on beside the changes."""
    if chance < 0.02:
        stores.rewrite_encrypted()
    elif chance < 0.05:
        stores.lock()
        stores.unlock()
    elif chance < 0.07:
        stores.backups(folder).backup(NOON)
        stores.backups(folder).rotate()
    elif chance < 0.15:
        stores.engine(CUSTOMERS).request_compaction()
    elif chance < 0.2:
        stores.snippets.apply(Change(put=(Snippet(f"r{number % 9}", "t", str(number)),)))


def main() -> int:
    """Run the requested number of kills and print the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", nargs=3)
    options = parser.parse_args()
    if options.child:
        work(Path(options.child[0]), int(options.child[1]), int(options.child[2]))
    with tempfile.TemporaryDirectory() as folder:
        kills = CustomerKills(Path(folder) / "data", random.Random(options.seed))
        for _ in range(options.kills):
            kills.round()
            if not kills.count.is_good:
                break
    print(kills.count)
    return int(not kills.count.is_good)


if __name__ == "__main__":
    sys.exit(main())
