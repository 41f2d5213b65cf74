"""The command find, and with its reasons."""

from dataclasses import replace
from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import CommandServices, run
from quickdesk.replies.snippet import Snippet
from quickdesk.search.advice import LibraryAdvice
from quickdesk.search.finder import LibraryFinder
from tests.fakes.command_services import services_with

REFUND = Snippet("a1", "退款进度", "您的退款正在审核。", "tkjd", ("售后", "退款"), ("退款",))
RETURN = Snippet("a2", "退货地址", "请寄到{退货地址}。", "thdz", ("售后",))


@pytest.fixture
def services() -> CommandServices:
    made = services_with([RETURN, REFUND])
    assert isinstance(made.finder, LibraryFinder)
    return replace(made, advice=LibraryAdvice(made.finder))


def ask(services: CommandServices, command: str, **arguments: Any) -> Answer:
    return run(Request(command, arguments), services)


def test_find_ranks_and_says_where_it_matched() -> None:
    answer = ask(services_with([RETURN, REFUND]), "find", query="tuikuan", limit=5)
    assert answer.exit is Exit.DONE
    assert [row["id"] for row in answer.data if not row.get("related")] == ["a1"]
    row = answer.data[0]
    assert {"id", "code", "title", "body", "folder", "tags", "remark", "asks", "score", "spans"} == set(row)
    assert {"field": "title", "start": 0, "length": 2} in row["spans"]
    assert row["folder"] == "售后/退款"


def test_finding_nothing_is_an_empty_list_that_is_not_found() -> None:
    answer = ask(services_with([REFUND]), "find", query="zzz")
    assert (answer.exit, answer.data, answer.problem) == (Exit.NOT_FOUND, [], "nothing-found")


def test_where_nothing_fits_the_nearest_replies_are_no_matches(services: CommandServices) -> None:
    answer = ask(services, "find", query="正常的天气", explain=True)
    assert (answer.exit, answer.problem) == (Exit.NOT_FOUND, "nothing-found")
    assert [(row["id"], row["related"], row["nearest"]) for row in answer.data] == [("a1", True, True)]
    assert ask(services, "find", query="#天气").data == []
    found = ask(services, "find", query="退款")
    assert not any("nearest" in row for row in found.data)


def test_reasons_add_up_to_the_score(services: CommandServices) -> None:
    services.finder.set_prior({"a1": 37.0})  # type: ignore[attr-defined]
    (row, *_) = ask(services, "find", query="tuikuan", explain=True).data
    account = row["explanation"]
    worths = sum(reason["worth"] for reason in account["reasons"])
    assert account["prior"] == 37
    assert worths - account["length"] + account["prior"] + account["picked"] == account["score"]
    assert account["score"] == row["score"]
    assert account["reasons"][0] == {
        "word": "tuikuan",
        "field": "title",
        "at_start": True,
        "whole": False,
        "way": "pinyin",
        "worth": account["reasons"][0]["worth"],
    }


def test_without_explain_there_are_no_reasons(services: CommandServices) -> None:
    assert "explanation" not in ask(services, "find", query="tk").data[0]
    assert ask(services, "find", query="", explain=True).data[0]["explanation"] is None
    assert ask(services, "find", query="tk", explain="yes").problem == "bad-argument"


def test_without_advice_nothing_is_explained() -> None:
    assert ask(services_with([REFUND]), "find", query="tk", explain=True).data[0]["explanation"] is None


def test_related_replies_are_marked_and_explained(services: CommandServices) -> None:
    row, *_ = ask(services, "find", query="退钱吗", explain=True).data
    assert row["id"] == "a1"
    assert row["related"] is True
    account = row["explanation"]
    assert account["reasons"] == []
    assert {"typed": "退钱", "found": "退款", "relation": "meaning"}.items() <= account["related"][0].items()
    assert sum(reason["worth"] for reason in account["related"]) == pytest.approx(account["score"], abs=0.01)
    assert "related" not in ask(services, "find", query="退款").data[0]
