"""The command suggest: what fits a message, and what is no message."""

from dataclasses import replace
from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import CommandServices, run
from quickdesk.commands.search import MAX_MESSAGE_LENGTH
from quickdesk.replies.snippet import Snippet
from quickdesk.search.advice import LibraryAdvice
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.suggestion import Answered
from tests.fakes.command_services import services_with

REFUND = Snippet("a1", "退款进度", "您的退款正在审核。", "tkjd", ("售后",), ("退款",))
RETURN = Snippet("a2", "退货地址", "请寄到{退货地址}。", "thdz", ("售后",))


@pytest.fixture
def services() -> CommandServices:
    made = services_with([RETURN, REFUND])
    assert isinstance(made.finder, LibraryFinder)
    return replace(made, advice=LibraryAdvice(made.finder, [Answered("往哪儿寄", "a2")]))


def ask(services: CommandServices, command: str, **arguments: Any) -> Answer:
    return run(Request(command, arguments), services)


def test_suggestions_have_the_shape_of_hits_and_their_reasons(services: CommandServices) -> None:
    answer = ask(services, "suggest", message=" 我的退款呢 \n", limit=1)
    assert answer.exit is Exit.DONE
    (row,) = answer.data
    assert row["id"] == "a1"
    assert row["score"] > 0
    assert "退款" in row["shared"]
    assert row["like"] is None
    plain = ask(services, "find", query="tkjd").data[0]
    assert set(row) == {*plain, "shared", "reasons", "like"}


def test_what_was_answered_before_is_named(services: CommandServices) -> None:
    assert ask(services, "suggest", message="寄哪儿去").data[0]["like"] == "往哪儿寄"


@pytest.mark.parametrize("message", ["喵", "???", "\ud83d"])
def test_where_nothing_fits_the_list_is_empty_and_not_found(services: CommandServices, message: str) -> None:
    answer = ask(services, "suggest", message=message)
    assert (answer.exit, answer.data, answer.problem) == (Exit.NOT_FOUND, [], "nothing-fits")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({}, "no-message"),
        ({"message": " \n"}, "no-message"),
        ({"message": "退" * (MAX_MESSAGE_LENGTH + 1)}, "message-too-long"),
        ({"message": 7}, "bad-argument"),
        ({"message": "退款", "limit": 0}, "bad-argument"),
        ({"message": "退款", "limit": "5"}, "bad-argument"),
    ],
)
def test_what_is_no_message_is_refused(
    services: CommandServices, arguments: dict[str, Any], problem: str
) -> None:
    answer = ask(services, "suggest", **arguments)
    assert (answer.exit, answer.problem) == (Exit.USAGE, problem)


def test_without_advice_nothing_is_suggested() -> None:
    assert ask(services_with([REFUND]), "suggest", message="退款").exit is Exit.NOT_FOUND
