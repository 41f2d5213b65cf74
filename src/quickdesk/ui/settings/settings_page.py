"""The page with all settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from quickdesk.settings.settings import SCALES, Language, Settings, SoundPair, ThemeChoice
from quickdesk.ui import messages
from quickdesk.ui.keys.names import KeyNames
from quickdesk.ui.notice import Notice
from quickdesk.ui.notice_bar import NoticeBar
from quickdesk.ui.settings.drop_down import DropDown
from quickdesk.ui.settings.hotkey_recorder import HotkeyRecorder
from quickdesk.ui.settings.page_grid import PageGrid
from quickdesk.ui.settings.paste_keys_editor import PasteKeysEditor
from quickdesk.ui.settings.sound_boxes import SoundBoxes
from quickdesk.ui.theme import Theme
from quickdesk.ui.translated import follow_language


@dataclass(frozen=True, slots=True)
class SystemInfo:
    """Read-only information for the settings page.

    Lines about the active backends, the data folder, and the ``programs`` that replies were sent to.
    """

    backend_lines: tuple[str, ...] = ()
    data_folder: str = ""
    programs: tuple[str, ...] = ()


class SettingsPage(QScrollArea):
    """``changed`` carries complete new settings; their hotkey stays the displayed one."""

    changed = Signal(object)
    hotkey_requested = Signal(str)
    recording_started = Signal()
    recording_ended = Signal()
    folder_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        describe: Callable[[], SystemInfo],
        theme: Theme,
        key_names: KeyNames | None = None,
    ) -> None:
        """``describe`` returns the system information in the current language."""
        super().__init__()
        self._settings, self._describe = settings, describe
        self._recorder = HotkeyRecorder(settings.hotkey, theme, key_names)
        self._hotkey_notice = NoticeBar(theme, look="card")
        self._problem = NoticeBar(theme)
        self._theme_box = DropDown(ThemeChoice, messages.theme_name, theme)
        self._language_box = DropDown(Language, messages.language_name, theme)
        self._scale_box = DropDown(SCALES, lambda scale: f"{scale} %", theme)
        self._sounds = SoundBoxes(settings.sounds, theme)
        self._paste_keys = PasteKeysEditor(settings.paste_keys, theme, describe().programs)
        self._backends, self._folder = _value_label(), _value_label()
        self._open_folder = QPushButton()
        self._open_folder.setAutoDefault(True)
        self._build()
        self._show_choices()
        self._connect()
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def settings(self) -> Settings:
        """The displayed settings."""
        return self._settings

    def show_hotkey_result(self, hotkey: str, notice: Notice) -> None:
        """Show the result of ``hotkey_requested``; ``hotkey`` is the current one."""
        self._settings = replace(self._settings, hotkey=hotkey)
        self._recorder.set_hotkey(hotkey)
        self._hotkey_notice.show_notice(notice)

    def show_problem(self, notice: Notice | None) -> None:
        """Show why the settings could not be saved, None once they were."""
        self._problem.show_notice(notice)

    def reset(self) -> None:
        """Update the page, hide its notices and scroll to the top."""
        self._hide_hotkey_notice()
        self._problem.show_notice(None)
        self._paste_keys.show_table(self._settings.paste_keys, self._describe().programs)
        self._show_system_info()
        self.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._grid.set_theme(theme)
        self._hotkey_column.setSpacing(theme.space(2))
        self._folder_row.setSpacing(theme.space(2))
        for part in (self._recorder, self._hotkey_notice, self._problem, self._sounds, self._paste_keys):
            part.set_theme(theme)
        for box in self._boxes():
            box.set_theme(theme)

    def _build(self) -> None:
        content = QWidget()
        self._grid = PageGrid(content)
        self._grid.add_wide(self._problem)
        self._grid.add_group(lambda: self.tr("Hotkey"))
        self._grid.add_row(lambda: self.tr("Open the palette"), self._hotkey_part())
        self._grid.add_group(lambda: self.tr("Appearance"))
        self._grid.add_row(lambda: self.tr("Theme"), self._theme_box)
        self._grid.add_row(lambda: self.tr("Language"), self._language_box)
        self._grid.add_row(lambda: self.tr("Text size"), self._scale_box)
        self._grid.add_group(lambda: self.tr("Search"))
        self._grid.add_row(lambda: self.tr("Similar sounds"), self._sounds)
        self._grid.add_note(lambda: self.tr("In pinyin, each ticked pair counts as the same sound."))
        self._grid.add_group(lambda: self.tr("Paste keys"))
        self._grid.add_note(
            lambda: self.tr(
                "Add programs that use different keys to paste. "
                "The palette shows a program's name above the search box."
            )
        )
        self._grid.add_row(lambda: self.tr("Programs"), self._paste_keys)
        self._grid.add_group(lambda: self.tr("This computer"))
        self._grid.add_row(lambda: self.tr("In use"), self._backends)
        self._grid.add_row(lambda: self.tr("Data folder"), self._folder_part())
        self._grid.end()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Settings"))
        self._grid.translate()
        self._open_folder.setText(self.tr("Open folder"))
        self._open_folder.setAccessibleName(self._open_folder.text())
        self._hide_hotkey_notice()  # it is in the previous language
        self._show_system_info()

    def _show_system_info(self) -> None:
        now = self._describe()
        self._backends.setText("\n".join(now.backend_lines))
        self._folder.setText(now.data_folder)

    def _hide_hotkey_notice(self) -> None:
        self._hotkey_notice.show_notice(None)

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

    def _connect(self) -> None:
        self._recorder.recorded.connect(self.hotkey_requested)
        self._recorder.recording_started.connect(self._hide_hotkey_notice)
        self._recorder.recording_started.connect(self.recording_started)
        self._recorder.recording_ended.connect(self.recording_ended)
        for box in self._boxes():
            box.activated.connect(self._on_choice_activated)
        self._sounds.changed.connect(self._on_sounds_changed)
        self._paste_keys.changed.connect(self._on_paste_keys_changed)
        self._open_folder.clicked.connect(self.folder_requested)

    def _boxes(self) -> tuple[DropDown, ...]:
        return self._theme_box, self._language_box, self._scale_box

    def _show_choices(self) -> None:
        chosen = (self._settings.theme, self._settings.language, self._settings.scale)
        for box, value in zip(self._boxes(), chosen, strict=True):
            box.set_value(value)

    def _on_choice_activated(self) -> None:
        self._change(
            replace(
                self._settings,
                theme=ThemeChoice(self._theme_box.currentData()),
                language=Language(self._language_box.currentData()),
                scale=int(self._scale_box.currentData()),
            )
        )

    def _on_sounds_changed(self, sounds: frozenset[SoundPair]) -> None:
        self._change(replace(self._settings, sounds=sounds))

    def _on_paste_keys_changed(self, table: Mapping[str, str]) -> None:
        self._change(replace(self._settings, paste_keys=MappingProxyType(dict(table))))

    def _change(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)


def _value_label() -> QLabel:
    """Return a label for a value, which can be selected and copied."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
