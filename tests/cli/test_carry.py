"""A command is carried out by the running program, else here, and never twice."""

from collections.abc import Mapping
from typing import Any

from quickdesk.cli.carry import carry, carry_there
from quickdesk.commands.answer import Answer, Exit, Request, done, problem

FIND = Request("find", {"query": "退款"})


class Program:
    """A running program that comes up after some requests went unanswered."""

    def __init__(self, answer: Answer | None, silent_for: int = 0) -> None:
        self.answer = answer
        self.silent_for = silent_for
        self.heard: list[dict[str, Any]] = []

    def ask(self, request: dict[str, Any]) -> Mapping[str, Any] | None:
        self.heard.append(request)
        if self.answer is None or len(self.heard) <= self.silent_for:
            return None
        return self.answer.to_json()


class Here:
    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.times = 0

    def __call__(self, request: Request) -> Answer:
        self.times += 1
        return self.answers[min(self.times, len(self.answers)) - 1]


def test_the_running_program_carries_it_out_alone() -> None:
    program, here = Program(done(["hit"])), Here(done(["other"]))
    assert carry(FIND, program.ask, here) == done(["hit"])
    assert here.times == 0
    assert program.heard == [{"command": "find", "arguments": {"query": "退款"}}]


def test_without_a_program_this_process_does_it_once() -> None:
    here = Here(done(["here"]))
    assert carry(FIND, Program(None).ask, here) == done(["here"])
    assert here.times == 1


def test_a_program_that_is_just_starting_is_asked_again() -> None:
    program = Program(done("from the program"), silent_for=2)
    in_use = problem(Exit.DATA, "data-in-use", path="x")
    assert carry(FIND, program.ask, Here(in_use)) == done("from the program")


def test_data_that_stays_in_use_is_said() -> None:
    in_use = problem(Exit.DATA, "data-in-use", path="x")
    assert carry(FIND, Program(None).ask, Here(in_use)) == in_use


def test_what_only_the_program_can_do_needs_one() -> None:
    assert carry_there(Request("toggle"), Program(None).ask).problem == "not-running"
    assert carry_there(Request("toggle"), Program(done()).ask) == done()


def test_an_answer_that_is_none_is_a_failure() -> None:
    assert carry(FIND, lambda _request: {"nonsense": 1}, Here(done())).problem == "no-answer"
