"""A cancelled search returns None and does not affect later searches, wherever it is cancelled."""

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.segments import Snapshot
from tests.bench.library import replies

LIBRARY = replies(700, seed=3, body_length=30)
BASE = build(LIBRARY)
QUERIES = ("t", "tu", "xi", "tuikuan", "xioatui", "th1", "退 h", "xin hu", "oder")
LEAST_POLLS, MAX_TRIED = 4, 20


def made(is_ready: bool) -> LibraryFinder:
    finder = LibraryFinder(LIBRARY)
    finder.adopt(BASE, Snapshot(tuple(LIBRARY), finder.changes))
    finder.update(put=[Snippet("new", "退款新", "退货 order")], remove=["r7"])
    finder.set_prior({"r5": 40.0, "new": 20.0})
    while is_ready and finder.prepare():
        pass
    return finder


def answers(finder: LibraryFinder, query: str) -> list[tuple[str, float, object]]:
    return [(hit.snippet.id, hit.score, hit.spans) for hit in finder.find(query, 20)]


class Canceller:
    """Cancels a search after a number of polls."""

    def __init__(self, polls: int) -> None:
        self.polls = 0
        self._most = polls

    def is_cancelled(self) -> bool:
        self.polls += 1
        return self.polls > self._most


def test_a_search_after_a_cancelled_one_finds_the_same() -> None:
    expected = {query: answers(made(is_ready=True), query) for query in QUERIES}
    cancelled = 0
    for query in QUERIES:
        whole = Canceller(10**9)
        assert made(is_ready=False).find_unless(query, 20, whole.is_cancelled) is not None
        assert whole.polls >= LEAST_POLLS
        for polls in range(0, whole.polls, whole.polls // MAX_TRIED + 1):
            finder = made(is_ready=polls % 5 == 1)
            if finder.find_unless(query, 20, Canceller(polls).is_cancelled) is None:
                cancelled += 1
            assert answers(finder, query) == expected[query]
            assert answers(finder, "tu") == expected["tu"]
    assert cancelled > len(QUERIES) * LEAST_POLLS


def test_a_scan_polls_for_cancellation_too() -> None:
    finder = LibraryFinder(LIBRARY)
    for query in QUERIES:
        canceller = Canceller(10**9)
        found = finder.find_unless(query, 20, canceller.is_cancelled)
        assert found == finder.find(query, 20)
        assert canceller.polls >= LEAST_POLLS
