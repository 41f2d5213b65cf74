"""The protection of customers in the running program: its window, locking and unlocking.

Before customers are locked, what is being typed is kept, as before the program ends. Replies can be used all
the same while they are locked.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import Signal

from quickdesk.app.appearance import Appearance
from quickdesk.app.customers.card_list import read_ahead
from quickdesk.app.customers.lock_watch import IdleSeconds, LockWatch
from quickdesk.app.feature import Feature
from quickdesk.app.features.settings import SettingsFeature
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Request
from quickdesk.commands.command import BoundCommand, Deferred, answered
from quickdesk.commands.data.protection import lock, protect, recovery_key, rekey, unlock
from quickdesk.commands.data_protection import DataProtection, OlderBackups, ProtectionError
from quickdesk.commands.program import program_command
from quickdesk.desktop.own_windows import screen_of
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.replies.store import StoreError
from quickdesk.ui import data_notices
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from quickdesk.ui.protection.protection_window import ProtectionWindow

_log = logging.getLogger(__name__)
T = TypeVar("T")
Handler: TypeAlias = Callable[[Request, DataProtection], Answer]
_HANDLERS: Mapping[str, Handler] = {
    "protect": protect,
    "unlock": unlock,
    "lock": lock,
    "recovery-key": recovery_key,
    "rekey": rekey,
}


class ProtectionFeature(Feature):
    """Opens the window, carries out what is wanted in it, and locks customers when that is due."""

    locked = Signal()
    """Customers are locked: what shows them must be closed or emptied."""
    unlocked = Signal()
    """Customers can be read again."""

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        notify: Callable[[Notice], None],
        settings: SettingsFeature,
        idle_seconds: IdleSeconds | None = None,
    ) -> None:
        super().__init__()
        self._services, self._appearance, self._notify = services, appearance, notify
        self._protection = services.commands.protection
        self._window: ProtectionWindow | None = None
        self._watch = LockWatch(
            idle_seconds or idle_of_display(), lambda: services.settings.current.auto_lock
        )
        self._watch.due.connect(self.lock)
        self._was_locked = self._is_to_unlock = False
        self._had_key = True
        settings.protection_requested.connect(self.open)
        self._entry = MenuEntry(Section.WINDOWS, menu_entry.protection, self.open, has_button=False)
        self._lock_entry = MenuEntry(Section.WINDOWS, menu_entry.lock_customers, self.lock, has_button=False)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entries that open the window and lock customers."""
        return (self._entry, self._lock_entry)

    @property
    def commands(self) -> Mapping[str, BoundCommand]:
        """The commands that change the protection: the windows follow them."""
        return {
            f"data {name}": program_command(partial(self._on_command, handler))
            for name, handler in _HANDLERS.items()
        }

    def start(self) -> None:
        """Watch for what locks customers, if a passphrase opens them."""
        self._services.stores.on_locked(partial(self._services.work.upkeep.post, self._update))
        self._had_key = self._protection.status().method is not None
        self._services.events.customers_changed.connect(self._on_customers_changed)
        self._update()

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        self._is_to_unlock = False
        self._update()
        if self._window is None:
            self._window = self._make_window()
        self._window.show_status(self._protection.status())
        self._window.open_on(screen_of(None))

    def open_to_unlock(self) -> None:
        """Show the window until the customers are unlocked."""
        self.open()
        self._is_to_unlock = True

    def lock(self) -> None:
        """Keep what is being typed and lock customers, if a passphrase opens them."""
        status = self._protection.status()
        if status.can_be_locked and not status.is_locked:
            self._services.save_drafts()
            self._do(self._protection.lock)

    def preload(self) -> None:
        """Import the window."""
        import quickdesk.ui.protection.protection_window  # noqa: F401

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open window."""
        if self._window is not None:
            self._window.set_theme(theme)

    def close(self) -> None:
        """Close the window and watch no longer."""
        self._watch.stop()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _make_window(self) -> "ProtectionWindow":
        from quickdesk.ui.protection.protection_window import ProtectionWindow

        protection = self._protection
        window = ProtectionWindow(protection.status(), self._appearance.theme)
        window.unlock_requested.connect(
            lambda text: self._do(partial(protection.unlock, text), self._on_unlocked)
        )
        window.lock_requested.connect(self.lock)
        window.protect_requested.connect(lambda new, old: self._do(partial(protection.protect, new, old)))
        window.unprotect_requested.connect(lambda old: self._do(partial(protection.unprotect, old)))
        window.recover_requested.connect(lambda text: self._do(partial(protection.recover, text)))
        window.rekey_requested.connect(lambda: self._do(protection.rekey, self._on_rekeyed))
        window.recovery_key_requested.connect(self._on_recovery_key)
        window.copy_requested.connect(self._on_copy)
        window.save_requested.connect(self._on_save)
        window.print_requested.connect(self._on_print)
        return window

    def _do(self, change: Callable[[], object], then: Callable[[object], None] | None = None) -> None:
        """Make a change on the thread for changes, and show what came of it."""
        if self._window is not None:
            self._window.set_busy(is_busy=True)
        self._services.work.changes.submit(partial(self._made, change), partial(self._on_done, then))

    def _made(self, change: Callable[[], T]) -> T:
        """Make a change, and read the customers that it has opened: no window has to wait for them then."""
        outcome = change()
        with suppress(StoreError):
            read_ahead(self._services.commands.customers)
        return outcome

    def _on_done(self, then: Callable[[object], None] | None, outcome: object) -> None:
        notice = _failure(outcome)
        window = self._window
        if window is not None:
            window.set_busy(is_busy=False)
            window.show_result(notice)
        elif notice is not None:
            self._notify(notice)
        if notice is None:
            self._update()
            if then is not None:
                then(outcome)

    def _on_unlocked(self, _outcome: object) -> None:
        if self._window is not None and self._is_to_unlock:
            self._window.close()
        self._is_to_unlock = False

    def _on_customers_changed(self) -> None:
        """Say with the first card how customers are protected."""
        status = self._protection.status()
        if self._had_key or status.method is None:
            return
        from quickdesk.ui.protection.protection_words import protection_notice

        self._had_key = True
        self._notify(protection_notice(status))
        self._update()

    def _update(self) -> None:
        """Show the present protection, and tell the others if customers were locked or unlocked."""
        status = self._protection.status()
        self._lock_entry.setVisible(status.can_be_locked and not status.is_locked)
        if status.can_be_locked and not status.is_locked:
            self._watch.start()
        else:
            self._watch.stop()
        if self._window is not None:
            self._window.show_status(status)
        if status.is_locked != self._was_locked:
            self._was_locked = status.is_locked
            _log.info("customers are %s", "locked" if status.is_locked else "unlocked")
            (self.locked if status.is_locked else self.unlocked).emit()
            self._services.events.customers_changed.emit()

    def _on_command(self, handler: Handler, request: Request) -> Deferred:
        if handler is lock:
            self._services.save_drafts()

        def change() -> Answer:
            return answered(lambda: self._made(partial(handler, request, self._protection)))

        def job() -> Answer:
            # On the thread for changes, so that what was typed is saved before.
            answer = self._services.work.changes.wait(change)
            self._services.work.upkeep.post(self._update)
            return answer

        return Deferred(job)

    def _on_recovery_key(self, passphrase: str) -> None:
        def show(text: object) -> None:
            if self._window is not None:
                self._window.show_recovery_key(str(text))

        self._do(partial(self._protection.new_recovery_key, passphrase), show)

    def _on_rekeyed(self, older: object) -> None:
        from quickdesk.ui.protection.protection_words import key_changed

        if self._window is not None and isinstance(older, OlderBackups):
            self._window.show_result(key_changed(older.kept))

    def _on_copy(self, text: str) -> None:
        from quickdesk.ui.protection.protection_words import copied_key

        def show(report: PasteReport) -> None:
            if self._window is not None:
                is_lost = report.clipboard is ClipboardState.FAILED
                self._window.show_result(copied_key(is_copied=not is_lost))

        self._services.delivery.copy_text(text, show)

    def _on_save(self, text: str) -> None:
        from quickdesk.ui.save_dialog import choose_key_file

        choose_key_file(partial(self._save, text))

    def _on_print(self, text: str) -> None:
        """Choose a printer for the page; where there is none, say so and offer to save the key."""
        from quickdesk.ui.protection.key_page import choose_printer, has_printer
        from quickdesk.ui.protection.protection_words import no_printer

        if has_printer():
            self._print_dialog = choose_printer(partial(self._print, text))
            return
        if self._window is not None:
            self._window.show_result(no_printer())
        self._on_save(text)

    def _print(self, text: str, printer: "QPrinter") -> None:
        from quickdesk.ui.protection.key_page import key_page
        from quickdesk.ui.protection.protection_words import printed_key

        key_page(text, self._services.commands.clock.now().date()).print_(printer)
        if self._window is not None:
            self._window.show_result(printed_key())

    def _save(self, text: str, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
            path.touch(mode=0o600)
            path.write_text(f"{text}\n", "utf-8")
        except OSError:
            self._notify(data_notices.copy_not_saved(str(path)))


def idle_of_display() -> IdleSeconds:
    """Return what says how long nothing was typed; it knows nothing without an X display."""
    with suppress(ImportError):
        from quickdesk.desktop.x11.idle_time import X11IdleTime

        return X11IdleTime().seconds
    return lambda: None


def _failure(outcome: object) -> Notice | None:
    """Return why a change was not made, None if it was; a bug is raised."""
    from quickdesk.ui.protection.protection_words import protection_problem

    if isinstance(outcome, ProtectionError):
        return protection_problem(outcome.problem)
    if isinstance(outcome, StoreError):
        return data_notices.store_problem(outcome.problem, outcome.path)
    if isinstance(outcome, Exception):
        raise outcome
    return None
