"""The settings window: every change applies at once and is emitted as complete new settings.

A hotkey is only requested, because only the system knows whether it is available; the caller passes the
result to ``show_hotkey_result``. The window does not access store or backends.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.settings.settings import Settings
from quickdesk.ui.controls import PushButton
from quickdesk.ui.icons import app_icon
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice
from quickdesk.ui.placement import open_framed, rescale
from quickdesk.ui.settings.settings_page import SettingsPage, SystemInfo
from quickdesk.ui.theme import Theme, set_look

_WIDTH = 600
_HEIGHT = 700


class SettingsWindow(QWidget):
    """The settings page in a window; the arguments and signals are those of the page."""

    changed = Signal(object)
    hotkey_requested = Signal(str)
    recording_started = Signal()
    recording_ended = Signal()
    folder_requested = Signal()
    forget_requested = Signal()
    lexicon_requested = Signal()
    protection_requested = Signal()
    retention_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        system_info: Callable[[], SystemInfo],
        theme: Theme,
        key_names: KeyNames | None = None,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._was_open = False
        self._theme = theme
        self.setWindowIcon(app_icon())
        self._page = SettingsPage(settings, system_info, theme, key_names)
        self._note, self._close = QLabel(), PushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addWidget(self._foot())
        self._connect()
        self._set_margins()
        follow_language(self, self._translate)

    @property
    def settings(self) -> Settings:
        """The displayed settings."""
        return self._page.settings

    def show_hotkey_result(self, hotkey: str, notice: Notice) -> None:
        """Show the result of ``hotkey_requested``; ``hotkey`` is the current one."""
        self._page.show_hotkey_result(hotkey, notice)

    def show_forgotten(self) -> None:
        """Say that what was learnt is forgotten."""
        self._page.show_forgotten()

    def show_problem(self, notice: Notice | None) -> None:
        """Show why the settings could not be saved, None once they were."""
        self._page.show_problem(notice)

    def update_system_info(self) -> None:
        """Show the information about this computer as it is now."""
        self._page.update_system_info()

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor; when it is opened again its old notices are hidden."""
        if self.isHidden():
            if self._was_open:
                self._page.reset()
            self._was_open = True
        open_framed(self, screen, QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT)))

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        self._set_margins()
        self._page.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; all changes are applied already."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _foot(self) -> QFrame:
        foot = QFrame()
        set_look(foot, "raised")
        set_look(self._note, "secondary")
        self._note.setWordWrap(True)
        self._foot_row = QHBoxLayout(foot)
        self._foot_row.addWidget(self._note, 1)
        self._foot_row.addWidget(self._close)
        return foot

    def _connect(self) -> None:
        self._close.clicked.connect(self.close)
        self._page.changed.connect(self.changed)
        self._page.hotkey_requested.connect(self.hotkey_requested)
        self._page.recording_started.connect(self.recording_started)
        self._page.recording_ended.connect(self.recording_ended)
        self._page.folder_requested.connect(self.folder_requested)
        self._page.forget_requested.connect(self.forget_requested)
        self._page.lexicon_requested.connect(self.lexicon_requested)
        self._page.protection_requested.connect(self.protection_requested)
        self._page.retention_requested.connect(self.retention_requested)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.setAccessibleName(self.windowTitle())
        self._note.setText(self.tr("Changes are saved automatically."))
        self._close.setText(self.tr("Close"))
        self._close.setAccessibleName(self._close.text())

    def _set_margins(self) -> None:
        edge = self._theme.space(5)
        self._foot_row.setContentsMargins(edge, self._theme.space(2), edge, self._theme.space(2))
