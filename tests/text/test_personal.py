"""Personal data is found by its format, and other numbers are not masked."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.text.personal import MASK, PersonalKind, masked, personal_spans

FOUND = [
    ("我的电话13812345678", "13812345678", PersonalKind.PHONE),
    ("打138 1234 5678找我", "138 1234 5678", PersonalKind.PHONE),
    ("+86-139-0000-0006", "+86-139-0000-0006", PersonalKind.PHONE),
    ("１３８１２３４５６７８", "１３８１２３４５６７８", PersonalKind.PHONE),
    ("手機0912-345-678", "0912-345-678", PersonalKind.PHONE),
    ("座机010-62345678转", "010-62345678", PersonalKind.PHONE),
    ("打138.1234.5678找我", "138.1234.5678", PersonalKind.PHONE),
    ("138，1234，5678", "138，1234，5678", PersonalKind.PHONE),
    ("号码一三八零零一二三四五六到", "一三八零零一二三四五六", PersonalKind.PHONE),
    ("身份证11010519491231002X", "11010519491231002X", PersonalKind.ID_CARD),
    ("卡号6222 0202 0000 0000 016", "6222 0202 0000 0000 016", PersonalKind.LONG_NUMBER),
    ("卡4539 1488 0343 6467", "4539 1488 0343 6467", PersonalKind.BANK_CARD),
    ("发到li.si+a@mail.example.cn谢谢", "li.si+a@mail.example.cn", PersonalKind.EMAIL),
    ("订单3021456789012345670没到", "3021456789012345670", PersonalKind.LONG_NUMBER),
    ("单号SF1234567890123", "SF1234567890123", PersonalKind.LONG_NUMBER),
    (
        "寄浙江省杭州市西湖区文三路12号3栋201室",
        "寄浙江省杭州市西湖区文三路12号3栋201室",
        PersonalKind.ADDRESS,
    ),
    ("台北市信義區松高路11號", "台北市信義區松高路11號", PersonalKind.ADDRESS),
]


@pytest.mark.parametrize(("text", "span", "kind"), FOUND)
def test_personal_data_is_found_whole(text: str, span: str, kind: PersonalKind) -> None:
    found = personal_spans(text)
    assert [(each.kind, text[each.start : each.end]) for each in found] == [(kind, span)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "退款几天到账",
        "满300减40, 1999元",
        "7天无理由退货，48小时内发货",
        "2026-11-22",
        "iPhone 15 Pro Max 256G",
        "请把订单号和型号发一下",
        "色号02和尺码175/92A有货吗",
        "城市路况不好，快递慢",
        "运费12.50",
        "2026.11.22发货",
        "尺码155/160/165",
        "一二三四五六七八九十",
        "@客服",
    ],
)
def test_other_numbers_are_not_masked(text: str) -> None:
    assert masked(text) == text


def test_several_spans_and_the_text_between() -> None:
    assert masked("张三13812345678，邮箱a@b.cn 退款") == "张三" + MASK * 11 + "，邮箱" + MASK * 6 + " 退款"


@given(st.text(max_size=40), st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.text(max_size=40))
def test_a_masked_text_contains_no_mobile_number(before: str, number: str, after: str) -> None:
    assert number not in masked(f"{before} {number} {after}")


@given(st.text(alphabet="1380x-+ @.ab省市路号栋室区文一\ud800😀*", max_size=80))
def test_the_length_stays_and_masking_twice_changes_nothing(text: str) -> None:
    once = masked(text)
    assert len(once) == len(text)
    assert masked(once) == once


def test_no_form_is_slow_on_a_long_text() -> None:
    for span in ("省市", "1-", "文三路1", "a@", "一二三四五六七八", "1a", "文三路1号"):
        start = time.thread_time()
        masked(span * 5_000)
        assert time.thread_time() - start < 2
