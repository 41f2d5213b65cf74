"""The tray icon and its menu; its shape and tool tip show whether the hotkey is active."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from quickdesk.packaged import packaged
from quickdesk.ui.icons import Icon, icon, tray_icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

_SIZES = (16, 20, 22, 24, 32, 48, 64)
_QUARTER = timedelta(minutes=15)
_HOUR = timedelta(hours=1)


class TrayState(StrEnum):
    """The states that the icon shows."""

    NORMAL = "normal"
    PAUSED = "paused"
    READ_ONLY = "read-only"
    """Replies can be used, but changes cannot be saved."""


def state_icon(state: TrayState) -> QIcon:
    """Return the icon of a state; its shape changes, not only its colour."""
    if state is not TrayState.READ_ONLY:
        return tray_icon(is_paused=state is TrayState.PAUSED)
    drawing = QIcon(str(packaged("resources", "icons", "tray-read-only.svg")))
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(drawing.pixmap(size))
    return made


class TrayIcon(QSystemTrayIcon):
    """The tray icon; ``pause_requested`` carries a timedelta, None for until it is resumed."""

    pause_requested = Signal(object)
    resume_requested = Signal()

    def __init__(self, hotkey_label: str, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hotkey_label = hotkey_label
        self._is_paused = False
        self._paused_until: datetime | None = None
        self._is_read_only = False
        self._menu = QMenu()
        self._entries: Sequence[MenuEntry] = ()
        self._build()
        self.set_theme(theme)
        self.setContextMenu(self._menu)
        self.activated.connect(self._on_activated)
        follow_language(self._menu, self._translate)

    @property
    def state(self) -> TrayState:
        """The displayed state; a pause has priority over read-only data."""
        if self._is_paused:
            return TrayState.PAUSED
        return TrayState.READ_ONLY if self._is_read_only else TrayState.NORMAL

    def show_hotkey(self, label: str) -> None:
        """Show the label of the hotkey, empty if there is none."""
        self._hotkey_label = label
        self._show_state()

    def show_paused(self, until: datetime | None) -> None:
        """Show that the hotkey is paused until a local time, None for until it is resumed."""
        self._is_paused, self._paused_until = True, until
        self._show_state()

    def show_running(self) -> None:
        """Show that the hotkey is active."""
        self._is_paused, self._paused_until = False, None
        self._show_state()

    def show_read_only(self, *, is_read_only: bool) -> None:
        """Show whether the data is read-only."""
        self._is_read_only = is_read_only
        self._show_state()

    def add_entries(self, entries: Sequence[MenuEntry]) -> None:
        """Add the entries of all features, sorted by their sections, to the menu; called once."""
        self._entries = entries
        pause = self._pause.menuAction()
        for section in Section:
            found = [entry for entry in entries if entry.section is section and entry.is_in_tray]
            if found and section > Section.PAUSE:
                self._menu.addSeparator()
            for entry in found:
                if section < Section.PAUSE:
                    self._menu.insertAction(pause, entry)
                else:
                    self._menu.addAction(entry)
                if entry.is_default:
                    self._menu.setDefaultAction(entry)
            if found and section < Section.PAUSE:
                self._menu.insertSeparator(pause)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of the menu; the icon itself fits every panel."""
        self._pause.setIcon(icon(Icon.PAUSE, theme))
        self._resume.setIcon(icon(Icon.RESUME, theme))
        for action in (self._quarter, self._hour):
            action.setIcon(icon(Icon.CLOCK, theme))
        self._open_end.setIcon(icon(Icon.PAUSE, theme))

    def close(self) -> None:
        """Remove the icon from the tray and delete it with its menu."""
        self.hide()
        self._menu.deleteLater()
        self.deleteLater()

    def _build(self) -> None:
        self._pause = self._menu.addMenu("")
        self._quarter = self._pause.addAction("", self._on_quarter_chosen)
        self._hour = self._pause.addAction("", self._on_hour_chosen)
        self._open_end = self._pause.addAction("", self._on_open_end_chosen)
        self._resume = self._menu.addAction("", self.resume_requested.emit)

    def _translate(self) -> None:
        self._menu.setAccessibleName(self.tr("quickdesk"))
        self._pause.setTitle(self.tr("Pause the hotkey"))
        self._quarter.setText(self.tr("For 15 minutes"))
        self._hour.setText(self.tr("For 1 hour"))
        self._open_end.setText(self.tr("Until I resume it"))
        for entry in self._entries:
            entry.update_text()
        self._show_state()

    def _show_state(self) -> None:
        self.setIcon(state_icon(self.state))
        self._pause.menuAction().setVisible(not self._is_paused)
        self._resume.setVisible(self._is_paused)
        self._resume.setText(self._resume_line())
        lines = [self.tr("quickdesk"), self._hotkey_line()]
        if self._is_read_only:
            lines.append(self.tr("read-only: changes cannot be saved"))
        self.setToolTip("\n".join(lines))

    def _resume_line(self) -> str:
        if self._paused_until is None:
            return self.tr("Resume the hotkey")
        line = self.tr("Resume the hotkey (paused until {time})")
        return line.replace("{time}", f"{self._paused_until:%H:%M}")

    def _hotkey_line(self) -> str:
        if self._is_paused and self._paused_until is not None:
            return self.tr("paused until {time}").replace("{time}", f"{self._paused_until:%H:%M}")
        if self._is_paused:
            return self.tr("paused until you resume")
        if self._hotkey_label:
            return self.tr("{keys} opens the palette").replace("{keys}", self._hotkey_label)
        return self.tr("no hotkey available; click to open the palette")

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        default = self._menu.defaultAction()
        if reason is QSystemTrayIcon.ActivationReason.Trigger and default is not None:
            default.trigger()

    def _on_quarter_chosen(self) -> None:
        self.pause_requested.emit(_QUARTER)

    def _on_hour_chosen(self) -> None:
        self.pause_requested.emit(_HOUR)

    def _on_open_end_chosen(self) -> None:
        self.pause_requested.emit(None)
