"""Runs what may take longer than a frame outside of the main thread, and calls back in the main thread."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Queue, SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QThread, QTimer, Signal

from quickdesk.storage.journal.background import Guard, Worker

T = TypeVar("T")
Call = Callable[[], object]

_MOST_MS_A_TURN = 4
"""How long callbacks are called before the event loop processes other events."""


class WorkClosedError(RuntimeError):
    """A job was submitted after :meth:`Work.close`."""


class Work(QObject):
    """Runs jobs one after another on ``worker``, and their callbacks in the same order in the main thread."""

    _posted = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self._calls: deque[Call] = deque()
        self._is_closed, self._closing = False, Guard()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._make_calls)
        self._posted.connect(self._turn.start, Qt.ConnectionType.QueuedConnection)

    def submit(
        self, job: Callable[[], T], done: Callable[[T | Exception], None], patience_ms: int = 0
    ) -> None:
        """Run a job, then call ``done`` in the main thread with what it returned or raised.

        If the job ends within ``patience_ms``, ``done`` is called before this method returns.
        """
        # In Python 3.11 SimpleQueue.get can wait for ever if another process takes the processor meanwhile.
        result: Queue[T | Exception] = Queue()
        is_called = False

        def run() -> None:
            result.put(_outcome(job))
            self.post(call_back)

        def call_back(wait_ms: int = 0) -> None:
            nonlocal is_called
            if is_called:
                return
            with suppress(Empty):  # the callback is called later
                outcome = result.get(timeout=wait_ms / 1000) if wait_ms else result.get_nowait()
                is_called = True
                done(outcome)

        self._worker.submit(run)
        if patience_ms:
            call_back(patience_ms)

    def wait(self, job: Callable[[], T]) -> T:
        """Run a job and return its result, however long that takes; not in the thread of the worker.

        Raises what the job raises, and WorkClosedError.
        """
        result: SimpleQueue[T | Exception] = SimpleQueue()
        with self._closing:  # what is submitted before the end is run
            if self._is_closed:
                raise WorkClosedError
            self._worker.submit(lambda: result.put(_outcome(job)))
        outcome = result.get()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def post(self, call: Call) -> None:
        """Make a call in the main thread, after all that were posted before; in any thread."""
        if not self._calls and QThread.currentThread() is self.thread():
            call()
            return
        self._calls.append(call)
        self._posted.emit()

    def close(self) -> None:
        """Return when all jobs are done and their callbacks were called."""
        with self._closing:
            self._is_closed = True
        self._worker.close()
        self._turn.stop()
        while self._calls:
            self._calls.popleft()()

    def _make_calls(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._calls and clock.elapsed() < _MOST_MS_A_TURN:
            self._calls.popleft()()
        # A timer lets the event loop process keys and paint events between two turns; a signal would not.
        if not self._calls:
            self._turn.stop()


def _outcome(job: Callable[[], T]) -> T | Exception:
    try:
        return job()
    except Exception as error:  # noqa: BLE001 - passed to the callback
        return error
