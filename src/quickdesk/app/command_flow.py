"""Commands from outside, carried out by the running program: a change shows in the palette at once."""

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.desk import Desk
from quickdesk.commands.run import READING, run

_log = logging.getLogger(__name__)

Action = Callable[[Request], Answer]


class CommandFlow:
    """Answers the requests that come in through the instance server."""

    def __init__(self, desk: Desk, actions: Mapping[str, Action], changed: Callable[[], None]) -> None:
        """``actions`` are the commands that move the program itself; ``changed`` follows a change of data."""
        self._desk = desk
        self._actions = actions
        self._changed = changed

    def handle(self, message: dict[str, Any]) -> dict[str, Any]:
        """Carry out one request and return its answer, both as JSON; a bug is an answer as well."""
        try:
            request = Request.from_json(message)
        except ValueError:
            return problem(Exit.USAGE, "unknown-command", command="?").to_json()
        action = self._actions.get(request.command)
        answer = action(request) if action else run(request, self._desk)
        _log.info("command %s: exit %d", request.command, answer.exit)
        if action is None and request.command not in READING:
            self._changed()
        return answer.to_json()


def plainly(act: Callable[[], None]) -> Action:
    """Make an action of something that takes nothing and cannot fail."""

    def action(_request: Request) -> Answer:
        act()
        return done()

    return action


def pausing(pause: Callable[[timedelta | None], None], resume: Callable[[], None]) -> Action:
    """Make the action of the pause command."""

    def action(request: Request) -> Answer:
        minutes = request.arguments.get("minutes")
        if request.arguments.get("off"):
            resume()
        else:
            pause(None if minutes is None else timedelta(minutes=int(minutes)))
        return done()

    return action
