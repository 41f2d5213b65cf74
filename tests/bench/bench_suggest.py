"""The share of 60 buyers' messages whose right reply in the starter pack is among the first suggestions.

``pytest tests/bench/bench_suggest.py -s`` or ``python -m tests.bench.bench_suggest``. The messages with the
expected replies were written before any tuning; see tests/data/suggest/messages.tsv. With ``--faq FOLDER``
the same for a large library that is not in the project, beside BM25; see faq_library.py.
"""

import argparse
import re
from pathlib import Path
from time import perf_counter

import pytest

from quickdesk.packaged import packaged
from quickdesk.packs.source import read_pack
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.suggester import Suggester
from quickdesk.search.suggest.suggestion import Answered
from tests.bench import faq_library

MESSAGES = Path(__file__).parents[1] / "data" / "suggest" / "messages.tsv"
FOLDS = 5


def cases() -> list[tuple[str, list[str]]]:
    lines = MESSAGES.read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(message, expected.split()) for message, expected in pairs]


def accuracy(snippets: list[Snippet], with_history: bool) -> tuple[float, float, list[str]]:
    """Return the shares of messages with a right reply first and among the first five, and the misses."""
    finder = LibraryFinder(snippets)
    first = five = 0
    missed = []
    known = cases()
    by_name = {_plain(snippet.id): snippet.id for snippet in snippets}
    for number, (message, expected) in enumerate(known):
        past = [
            Answered(other, by_name[right[0]])
            for at, (other, right) in enumerate(known)
            if with_history and at % FOLDS != number % FOLDS
        ]
        found = [each.snippet.id for each in Suggester(finder.segments, past).suggest(message, 5)]
        first += bool(found) and _plain(found[0]) in expected
        five += bool(set(map(_plain, found)) & set(expected))
        if not set(map(_plain, found)) & set(expected):
            missed.append(f"{message} -> {found[:3]}")
    return first / len(known), five / len(known), missed


def _plain(snippet_id: str) -> str:
    """Return the id of a reply within its pack."""
    return re.split(r"[:/.]", snippet_id)[-1]


def report() -> list[str]:
    snippets = starter()
    started = perf_counter()
    suggester = Suggester(LibraryFinder(snippets).segments)
    built = (perf_counter() - started) * 1000
    started = perf_counter()
    for message, _ in cases():
        suggester.suggest(message)
    each = (perf_counter() - started) * 1000 / len(cases())
    plain, past = accuracy(snippets, with_history=False), accuracy(snippets, with_history=True)
    return [
        f"{len(cases())} messages, {len(snippets)} replies; built in {built:.0f} ms, {each:.2f} ms a message",
        f"texts alone:            acc@1 {plain[0]:.2f}  acc@5 {plain[1]:.2f}",
        f"with history ({FOLDS}-fold):  acc@1 {past[0]:.2f}  acc@5 {past[1]:.2f}",
        *("missed: " + line for line in plain[2]),
    ]


def starter() -> list[Snippet]:
    folder = packaged("snippets", "zh-CN")
    return list(read_pack({file.name: file.read_text("utf-8") for file in folder.iterdir()}).snippets)


@pytest.mark.bench
def test_most_messages_find_their_reply() -> None:
    lines = report()
    print("\n" + "\n".join(lines))
    first, five, _ = accuracy(starter(), with_history=False)
    assert first >= 0.5
    assert five >= 0.75


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faq", type=Path, metavar="FOLDER", help="a library of questions and answers")
    given = parser.parse_args()
    print("\n".join(report() if given.faq is None else faq_library.report(given.faq)))
