"""The tray as it comes and goes: a panel that is late at log-in, one that dies, one that is started again."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

PATIENCE_MS = 2000
"""At log-in the panel may come up after us."""
LOOK_MS = 5000
"""How often it is looked for afterwards; a look costs next to nothing."""
_STATUS_NOTIFIER = "org.kde.StatusNotifierWatcher"
_BUS = "org.freedesktop.DBus"

Act = Callable[[], None]
Prove = Callable[[Act], None]
"""Calls what it is given once it is sure that looking for the tray takes no time, or never."""


class QtTray(QObject):
    """What Qt knows of the tray, and what it does not notice: that a StatusNotifier panel went away."""

    def __init__(self) -> None:
        super().__init__()
        self._is_watcher_gone = False
        self._asked: QObject | None = None
        if sys.platform.startswith("linux"):
            self._watch()

    def _watch(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher  # elsewhere there is no such thing

        self._watcher = QDBusServiceWatcher(
            _STATUS_NOTIFIER,
            QDBusConnection.sessionBus(),
            QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange,
            self,
        )
        self._watcher.serviceOwnerChanged.connect(self._on_owner_changed)

    def is_there(self) -> bool:
        """Tell whether an icon can be seen in a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable() and not self._is_watcher_gone

    def prove(self, act: Act) -> None:
        """Call ``act`` when the session bus has answered: Qt would wait 25 seconds for one that hangs.

        While an answer is awaited nothing is asked again.
        """
        if not sys.platform.startswith("linux"):
            act()
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            act()
        elif self._asked is None:
            call = QDBusMessage.createMethodCall(_BUS, "/org/freedesktop/DBus", _BUS, "GetId")
            self._asked = QDBusPendingCallWatcher(bus.asyncCall(call), self)
            self._asked.finished.connect(lambda answered: self._on_answered(act, answered))

    def _on_answered(self, act: Act, answered: "QDBusPendingCallWatcher") -> None:
        self._asked = None
        answered.deleteLater()
        # Where the bus is gone Qt knows it and does not ask; only one that hangs is left alone.
        if not answered.isError() or not _is_hanging(answered):
            act()

    def _on_owner_changed(self, _service: str, _before: str, after: str) -> None:
        self._is_watcher_gone = not after


def _is_hanging(answered: "QDBusPendingCallWatcher") -> bool:
    from PySide6.QtDBus import QDBusError

    return answered.error().type() in (QDBusError.ErrorType.NoReply, QDBusError.ErrorType.Timeout)


def _at_once(act: Act) -> None:
    act()


class TrayFlow(QObject):
    """Looks for the tray in its own time and says what has changed since the last look."""

    missing = Signal(bool)
    """There is no tray; whether there was one before."""
    came = Signal()
    """There is a tray again, or at last."""

    def __init__(
        self,
        is_there: Callable[[], bool],
        prove: Prove = _at_once,
        timer: Callable[[QObject], QTimer] = QTimer,
    ) -> None:
        super().__init__()
        self._look, self._prove = is_there, prove
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
        """Whether there has been a tray since the start."""
        return self._was_there

    def start(self) -> None:
        """Begin to look; a tray that is not there yet gets a moment before it is called missing."""
        self._timer.start(PATIENCE_MS)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look as soon as that takes no time, and say what has changed."""
        self._timer.setInterval(LOOK_MS)
        self._prove(self._on_proven)

    def _on_proven(self) -> None:
        is_first, before = self._is_first, self._is_there
        self._is_first = False
        self._is_there = self._look()
        if self._is_there and not before:
            self.came.emit()
        elif not self._is_there and (before or is_first):
            self.missing.emit(self._was_there)
        self._was_there = self._was_there or self._is_there
