"""Requests of other processes between arrival and answer: each is run once and in time, or not at all.

A client may close its connection, or its timeout may pass, while its request still waits: then the request
is dropped. If it is running already, the answer is that the outcome is unknown. A request that arrives again
with the same id is not run again: it gets the answer of the first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil, inf
from time import monotonic
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer

from quickdesk.commands.answer import Answer, Exit, Request, problem
from quickdesk.commands.registry import is_repeatable
from quickdesk.storage.journal.background import Guard

TakeAnswer: TypeAlias = Callable[[dict[str, Any]], None]
IsGone: TypeAlias = Callable[[], bool]
Now: TypeAlias = Callable[[], float]
"""Returns monotonic seconds."""

MOST_ANSWERS = 256
"""How many answers are remembered."""
ANSWER_SECONDS = 600.0
"""For how long answers are remembered: far longer than a client tries again."""


def never() -> bool:
    """Return False: a client that is a part of this program does not leave."""
    return False


class _State(Enum):
    WAITING = auto()
    RUNNING = auto()
    DROPPED = auto()
    ANSWERED = auto()


@dataclass(eq=False, slots=True)
class _Client:
    take: TakeAnswer
    is_gone: IsGone
    deadline: float

    def is_waiting(self, now: float) -> bool:
        return now < self.deadline and not self.is_gone()


class PendingRequest:
    """One request, and the clients that wait for its answer."""

    def __init__(self, request: Request, now: Now, settled: Callable[["PendingRequest"], None]) -> None:
        """``settled`` is called when it is answered or dropped."""
        # Not the whole request: the files of an import would be kept as long as the answer.
        self.id, self.is_repeatable = request.id, is_repeatable(request.command)
        self.answer: dict[str, Any] | None = None
        self.answered_at = 0.0
        self._now, self._settled = now, settled
        self._state = _State.WAITING
        self._clients: list[_Client] = []
        self._guard = Guard()

    @property
    def first_deadline(self) -> float:
        """The earliest deadline of the clients that wait; infinite if none has one."""
        with self._guard:
            return min((each.deadline for each in self._clients), default=inf)

    @property
    def is_dropped(self) -> bool:
        """Whether it was not run and will not be."""
        return self._state is _State.DROPPED

    def begin(self) -> bool:
        """Mark it as running and return True, or drop it and return False if no client waits; thread-safe."""
        with self._guard:
            if self._state is _State.WAITING:
                now = self._now()
                is_wanted = any(each.is_waiting(now) for each in self._clients)
                self._state = _State.RUNNING if is_wanted else _State.DROPPED
            return self._state is _State.RUNNING

    def finish(self, answer: Answer) -> None:
        """Send the answer to all clients that wait."""
        self._settle(_State.ANSWERED, answer)

    def drop(self) -> None:
        """Answer that it was not run, after :meth:`begin` returned False."""
        self._settle(_State.DROPPED, _too_late())

    def add(self, client: _Client) -> None:
        """Add a client that waits for the answer; it is sent at once if it is known."""
        with self._guard:
            self._clients.append(client)
        if self.answer is not None:
            self._send(self.answer)

    def answer_late(self) -> None:
        """Answer the clients whose deadline has passed: nothing was done, or the outcome is unknown."""
        with self._guard:
            now = self._now()
            late = [each for each in self._clients if each.deadline <= now]
            self._clients = [each for each in self._clients if each not in late]
            if self._state is _State.WAITING and not self._clients:
                self._state = _State.DROPPED
            is_dropped = self.is_dropped
        answer = _too_late() if is_dropped else problem(Exit.FAILED, "unknown-outcome", reason="timed-out")
        for each in late:
            each.take(answer.to_json())

    def _settle(self, state: _State, answer: Answer) -> None:
        with self._guard:
            self._state = state
        self.answer, self.answered_at = answer.to_json(), self._now()
        self._settled(self)
        self._send(self.answer)

    def _send(self, answer: dict[str, Any]) -> None:
        with self._guard:
            clients, self._clients = self._clients, []
        for each in clients:
            each.take(answer)


class Requests(QObject):
    """All pending requests, and the answers of the last ones; for the main thread."""

    def __init__(self, now: Now = monotonic) -> None:
        super().__init__()
        self._now = now
        self._known: dict[str, PendingRequest] = {}
        self._pending: list[PendingRequest] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.answer_late)

    def admit(self, request: Request, take: TakeAnswer, is_gone: IsGone = never) -> PendingRequest | None:
        """Return the request to run for a client, or None if it is running or answered already.

        ``take`` gets the answer in either case, as JSON; ``is_gone`` returns, on any thread, whether the
        client has left.
        """
        pending = self._known.get(request.id)
        is_new = pending is None or pending.is_dropped
        if pending is None or is_new:
            pending = PendingRequest(request, self._now, self._on_settled)
            self._pending.append(pending)
            if request.id:
                self._known[request.id] = pending
        deadline = inf if request.patience is None else self._now() + request.patience
        pending.add(_Client(take, is_gone, deadline))
        self._start_timer()
        return pending if is_new else None

    def answer_late(self) -> None:
        """Answer all clients whose deadline has passed; a timer calls it."""
        for each in tuple(self._pending):
            each.answer_late()
        self._start_timer()

    def _start_timer(self) -> None:
        first = min((each.first_deadline for each in self._pending), default=inf)
        if first < inf:
            self._timer.start(max(ceil((first - self._now()) * 1000), 0))
        else:
            self._timer.stop()

    def _on_settled(self, settled: PendingRequest) -> None:
        """Remember the answer of a request that must not be run twice, and forget old ones."""
        self._pending.remove(settled)
        if settled.is_dropped or settled.is_repeatable:
            if self._known.get(settled.id) is settled:
                del self._known[settled.id]
            return
        answered = [each for each in self._known.values() if each.answer is not None]
        for number, each in enumerate(answered):
            is_old = self._now() - each.answered_at > ANSWER_SECONDS
            if is_old or number < len(answered) - MOST_ANSWERS:
                del self._known[each.id]


def _too_late() -> Answer:
    return problem(Exit.FAILED, "too-late")
