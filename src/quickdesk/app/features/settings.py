"""The settings window, and what it changes at once: the hotkey."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from quickdesk import __version__
from quickdesk.app.appearance import Appearance
from quickdesk.app.feature import Feature
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.features.pause import PauseFeature
from quickdesk.app.features.undo import RunCommand, data_notice
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.desktop.own_windows import screen_of
from quickdesk.replies.store import StoreError
from quickdesk.settings.hotkey import HotkeyError
from quickdesk.settings.settings import Settings
from quickdesk.ui import data_notices, messages
from quickdesk.ui.icons import Icon
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

if TYPE_CHECKING:
    from quickdesk.ui.settings.settings_page import SystemInfo
    from quickdesk.ui.settings.settings_window import SettingsWindow


class SettingsFeature(Feature):
    """Opens the settings window, at most one, and saves what is changed in it."""

    lexicon_requested = Signal()
    """The shop's own words for search are to be edited."""
    protection_requested = Signal()
    """The protection of customers is to be seen or changed."""
    retention_requested = Signal()
    """What customers have been kept long enough is to be seen."""

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        hotkey: HotkeyFeature,
        pause: PauseFeature,
        run_command: RunCommand,
    ) -> None:
        super().__init__()
        self._services, self._settings, self._appearance = services, services.settings, appearance
        self._hotkey, self._pause, self._run_command = hotkey, pause, run_command
        self._window: SettingsWindow | None = None
        hotkey.changed.connect(self._on_hotkey_changed)
        self._settings.changed.connect(self._on_saved)
        self._settings.failed.connect(self._on_failed)
        self._entry = MenuEntry(
            Section.WINDOWS, menu_entry.settings, self.open, icon=Icon.SETTINGS, key="Ctrl+,"
        )

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that opens the window."""
        return (self._entry,)

    def open(self) -> None:
        """Show the window, or bring it to the front; it says whether the hotkey works now."""
        self._hotkey.check()
        if self._window is None:
            self._window = self._make_window()
        self._window.open_on(screen_of(None))

    def preload(self) -> None:
        """Import the window."""
        import quickdesk.ui.settings.settings_window  # noqa: F401

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open window."""
        if self._window is not None:
            self._window.set_theme(theme)

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _make_window(self) -> "SettingsWindow":
        from quickdesk.ui.settings.settings_window import SettingsWindow

        window = SettingsWindow(self._settings.current, self._system_info, self._appearance.theme)
        window.changed.connect(self._on_changed)
        window.hotkey_requested.connect(self._on_hotkey_requested)
        window.recording_started.connect(self._pause.hold)
        window.recording_ended.connect(self._pause.release)
        window.folder_requested.connect(self._on_folder_requested)
        window.forget_requested.connect(self._on_forget_requested)
        window.lexicon_requested.connect(self.lexicon_requested)
        window.protection_requested.connect(self.protection_requested)
        window.retention_requested.connect(self.retention_requested)
        return window

    def _system_info(self) -> "SystemInfo":
        from quickdesk.ui.protection.protection_words import protection_notice
        from quickdesk.ui.settings.settings_page import SystemInfo

        platform = self._services.platform
        way = messages.hotkey_way(platform.hotkeys.choice.chosen.way)
        hotkey = way if self._hotkey.works else self._hotkey.notice().headline
        lines = (hotkey, messages.paste_way(platform.paste.choice.chosen.way))
        programs = self._services.delivery.programs
        protection = protection_notice(self._services.commands.protection.status()).headline
        return SystemInfo(lines, str(self._services.folder), programs, __version__, protection)

    def _on_hotkey_changed(self) -> None:
        if self._window is not None:
            self._window.update_system_info()

    def _on_changed(self, settings: Settings) -> None:
        # The registered hotkey counts: it may have been changed while nothing could be saved. The dock may
        # have been moved since the window was opened.
        place = self._settings.requested.dock_place
        self._settings.save(replace(settings, hotkey=str(self._hotkey.hotkey), dock_place=place))

    def _on_saved(self) -> None:
        if self._window is not None:
            self._window.show_problem(None)

    def _on_failed(self, reason: StoreError) -> None:
        if self._window is not None:
            self._window.show_problem(data_notices.store_problem(reason.problem, reason.path))

    def _on_hotkey_requested(self, text: str) -> None:
        self._pause.release()
        try:
            notice = self._hotkey.change(text)
        except HotkeyError:  # the recorder refuses it before
            return
        registered = str(self._hotkey.hotkey)
        if registered != self._settings.requested.hotkey:
            self._settings.save(replace(self._settings.requested, hotkey=registered))
        if self._window is not None:
            self._window.show_hotkey_result(registered, notice)

    def _on_forget_requested(self) -> None:
        self._run_command(Request("forget").to_json(), self._on_forgotten)

    def _on_forgotten(self, reply: dict[str, Any]) -> None:
        answer = Answer.from_json(reply)
        if self._window is not None and answer.exit is Exit.DONE:
            self._window.show_forgotten()
        elif self._window is not None and answer.exit is Exit.DATA:
            self._window.show_problem(data_notice(answer))

    def _on_folder_requested(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.folder)))
