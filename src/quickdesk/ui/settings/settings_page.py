"""The page with all settings."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.settings.settings import TEXT_SCALES, Language, Settings, ThemeChoice
from quickdesk.ui import messages
from quickdesk.ui.controls import MarginScrollArea, PushButton
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, NoticeBar, Tone
from quickdesk.ui.settings.customer_rows import add_customer_rows, add_note_rows, add_privacy_rows
from quickdesk.ui.settings.drop_down import DropDown
from quickdesk.ui.settings.forget_part import ForgetPart
from quickdesk.ui.settings.hotkey_box import HotkeyBox
from quickdesk.ui.settings.hotkey_recorder import HotkeyRecorder
from quickdesk.ui.settings.page_grid import PageGrid, TextSource
from quickdesk.ui.settings.paste_keys_editor import PasteKeysEditor
from quickdesk.ui.settings.pinyin_pair_boxes import PinyinPairBoxes
from quickdesk.ui.settings.setting_control import SettingControl
from quickdesk.ui.settings.tick_box import TickBox
from quickdesk.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class SystemInfo:
    """Read-only information for the settings page.

    ``backend_lines`` say how the hotkey and pasting work on this computer; ``programs`` are those that
    replies were sent to.
    """

    backend_lines: tuple[str, ...] = ()
    data_folder: str = ""
    programs: tuple[str, ...] = ()
    version: str = ""
    protection: str = ""
    """How customers are protected."""


class SettingsPage(MarginScrollArea):
    """The page with a control for each setting, and read-only information about this computer."""

    changed = Signal(object)
    """Emitted with the complete new Settings when the user has chosen a value; not for the hotkey."""
    hotkey_requested = Signal(str)
    """Emitted with a recorded hotkey; ``show_hotkey_result`` expects the result."""
    recording_started = Signal()
    """Emitted when the recording of a hotkey starts: the current one must be suspended."""
    recording_ended = Signal()
    """Emitted when the recording of a hotkey ends."""
    folder_requested = Signal()
    """Emitted when the user wants to open the data folder."""
    lexicon_requested = Signal()
    """Emitted when the user wants to edit the shop's own words."""

    protection_requested = Signal()
    """Emitted when the user wants to see or change the protection of customers."""
    retention_requested = Signal()
    """Emitted when the user wants to see what has been kept long enough."""

    forget_requested = Signal()
    """Emitted when the user wants to forget what was learnt; ``show_forgotten`` says that it is done."""

    def __init__(
        self,
        settings: Settings,
        system_info: Callable[[], SystemInfo],
        theme: Theme,
        key_names: KeyNames | None = None,
    ) -> None:
        """``system_info`` returns the information about this computer in the current language."""
        grid = PageGrid()
        super().__init__(grid)
        self._grid = grid
        self._settings, self._system_info, self._key_names = settings, system_info, key_names
        self._controls: dict[str, SettingControl] = {}
        self._parts: list[QHBoxLayout] = []
        self._recorder = HotkeyRecorder(settings.hotkey, theme, key_names)
        self._hotkey_notice = NoticeBar(theme, look="card")
        self._problem = NoticeBar(theme)
        self._backends, self._folder, self._version, self._protection = (_value_label() for _ in range(4))
        self._forget = ForgetPart(theme)
        self._open_folder, self._edit_words, self._protect, self._preview = (PushButton() for _ in range(4))
        self._add_rows(theme)
        self._grid.end()
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
        if notice.tone is Tone.DONE:  # in the place of a hint, so that nothing moves
            self._hide_hotkey_notice()
            self._recorder.show_works(notice.headline)
        else:
            self._hotkey_notice.show_notice(notice)

    def show_problem(self, notice: Notice | None) -> None:
        """Show why the settings could not be saved, None once they were."""
        self._problem.show_notice(notice)

    def show_forgotten(self) -> None:
        """Say that what was learnt is forgotten."""
        self._forget.show_done()

    def reset(self) -> None:
        """Update the page, hide its notices and scroll to the top."""
        self._hide_hotkey_notice()
        self._recorder.set_hotkey(self._settings.hotkey)
        self._problem.show_notice(None)
        self._forget.reset()
        for name, control in self._controls.items():
            control.set_value(getattr(self._settings, name))
        self.update_system_info()
        self.verticalScrollBar().setValue(0)

    def update_system_info(self) -> None:
        """Show the information about this computer as it is now."""
        info = self._system_info()
        self._backends.setText("\n".join(info.backend_lines))
        self._folder.setText(info.data_folder)
        self._version.setText(info.version)
        self._protection.setText(info.protection)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        edge = theme.space(5)
        self.set_margins(QMargins(edge, theme.space(3), edge, edge))
        self._grid.set_theme(theme)
        self._hotkey_column.setSpacing(theme.space(2))
        for row in self._parts:
            row.setSpacing(theme.space(2))
        for part in (self._recorder, self._hotkey_notice, self._problem, self._forget):
            part.set_theme(theme)
        for control in self._controls.values():
            control.set_theme(theme)

    def _add_rows(self, theme: Theme) -> None:
        self._grid.add_wide(self._problem)
        self._grid.add_group(lambda: self.tr("Hotkey"))
        self._grid.add_row(lambda: self.tr("Open the palette"), self._hotkey_part())
        self._grid.add_group(lambda: self.tr("Appearance"))
        self._add("theme", lambda: self.tr("Theme"), DropDown(ThemeChoice, messages.theme_name, theme))
        self._add("language", lambda: self.tr("Language"), DropDown(Language, messages.language_name, theme))
        self._add("text_scale", lambda: self.tr("Text size"), DropDown(TEXT_SCALES, "{} %".format, theme))
        add_note_rows(self._grid, self._add, theme, self._key_names)
        add_customer_rows(self._grid, self._add, theme, self._key_names)
        self._grid.add_group(lambda: self.tr("Search"))
        self._add("similar_sounds", lambda: self.tr("Similar sounds"), PinyinPairBoxes(theme))
        self._grid.add_note(lambda: self.tr("In pinyin, each ticked pair counts as the same sound."))
        self._grid.add_row(lambda: self.tr("Words of the shop"), self._part(None, self._edit_words))
        self._grid.add_note(lambda: self.tr("Words that mean the same in your shop find each other."))
        self._grid.add_group(lambda: self.tr("Learning"))
        self._add("learning", lambda: self.tr("Learn from use"), TickBox(theme))
        self._grid.add_note(
            lambda: self.tr("Replies that are used often come first; forms offer the values used last.")
        )
        self._grid.add_row(lambda: self.tr("What was learnt"), self._forget)
        self._grid.add_note(
            lambda: self.tr(
                "Forgets which replies were used, messages answered and values of fields. "
                "Statistics and backups stay."
            )
        )
        protection, preview = self._part(self._protection, self._protect), self._part(None, self._preview)
        add_privacy_rows(self._grid, self._add, theme, protection, preview)
        self._grid.add_group(lambda: self.tr("Paste keys"))
        self._grid.add_note(
            lambda: self.tr(
                "Add programs that use different keys to paste. "
                "The palette shows a program's name above the search box."
            )
        )
        paste_keys = PasteKeysEditor(theme, lambda: self._system_info().programs)
        self._add("paste_keys", lambda: self.tr("Programs"), paste_keys)
        self._grid.add_group(lambda: self.tr("This computer"))
        self._grid.add_row(lambda: self.tr("In use"), self._backends)
        self._grid.add_row(lambda: self.tr("Data folder"), self._part(self._folder, self._open_folder))
        self._grid.add_row(lambda: self.tr("Version"), self._version)

    def _add(self, name: str, label: TextSource, control: SettingControl) -> None:
        """Add the row of the setting ``name``, an attribute of Settings."""
        control.set_value(getattr(self._settings, name))
        control.chosen.connect(partial(self._change, name))
        if isinstance(control, HotkeyBox):
            control.recording_started.connect(self.recording_started)
            control.recording_ended.connect(self.recording_ended)
        self._controls[name] = control
        self._grid.add_row(label, control)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Settings"))
        self._grid.translate()
        self._open_folder.setText(self.tr("Open folder"))
        self._open_folder.setAccessibleName(self._open_folder.text())
        self._edit_words.setText(self.tr("Edit words"))
        self._edit_words.setAccessibleName(self._edit_words.text())
        self._protect.setText(self.tr("Protection…"))
        self._protect.setAccessibleName(self._protect.text())
        self._preview.setText(self.tr("Preview…"))
        self._preview.setAccessibleName(self._preview.text())
        self._hide_hotkey_notice()  # it is in the previous language
        self.update_system_info()

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

    def _part(self, value: QLabel | None, button: PushButton) -> QWidget:
        """Return a row with ``button`` after ``value``."""
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        if value is None:
            row.addWidget(button)
            row.addStretch(1)
        else:
            row.addWidget(value, 1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._parts.append(row)
        return part

    def _connect(self) -> None:
        self._recorder.recorded.connect(self.hotkey_requested)
        self._recorder.recording_started.connect(self._hide_hotkey_notice)
        self._recorder.recording_started.connect(self.recording_started)
        self._recorder.recording_ended.connect(self.recording_ended)
        self._open_folder.clicked.connect(self.folder_requested)
        self._forget.confirmed.connect(self.forget_requested)
        self._edit_words.clicked.connect(self.lexicon_requested)
        self._protect.clicked.connect(self.protection_requested)
        self._preview.clicked.connect(self.retention_requested)

    def _change(self, name: str, value: object) -> None:
        values: dict[str, Any] = {name: value}
        settings = replace(self._settings, **values)
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
