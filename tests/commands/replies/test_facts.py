"""Facts are set on purpose, listed with the replies that use them, and fill replies until a day."""

from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import CommandServices, run
from quickdesk.replies.facts import MAX_FACTS, Fact
from quickdesk.replies.snippet import Snippet
from tests.fakes.clock import StillClock
from tests.fakes.command_services import services_with

TODAY = StillClock().now().date()
REPLIES = [
    Snippet("a1", "默认快递", "发{快递公司|顺丰|中通}，{日期}"),
    Snippet("a2", "地址", "寄到：{事实:退货地址}，{收件人}"),
]


def services(*facts: Fact) -> CommandServices:
    return services_with(REPLIES, facts=facts)


def command(services: CommandServices, name: str, /, **arguments: Any) -> Answer:
    return run(Request(name, arguments), services)


def test_a_fact_is_set_listed_replaced_and_removed() -> None:
    shop = services()
    assert command(shop, "facts").data == []
    set_answer = command(shop, "facts set", name=" 快递公司 ", value="京东", until="2026-12-31")
    expected = {"name": "快递公司", "value": "京东", "until": "2026-12-31", "expired": False}
    assert set_answer.data == expected
    uses = {"uses": 1, "replies": [{"id": "a1", "title": "默认快递"}]}
    assert command(shop, "facts").data == [expected | uses]
    assert command(shop, "facts set", name="快递 公司", value="顺丰").exit is Exit.DONE
    (listed,) = command(shop, "facts").data
    assert (listed["value"], listed["until"]) == ("顺丰", None)
    removed = command(shop, "facts remove", name="快遞公司")
    assert (removed.exit, removed.data["removed"]) == (Exit.DONE, True)
    assert command(shop, "facts").data == []


def test_what_is_not_there_cannot_be_removed() -> None:
    answer = command(services(), "facts remove", name="快递公司")
    assert (answer.exit, answer.problem, answer.facts) == (
        Exit.NOT_FOUND,
        "no-such-fact",
        {"name": "快递公司"},
    )


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"name": "快递公司", "value": ""}, "flawed-fact"),
        ({"name": "快递公司", "value": "x" * 100_000}, "flawed-fact"),
        ({"name": "日期", "value": "x"}, "flawed-fact"),
        ({"value": "x"}, "flawed-fact"),
        ({"name": "快递公司", "value": "x", "until": "2020-01-01"}, "date-is-over"),
        ({"name": "快递公司", "value": "x", "until": "soon"}, "bad-argument"),
        ({"name": 7, "value": "x"}, "bad-argument"),
    ],
)
def test_what_cannot_be_a_fact_is_wrong_usage_and_changes_nothing(
    arguments: dict[str, Any], problem: str
) -> None:
    shop = services(Fact("快递公司", "顺丰"))
    answer = command(shop, "facts set", **arguments)
    assert (answer.exit, answer.problem) == (Exit.USAGE, problem)
    assert shop.facts.facts() == (Fact("快递公司", "顺丰"),)


def test_there_is_a_limit_of_facts_and_those_there_can_still_be_changed() -> None:
    shop = services(*(Fact(f"名{number}", "x") for number in range(MAX_FACTS)))
    assert command(shop, "facts set", name="又一个", value="x").problem == "too-many-facts"
    assert command(shop, "facts set", name="名7", value="y").exit is Exit.DONE


def render(*facts: Fact, reply: str = "a1", **values: str) -> Answer:
    return command(services(*facts), "render", id=reply, values=list(values.items()))


def test_a_reply_is_filled_with_facts() -> None:
    assert render(Fact("快递公司", "京东")).data["text"] == "发京东，2026年11月22日"
    assert render(Fact("快递公司", "京东", TODAY)).data["text"] == "发京东，2026年11月22日"
    assert render(Fact("快递公司", "京东"), 快递公司="中通").data["text"] == "发中通，2026年11月22日"


def test_an_expired_fact_fills_nothing() -> None:
    expired = Fact("快递公司", "京东", TODAY.replace(day=TODAY.day - 1))
    assert render(expired).data["text"] == "发顺丰，2026年11月22日"
    old = Fact("退货地址", "旧址", TODAY.replace(day=TODAY.day - 1))
    assert render(old, reply="a2", 收件人="王").facts["names"] == ["退货地址"]
    (listed,) = command(services(expired), "facts").data
    assert listed["expired"] is True


def test_the_value_of_a_fact_is_text_also_if_it_names_itself() -> None:
    fact = Fact("退货地址", "{退货地址}{{事实:退货地址}}\n2楼")
    text = render(fact, reply="a2", 收件人="王").data["text"]
    assert text == "寄到：{退货地址}{{事实:退货地址}}\n2楼，王"


def test_an_explicit_fact_that_is_not_set_is_asked_for_by_its_name() -> None:
    answer = render(reply="a2", 收件人="王")
    assert (answer.exit, answer.facts["names"]) == (Exit.REFUSED, ["退货地址"])
    assert render(reply="a2", 收件人="王", 退货地址="这里").data["text"] == "寄到：这里，王"
