"""What has to be done with the data from time to time while the program runs, without anybody waiting."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from quickdesk.app.process.work import Work
from quickdesk.replies.running_days import RunningDays
from quickdesk.replies.store import StoreError, StoreProblem

_log = logging.getLogger(__name__)

EVERY_MS = 60 * 60 * 1000


class UpkeepFlow(QObject):
    """Has it done at the start, and then every hour."""

    clock_jumped = Signal(object)
    """Carries the :class:`quickdesk.replies.running_days.ClockJump` that was just found."""
    failed = Signal(object)
    """Carries the :class:`quickdesk.replies.store.StoreError` of a backup; once as long as that is so."""

    def __init__(
        self,
        work: Work,
        do_upkeep: Callable[[], RunningDays | None],
        timer: Callable[[QObject], QTimer] = QTimer,
    ) -> None:
        """``do_upkeep`` does what is due, for ``work``; it returns None where nothing can be written."""
        super().__init__()
        self._work, self._do_upkeep = work, do_upkeep
        self._told_of: StoreProblem | None = None
        self._timer = timer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_time)

    def start(self) -> None:
        """Begin now."""
        self._on_time()
        self._timer.start()

    def close(self) -> None:
        """Do nothing more."""
        self._timer.stop()

    def _on_time(self) -> None:
        self._work.do(self._do_upkeep, self._on_done)

    def _on_done(self, outcome: RunningDays | Exception | None) -> None:
        if isinstance(outcome, StoreError):
            # The next hour tries again.
            _log.warning("no backup, and nothing is deleted: %s", outcome.problem.name)
            if outcome.problem is not self._told_of:
                self._told_of = outcome.problem
                self.failed.emit(outcome)
            return
        self._told_of = None
        if isinstance(outcome, Exception):
            raise outcome
        if outcome is not None and outcome.has_jumped:
            self.clock_jumped.emit(outcome.jump)
