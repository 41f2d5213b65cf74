"""Preparation in small steps: it ends, and no result depends on its progress."""

from itertools import count

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.matches import Part
from quickdesk.search.query import words_of
from quickdesk.search.segment import CAPACITY
from quickdesk.search.segments import Snapshot
from quickdesk.search.sounds import Sound
from tests.bench.library import replies

LIBRARY = replies(1200, seed=3, body_length=30)
QUERIES = ("退", "t", "sh", "tk", "tuikuan", "tuihou", "th1", "退 h", "xin hu", "refudn", "")
Answers = list[list[tuple[str, float, object]]]


def answers(finder: LibraryFinder) -> Answers:
    return [[(hit.snippet.id, hit.score, hit.spans) for hit in finder.find(query, 20)] for query in QUERIES]


def indexed() -> LibraryFinder:
    finder = LibraryFinder(LIBRARY)
    finder.adopt(BASE, Snapshot(tuple(LIBRARY), finder.changes))
    finder.update(put=[Snippet("new", "退款新", "退货")], remove=["r7"])
    return finder


BASE = build(LIBRARY)
EXPECTED = answers(indexed())


def all_steps(finder: LibraryFinder) -> int:
    return next(number for number in count() if not finder.prepare())


def test_preparation_ends() -> None:
    finder = indexed()
    assert all_steps(finder) > 60
    assert not finder.prepare()
    assert answers(finder) == EXPECTED
    assert not finder.prepare()


def test_tables_are_prepared_again_for_other_sounds() -> None:
    exact, fuzzy = LibraryFinder(LIBRARY[:9]), LibraryFinder(LIBRARY[:9])
    fuzzy.set_sounds(frozenset({Sound.Z_ZH}))
    assert all_steps(fuzzy) == all_steps(exact) > 1


@pytest.mark.parametrize("steps", [1, 7, 30, 75])
def test_no_result_depends_on_the_progress(steps: int) -> None:
    finder = indexed()
    for _ in range(steps):
        finder.prepare()
    assert answers(finder) == EXPECTED
    assert all_steps(finder)
    assert answers(finder) == EXPECTED


def test_changes_need_preparation_again() -> None:
    finder = LibraryFinder(LIBRARY)
    assert all_steps(finder)
    finder.rebuild(LIBRARY, BASE)
    assert all_steps(finder) > 60
    finder.update(put=[Snippet("new", "退款新", "退货")])
    assert all_steps(finder) == 1
    finder.set_sounds(frozenset({Sound.Z_ZH}))
    assert all_steps(finder) > 60
    snapshot = Snapshot(tuple(LIBRARY), finder.changes)
    assert finder.adopt(BASE, snapshot)
    assert all_steps(finder) > 60
    finder.take_over(LibraryFinder(LIBRARY), snapshot)
    assert all_steps(finder) > 60


def test_replaced_segments_are_dropped_from_preparation() -> None:
    finder = indexed()
    for _ in range(40):
        assert finder.prepare()
    finder.rebuild(LIBRARY[:600], BASE)
    all_steps(finder)
    assert answers(finder) == answers(LibraryFinder(LIBRARY[:600]))


def polls(finder: LibraryFinder) -> int:
    """Return how often a search polls for cancellation: once for each segment that it has to build."""
    asked = count()
    assert finder.find_unless("退", 1, lambda: next(asked) < 0)
    return next(asked)


def test_each_segment_is_built_in_one_step() -> None:
    library = [Snippet(f"s{number}", "退款", "") for number in range(2 * CAPACITY + 10)]
    unprepared = polls(LibraryFinder(library))
    for steps in (1, 2, 3):
        finder = LibraryFinder(library)
        for _ in range(steps):
            assert finder.prepare()
        assert polls(finder) == unprepared - steps


def test_the_most_frequent_syllables_of_a_large_library_are_prepared() -> None:
    library = [Snippet(f"s{number}", f"退款 {number}", "") for number in range(CAPACITY + 10)]
    finder = LibraryFinder(library)
    assert finder.adopt(build(library), Snapshot(tuple(library), finder.changes))
    expected = answers(finder)
    all_steps(finder)
    (segment,) = finder.segments()
    known = {
        typed: any(segment.has_row_scores(reading, Part.HEAD) for reading in words_of(typed)[0].readings)
        for typed in ("tui", "kuan", "fa", "zhong")
    }
    assert known == {"tui": True, "kuan": True, "fa": False, "zhong": False}
    assert answers(finder) == expected


def test_an_empty_library_is_ready() -> None:
    finder = LibraryFinder()
    all_steps(finder)
    assert not finder.prepare()
    finder.update(put=LIBRARY[:1])
    assert finder.prepare()
