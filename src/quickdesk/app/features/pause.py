"""Pausing: the hotkey lets other programs have its keys, until the time is over or the agent resumes."""

from datetime import datetime, timedelta
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

from quickdesk.desktop.ports.hotkeys import Hotkeys
from quickdesk.replies.clock import Clock

_LOOK_MS = 30_000
"""How often the clock is looked at: while the machine sleeps timers stand still, and clocks do not."""


class PauseFlow(QObject):
    """Joins the tray's pause menu (and the command) with the hotkeys."""

    changed = Signal(bool, object)
    """Whether it is paused now, and the datetime until when (None: until resumed)."""

    def __init__(self, hotkeys: Hotkeys, clock: Clock) -> None:
        super().__init__()
        self._hotkeys, self._clock = hotkeys, clock
        self._paused = False
        self._until: datetime | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_look)

    @property
    def until(self) -> datetime | None:
        """When the pause ends; None where there is none, or until resumed."""
        return self._until

    @property
    def is_paused(self) -> bool:
        """Whether the hotkey is off."""
        return self._paused

    def hold(self) -> None:
        """Let go of the keys for a moment, while a new hotkey is recorded."""
        self._hotkeys.suspend()

    def release(self) -> None:
        """End :meth:`hold`; a pause that the agent asked for goes on."""
        if not self._paused:
            self._hotkeys.resume()

    def pause(self, how_long: timedelta | None) -> None:
        """Switch the hotkey off, for a while or until resumed."""
        self._hotkeys.suspend()
        self._paused = True
        self._timer.stop()
        self._until = None
        if how_long is not None:
            self._until = self._clock.now() + how_long
            self._wait(self._until)
        self.changed.emit(True, self._until)

    def resume(self) -> None:
        """Switch the hotkey on again."""
        self._timer.stop()
        self._hotkeys.resume()
        self._paused, self._until = False, None
        self.changed.emit(False, None)

    def _on_look(self) -> None:
        if self._until is not None:
            self._wait(self._until)

    def _wait(self, until: datetime) -> None:
        left_ms = (until - self._clock.now()) / timedelta(milliseconds=1)
        if left_ms <= 0:
            self.resume()
        else:
            self._timer.start(ceil(min(left_ms, _LOOK_MS)))
