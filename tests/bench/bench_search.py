"""How long a keystroke takes: every prefix of queries of all kinds, beside a naive scan in the same run.

``pytest tests/bench/bench_search.py -s`` or ``python tests/bench/bench_search.py [replies] [queries]``.
Times are printed, never judged: a shared machine is no stopwatch.
"""

import statistics
import sys
from collections import defaultdict
from random import Random
from time import perf_counter, thread_time

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import ScanFinder
from tests.bench.library import queries, replies


def naive(library: list[Snippet], words: list[str]) -> list[Snippet]:
    """What a few lines of Python would do: literal, case-blind, no pinyin, no highlights."""
    found = []
    for reply in library:
        text = " ".join((reply.code, reply.title, reply.body, *reply.tags, *reply.folder)).lower()
        if all(word in text for word in words):
            found.append(reply)
    return found[:50]


def percentiles(times: list[float]) -> tuple[float, float, float]:
    """Median, 99th percentile and maximum."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.99)], ordered[-1]


def line(name: str, times: list[float]) -> str:
    median, high, most = percentiles(times)
    return f"{name:<14}{median:9.2f}{high:9.2f}{most:9.2f}  ({len(times)} keystrokes)"


def measure(count: int = 5000, query_count: int = 240, seed: int = 1) -> list[str]:
    """Return the report as lines; times in milliseconds."""
    library = replies(count, seed)
    keystrokes = [
        (kind, query[:length])
        for kind, query in queries(library, query_count, seed + 1)
        for length in range(1, len(query) + 1)
    ]
    Random(seed).shuffle(keystrokes)
    started = perf_counter()
    finder = ScanFinder(library)
    finder.find("退")
    first = (perf_counter() - started) * 1000
    changes = []
    for reply in library[:20]:
        started = perf_counter()
        finder.update(put=[reply])
        finder.find("退")
        changes.append((perf_counter() - started) * 1000)
    wall: dict[str, list[float]] = defaultdict(list)
    slow: list[tuple[float, str]] = []
    processor, plain = [], []
    for number, (kind, query) in enumerate(keystrokes):
        started, used = perf_counter(), thread_time()
        finder.find(query)
        took = (perf_counter() - started) * 1000
        processor.append((thread_time() - used) * 1000)
        wall[kind].append(took)
        slow.append((took, query))
        if number % 5 == 0:
            started = perf_counter()
            naive(library, query.lower().split())
            plain.append((perf_counter() - started) * 1000)
    total = [took for times in wall.values() for took in times]
    ours, theirs = percentiles(total), percentiles(plain)
    return [
        f"{count} replies, {sum(len(reply.body) for reply in library)} characters of body; ms",
        f"{'':<14}{'median':>9}{'p99':>9}{'max':>9}",
        line("find", total),
        line("  cpu", processor),
        *(line(f"  {kind}", times) for kind, times in sorted(wall.items())),
        line("naive scan", plain),
        f"naive / find: median {theirs[0] / ours[0]:.1f}, p99 {theirs[1] / ours[1]:.1f}",
        f"build and first answer {first:.0f}, change and next answer {statistics.median(changes):.1f}",
        "slowest: " + ", ".join(f"{query!r} {took:.1f}" for took, query in sorted(slow, reverse=True)[:5]),
    ]


@pytest.mark.bench
def test_a_keystroke_is_answered() -> None:
    report = measure()
    print("\n" + "\n".join(report))
    assert any(text.startswith("find") for text in report)


if __name__ == "__main__":
    print("\n".join(measure(*map(int, sys.argv[1:]))))
