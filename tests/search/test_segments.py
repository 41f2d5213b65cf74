"""Base, middle and latest segments: any history of a library gives the same results as indexing at once."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.segment import CAPACITY
from quickdesk.search.segments import MAX_LATEST, SMALL_LIBRARY, Snapshot

QUERIES = ["", "退", "tk", "tuikuan", "退 货", "th1", "新", "7"]


def answers(finder: LibraryFinder) -> list[list[tuple[str, float, object]]]:
    return [[(hit.snippet.id, hit.score, hit.spans) for hit in finder.find(query, 200)] for query in QUERIES]


def reply(number: int, text: str = "退款") -> Snippet:
    return Snippet(f"r{number}", f"{text} {number}", f"退货 {number}", f"th{number}")


def test_a_base_changes_no_answer() -> None:
    library = [reply(number) for number in range(40)]
    finder = LibraryFinder(library)
    before = answers(finder)
    assert finder.adopt(build(library), Snapshot(tuple(library), 10))
    assert answers(finder) == before


def test_changes_during_a_build_are_kept() -> None:
    library = [reply(number) for number in range(SMALL_LIBRARY + MAX_LATEST + 1)]
    finder = LibraryFinder(library)
    snapshot = finder.snapshot()
    assert snapshot is not None
    base = build(snapshot.snippets)
    finder.update(put=[Snippet("r3", "新标题", ""), Snippet("more", "新来的", "")], remove=["r5"])
    assert finder.adopt(base, snapshot)
    found = {hit.snippet.id for hit in finder.find("新", 50)}
    assert found == {"r3", "more"}
    assert [hit.snippet.id for hit in finder.find("th3", 1)] != ["r3"]
    assert "r5" not in {hit.snippet.id for hit in finder.find("th5", 500)}
    assert finder.snapshot() is None


def test_a_base_is_due_only_after_many_changes() -> None:
    finder = LibraryFinder(reply(number) for number in range(SMALL_LIBRARY))
    assert finder.snapshot() is None
    finder.update(put=[reply(number) for number in range(SMALL_LIBRARY, SMALL_LIBRARY + 300)])
    snapshot = finder.snapshot()
    assert snapshot is not None
    assert finder.adopt(build(snapshot.snippets), snapshot)
    assert finder.snapshot() is None
    finder.update(put=[reply(number, "改") for number in range(MAX_LATEST)])
    assert finder.snapshot() is None
    finder.update(put=[reply(5000)])
    assert finder.snapshot() is not None


def test_a_base_that_does_not_fit_is_rejected() -> None:
    library = [reply(1), reply(2)]
    finder = LibraryFinder(library)
    base = build(library)
    old = replace(base, version="0.old")
    assert not finder.adopt(old, Snapshot(tuple(library), 9))
    assert not finder.adopt(base, Snapshot((library[0],), 9))
    finder.rebuild(library, old)
    assert len(finder.find("退款")) == 2


def test_the_valid_rows_of_an_old_base_are_used() -> None:
    old = build([reply(1), reply(2), reply(3), reply(2)])
    finder = LibraryFinder()
    finder.rebuild([reply(1), reply(2, "新"), reply(4)], old)
    assert [hit.snippet.id for hit in finder.find("", 9)] == ["r1", "r2", "r4"]
    assert [hit.snippet.id for hit in finder.find("新", 9)] == ["r2"]
    assert [hit.snippet.id for hit in finder.find("退款", 9)] == ["r1", "r4"]
    assert finder.find("th3", 9) == []


def test_priors_apply_in_every_segment() -> None:
    library = [reply(number) for number in range(30)]
    finder = LibraryFinder(library)
    finder.set_prior({"r7": 90.0, "r31": 120.0, "r8": 50.0})
    finder.adopt(build(library), Snapshot(tuple(library), 10))
    finder.update(put=[reply(31), reply(8, "退款改")])
    assert [hit.snippet.id for hit in finder.find("", 3)] == ["r31", "r7", "r8"]
    assert [hit.snippet.id for hit in finder.find("退", 3)] == ["r31", "r7", "r8"]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 25))
def test_any_history_equals_indexing_at_once(seed: int, steps: int) -> None:
    random = Random(seed)
    finder = LibraryFinder()
    library: dict[str, Snippet] = {}
    snapshot: Snapshot | None = None
    for _ in range(steps):
        put = [
            reply(random.randrange(12), random.choice(("退款", "新", "换货")))
            for _ in range(random.randrange(4))
        ]
        remove = [f"r{random.randrange(12)}" for _ in range(random.randrange(3))]
        finder.update(put, remove)
        for key in remove:
            library.pop(key, None)
        library |= {snippet.id: snippet for snippet in put}
        if random.random() < 0.3:
            snapshot = Snapshot(tuple(library.values()), finder.changes)
        elif snapshot is not None and random.random() < 0.3:
            assert finder.adopt(build(snapshot.snippets), snapshot)
            snapshot = None
        if random.random() < 0.5:
            finder.find("退")
    assert answers(finder) == answers(LibraryFinder(library.values()))


def test_a_cancelled_search_returns_none() -> None:
    finder = LibraryFinder([reply(number) for number in range(50)])
    assert finder.find_unless("tuikuan", 5, lambda: True) is None
    assert finder.find_unless("tk th", 5, lambda: True) is None
    assert finder.find_unless("tuikuan", 5, lambda: False) == finder.find("tuikuan", 5)


@pytest.mark.parametrize("count", [1, 300, 3000])
def test_equal_titles_keep_library_order_in_every_segment(count: int) -> None:
    library = [Snippet(f"s{number}", "退款", "退款") for number in range(count)]
    finder = LibraryFinder(library)
    finder.adopt(build(library), Snapshot(tuple(library), 10))
    for query in ("tk", "退", "t", "tuikuan", "退 款"):
        assert [hit.snippet.id for hit in finder.find(query, 20)] == [f"s{n}" for n in range(min(20, count))]


def test_an_old_base_is_compared_by_bundle_and_by_row() -> None:
    library = [reply(number) for number in range(300)]
    base = build(library)
    changed = [*library[:10], *library[11:150], replace(library[150], title="改"), *library[151:]]
    finder = LibraryFinder()
    finder.rebuild(changed, base)
    assert [segment.dropped_count for segment in finder.segments()] == [2, 0]
    plain = LibraryFinder(changed)
    assert answers(finder) == answers(plain)


def test_a_cancelled_search_keeps_the_segments_built_by_then() -> None:
    library = [reply(number) for number in range(2 * CAPACITY + 10)]
    finder = LibraryFinder(library)
    asked = 0

    def once_more() -> bool:
        nonlocal asked
        asked += 1
        return asked % 2 == 0

    assert finder.find_unless("退", 5, once_more) is None
    assert finder.find_unless("退", 5, once_more) is None
    found = finder.find_unless("退", 5, lambda: False)
    assert found is not None
    assert len(found) == 5
    assert asked < 10


def test_an_empty_query_builds_no_segment() -> None:
    finder = LibraryFinder([reply(number) for number in range(5)])
    finder.set_prior({"r3": 5.0, "r1": -1.0, "gone": 9.0})
    found = finder.find_unless("", 9, lambda: True)
    assert found is not None
    assert [(hit.snippet.id, hit.score) for hit in found] == [
        (reply(3).id, 5.0),
        (reply(0).id, 0.0),
        (reply(2).id, 0.0),
        (reply(4).id, 0.0),
        (reply(1).id, -1.0),
    ]
