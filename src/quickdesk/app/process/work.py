"""What may take longer than a frame, done away from the thread of the windows and told in it.

Jobs are done one after another. What they tell comes back in order and a little at a time: the windows get
their turn in between, however much there is.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QThread, QTimer, Signal

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Finder, Hit
from quickdesk.storage.journal.background import Worker

T = TypeVar("T")
Act = Callable[[], object]

_MOST_MS_A_TURN = 4
_AT_A_TIME = 32


class Work(QObject):
    """Has jobs done by ``worker``; belongs to the thread of the windows."""

    _came = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self._acts: deque[Act] = deque()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._came.connect(self._turn.start, Qt.ConnectionType.QueuedConnection)

    def do(self, job: Callable[[], T], told: Callable[[T | Exception], None]) -> None:
        """Do a job, then call ``told`` in the thread of the windows with what it returned or raised."""

        def work() -> None:
            try:
                outcome: T | Exception = job()
            except Exception as error:  # noqa: BLE001 - handed on to whoever wanted it done
                outcome = error
            self.post(partial(told, outcome))

        self._worker.submit(work)

    def post(self, act: Act) -> None:
        """Call ``act`` in the thread of the windows, after all that was posted before; from any thread."""
        if not self._acts and QThread.currentThread() is self.thread():
            act()
            return
        self._acts.append(act)
        self._came.emit()

    def close(self) -> None:
        """Return when every job is done and told of."""
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


class FollowingFinder:
    """A finder as jobs see it: it takes up their changes in the thread of the windows, some at a time."""

    def __init__(self, finder: Finder, post: Callable[[Act], None]) -> None:
        self._finder, self._post = finder, post

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        """Index these, and nothing else."""
        self._post(partial(self._finder.rebuild, ()))
        self.update(snippets)

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Follow a change."""
        gone, new = iter(tuple(remove)), iter(tuple(put))
        while some := tuple(islice(gone, _AT_A_TIME * _AT_A_TIME)):
            self._post(partial(self._finder.update, (), some))
        while few := tuple(islice(new, _AT_A_TIME)):
            self._post(partial(self._finder.update, few, ()))

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits; only the thread of the windows may ask."""
        return self._finder.find(query, limit)
