"""The program while it runs: the list of its features, which it starts, themes, asks and closes."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from quickdesk.app.appearance import Appearance, Translations
from quickdesk.app.command_runner import CommandListeners, CommandRunner
from quickdesk.app.customers.cases import CasesFeature
from quickdesk.app.customers.choose import ChooseCustomerFeature
from quickdesk.app.customers.dock import CustomerDockFeature
from quickdesk.app.customers.erasing import RetentionFeature
from quickdesk.app.customers.protection import ProtectionFeature
from quickdesk.app.customers.quick_note import QuickNoteFeature
from quickdesk.app.customers.search import CustomerSearchFeature
from quickdesk.app.customers.strip import CustomerStripFeature
from quickdesk.app.customers.timeline import CustomerTimelineFeature
from quickdesk.app.customers.window import CustomerWindowFeature
from quickdesk.app.delivery import DeliveryQueue
from quickdesk.app.feature import Feature, Veto
from quickdesk.app.features.data import DataFeature
from quickdesk.app.features.doctor import DoctorFeature
from quickdesk.app.features.drafts import DraftsFeature
from quickdesk.app.features.edit import EditFeature
from quickdesk.app.features.facts import FactsFeature
from quickdesk.app.features.habits import HabitsFeature
from quickdesk.app.features.home import HomeFeature
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.features.keyboard import KeyboardFeature
from quickdesk.app.features.lexicon import LexiconFeature
from quickdesk.app.features.notifications import Notifications
from quickdesk.app.features.pause import PauseFeature
from quickdesk.app.features.pins import PinsFeature
from quickdesk.app.features.remember import RememberFeature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.features.settings import SettingsFeature
from quickdesk.app.features.suggest import SuggestFeature
from quickdesk.app.features.undo import UndoFeature
from quickdesk.app.process.errors import report_exception
from quickdesk.app.process.requests import IsGone, TakeAnswer, never
from quickdesk.app.services import Services
from quickdesk.app.tray_watcher import TrayWatcher
from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.program import program_command
from quickdesk.settings.settings import Settings, ThemeChoice
from quickdesk.ui import notices
from quickdesk.ui.notice import Notice

PRELOAD_MS = 500
"""When windows that are not shown at the start are imported, so that the first ones do not wait for them."""


class Quitting(QObject):
    """Asks the features whether the program may quit, and waits for the last reply."""

    begun = Signal()
    """The program quits; a new start must wait for the end instead of sending it commands."""
    ended = Signal()
    """Nothing is under way any more."""

    def __init__(
        self, features: Sequence[Feature], delivery: DeliveryQueue, notify: Callable[[Notice], None]
    ) -> None:
        """``notify`` shows why the program does not quit."""
        super().__init__()
        self._features, self._delivery, self._notify = features, delivery, notify

    def request(self) -> None:
        """Quit, unless a feature objects."""
        if self._veto() is None:
            self.settle(self.ended.emit)

    def on_command(self, _request: Request) -> Answer:
        """Quit after the answer to the command ``quit``, unless a feature objects."""
        veto = self._veto()
        if veto is not None:
            return problem(Exit.REFUSED, veto.problem)
        QTimer.singleShot(0, self, self.request)
        return done()

    def settle(self, then: Callable[[], None]) -> None:
        """Call ``then`` when no reply is under way any more; see :meth:`DeliveryQueue.settle`."""
        self.begun.emit()
        self._delivery.settle(then)

    def _veto(self) -> Veto | None:
        """Return the first veto of a feature, and show its notice."""
        for feature in self._features:
            veto = feature.before_quit()
            if veto is not None:
                if veto.notice is not None:
                    self._notify(veto.notice)
                return veto
        return None


class Session(QObject):
    """Builds the features, and passes to all of them what concerns all of them."""

    folder_moved = Signal(bool)
    """Whether the data folder is gone, when that has changed."""

    def __init__(
        self, app: QApplication, services: Services, translations: Translations, tray: TrayWatcher
    ) -> None:
        super().__init__()
        self._services = services
        self._appearance = Appearance(app, translations, services.settings.current)
        self.features = self._build_features(app, tray)
        for feature in self.features:
            feature.setParent(self)
        self.quitting = Quitting(self.features, services.delivery, self._notifications.show)
        self._home.quit_requested.connect(self.quitting.request)
        entries = [entry for each in self.features for entry in each.entries]
        self._home.add_entries(entries)
        self._reply.palette.add_entries(sorted(entries, key=lambda entry: entry.section))
        self.commands = CommandRunner(
            services.commands,
            {"quit": program_command(self.quitting.on_command)}
            | {name: command for each in self.features for name, command in each.commands.items()},
            services.command_threads,
            CommandListeners(self._on_command_done, report_exception),
        )
        self._preload = QTimer(self, singleShot=True, interval=PRELOAD_MS)
        self._preload.timeout.connect(partial(self._preload_next, iter(self.features)))
        services.settings.changed.connect(self._on_settings_changed)
        app.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)

    def _build_features(self, app: QApplication, tray: TrayWatcher) -> tuple[Feature, ...]:
        """Build all features; a feature is built after those that it is connected with."""
        services, appearance = self._services, self._appearance
        self._notifications = notifications = Notifications(services, appearance)
        notify = notifications.show
        hotkeys = services.platform.hotkeys.hotkeys
        hotkey = HotkeyFeature(hotkeys, services.settings.current.hotkey)
        pause = PauseFeature(hotkeys, services.commands.clock)
        self._home = home = HomeFeature(appearance, notify, hotkey, pause, tray)
        self._reply = reply = ReplyFeature(app, services, appearance, notify, hotkey)
        data = DataFeature(services, notify, home)
        data.folder_moved.connect(self.folder_moved)
        settings = SettingsFeature(services, appearance, hotkey, pause, self.handle)
        edit = EditFeature(services, appearance, notify, reply, self.handle)
        drafts = DraftsFeature(app, services, notify)
        return (
            notifications,
            hotkey,
            pause,
            home,
            reply,
            HabitsFeature(services, reply),
            RememberFeature(services, notify, reply),
            PinsFeature(services, notify, reply),
            SuggestFeature(services, reply.palette),
            edit,
            drafts,
            FactsFeature(services, appearance, notify, reply),
            *self._build_customer_features(reply, edit, settings, drafts),
            settings,
            LexiconFeature(services, appearance, settings),
            data,
            KeyboardFeature(app, services.platform.paste.windows, notifications),
            UndoFeature(services, notify, self.handle),
            DoctorFeature(services, hotkey, pause),
        )

    def _build_customer_features(
        self, reply: ReplyFeature, edit: EditFeature, settings: SettingsFeature, drafts: DraftsFeature
    ) -> tuple[Feature, ...]:
        """Build what shows, finds, fills in and protects customers."""
        services, appearance, notify = self._services, self._appearance, self._notifications.show
        protection = ProtectionFeature(services, appearance, notify, settings)
        protection.locked.connect(reply.palette.customers.forget)
        retention = RetentionFeature(appearance, notify, settings, self.handle)
        protection.locked.connect(retention.close)
        protection.locked.connect(reply.put_away)
        customers = CustomerWindowFeature(services, appearance, notify, self.handle)
        customers.unlock_requested.connect(protection.open_to_unlock)
        choose = ChooseCustomerFeature(services, appearance, notify)
        current = services.current_customer
        cases = CasesFeature(services, appearance, notify, self.handle, lambda: current.customer)
        customers.reply_requested.connect(edit.write)
        customers.case_opened.connect(cases.open_case)
        customers.case_requested.connect(cases.create)
        note = QuickNoteFeature(services, appearance, notify, reply, edit, cases)
        for each in (cases, note):
            protection.locked.connect(each.put_away)
            protection.unlocked.connect(each.bring_back)
        dock = CustomerDockFeature(services, appearance, notify, customers)
        dock.reply_requested.connect(edit.write)
        protection.locked.connect(dock.put_away)
        protection.locked.connect(drafts.seal)  # after the windows were put away
        return (
            customers,
            protection,
            retention,
            dock,
            cases,
            note,
            choose,
            CustomerStripFeature(services, notify, reply, choose),
            CustomerSearchFeature(services, notify, reply.palette),
            CustomerTimelineFeature(services, notify, reply),
        )

    def start(self) -> None:
        """Start all features."""
        self._services.search.index.start()
        for feature in self.features:
            feature.start()
        self._preload.start()

    def handle(self, message: dict[str, Any], take: TakeAnswer, is_gone: IsGone = never) -> None:
        """Carry out a request from the command line; see :meth:`CommandRunner.handle`."""
        self.commands.handle(message, take, is_gone)

    @property
    def location_notice(self) -> Notice:
        """A notice about where the program is and how it is opened."""
        return self._home.location_notice

    def greet(self) -> None:
        """Show where the program is and what to do first, to an agent who sees it for the first time."""
        self._notifications.show(notices.welcome(self.location_notice))

    def show_bug(self) -> None:
        """Show that there was a bug; may be called in any thread."""
        self._notifications.bug.emit()

    def close(self) -> None:
        """Finish what is under way, and close all windows."""
        self._preload.stop()
        self._services.finish_work()
        for feature in reversed(self.features):
            feature.close()

    def _preload_next(self, features: Iterator[Feature]) -> None:
        """Preload one feature, and the others when the event loop has processed what came meanwhile."""
        feature = next(features, None)
        if feature is not None:
            feature.preload()
            self._preload.start(0)

    def _on_command_done(self, command: str, answer: Answer) -> None:
        events = self._services.events
        if command == "check":
            events.findings_acknowledged.emit()
        else:
            if not command.startswith("customer "):
                events.replies_changed.emit()
            if command.startswith("customer ") or command in ("undo", "restore"):
                events.customers_changed.emit()
            events.command_done.emit(command, answer)

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        is_other_language = after.language is not before.language
        if is_other_language or (after.theme, after.text_scale) != (before.theme, before.text_scale):
            self._apply_appearance(after)
        if is_other_language:
            for feature in self.features:
                feature.translate()

    def _on_system_theme_changed(self) -> None:
        settings = self._services.settings.current
        if settings.theme is ThemeChoice.SYSTEM:
            self._apply_appearance(settings)

    def _apply_appearance(self, settings: Settings) -> None:
        self._appearance.apply(settings)
        for feature in self.features:
            feature.set_theme(self._appearance.theme)
