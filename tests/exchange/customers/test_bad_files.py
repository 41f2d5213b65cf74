"""Tables as they come from shops: encodings, merged cells, quoted line breaks, odd nicknames, huge cells."""

import time

import pytest

from quickdesk.customers.customer import Nickname
from quickdesk.exchange.customers.records import CustomerRefusal
from quickdesk.exchange.customers.table import read_customers
from quickdesk.exchange.parsed import ExchangeError, ExchangeReason
from tests.exchange.customers.rows import customers, parsed, plan

SIMPLE = "昵称,平台,备注\n小王,淘宝,老客户，请优先发货\n"
TRADITIONAL = "暱稱,平台,備註\n小王,蝦皮,老客戶，請優先出貨\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLE, "utf-8"),
        (SIMPLE, "utf-8-sig"),
        (SIMPLE, "gb18030"),
        (SIMPLE, "gbk"),
        (SIMPLE, "utf-16"),
        (SIMPLE, "utf-16-le"),
        (SIMPLE, "utf-16-be"),
        (TRADITIONAL, "big5"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    (only,) = parsed(text, encoding).records
    assert only.customer.nicknames[0].text == "小王"
    assert only.customer.remark == text.splitlines()[1].split(",")[2]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", ExchangeReason.EMPTY),
        (b"\xff\xfe", ExchangeReason.EMPTY),
        ("尺码,颜色\nL,红\n".encode(), ExchangeReason.NO_CUSTOMER_COLUMN),
        (b"PK\x03\x04" + b"\0" * 99 + b"xl/", ExchangeReason.SPREADSHEET),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, ExchangeReason.BINARY),
        ("昵称\n".encode() + b"," * 20_000, ExchangeReason.ROW_TOO_LONG),
        ("昵称\n".encode() + b"\n" * 1_100_000, ExchangeReason.TOO_MANY_LINES),
    ],
)
def test_files_that_cannot_be_read(content: bytes, reason: ExchangeReason) -> None:
    with pytest.raises(ExchangeError) as failed:
        read_customers("a.csv", content)
    assert failed.value.reason is reason


def test_merged_cells_continue_the_customer_above() -> None:
    found = parsed("平台,昵称,姓名,订单号\n淘宝,小王,王五,1\n,,,2\n,,,3\n,老王,,4\n,,,\n")
    planned = plan(found)
    assert [(card.label, [order.number for order in card.orders]) for card in planned.new] == [
        ("小王", ["1", "2", "3"]),
        ("老王", ["4"]),
    ]
    assert planned.continued == 2
    assert planned.new[1].nicknames == (Nickname("老王", "淘宝"),)


def test_nothing_continues_in_a_table_that_repeats_nicknames() -> None:
    planned = plan("昵称,订单号\n小王,1\n小王,2\n,3\n")
    assert [len(card.orders) for card in planned.new] == [2, 1]
    assert planned.new[1].nicknames == ()


def test_a_row_with_another_phone_is_never_the_customer_above() -> None:
    planned = plan("昵称,手机,订单号\n小王,138,1\n,139,2\n,,3\n")
    assert [card.phones for card in planned.new] == [("138",), ("139",), ()]


@pytest.mark.parametrize(
    "nickname", ["🍋🍋", "👩‍👩‍👧", "王" * 500, "123456789", "=小王", "@小王", "-", "'小王", "小 王"]
)
def test_odd_nicknames(nickname: str) -> None:
    (only,) = customers(f"昵称,平台\n{nickname},淘宝\n")
    assert only.nicknames == (Nickname(nickname, "淘宝"),)


def test_the_same_nickname_on_two_platforms_is_two_customers() -> None:
    planned = plan("昵称,平台\n小王,淘宝\n小王,拼多多\n小王,淘宝\n")
    assert [card.nicknames for card in planned.new] == [
        (Nickname("小王", "淘宝"),),
        (Nickname("小王", "拼多多"),),
    ]


def test_an_order_number_like_a_phone_is_an_order() -> None:
    planned = plan("昵称,手机,订单号\n小王,,13800138000\n老王,13800138000,\n")
    assert [(card.phones, len(card.orders)) for card in planned.new] == [((), 1), (("13800138000",), 0)]


def test_a_note_of_a_megabyte_is_refused_with_its_column() -> None:
    text = "很长\n" * 330_000
    (refused,) = plan(f'昵称,笔记\n小王,"{text}"\n').refused
    assert (refused.reason, refused.detail, refused.place.row) == (CustomerRefusal.FLAWED, "笔记", 2)
    (note,) = plan(f'昵称,笔记\n小王,"{text[:90_000]}"\n').notes
    assert note.text == text[:90_000].strip()


def test_a_header_that_no_field_can_have_is_changed() -> None:
    (only,) = customers("昵称,日期,{款式},2024备注\n小王,1,2,3\n")
    assert only.fields == {"_日期": "1", "款式": "2", "2024备注": "3"}
    assert not plan("昵称,日期,{尺码}\n小王,1,2\n").refused


def test_many_rows_take_linear_time() -> None:
    rows = "".join(f"用户{n},淘宝,13{n:09},{20250000 + n}\n" for n in range(5_000))
    start = time.perf_counter()
    planned = plan(f"昵称,平台,手机,订单号\n{rows}")
    assert len(planned.new) == 5_000
    assert time.perf_counter() - start < 20
