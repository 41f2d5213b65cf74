"""While an import is read, other changes are made; its plan is renewed if they concern it."""

import base64
from typing import Any

import pytest

from quickdesk.app.command_runner import CommandListeners, CommandRunner, CommandThreads
from quickdesk.app.process.work import Work
from quickdesk.commands.answer import Answer, Exit
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreProblem
from quickdesk.storage.journal.background import Job
from tests.fakes.command_services import services_with, store_of
from tests.fakes.worker import WorkerAtOnce, WorkerOnDemand

REFUND = Snippet("a1", "退款", "旧")
LIST = "标题,内容\n退款,新\n发货,已发\n"


class Program:
    """A program whose threads run their jobs on demand."""

    def __init__(self, reading: WorkerAtOnce | WorkerOnDemand | None = None) -> None:
        self.services = services_with([REFUND])
        self.reading, self.work = WorkerOnDemand(), WorkerOnDemand()
        self.changes: list[str] = []
        self.bugs: list[Exception] = []
        self.runner = CommandRunner(
            self.services,
            {},
            CommandThreads(Work(self.work), Work(reading or self.reading), Work(WorkerAtOnce())),
            CommandListeners(lambda command, _answer: self.changes.append(command), self.bugs.append),
        )

    def ask(self, command: str, **arguments: Any) -> list[Answer]:
        """Ask, and return the list in which the answer will be."""
        answers: list[Answer] = []
        message = {"command": command, "arguments": arguments}
        self.runner.handle(message, lambda answer: answers.append(Answer.from_json(answer)))
        return answers

    def bring(self, text: str = LIST, **more: Any) -> list[Answer]:
        content = base64.b64encode(text.encode()).decode()
        return self.ask("import", files=[{"name": "a.csv", "content": content}], **more)

    def bodies(self) -> dict[str, str]:
        return {snippet.title: snippet.body for snippet in self.services.store.snippets()}


def test_a_change_is_made_while_an_import_is_read() -> None:
    program = Program()
    brought = program.bring()
    added = program.ask("add", title="在", body="在的")
    program.work.do_next()
    assert [answer.exit for answer in added] == [Exit.DONE]
    assert brought == []
    program.reading.do_next()
    assert program.bodies() == {"退款": "旧", "在": "在的"}, "it is only planned"
    program.work.do_next()
    assert [(answer.data["new"], answer.data["changed"]) for answer in brought] == [(1, 1)]
    assert program.bodies() == {"退款": "新", "在": "在的", "发货": "已发"}
    assert program.changes == ["add", "import"]
    assert not program.reading.waiting


@pytest.mark.parametrize(
    ("command", "arguments", "counts"),
    [
        ("remove", {"id": "a1"}, (2, 0, 0)),
        ("edit", {"id": "a1", "body": "新"}, (1, 0, 1)),
        ("add", {"title": "发货", "body": "已发"}, (0, 1, 1)),
    ],
)
def test_what_changed_meanwhile_is_looked_at_again(
    command: str, arguments: dict[str, str], counts: tuple[int, int, int]
) -> None:
    program = Program()
    brought, changed = program.bring(), program.ask(command, **arguments)
    program.reading.do_next()
    program.work.do_next()
    assert [answer.exit for answer in changed] == [Exit.DONE]
    there = program.bodies()
    program.work.do_next()
    assert (brought, program.bodies()) == ([], there), "it is planned again before anything is changed"
    program.reading.do_next()
    program.work.do_next()
    (answer,) = brought
    assert (answer.data["new"], answer.data["changed"], answer.data["same"]) == counts
    assert program.bodies() == {"退款": "新", "发货": "已发"}


class ChangingReader(WorkerAtOnce):
    """Changes a reply that is brought in, each time that it is planned."""

    def __init__(self) -> None:
        self.plans = 0

    def submit(self, job: Job) -> None:
        self.plans += 1
        super().submit(job)
        self.program.services.library.apply(Change(put=(Snippet("a1", "退款", f"旧 {self.plans}"),)))

    program: Program


def test_an_import_comes_to_an_end_however_often_its_replies_change() -> None:
    reader = ChangingReader()
    reader.program = Program(reader)
    brought = reader.program.bring()
    while reader.program.work.waiting:
        reader.program.work.do_next()
    assert [answer.data["changed"] for answer in brought] == [1]
    assert 1 < reader.plans < 10
    assert reader.program.bodies() == {"退款": "新", "发货": "已发"}


def test_a_dry_run_and_a_file_that_cannot_be_read_need_no_turn_among_the_changes() -> None:
    program = Program()
    answers = [program.bring(dry_run=True), program.bring("x"), program.ask("import", files=[])]
    while program.reading.waiting:
        program.reading.do_next()
    assert [answer.exit for (answer,) in answers] == [Exit.DONE, Exit.FAILED, Exit.USAGE]
    assert not program.work.waiting
    assert (program.changes, program.bugs) == ([], [])


def test_what_the_store_refuses_is_answered() -> None:
    program = Program()
    brought = program.bring()
    program.reading.do_next()
    store_of(program.services).refuse = StoreProblem.DISK_FULL
    program.work.do_next()
    assert [(answer.exit, answer.problem) for answer in brought] == [(Exit.DATA, "data-disk-full")]
    assert program.changes == []
