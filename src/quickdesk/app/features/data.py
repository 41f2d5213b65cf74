"""The state of the data: damage, a folder that is gone, changes that cannot be saved, a clock that jumped."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from quickdesk.app.data.damage import Damage
from quickdesk.app.data.folder_watch import FolderWatch
from quickdesk.app.data.upkeep import Upkeep
from quickdesk.app.feature import Feature, Veto
from quickdesk.app.features.home import HomeFeature
from quickdesk.app.services import Services
from quickdesk.replies.running_days import ClockJump
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.ui import data_notices
from quickdesk.ui.icons import Icon
from quickdesk.ui.notice import Notice
from quickdesk.ui.save_dialog import choose_backup_file
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section


class DataFeature(Feature):
    """Shows the state of the data in the tray icon, the home window and notifications."""

    folder_moved = Signal(bool)
    """Whether the data folder is gone, when that has changed."""
    _refusal_changed = Signal()

    def __init__(self, services: Services, notify: Callable[[Notice], None], home: HomeFeature) -> None:
        super().__init__()
        self._services, self._stores = services, services.stores
        self._notify, self._home = notify, home
        self._shown_problem: StoreProblem | None = None
        self._damage = Damage(services.stores, services.folder, services.work.changes, notify)
        self._upkeep = Upkeep(services.work.upkeep, services.do_upkeep)
        commands, work = services.commands, services.work
        self._folder = FolderWatch(
            services.stores, commands.backups, commands.clock, work.folder, choose_backup_file, notify
        )
        self._copy_entry = MenuEntry(
            Section.DATA, menu_entry.save_copy, self._folder.save_copy, icon=Icon.EXPORT
        )
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        self._damage.changed.connect(self._show_state)
        self._services.events.findings_acknowledged.connect(self._damage.on_acknowledged)
        self._home.window.acknowledged.connect(self._damage.acknowledge)
        self._folder.moved.connect(self.folder_moved)
        self._upkeep.clock_jumped.connect(self._on_clock_jumped)
        self._upkeep.failed.connect(self._on_backup_failed)
        # The stores call the listener on the thread that writes.
        self._refusal_changed.connect(self._on_refusal_changed, Qt.ConnectionType.QueuedConnection)
        self._stores.on_refusal_changed(self._refusal_changed.emit)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that saves a copy; it is visible while the folder is gone."""
        return (self._copy_entry,)

    def start(self) -> None:
        """Show what was found when the data was opened, and start to watch and maintain it."""
        self._upkeep.start()
        self._folder.start()
        found = self._problem_notice()
        if found is not None:
            self._home.window.show()
            self._notify(found)

    def translate(self) -> None:
        """Show the state again."""
        self._show_state()

    def before_quit(self) -> Veto | None:
        """Warn once if the folder is gone, because the only copy of the data may be in memory."""
        return None if self._folder.may_quit() else Veto("folder-gone", data_notices.folder_gone())

    def close(self) -> None:
        """Stop watching."""
        self._upkeep.close()
        self._folder.close()

    def _show_state(self) -> None:
        self._copy_entry.setVisible(self._folder.is_gone)
        self._home.window.show_banner(self._problem_notice(), is_to_acknowledge=bool(self._damage.notices()))
        self._home.icon.show_read_only(is_read_only=self._stores.refusal() is not None)

    def _problem_notice(self) -> Notice | None:
        """Return one notice of what was found when the data was opened, and why it cannot be changed."""
        found = self._damage.notices()
        refusal = self._stores.refusal()
        if refusal is not None:
            found.append(data_notices.read_only(refusal.problem, str(self._services.folder)))
        if not found:
            return None
        return replace(found[0], text="\n".join(dict.fromkeys(notice.text for notice in found)))

    def _on_refusal_changed(self) -> None:
        self._show_state()
        refusal = self._stores.refusal()
        problem = None if refusal is None else refusal.problem
        if problem is not None and problem is not self._shown_problem:
            if self._folder.is_gone:  # the offer to save a copy must be visible, also beside the notice
                self._home.show_inactive()
            self._notify(data_notices.read_only(problem, str(self._services.folder)))
        if problem is None and self._shown_problem is not None:
            self._notify(data_notices.saving_again())
            self._services.settings.retry()
        self._shown_problem = problem

    def _on_clock_jumped(self, jump: ClockJump) -> None:
        self._notify(data_notices.clock_jumped(jump.before, jump.after))

    def _on_backup_failed(self, reason: StoreError) -> None:
        if reason.problem in (StoreProblem.TOO_LARGE, StoreProblem.DISK_FULL):
            self._notify(data_notices.store_problem(reason.problem, reason.path))
