"""A request is run once and in time, or not at all, and the answer says which."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from pytestqt.qtbot import QtBot

from quickdesk.app.process.requests import ANSWER_SECONDS, MOST_ANSWERS, PendingRequest, Requests
from quickdesk.commands.answer import Request, done

pytestmark = pytest.mark.usefixtures("qapp")


class Client:
    def __init__(self) -> None:
        self.is_gone = False
        self.answers: list[dict[str, Any]] = []

    @property
    def problem(self) -> str:
        (answer,) = self.answers
        return str(answer["problem"])


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Program:
    """Admits requests and runs them on demand."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.requests = Requests(self.clock)

    def admit(
        self, client: Client, request_id: str = "", patience: float | None = None, command: str = "add"
    ) -> PendingRequest | None:
        request = Request(command, {}, request_id, patience)
        return self.requests.admit(request, client.answers.append, lambda: client.is_gone)


def run(pending: PendingRequest | None, data: object = None) -> bool:
    """Do what a worker does; return whether anything was done."""
    assert pending is not None
    if not pending.begin():
        pending.drop()
        return False
    pending.finish(done(data))
    return True


def test_a_request_is_run_and_answered() -> None:
    program, client = Program(), Client()
    assert run(program.admit(client), 1)
    assert client.answers == [done(1).to_json()]


def test_one_whose_client_is_gone_is_dropped() -> None:
    program, client = Program(), Client()
    pending = program.admit(client, "x")
    client.is_gone = True
    assert not run(pending)


def test_one_whose_time_is_over_is_dropped_and_its_client_is_answered_that_nothing_was_done() -> None:
    program, client = Program(), Client()
    pending = program.admit(client, "x", patience=60)
    program.clock.seconds = 60
    assert not run(pending)
    assert client.problem == "too-late"
    again = Client()
    assert run(program.admit(again, "x"), 2), "what was not done may be asked for again"
    assert again.answers == [done(2).to_json()]


def test_a_client_is_answered_in_time_although_its_request_waits(qtbot: QtBot) -> None:
    requests, client, patient = Requests(), Client(), Client()
    assert requests.admit(Request("add", patience=60), patient.answers.append) is not None
    pending = requests.admit(Request("add", patience=0.01), client.answers.append)
    qtbot.waitUntil(lambda: bool(client.answers))
    assert client.problem == "too-late"
    assert not run(pending)
    assert len(client.answers) == 1
    assert patient.answers == []


def test_what_is_under_way_when_the_time_is_over_has_an_unknown_outcome() -> None:
    program, client = Program(), Client()
    pending = program.admit(client, "x", patience=60)
    assert pending is not None
    assert pending.begin()
    program.clock.seconds = 60
    program.requests.answer_late()
    assert client.problem == "unknown-outcome"
    again = Client()
    assert program.admit(again, "x") is None
    pending.finish(done(3))
    assert again.answers == [done(3).to_json()]
    assert len(client.answers) == 1


def test_asked_again_it_is_not_done_again() -> None:
    program, first, second, third = Program(), Client(), Client(), Client()
    pending = program.admit(first, "x")
    assert program.admit(second, "x") is None
    first.is_gone = True
    assert run(pending, 1), "the second waits"
    assert program.admit(third, "x") is None
    assert second.answers == third.answers == [done(1).to_json()]
    assert program.admit(Client(), "y") is not None
    assert program.admit(Client()) is not None
    assert program.admit(Client()) is not None


def test_what_writes_nothing_is_not_remembered() -> None:
    program = Program()
    for command, is_remembered in (("list", False), ("find", False), ("backup", True), ("toggle", True)):
        run(program.admit(Client(), command, command=command))
        assert (program.admit(Client(), command, command=command) is None) is is_remembered


def test_answers_are_forgotten_by_number_and_age() -> None:
    program = Program()
    for number in range(MOST_ANSWERS + 3):
        run(program.admit(Client(), str(number)))
    under_way = program.admit(Client(), "u")
    assert len(program.requests._known) == MOST_ANSWERS + 1
    assert program.admit(Client(), "3") is None
    program.clock.seconds = ANSWER_SECONDS + 1
    run(program.admit(Client(), "new"))
    assert list(program.requests._known) == ["u", "new"]
    assert run(under_way)


class AnyOrder(RuleBasedStateMachine):
    """Clients ask, ask again, leave and lose patience in any order; a worker does one thing after another."""

    def __init__(self) -> None:
        super().__init__()
        self.program = Program()
        self.clients: list[tuple[str, Client]] = []
        self.queue: list[tuple[str, PendingRequest]] = []
        self.begun: tuple[str, PendingRequest] | None = None
        self.done: list[str] = []

    @rule(request_id=st.sampled_from("abc"), patience=st.sampled_from([None, 5.0, 50.0]))
    def ask(self, request_id: str, patience: float | None) -> None:
        client = Client()
        self.clients.append((request_id, client))
        pending = self.program.admit(client, request_id, patience)
        if pending is not None:
            self.queue.append((request_id, pending))

    @precondition(lambda self: self.clients)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        data.draw(st.sampled_from(self.clients))[1].is_gone = True

    @rule(seconds=st.sampled_from([1.0, 10.0]))
    def time_passes(self, seconds: float) -> None:
        self.program.clock.seconds += seconds

    @rule()
    def answer_late(self) -> None:
        self.program.requests.answer_late()

    @precondition(lambda self: self.queue and self.begun is None)
    @rule()
    def begin(self) -> None:
        request_id, pending = self.queue.pop(0)
        if pending.begin():
            self.begun = (request_id, pending)
            self.done.append(request_id)
        else:
            pending.drop()

    @precondition(lambda self: self.begun is not None)
    @rule()
    def finish(self) -> None:
        assert self.begun is not None
        self.begun[1].finish(done(self.begun[0]))
        self.begun = None

    @invariant()
    def nothing_is_done_twice(self) -> None:
        assert len(self.done) == len(set(self.done))

    @invariant()
    def answers_are_true(self) -> None:
        for request_id, client in self.clients:
            assert len(client.answers) <= 1
            if client.answers and client.problem == "":
                assert client.answers == [done(request_id).to_json()]
                assert request_id in self.done


TestAnyOrder = pytest.mark.usefixtures("qapp")(AnyOrder.TestCase)
TestAnyOrder.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
