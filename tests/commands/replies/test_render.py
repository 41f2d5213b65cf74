"""A reply leaves finished or not at all."""

from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import run
from quickdesk.customers.customer import Customer, Nickname
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.snippet import Snippet
from tests.fakes.command_services import services_with

BODY = "{买家}您好，{快递:中通}已发出，{日期}。{光标}{剪贴板}"


def render(body: str = BODY, clipboard: str = "SF1", values: list[tuple[str, str]] | None = None) -> Answer:
    services = services_with([Snippet("a1", "t", body)], clipboard)
    arguments: dict[str, Any] = {"id": "a1", "values": values or []}
    return run(Request("render", arguments), services)


def test_values_defaults_date_cursor_and_clipboard() -> None:
    answer = render(values=[("买家", "小王")])
    assert answer.data == {"text": "小王您好，中通已发出，2026年11月22日。SF1", "cursor_back": 3}


def test_a_remark_is_no_part_of_the_text_and_none_of_its_fields_is_asked_for() -> None:
    services = services_with([Snippet("a1", "t", "好的", remark="先问 {主管}")])
    assert run(Request("render", {"id": "a1"}), services).data["text"] == "好的"


def test_an_open_field_is_refused_by_name() -> None:
    answer = render()
    assert (answer.exit, answer.problem, answer.facts["names"]) == (Exit.REFUSED, "unfilled", ["买家"])


def test_an_empty_clipboard_is_an_open_field() -> None:
    answer = render(clipboard=" ", values=[("买家", "小王")])
    assert answer.facts["names"] == ["剪贴板"]


def test_a_value_for_a_field_that_is_not_there_is_wrong_usage() -> None:
    answer = render(values=[("买 家", "小王")])
    assert (answer.exit, answer.problem) == (Exit.USAGE, "no-such-field")
    assert answer.facts["names"] == ["买家", "快递", "剪贴板"]


@pytest.mark.parametrize(("body", "problem"), [("{a", "unreadable-body"), ("{光标} ", "empty")])
def test_a_body_that_cannot_be_sent_says_why(body: str, problem: str) -> None:
    assert render(body).problem == problem


def test_values_are_text_and_not_fields() -> None:
    assert render("{a}", values=[("a", "{b}")]).data["text"] == "{b}"


def test_a_field_with_choices_begins_with_the_first_as_in_a_form() -> None:
    assert render("因{原因|天气|爆仓}延误").data["text"] == "因天气延误"
    assert render("因{原因:爆仓|天气|爆仓}延误").data["text"] == "因爆仓延误"
    assert render("因{原因|天气|爆仓}延误", values=[("原因", "道路")]).data["text"] == "因道路延误"
    assert render("因{原因|天气|爆仓}延误", values=[("原因", " ")]).problem == "unfilled"


def test_a_field_with_choices_of_which_none_is_suggested_is_open() -> None:
    answer = render("{结果:|同意|拒绝}")
    assert (answer.problem, answer.facts["names"]) == ("unfilled", ["结果"])
    assert render("{结果:|同意|拒绝}", values=[("结果", "拒绝")]).data["text"] == "拒绝"


def test_the_card_of_a_customer_fills_fields_and_a_value_comes_first() -> None:
    services = services_with([Snippet("a1", "t", "{买家昵称} {尺码} {颜色}")])
    card = Customer("w", (Nickname("小王"),), fields={"尺码": "M", "颜色": "红"})
    services.customers.apply(CustomerChange(customers=(card,)))
    arguments = {"id": "a1", "customer": "小王", "values": [("颜色", "蓝")]}
    assert run(Request("render", arguments), services).data["text"] == "小王 M 蓝"
    nobody = run(Request("render", {"id": "a1", "customer": "nobody"}), services)
    assert (nobody.exit, nobody.problem) == (Exit.NOT_FOUND, "unknown-customer")
