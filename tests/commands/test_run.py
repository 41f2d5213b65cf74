"""Every command by its name; what the store refuses is an answer."""

from dataclasses import replace

import pytest

from quickdesk.commands.answer import Exit, Request
from quickdesk.commands.library_advice import LibraryAdvice
from quickdesk.commands.run import COMMANDS, READING, data_problem, run
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.search.finder import LibraryFinder
from tests.commands.desks import desk_with, store_of
from tests.fakes.vault import ShelfVault

REFUND = Snippet("a1", "退款", "好的。")


def test_an_unknown_command_is_said() -> None:
    answer = run(Request("fly"), desk_with())
    assert (answer.exit, answer.problem, answer.facts) == (
        Exit.FAILED,
        "unknown-command",
        {"command": "fly"},
    )


@pytest.mark.parametrize("reason", StoreProblem)
def test_what_the_store_refuses_is_an_answer_and_nothing_is_found_that_is_not_stored(
    reason: StoreProblem,
) -> None:
    desk = desk_with([REFUND])
    store_of(desk).refuse = reason
    for request in (
        Request("add", {"title": "新", "body": "文"}),
        Request("edit", {"id": "a1", "title": "改"}),
        Request("remove", {"id": "a1"}),
    ):
        answer = run(request, desk)
        assert (answer.exit, answer.problem) == (
            Exit.DATA,
            f"data-{reason.name.lower().replace('_', '-')}",
        )
    assert [row["id"] for row in run(Request("list"), desk).data] == ["a1"]
    assert [row["title"] for row in run(Request("find", {"query": ""}), desk).data] == ["退款"]


def test_reading_commands_change_nothing() -> None:
    desk = replace(desk_with([REFUND]), vault=ShelfVault(None))
    desk = replace(desk, advice=LibraryAdvice(LibraryFinder([REFUND])))
    store_of(desk).refuse = StoreProblem.NOT_WRITABLE
    for name in READING:
        assert run(Request(name, {"id": "a1", "query": "退", "message": "退款"}), desk).exit is Exit.DONE
    assert set(COMMANDS) > READING


def test_a_problem_names_the_path() -> None:
    answer = data_problem(StoreError(StoreProblem.DISK_FULL, "/data/snippets.json"))
    assert (answer.exit, answer.facts) == (Exit.DATA, {"path": "/data/snippets.json", "folder": "/data"})
