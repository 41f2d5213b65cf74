"""A command is run by the running program, else here, and never twice."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from quickdesk.cli.commands import subcommand
from quickdesk.cli.context import Context, Host
from quickdesk.cli.dispatch import Ask, run
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Answer, Exit, Request, done, problem

FIND = Request("find", {"query": "退款"})


class Program:
    """A running program that comes up after some requests went unanswered."""

    def __init__(self, answer: Answer | None, silent_for: int = 0) -> None:
        self.answer = answer
        self.silent_for = silent_for
        self.received: list[dict[str, Any]] = []

    def ask(self, request: dict[str, Any]) -> Mapping[str, Any] | None:
        self.received.append(request)
        if self.answer is None or len(self.received) <= self.silent_for:
            return None
        return self.answer.to_json()


class Here:
    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.times = 0

    def __call__(self, request: Request) -> Answer:
        self.times += 1
        return self.answers[min(self.times, len(self.answers)) - 1]


def run_by_program(command: str, ask: Ask) -> Answer:
    """Run a command that only the running program can."""
    host = Host({}, lambda _folder: done(), lambda _: {}, lambda _: None)
    context = Context(host, Path("/nowhere"), Catalog())
    described = subcommand(command if command in ("toggle", "show") else "hide")
    return run(Request(command), ask, lambda request: described.without_program(request, context))


def test_the_running_program_runs_it_alone() -> None:
    program, here = Program(done(["hit"])), Here(done(["other"]))
    assert run(FIND, program.ask, here) == done(["hit"])
    assert here.times == 0
    assert program.received == [{"command": "find", "arguments": {"query": "退款"}}]


def test_without_a_program_this_process_does_it_once() -> None:
    here = Here(done(["here"]))
    assert run(FIND, Program(None).ask, here) == done(["here"])
    assert here.times == 1


def test_a_program_that_is_just_starting_is_asked_again() -> None:
    program = Program(done("from the program"), silent_for=2)
    in_use = problem(Exit.DATA, "data-in-use", path="x")
    assert run(FIND, program.ask, Here(in_use)) == done("from the program")


def test_data_that_stays_in_use_is_reported() -> None:
    in_use = problem(Exit.DATA, "data-in-use", path="x")
    assert run(FIND, Program(None).ask, Here(in_use)) == in_use


def test_what_only_the_program_can_do_needs_one() -> None:
    assert run_by_program("toggle", Program(None).ask).problem == "not-running"
    assert run_by_program("toggle", Program(done()).ask) == done()


def test_an_invalid_answer_is_a_failure() -> None:
    for request, name in ((FIND, "no-answer"), (Request("add"), "unknown-outcome")):
        assert run(request, lambda _request: {"nonsense": 1}, Here(done())).problem == name


@pytest.mark.parametrize("command", ["add", "undo", "backup", "list", "show"])
def test_an_outcome_that_is_unknown_matters_where_something_is_written(command: str) -> None:
    is_told = command in ("add", "undo", "backup")
    unknown = problem(Exit.FAILED, "unknown-outcome", reason="timed-out")
    answer = run_by_program(command, Program(unknown).ask)
    assert answer == (unknown if is_told else problem(Exit.FAILED, "no-answer", reason="timed-out"))


def test_where_the_program_ended_only_what_writes_nothing_is_done_here() -> None:
    ended = problem(Exit.FAILED, "unknown-outcome", reason="ended")
    assert run(FIND, Program(ended).ask, Here(done(["here"]))) == done(["here"])
    here = Here(done())
    assert run(Request("add"), Program(ended).ask, here) == ended
    assert here.times == 0
    assert run_by_program("show", Program(ended).ask).problem == "not-running"
