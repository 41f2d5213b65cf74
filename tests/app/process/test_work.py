"""Jobs beside the windows: told in their thread, in order, a little at a time; none is lost at the end."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from queue import SimpleQueue

import pytest
from PySide6.QtCore import QThread, QTimer
from pytestqt.qtbot import QtBot

from quickdesk.app.process.work import FollowingFinder, Work
from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit
from quickdesk.storage.journal.background import ThreadWorker


class NotingFinder:
    """Notes what it is told, and on which thread."""

    def __init__(self) -> None:
        self.known: dict[str, Snippet] = {}
        self.threads: set[int] = set()
        self.updates = 0

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        self.known.clear()
        self.update(snippets)

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        self.threads.add(threading.get_ident())
        self.updates += 1
        for each in remove:
            self.known.pop(each, None)
        self.known |= {each.id: each for each in put}

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        return [Hit(each, 1.0) for each in self.known.values()][:limit]


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    made = Work(ThreadWorker("work"))
    yield made
    made.close()


def test_a_job_runs_elsewhere_and_is_told_here(work: Work, qtbot: QtBot) -> None:
    told: list[tuple[object, int]] = []

    def tell(outcome: object) -> None:
        told.append((outcome, threading.get_ident()))

    work.do(threading.get_ident, tell)
    work.do(lambda: 1 // 0, tell)
    work.do(lambda: "three", tell)
    qtbot.waitUntil(lambda: len(told) == 3)
    here = threading.get_ident()
    assert [at for _, at in told] == [here] * 3
    assert told[0][0] != here
    assert isinstance(told[1][0], ZeroDivisionError)
    assert told[2][0] == "three"


def test_the_windows_have_their_turn_while_much_is_told(work: Work, qtbot: QtBot) -> None:
    turns: list[int] = []
    told: list[int] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(len(told)))
    timer.start()

    def tell(number: int) -> None:
        told.append(number)
        QThread.msleep(1)

    def many() -> None:
        for number in range(200):
            work.post(lambda number=number: tell(number))

    work.do(many, lambda _: None)
    qtbot.waitUntil(lambda: len(told) == 200)
    timer.stop()
    assert told == list(range(200))
    assert len({each for each in turns if 0 < each < 200}) > 10


def test_a_mistake_of_one_who_is_told_stops_nobody(work: Work, qtbot: QtBot) -> None:
    told: list[object] = []
    with qtbot.captureExceptions() as mistakes:
        work.do(lambda: 0, lambda number: 1 // number)  # type: ignore[operator]
        work.do(lambda: 2, told.append)
        qtbot.waitUntil(lambda: told == [2])
    assert [each[0] for each in mistakes] == [ZeroDivisionError]


def test_closing_waits_for_what_is_under_way_and_tells_of_it(work: Work) -> None:
    gate: SimpleQueue[None] = SimpleQueue()
    told: list[object] = []
    work.do(lambda: gate.get(timeout=10), told.append)
    work.do(lambda: "last", told.append)
    gate.put(None)
    work.close()
    assert told == [None, "last"]


def test_the_finder_follows_in_the_thread_of_the_windows(work: Work, qtbot: QtBot) -> None:
    finder = NotingFinder()
    following = FollowingFinder(finder, work.post)
    library = [Snippet(str(number), "t", "b") for number in range(1000)]
    done: list[object] = []

    def change() -> None:
        following.rebuild(library)
        following.update(put=[Snippet("1", "new", "b")], remove=[str(number) for number in range(500, 1000)])

    work.do(change, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert list(finder.known) == [str(number) for number in range(500)]
    assert finder.known["1"].title == "new"
    assert finder.threads == {threading.get_ident()}
    assert finder.updates > 20, "a little at a time"
    assert len(following.find("", 3)) == 3
