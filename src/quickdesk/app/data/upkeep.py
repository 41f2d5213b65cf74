"""Maintains the data while the program runs: counts the days, backs up, deletes what is due."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from quickdesk.app.process.work import Work
from quickdesk.replies.running_days import RunningDays
from quickdesk.replies.store import StoreError, StoreProblem

_log = logging.getLogger(__name__)

EVERY_MS = 60 * 60 * 1000
"""The time between two runs."""


class Upkeep(QObject):
    """Runs the maintenance in the background: at the start, and then every hour."""

    clock_jumped = Signal(object)
    """The :class:`quickdesk.replies.running_days.ClockJump` that was found."""
    failed = Signal(object)
    """The :class:`quickdesk.replies.store.StoreError` of a backup; once while its problem stays the same."""

    def __init__(
        self,
        work: Work,
        do_upkeep: Callable[[], RunningDays | None],
        timer: Callable[[QObject], QTimer] = QTimer,
    ) -> None:
        """``do_upkeep`` is called by ``work``; it returns None if nothing can be written."""
        super().__init__()
        self._work, self._do_upkeep = work, do_upkeep
        self._shown_problem: StoreProblem | None = None
        self._timer = timer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_time)

    def start(self) -> None:
        """Run now, and every hour."""
        self._on_time()
        self._timer.start()

    def close(self) -> None:
        """Stop."""
        self._timer.stop()

    def _on_time(self) -> None:
        self._work.submit(self._do_upkeep, self._on_done)

    def _on_done(self, outcome: RunningDays | Exception | None) -> None:
        if isinstance(outcome, StoreError):
            # The next hour tries again.
            _log.warning("no backup, and nothing is deleted: %s", outcome.problem.name)
            if outcome.problem is not self._shown_problem:
                self._shown_problem = outcome.problem
                self.failed.emit(outcome)
            return
        self._shown_problem = None
        if isinstance(outcome, Exception):
            raise outcome
        if outcome is not None and outcome.has_jumped:
            self.clock_jumped.emit(outcome.jump)
