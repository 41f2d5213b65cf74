"""What has to be done with the data from time to time while the program runs, without anybody waiting."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from quickdesk.commands.desk import Desk

EVERY_MS = 60 * 60 * 1000


class UpkeepFlow(QObject):
    """Empties the trash of what is too old: at the start, then looks every hour."""

    def __init__(self, desk: Desk, timer: Callable[[QObject], QTimer] = QTimer) -> None:
        super().__init__()
        self._desk = desk
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
        # Where nothing can be written the trash stays as it is.
        self._desk.store.purge(self._desk.clock.now())
