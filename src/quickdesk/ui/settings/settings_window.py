"""The settings: every change holds at once and leaves the window as a whole new value.

A hotkey is different, because only the system knows whether it can be had: the window asks for one and
is told what came of it. The window knows no store and no backend. In another language it stays where it
is and gets a new page, so that no key that is pressed meanwhile goes to another program.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from quickdesk.settings.settings import Settings
from quickdesk.ui.icons import app_icon
from quickdesk.ui.keys.names import KeyNames
from quickdesk.ui.notice import Notice
from quickdesk.ui.palette.placement import place_framed, rescale
from quickdesk.ui.settings.page_grid import quiet
from quickdesk.ui.settings.settings_page import SettingsPage, Surroundings
from quickdesk.ui.theme import Theme, mark

_WIDTH = 600
_HEIGHT = 700


class SettingsWindow(QWidget):
    """One page of choices. ``describe`` tells, in the language spoken then, what is in use."""

    changed = Signal(object)
    hotkey_requested = Signal(str)
    recording_started = Signal()
    recording_ended = Signal()
    folder_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        describe: Callable[[], Surroundings],
        theme: Theme,
        key_names: KeyNames | None = None,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._was_open = False
        self._describe, self._theme, self._key_names = describe, theme, key_names
        self.setWindowIcon(app_icon())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._fill(settings)

    @property
    def settings(self) -> Settings:
        """The settings as the window shows them now."""
        return self._page.settings

    def show_hotkey_result(self, hotkey: str, notice: Notice) -> None:
        """Tell what came of a hotkey that was asked for; ``hotkey`` is the one in force now."""
        self._page.show_hotkey_result(hotkey, notice)

    def show_problem(self, notice: Notice | None) -> None:
        """Tell why the settings could not be saved; None once they could."""
        self._page.show_problem(notice)

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now; the focus is where it is chosen."""
        self._refill()
        self._column.activate()
        self._page.focus_language()

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor; opened again it says nothing of what was new before."""
        if self.isHidden():
            if self._was_open:
                self._refill()
            self._was_open = True
            area = screen.availableGeometry()
            size = QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))
            self.setScreen(screen)
            self.setGeometry(place_framed(area, size))
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        before, self._theme = self._theme, theme
        self._dress()
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; there is nothing to lose, every change holds already."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _refill(self) -> None:
        settings = self.settings
        for part in (self._page, self._foot):
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._fill(settings)

    def _fill(self, settings: Settings) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.setAccessibleName(self.windowTitle())
        self._page = SettingsPage(settings, self._describe(), self._theme, self._key_names)
        self._foot, self._foot_row = self._made_foot()
        self._column.addWidget(self._page, 1)
        self._column.addWidget(self._foot)
        self._page.changed.connect(self.changed)
        self._page.hotkey_requested.connect(self.hotkey_requested)
        self._page.recording_started.connect(self.recording_started)
        self._page.recording_ended.connect(self.recording_ended)
        self._page.folder_requested.connect(self.folder_requested)
        self._dress()

    def _made_foot(self) -> tuple[QFrame, QHBoxLayout]:
        foot = QFrame()
        mark(foot, "raised")
        row = QHBoxLayout(foot)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(True)
        close.setAccessibleName(close.text())
        close.clicked.connect(self.close)
        row.addWidget(quiet(self.tr("Changes are saved automatically.")), 1)
        row.addWidget(close)
        return foot, row

    def _dress(self) -> None:
        edge = self._theme.space(5)
        self._foot_row.setContentsMargins(edge, self._theme.space(2), edge, self._theme.space(2))
        self._page.set_theme(self._theme)
