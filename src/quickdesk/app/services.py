"""The construction site of the tray program: everything is built here, once, and nothing is decided."""

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from quickdesk.app.command_flow import CommandThreads
from quickdesk.app.delivery import DeliveryFlow
from quickdesk.app.features.edit import EditFlow
from quickdesk.app.features.habits import HabitParts, HabitsFlow
from quickdesk.app.features.hotkey import HotkeyFlow
from quickdesk.app.features.notifications import TellFlow
from quickdesk.app.features.parts import Question, ReplyParts, ReplySource
from quickdesk.app.features.pause import PauseFlow
from quickdesk.app.features.reply import ReplyFlow
from quickdesk.app.features.settings import Keeping, SettingsFlow, SettingsLocation
from quickdesk.app.features.suggest import SuggestFlow, SuggestParts
from quickdesk.app.process.work import Work
from quickdesk.app.searching.index_maintenance import IndexFlow
from quickdesk.app.searching.search_service import SearchDesk
from quickdesk.app.searching.waiting_advice import WaitingAdvice
from quickdesk.command_services import SystemClock, command_services
from quickdesk.commands.library_advice import LibraryAdvice
from quickdesk.commands.machine import ways_to_a_hotkey
from quickdesk.commands.registry import CommandServices
from quickdesk.commands.upkeep import do_upkeep
from quickdesk.desktop.facts import real_probes
from quickdesk.desktop.hotkeys.choose_hotkeys import ChosenHotkeys, choose_hotkeys
from quickdesk.desktop.monitors import monitor_of
from quickdesk.desktop.paste.choose_paster import ChosenPaster, choose_paster
from quickdesk.desktop.paste.ways import paste_choice
from quickdesk.desktop.ports.target import Target
from quickdesk.desktop.taskbar import keep_off_taskbar
from quickdesk.replies.running_days import RunningDays
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.sounds import sounds_of
from quickdesk.settings.settings import Language, Settings
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.storage.open import Stores
from quickdesk.storage.search_cache.builder import IndexBuilder
from quickdesk.storage.search_cache.cache import INDEX_FOLDER
from quickdesk.ui import notices
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.settings.settings_page import SystemInfo
from quickdesk.ui.settings.settings_window import SettingsWindow
from quickdesk.ui.theme import Theme, choose, system_is_dark
from quickdesk.ui.toast import Toast
from quickdesk.ui.tray.home_window import HomeWindow, TrayPresence
from quickdesk.ui.tray.tray_icon import TrayIcon


@dataclass(frozen=True, slots=True)
class Search:
    """The search: ``desk`` owns finder and advice, ``waiting`` waits for them where a command asks."""

    desk: SearchDesk
    waiting: Work
    index: IndexFlow
    advice: LibraryAdvice


@dataclass(frozen=True, slots=True)
class Services:
    """The services without a user interface: data, search, hotkeys, pasting."""

    folder: Path
    stores: Stores
    commands: CommandServices
    search: Search
    hotkeys: ChosenHotkeys
    hotkey: HotkeyFlow
    pause: PauseFlow
    paste: ChosenPaster
    work: Work
    reading: Work
    settings_work: Work
    folder_work: Work
    upkeep_work: Work

    @property
    def command_threads(self) -> CommandThreads:
        """The threads that commands run on."""
        return CommandThreads(self.work, self.reading, self.search.waiting)

    def finish_work(self) -> None:
        """Return when all that was begun is on the disk and told of."""
        # What is read may become a change, so reading ends first; the search last: all others may ask it.
        others = (
            self.search.index,
            self.reading,
            self.work,
            self.settings_work,
            self.folder_work,
            self.upkeep_work,
            self.search.waiting,
        )
        for each in (*others, self.search.desk):
            each.close()

    def do_upkeep(self) -> RunningDays | None:
        """Count the day, back up and delete what is due; None while nothing can be written."""
        # A disk that was full at the start may have room since.
        is_read_only = self.stores.report.is_read_only and self.stores.refusal() is not None
        return None if is_read_only else do_upkeep(self.commands.library, backs_up=True)

    def close(self) -> None:
        """Let go of keys, connections and the data folder."""
        self.finish_work()
        self.hotkeys.hotkeys.close()
        self.paste.close()
        self.stores.close()


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows that stand ready all the time."""

    palette: Palette
    toast: Toast
    home: HomeWindow
    tray: TrayIcon

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        for window in (self.palette, self.toast, self.home, self.tray):
            window.set_theme(theme)

    def close(self) -> None:
        """Go for good."""
        self.tray.close()
        for window in (self.palette, self.toast, self.home):
            window.hide()
            window.deleteLater()


def build_services(folder: Path, stores: Stores, environment: Mapping[str, str]) -> Services:
    """Build what the program works with; needs a QApplication."""
    settings = stores.settings.load()
    paste = choose_paster(paste_choice(environment, sys.platform, shutil.which), settings.paste_keys)
    hotkeys = choose_hotkeys(ways_to_a_hotkey(real_probes(environment)))
    clock = SystemClock()
    finder, searching = LibraryFinder(), _work("search")
    search, advice = SearchDesk(finder, searching), LibraryAdvice(finder)
    waiting_advice, clipboard = WaitingAdvice(advice, searching), paste.paster.clipboard_text
    commands = command_services(folder, stores, search, waiting_advice, clipboard, clock)
    builder = IndexBuilder(folder / INDEX_FOLDER, stores.look_for_folder)
    search.set_sounds(sounds_of(settings))
    search.begin_with(stores.snippets.snippets(), builder.kept)
    index = IndexFlow(search, builder, _work("index"))
    parts = Search(search, _work("answers"), index, advice)
    flows = (HotkeyFlow(hotkeys.hotkeys, settings.hotkey), PauseFlow(hotkeys.hotkeys, clock))
    works = (_work("changes"), _work("reading"), _work("settings"), _work("folder"), _work("upkeep"))
    return Services(folder, stores, commands, parts, hotkeys, *flows, paste, *works)


def _work(name: str) -> Work:
    return Work(ThreadWorker(name))


def build_theme(app: QApplication, settings: Settings, language: Language) -> Theme:
    """Return the theme for the settings on this system."""
    tokens = choose(settings.theme, system_is_dark=system_is_dark(app))
    return Theme(tokens, settings.scale, traditional=language is Language.TRADITIONAL)


def build_windows(services: Services, theme: Theme, tray: TrayPresence) -> Windows:
    """Build the windows that stand ready."""
    label = services.hotkey.hotkey.label if services.hotkey.works else ""
    composited = QGuiApplication.platformName() != "xcb" or _has_compositor()
    palette = Palette(theme, is_composited=composited)
    handle = palette.windowHandle()
    if handle is not None:
        keep_off_taskbar(handle)
    return Windows(
        palette=palette,
        toast=Toast(theme, QTimer(), is_composited=composited),
        home=HomeWindow(theme, tray),
        tray=TrayIcon(label, theme),
    )


def build_settings_flow(
    services: Services, theme: Theme, programs: Callable[[], tuple[str, ...]]
) -> SettingsFlow:
    """Build the settings; ``programs`` returns those that replies went to."""

    def describe() -> SystemInfo:
        ways = (services.hotkeys.choice.chosen.way, services.paste.choice.chosen.way)
        lines = (notices.hotkey_way(ways[0]), notices.paste_way(ways[1]))
        return SystemInfo(lines, str(services.folder), programs())

    def make_settings_window(settings: Settings, theme: Theme) -> SettingsWindow:
        return SettingsWindow(settings, describe, theme)

    return SettingsFlow(
        Keeping(services.stores.settings, services.settings_work),
        services.hotkey,
        services.pause,
        make_settings_window,
        SettingsLocation(lambda: screen_of(None), str(services.folder)),
        theme,
    )


def build_tell_flow(windows: Windows, settings: SettingsFlow) -> TellFlow:
    """Build the flow that speaks through these windows."""
    return TellFlow(windows.toast, screen_of, lambda: settings.settings)


def build_reply_flow(services: Services, delivery: DeliveryFlow, palette: Palette, theme: Theme) -> ReplyFlow:
    """Build the way of a reply from the palette to the chat box."""
    commands = services.commands
    remembered = services.stores.settings.field_values
    source = ReplySource(commands.store, commands.clock, commands.clipboard, remembered)
    parts = ReplyParts(source, services.search.desk, services.paste.windows, delivery, _form, screen_of)
    return ReplyFlow(parts, palette, theme)


def build_habits_flow(services: Services, palette: Palette) -> HabitsFlow:
    """Build what learns from the agent's choices."""
    snippets, report = services.stores.snippets, services.stores.report

    def reply_ids() -> set[str] | None:
        if report.is_read_only or report.recoveries or report.losses or report.foreign:
            return None
        return {snippet.id for snippet in (*snippets.snippets(), *snippets.removed())}

    parts = HabitParts(
        services.stores.habits(),
        services.settings_work,
        services.search.desk,
        services.search.advice,
        services.commands.clock,
        reply_ids,
    )
    return HabitsFlow(parts, palette)


def build_suggest_flow(services: Services, palette: Palette) -> SuggestFlow:
    """Build the suggestions for a copied message."""
    parts = SuggestParts(services.commands.clipboard, services.search.desk, services.search.advice)
    return SuggestFlow(parts, palette)


def build_edit_flow(services: Services, theme: Theme) -> EditFlow:
    """Build the editing of replies."""
    commands = services.commands
    return EditFlow(
        commands.library, commands.new_id, services.work, SnippetEditor, lambda: screen_of(None), theme
    )


def _form(question: Question, theme: Theme) -> FieldForm:
    form = FieldForm(question.title, question.boxes, question.preview, theme, question.program)
    form.show_window(question.window)
    return form


def screen_of(target: Target | None) -> QScreen:
    """Return the monitor of a window, else the one with the pointer."""
    geometry = target.geometry if target is not None else None
    return monitor_of(None if geometry is None else QRect(*geometry))


def _has_compositor() -> bool:
    """Say whether X blends windows, so that rounded corners and shadows can be seen through."""
    from quickdesk.desktop.x11.connection import open_display  # python-xlib is there on Linux only

    display = open_display()
    try:
        atom = display.intern_atom(f"_NET_WM_CM_S{display.get_default_screen()}")
        return bool(display.get_selection_owner(atom))
    finally:
        display.close()
