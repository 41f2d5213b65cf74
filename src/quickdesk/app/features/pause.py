"""Pausing: other programs get the keys of the hotkey, for a while or until the agent resumes it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from math import ceil

from PySide6.QtCore import QTimer, Signal

from quickdesk.app.feature import Feature
from quickdesk.commands.command import BoundCommand
from quickdesk.commands.program import pausing
from quickdesk.desktop.ports.hotkeys import Hotkeys
from quickdesk.replies.clock import Clock
from quickdesk.ui.icons import Icon
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

_LOOK_MS = 30_000
"""How often the clock is read: timers stop while the computer sleeps, and its clock does not."""


class PauseFeature(Feature):
    """Connects the pause menu of the tray icon, the palette and the command ``pause`` with the hotkeys."""

    changed = Signal(bool, object)
    """Whether the hotkey is paused, and the datetime of the end (None: until it is resumed)."""

    def __init__(self, hotkeys: Hotkeys, clock: Clock) -> None:
        super().__init__()
        self._hotkeys, self._clock = hotkeys, clock
        self._paused = False
        self._until: datetime | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_look)
        self._pausing = (
            _entry(menu_entry.pause_quarter, partial(self.pause, timedelta(minutes=15)), Icon.CLOCK),
            _entry(menu_entry.pause_hour, partial(self.pause, timedelta(hours=1)), Icon.CLOCK),
            _entry(menu_entry.pause, partial(self.pause, None), Icon.PAUSE),
        )
        self._resuming = _entry(menu_entry.resume, self.resume, Icon.RESUME)
        self._resuming.setVisible(False)
        self.changed.connect(self._show_entries)

    @property
    def until(self) -> datetime | None:
        """When the pause ends; None if there is none, or if it lasts until it is resumed."""
        return self._until

    @property
    def is_paused(self) -> bool:
        """Whether the hotkey is off."""
        return self._paused

    @property
    def commands(self) -> Mapping[str, BoundCommand]:
        """The command ``pause``."""
        return {"pause": pausing(self)}

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entries that pause and resume the hotkey; the tray icon has a menu of its own for it."""
        return (*self._pausing, self._resuming)

    def hold(self) -> None:
        """Release the keys while a new hotkey is recorded."""
        self._hotkeys.suspend()

    def release(self) -> None:
        """End :meth:`hold`; a pause by the agent continues."""
        if not self._paused:
            self._hotkeys.resume()

    def pause(self, how_long: timedelta | None) -> None:
        """Pause the hotkey, for a while or (None) until it is resumed."""
        self._hotkeys.suspend()
        self._paused = True
        self._timer.stop()
        self._until = None
        if how_long is not None:
            self._until = self._clock.now() + how_long
            self._wait(self._until)
        self.changed.emit(True, self._until)

    def resume(self) -> None:
        """Resume the hotkey."""
        self._timer.stop()
        self._hotkeys.resume()
        self._paused, self._until = False, None
        self.changed.emit(False, None)

    def _on_look(self) -> None:
        if self._until is not None:
            self._wait(self._until)

    def _show_entries(self) -> None:
        for entry in self._pausing:
            entry.setVisible(not self._paused)
        self._resuming.setVisible(self._paused)

    def _wait(self, until: datetime) -> None:
        left_ms = (until - self._clock.now()) / timedelta(milliseconds=1)
        if left_ms <= 0:
            self.resume()
        else:
            self._timer.start(ceil(min(left_ms, _LOOK_MS)))


def _entry(text: Callable[[], str], activate: Callable[[], object], picture: Icon) -> MenuEntry:
    return MenuEntry(Section.PAUSE, text, activate, icon=picture, has_button=False, is_in_tray=False)
