"""SIGTERM and SIGINT (log-out, Ctrl+C) as a Qt signal, without a timer that polls for them."""

import signal
import socket
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NUMBERS: Final = (signal.SIGTERM, signal.SIGINT)
_MOST_AT_ONCE = 64


class TerminationSignals(QObject):
    """Emits :attr:`received` in the main thread for each SIGTERM or SIGINT, until :meth:`close`.

    Python runs signal handlers between its own instructions only, and while Qt waits there are none. So the
    interpreter writes the number of each signal to a socket (:func:`signal.set_wakeup_fd`), which ends the
    wait.
    """

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)
        self._fd_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, lambda *_: None) for number in _NUMBERS}

    def _on_activated(self) -> None:
        if any(number in _NUMBERS for number in self._reader.recv(_MOST_AT_ONCE)):
            self.received.emit()

    def close(self) -> None:
        """Restore the handlers from before."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()
