"""The facts of the shop in the windows: a form can make a value one."""

from collections.abc import Callable
from typing import Any

from quickdesk.app.feature import Feature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.features.undo import RunCommand, data_notice
from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.ui.facts.problems import fact_not_saved
from quickdesk.ui.notice import Notice


class FactsFeature(Feature):
    """Sets facts with the command ``facts set``, so that they are one action in the history of all."""

    def __init__(
        self, notify: Callable[[Notice], None], reply: ReplyFeature, run_command: RunCommand
    ) -> None:
        super().__init__()
        self._notify, self._run_command = notify, run_command
        reply.fact_requested.connect(self._on_requested_in_form)

    def _on_requested_in_form(self, name: str, value: str) -> None:
        request = Request("facts set", {"name": name, "value": value})
        self._run_command(request.to_json(), self._on_set_in_form)

    def _on_set_in_form(self, answer: dict[str, Any]) -> None:
        problem = fact_problem(Answer.from_json(answer))
        if problem is not None:  # else the form says that it is set
            self._notify(problem)


def fact_problem(answer: Answer) -> Notice | None:
    """Return why a fact was not set or removed; None if it was, or if a bug is shown already."""
    if answer.exit is Exit.DONE:
        return None
    if answer.exit is Exit.DATA:
        return data_notice(answer)
    return None if answer.exit is Exit.FAILED else fact_not_saved(answer.problem, answer.facts)
