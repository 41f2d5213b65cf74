"""Every command by its name; what the store refuses is an answer."""

from dataclasses import replace

import pytest

from quickdesk.commands.answer import Exit, Request
from quickdesk.commands.command import data_problem
from quickdesk.commands.registry import COMMANDS, run
from quickdesk.customers.customer import Customer, Nickname
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.search.advice import LibraryAdvice
from quickdesk.search.finder import LibraryFinder
from tests.fakes.backups import FakeBackups
from tests.fakes.command_services import services_with, store_of

REFUND = Snippet("a1", "退款", "好的。")


def test_an_unknown_command_is_reported() -> None:
    answer = run(Request("fly"), services_with())
    assert (answer.exit, answer.problem, answer.facts) == (
        Exit.FAILED,
        "unknown-command",
        {"command": "fly"},
    )


@pytest.mark.parametrize("reason", StoreProblem)
def test_what_the_store_refuses_is_an_answer_and_nothing_is_found_that_is_not_stored(
    reason: StoreProblem,
) -> None:
    services = services_with([REFUND])
    store_of(services).refuse = reason
    for request in (
        Request("add", {"title": "新", "body": "文"}),
        Request("edit", {"id": "a1", "title": "改"}),
        Request("remove", {"id": "a1"}),
    ):
        answer = run(request, services)
        is_locked = reason in (StoreProblem.LOCKED, StoreProblem.WRONG_PASSPHRASE)
        assert (answer.exit, answer.problem) == (
            Exit.REFUSED if is_locked else Exit.DATA,
            f"data-{reason.name.lower().replace('_', '-')}",
        )
    assert [row["id"] for row in run(Request("list"), services).data] == ["a1"]
    assert [row["title"] for row in run(Request("find", {"query": ""}), services).data] == ["退款"]


def test_reading_commands_change_nothing() -> None:
    services = replace(services_with([REFUND]), backups=FakeBackups(None))
    services.customers.apply(CustomerChange((Customer("a1", (Nickname("退"),)),)))
    services = replace(services, advice=LibraryAdvice(LibraryFinder([REFUND])))
    store_of(services).refuse = StoreProblem.NOT_WRITABLE
    reading = {name for name, command in COMMANDS.items() if not command.access.needs_writing}
    for name in reading:
        assert run(Request(name, {"id": "a1", "query": "退", "message": "退款"}), services).exit is Exit.DONE
    assert {"find", "list", "render", "export", "backup", "check"} <= reading < set(COMMANDS)


def test_a_problem_names_the_path() -> None:
    answer = data_problem(StoreError(StoreProblem.DISK_FULL, "/data/snippets.json"))
    assert (answer.exit, answer.facts) == (Exit.DATA, {"path": "/data/snippets.json", "folder": "/data"})
