"""Jobs run on a thread; their callbacks come in the main thread, in order, and none is lost at the end."""

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest
from PySide6.QtCore import QElapsedTimer, QThread, QTimer
from pytestqt.qtbot import QtBot

from quickdesk.app.process.work import Work, WorkClosedError
from quickdesk.storage.journal.background import ThreadWorker
from tests.fakes.worker import WorkerAtOnce


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    made = Work(ThreadWorker("work"))
    yield made
    made.close()


def test_a_job_runs_on_a_thread_and_its_callback_in_the_main_thread(work: Work, qtbot: QtBot) -> None:
    results: list[tuple[object, int]] = []

    def collect(outcome: object) -> None:
        results.append((outcome, threading.get_ident()))

    work.submit(threading.get_ident, collect)
    work.submit(lambda: 1 // 0, collect)
    work.submit(lambda: "three", collect)
    qtbot.waitUntil(lambda: len(results) == 3)
    here = threading.get_ident()
    assert [at for _, at in results] == [here] * 3
    assert results[0][0] != here
    assert isinstance(results[1][0], ZeroDivisionError)
    assert results[2][0] == "three"


def test_the_event_loop_goes_on_while_many_callbacks_are_made(work: Work, qtbot: QtBot) -> None:
    turns: list[int] = []
    results: list[int] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(len(results)))
    timer.start()

    def collect(number: int) -> None:
        results.append(number)
        QThread.msleep(1)

    def many() -> None:
        for number in range(200):
            work.post(lambda number=number: collect(number))

    work.submit(many, lambda _: None)
    qtbot.waitUntil(lambda: len(results) == 200)
    timer.stop()
    assert results == list(range(200))
    assert len({each for each in turns if 0 < each < 200}) > 10


def test_an_exception_in_a_callback_does_not_stop_the_others(work: Work, qtbot: QtBot) -> None:
    results: list[object] = []
    with qtbot.captureExceptions() as mistakes:
        work.submit(lambda: 0, lambda number: 1 // number)  # type: ignore[operator]
        work.submit(lambda: 2, results.append)
        qtbot.waitUntil(lambda: results == [2])
    assert [each[0] for each in mistakes] == [ZeroDivisionError]


def test_closing_waits_for_the_jobs_and_makes_their_callbacks(work: Work) -> None:
    gate: SimpleQueue[None] = SimpleQueue()
    results: list[object] = []
    work.submit(lambda: gate.get(timeout=10), results.append)
    work.submit(lambda: "last", results.append)
    gate.put(None)
    work.close()
    assert results == [None, "last"]


def test_a_result_within_the_patience_is_passed_before_the_call_returns_and_only_once(
    work: Work, qtbot: QtBot
) -> None:
    results: list[object] = []
    work.submit(lambda: "at once", results.append, patience_ms=10_000)
    assert results == ["at once"]
    work.submit(lambda: "later", results.append)
    qtbot.waitUntil(lambda: len(results) > 1)
    assert results == ["at once", "later"]


def test_a_result_after_the_patience_is_passed_when_it_is_there(work: Work, qtbot: QtBot) -> None:
    gate: SimpleQueue[None] = SimpleQueue()
    results: list[object] = []
    work.submit(lambda: gate.get(timeout=10), results.append, patience_ms=1)
    assert results == []
    gate.put(None)
    qtbot.waitUntil(lambda: bool(results))
    assert results == [None]


def test_a_callback_that_was_called_during_the_call_is_not_waited_for(qtbot: QtBot) -> None:
    work = Work(WorkerAtOnce())
    results: list[object] = []
    started = QElapsedTimer()
    started.start()
    work.submit(lambda: "at once", results.append, patience_ms=60_000)
    assert results == ["at once"]
    assert started.elapsed() < 30_000
    work.close()


def test_waiting_for_closed_work_fails(work: Work) -> None:
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


def test_waiting_for_work_that_is_being_closed_never_blocks(qtbot: QtBot) -> None:
    worker = AskedAtItsEnd()
    work = Work(worker)
    worker.asked = lambda: work.wait(lambda: 1)
    work.close()
    assert worker.outcome == "ended"


def test_waiting_returns_the_result_or_raises_the_exception(work: Work) -> None:
    assert work.wait(threading.get_ident) != threading.get_ident()
    with pytest.raises(ZeroDivisionError):
        work.wait(lambda: 1 // 0)
