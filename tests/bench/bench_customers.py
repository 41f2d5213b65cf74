"""What a user waits for with 50,000 customers in a real folder, encrypted beside plain in one run.

    python -m tests.bench.bench_customers [--customers 50000] [--notes 200000] [--rounds 2]

Loading, opening the list, a key stroke in its search until it is painted, opening a card, one saved note
beside append and fsync, and memory. Times are printed, not checked, because machines differ: compare the
columns of one run. Each folder is measured in a process of its own, in turns; notes are saved in both in one
process, note by note in turns, because a disk is not always equally busy. Needs no display.
"""

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what the platform cannot do

from PySide6.QtWidgets import QApplication

from quickdesk.app.customers.card_list import ListRequest, read_card, read_list
from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.customers.search.finder import SearchedCard
from quickdesk.customers.search.index import CustomerIndex
from quickdesk.customers.store import CustomerChange, CustomerStore
from quickdesk.customers.views.overview import LastContacts, SortOrder
from quickdesk.replies.history import Action, ActionType
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.segments import Snapshot
from quickdesk.storage.customers.customer_store import TinyCustomerStore
from quickdesk.storage.customers.shape import NOTES, note_document
from quickdesk.storage.history.history import History
from quickdesk.storage.journal.record import Header, Record, encode_record, put
from quickdesk.storage.kinds import KINDS as ALL_KINDS
from quickdesk.storage.open_kinds import OpenKinds
from quickdesk.storage.snippets.shape import SNIPPETS
from quickdesk.ui.customers.customer_window import CustomerWindow
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import LIGHT
from tests.bench.bench_encryption import KINDS, opened, resident, seconds
from tests.bench.customer_cards import NOW, cards, queries
from tests.fakes.customer_store import MemoryCustomerStore

QUERIES, CARDS, SAVES = 80, 200, 300
MOST_FOUND = 500
SAVED, APPENDED = "one saved note, ms", "append and fsync of it, ms"
Figures = dict[str, list[float]]


@dataclass
class Folder:
    """One folder that is open: its store, as the program has it."""

    kinds: OpenKinds
    store: TinyCustomerStore


def opened_folder(path: Path, name: str) -> Folder:
    """Open a folder; its customers are read when they are first needed."""
    kinds, kind = opened(path), KINDS[name]
    kinds.open((SNIPPETS,))
    history = History(kinds, [kind if each.name == kind.name else each for each in ALL_KINDS])
    return Folder(kinds, TinyCustomerStore(partial(kinds.engine, kind), history))


def fill(path: Path, name: str, customers: int, notes: int) -> None:
    """Store the same cards and notes in any folder, and write a snapshot of them."""
    made = cards(customers, notes, Random(1))
    folder = opened_folder(path, name)
    folder.store.apply(
        CustomerChange(
            tuple(each.customer for each in made), tuple(note for each in made for note in each.notes)
        )
    )
    folder.kinds.engine(KINDS[name]).compact()
    folder.kinds.close()


def measure(path: Path, name: str) -> Figures:
    """Return all figures of one folder, in milliseconds and megabytes."""
    if KINDS[name].is_encrypted:
        import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401 - not a part of loading
    app = QApplication(sys.argv[:1])
    theme = Theme(LIGHT)
    apply(app, theme)
    window = CustomerWindow(theme, lambda _id: "", lambda _number: "")
    window.open_on(app.primaryScreen())
    one = Customer("one", (Nickname("小猫糖糖", "taobao"),))
    warm = Shown(app, window, MemoryCustomerStore([one]))
    warm.list("")  # fonts and pictures are loaded
    warm.card("one")
    folder, before, figures = opened_folder(path, name), resident(), Figures()
    figures |= once("load", lambda: folder.kinds.engine(KINDS[name]))
    figures["memory after loading, MB"] = [resident() - before]
    show = Shown(app, window, folder.store)
    figures |= once("open the list, first time", lambda: show.list(""))
    figures["open the list again, ms"] = [milliseconds(lambda: show.list("")) for _ in range(5)]
    show.index.find_in_all("小", MOST_FOUND)
    gc.collect()
    figures["memory with list and search, MB"] = [resident() - before]
    take_base_index(show.index)
    gc.collect()
    gc.freeze()
    customers = folder.store.customers()
    some = customers[:: max(len(customers) // CARDS, 1)][:CARDS]
    figures["a key stroke, ms"] = strokes(show, folder.store, some)
    figures["open a card, ms"] = [milliseconds(lambda each=each: show.card(each.id)) for each in some]  # type: ignore[misc]
    folder.kinds.close()
    return figures


@dataclass
class Shown:
    """The customer window and what it shows, read as the program reads it but on this thread."""

    app: QApplication
    window: CustomerWindow
    store: CustomerStore

    def __post_init__(self) -> None:
        self.index = CustomerIndex(self.store)
        self._contacts = LastContacts()

    def list(self, query: str) -> None:
        """Show the list for a query, and paint it."""
        request = ListRequest(query, SortOrder.LAST_CONTACT, is_trash=False)
        content = read_list(self.store, request, self._contacts, self._find)
        self.window.show_list(content.overview, NOW)
        self.app.processEvents()

    def card(self, customer_id: str) -> None:
        """Show a card, and paint it."""
        found = read_card(self.store, customer_id)
        self.window.show_customer(found.customer, found.notes, found.entries, NOW)
        self.app.processEvents()

    def _find(self, query: str) -> Sequence[Customer]:
        return [hit.customer for hit in self.index.find_in_all(query, MOST_FOUND)]


def take_base_index(index: CustomerIndex) -> None:
    """Give the search the index that the program makes in a process of its own."""
    library = index.finder.library
    snapshot = library.snapshot()
    if snapshot is not None:
        other = LibraryFinder(snapshot.snippets)
        other.adopt(build(snapshot.snippets), Snapshot(snapshot.snippets, other.changes))
        while other.prepare():
            pass
        library.take_over(other, snapshot)
    while library.prepare():
        pass


def strokes(show: Shown, store: TinyCustomerStore, some: Sequence[Customer]) -> list[float]:
    """Type queries key by key, and return what each key took until the list was painted."""
    known = [SearchedCard(each, tuple(store.notes(each.id))) for each in some]
    return [
        milliseconds(lambda text=query[:end]: show.list(text))  # type: ignore[misc]
        for _, query in queries(known, Random(2), QUERIES)
        for end in range(1, len(query) + 1)
    ]


def save_notes(parent: Path) -> dict[str, Figures]:
    """Save notes in both folders as the window does, with undo, in turns with append and fsync."""
    folders = {name: opened_folder(parent / name, name) for name in KINDS}
    owners = folders["plain"].store.customers()[:CARDS]
    for each in folders.values():
        each.store.customers()
    header = Header("customers", 1, 0, b"a" * 32)
    took = Figures({name: [] for name in (*KINDS, "raw")})
    with (parent / "raw").open("ab", buffering=0) as file:
        for number in range(SAVES):
            text = f"说第{number}件收到有划痕，要求换货，已登记，答应三天内回复"
            note = Note(os.urandom(10).hex(), owners[number % len(owners)].id, text, NOW)
            change = CustomerChange(notes=(note,), action=Action(ActionType.ADD_NOTE, NOW, day=1))
            data = encode_record(header, Record(1, 0, [put(NOTES, "1", note_document(note, {}))]))

            def append(data: bytes = data) -> None:
                file.write(data)
                os.fsync(file.fileno())

            acts = {name: partial(each.store.apply, change) for name, each in folders.items()} | {
                "raw": append
            }
            names = list(acts)
            for name in names[number % 3 :] + names[: number % 3]:
                took[name].append(milliseconds(acts[name]))
    for each in folders.values():
        each.kinds.close()
    return {name: {SAVED: took[name], APPENDED: took["raw"]} for name in KINDS}


def once(what: str, act: Callable[[], object]) -> Figures:
    """Return the duration of a call, and the time of the processor, which other programs distort less."""
    before = process_time()
    took = milliseconds(act)
    return {f"{what}, ms": [took], f"{what}, processor ms": [(process_time() - before) * 1000]}


def milliseconds(act: Callable[[], object]) -> float:
    """Return the duration of a call."""
    return seconds(act) * 1000


def report(found: dict[str, Figures]) -> None:
    """Print the medians of both ways and their ratios, and what else is to be known.

    That is the 99th percentile of what was done often, else the least.
    """
    print(f"{'':36}{'plain':>10}{'encrypted':>12}{'ratio':>8}")
    plain, encrypted = found["plain"], found["encrypted"]
    for what, values in plain.items():
        line(what, statistics.median(values), statistics.median(encrypted[what]))
        if len(values) >= CARDS:
            line("    99th percentile", late(values), late(encrypted[what]))
        elif what.endswith("ms"):  # measured a few times only, which a busy machine distorts
            line("    least", min(values), min(encrypted[what]))
    costs = [
        statistics.median(each[SAVED]) / statistics.median(each[APPENDED]) for each in (plain, encrypted)
    ]
    line("one saved note / append and fsync", *costs)


def late(values: Sequence[float]) -> float:
    """Return the 99th percentile."""
    return sorted(values)[int(len(values) * 0.99)]


def line(what: str, plain: float, encrypted: float) -> None:
    """Print one measure of both."""
    print(f"{what:36}{plain:10.2f}{encrypted:12.2f}{encrypted / plain:8.2f}")


def measured_apart(name: str, path: Path) -> Any:
    """Return what a process of its own measured."""
    command = [sys.executable, "-m", "tests.bench.bench_customers", "--measure", name, str(path)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def main() -> None:
    """Fill a folder of each way, measure them in turns, and print the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=50_000)
    parser.add_argument("--notes", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.measure:
        name, path = wanted.measure
        print(json.dumps(save_notes(Path(path)) if name == "notes" else measure(Path(path), name)))
        return
    found: dict[str, Figures] = {name: {} for name in KINDS}
    with tempfile.TemporaryDirectory() as parent:
        for name in KINDS:
            (Path(parent) / name).mkdir()
            fill(Path(parent) / name, name, wanted.customers, wanted.notes)
        for number in range(wanted.rounds):
            for name in KINDS if number % 2 == 0 else reversed(KINDS):
                for what, values in measured_apart(name, Path(parent) / name).items():
                    found[name].setdefault(what, []).extend(values)
        for name, figures in measured_apart("notes", Path(parent)).items():
            found[name] |= figures
    print(f"{wanted.customers:,} customers, {wanted.notes:,} notes, {wanted.rounds} rounds in turns")
    report(found)


if __name__ == "__main__":
    main()
