"""What may take longer than a frame, done away from the thread of the windows and told in it.

Jobs are done one after another. What they tell comes back in order and a little at a time: the windows get
their turn in between, however much there is.
"""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QThread, QTimer, Signal

from quickdesk.storage.journal.background import Guard, Worker

T = TypeVar("T")
Act = Callable[[], object]

_MOST_MS_A_TURN = 4


class WorkEndedError(RuntimeError):
    """Somebody waits for work that nobody does any more."""


class Work(QObject):
    """Has jobs done by ``worker``; belongs to the thread of the windows."""

    _came = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self._acts: deque[Act] = deque()
        self._is_closed, self._closing = False, Guard()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._came.connect(self._turn.start, Qt.ConnectionType.QueuedConnection)

    def do(self, job: Callable[[], T], told: Callable[[T | Exception], None], patience_ms: int = 0) -> None:
        """Do a job, then call ``told`` in the thread of the windows with what it returned or raised.

        Where that is there within ``patience_ms``, ``told`` is called before this returns.
        """
        come: SimpleQueue[T | Exception] = SimpleQueue()

        def work() -> None:
            come.put(_outcome(job))
            self.post(tell)

        def tell(wait_ms: int = 0) -> None:
            with suppress(Empty):  # it was told already, or comes later
                told(come.get(timeout=wait_ms / 1000) if wait_ms else come.get_nowait())

        self._worker.submit(work)
        if patience_ms:
            tell(patience_ms)

    def wait(self, job: Callable[[], T]) -> T:
        """Have a job done and wait for it, however long; from any thread but that of the worker.

        Raises what the job raises, and WorkEndedError where no job is done any more.
        """
        come: SimpleQueue[T | Exception] = SimpleQueue()
        with self._closing:  # whatever is submitted before the end is done
            if self._is_closed:
                raise WorkEndedError
            self._worker.submit(lambda: come.put(_outcome(job)))
        outcome = come.get()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def post(self, act: Act) -> None:
        """Call ``act`` in the thread of the windows, after all that was posted before; from any thread."""
        if not self._acts and QThread.currentThread() is self.thread():
            act()
            return
        self._acts.append(act)
        self._came.emit()

    def close(self) -> None:
        """Return when every job is done and told of."""
        with self._closing:
            self._is_closed = True
        self._worker.close()
        self._turn.stop()
        while self._acts:
            self._acts.popleft()()

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._acts and clock.elapsed() < _MOST_MS_A_TURN:
            self._acts.popleft()()
        # The timer lets keys and painting through before the next turn, where more signals would not.
        if not self._acts:
            self._turn.stop()


def _outcome(job: Callable[[], T]) -> T | Exception:
    try:
        return job()
    except Exception as error:  # noqa: BLE001 - handed on to whoever wanted it done
        return error
