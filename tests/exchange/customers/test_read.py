"""What the rows of a table say of customers."""

import pytest

from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.exchange.customers.records import CustomerRefusal, ReadNote
from tests.exchange.customers.rows import customers, parsed, records


def test_a_row_becomes_a_customer() -> None:
    (only,) = customers(
        "昵称,平台,姓名,手机,地址,订单号,标签,备注,生日,尺码\n"
        '小王,淘宝,王五,+8613800138000,"杭州, 文三路1号",2025001,VIP、老客,"第一行\n第二行",5月3日,L\n'
    )
    assert only == Customer(
        "",
        nicknames=(Nickname("小王", "淘宝"),),
        name="王五",
        phones=("+8613800138000",),
        addresses=("杭州, 文三路1号",),
        orders=(Order("2025001", "淘宝"),),
        tags=("VIP", "老客"),
        remark="第一行\n第二行",
        birthday="05-03",
        fields={"尺码": "L"},
    )


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("昵称", "nicknames"),
        ("买家昵称", "nicknames"),
        ("買家暱稱（必填）", "nicknames"),
        ("旺旺", "nicknames"),
        ("客户名", "nicknames"),
        ("Buyer Nickname", "nicknames"),
        ("姓名", "name"),
        ("真實姓名", "name"),
        ("收货人电话", "phones"),
        ("手機號碼", "phones"),
        ("Mobile", "phones"),
        ("订单编号", "orders"),
    ],
)
def test_header_words(header: str, field: str) -> None:
    (only,) = customers(f"{header}\n12345\n")
    filled = [name for name in ("nicknames", "name", "phones", "orders") if getattr(only, name)]
    assert filled == [field]


def test_a_customer_name_beside_a_nickname_is_the_real_name() -> None:
    (only,) = customers("昵称,客户名\n小王,王五\n")
    assert (only.nicknames, only.name) == ((Nickname("小王"),), "王五")


def test_any_other_column_is_a_free_field() -> None:
    (only,) = customers("昵称,尺码,偏好,字段:手机\n小王,L,,12\n")
    assert only.fields == {"尺码": "L", "手机": "12"}


def test_several_texts_in_a_cell_and_in_repeated_columns() -> None:
    (only,) = customers("昵称,平台,手机,手机2,订单号\n小王;老王,淘宝;拼多多,138/139,137,a 1；b\n")
    assert only.nicknames == (Nickname("小王", "淘宝"), Nickname("老王", "拼多多"))
    assert only.phones == ("138", "139", "137")
    assert [order.number for order in only.orders] == ["a", "1", "b"]


def test_a_comma_is_part_of_a_nickname_and_a_backslash_too() -> None:
    (only,) = customers('昵称\n"小王,爱吃鱼¯\\_(ツ)_/¯"\n')
    assert only.nicknames == (Nickname("小王,爱吃鱼¯\\_(ツ)_/¯"),)


def test_further_single_texts_are_kept_as_free_fields() -> None:
    (only,) = customers("昵称,姓名,收货人\n小王,王五,李四\n")
    assert (only.name, only.fields) == ("王五", {"收货人": "李四"})


def test_what_belongs_to_no_order_is_kept_as_a_free_field() -> None:
    (only,) = customers("姓名,平台,快递单号,商品\n王五,淘宝,SF1,杯子\n")
    assert only.fields == {"平台": "淘宝", "快递单号": "SF1", "商品": "杯子"}


def test_the_columns_of_orders() -> None:
    (one, two) = customers(
        "昵称,订单号,订单状态,商品,快递单号\n小王,1;2,已发货,杯子|碟子;勺子,SF1;SF2\n老王,3,,杯子;勺子,\n"
    )
    assert one.orders == (
        Order("1", state="已发货", items=("杯子", "碟子"), tracking_number="SF1"),
        Order("2", state="已发货", items=("勺子",), tracking_number="SF2"),
    )
    assert two.orders == (Order("3", items=("杯子", "勺子")),)


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    (only,) = customers(f"昵称{delimiter}姓名\n小王{delimiter}王五\n")
    assert (only.label, only.name) == ("小王", "王五")


def test_notes_of_other_programs_are_one_note_each() -> None:
    (only,) = records('昵称,笔记,沟通记录\n小王,"问过; 尺码|颜色\n两行",已回复\n')
    assert only.notes == (ReadNote("问过; 尺码|颜色\n两行"), ReadNote("已回复"))


@pytest.mark.parametrize(
    ("cell", "birthday"),
    [
        ("1990/5/3", "1990-05-03"),
        ("1990-05-03 00:00:00", "1990-05-03"),
        ("19900503", "1990-05-03"),
        ("1990年5月3日", "1990-05-03"),
        ("5.3", "05-03"),
        ("2月29日", "02-29"),
        ("2000-02-29", "2000-02-29"),
    ],
)
def test_birthdays(cell: str, birthday: str) -> None:
    (only,) = customers(f"昵称,生日\n小王,{cell}\n")
    assert only.birthday == birthday


@pytest.mark.parametrize(
    ("cells", "is_set", "reason"),
    [
        ("是,", True, ""),
        ("否,", False, ""),
        ("投诉过,", True, "投诉过"),
        ("1,投诉", True, "投诉"),
        (",", False, ""),
    ],
)
def test_do_not_contact(cells: str, is_set: bool, reason: str) -> None:
    (only,) = customers(f"昵称,勿联系,勿联系原因\n小王,{cells}\n")
    assert (only.is_do_not_contact, only.do_not_contact_reason) == (is_set, reason)


@pytest.mark.parametrize(
    ("row", "reason", "detail"),
    [
        ("小王,,1.38E+10,", CustomerRefusal.CUT_NUMBER, "1.38E+10"),
        ("小王,,,1.23457E+18", CustomerRefusal.CUT_NUMBER, "1.23457E+18"),
        ("小王,淘宝;拼多多,,", CustomerRefusal.UNEQUAL_COUNTS, "平台"),
        (" \u3000,淘宝,,", CustomerRefusal.NO_CUSTOMER, ""),
        ("小王,,,,更多", CustomerRefusal.TOO_MANY_CELLS, ""),
        ('小王,,,"没有结束', CustomerRefusal.UNCLOSED_QUOTE, ""),
        ("小王\0,,,", CustomerRefusal.DAMAGED_TEXT, ""),
    ],
)
def test_rows_that_are_refused(row: str, reason: CustomerRefusal, detail: str) -> None:
    padding = "".join(f"顾客{number},,,\n" for number in range(9))
    found = parsed(f"昵称,平台,手机,订单号\n{padding}{row}\n")
    (only,) = found.refused
    assert (only.reason, only.detail, only.place.row) == (reason, detail, 11)
    assert len(found.records) == 9


def test_a_birthday_that_is_no_date_is_refused() -> None:
    (only,) = parsed("昵称,生日\n小王,1990-02-29\n").refused
    assert (only.reason, only.label, only.detail) == (CustomerRefusal.NOT_A_DATE, "小王", "1990-02-29")


def test_numbers_as_spreadsheets_write_them() -> None:
    (only,) = customers("昵称,手机,订单号\n007,13800138000.0,'0012345678901\n")
    assert (only.label, only.phones, only.orders[0].number) == ("007", ("13800138000",), "0012345678901")
