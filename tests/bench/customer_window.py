"""How long the customer window takes with 50,000 customers and 200,000 notes.

    .venv/bin/python -m tests.bench.customer_window [CUSTOMERS]

Prints milliseconds: reading the list the first time and again, showing it, a page of scrolling, opening a
card, and the longest pause of the main thread while the list is read. Needs no display.
"""

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from quickdesk.app.customers.card_list import ListRequest, read_card, read_list
from quickdesk.app.process.work import Work
from quickdesk.customers.store import Belongings
from quickdesk.customers.views.overview import LastContacts, SortOrder
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.ui.customers.customer_window import CustomerWindow
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import LIGHT
from tests.bench.customer_cards import cards
from tests.fakes.customer_store import MemoryCustomerStore

NOW = datetime(2026, 11, 29, 15, tzinfo=UTC)
CARDS, PAGES = 100, 200


class IndexedStore(MemoryCustomerStore):
    """The store in memory with what belongs to a customer by its id, as the real one has it."""

    def index(self) -> None:
        self._own: dict[str, list] = {}
        for note in self._notes.values():
            self._own.setdefault(note.customer_id, []).append(note)

    def notes(self, customer_id: str | None = None) -> list:
        return super().notes(None) if customer_id is None else self._own.get(customer_id, [])

    def cases(self, customer_id: str | None = None) -> list:
        return []

    def events(self, customer_id: str) -> list:
        return []

    def belongings(self, customer_id: str) -> Belongings:
        return Belongings(self.notes(customer_id))


def timed(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"median {statistics.median(ordered):.1f}, p99 {ordered[int(len(ordered) * 0.99) - 1]:.1f}"


def pauses(app: QApplication, store: IndexedStore) -> float:
    """Return the longest time in ms between two turns of the event loop while the list is read."""
    work, gaps, last = Work(ThreadWorker("reading")), [0.0], [time.perf_counter()]
    timer = QTimer(interval=0)

    def tick() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    timer.timeout.connect(tick)
    done: list[object] = []
    request = ListRequest("", SortOrder.LAST_CONTACT, is_trash=False)
    timer.start()
    work.submit(lambda: read_list(store, request, LastContacts(), None), done.append)
    while not done:
        app.processEvents()
    timer.stop()
    work.close()
    return max(gaps)


def main(count: int) -> None:
    app = QApplication(sys.argv[:1])
    theme = Theme(LIGHT)
    apply(app, theme)
    made = cards(count, 4 * count, Random(1))
    customers = [each.customer for each in made]
    notes = [note for each in made for note in each.notes]
    store = IndexedStore(customers, notes)
    store.index()
    del made
    gc.freeze()
    print(f"{len(customers):,} customers, {len(notes):,} notes")
    window = CustomerWindow(theme, lambda _id: "", lambda _number: "")
    window.open_on(app.primaryScreen())
    app.processEvents()
    for order in SortOrder:
        request = ListRequest("", order, is_trash=False)
        last = LastContacts()
        content = read_list(store, request, last, None)
        print(f"read, {order}: {timed(lambda r=request: read_list(store, r, LastContacts(), None)):.0f}")
        print(f"again: {timed(lambda r=request, known=last: read_list(store, r, known, None)):.0f}")

        def show(content: object = content) -> None:
            window.show_list(content.overview, NOW)  # type: ignore[attr-defined]
            app.processEvents()

        print(f"show: {timed(show):.1f}, again {timed(show):.1f}")
    bar, times = window.list.view.verticalScrollBar(), []
    for _ in range(PAGES):
        bar.setValue(bar.value() + bar.pageStep())
        times.append(timed(window.list.view.viewport().repaint))
    print(f"a page of scrolling: {spread(times)}")
    times = []
    for customer in customers[:: max(len(customers) // CARDS, 1)][:CARDS]:

        def open_card(customer_id: str = customer.id) -> None:
            found = read_card(store, customer_id)
            window.show_customer(found.customer, found.notes, found.entries, NOW)
            app.processEvents()

        times.append(timed(open_card))
    print(f"open a card: {spread(times)}")
    print(f"longest pause of the main thread while the list is read: {pauses(app, store):.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
