"""Commands from outside, carried out by the running program: a change shows in the palette at once."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from quickdesk.app.process.requests import IsGone, Pending, Requests, TakeAnswer, never
from quickdesk.app.process.work import Work
from quickdesk.commands.answer import MOST_PAUSE_MINUTES, Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import ArgumentError, flag, optional_count
from quickdesk.commands.desk import Desk
from quickdesk.commands.run import COMMANDS, PLANNED, READING, finish, finish_anyway, prepare, run
from quickdesk.storage.journal.many_objects import making_many_objects

if TYPE_CHECKING:
    from quickdesk.commands.data.exchange import PlannedImport

T = TypeVar("T")

_log = logging.getLogger(__name__)

_SEARCHING = frozenset({"find", "suggest"})
# It asks the clipboard, which belongs to the windows, and is quick.
_AT_ONCE = frozenset({"render"})
_MOST_PLANS = 5
"""So often something is planned while changes go on; after that they wait until it is carried out."""


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

    ``reading`` is for what changes nothing and may take long, and for what must be read before a change:
    no change or search waits for it.
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


_Told = Callable[[_Carried | Exception | None], None]


class CommandFlow:
    """Answers the requests that come in through the instance server."""

    def __init__(self, desks: Desks, actions: Mapping[str, Action], hearers: Hearers) -> None:
        """``actions`` are the commands that move the program itself."""
        self._desks, self._actions, self._hearers = desks, actions, hearers
        self._requests = Requests()

    def handle(self, message: dict[str, Any], take: TakeAnswer, is_gone: IsGone = never) -> None:
        """Carry out one request and have ``take`` get its answer, both as JSON; a bug is an answer as well.

        What touches the disk is answered when it is done there, and nobody waits for it here. It is not
        carried out where ``is_gone``, which any thread may call, says that its client left; see
        :mod:`quickdesk.app.process.requests`.
        """
        try:
            request = Request.from_json(message)
        except ValueError:
            take(problem(Exit.USAGE, "malformed-request").to_json())
            return
        pending = self._requests.admit(request, take, is_gone)
        if pending is None:  # it came before, and has one answer
            return
        told = partial(self._on_carried_out, request, pending)
        if request.command in self._actions or request.command in _AT_ONCE:
            self._answer_at_once(request, pending, told)
        elif request.command in PLANNED:
            _PlannedCommand(self._desks, pending, told).start(request)
        else:
            job = partial(_changing, request, self._desks.desk, pending)
            self._desks.worker_of(request.command).do(job, told)

    def _answer_at_once(self, request: Request, pending: Pending, told: _Told) -> None:
        if not pending.begin():
            told(None)
            return
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

    def _on_carried_out(
        self, request: Request, pending: Pending, outcome: _Carried | Exception | None
    ) -> None:
        if outcome is None:
            _log.info("command %s: dropped, nobody waits for it", self._name(request))
            pending.drop()
            return
        if isinstance(outcome, Exception):
            self._hearers.broke(outcome)
            outcome = _Carried(problem(Exit.FAILED, "broke"))
        _log.info("command %s: exit %d", self._name(request), outcome.answer.exit)
        if outcome.is_changed:
            self._hearers.changed(request.command, outcome.answer)
        pending.finish(outcome.answer)

    def _name(self, request: Request) -> str:
        """A name that is no command of ours may be anything: even a reply that went astray."""
        return request.command if request.command in {*self._actions, *COMMANDS} else "?"


class _PlannedCommand:
    """One command that works long before it changes anything: other changes wait for its last step only."""

    def __init__(self, desks: Desks, pending: Pending, told: _Told) -> None:
        self._desks, self._pending, self._told = desks, pending, told
        self._plans = 0

    def start(self, request: Request) -> None:
        """Have it planned, and carried out when it is."""
        self._plan(partial(prepare, request, self._desks.desk))

    def _plan(self, job: Callable[[], "PlannedImport | Answer"]) -> None:
        self._plans += 1
        self._desks.reading.do(partial(_made, job), self._on_planned)

    def _on_planned(self, outcome: "PlannedImport | Answer | Exception") -> None:
        if isinstance(outcome, Exception):
            self._told(outcome)
        elif isinstance(outcome, Answer):
            self._told(_Carried(outcome))
        else:
            self._planned = outcome
            self._desks.work.do(self._finish, self._on_finished)

    def _finish(self) -> _Carried | None:
        if not self._pending.begin():
            return None
        desk, before = self._desks.desk, self._desks.desk.store.snippets()
        way = finish if self._plans < _MOST_PLANS else finish_anyway
        answer = _made(partial(way, self._planned, desk))
        if answer is None:
            return None
        return _Carried(_beside(answer, desk), desk.store.snippets() != before)

    def _on_finished(self, outcome: _Carried | Exception | None) -> None:
        if outcome is None and not self._pending.is_dropped:
            self._plan(partial(self._planned.planned_again, self._desks.desk))
        else:
            self._told(outcome)


def _changing(request: Request, desk: Desk, pending: Pending) -> _Carried | None:
    """Carry a command out, and say whether windows have something else to show; None where nobody waits."""
    if not pending.begin():
        return None
    before = desk.store.snippets()
    answer = _made(partial(run, request, desk))
    if request.command == "check":
        return _Carried(answer, is_changed="acknowledged" in (answer.data or answer.facts))
    is_changed = request.command not in READING and desk.store.snippets() != before
    return _Carried(_beside(answer, desk), is_changed)


def _beside(answer: Answer, desk: Desk) -> Answer:
    """Say beside an answer what was set aside and not acknowledged, as a command without a program does."""
    paths = desk.checker.unacknowledged()
    return replace(answer, facts={**answer.facts, "set_aside": list(paths)}) if paths else answer


def _made(job: Callable[[], T]) -> T:
    with making_many_objects():
        return job()


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
