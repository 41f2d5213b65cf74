"""The program while it runs: who is connected to whom, and what happens on a change of theme or language."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from quickdesk.app.command_flow import CommandFlow, Hearers, pausing, plainly
from quickdesk.app.delivery_flow import DeliveryFlow, Sent
from quickdesk.app.findings import findings, undoable
from quickdesk.app.habits.sounds import sounds_of
from quickdesk.app.habits.suggest_flow import SuggestFlow, SuggestParts
from quickdesk.app.home_flow import HomeFlow, Places
from quickdesk.app.process.barriers import report_bug
from quickdesk.app.process.language import Translations
from quickdesk.app.tray_flow import TrayFlow
from quickdesk.app.upkeep_flow import UpkeepFlow
from quickdesk.app.wiring import (
    Engine,
    Flows,
    Windows,
    build_edit_flow,
    build_flows,
    build_habits_flow,
    build_reply_flow,
    build_theme,
    build_windows,
)
from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.desktop.facts import examine_this_machine
from quickdesk.desktop.paste.report import PasteReport
from quickdesk.replies.library import Flaw
from quickdesk.replies.render import Undeliverable
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.replies.template import TemplateError
from quickdesk.settings.settings import Settings
from quickdesk.settings.settings import Theme as ThemeChoice
from quickdesk.ui import news
from quickdesk.ui.notice import Notice
from quickdesk.ui.snippet_editor import SnippetEditor
from quickdesk.ui.theme import Theme, apply

_log = logging.getLogger(__name__)


class Session(QObject):
    """One engine, and a screen that is rebuilt when the language changes."""

    ended = Signal()
    _troubled = Signal()

    def __init__(
        self,
        app: QApplication,
        engine: Engine,
        translations: Translations,
        tray: TrayFlow,
    ) -> None:
        super().__init__()
        self._home = HomeFlow(engine.hotkey, engine.pause, tray)
        self._home.quit_asked.connect(self._on_quit_asked)
        self._app, self._engine, self._translations = app, engine, translations
        theme = self._dressed(engine.stores.settings.load())
        self._told_of: StoreProblem | None = None
        self._edit = build_edit_flow(engine, theme)
        self._edit.saved.connect(self._on_saved)
        self._edit.failed.connect(self._on_not_saved)
        self._upkeep = UpkeepFlow(engine.desk, engine.work, engine.backup_in_turn)
        self._windows = self._built_windows(theme)
        self._delivery = DeliveryFlow(engine.paste.paster)
        self._delivery.finished.connect(self._on_finished)
        self._delivery.undeliverable.connect(self._on_undeliverable)
        self._reply = build_reply_flow(engine, self._delivery, self._windows.palette, theme)
        self._reply.unreadable.connect(self._on_undeliverable)
        self._reply.filled.connect(self._on_filled)
        self._habits = build_habits_flow(engine)
        self._suggest = SuggestFlow(SuggestParts(engine.desk.clipboard, engine.desk.advice))
        self._reply.opened.connect(self._habits.on_opened)
        self._reply.searched.connect(self._habits.on_searched)
        self._reply.closed.connect(self._habits.on_closed)
        self._delivery.finished.connect(self._habits.on_finished)
        self._join(theme)
        engine.hotkey.pressed.connect(self._reply.on_hotkey)
        app.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)
        # It is told on the thread that writes, and heard on this one.
        self._troubled.connect(self._on_troubled, Qt.ConnectionType.QueuedConnection)
        engine.stores.on_trouble(self._troubled.emit)
        hearers = Hearers(self._on_data_changed, report_bug)
        self.commands = CommandFlow(engine.desks, self._actions(), hearers)

    # Starting.

    def start(self) -> None:
        """Show the tray icon, take the hotkey, and tell what was found when the data was opened."""
        self._engine.hotkey.start()
        self._upkeep.start()
        self._habits.start()
        found = self._found()
        if found is not None:
            self._windows.home.show()
            self._flows.tell.show(found)
        self._home.start()

    def show_bug(self) -> None:
        """Tell of a bug; may be called from any thread."""
        self._flows.tell.broke.emit()

    def _dressed(self, settings: Settings) -> Theme:
        """Put language and theme of the settings on the application."""
        theme = build_theme(self._app, settings, self._translations.speak(settings.language))
        apply(self._app, theme)
        return theme

    def _built_windows(self, theme: Theme) -> Windows:
        windows = build_windows(self._engine, theme, self._home.tray)
        self._report(windows)
        return windows

    def _report(self, windows: Windows) -> None:
        """Show what is wrong with the data, and whether it can be changed."""
        windows.home.show_banner(self._found())
        windows.tray.show_read_only(is_read_only=self._refusal() is not None)

    def _join(self, theme: Theme) -> None:
        """Build the flows of the windows that stand ready, and connect them."""
        self._flows: Flows = build_flows(self._engine, self._windows, theme)
        self._connect(self._windows, self._flows)
        self._home.use(Places(self._windows.tray, self._windows.home, self._flows.tell.show))

    def _connect(self, windows: Windows, flows: Flows) -> None:
        for source in (windows.tray, windows.home):
            source.palette_requested.connect(self._reply.open)
            source.new_reply_requested.connect(self._edit.create)
            source.settings_requested.connect(flows.settings.open)
            source.quit_requested.connect(self._on_quit_asked)
        self._habits.use_palette(windows.palette)
        self._suggest.use_palette(windows.palette)
        windows.palette.create_requested.connect(self._edit.create)
        windows.palette.edit_requested.connect(self._edit.edit)
        flows.settings.changed.connect(self._on_settings_changed)

    # Replies on their way.

    def _on_finished(self, report: PasteReport, sent: Sent) -> None:
        self._flows.tell.outcome(report, sent.target)

    def _on_undeliverable(self, reason: Undeliverable | TemplateError) -> None:
        self._flows.tell.undeliverable(reason)

    # What changes.

    def _on_data_changed(self, command: str, answer: Answer) -> None:
        self._reply.refresh()
        notice = undoable(command, answer)
        if notice is not None:
            self._flows.tell.show(notice)

    def _on_filled(self, values: dict[str, str]) -> None:
        remember = partial(self._engine.stores.settings.remember, values)
        self._engine.settings_work.do(remember, self._on_remembered)

    def _on_remembered(self, outcome: Exception | None) -> None:
        if isinstance(outcome, StoreError):
            # Only a convenience is lost; the reply itself goes its way.
            _log.warning("field values not kept: %s", outcome.problem.name)
        elif outcome is not None:
            raise outcome

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        if after.paste_keys != before.paste_keys:
            self._engine.paste.paster.use_paste_keys(after.paste_keys)
        if after.sounds != before.sounds:
            self._engine.finder.set_sounds(sounds_of(after))
            self._reply.refresh()
        if after.language is not before.language:
            QTimer.singleShot(0, self, self._rebuild)
        elif (after.theme, after.scale) != (before.theme, before.scale):
            self._wear(after)

    def _on_system_theme_changed(self) -> None:
        settings = self._flows.settings.settings
        if settings.theme is ThemeChoice.SYSTEM:
            self._wear(settings)

    def _wear(self, settings: Settings) -> None:
        theme = self._dressed(settings)
        for part in (self._windows, self._reply, self._edit, self._flows.settings):
            part.set_theme(theme)

    def _rebuild(self) -> None:
        """Say everything again in another language; the settings, where it was chosen, stay open.

        A form, an editor and a reply on its way go on as they are.
        """
        windows, flows = self._windows, self._flows
        theme = self._dressed(flows.settings.settings)
        was_at_home = windows.home.isVisible()
        flows.close()
        windows.close()
        self._windows = self._built_windows(theme)
        self._reply.use_palette(self._windows.palette)
        self._join(theme)
        for part in (self._reply, self._edit):
            part.set_theme(theme)
        self._windows.home.setVisible(was_at_home)
        self._flows.settings.open()

    def _on_saved(self, title: str) -> None:
        self._flows.tell.saved(title)
        self._reply.refresh()

    def _on_not_saved(self, editor: SnippetEditor, reason: StoreError | Flaw) -> None:
        self._flows.tell.not_saved(editor, reason)

    def _on_troubled(self) -> None:
        """Something cannot be saved, whoever wanted it; or it can again."""
        self._report(self._windows)
        refusal = self._refusal()
        if refusal is not None and refusal.problem is not self._told_of:
            self._flows.tell.show(news.read_only(refusal.problem, str(self._engine.folder)))
        self._told_of = None if refusal is None else refusal.problem

    def _found(self) -> Notice | None:
        """Return in words what was wrong with the data when it was opened, and why it cannot be changed."""
        notices = findings(self._engine.stores.report)
        refusal = self._refusal()
        if refusal is not None:
            notices.append(news.read_only(refusal.problem, str(self._engine.folder)))
        if not notices:
            return None
        return replace(notices[0], text="\n".join(dict.fromkeys(notice.text for notice in notices)))

    def _refusal(self) -> StoreError | None:
        """Why no change can be saved: since the start, or since a write went wrong."""
        return self._engine.stores.refusal()

    # Commands from outside.

    def _actions(self) -> dict[str, Any]:
        return {
            "show": plainly(self._on_show_asked),
            "toggle": plainly(self._reply.toggle),
            "hide": plainly(self._on_hide_asked),
            "pause": pausing(self._engine.pause.pause, self._engine.pause.resume),
            "quit": self._quit,
            "doctor": self._examined,
        }

    def _on_show_asked(self) -> None:
        self._reply.open()

    def _on_hide_asked(self) -> None:
        self._reply.hide()

    def _quit(self, _request: Request) -> Answer:
        if not self._edit.leave():
            return problem(Exit.REFUSED, "unsaved-reply")
        QTimer.singleShot(0, self, self._on_quit_asked)
        return done()

    def _on_quit_asked(self) -> None:
        if not self._edit.leave():
            return
        self.settle(self.ended.emit)

    def settle(self, then: Callable[[], None]) -> None:
        """Take the palette away and call ``then`` when no reply is on its way any more; see DeliveryFlow."""
        # Qt asks all windows in sight whether they agree, and an open palette hides instead of closing.
        self._reply.hide()
        self._delivery.settle(then)

    def _examined(self, _request: Request) -> Answer:
        program = {
            "paused": self._engine.pause.is_paused,
            "hotkey": self._engine.hotkey.hotkey.label,
            "hotkey_works": self._engine.hotkey.works,
            "paste": self._engine.paste.choice.chosen.way,
        }
        machine = {
            **examine_this_machine().to_json(),
            "hotkeys": self._engine.hotkeys.choice.to_json(),
            "paste": self._engine.paste.choice.to_json(),
        }
        return done({"folder": str(self._engine.folder), "machine": machine, "program": program})

    # Ending.

    def close(self) -> None:
        """Bring to an end what is under way, then take all windows down."""
        self._upkeep.close()
        self._engine.finish_work()
        self._home.close()
        self._reply.close()
        self._delivery.close()
        self._flows.close()
        self._windows.close()
