"""The search for customers: its building, memory and key strokes, beside the search for replies.

``python -m tests.bench.customer_search --customers 50000 --notes 200000 [--replies 10000] [--seed 1]``
Times are printed and not checked, because machines differ.
"""

import argparse
import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter

from quickdesk.customers.customer import Note
from quickdesk.customers.search.finder import CustomerFinder, SearchedCard
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.segments import Snapshot
from tests.bench.bench_search import resident, times
from tests.bench.customer_cards import NOW, cards, queries
from tests.bench.keystrokes import keystrokes, make_queries
from tests.bench.library import replies

LIMIT = 30
PIECE = 1024


@dataclass
class Stroke:
    """One key stroke: the query by then, and how long the answer took in milliseconds."""

    kind: str
    text: str
    spent: float


def typed(asked: Sequence[tuple[str, str]], find: Callable[[str], object]) -> list[Stroke]:
    """Type each query key by key, and time each answer."""
    strokes = []
    for kind, query in asked:
        for end in range(1, len(query) + 1):
            started = perf_counter()
            find(query[:end])
            strokes.append(Stroke(kind, query[:end], (perf_counter() - started) * 1000))
    return strokes


def report(title: str, strokes: Sequence[Stroke]) -> None:
    """Print medians and percentiles, in all and by kind."""
    print(f"{title}: {len(strokes)} key strokes; ms   median      p99      max")
    print(f"  all          {times([each.spent for each in strokes])}")
    for kind in dict.fromkeys(each.kind for each in strokes):
        print(f"  {kind:<12} {times([each.spent for each in strokes if each.kind == kind])}")
    slow = sorted(strokes, key=lambda each: -each.spent)[:5]
    print("  slowest: " + ", ".join(f"{each.text!r} {each.spent:.1f}" for each in slow))


def shown(finder: CustomerFinder, query: str) -> None:
    """Search as the palette does, which reads the matches of the rows in sight."""
    for hit in (finder.find(query, LIMIT) or ())[:9]:
        assert hit.matches is not None


def measure_customers(known: Sequence[SearchedCard], rng: Random, count: int) -> None:
    """Print the costs of the search for customers."""
    gc.collect()
    before = resident()
    started = perf_counter()
    finder = CustomerFinder()
    longest = 0.0
    for at in range(0, len(known), PIECE):
        piece = perf_counter()
        finder.update(known[at : at + PIECE])
        longest = max(longest, perf_counter() - piece)
    print(f"cards read in {perf_counter() - started:.2f} s, longest piece {longest * 1000:.0f} ms")
    finder.find("小", LIMIT)
    print(f"first answer after {perf_counter() - started:.2f} s without a base index")
    asked = list(queries(known, rng, count))
    report("scanned", typed(asked[: count // 4], lambda query: shown(finder, query)))
    snapshot = finder.library.snapshot()
    if snapshot is not None:
        started = perf_counter()
        arrays = build(snapshot.snippets)
        print(f"base index built in {perf_counter() - started:.2f} s (in a process of its own)")
        other = LibraryFinder(snapshot.snippets)
        other.adopt(arrays, Snapshot(snapshot.snippets, other.changes))
        while other.prepare():
            pass
        finder.library.take_over(other, snapshot)
    while finder.library.prepare():
        pass
    gc.collect()
    gc.freeze()
    print(f"resident memory added {resident() - before:.0f} MB (without the cards themselves)")
    report("indexed", typed(asked, lambda query: shown(finder, query)))
    one = known[len(known) // 2]
    spent = []
    for number in range(50):
        note = Note(f"new{number}", one.customer.id, f"新备注{number}甲乙", NOW)
        started = perf_counter()
        finder.update([SearchedCard(one.customer, (*one.notes, note))])
        found = finder.find(f"新备注{number}甲乙", 1)
        spent.append((perf_counter() - started) * 1000)
        assert found
        assert found[0].customer.id == one.customer.id
    print(f"a changed note until it is found    {times(spent)}")


def measure_replies(count: int, seed: int, strokes: int) -> None:
    """Print the key strokes of the search for replies in the same run."""
    library = replies(count, seed)
    finder = LibraryFinder(library)
    finder.adopt(build(library), Snapshot(tuple(library), finder.changes))
    while finder.prepare():
        pass
    asked = [(each.kind, each.text) for each in keystrokes(make_queries(library, strokes, seed), seed)]
    made = []
    for kind, text in asked:
        started = perf_counter()
        for hit in finder.find(text, LIMIT)[:9]:
            assert hit.spans is not None
        made.append(Stroke(kind, text, (perf_counter() - started) * 1000))
    report(f"search for {count} replies, same run", made)


def main() -> None:
    """Measure both searches."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=50_000)
    parser.add_argument("--notes", type=int, default=200_000)
    parser.add_argument("--replies", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    rng = Random(wanted.seed)
    known = cards(wanted.customers, wanted.notes, rng)
    print(f"{wanted.customers} customers, {wanted.notes} notes")
    measure_customers(known, rng, wanted.queries)
    if wanted.replies:
        measure_replies(wanted.replies, wanted.seed, max(wanted.queries // 20, 1))


if __name__ == "__main__":
    main()
