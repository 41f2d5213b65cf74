"""The search on its thread: in order, only the newest query is answered, no change is lost."""

import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from queue import SimpleQueue

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.app.process.work import Work
from quickdesk.app.searching.search_service import SearchService
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.hit import Hit
from quickdesk.search.sounds import Sound
from quickdesk.search.usage.first_letters import FirstLetters
from quickdesk.storage.journal.background import ThreadWorker

REFUND, FREIGHT = Snippet("r", "退款", "三天内到账", "tk"), Snippet("f", "运费", "包邮", "yf")


class DeferredCall:
    """Keeps the thread of the search busy until let go, and then notes the threads of what follows."""

    def __init__(self, search: SearchService) -> None:
        self._gate: SimpleQueue[None] = SimpleQueue()
        search.run(lambda _: self._gate.get(timeout=10), lambda _: None)

    def let_go(self) -> None:
        self._gate.put(None)


class StepsNoted(LibraryFinder):
    """Notes for each step of its preparation whether there was more to do."""

    def __init__(self) -> None:
        self.steps: list[bool] = []
        super().__init__()

    def prepare(self) -> bool:
        self.steps.append(super().prepare())
        return self.steps[-1]


class Taken:
    """What was answered, in order."""

    def __init__(self) -> None:
        self.answers: list[list[str]] = []

    def take(self, hits: Sequence[Hit]) -> None:
        self.answers.append([hit.snippet.id for hit in hits])


@pytest.fixture
def finder() -> StepsNoted:
    return StepsNoted()


@pytest.fixture
def search(qtbot: QtBot, finder: StepsNoted) -> Iterator[SearchService]:
    made = SearchService(finder, Work(ThreadWorker("search")))
    made.rebuild((REFUND, FREIGHT))
    yield made
    made.close()


@pytest.fixture
def taken() -> Taken:
    return Taken()


def test_a_query_knows_every_change_made_before_it(search: SearchService, taken: Taken, qtbot: QtBot) -> None:
    search.update(put=[Snippet("n", "退货", "七天")], remove=["r"])
    search.search("tui", 9, taken.take)
    qtbot.waitUntil(lambda: bool(taken.answers))
    assert taken.answers == [["n"]]
    assert [hit.snippet.id for hit in search.find("")] == ["f", "n"]


def test_a_query_does_not_block(search: SearchService, taken: Taken, qtbot: QtBot) -> None:
    held = DeferredCall(search)
    search.search("yf", 9, taken.take)
    search.search("yf", 9, taken.take, patience_ms=1)
    assert taken.answers == []
    held.let_go()
    qtbot.waitUntil(lambda: bool(taken.answers))


def test_an_overtaken_question_is_not_answered(search: SearchService, taken: Taken, qtbot: QtBot) -> None:
    held = DeferredCall(search)
    for query in ("t", "tk", "y", "yf"):
        search.search(query, 9, taken.take)
    held.let_go()
    qtbot.waitUntil(lambda: bool(taken.answers))
    search.find("")
    assert taken.answers == [["f"]]


def test_an_answer_that_comes_after_a_newer_question_is_not_taken(
    search: SearchService, taken: Taken, qtbot: QtBot
) -> None:
    search.search("tk", 9, taken.take)
    search.find("")  # it is answered by now, and its callback is not yet made
    search.search("yf", 9, taken.take)
    qtbot.waitUntil(lambda: bool(taken.answers))
    assert taken.answers == [["f"]]


def test_a_dropped_question_is_not_answered(search: SearchService, taken: Taken, qtbot: QtBot) -> None:
    search.search("tk", 9, taken.take)
    search.cancel()
    done: list[object] = []
    search.run(lambda finder: len(finder.find("")), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert done == [2]
    assert taken.answers == []


def test_what_is_there_soon_is_taken_before_the_question_returns(search: SearchService, taken: Taken) -> None:
    search.search("tk", 9, taken.take, patience_ms=10_000)
    assert taken.answers == [["r"]]


def test_something_else_than_what_is_typed_overtakes_and_is_overtaken(
    search: SearchService, taken: Taken, qtbot: QtBot
) -> None:
    other: list[int] = []
    held = DeferredCall(search)
    search.search("tk", 9, taken.take)
    search.query(lambda finder: len(finder.find("")), other.append)
    held.let_go()
    qtbot.waitUntil(lambda: bool(other))
    assert (other, taken.answers) == ([2], [])
    search.query(lambda finder: len(finder.find("")), other.append)
    search.search("yf", 9, taken.take)
    qtbot.waitUntil(lambda: bool(taken.answers))
    assert (other, taken.answers) == ([2], [["f"]])


def test_the_finder_is_never_touched_on_another_thread(search: SearchService, qtbot: QtBot) -> None:
    threads: list[int] = []
    search.run(lambda _: threading.get_ident(), threads.append)
    search.run(lambda _: threading.get_ident(), threads.append)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert len({*threads, threading.get_ident()}) == 2


def test_an_import_is_taken_up_whole_and_in_order(search: SearchService, finder: StepsNoted) -> None:
    many = [Snippet(f"m{number}", f"批量 {number}", "正文") for number in range(3000)]
    search.update(put=many, remove=["f"])
    assert [hit.snippet.id for hit in search.find("", 4000)] == ["r", *(each.id for each in many)]


def test_what_is_likely_and_how_it_sounds_counts_from_the_next_question_on(search: SearchService) -> None:
    search.set_prior({"f": 10.0})
    assert [hit.snippet.id for hit in search.find("")] == ["f", "r"]
    search.update(put=[Snippet("g", "帮忙", "")])
    assert search.find("banman") == []
    search.set_sounds(frozenset({Sound.AN_ANG}))
    assert [hit.snippet.id for hit in search.find("banman")] == ["g"]
    before = search.find("yf")[0].score
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    search.set_first_letters(FirstLetters().chosen("yf", "f", now))
    assert search.find("yf")[0].score > before


def test_the_library_is_prepared_while_there_is_no_query(
    search: SearchService, finder: StepsNoted, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(finder.steps) and not finder.steps[-1])
    assert len(finder.steps) > 1
    search.update(remove=["r"])
    before = len(finder.steps)
    qtbot.waitUntil(lambda: len(finder.steps) > before)


def test_an_exception_reaches_the_hook_and_stops_nothing(
    search: SearchService, taken: Taken, qtbot: QtBot
) -> None:
    with qtbot.captureExceptions() as mistakes:
        search.run(lambda _: 1 // 0, lambda _: None)
        search.search("tk", 9, taken.take)
        qtbot.waitUntil(lambda: bool(taken.answers))
    assert [each[0] for each in mistakes] == [ZeroDivisionError]


def test_a_search_that_fails_passes_none(qtbot: QtBot) -> None:
    class Broken(LibraryFinder):
        def find_unless(self, *_: object) -> Sequence[Hit] | None:
            raise LookupError

    search = SearchService(Broken(), Work(ThreadWorker("search")))
    results: list[object] = []
    with qtbot.captureExceptions() as mistakes:
        search.search("tk", 9, results.append)
        qtbot.waitUntil(lambda: bool(mistakes))
    search.close()
    assert results == [None]
    assert mistakes[0][0] is LookupError


def test_an_index_that_breaks_leaves_a_library_that_is_found(
    search: SearchService, taken: Taken, qtbot: QtBot
) -> None:
    def broken() -> None:
        raise MemoryError

    with qtbot.captureExceptions() as mistakes:
        search.load((REFUND,), broken)
        search.search("tk", 9, taken.take)
        qtbot.waitUntil(lambda: bool(taken.answers))
    assert taken.answers == [["r"]]
    assert mistakes[0][0] is MemoryError
