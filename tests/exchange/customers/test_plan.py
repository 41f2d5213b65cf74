"""Which cards an import adds, changes or leaves: never a text of one customer on the card of another."""

from dataclasses import replace

import pytest

from quickdesk.customers.card.validation import MOST
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.exchange.customers.records import CustomerRefusal
from tests.exchange.customers.rows import NOW, plan

WANG = Customer(
    "w", nicknames=(Nickname("小王", "淘宝"),), phones=("138",), orders=(Order("1"),), tags=("VIP",)
)
LI = Customer("l", nicknames=(Nickname("小李", "淘宝"),), phones=("139",), orders=(Order("2"),))


def test_a_known_nickname_adds_and_replaces_and_takes_nothing_away() -> None:
    planned = plan("昵称,平台,手机,标签,姓名\n小王,淘宝,137,,王五\n", [WANG])
    (after,) = planned.changed
    assert (after.id, after.phones, after.tags, after.name) == ("w", ("138", "137"), ("VIP",), "王五")
    assert (planned.new, planned.same) == ((), 0)


def test_a_row_that_says_nothing_new_is_the_same() -> None:
    planned = plan("昵称,平台,手机\n小王,淘宝,138\n", [WANG])
    assert (planned.new, planned.changed, planned.same) == ((), (), 1)


@pytest.mark.parametrize("row", [",,138,", ",,,1", "王王,拼多多,138,", "王王,拼多多,,1"])
def test_a_phone_or_an_order_finds_the_card(row: str) -> None:
    planned = plan(f"昵称,平台,手机,订单号,姓名\n{row},王五\n", [WANG, LI])
    assert [card.id for card in planned.changed] == ["w"]


def test_another_account_of_the_platform_with_the_same_phone_is_another_customer() -> None:
    planned = plan("昵称,平台,手机\n王二,淘宝,138\n", [WANG])
    assert [card.label for card in planned.new] == ["王二"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("小王;小李,淘宝,,", CustomerRefusal.SEVERAL_CUSTOMERS),
        (",,,1;2", CustomerRefusal.SEVERAL_CUSTOMERS),
        (",,138;139,", CustomerRefusal.SEVERAL_CUSTOMERS),
        ("王二,淘宝,,1", CustomerRefusal.ORDER_OF_ANOTHER),
    ],
)
def test_a_row_that_may_be_two_customers_is_refused(row: str, reason: CustomerRefusal) -> None:
    planned = plan(f"昵称,平台,手机,订单号\n{row}\n", [WANG, LI])
    assert [each.reason for each in planned.refused] == [reason]
    assert (planned.new, planned.changed) == ((), ())


def test_a_phone_that_stands_in_every_row_is_no_sign_of_another_account() -> None:
    rows = "".join(f"k{number},淘宝,138\n" for number in range(5))
    first = plan(f"昵称,平台,手机\n{rows}")
    assert [card.label for card in first.new] == ["k0", "k1", "k2", "k3", "k4"]
    again = plan(f"昵称,平台,手机\n{rows}k9,京东,138\n,,138\n", first.new)
    assert (again.new, again.changed, again.same) == ((), (), 5)
    assert [each.reason for each in again.refused] == [CustomerRefusal.SEVERAL_CUSTOMERS] * 2


def test_rows_that_contradict_each_other_change_nothing_when_they_come_again() -> None:
    table = "昵称,尺码\n小王,S\n小王,M\n"
    first = plan(table)
    again = plan(table, first.new)
    assert [card.fields for card in first.new] == [{"尺码": "M"}]
    assert (again.new, again.changed) == ((), ())


def test_a_row_with_an_invisible_phone_is_nobodys() -> None:
    planned = plan("手机,备注\n\ufeff\u200b,x\n")
    assert [each.reason for each in planned.refused] == [CustomerRefusal.NO_CUSTOMER]


def test_a_phone_of_two_cards_finds_neither() -> None:
    twin = Customer("t", nicknames=(Nickname("t"),), phones=("138",))
    planned = plan("手机,姓名\n138,王五\n", [WANG, twin])
    assert [each.reason for each in planned.refused] == [CustomerRefusal.SEVERAL_CUSTOMERS]


def test_the_same_rows_again_are_nothing_new_whatever_identifies_them() -> None:
    table = (
        "昵称,平台,姓名,手机,订单号,笔记\n小王,淘宝,,138,1,问过\n小王,拼多多,,138,,\n"
        ",,王五,,,\n,,王五,,,\n,,,137,,\n"
    )
    first = plan(table)
    again = plan(table, first.new, first.notes)
    assert (again.new, again.changed, again.refused, again.notes, again.same) == ((), (), (), (), 5)


def test_a_known_note_is_not_added_again() -> None:
    known = Note("n", "w", "问过尺码", NOW)
    planned = plan("昵称,平台,笔记,笔记2\n小王,淘宝,问过尺码,要红色\n", [WANG], [known])
    assert [(note.customer_id, note.text, note.at) for note in planned.notes] == [("w", "要红色", NOW)]
    assert [card.id for card in planned.changed] == ["w"]


def test_the_change_has_everything() -> None:
    planned = plan("昵称,平台,笔记\n小王,淘宝,a\n老王,,b\n", [WANG])
    assert [card.id for card in planned.change.customers] == ["new2", "w"]
    assert {note.customer_id for note in planned.change.notes} == {"new2", "w"}


def test_thousands_of_rows_of_one_customer_are_planned_at_once() -> None:
    """The work is that of the rows, not of the rows times the orders on the card."""
    count = 1_000
    rows = "昵称,平台,订单号,快递单号\n" + "".join(f"小陈,淘宝,{10**15 + at},SF{at}\n" for at in range(count))
    first = plan(rows)
    (card,) = first.new
    assert [order.number for order in card.orders] == [str(10**15 + at) for at in range(count)]
    again = plan(rows + f"小陈,淘宝,{10**15},SF9\n", [card])
    assert (again.new, again.same, again.refused) == ((), count, ())
    assert again.changed[0].orders[0].tracking_number == "SF9"


def test_an_order_too_many_is_refused_and_the_rest_is_kept() -> None:
    full = replace(WANG, orders=tuple(Order(str(at)) for at in range(MOST["orders"])))
    planned = plan("昵称,平台,订单号,姓名\n小王,淘宝,90001,\n小王,淘宝,7,王五\n小王,淘宝,90002,\n", [full])
    assert [each.place.row for each in planned.refused] == [2, 4]
    assert [(card.name, len(card.orders)) for card in planned.changed] == [("王五", MOST["orders"])]
