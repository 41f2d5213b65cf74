"""The facts of the shop: their page, and the key of a form that makes a value one.

Facts are changed by the commands, so that each change is one action in the history of all.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from quickdesk.app.appearance import Appearance
from quickdesk.app.feature import Feature, Veto
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.features.undo import data_notice, result_notice
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import run
from quickdesk.desktop.own_windows import screen_of
from quickdesk.replies.facts import day_of
from quickdesk.replies.shop.uses import Entry, LibraryFields, entries
from quickdesk.replies.store import StoreError
from quickdesk.ui import data_notices
from quickdesk.ui.facts.problems import fact_not_saved, not_a_day
from quickdesk.ui.icons import Icon
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

if TYPE_CHECKING:
    from quickdesk.ui.facts.facts_window import FactsWindow


class FactsFeature(Feature):
    """Opens the page, at most one, and saves what is changed there and in forms."""

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        notify: Callable[[Notice], None],
        reply: ReplyFeature,
    ) -> None:
        super().__init__()
        self._services, self._appearance, self._notify = services, appearance, notify
        self._window: FactsWindow | None = None
        self._entry = MenuEntry(Section.WINDOWS, menu_entry.facts, self.open, icon=Icon.SHOP)
        reply.fact_requested.connect(self._on_requested_in_form)
        services.events.replies_changed.connect(self._on_replies_changed)
        services.drafts.saving_now.connect(self._save_typed)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that opens the page."""
        return (self._entry,)

    def open(self) -> None:
        """Show the page, or bring it to the front."""
        if self._window is None:
            self._window = self._make_window()
        self._window.open_on(screen_of(None))
        self._read()

    def preload(self) -> None:
        """Import the page, and read the facts, which the palette shows when it opens."""
        import quickdesk.ui.facts.facts_window  # noqa: F401

        self._services.work.reading.submit(self._services.facts.today, _nothing)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open page."""
        if self._window is not None:
            self._window.set_theme(theme)

    def before_quit(self) -> Veto | None:
        """Save what is being typed."""
        self._save_typed()
        return None

    def close(self) -> None:
        """Close the page."""
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
            self._window = None

    def _make_window(self) -> "FactsWindow":
        from quickdesk.ui.facts.facts_window import FactsWindow

        window = FactsWindow(self._appearance.theme)
        window.saved.connect(self._on_saved)
        window.removed.connect(self._on_removed)
        window.undo_requested.connect(self._on_undo_requested)
        return window

    # Reading takes some seconds for very many replies.

    def _read(self) -> None:
        self._services.work.reading.submit(partial(_entries, self._services), self._on_read)

    def _on_replies_changed(self) -> None:
        if self._window is not None and self._window.isVisible():
            self._window.show_removed("")  # an undo would take back the change that was made since
            self._read()

    def _on_read(self, outcome: Sequence[Entry] | Exception) -> None:
        if isinstance(outcome, StoreError):
            self._notify(data_notices.store_problem(outcome.problem, outcome.path))
        elif isinstance(outcome, Exception):
            raise outcome
        elif self._window is not None:
            self._window.show_entries(outcome, self._services.facts.today().day)

    # Changing.

    def _save_typed(self) -> None:
        if self._window is not None:
            self._window.save()

    def _on_saved(self, name: str, value: str, day: str) -> None:
        try:
            until = day_of(day, self._services.facts.today().day)
        except ValueError:
            self._show_problem(name, not_a_day())
            return
        arguments = {"name": name, "value": value, "until": None if until is None else until.isoformat()}
        self._run("facts set", arguments, partial(self._on_set, name))

    def _on_removed(self, name: str) -> None:
        self._run("facts remove", {"name": name}, partial(self._on_gone, name))

    def _on_undo_requested(self) -> None:
        self._run("undo", {}, self._on_undone)

    def _on_requested_in_form(self, name: str, value: str) -> None:
        self._run("facts set", {"name": name, "value": value}, self._on_set_in_form)

    def _run(self, command: str, arguments: dict[str, Any], then: Callable[[Answer], None]) -> None:
        job = partial(run, Request(command, arguments), self._services.commands)
        self._services.work.changes.submit(job, partial(self._on_answered, then))

    def _on_answered(self, then: Callable[[Answer], None], outcome: Answer | Exception) -> None:
        if isinstance(outcome, Exception):
            raise outcome
        if outcome.exit is Exit.DONE:
            self._services.events.replies_changed.emit()
        then(outcome)

    def _on_set(self, name: str, answer: Answer) -> None:
        if answer.exit is Exit.DONE:
            if self._window is not None:
                self._window.show_saved(name)
            return
        is_data = answer.exit is Exit.DATA
        self._show_problem(
            name, data_notice(answer) if is_data else fact_not_saved(answer.problem, answer.facts)
        )

    def _on_gone(self, name: str, answer: Answer) -> None:
        if answer.exit is Exit.DATA:
            self._notify(data_notice(answer))
        elif self._window is not None:
            self._window.show_removed(name if answer.exit is Exit.DONE else "")

    def _on_undone(self, answer: Answer) -> None:
        notice = result_notice(answer)
        if notice is not None and answer.exit is not Exit.DONE:
            self._notify(notice)

    def _on_set_in_form(self, answer: Answer) -> None:
        if answer.exit is Exit.DATA:
            self._notify(data_notice(answer))
        elif answer.exit is not Exit.DONE:  # else the form says that it is set
            self._notify(fact_not_saved(answer.problem, answer.facts))

    def _show_problem(self, name: str, notice: Notice) -> None:
        if self._window is not None and self._window.isVisible():
            self._window.show_problem(name, notice)
        else:
            self._notify(notice)


def _nothing(*_: object) -> None:
    pass


def _entries(services: Services) -> Sequence[Entry]:
    facts = services.commands.facts.facts()
    return entries(facts, LibraryFields.of(services.stores.snippets.snippets()))
