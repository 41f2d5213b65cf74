"""Commands from outside, carried out by the running program: a change shows in the palette at once."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Protocol

from quickdesk.app.process.work import Work
from quickdesk.commands.answer import MOST_PAUSE_MINUTES, Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import ArgumentError, flag, optional_count
from quickdesk.commands.desk import Desk
from quickdesk.commands.run import COMMANDS, READING, run
from quickdesk.storage.journal.many_objects import making_many_objects

_log = logging.getLogger(__name__)

TakeAnswer = Callable[[dict[str, Any]], None]

_SEARCHING = frozenset({"find", "suggest"})
# It asks the clipboard, which belongs to the windows, and is quick.
_AT_ONCE = frozenset({"render"})


@dataclass(frozen=True, slots=True)
class Later:
    """An answer that takes time: ``job`` finds it, and touches nothing that belongs to the windows."""

    job: Callable[[], Answer]


Action = Callable[[Request], Answer | Later]


@dataclass(frozen=True, slots=True)
class Hearers:
    """Who hears what came of a command: ``changed`` follows a change of data, ``broke`` gets a bug."""

    changed: Callable[[str, Answer], None]
    broke: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Desks:
    """The desk, and who works on it: ``work`` makes changes, ``searching`` waits for the search.

    ``reading`` is for what changes nothing and may take long: no change or search waits for it.
    """

    desk: Desk
    work: Work
    reading: Work
    searching: Work

    def worker_of(self, command: str) -> Work:
        """Return by whom a command is carried out."""
        if command in _SEARCHING:
            return self.searching
        return self.reading if command in READING else self.work


@dataclass(frozen=True, slots=True)
class _Carried:
    answer: Answer
    is_changed: bool = False


class CommandFlow:
    """Answers the requests that come in through the instance server."""

    def __init__(self, desks: Desks, actions: Mapping[str, Action], hearers: Hearers) -> None:
        """``actions`` are the commands that move the program itself."""
        self._desks, self._actions, self._hearers = desks, actions, hearers

    def handle(self, message: dict[str, Any], take: TakeAnswer) -> None:
        """Carry out one request and have ``take`` get its answer, both as JSON; a bug is an answer as well.

        What touches the disk is answered when it is done there, and nobody waits for it here.
        """
        try:
            request = Request.from_json(message)
        except ValueError:
            take(problem(Exit.USAGE, "malformed-request").to_json())
            return
        told = partial(self._on_carried_out, request, take)
        if request.command in self._actions or request.command in _AT_ONCE:
            self._answer_at_once(request, told)
        else:
            self._desks.worker_of(request.command).do(partial(_changing, request, self._desks.desk), told)

    def _answer_at_once(self, request: Request, told: Callable[[_Carried | Exception], None]) -> None:
        found = self._tried(request)
        if isinstance(found, Later):
            self._desks.reading.do(partial(_later, found), told)
        else:
            told(found if isinstance(found, Exception) else _Carried(found))

    def _tried(self, request: Request) -> Answer | Later | Exception:
        try:
            action = self._actions.get(request.command)
            return run(request, self._desks.desk) if action is None else action(request)
        except ArgumentError as error:
            return error.answer
        except Exception as bug:  # noqa: BLE001 - somebody waits for an answer; the barrier hears of it
            return bug

    def _on_carried_out(self, request: Request, take: TakeAnswer, outcome: _Carried | Exception) -> None:
        if isinstance(outcome, Exception):
            self._hearers.broke(outcome)
            outcome = _Carried(problem(Exit.FAILED, "broke"))
        _log.info("command %s: exit %d", self._name(request), outcome.answer.exit)
        if outcome.is_changed:
            self._hearers.changed(request.command, outcome.answer)
        take(outcome.answer.to_json())

    def _name(self, request: Request) -> str:
        """A name that is no command of ours may be anything: even a reply that went astray."""
        return request.command if request.command in {*self._actions, *COMMANDS} else "?"


def _changing(request: Request, desk: Desk) -> _Carried:
    """Carry a command out, and say whether the windows have to show something else now."""
    before = desk.store.snippets()
    with making_many_objects():
        answer = run(request, desk)
    if request.command == "check":
        return _Carried(answer, is_changed="acknowledged" in (answer.data or answer.facts))
    is_changed = request.command not in READING and desk.store.snippets() != before
    return _Carried(answer, is_changed)


def _later(found: Later) -> _Carried:
    return _Carried(found.job())


def plainly(act: Callable[[], None]) -> Action:
    """Make an action of something that takes nothing and cannot fail."""

    def action(_request: Request) -> Answer:
        act()
        return done()

    return action


class Pausable(Protocol):
    """Switches the hotkey off and on."""

    @property
    def until(self) -> datetime | None:
        """When the pause ends; None where there is none, or until resumed."""
        ...

    def pause(self, how_long: timedelta | None) -> None:
        """Switch it off, for a while or until resumed."""
        ...

    def resume(self) -> None:
        """Switch it on again."""
        ...


def pausing(hotkey: Pausable) -> Action:
    """Make the action of the pause command; it answers whether it is paused now, and until when."""

    def action(request: Request) -> Answer:
        minutes = optional_count(request, "minutes", MOST_PAUSE_MINUTES)
        if flag(request, "off"):
            hotkey.resume()
            return done({"paused": False, "until": None})
        hotkey.pause(None if minutes is None else timedelta(minutes=minutes))
        return done({"paused": True, "until": None if hotkey.until is None else hotkey.until.isoformat()})

    return action
