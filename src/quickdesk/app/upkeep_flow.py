"""What has to be done with the data from time to time while the program runs, without anybody waiting."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from quickdesk.app.process.work import Work
from quickdesk.commands.desk import Desk
from quickdesk.replies.store import StoreError

Backup = Callable[[datetime], None]


def _no_backup(_now: datetime) -> None:
    pass


EVERY_MS = 60 * 60 * 1000


class UpkeepFlow(QObject):
    """Empties the trash of what is too old and makes backups: at the start, then looks every hour."""

    def __init__(
        self, desk: Desk, work: Work, backup: Backup = _no_backup, timer: Callable[[QObject], QTimer] = QTimer
    ) -> None:
        """``backup`` has the backup made that is due at a moment, and waits for nothing."""
        super().__init__()
        self._desk, self._work, self._backup = desk, work, backup
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
        now = self._desk.clock.now()
        self._work.do(lambda: self._desk.store.purge(now).wait(), self._on_purged)
        self._backup(now)

    def _on_purged(self, outcome: Exception | None) -> None:
        # Where nothing can be written the trash stays as it is.
        if outcome is not None and not isinstance(outcome, StoreError):
            raise outcome
