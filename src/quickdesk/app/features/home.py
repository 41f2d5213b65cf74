"""What tray icon and home window show of the program: its hotkey, its pause, and whether there is a tray.

The home window stands in for a tray that is missing. One that nobody called takes no keyboard away, and
goes by itself when the tray comes.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal

from quickdesk.app.features.hotkey import HotkeyFlow
from quickdesk.app.features.pause import PauseFlow
from quickdesk.app.tray_watcher import TrayFlow
from quickdesk.ui.notice import Notice
from quickdesk.ui.tray.home_window import HomeWindow, TrayPresence
from quickdesk.ui.tray.tray_icon import TrayIcon

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Places:
    """Where it is shown; ``tell`` is for what the agent must hear of at once."""

    icon: TrayIcon
    home: HomeWindow
    tell: Callable[[Notice], None]


def tray_state(tray: TrayFlow) -> TrayPresence:
    """Return whether there is a tray now, or has been."""
    if tray.is_there:
        return TrayPresence.PRESENT
    return TrayPresence.LOST if tray.was_there else TrayPresence.ABSENT


class HomeFlow(QObject):
    """Joins hotkey, pause and tray with the two places that show them."""

    quit_asked = Signal()
    """The window that stands in for the tray was closed."""

    def __init__(self, hotkey: HotkeyFlow, pause: PauseFlow, tray: TrayFlow, places: Places) -> None:
        super().__init__()
        self._hotkey, self._pause, self._tray, self._places = hotkey, pause, tray, places
        self._is_uncalled = False
        self._connect()
        self._on_hotkey_changed()
        if pause.is_paused:
            self._show_pause(True, pause.until)
        places.icon.show()

    def _connect(self) -> None:
        hotkey, pause, tray, places = self._hotkey, self._pause, self._tray, self._places
        hotkey.changed.connect(self._on_hotkey_changed)
        pause.changed.connect(self._show_pause)
        tray.missing.connect(self._on_tray_missing)
        tray.came.connect(self._on_tray_came)
        places.icon.home_requested.connect(self.show_home)
        places.icon.pause_requested.connect(pause.pause)
        for source in (places.icon, places.home):
            source.resume_requested.connect(pause.resume)
        places.home.closed.connect(self._on_closed)

    def translate(self) -> None:
        """Show the notice of the hotkey in the language that is installed."""
        self._show_hotkey()

    def start(self) -> None:
        """Begin to look for the tray."""
        self._tray.start()

    def close(self) -> None:
        """Look for no tray any more."""
        self._tray.close()

    def show_home(self) -> None:
        """Bring the window to the front: the agent called it."""
        self._is_uncalled = False
        home = self._places.home
        home.show_tray(tray_state(self._tray))
        home.show()
        home.raise_()
        home.activateWindow()

    def show_home_quietly(self) -> None:
        """Bring the window in sight; the chat keeps the keyboard."""
        home = self._places.home
        if not home.isVisible():
            home.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            home.show()
            home.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    def _on_hotkey_changed(self) -> None:
        self._show_hotkey()
        if not self._hotkey.works:
            self._places.tell(self._hotkey.notice())

    def _show_hotkey(self) -> None:
        self._places.icon.show_hotkey(self._hotkey.hotkey.label if self._hotkey.works else "")
        self._places.home.show_hotkey(self._hotkey.notice())

    def _show_pause(self, is_paused: bool, until: datetime | None) -> None:  # noqa: FBT001 - a signal's
        for place in (self._places.icon, self._places.home):
            if is_paused:
                place.show_paused(until)
            else:
                place.show_running()

    def _on_tray_missing(self, was_there: bool) -> None:  # noqa: FBT001 - a signal's
        _log.info("no tray: %s", "gone" if was_there else "none")
        home = self._places.home
        home.show_tray(tray_state(self._tray))
        if not home.isVisible():
            self._is_uncalled = True
            # In the middle of a chat it must not take the keyboard away.
            home.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, was_there)
            home.show()
            home.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)

    def _on_tray_came(self) -> None:
        """Put the icon into the new panel; a window that nobody called goes, unless the agent is in it."""
        _log.info("the tray is there")
        self._places.icon.hide()
        self._places.icon.show()
        home = self._places.home
        home.show_tray(tray_state(self._tray))
        if self._is_uncalled and not home.isActiveWindow():
            home.hide()
        self._is_uncalled = False

    def _on_closed(self) -> None:
        if not self._tray.is_there:
            self.quit_asked.emit()
