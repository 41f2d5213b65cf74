"""The tray icon and the home window: the ways into the program, and the state they show.

The home window replaces a tray that is missing. If the agent has not opened it, it takes no keyboard focus,
and it closes when the tray appears.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication

from quickdesk.app.appearance import Appearance
from quickdesk.app.feature import Feature
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.features.pause import PauseFeature
from quickdesk.app.tray_watcher import TrayWatcher
from quickdesk.ui import messages, notices
from quickdesk.ui.icons import Icon
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.home_window import HomeWindow, TrayPresence
from quickdesk.ui.tray.menu_entry import MenuEntry, Section
from quickdesk.ui.tray.tray_icon import TrayIcon

_log = logging.getLogger(__name__)


class HomeFeature(Feature):
    """Connects the hotkey, its pause and the tray with the icon and the window."""

    quit_requested = Signal()

    def __init__(
        self,
        appearance: Appearance,
        notify: Callable[[Notice], None],
        hotkey: HotkeyFeature,
        pause: PauseFeature,
        tray: TrayWatcher,
    ) -> None:
        super().__init__()
        self._appearance, self._notify = appearance, notify
        self._hotkey, self._pause, self._tray = hotkey, pause, tray
        self._is_automatic = False
        """Whether the window was shown because there is no tray."""
        label = hotkey.hotkey.label if hotkey.works else ""
        self.icon = TrayIcon(label, appearance.theme)
        self.window = HomeWindow(appearance.theme, self._presence())
        self._own_entries = (
            MenuEntry(Section.WINDOWS, menu_entry.show_window, self.show, icon=Icon.WINDOW, has_button=False),
            MenuEntry(Section.PROGRAM, menu_entry.quit_program, self.quit_requested.emit, icon=Icon.QUIT),
        )
        self._all_entries: Sequence[MenuEntry] = ()
        self._connect()
        self._show_hotkey()
        self.icon.show()

    def _connect(self) -> None:
        self._hotkey.changed.connect(self._on_hotkey_changed)
        self._hotkey.came_back.connect(self._on_hotkey_came_back)
        self._pause.changed.connect(self._show_pause)
        self._tray.missing.connect(self._on_tray_missing)
        self._tray.came.connect(self._on_tray_came)
        self.icon.pause_requested.connect(self._pause.pause)
        for source in (self.icon, self.window):
            source.resume_requested.connect(self._pause.resume)
        self.window.closed.connect(self._on_closed)

    @property
    def location_notice(self) -> Notice:
        """A notice about where the program is and how it is opened."""
        return notices.running(self._hotkey.notice(), is_in_tray=self._tray.is_there)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entries that show the window and quit the program."""
        return self._own_entries

    def add_entries(self, entries: Sequence[MenuEntry]) -> None:
        """Add the entries of all features to the tray menu and the window; called once."""
        self._all_entries = sorted(entries, key=lambda entry: entry.section)
        for entry in self._all_entries:
            entry.set_theme(self._appearance.theme)
        self.icon.add_entries(self._all_entries)
        self.window.add_entries(self._all_entries)

    def start(self) -> None:
        """Start watching the tray."""
        self._tray.start()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        for entry in self._all_entries:
            entry.set_theme(theme)
        self.icon.set_theme(theme)
        self.window.set_theme(theme)

    def translate(self) -> None:
        """Show the notice of the hotkey again."""
        self._show_hotkey()

    def close(self) -> None:
        """Remove the icon and close the window."""
        self._tray.close()
        self.icon.close()
        self.window.hide()
        self.window.deleteLater()

    def show(self) -> None:
        """Bring the window to the front, because the agent opens it."""
        self._is_automatic = False
        self.window.show_tray(self._presence())
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def show_inactive(self) -> None:
        """Show the window and leave the keyboard focus where it is."""
        if not self.window.isVisible():
            self.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.window.show()
            self.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    def _presence(self) -> TrayPresence:
        if self._tray.is_there:
            return TrayPresence.PRESENT
        return TrayPresence.LOST if self._tray.was_there else TrayPresence.ABSENT

    def _on_hotkey_changed(self) -> None:
        self._show_hotkey()
        if not self._hotkey.works:
            self._notify(self._hotkey.notice())

    def _on_hotkey_came_back(self) -> None:
        if not self._pause.is_paused:
            self._notify(messages.hotkey_works_again(self._hotkey.hotkey.label))

    def _show_hotkey(self) -> None:
        self.icon.show_hotkey(self._hotkey.hotkey.label if self._hotkey.works else "")
        self.window.show_hotkey(self._hotkey.notice())

    def _show_pause(self, is_paused: bool, until: datetime | None) -> None:  # noqa: FBT001 - of a signal
        for view in (self.icon, self.window):
            if is_paused:
                view.show_paused(until)
            else:
                view.show_running()

    def _on_tray_missing(self, was_there: bool) -> None:  # noqa: FBT001 - of a signal
        _log.info("no tray: %s", "gone" if was_there else "none")
        self.window.show_tray(self._presence())
        if self.window.isVisible():
            return
        self._is_automatic = True
        # In the middle of a chat or in the palette the window must not take the keyboard focus.
        if was_there or QApplication.activeWindow() is not None:
            self.show_inactive()
        else:
            self.window.show()

    def _on_tray_came(self) -> None:
        """Show the icon in the new panel; close a window that the agent has not opened and does not use."""
        _log.info("the tray is there")
        self.icon.hide()
        self.icon.show()
        self.window.show_tray(self._presence())
        if self._is_automatic and not self.window.isActiveWindow():
            self.window.hide()
        self._is_automatic = False

    def _on_closed(self) -> None:
        if not self._tray.is_there:
            self.quit_requested.emit()
