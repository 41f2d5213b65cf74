"""The cost of encryption: the same customers and notes encrypted and plain, in one run.

    python -m tests.bench.bench_encryption

Times are printed, not checked, because machines differ: compare lines of one run. Loading is measured in
processes of their own, in turns.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.document import Document
from quickdesk.storage.format import VERSION
from quickdesk.storage.journal.background import NoWorker, Workers
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Header, Record, encode_record, put
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.open_kinds import OpenKinds
from tests.bench.library import replies
from tests.fakes.key_ring import FakeKeyRing, key_number

CUSTOMER_COUNT, NOTE_COUNT = 50_000, 200_000
ROUNDS, LOADS = 400, 5
PLAIN = replace(CUSTOMERS, is_encrypted=False, version=VERSION)
KINDS = {"plain": PLAIN, "encrypted": CUSTOMERS}
_TABLES = ("customers", "notes")


def opened(folder: Path) -> OpenKinds:
    """Open a folder without threads."""
    keys = FakeKeyRing(key_number(1))
    return OpenKinds(LocalDisk(), folder, Workers(NoWorker(), NoWorker()), None, keys=keys)


def resident() -> float:
    """Return the memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def seconds(act: Callable[[], object]) -> float:
    """Return the duration of a call."""
    start = perf_counter()
    act()
    return perf_counter() - start


def fill(engine: Engine) -> None:
    """Store the customers and the notes, and write a snapshot of them."""
    text = "".join(each.body for each in replies(200))
    length = len(text) - 80
    ops = []
    for number in range(CUSTOMER_COUNT):
        at = number * 131 % length
        ops.append(put("customers", str(number + 1), customer(number, text[at : at + 23])))
    for number in range(NOTE_COUNT):
        at = number * 137 % length
        ops.append(put("notes", str(number + 1), note(number, text[at : at + 60])))
    engine.stage_for_waiting(ops, are_stored=True).wait()


def customer(number: int, text: str) -> Document:
    """Return a card."""
    name, address = text[:3], text[3:]
    return {
        "_id": f"{number:020x}",
        "name": name,
        "phone": f"138{number:08d}",
        "address": address,
        "tags": ["vip"],
        "updated": 1_790_000_000 + number,
    }


def note(number: int, text: str) -> Document:
    """Return a note."""
    owner = number * 7919 % CUSTOMER_COUNT
    return {"_id": f"{number:020x}", "of": f"{owner:020x}", "text": text, "order": f"2026{number:010d}"}


def load(folder: Path, name: str) -> None:
    """Load in this process, and print seconds and megabytes."""
    if KINDS[name].is_encrypted:
        import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401 - counted apart
    before = resident()
    kinds = opened(folder)
    took = seconds(lambda: kinds.engine(KINDS[name]))
    print(f"{took:.4f} {resident() - before:.1f}")


def loads(folders: dict[str, Path]) -> dict[str, tuple[float, float]]:
    """Return the median of seconds and megabytes of loading."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in folders}
    for _ in range(LOADS):
        for name, folder in folders.items():
            command = [sys.executable, "-m", "tests.bench.bench_encryption", name, str(folder)]
            answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            took, size = map(float, answer.split())
            found[name].append((took, size))
    return {
        name: (statistics.median(each[0] for each in some), statistics.median(each[1] for each in some))
        for name, some in found.items()
    }


def changes(engines: dict[str, Engine], raw: Path) -> dict[str, float]:
    """Return the median of one saved note in milliseconds, beside append and fsync of a record."""
    acts: dict[str, Callable[[int], object]] = {"append + fsync": appending(raw)}
    acts |= {name: saving(engine) for name, engine in engines.items()}
    took: dict[str, list[float]] = {name: [] for name in acts}
    for number in range(ROUNDS):
        names = list(acts)
        for name in names[number % 3 :] + names[: number % 3]:
            took[name].append(seconds(lambda name=name, number=number: acts[name](number)) * 1e3)  # type: ignore[misc]
    return {name: statistics.median(each) for name, each in took.items()}


def appending(path: Path) -> Callable[[int], object]:
    """Return what appends the record of a note to a file, and syncs it."""
    header = Header("customers", 1, 0, b"a" * 32)
    file = path.open("ab", buffering=0)

    def append(number: int) -> None:
        file.write(encode_record(header, Record(1, 0, [put("notes", "1", note(number, "查" * 60))])))
        os.fsync(file.fileno())

    return append


def saving(engine: Engine) -> Callable[[int], object]:
    """Return what saves a note durably."""
    return lambda number: engine.stage_for_waiting(
        [put("notes", str(NOTE_COUNT + number + 1), note(number, "查" * 60))]
    ).wait()


def main() -> None:
    """Fill both, measure, and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        folders = {name: Path(folder) / name for name in KINDS}
        all_kinds: dict[str, OpenKinds] = {}
        engines: dict[str, Engine] = {}
        written: dict[str, float] = {}
        for name, kind in KINDS.items():
            folders[name].mkdir()
            all_kinds[name] = opened(folders[name])
            engines[name] = all_kinds[name].engine(kind)
            fill(engines[name])
        for name in (*KINDS, *reversed(KINDS)):
            written[name] = seconds(engines[name].compact)
        for each in all_kinds.values():
            each.close()
        size = {name: (path / "customers.json").stat().st_size / 1e6 for name, path in folders.items()}
        loaded = loads(folders)
        engines = {name: opened(folders[name]).engine(kind) for name, kind in KINDS.items()}
        saved = changes(engines, Path(folder) / "raw")
    print(f"{CUSTOMER_COUNT} customers, {NOTE_COUNT} notes        plain   encrypted   ratio")
    line("file, MB", size)
    line("writing a snapshot, s", written)
    line("loading, s", {name: each[0] for name, each in loaded.items()})
    line("memory after loading, MB", {name: each[1] for name, each in loaded.items()})
    line("one saved note, ms (median)", saved)
    for name in KINDS:
        print(f"  {name}: {saved[name] / saved['append + fsync']:.2f} x append + fsync of the record")


def line(what: str, values: dict[str, float]) -> None:
    """Print one measure of both."""
    plain, encrypted = values["plain"], values["encrypted"]
    print(f"{what:32}{plain:10.3f}  {encrypted:10.3f}  {encrypted / plain:6.2f}")


if __name__ == "__main__":
    if sys.argv[1:]:
        load(Path(sys.argv[2]), sys.argv[1])
    else:
        main()
