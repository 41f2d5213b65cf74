"""Jobs beside the windows: told in their thread, in order, a little at a time; none is lost at the end."""

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest
from PySide6.QtCore import QThread, QTimer
from pytestqt.qtbot import QtBot

from quickdesk.app.process.work import Work, WorkClosedError
from quickdesk.storage.journal.background import ThreadWorker


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    made = Work(ThreadWorker("work"))
    yield made
    made.close()


def test_a_job_runs_elsewhere_and_is_told_here(work: Work, qtbot: QtBot) -> None:
    told: list[tuple[object, int]] = []

    def tell(outcome: object) -> None:
        told.append((outcome, threading.get_ident()))

    work.submit(threading.get_ident, tell)
    work.submit(lambda: 1 // 0, tell)
    work.submit(lambda: "three", tell)
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

    work.submit(many, lambda _: None)
    qtbot.waitUntil(lambda: len(told) == 200)
    timer.stop()
    assert told == list(range(200))
    assert len({each for each in turns if 0 < each < 200}) > 10


def test_a_mistake_of_one_who_is_told_stops_nobody(work: Work, qtbot: QtBot) -> None:
    told: list[object] = []
    with qtbot.captureExceptions() as mistakes:
        work.submit(lambda: 0, lambda number: 1 // number)  # type: ignore[operator]
        work.submit(lambda: 2, told.append)
        qtbot.waitUntil(lambda: told == [2])
    assert [each[0] for each in mistakes] == [ZeroDivisionError]


def test_closing_waits_for_what_is_under_way_and_tells_of_it(work: Work) -> None:
    gate: SimpleQueue[None] = SimpleQueue()
    told: list[object] = []
    work.submit(lambda: gate.get(timeout=10), told.append)
    work.submit(lambda: "last", told.append)
    gate.put(None)
    work.close()
    assert told == [None, "last"]


def test_what_comes_within_the_patience_is_told_before_it_goes_on_and_only_once(
    work: Work, qtbot: QtBot
) -> None:
    told: list[object] = []
    work.submit(lambda: "at once", told.append, patience_ms=10_000)
    assert told == ["at once"]
    work.submit(lambda: "later", told.append)
    qtbot.waitUntil(lambda: len(told) > 1)
    assert told == ["at once", "later"]


def test_what_comes_too_late_for_the_patience_is_told_when_it_comes(work: Work, qtbot: QtBot) -> None:
    gate: SimpleQueue[None] = SimpleQueue()
    told: list[object] = []
    work.submit(lambda: gate.get(timeout=10), told.append, patience_ms=1)
    assert told == []
    gate.put(None)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [None]


def test_nobody_waits_for_work_that_has_ended(work: Work) -> None:
    work.close()
    with pytest.raises(WorkClosedError):
        work.wait(lambda: 1)


class AskedAtItsEnd(ThreadWorker):
    """Somebody wants to wait for it when it takes nothing more, but its work does not know that yet."""

    def __init__(self) -> None:
        super().__init__("work")
        self.asked: Callable[[], object] = lambda: None
        self.outcome: object = "waits still"

    def close(self) -> None:
        super().close()
        asking = threading.Thread(target=self._ask, daemon=True)
        asking.start()
        asking.join(5)

    def _ask(self) -> None:
        try:
            self.outcome = self.asked()
        except WorkClosedError:
            self.outcome = "ended"


def test_nobody_waits_for_work_that_is_about_to_end(qtbot: QtBot) -> None:
    worker = AskedAtItsEnd()
    work = Work(worker)
    worker.asked = lambda: work.wait(lambda: 1)
    work.close()
    assert worker.outcome == "ended"


def test_whoever_waits_gets_the_answer_or_the_mistake(work: Work) -> None:
    assert work.wait(threading.get_ident) != threading.get_ident()
    with pytest.raises(ZeroDivisionError):
        work.wait(lambda: 1 // 0)
