"""The cost of the store. Times are printed, not checked, because machines differ: compare lines of one run.

python -m tests.bench.bench_storage changes     one durable change at 100,000 documents, beside others
python -m tests.bench.bench_storage growth      the same at 1,000, 10,000 and 100,000: the exponent
python -m tests.bench.bench_storage load        the whole target load: seconds and memory
python -m tests.bench.bench_storage opening     opening and closing 100,000 snippets, with a change
python -m tests.bench.bench_storage gap         the longest gap of a 1 kHz Qt timer while compacting
python -m tests.bench.bench_storage windows     the same beside an import, a save, a backup, a check, an undo
"""

import gc
import json
import math
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter, sleep
from typing import Any, TypeAlias

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from tinydb import TinyDB

from quickdesk.app.process.work import Work
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.storage.journal.gc_pause import gc_paused
from quickdesk.storage.journal.record import Header, Record, encode_record, put
from quickdesk.storage.kinds import CUSTOMERS, FOLLOWUPS
from quickdesk.storage.open import Stores
from quickdesk.storage.snippets.shape import SNIPPETS, document_of
from quickdesk.storage.table import Draft, Table
from tests.bench.library import replies
from tests.fakes.stores import open_stores

Contender: TypeAlias = Callable[[int], Callable[[], object]]
"""Prepares the change with a number and returns the function that performs it, which is timed."""

COUNT = 100_000
CHANGES, STOCK_CHANGES = 400, 3
SIZES = (1_000, 10_000, 100_000)
_PACK = 10_000


def filled(folder: Path, count: int) -> Path:
    """Make a data folder with ``count`` snippets."""
    with open_stores(folder) as stores:
        library = replies(count)
        for start in range(0, count, _PACK):
            stores.snippets.apply(Change(put=tuple(library[start : start + _PACK])))
    return folder


def milliseconds(act: Callable[[], object]) -> float:
    """Return the duration of a call."""
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1e3


def changes(folder: Path) -> None:
    """Time single durable changes in one process, in random order, against others."""
    data = filled(folder / "data", COUNT)
    chance = random.Random(1)
    with open_stores(data) as stores:
        library = list(stores.snippets.snippets())
        contenders = {
            "append + fsync": _appending(folder / "raw", library[5]),
            "quickdesk": _changing(stores, library, chance),
            "SQLite WAL/FULL": _sqlite(folder / "sqlite.db", library, chance),
        }
        took: dict[str, list[float]] = {name: [] for name in contenders}
        for number in range(CHANGES):
            for name in chance.sample(list(contenders), len(contenders)):
                act = contenders[name](number)
                took[name].append(milliseconds(act))
    stock = TinyDB(data / "snippets.json")
    table = stock.table("snippets")
    took["stock TinyDB"] = [
        milliseconds(lambda: table.update({"body": "neu"}, doc_ids=[1])) for _ in range(STOCK_CHANGES)
    ]
    base = statistics.median(took["append + fsync"])
    for name, times in took.items():
        p50, p99 = statistics.median(times), sorted(times)[int(len(times) * 0.99) - 1]
        print(f"{name:22} p50 {p50:9.3f} ms  p99 {p99:9.3f} ms  {p50 / base:8.2f} x append + fsync")


def growth(folder: Path) -> None:
    """Time a change at three sizes; the exponent is the slope in the double logarithm."""
    points: list[tuple[float, float]] = []
    for size in SIZES:
        data = filled(folder / str(size), size)
        chance = random.Random(2)
        with open_stores(data) as stores:
            change = _changing(stores, list(stores.snippets.snippets()), chance)
            p50 = statistics.median(milliseconds(change(n)) for n in range(CHANGES))
        print(f"{size:7} documents: p50 {p50:.3f} ms")
        points.append((math.log(size), math.log(p50)))
    print(f"exponent {statistics.linear_regression(*zip(*points, strict=True)).slope:.3f}")


def load(folder: Path) -> None:
    """Open 100,000 snippets, 50,000 customers, 200,000 notes and 10,000 reminders in a fresh process."""
    _fill_all(folder)
    _in_fresh_process(
        folder,
        "from quickdesk.storage.kinds import CUSTOMERS, FOLLOWUPS\n"
        "before, start = resident(), perf_counter()\n"
        "stores = open_stores(folder)\n"
        "print(f'snippets   {perf_counter() - start:.2f} s, {resident() - before:.0f} MB more')\n"
        "stores.engine(CUSTOMERS), stores.engine(FOLLOWUPS)\n"
        "print(f'everything {perf_counter() - start:.2f} s, {resident() - before:.0f} MB more, '\n"
        "      f'{resident():.0f} MB in all')\n"
        "start = perf_counter(); stores.close()\n"
        "print(f'closed in {perf_counter() - start:.3f} s')\n",
    )


def opening(folder: Path) -> None:
    """Open and close 100,000 snippets in fresh processes, as a command does."""
    filled(folder, COUNT)
    one_change = "stores.snippets.apply(Change(put=(Snippet('x', 't', str(perf_counter())),)))\n"
    for name, change in (("no change", ""), ("one change", one_change), ("no change after it", "")):
        print(f"{name}: ", end="", flush=True)
        _in_fresh_process(
            folder,
            "from quickdesk.replies.snippet import Snippet\n"
            "from quickdesk.replies.store import Change\n"
            "start = perf_counter(); stores = open_stores(folder, brief=True); opened = perf_counter()\n"
            + change
            + "changed = perf_counter(); count = len(stores.snippets.snippets()); listed = perf_counter()\n"
            "stores.close()\n"
            "print(f'opened {opened - start:.3f} s, changed {changed - opened:.4f} s, '\n"
            "      f'listed {listed - changed:.3f} s, closed {perf_counter() - listed:.3f} s')\n",
        )


def gap(folder: Path) -> None:
    """Compact 100,000 snippets beside an event loop whose timer fires every millisecond."""
    filled(folder, COUNT)
    app = QCoreApplication.instance() or QCoreApplication([])
    with open_stores(folder) as stores:
        _tick(app, "at rest", app.quit, lambda: False)
        stores.snippets.apply(Change(put=(Snippet("x", "t", "b"),)))
        before = _mtime(folder)
        compact = stores.engine(SNIPPETS).request_compaction
        _tick(app, "while compacting", compact, lambda: _mtime(folder) not in (0, before))


def windows(folder: Path) -> None:
    """Do large work on 100,000 snippets as the running program does it, beside its windows' event loop."""
    app = QCoreApplication.instance() or QCoreApplication([])
    with open_stores(folder) as stores:
        work = Work(ThreadWorker("changes"))
        backups, checker, store = stores.backups(folder), stores.checker(folder), stores.snippets
        now, library = datetime.now(UTC), tuple(replies(COUNT))
        store.snippets()
        gc.freeze()
        jobs: dict[str, Callable[[], object]] = {
            "import": lambda: store.apply(Change(put=library, action=Action(ActionType.IMPORT, now))),
            "save": lambda: store.apply(Change(put=(Snippet("x", "t", "b"),))),
            "backup": lambda: backups.backup(now, str(folder / "b.zip")),
            "check": checker.check,
            "undo": lambda: store.apply(Change(remove=("x",))) or store.undo(now),
        }
        for name, job in jobs.items():
            done: list[object] = []
            start = perf_counter()

            def on_done(outcome: object, done: list[object] = done) -> None:
                done.append(outcome)

            _tick(app, name, partial(work.submit, partial(_quietly, job), on_done), partial(bool, done))
            print(f"  {perf_counter() - start - 0.8:.2f} s, {done[0]!r:.60}")
        work.close()
        backups.close()


def _quietly(job: Callable[[], object]) -> object:
    with gc_paused():
        return job()


def _tick(app: QCoreApplication, what: str, act: Callable[[], object], is_over: Callable[[], bool]) -> None:
    ticks: list[float] = []
    timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(perf_counter()))
    timer.start()
    QTimer.singleShot(800, act)
    _run_until(app, is_over)
    timer.stop()
    gaps = sorted((after - before) * 1e3 for before, after in pairwise(ticks))
    print(
        f"{what}: longest gap {gaps[-1]:.1f} ms, p99 {gaps[int(len(gaps) * 0.99)]:.1f} ms, "
        f"{sum(each > 16 for each in gaps)} over 16 ms, in {ticks[-1] - ticks[0]:.2f} s"
    )


def _mtime(folder: Path) -> int:
    path = folder / "snippets.json"
    return path.stat().st_mtime_ns if path.exists() else 0


def _run_until(app: QCoreApplication, is_over: Callable[[], bool]) -> None:
    look = QTimer(interval=50)
    look.timeout.connect(lambda: app.quit() if is_over() else None)
    QTimer.singleShot(400, look.start)
    app.exec()
    look.stop()


def _changing(stores: Stores, library: list[Snippet], chance: random.Random) -> Contender:
    def change(number: int) -> Callable[[], object]:
        old = chance.choice(library)
        new = Snippet(old.id, old.title, f"{old.body}{number}", old.code, old.folder, old.tags)
        return partial(stores.snippets.apply, Change(put=(new,)))

    return change


def _appending(path: Path, snippet: Snippet) -> Contender:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    document = {"_id": snippet.id, **document_of(snippet)}
    # As many bytes as the journal gets for the change of this snippet.
    data = encode_record(Header("snippets", 1, 0, bytes(32)), Record(1, 0, [put("snippets", "5", document)]))

    def append() -> None:
        os.write(descriptor, data)
        os.fsync(descriptor)

    return lambda _number: append


def _sqlite(path: Path, library: Iterable[Snippet], chance: random.Random) -> Contender:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma journal_mode=wal")
    connection.execute("pragma synchronous=full")
    connection.execute("create table snippets (id integer primary key, document text)")
    connection.execute("begin")
    connection.executemany("insert into snippets (document) values (?)", ((_json(s),) for s in library))
    connection.execute("commit")
    connection.execute("pragma wal_checkpoint(truncate)")
    update = "update snippets set document = json_set(document, '$.body', ?) where id = ?"
    return lambda number: partial(connection.execute, update, (str(number), chance.randint(1, COUNT)))


def _json(snippet: Snippet) -> str:
    names = ("id", "title", "body", "code", "folder", "tags")
    return json.dumps({name: getattr(snippet, name) for name in names}, ensure_ascii=False)


def _fill_all(folder: Path) -> None:
    filled(folder, COUNT)
    chance = random.Random(3)
    text = "".join(each.body for each in replies(200))

    def piece(length: int) -> str:
        start = chance.randrange(len(text) - length)
        return text[start : start + length]

    def customer(number: int) -> dict[str, Any]:
        phone, updated = f"138{number:08d}", 1_790_000_000 + number
        return {"_id": f"{number:020x}", "name": piece(3), "phone": phone, "address": piece(20),
                "tags": ["vip"], "updated": updated}  # fmt: skip

    def note(number: int) -> dict[str, Any]:
        return {"_id": f"{number:020x}", "of": f"{chance.randrange(50_000):020x}", "text": piece(60),
                "order": f"2026{number:010d}", "at": number}  # fmt: skip

    def reminder(number: int) -> dict[str, Any]:
        return {"_id": f"{number:020x}", "of": number, "due": number, "text": piece(20)}

    with open_stores(folder) as stores:
        _insert(stores, CUSTOMERS, "customers", [customer(n) for n in range(50_000)])
        _insert(stores, CUSTOMERS, "notes", [note(n) for n in range(200_000)])
        _insert(stores, FOLLOWUPS, "reminders", [reminder(n) for n in range(10_000)])


def _insert(stores: Stores, kind: Kind, table: str, documents: list[dict[str, Any]]) -> None:
    def plan(draft: Draft) -> None:
        draft.put_all({each["_id"]: each for each in documents})

    Table(lambda: stores.engine(kind), table).change(plan)


def _in_fresh_process(folder: Path, code: str) -> None:
    head = (
        "import os, sys\nfrom pathlib import Path\nfrom time import perf_counter\n"
        "from tests.fakes.stores import open_stores\n"
        "folder = Path(sys.argv[1])\n"
        "def resident():\n"
        "    pages = int(Path('/proc/self/statm').read_text().split()[1])\n"
        "    return pages * os.sysconf('SC_PAGE_SIZE') / 2**20\n"
    )
    subprocess.run([sys.executable, "-c", head + code, str(folder)], check=True)


def main() -> int:
    """Run the named benchmarks, or all."""
    benches = {each.__name__: each for each in (changes, growth, load, opening, gap, windows)}
    for name in sys.argv[1:] or benches:
        print(f"-- {name}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            benches[name](Path(folder))
        gc.collect()
        sleep(0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
