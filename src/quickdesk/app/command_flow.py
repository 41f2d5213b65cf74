"""Commands from outside, carried out by the running program: a change shows in the palette at once."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from quickdesk.commands.answer import MOST_PAUSE_MINUTES, Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import ArgumentError, flag, optional_count
from quickdesk.commands.desk import Desk
from quickdesk.commands.run import COMMANDS, READING, run

_log = logging.getLogger(__name__)

Action = Callable[[Request], Answer]


@dataclass(frozen=True, slots=True)
class Hearers:
    """Who hears what came of a command: ``changed`` follows a change of data, ``broke`` gets a bug."""

    changed: Callable[[str, Answer], None]
    broke: Callable[[Exception], None]


class CommandFlow:
    """Answers the requests that come in through the instance server."""

    def __init__(self, desk: Desk, actions: Mapping[str, Action], hearers: Hearers) -> None:
        """``actions`` are the commands that move the program itself."""
        self._desk, self._actions, self._hearers = desk, actions, hearers

    def handle(self, message: dict[str, Any]) -> dict[str, Any]:
        """Carry out one request and return its answer, both as JSON; a bug is an answer as well."""
        try:
            request = Request.from_json(message)
        except ValueError:
            return problem(Exit.USAGE, "malformed-request").to_json()
        try:
            answer = self._carry_out(request)
        except Exception as bug:  # noqa: BLE001 - somebody waits for an answer; the barrier hears of it
            self._hearers.broke(bug)
            answer = problem(Exit.FAILED, "broke")
        _log.info("command %s: exit %d", self._name(request), answer.exit)
        return answer.to_json()

    def _carry_out(self, request: Request) -> Answer:
        action = self._actions.get(request.command)
        if action is not None:
            try:
                return action(request)
            except ArgumentError as error:
                return error.answer
        before = self._desk.store.snippets()
        answer = run(request, self._desk)
        if request.command not in READING and self._desk.store.snippets() != before:
            self._hearers.changed(request.command, answer)
        return answer

    def _name(self, request: Request) -> str:
        """A name that is no command of ours may be anything: even a reply that went astray."""
        return request.command if request.command in {*self._actions, *COMMANDS} else "?"


def plainly(act: Callable[[], None]) -> Action:
    """Make an action of something that takes nothing and cannot fail."""

    def action(_request: Request) -> Answer:
        act()
        return done()

    return action


def pausing(pause: Callable[[timedelta | None], None], resume: Callable[[], None]) -> Action:
    """Make the action of the pause command."""

    def action(request: Request) -> Answer:
        minutes = optional_count(request, "minutes", MOST_PAUSE_MINUTES)
        if flag(request, "off"):
            resume()
        else:
            pause(None if minutes is None else timedelta(minutes=minutes))
        return done()

    return action
