"""Runs the commands that other processes send to the program; its windows show a change at once."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeAlias, TypeVar

from quickdesk.app.process.requests import IsGone, PendingRequest, Requests, TakeAnswer, never
from quickdesk.app.process.work import Work
from quickdesk.commands.answer import Answer, Exit, Request, problem
from quickdesk.commands.command import Access, BoundCommand, Plan, answered, completed
from quickdesk.commands.registry import COMMANDS, CommandServices
from quickdesk.storage.journal.gc_pause import gc_paused

T = TypeVar("T")

_log = logging.getLogger(__name__)

_MOST_PLANS = 5
"""How often a change is planned while others keep changing the data; after that they wait for it."""


@dataclass(frozen=True, slots=True)
class CommandListeners:
    """Callbacks: ``changed`` after a command that changed data, ``failed`` with the bug that broke one."""

    changed: Callable[[str, Answer], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class CommandThreads:
    """The threads that commands run on: ``work`` makes changes, ``searching`` waits for the search.

    ``reading`` is for what changes nothing and may take long, and for planning a change: no change and no
    search waits for it.
    """

    work: Work
    reading: Work
    searching: Work

    def of(self, access: Access) -> Work:
        """Return the thread for a command of this kind."""
        if access is Access.SEARCH:
            return self.searching
        return self.work if access.needs_writing else self.reading


@dataclass(frozen=True, slots=True)
class _Outcome:
    answer: Answer
    is_changed: bool = False


_Callback: TypeAlias = Callable[[_Outcome | Exception | None], None]
"""Gets what came of a command, the bug that broke it, or None if no client waits for it any more."""


class CommandRunner:
    """Answers the requests that the command server receives."""

    def __init__(
        self,
        services: CommandServices,
        program: Mapping[str, BoundCommand],
        threads: CommandThreads,
        listeners: CommandListeners,
    ) -> None:
        """``program`` are the commands that control the program itself."""
        self._services, self._threads, self._listeners = services, threads, listeners
        self._commands = {name: each.bound(services) for name, each in COMMANDS.items()} | {**program}
        self._requests = Requests()

    def handle(self, message: dict[str, Any], take: TakeAnswer, is_gone: IsGone = never) -> None:
        """Run one request and have ``take`` get its answer, both as JSON; a bug is an answer as well.

        A change is answered when it is on the disk; until then the main thread goes on. A request is not run
        if ``is_gone``, which any thread may call, returns that its client has left; see
        :mod:`quickdesk.app.process.requests`.
        """
        try:
            request = Request.from_json(message)
        except ValueError:
            take(problem(Exit.USAGE, "malformed-request").to_json())
            return
        pending = self._requests.admit(request, take, is_gone)
        if pending is not None:  # else it came before, and has one answer
            self._run(request, pending)

    def _run(self, request: Request, pending: PendingRequest) -> None:
        callback = partial(self._on_outcome, request, pending)
        command = self._commands.get(request.command)
        if command is None:
            unknown = problem(Exit.FAILED, "unknown-command", command=request.command)
            callback(_Outcome(unknown) if pending.begin() else None)
        elif command.access in (Access.PROGRAM, Access.READ_ON_MAIN_THREAD):
            self._run_at_once(command, request, pending, callback)
        elif command.access is Access.PLAN:
            _PlannedCommand(self._services, self._threads, pending, callback).start(command, request)
        else:
            job = partial(_run_on_thread, command, request, self._services, pending)
            self._threads.of(command.access).submit(job, callback)

    def _run_at_once(
        self, command: BoundCommand, request: Request, pending: PendingRequest, callback: _Callback
    ) -> None:
        if not pending.begin():
            callback(None)
            return
        try:
            found = answered(partial(command.handler, request))
        except Exception as bug:  # noqa: BLE001 - a client waits for an answer; the listener reports the bug
            callback(bug)
            return
        if isinstance(found, Answer):
            callback(_Outcome(found))
        else:
            self._threads.reading.submit(lambda: _Outcome(completed(found)), callback)

    def _on_outcome(
        self, request: Request, pending: PendingRequest, outcome: _Outcome | Exception | None
    ) -> None:
        # A name that is no command of ours may be anything, even a reply that was sent here by mistake.
        name = request.command if request.command in self._commands else "?"
        if outcome is None:
            _log.info("command %s: dropped, no client waits for it", name)
            pending.drop()
            return
        if isinstance(outcome, Exception):
            self._listeners.failed(outcome)
            outcome = _Outcome(problem(Exit.FAILED, "broke"))
        _log.info("command %s: exit %d", name, outcome.answer.exit)
        if outcome.is_changed:
            self._listeners.changed(request.command, outcome.answer)
        pending.finish(outcome.answer)


class _PlannedCommand:
    """A command that is planned on the reading thread: other changes wait only while it is executed."""

    def __init__(
        self, services: CommandServices, threads: CommandThreads, pending: PendingRequest, callback: _Callback
    ) -> None:
        self._services, self._threads, self._pending = services, threads, pending
        self._callback = callback
        self._plans = 0

    def start(self, command: BoundCommand, request: Request) -> None:
        """Plan it and execute the plan."""
        self._make_plan(lambda: answered(partial(command.handler, request)))

    def _make_plan(self, job: Callable[[], Answer | Plan]) -> None:
        self._plans += 1
        self._threads.reading.submit(partial(_without_collection, job), self._on_planned)

    def _on_planned(self, outcome: Answer | Plan | Exception) -> None:
        if isinstance(outcome, Exception):
            self._callback(outcome)
        elif isinstance(outcome, Answer):
            self._callback(_Outcome(outcome))
        else:
            self._plan = outcome
            self._threads.work.submit(self._execute, self._on_executed)

    def _execute(self) -> _Outcome | None:
        if not self._pending.begin():
            return None
        before = _stored(self._services)
        is_last = self._plans >= _MOST_PLANS
        act = partial(completed, self._plan) if is_last else self._plan.execute
        answer = _without_collection(lambda: answered(act))
        if answer is None:
            return None
        is_changed = _stored(self._services) != before
        return _Outcome(_with_damage(answer, self._services), is_changed)

    def _on_executed(self, outcome: _Outcome | Exception | None) -> None:
        if outcome is None and not self._pending.is_dropped:
            self._make_plan(lambda: answered(self._plan.renewed))
        else:
            self._callback(outcome)


def _run_on_thread(
    command: BoundCommand, request: Request, services: CommandServices, pending: PendingRequest
) -> _Outcome | None:
    """Return the answer and whether data changed, or None if no client waits for it any more."""
    if not pending.begin():
        return None
    before = _state(command, services)
    answer = _without_collection(lambda: answered(lambda: completed(command.handler(request))))
    if request.command == "check":  # it lists by itself what was set aside
        return _Outcome(answer, is_changed="acknowledged" in (answer.data or answer.facts))
    is_other = command.access.needs_writing and _state(command, services) != before
    is_changed = is_other or _has_deleted(request.command, answer)
    return _Outcome(_with_damage(answer, services), is_changed)


def _has_deleted(command: str, answer: Answer) -> bool:
    """Return whether a command deleted what is neither a reply nor an action."""
    counted = {"forget": "count", "customer erase": "id", "customer retention": "erased"}.get(command)
    return counted is not None and bool((answer.data or {}).get(counted))


def _state(command: BoundCommand, services: CommandServices) -> object:
    return _stored(services) if command.access.needs_writing else None


def _stored(services: CommandServices) -> object:
    """Return what changes with any action: it may change other kinds and the trash only."""
    return services.store.snippets(), services.store.last_action()


def _with_damage(answer: Answer, services: CommandServices) -> Answer:
    """Add the files that were set aside and not acknowledged to an answer."""
    paths = services.checker.unacknowledged()
    return replace(answer, facts={**answer.facts, "set_aside": list(paths)}) if paths else answer


def _without_collection(job: Callable[[], T]) -> T:
    with gc_paused():
        return job()
