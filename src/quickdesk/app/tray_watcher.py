"""Watches the tray: its panel may start late at log-in, end, and be started again."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

PATIENCE_MS = 2000
"""How long a panel may take to start at log-in."""
LOOK_MS = 5000
"""How often the tray is looked for afterwards; a look costs next to nothing."""
_STATUS_NOTIFIER = "org.kde.StatusNotifierWatcher"
_BUS = "org.freedesktop.DBus"

Callback = Callable[[], None]
Probe = Callable[[Callback], None]
"""Calls the callback once it is sure that looking for the tray does not block, or never."""


class QtTray(QObject):
    """Reports whether there is a tray; Qt alone does not notice that a StatusNotifier panel has ended."""

    def __init__(self) -> None:
        super().__init__()
        self._is_watcher_gone = False
        self._pending: QObject | None = None
        if sys.platform.startswith("linux"):
            self._watch()

    def _watch(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher  # on Linux only

        self._watcher = QDBusServiceWatcher(
            _STATUS_NOTIFIER,
            QDBusConnection.sessionBus(),
            QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange,
            self,
        )
        self._watcher.serviceOwnerChanged.connect(self._on_owner_changed)

    def is_there(self) -> bool:
        """Return whether an icon is visible in a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable() and not self._is_watcher_gone

    def probe(self, callback: Callback) -> None:
        """Call ``callback`` when the session bus has answered: Qt would wait 25 seconds for one that hangs.

        Do nothing while the answer to an earlier call is pending.
        """
        if not sys.platform.startswith("linux"):
            callback()
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            callback()
        elif self._pending is None:
            call = QDBusMessage.createMethodCall(_BUS, "/org/freedesktop/DBus", _BUS, "GetId")
            self._pending = QDBusPendingCallWatcher(bus.asyncCall(call), self)
            self._pending.finished.connect(lambda answered: self._on_answered(callback, answered))

    def _on_answered(self, callback: Callback, answered: "QDBusPendingCallWatcher") -> None:
        self._pending = None
        answered.deleteLater()
        # If the bus is gone, Qt knows that and asks nothing; only a bus that hangs must not be asked.
        if not answered.isError() or not _is_hanging(answered):
            callback()

    def _on_owner_changed(self, _service: str, _before: str, after: str) -> None:
        self._is_watcher_gone = not after


def _is_hanging(answered: "QDBusPendingCallWatcher") -> bool:
    from PySide6.QtDBus import QDBusError

    return answered.error().type() in (QDBusError.ErrorType.NoReply, QDBusError.ErrorType.Timeout)


def _at_once(callback: Callback) -> None:
    callback()


class TrayWatcher(QObject):
    """Looks for the tray from time to time and signals what has changed."""

    missing = Signal(bool)
    """There is no tray; the argument says whether there was one before."""
    came = Signal()
    """There is a tray, for the first time or again."""

    def __init__(
        self,
        is_there: Callable[[], bool],
        probe: Probe = _at_once,
        timer: Callable[[QObject], QTimer] = QTimer,
    ) -> None:
        super().__init__()
        self._look, self._probe = is_there, probe
        self._is_first = True
        self._is_there = is_there()
        self._was_there = self._is_there
        self._timer = timer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    @property
    def is_there(self) -> bool:
        """Whether there was a tray at the last look."""
        return self._is_there

    @property
    def was_there(self) -> bool:
        """Whether there was a tray at any look."""
        return self._was_there

    def start(self) -> None:
        """Start looking; a tray that is not there yet has :data:`PATIENCE_MS` before it counts as missing."""
        self._timer.start(PATIENCE_MS)

    def close(self) -> None:
        """Stop looking."""
        self._timer.stop()

    def look(self) -> None:
        """Look as soon as that does not block, and signal what has changed."""
        self._timer.setInterval(LOOK_MS)
        self._probe(self._on_probed)

    def _on_probed(self) -> None:
        is_first, before = self._is_first, self._is_there
        self._is_first = False
        self._is_there = self._look()
        if self._is_there and not before:
            self.came.emit()
        elif not self._is_there and (before or is_first):
            self.missing.emit(self._was_there)
        self._was_there = self._was_there or self._is_there
