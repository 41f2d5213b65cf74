"""Requests from outside between arrival and answer: each is carried out once and in time, or not at all.

A client may close its connection, or lose its patience, while its request still waits for its turn: then
the request is dropped. If it is being carried out already, the answer is that the outcome is unknown.
A request that comes again with the same id is not carried out again: it gets the answer of the first.
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
"""Returns seconds that only go forward."""

MOST_ANSWERS = 256
ANSWER_SECONDS = 600.0
"""So many answers are remembered, and for so long: far longer than a client tries again."""


def never() -> bool:
    """Return False: a client that is a part of this program does not go away."""
    return False


class _State(Enum):
    WAITING = auto()
    BEGUN = auto()
    DROPPED = auto()
    ANSWERED = auto()


@dataclass(eq=False, slots=True)
class _Client:
    take: TakeAnswer
    is_gone: IsGone
    deadline: float

    def is_waiting(self, now: float) -> bool:
        return now < self.deadline and not self.is_gone()


class Pending:
    """One request, and the clients that wait for its answer."""

    def __init__(self, request: Request, now: Now, settled: Callable[["Pending"], None]) -> None:
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
        """When the first of the clients that wait loses its patience; infinite where none does."""
        with self._guard:
            return min((each.deadline for each in self._clients), default=inf)

    @property
    def is_dropped(self) -> bool:
        """Whether it was not, and will not be, carried out."""
        return self._state is _State.DROPPED

    def begin(self) -> bool:
        """Return whether it is to be carried out now, on any thread: not where no client waits any more."""
        with self._guard:
            if self._state is _State.WAITING:
                now = self._now()
                is_wanted = any(each.is_waiting(now) for each in self._clients)
                self._state = _State.BEGUN if is_wanted else _State.DROPPED
            return self._state is _State.BEGUN

    def finish(self, answer: Answer) -> None:
        """Give the answer to all who wait."""
        self._settle(_State.ANSWERED, answer)

    def drop(self) -> None:
        """Answer that it was not carried out, after :meth:`begin` returned False."""
        self._settle(_State.DROPPED, _too_late())

    def add(self, client: _Client) -> None:
        """Let another client wait for the answer, or give it at once where it is known."""
        with self._guard:
            self._clients.append(client)
        if self.answer is not None:
            self._give(self.answer)

    def tell_late(self) -> None:
        """Answer the clients whose time is over: nothing was done, or the outcome is unknown."""
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
        self._give(self.answer)

    def _give(self, answer: dict[str, Any]) -> None:
        with self._guard:
            clients, self._clients = self._clients, []
        for each in clients:
            each.take(answer)


class Requests(QObject):
    """All requests under way, and the answers of the last ones; belongs to the thread of the windows."""

    def __init__(self, now: Now = monotonic) -> None:
        super().__init__()
        self._now = now
        self._known: dict[str, Pending] = {}
        self._under_way: list[Pending] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.tell_late)

    def admit(self, request: Request, take: TakeAnswer, is_gone: IsGone = never) -> Pending | None:
        """Return what is to be carried out for a client, or None where it is under way or answered already.

        ``take`` gets the answer in either case, as JSON; ``is_gone`` says, on any thread, whether the client
        has left.
        """
        pending = self._known.get(request.id)
        is_new = pending is None or pending.is_dropped
        if pending is None or is_new:
            pending = Pending(request, self._now, self._on_settled)
            self._under_way.append(pending)
            if request.id:
                self._known[request.id] = pending
        deadline = inf if request.patience is None else self._now() + request.patience
        pending.add(_Client(take, is_gone, deadline))
        self._plan()
        return pending if is_new else None

    def tell_late(self) -> None:
        """Answer all clients whose time is over; called by itself when it is."""
        for each in tuple(self._under_way):
            each.tell_late()
        self._plan()

    def _plan(self) -> None:
        first = min((each.first_deadline for each in self._under_way), default=inf)
        if first < inf:
            self._timer.start(max(ceil((first - self._now()) * 1000), 0))
        else:
            self._timer.stop()

    def _on_settled(self, settled: Pending) -> None:
        """Remember the answer of what must not be done twice, and let go of old ones."""
        self._under_way.remove(settled)
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
