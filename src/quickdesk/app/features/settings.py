"""Settings, from the window to the disk and to everything that follows them, at once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QScreen

from quickdesk.app.features.hotkey import HotkeyFlow
from quickdesk.app.features.pause import PauseFlow
from quickdesk.app.process.work import Work
from quickdesk.replies.store import StoreError
from quickdesk.settings.hotkey import HotkeyError
from quickdesk.settings.settings import Settings, SettingsStore
from quickdesk.ui import data_notices
from quickdesk.ui.settings.settings_window import SettingsWindow
from quickdesk.ui.theme import Theme

MakeSettingsWindow = Callable[[Settings, Theme], SettingsWindow]


@dataclass(frozen=True, slots=True)
class SettingsLocation:
    """Where the window opens, and which folder its button opens."""

    screen: Callable[[], QScreen]
    folder: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where the settings are kept, and who brings them there."""

    store: SettingsStore
    work: Work


class SettingsFlow(QObject):
    """One settings window at a time."""

    changed = Signal(object, object)
    """The Settings before and after a change that is on the disk."""

    def __init__(
        self,
        keeping: Keeping,
        hotkey: HotkeyFlow,
        pause: PauseFlow,
        make_window: MakeSettingsWindow,
        location: SettingsLocation,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._keeping, self._hotkey, self._pause = keeping, hotkey, pause
        self._make_window, self._location = make_window, location
        self._settings = self._wanted = keeping.store.load()
        self._under_way = 0
        self._not_saved: Settings | None = None
        self._window: SettingsWindow | None = None

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        if self._window is None:
            self._window = self._make_window(self._settings, self._theme)
            self._window.changed.connect(self._on_changed)
            self._window.hotkey_requested.connect(self._on_hotkey_requested)
            self._window.recording_started.connect(self._on_recording_started)
            self._window.recording_ended.connect(self._on_recording_ended)
            self._window.folder_requested.connect(self._on_folder_requested)
        self._window.open_on(self._location.screen())

    def retry(self) -> None:
        """Save what could not be saved before, now that it can be."""
        if self._not_saved is not None:
            self._save(self._not_saved)

    def set_theme(self, theme: Theme) -> None:
        """Dress an open window, and the next one, in another theme."""
        self._theme = theme
        if self._window is not None:
            self._window.set_theme(theme)

    def close(self) -> None:
        """Let the window go for good."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _on_changed(self, settings: Settings) -> None:
        # The hotkey is the one in force: it may have been taken while nothing could be saved.
        self._save(replace(settings, hotkey=str(self._hotkey.hotkey)))

    def _save(self, settings: Settings) -> None:
        """Bring settings to the disk; they are in force when they are there."""
        self._wanted = settings
        self._under_way += 1
        self._keeping.work.do(partial(self._keeping.store.save, settings), partial(self._on_told, settings))

    def _on_told(self, settings: Settings, outcome: Exception | None) -> None:
        self._under_way -= 1
        if outcome is not None and not self._under_way:
            self._wanted = self._settings
        self._not_saved = settings if isinstance(outcome, StoreError) else None
        if isinstance(outcome, StoreError):
            if self._window is not None:
                self._window.show_problem(data_notices.store_problem(outcome.problem, outcome.path))
            return
        if outcome is not None:
            raise outcome
        before, self._settings = self._settings, settings
        if self._window is not None:
            self._window.show_problem(None)
        self.changed.emit(before, settings)

    def _on_hotkey_requested(self, text: str) -> None:
        self._pause.release()
        try:
            notice = self._hotkey.change(text)
        except HotkeyError:  # the recorder refuses these before they come here
            return
        in_force = str(self._hotkey.hotkey)
        if in_force != self._wanted.hotkey:
            self._save(replace(self._wanted, hotkey=in_force))
        if self._window is not None:
            self._window.show_hotkey_result(in_force, notice)

    def _on_recording_started(self) -> None:
        self._pause.hold()

    def _on_recording_ended(self) -> None:
        self._pause.release()

    def _on_folder_requested(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._location.folder))
