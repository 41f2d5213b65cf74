"""The settings: every change holds at once and leaves the window as a whole new value.

A hotkey is different, because only the system knows whether it can be had: the window asks for one and
is told what came of it. The window knows no store and no backend.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from quickdesk.settings.settings import SCALES, Language, Settings, SoundPair
from quickdesk.settings.settings import Theme as ThemeChoice
from quickdesk.ui import words
from quickdesk.ui.fields.drop_down import DropDown
from quickdesk.ui.fields.sound_boxes import SoundBoxes
from quickdesk.ui.hotkey_recorder import HotkeyRecorder
from quickdesk.ui.icons import app_icon
from quickdesk.ui.keys.names import KeyNames
from quickdesk.ui.keys.paste_keys_editor import PasteKeysEditor
from quickdesk.ui.notice import Notice
from quickdesk.ui.notice_bar import NoticeBar
from quickdesk.ui.palette.placement import place_framed, rescale
from quickdesk.ui.theme import Theme, mark

_WIDTH = 600
_HEIGHT = 700
_NAMES_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window shows but cannot change: lines about the backends in use, and the data folder."""

    backend_lines: tuple[str, ...] = ()
    data_folder: str = ""


class SettingsWindow(QWidget):
    """One page of choices."""

    changed = Signal(object)
    hotkey_requested = Signal(str)
    recording_started = Signal()
    recording_ended = Signal()
    folder_requested = Signal()

    def __init__(
        self, settings: Settings, surroundings: Surroundings, theme: Theme, key_names: KeyNames | None = None
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._settings = settings
        self._theme = theme
        self._recorder = HotkeyRecorder(settings.hotkey, theme, key_names)
        self._hotkey_notice = NoticeBar(theme, look="card")
        self._problem = NoticeBar(theme)
        self._theme_box = DropDown({choice: words.theme_name(choice) for choice in ThemeChoice}, theme)
        self._language_box = DropDown({choice: words.language_name(choice) for choice in Language}, theme)
        self._scale_box = DropDown({scale: f"{scale} %" for scale in SCALES}, theme)
        self._paste_keys = PasteKeysEditor(settings.paste_keys, theme)
        self._sounds = SoundBoxes(settings.sounds, theme)
        self._backends = QLabel()
        self._folder = QLabel()
        self._open_folder = QPushButton(self.tr("Open folder"))
        self._close = QPushButton(self.tr("Close"))
        self.setWindowTitle(self.tr("Settings"))
        self.setWindowIcon(app_icon())
        self.setAccessibleName(self.windowTitle())
        self._build()
        self._name()
        self.show_surroundings(surroundings)
        self._show_choices()
        self._connect()
        self.set_theme(theme)

    @property
    def settings(self) -> Settings:
        """The settings as the window shows them now."""
        return self._settings

    def show_hotkey_result(self, hotkey: str, notice: Notice) -> None:
        """Tell what came of a hotkey that was asked for; ``hotkey`` is the one in force now."""
        self._settings = replace(self._settings, hotkey=hotkey)
        self._recorder.set_hotkey(hotkey)
        self._hotkey_notice.show_notice(notice)

    def show_problem(self, notice: Notice | None) -> None:
        """Tell why the settings could not be saved; None once they could."""
        self._problem.show_notice(notice)

    def show_surroundings(self, surroundings: Surroundings) -> None:
        """Show what is in use on this machine now."""
        self._backends.setText("\n".join(surroundings.backend_lines))
        self._folder.setText(surroundings.data_folder)

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor."""
        area = screen.availableGeometry()
        size = QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))
        self.setScreen(screen)
        self.setGeometry(place_framed(area, size))
        self.show()
        self.raise_()
        self.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        before, self._theme = self._theme, theme
        edge = theme.space(5)
        self._page.setContentsMargins(edge, edge, edge, edge)
        self._page.setHorizontalSpacing(theme.space(4))
        self._page.setVerticalSpacing(theme.space(2))
        self._page.setColumnMinimumWidth(0, theme.px(_NAMES_WIDTH))
        self._hotkey_column.setSpacing(theme.space(2))
        self._folder_row.setSpacing(theme.space(2))
        self._foot_row.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        for gap in self._gaps:
            gap.setFixedHeight(theme.space(2))
        for label in self._names_of_controls:
            label.setMinimumHeight(theme.space(7) + 2)  # as high as a line with its frame
        for part in (self._recorder, self._hotkey_notice, self._problem, self._sounds, self._paste_keys):
            part.set_theme(theme)
        for box in (self._theme_box, self._language_box, self._scale_box):
            box.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; there is nothing to lose, every change holds already."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scrolled_page(), 1)
        outer.addWidget(self._foot())

    def _scrolled_page(self) -> QScrollArea:
        content = QWidget()
        self._page = QGridLayout(content)
        self._gaps: list[QWidget] = []
        self._names_of_controls: list[QLabel] = []
        self._page.addWidget(self._problem, 0, 0, 1, 2)
        self._group(self.tr("Hotkey"))
        self._row(self.tr("Open the palette"), self._hotkey_part())
        self._group(self.tr("Appearance"))
        self._row(self.tr("Theme"), self._theme_box)
        self._row(self.tr("Language"), self._language_box)
        self._row(self.tr("Text size"), self._scale_box)
        self._group(self.tr("Search"))
        self._row(self.tr("Similar sounds"), self._sounds)
        self._row("", self._quiet(self.tr("In pinyin, each ticked pair counts as the same sound.")))
        self._group(self.tr("Paste keys"))
        self._row("", self._quiet(self.tr("Add programs that use different keys to paste.")))
        self._row(self.tr("Programs"), self._paste_keys)
        self._group(self.tr("This computer"))
        self._row(self.tr("In use"), self._backends)
        self._row(self.tr("Data folder"), self._folder_part())
        self._page.setRowStretch(self._page.rowCount(), 1)
        self._page.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.windowTitle())
        return area

    def _hotkey_part(self) -> QWidget:
        part = QWidget()
        self._hotkey_column = QVBoxLayout(part)
        self._hotkey_column.setContentsMargins(0, 0, 0, 0)
        self._hotkey_column.addWidget(self._recorder)
        self._hotkey_column.addWidget(self._hotkey_notice)
        part.setFocusProxy(self._recorder)
        return part

    def _folder_part(self) -> QWidget:
        part = QWidget()
        self._folder_row = QHBoxLayout(part)
        self._folder_row.setContentsMargins(0, 0, 0, 0)
        self._folder_row.addWidget(self._folder, 1)
        self._folder_row.addWidget(self._open_folder, 0, Qt.AlignmentFlag.AlignTop)
        return part

    def _group(self, name: str) -> None:
        row = self._page.rowCount()
        if self._gaps or row > 1:
            gap = QWidget()
            self._gaps.append(gap)
            self._page.addWidget(gap, row, 0)
        label = QLabel(name)
        mark(label, "group")
        self._page.addWidget(label, row + 1, 0, 1, 2)

    def _row(self, name: str, content: QWidget) -> None:
        row = self._page.rowCount()
        label = QLabel(name)
        label.setBuddy(content)
        if name:
            content.setAccessibleName(name)
        if not isinstance(content, QLabel):
            self._names_of_controls.append(label)
        self._page.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._page.addWidget(content, row, 1)

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        mark(label, "secondary")
        return label

    def _foot(self) -> QFrame:
        foot = QFrame()
        mark(foot, "raised")
        self._foot_row = QHBoxLayout(foot)
        self._foot_row.addWidget(self._quiet(self.tr("Changes are saved automatically.")), 1)
        self._foot_row.addWidget(self._close)
        return foot

    def _name(self) -> None:
        for label in (self._backends, self._folder):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for button in (self._open_folder, self._close):
            button.setAutoDefault(True)
            button.setAccessibleName(button.text())

    def _connect(self) -> None:
        self._recorder.recorded.connect(self.hotkey_requested)
        self._recorder.recording_started.connect(self._on_recording_started)
        self._recorder.recording_ended.connect(self.recording_ended)
        for box in (self._theme_box, self._language_box, self._scale_box):
            box.activated.connect(self._on_choice_activated)
        self._sounds.changed.connect(self._on_sounds_changed)
        self._paste_keys.changed.connect(self._on_paste_keys_changed)
        self._open_folder.clicked.connect(self.folder_requested)
        self._close.clicked.connect(self.close)

    def _show_choices(self) -> None:
        for box, value in (
            (self._theme_box, self._settings.theme),
            (self._language_box, self._settings.language),
            (self._scale_box, self._settings.scale),
        ):
            box.set_value(value)

    def _on_recording_started(self) -> None:
        self._hotkey_notice.show_notice(None)
        self.recording_started.emit()

    def _on_choice_activated(self) -> None:
        self._change(
            replace(
                self._settings,
                theme=ThemeChoice(self._theme_box.currentData()),
                language=Language(self._language_box.currentData()),
                scale=int(self._scale_box.currentData()),
            )
        )

    def _on_paste_keys_changed(self, table: Mapping[str, str]) -> None:
        self._change(replace(self._settings, paste_keys=MappingProxyType(dict(table))))

    def _on_sounds_changed(self, sounds: frozenset[SoundPair]) -> None:
        self._change(replace(self._settings, sounds=sounds))

    def _change(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)
