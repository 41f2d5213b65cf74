"""Watches for what locks customers: nothing typed for minutes, a locked session, a computer that sleeps.

Linux says the last two on D-Bus: ``Lock`` and ``PrepareForSleep`` of logind, ``ActiveChanged`` of the screen
savers. A desktop that says none of it locks by the minutes alone.
"""

import logging
import sys
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

_log = logging.getLogger(__name__)
LOOK_MS = 15_000
"""How often it is looked how long nothing was typed."""
_SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver")
IdleSeconds = Callable[[], float | None]
"""Returns how long nothing was typed anywhere, None if that is not known."""


class LockWatch(QObject):
    """Emits ``due`` when customers are to be locked; it watches between :meth:`start` and :meth:`stop`."""

    due = Signal()

    def __init__(
        self,
        idle_seconds: IdleSeconds,
        minutes: Callable[[], int],
        timer: Callable[[QObject], QTimer] = QTimer,
    ) -> None:
        """``minutes`` returns after how many minutes they are locked; 0 for never."""
        super().__init__()
        self._idle_seconds, self._minutes = idle_seconds, minutes
        self._timer = timer(self)
        self._timer.timeout.connect(self.look)
        self._is_connected = False

    def start(self) -> None:
        """Watch from now on."""
        if not self._is_connected and sys.platform.startswith("linux"):
            self._is_connected = True
            self._connect()
        self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Look how long nothing was typed."""
        minutes = self._minutes()
        seconds = self._idle_seconds() if minutes else None
        if seconds is not None and seconds >= 60 * minutes:
            self.due.emit()

    @Slot()
    def session_locked(self) -> None:
        """Take the signal ``Lock`` of logind."""
        self._tell()

    @Slot(bool)
    def sleeping(self, begins: bool) -> None:  # noqa: FBT001 - a signal's own argument
        """Take ``PrepareForSleep`` of logind, or ``ActiveChanged`` of a screen saver."""
        if begins:
            self._tell()

    def _tell(self) -> None:
        if self._timer.isActive():
            self.due.emit()

    def _connect(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # on Linux only

        # The stubs say bytes, and only a text is taken.
        logind = "org.freedesktop.login1"
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        locked, sleeping = cast("bytes", SLOT("session_locked()")), cast("bytes", SLOT("sleeping(bool)"))
        heard = [
            system.connect(logind, "", f"{logind}.Session", "Lock", self, locked),
            system.connect(logind, "", f"{logind}.Manager", "PrepareForSleep", self, sleeping),
            *(session.connect("", "", name, "ActiveChanged", self, sleeping) for name in _SCREEN_SAVERS),
        ]
        if not any(heard):
            _log.info("no bus says when the session is locked")
