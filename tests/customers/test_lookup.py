"""A copied text names a customer exactly or not at all."""

import pytest

from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.lookup import (
    MAX_NICKNAME,
    NameProblem,
    mentions_customer,
    named_exactly,
    naming,
    with_nickname,
)

WANG = Customer("w", (Nickname("小王", "淘宝"), Nickname("wang ", "")), orders=(Order("TB-A1001"),))
OTHER = Customer("o", (Nickname("小王", "京东"),))
EMOJI = Customer("e", (Nickname("🐱"),), orders=(Order("13800000006"),))
ALL = (WANG, OTHER, EMOJI)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("小王", "wo"),
        (" 小王\n", "wo"),
        ("wang", "w"),
        ("Wang", ""),
        ("小", ""),
        ("tb-a1001 ", "w"),
        ("🐱", "e"),
        ("13800000006", "e"),
        ("", ""),
        ("小王\n小王", ""),
    ],
)
def test_a_text_names_those_with_this_nickname_or_order(text: str, ids: str) -> None:
    assert "".join(each.id for each in named_exactly(ALL, text)) == ids


@pytest.mark.parametrize(
    ("text", "is_named"),
    [("小王", True), ("WANG 发货", True), ("王", False), ("小王的发货", False), ("🐱", True), ("", False)],
)
def test_a_text_mentions_somebody_by_all_of_it_or_by_a_name_that_is_not_very_short(
    text: str, *, is_named: bool
) -> None:
    assert mentions_customer(ALL, text) is is_named


def test_an_order_number_is_no_nickname() -> None:
    assert with_nickname(ALL, "TB-A1001") == ()
    assert with_nickname(ALL, "小王") == (WANG, OTHER)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (" \u200b\n", NameProblem.EMPTY),
        ("a\nb", NameProblem.SEVERAL_LINES),
        ("a\u2028b", NameProblem.SEVERAL_LINES),
        ("a" * (MAX_NICKNAME + 1), NameProblem.TOO_LONG),
        ("🐱 ", None),
    ],
)
def test_what_can_be_no_name_says_why(text: str, problem: NameProblem | None) -> None:
    assert naming(text).problem is problem
