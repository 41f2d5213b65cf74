"""The tray as it comes and goes: a panel that is late at log-in, one that dies, one that is started again."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

PATIENCE_MS = 2000
"""At log-in the panel may come up after us."""
LOOK_MS = 5000
"""How often it is looked for afterwards; a look costs next to nothing."""
_STATUS_NOTIFIER = "org.kde.StatusNotifierWatcher"


class QtTray(QObject):
    """What Qt knows of the tray, and what it does not notice: that a StatusNotifier panel went away."""

    def __init__(self) -> None:
        super().__init__()
        self._is_watcher_gone = False
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

    def _on_owner_changed(self, _service: str, _before: str, after: str) -> None:
        self._is_watcher_gone = not after


class TrayFlow(QObject):
    """Looks for the tray in its own time and says what has changed since the last look."""

    missing = Signal(bool)
    """There is no tray; whether there was one before."""
    came = Signal()
    """There is a tray again, or at last."""

    def __init__(self, is_there: Callable[[], bool], timer: Callable[[QObject], QTimer] = QTimer) -> None:
        super().__init__()
        self._look = is_there
        self._is_there = is_there()
        self._was_there = self._is_there
        self._timer = timer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    @property
    def is_there(self) -> bool:
        """Whether there is a tray at this moment."""
        return self._look()

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
        """Look now, and say what has changed."""
        is_first, before = self._timer.interval() == PATIENCE_MS, self._is_there
        self._timer.setInterval(LOOK_MS)
        self._is_there = self._look()
        if self._is_there and not before:
            self.came.emit()
        elif not self._is_there and (before or is_first):
            self.missing.emit(self._was_there)
        self._was_there = self._was_there or self._is_there
