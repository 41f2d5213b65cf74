"""The main window for desktops without a tray, with what the tray menu offers."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from quickdesk.ui.controls import PushButton
from quickdesk.ui.flow_layout import FlowLayout
from quickdesk.ui.icons import Icon, app_icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, NoticeBar, Tone
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

_WIDTH = 600


class TrayPresence(Enum):
    """Whether there is a system tray."""

    PRESENT = auto()
    ABSENT = auto()
    LOST = auto()
    """Its panel has ended."""


class HomeWindow(QWidget):
    """Shows why it is open, the hotkey or until when it is paused, and problems with the data."""

    resume_requested = Signal()
    acknowledged = Signal()
    """The agent has acknowledged the problem with the data."""
    closed = Signal()
    """The window was closed; the receiver decides whether to quit."""

    def __init__(self, theme: Theme, tray: TrayPresence) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._picture = QLabel()
        self._heading = QLabel()
        self._why = QLabel()
        self._hotkey = NoticeBar(theme, look="card")
        self._working: Notice | None = None
        self._is_paused = False
        self._has_own_size = False
        self._paused_until: datetime | None = None
        self._tray = tray
        self._banner = NoticeBar(theme)
        self._acknowledge = PushButton()
        self._resume = PushButton()
        self._buttons_of: dict[MenuEntry, PushButton] = {}
        self.setWindowIcon(app_icon())
        self._build()
        self._connect()
        self.show_banner(None)
        self.set_theme(theme)
        follow_language(self, self._translate)

    def show_tray(self, tray: TrayPresence) -> None:
        """Show why the window is open: there is no tray, it was lost, or the agent opened the window."""
        self._tray = tray
        reasons = {
            TrayPresence.PRESENT: self.tr("quickdesk stays in the tray when you close this window."),
            TrayPresence.ABSENT: self.tr(
                "This desktop has no tray, so quickdesk shows this window. "
                "Minimise it to keep quickdesk running; closing it quits quickdesk."
            ),
            TrayPresence.LOST: self.tr(
                "The panel with the tray icon has closed, so quickdesk shows this window. "
                "Minimise it to keep quickdesk running; closing it quits quickdesk."
            ),
        }
        self._why.setText(reasons[tray])
        self._fit()

    def show_hotkey(self, notice: Notice) -> None:
        """Show the hotkey, or why there is none and what to do."""
        self._working = notice
        self._show_state()

    def show_paused(self, until: datetime | None) -> None:
        """Show that the hotkey is paused until a local time, None for until it is resumed."""
        self._is_paused, self._paused_until = True, until
        self._show_state()

    def show_running(self) -> None:
        """Show that the hotkey is active."""
        self._is_paused, self._paused_until = False, None
        self._show_state()

    def add_entries(self, entries: Sequence[MenuEntry]) -> None:
        """Add buttons for the entries of all features that have one; called once."""
        for entry in (each for each in entries if each.has_button):
            button = self._buttons_of[entry] = PushButton()
            button.clicked.connect(entry.trigger)
            entry.changed.connect(partial(self._update_button, entry))
            if entry.is_default:
                set_look(button, "primary")
            self._row_of(entry.section).addWidget(button)
            if entry.section is Section.DATA:
                self.setTabOrder(self._acknowledge, button)
            self._update_button(entry)

    def show_banner(self, notice: Notice | None, *, is_to_acknowledge: bool = False) -> None:
        """Show a problem with the data, None if there is none.

        ``is_to_acknowledge`` shows the button to acknowledge it.
        """
        self._banner.show_notice(notice)
        self._acknowledge.setVisible(is_to_acknowledge)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        edge = theme.space(5)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(theme.space(4))
        self._head.setSpacing(theme.space(3))
        self._head_text.setSpacing(theme.space())
        for row in (self._buttons, self._left, self._right, self._data_row):
            row.setSpacing(theme.space(2))
        self._banner_row.setSpacing(theme.space(3))
        self._state_row.setSpacing(theme.space(3))
        self._picture.setPixmap(app_icon().pixmap(theme.space(12)))
        self._hotkey.set_theme(theme)
        self._banner.set_theme(theme)
        self._resume.setIcon(icon(Icon.RESUME, theme))
        self._icon_size = QSize(theme.px(SIZES.icon), theme.px(SIZES.icon))
        for button in (self._resume, *self._buttons_of.values()):
            button.setIconSize(self._icon_size)
        self.setMinimumWidth(theme.px(_WIDTH))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate the entry that has the key."""
        pressed = QKeySequence(event.keyCombination())
        for entry in self._buttons_of:
            if entry.key == pressed:
                entry.trigger()
                return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the height to the texts, and focus the button of the default entry."""
        super().showEvent(event)
        self._fit()
        for entry, button in self._buttons_of.items():
            if entry.is_default:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Record that the agent resized the window."""
        super().resizeEvent(event)
        self._has_own_size |= event.spontaneous() and self.isVisible()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Emit ``closed``."""
        super().closeEvent(event)
        self.closed.emit()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("quickdesk"))
        self.setAccessibleName(self.windowTitle())
        for button, text in (
            (self._acknowledge, self.tr("Got it")),
            (self._resume, self.tr("Resume")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        for entry in self._buttons_of:
            entry.update_text()
        self.show_tray(self._tray)
        self._show_state()

    def _row_of(self, section: Section) -> QLayout:
        if section is Section.DATA:
            return self._data_row
        return self._right if section is Section.PROGRAM else self._left

    def _update_button(self, entry: MenuEntry) -> None:
        button = self._buttons_of[entry]
        button.setText(entry.text())
        button.setAccessibleName(entry.text())
        if not entry.is_default:
            button.setIcon(entry.icon())
            button.setIconSize(self._icon_size)
        button.setEnabled(entry.isEnabled())
        button.setVisible(entry.isVisible())
        self._fit()

    def _show_state(self) -> None:
        self._heading.setText(
            self.tr("quickdesk is paused") if self._is_paused else self.tr("quickdesk is ready")
        )
        self._resume.setVisible(self._is_paused)
        self._hotkey.show_notice(self._pause_notice() if self._is_paused else self._working)
        self._fit()

    def _pause_notice(self) -> Notice:
        headline = self.tr("The hotkey is off until you resume it")
        if self._paused_until is not None:
            time = f"{self._paused_until:%H:%M}"
            headline = self.tr("The hotkey is off until {time}").replace("{time}", time)
        return Notice(Tone.INFO, headline, self.tr("The palette still opens from this window."))

    def _fit(self) -> None:
        """Fit the height to the texts; a larger size set by the agent stays."""
        for layout in (
            self._head_text,
            self._head,
            self._banner_row,
            self._data_row,
            self._state_row,
            self._column,
        ):
            layout.invalidate()  # nested layouts cache the height of the previous texts
        self._column.activate()  # else the window keeps the minimum height of the previous texts
        width = max(self.width() if self.isVisible() else 0, self.minimumWidth())
        height = self._column.heightForWidth(width)
        self.resize(width, max(self.height(), height) if self._has_own_size else height)

    def _build(self) -> None:
        set_look(self._heading, "heading")
        set_look(self._why, "secondary")
        self._why.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._head, self._head_text = QHBoxLayout(), QVBoxLayout()
        self._head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(self._head_text, 1)
        self._head_text.addWidget(self._heading)
        self._head_text.addWidget(self._why)
        self._column.addLayout(self._head)
        self._banner_row = QHBoxLayout()
        self._banner_row.addWidget(self._banner, 1)
        self._banner_row.addWidget(self._acknowledge)
        self._column.addLayout(self._banner_row)
        self._data_row = QHBoxLayout()
        self._data_row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._data_row)
        self._state_row = QHBoxLayout()
        self._state_row.addWidget(self._hotkey, 1)
        self._state_row.addWidget(self._resume)
        self._column.addLayout(self._state_row)
        self._buttons = QHBoxLayout()
        self._left, self._right = FlowLayout(), QHBoxLayout()
        self._buttons.addLayout(self._left, 1)
        self._buttons.addLayout(self._right)
        self._buttons.setAlignment(self._right, Qt.AlignmentFlag.AlignTop)
        self._column.addStretch(1)
        self._column.addLayout(self._buttons)

    def _connect(self) -> None:
        for button, signal in (
            (self._acknowledge, self.acknowledged),
            (self._resume, self.resume_requested),
        ):
            button.clicked.connect(signal.emit)
