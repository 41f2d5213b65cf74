"""Which nicknames and numbers are the same."""

import pytest

from quickdesk.customers.card.nicknames import account_key, nickname_key, number_key, phone_key
from quickdesk.customers.customer import Nickname


@pytest.mark.parametrize(
    ("one", "other"),
    [("小林", " 小林 "), ("ＬＩＮ_88", "lin_88"), ("買家", "买家"), ("a  b", "a b"),
     ("小\u200b林", "小林"), ("🌸", "🌸\ufe0f")],
)  # fmt: skip
def test_width_case_script_and_invisible_signs_do_not_distinguish(one: str, other: str) -> None:
    assert nickname_key(one) == nickname_key(other)


@pytest.mark.parametrize(("one", "other"), [("🌸", "🌹"), ("小林", "小琳"), ("lin_88", "lin88")])
def test_other_nicknames_are_others(one: str, other: str) -> None:
    assert nickname_key(one) != nickname_key(other)


def test_the_same_nickname_on_two_platforms_may_be_two_people() -> None:
    account = account_key(Nickname("小林", "淘宝"))
    assert account == account_key(Nickname("小林", "淘寶"))
    assert account not in (account_key(Nickname("小林", "京东")), account_key(Nickname("小林")))


def test_numbers_are_compared_without_what_is_between_their_digits() -> None:
    assert number_key(" SF-1234 5678 ") == number_key("ｓｆ12345678") == "sf12345678"
    assert phone_key("+86 138-0000-0006") == phone_key("138 0000 0006") == "13800000006"
    assert phone_key("86138000") == "86138000"
