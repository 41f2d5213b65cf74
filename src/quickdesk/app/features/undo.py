"""Undo in the tray menu: it names the last action, undoes it, and shows the result."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from quickdesk.app.feature import Feature
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.store import StoreProblem
from quickdesk.ui import data_notices
from quickdesk.ui.icons import Icon
from quickdesk.ui.notice import Notice
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section
from quickdesk.ui.undo import undo_notices

RunCommand: TypeAlias = Callable[[dict[str, Any], Callable[[dict[str, Any]], None]], None]
"""Carries out a request as one from the command line, and passes the answer to the callback; both as JSON."""


class UndoFeature(Feature):
    """Connects the tray menu with the command ``undo``."""

    def __init__(self, services: Services, notify: Callable[[Notice], None], run_command: RunCommand) -> None:
        super().__init__()
        self._store, self._upkeep = services.commands.store, services.work.upkeep
        self._notify, self._run_command = notify, run_command
        self._last: Action | None = None
        self._entry = MenuEntry(
            Section.DATA, self._entry_text, self._on_requested, icon=Icon.UNDO, has_button=False
        )
        self._entry.setEnabled(False)
        services.events.replies_changed.connect(self.refresh)
        services.events.customers_changed.connect(self.refresh)
        services.events.command_done.connect(self._on_command_done)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that undoes the last action."""
        return (self._entry,)

    def start(self) -> None:
        """Show the last action of the last run."""
        self.refresh()

    def refresh(self) -> None:
        """Read the last action, because data has changed.

        The first time this opens all data, so it is done where nothing waits for it.
        """
        self._upkeep.submit(self._store.last_action, self._on_read)

    def _on_read(self, outcome: Action | Exception | None) -> None:
        if isinstance(outcome, Exception):
            raise outcome
        self._last = outcome
        self._entry.setEnabled(outcome is not None)
        self._entry.update_text()

    def _entry_text(self) -> str:
        last = self._last
        return menu_entry.undo("" if last is None else undo_notices.action_name(last.type, last.count))

    def _on_command_done(self, command: str, answer: Answer) -> None:
        notice = undo_hint(command, answer)
        if notice is not None:
            self._notify(notice)

    def _on_requested(self) -> None:
        self._run_command(Request("undo").to_json(), self._on_answered)

    def _on_answered(self, answer: dict[str, Any]) -> None:
        notice = result_notice(Answer.from_json(answer))
        if notice is not None:
            self._notify(notice)
        self.refresh()


def undo_hint(command: str, answer: Answer) -> Notice | None:
    """Return a notice with the way to undo a command that removed or added much; None for any other."""
    if answer.exit is not Exit.DONE:
        return None
    if command == "remove":
        return undo_notices.removed(answer.data["title"])
    if command == "facts remove":
        return undo_notices.fact_removed(answer.data["name"])
    if command == "import":
        return undo_notices.imported(answer.data["new"], answer.data["changed"])
    if command == "restore" and answer.data.get("backup") is not None:
        return undo_notices.backup_restored(*(answer.data[count] for count in ("new", "changed", "removed")))
    return None


def result_notice(answer: Answer) -> Notice | None:
    """Return the notice of the result of an undo; None if it failed with a bug, which is shown already."""
    if answer.exit is Exit.DONE:
        back, away = ([row["title"] for row in answer.data[part]] for part in ("back", "away"))
        facts, customers = answer.data["facts"], len(answer.data["customers"])
        return undo_notices.undone(ActionType(answer.data["undone"]), back, away, facts, customers)
    if answer.problem == "nothing-to-undo":
        return undo_notices.nothing_to_undo()
    if answer.problem == "changed-since":
        return undo_notices.changed_since(answer.facts["titles"])
    if answer.problem == "facts-changed-since":
        return undo_notices.changed_since(answer.facts["names"], are_facts=True)
    if answer.problem == "customers-changed-since":
        return undo_notices.customers_changed_since(answer.facts["count"])
    return data_notice(answer) if answer.exit is Exit.DATA else None


def data_notice(answer: Answer) -> Notice:
    """Return the notice of an answer whose exit is DATA."""
    name = answer.problem.removeprefix("data-").replace("-", "_").upper()
    return data_notices.store_problem(StoreProblem[name], str(answer.facts["folder"]))
