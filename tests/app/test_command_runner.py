"""Requests of other processes are always answered; only a change of data is reported."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.app.command_runner import CommandListeners, CommandRunner, CommandThreads
from quickdesk.app.process.work import Work
from quickdesk.commands.answer import Answer, Exit, Request, done
from quickdesk.commands.command import Deferred
from quickdesk.commands.program import action, pausing, program_command
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreProblem
from quickdesk.storage.journal.background import Job
from tests.commands.test_answer import JSON
from tests.contracts.customer_store import WANG
from tests.fakes.clock import NOON
from tests.fakes.command_services import services_with, store_of
from tests.fakes.worker import WorkerAtOnce

REFUND = Snippet("a1", "退款", "文")


class FakePause:
    def __init__(self) -> None:
        self.paused: list[timedelta | None] = []
        self.resumed = 0
        self.until: datetime | None = None

    def pause(self, how_long: timedelta | None) -> None:
        self.paused.append(how_long)
        self.until = None if how_long is None else NOON + how_long

    def resume(self) -> None:
        self.resumed += 1
        self.until = None


class CountingWorker(WorkerAtOnce):
    jobs = 0

    def submit(self, job: Job) -> None:
        self.jobs += 1
        super().submit(job)


class Program:
    def __init__(self) -> None:
        self.changes = 0
        self.bugs: list[Exception] = []
        self.hotkey = FakePause()
        self.services = services_with([REFUND])
        actions = {
            "show": action(lambda: None),
            "break": program_command(self._break),
            "pause": pausing(self.hotkey),
            "doctor": program_command(lambda request: Deferred(lambda: done(request.command))),
            "break later": program_command(lambda request: Deferred(lambda: self._break(request))),
        }
        self.reading, self.searching = CountingWorker(), CountingWorker()
        work, reading, searching = (Work(each) for each in (WorkerAtOnce(), self.reading, self.searching))
        self.runner = CommandRunner(
            self.services,
            actions,
            CommandThreads(work, reading, searching),
            CommandListeners(self._changed, self.bugs.append),
        )

    def ask(self, command: str, **arguments: Any) -> dict[str, Any]:
        return self.answer({"command": command, "arguments": arguments})

    def answer(self, message: Any) -> dict[str, Any]:
        answers: list[dict[str, Any]] = []
        self.runner.handle(message, answers.append)
        (answer,) = answers
        return answer

    def _changed(self, command: str, answer: Answer) -> None:
        self.changes += 1

    def _break(self, request: Request) -> Answer:
        raise LookupError(request.command)


def test_a_change_is_reported_once_and_only_a_change() -> None:
    program = Program()
    program.ask("add", title="t", body="b")
    assert program.changes == 1
    for command, arguments in (
        ("find", {"query": "t"}),
        ("list", {}),
        ("add", {"title": "", "body": ""}),
        ("edit", {"id": "zzz", "title": "u"}),
        ("edit", {"id": "a1", "title": "退款"}),
        ("import", {"files": [{"name": "x.csv", "content": "5qCH6aKYLOWGheWuuQphLGIK"}], "dry_run": True}),
        ("show", {}),
        ("fly", {}),
    ):
        program.ask(command, **arguments)
    assert program.changes == 1
    store_of(program.services).refuse = StoreProblem.DISK_FULL
    assert program.ask("remove", id="a1")["exit"] == Exit.DATA
    assert program.changes == 1


def test_a_bug_is_answered_and_reaches_the_barrier_once() -> None:
    program = Program()
    answer = program.ask("break")
    assert (answer["exit"], answer["problem"]) == (Exit.FAILED, "broke")
    assert [type(bug) for bug in program.bugs] == [LookupError]
    assert program.ask("show")["exit"] == Exit.DONE


@given(JSON)
def test_whatever_comes_in_is_answered(message: Any) -> None:
    program = Program()
    assert program.answer(message)["exit"] in set(Exit)
    assert program.bugs == []


@given(st.sampled_from(["pause", "show", "find", "add"]), st.dictionaries(st.sampled_from(
    ["minutes", "off", "query", "limit", "title"]), JSON, max_size=4))  # fmt: skip
def test_whatever_arguments_come_in_are_answered(command: str, arguments: dict[str, Any]) -> None:
    program = Program()
    assert program.ask(command, **arguments)["exit"] in set(Exit)
    assert program.bugs == []


@pytest.mark.parametrize("minutes", ["15", 0, -1, 1441, 10**12, 1.5, True, [], {}])
def test_a_pause_of_nonsense_is_wrong_usage(minutes: object) -> None:
    program = Program()
    answer = program.ask("pause", minutes=minutes)
    assert (answer["exit"], answer["problem"]) == (Exit.USAGE, "bad-argument")
    assert program.hotkey.paused == []


def test_an_erasure_is_a_change_although_no_action_is_left() -> None:
    program = Program()
    program.services.customers.apply(CustomerChange(customers=(WANG,)))
    assert program.ask("customer erase", id="w2")["exit"] == Exit.REFUSED
    assert program.ask("customer retention")["exit"] == Exit.DONE
    assert program.changes == 0
    assert program.ask("customer erase", id="w2", yes=True)["exit"] == Exit.DONE
    assert program.changes == 1


def test_a_pause_has_its_time_or_none_or_ends() -> None:
    program = Program()
    answers = [
        program.ask("pause", **each)["data"] for each in ({"minutes": 15, "off": False}, {}, {"off": True})
    ]
    assert program.hotkey.paused == [timedelta(minutes=15), None]
    assert program.hotkey.resumed == 1
    assert [each["paused"] for each in answers] == [True, True, False]
    assert [each["until"] for each in answers] == [(NOON + timedelta(minutes=15)).isoformat(), None, None]


def test_an_answer_that_takes_time_is_found_on_another_thread() -> None:
    program = Program()
    assert program.ask("doctor")["data"] == "doctor"
    assert program.reading.jobs == 1
    assert program.ask("break later")["problem"] == "broke"
    assert [type(bug) for bug in program.bugs] == [LookupError]


def test_a_search_waits_for_no_check_and_no_change() -> None:
    program = Program()
    assert [each["id"] for each in program.ask("find", query="tk")["data"]] == ["a1"]
    program.ask("suggest", message="退款")
    program.ask("list")
    assert (program.searching.jobs, program.reading.jobs) == (2, 1)


def test_a_message_that_is_no_request_is_answered() -> None:
    answer = Program().answer({"command": 7})
    assert (answer["exit"], answer["problem"]) == (Exit.USAGE, "malformed-request")


@pytest.mark.parametrize("command", ["add", "show", "render", "list", "doctor"])
def test_nothing_is_run_for_a_client_that_has_left(command: str) -> None:
    program = Program()
    shown: list[str] = []
    program.runner._commands = {**program.runner._commands, "show": action(lambda: shown.append("show"))}
    answers: list[dict[str, Any]] = []
    message = {"command": command, "arguments": {"title": "t", "body": "b", "id": "a1"}, "id": "x"}
    program.runner.handle(message, answers.append, lambda: True)
    assert [each["problem"] for each in answers] == ["too-late"]
    assert (program.changes, shown, len(program.services.store.snippets())) == (0, [], 1)
    program.runner.handle(message, answers.append)
    assert answers[1]["exit"] == Exit.DONE


def test_a_request_that_comes_again_is_not_run_again() -> None:
    program = Program()
    message = {"command": "add", "arguments": {"title": "t", "body": "b"}, "id": "x", "patience": 60}
    first, again = program.answer(message), program.answer(message)
    assert first == again
    assert first["data"]["title"] == "t"
    assert (program.changes, len(program.services.store.snippets())) == (1, 2)
    assert program.answer({**message, "id": "y"}) != first


@pytest.mark.parametrize(
    "odd", [{"id": 1}, {"id": "x" * 65}, {"patience": 0}, {"patience": "1"}, {"patience": True},
            {"patience": 1e9}, {"patience": float("nan")}]
)  # fmt: skip
def test_an_odd_id_or_patience_is_no_request(odd: dict[str, Any]) -> None:
    assert Program().answer({"command": "list", "arguments": {}, **odd})["problem"] == "malformed-request"
