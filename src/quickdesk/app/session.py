"""The program while it runs: who is connected to whom, and what happens on a change of theme or language."""

import logging
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from quickdesk.app.appearance import Translations
from quickdesk.app.command_flow import CommandFlow, CommandListeners
from quickdesk.app.data.damage import DamageFlow
from quickdesk.app.data.findings import undoable
from quickdesk.app.data.folder_watch import FolderFlow
from quickdesk.app.data.upkeep import UpkeepFlow
from quickdesk.app.delivery import DeliveryFlow, Sent
from quickdesk.app.doctor import DoctorFlow
from quickdesk.app.features.home import HomeFlow, Places, tray_state
from quickdesk.app.features.undo import UndoFlow
from quickdesk.app.process.barriers import report_bug
from quickdesk.app.quitting import QuitFlow
from quickdesk.app.services import (
    Services,
    build_edit_flow,
    build_habits_flow,
    build_reply_flow,
    build_settings_flow,
    build_suggest_flow,
    build_tell_flow,
    build_theme,
    build_windows,
)
from quickdesk.app.tray_watcher import TrayFlow
from quickdesk.commands.answer import Answer
from quickdesk.commands.command import BoundCommand
from quickdesk.commands.program import action, pausing, program_command
from quickdesk.desktop.paste.report import PasteReport
from quickdesk.replies.library import Flaw
from quickdesk.replies.render import Undeliverable
from quickdesk.replies.running_days import ClockJump
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.replies.template import TemplateError
from quickdesk.search.sounds import sounds_of
from quickdesk.settings.settings import Settings, ThemeChoice
from quickdesk.ui import data_notices, notices
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.notice import Notice
from quickdesk.ui.pasting.paste_filter import PasteFilter
from quickdesk.ui.save_dialog import choose_file
from quickdesk.ui.theme import Theme, apply

_log = logging.getLogger(__name__)


class Session(QObject):
    """The services, the windows and the flows."""

    ended = Signal()
    folder_moved = Signal(bool)
    """Whether the data folder is gone, when that has changed."""
    _troubled = Signal()

    def __init__(
        self,
        app: QApplication,
        services: Services,
        translations: Translations,
        tray: TrayFlow,
    ) -> None:
        super().__init__()
        paster = services.paste.paster
        self._pasting = PasteFilter(app, paster.clipboard_text, paster.selection_text)
        self._app, self._services, self._translations = app, services, translations
        self._tray = tray
        self._told_of: StoreProblem | None = None
        self._programs: dict[str, None] = {}
        theme = self._dressed(services.stores.settings.load())
        self._damage = DamageFlow(services.stores, services.folder, services.work, self._say)
        self._upkeep = UpkeepFlow(services.upkeep_work, services.do_upkeep)
        self._folder = FolderFlow(
            services.stores,
            services.commands.vault,
            services.commands.clock,
            services.folder_work,
            choose_file,
            self._say,
        )
        self._windows = build_windows(services, theme, tray_state(tray))
        self._report_data()
        self._build_flows(theme, tray)
        self._connect_flows()
        self._connect_windows()

    def _build_flows(self, theme: Theme, tray: TrayFlow) -> None:
        services, windows = self._services, self._windows
        self._settings = build_settings_flow(services, theme, lambda: tuple(self._programs))
        self._tell = build_tell_flow(windows, self._settings)
        places = Places(windows.tray, windows.home, self._tell.show)
        self._home = HomeFlow(services.hotkey, services.pause, tray, places)
        self._edit = build_edit_flow(services, theme)
        self._delivery = DeliveryFlow(services.paste.paster)
        self._reply = build_reply_flow(services, self._delivery, windows.palette, theme)
        self._habits = build_habits_flow(services, windows.palette)
        self._suggest = build_suggest_flow(services, windows.palette)
        self.quitting = QuitFlow(self._reply, self._edit, self._delivery, self._folder, self._say)
        self.commands = CommandFlow(
            services.commands,
            self._program_commands(),
            services.command_threads,
            CommandListeners(self._on_data_changed, report_bug),
        )
        self._undo = UndoFlow(
            services.commands.store, services.reading, self.commands.handle, self._say, windows.tray
        )

    def _connect_flows(self) -> None:
        self._damage.changed.connect(self._on_acknowledged)
        self._folder.moved.connect(self.folder_moved)
        self._edit.saved.connect(self._on_saved)
        self._edit.failed.connect(self._on_not_saved)
        self._delivery.finished.connect(self._on_finished)
        self._delivery.undeliverable.connect(self._on_undeliverable)
        self._reply.asking.connect(self._pasting.watch)
        self._reply.unreadable.connect(self._on_undeliverable)
        self._reply.filled.connect(self._on_filled)
        self._home.quit_asked.connect(self.quitting.on_asked)
        self.quitting.ended.connect(self.ended)
        self._settings.changed.connect(self._on_settings_changed)
        self._reply.opened.connect(self._habits.on_opened)
        self._reply.searched.connect(self._habits.on_searched)
        self._reply.closed.connect(self._habits.on_closed)
        self._delivery.finished.connect(self._habits.on_finished)
        self._services.hotkey.pressed.connect(self._reply.on_hotkey)
        self._app.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)
        self._upkeep.clock_jumped.connect(self._on_clock_jumped)
        self._upkeep.failed.connect(self._on_no_backup)
        # It is told on the thread that writes, and heard on this one.
        self._troubled.connect(self._on_troubled, Qt.ConnectionType.QueuedConnection)
        self._services.stores.on_trouble(self._troubled.emit)

    # Starting.

    def start(self) -> None:
        """Show the tray icon, take the hotkey, and tell what was found when the data was opened."""
        self._services.hotkey.start()
        self._upkeep.start()
        self._folder.start()
        self._services.search.index.start()
        self._habits.start()
        found = self._found()
        if found is not None:
            self._windows.home.show()
            self._tell.show(found)
        self._home.start()
        self._undo.refresh()

    @property
    def whereabouts(self) -> Notice:
        """Where the program is and how it is opened, in words."""
        return notices.running(self._services.hotkey.notice(), is_in_tray=self._tray.is_there)

    def greet(self) -> None:
        """Tell an agent who never saw the program where it is."""
        self._say(self.whereabouts)

    def show_bug(self) -> None:
        """Tell of a bug; may be called from any thread."""
        self._tell.broke.emit()

    def _dressed(self, settings: Settings) -> Theme:
        """Put language and theme of the settings on the application."""
        theme = build_theme(self._app, settings, self._translations.speak(settings.language))
        apply(self._app, theme)
        return theme

    def _report_data(self) -> None:
        """Show what is wrong with the data, and whether it can be changed."""
        is_gone = self._folder.is_gone
        self._windows.home.show_banner(
            self._found(), offers_copy=is_gone, is_to_acknowledge=bool(self._damage.notices())
        )
        self._windows.tray.show_read_only(is_read_only=self._refusal() is not None, offers_copy=is_gone)

    def _connect_windows(self) -> None:
        windows = self._windows
        for source in (windows.tray, windows.home):
            source.palette_requested.connect(self._reply.open)
            source.new_reply_requested.connect(self._edit.create)
            source.settings_requested.connect(self._settings.open)
            source.copy_requested.connect(self._folder.save_copy)
            source.quit_requested.connect(self.quitting.on_asked)
        windows.home.acknowledged.connect(self._damage.acknowledge)
        windows.palette.create_requested.connect(self._edit.create)
        windows.palette.edit_requested.connect(self._edit.edit)

    # Replies on their way.

    def _on_finished(self, report: PasteReport, sent: Sent) -> None:
        if sent.target is not None and sent.target.program:
            self._programs[sent.target.program] = None
        self._tell.outcome(report, sent.target)

    def _on_undeliverable(self, reason: Undeliverable | TemplateError) -> None:
        self._tell.undeliverable(reason)

    # What changes.

    def _on_data_changed(self, command: str, answer: Answer) -> None:
        if command == "check":
            self._damage.on_acknowledged()
            return
        self._reply.refresh()
        self._undo.refresh()
        notice = undoable(command, answer)
        if notice is not None:
            self._say(notice)

    def _say(self, notice: Notice) -> None:
        self._tell.show(notice)

    def _on_filled(self, values: dict[str, str]) -> None:
        remember = partial(self._services.stores.settings.remember, values)
        self._services.settings_work.do(remember, self._on_remembered)

    def _on_remembered(self, outcome: Exception | None) -> None:
        if isinstance(outcome, StoreError):
            # Only a convenience is lost; the reply itself goes its way.
            _log.warning("field values not kept: %s", outcome.problem.name)
        elif outcome is not None:
            raise outcome

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        if after.paste_keys != before.paste_keys:
            self._services.paste.paster.use_paste_keys(after.paste_keys)
        if after.sounds != before.sounds:
            self._services.search.desk.set_sounds(sounds_of(after))
            self._reply.refresh()
        if after.language is not before.language:
            self._wear(after)
            self._translate_notices()
        elif (after.theme, after.scale) != (before.theme, before.scale):
            self._wear(after)

    def _on_system_theme_changed(self) -> None:
        settings = self._settings.settings
        if settings.theme is ThemeChoice.SYSTEM:
            self._wear(settings)

    def _wear(self, settings: Settings) -> None:
        theme = self._dressed(settings)
        for part in (self._windows, self._reply, self._edit, self._settings):
            part.set_theme(theme)

    def _translate_notices(self) -> None:
        """Show again what flows told the windows; the own words of windows follow by themselves."""
        self._report_data()
        self._home.translate()
        self._undo.translate()

    def _on_saved(self, title: str) -> None:
        self._tell.saved(title)
        self._reply.refresh()
        self._undo.refresh()

    def _on_not_saved(self, editor: SnippetEditor, reason: StoreError | Flaw) -> None:
        self._tell.not_saved(editor, reason)

    def _on_troubled(self) -> None:
        """Something cannot be saved, whoever wanted it; or it can again."""
        self._report_data()
        refusal = self._refusal()
        if refusal is not None and refusal.problem is not self._told_of:
            self._tell.show(data_notices.read_only(refusal.problem, str(self._services.folder)))
            if self._folder.is_gone:  # what is in memory may be the only copy
                self._home.show_home_quietly()
        if refusal is None and self._told_of is not None:
            self._tell.show(data_notices.saving_again())
            self._settings.retry()
        self._told_of = None if refusal is None else refusal.problem

    def _on_acknowledged(self) -> None:
        self._report_data()

    def _on_clock_jumped(self, jump: ClockJump) -> None:
        self._say(data_notices.clock_jumped(jump.before, jump.after))

    def _on_no_backup(self, reason: StoreError) -> None:
        if reason.problem in (StoreProblem.TOO_LARGE, StoreProblem.DISK_FULL):
            self._say(data_notices.store_problem(reason.problem, reason.path))

    def _found(self) -> Notice | None:
        """Return in words what was wrong with the data when it was opened, and why it cannot be changed."""
        found = self._damage.notices()
        refusal = self._refusal()
        if refusal is not None:
            found.append(data_notices.read_only(refusal.problem, str(self._services.folder)))
        if not found:
            return None
        return replace(found[0], text="\n".join(dict.fromkeys(notice.text for notice in found)))

    def _refusal(self) -> StoreError | None:
        """Why no change can be saved: since the start, or since a write went wrong."""
        return self._services.stores.refusal()

    # Commands that control the program.

    def _program_commands(self) -> dict[str, BoundCommand]:
        return {
            "show": action(self._reply.open),
            "toggle": action(self._reply.toggle),
            "hide": action(self._reply.hide),
            "pause": pausing(self._services.pause),
            "quit": program_command(self.quitting.on_command),
            "doctor": program_command(DoctorFlow(self._services).on_command),
        }

    # Ending.

    def close(self) -> None:
        """Bring to an end what is under way, then take all windows down."""
        self._pasting.close()
        self._upkeep.close()
        self._folder.close()
        self._services.finish_work()
        self._home.close()
        self._reply.close()
        self._delivery.close()
        self._settings.close()
        self._windows.close()
