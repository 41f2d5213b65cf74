"""The way back in the tray's menu: it names what was done last, takes it back, and tells what came of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from quickdesk.app.process.work import Work
from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.store import SnippetStore, StoreProblem
from quickdesk.ui import data_notices, notices
from quickdesk.ui.notice import Notice
from quickdesk.ui.tray.tray_icon import TrayIcon

Handle = Callable[[dict[str, Any], Callable[[dict[str, Any]], None]], None]
"""Runs a request as one that another process sent."""


class UndoFlow(QObject):
    """Joins the tray icon with the command ``undo``."""

    def __init__(
        self,
        store: SnippetStore,
        reading: Work,
        handle: Handle,
        tell: Callable[[Notice], None],
        icon: TrayIcon,
    ) -> None:
        """``store`` is read on the thread of ``reading``."""
        super().__init__()
        self._store, self._reading, self._handle, self._tell = store, reading, handle, tell
        self._icon = icon
        self._last: Action | None = None
        icon.undo_requested.connect(self._on_requested)

    def translate(self) -> None:
        """Name what was done last in the language that is installed."""
        self._show(self._last)

    def refresh(self) -> None:
        """Look what was done last: the replies have changed."""
        self._reading.do(self._store.last_action, self._on_read)

    def _on_read(self, outcome: Action | Exception | None) -> None:
        if isinstance(outcome, Exception):
            raise outcome
        self._show(outcome)

    def _show(self, last: Action | None) -> None:
        self._last = last
        self._icon.show_undo("" if last is None else notices.action_name(last.type, last.count))

    def _on_requested(self) -> None:
        self._handle(Request("undo").to_json(), self._on_answered)

    def _on_answered(self, told: dict[str, Any]) -> None:
        notice = _notice(Answer.from_json(told))
        if notice is not None:
            self._tell(notice)
        self.refresh()


def _notice(answer: Answer) -> Notice | None:
    """Return in words what came of an undo; None where it broke, which the barrier has told."""
    if answer.exit is Exit.DONE:
        back, away = ([row["title"] for row in answer.data[part]] for part in ("back", "away"))
        return notices.undone(ActionType(answer.data["undone"]), back, away)
    if answer.problem == "nothing-to-undo":
        return notices.nothing_to_undo()
    if answer.problem == "changed-since":
        return notices.changed_since(answer.facts["titles"])
    if answer.exit is Exit.DATA:
        name = answer.problem.removeprefix("data-").replace("-", "_").upper()
        return data_notices.store_problem(StoreProblem[name], str(answer.facts["folder"]))
    return None
