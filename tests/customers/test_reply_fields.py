"""A card fills the fields of a reply under all their names, and none of the shop's."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.reply_fields import card_of, with_value
from quickdesk.replies.card import NO_CARD, CardValue, filling
from quickdesk.replies.facts import Fact, FactsOfDay
from quickdesk.replies.form import boxes, filled_values, needs_form
from quickdesk.replies.template import Field, parse

DAY = date(2026, 11, 30)
ORDER = Order("A1001", items=("蓝色外套", "帽子"), tracking_number="SF123", carrier="顺丰")
WANG = Customer(
    "w",
    (Nickname("小王同学", "淘宝"),),
    name="王芳",
    fields={"尺码": "M", "偏好": "宽松"},
    orders=(ORDER,),
    phones=("13800000006",),
    addresses=("杭州市西湖区1号",),
    birthday="02-29",
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("买家昵称", "小王同学"),
        ("昵称", "小王同学"),
        ("客户昵称", "小王同学"),
        ("買家暱稱", "小王同学"),
        ("buyer", "小王同学"),
        ("Nickname", "小王同学"),
        ("客户姓名", "王芳"),
        ("收件人", "王芳"),
        ("订单号", "A1001"),
        ("order_no", "A1001"),
        ("Order Number", "A1001"),
        ("快递单号", "SF123"),
        ("tracking number", "SF123"),
        ("快递公司", "顺丰"),
        ("商品", "蓝色外套、帽子"),
        ("收货地址", "杭州市西湖区1号"),
        ("address", "杭州市西湖区1号"),
        ("电话", "13800000006"),
        ("手机号", "13800000006"),
        ("尺码", "M"),
        ("size", "M"),
        ("偏好", "宽松"),
        ("平台", "淘宝"),
        ("生日", "02-29"),
    ],
)
def test_each_name_has_its_value(name: str, value: str) -> None:
    assert card_of(WANG).value(name) == CardValue(value)


@pytest.mark.parametrize("name", ["店铺名", "客服名", "退货地址", "金额", "退款金额", "快递", "运费规则"])
def test_a_name_of_the_shop_or_an_unknown_one_has_none(name: str) -> None:
    assert card_of(replace(WANG, fields={"店铺名": "甲", "退货地址": "乙"})).value(name) is None


def test_a_field_written_as_a_fact_is_not_filled_from_the_card() -> None:
    assert filling(Field(0, 1, "尺码", is_fact=True), FactsOfDay(DAY), card_of(WANG)).value is None


def test_a_fact_comes_first_only_for_a_name_of_the_shop() -> None:
    facts = FactsOfDay.of([Fact("快递公司", "中通"), Fact("昵称", "亲爱的顾客")], DAY)
    found = filled_values(parse("{快递公司} {昵称}"), facts, card_of(WANG))
    assert found == {"快递公司": "中通", "昵称": "小王同学"}


def test_the_carrier_is_guessed_from_the_number_if_the_order_has_none() -> None:
    customer = replace(WANG, orders=(replace(ORDER, carrier=""),))
    assert card_of(customer, {"SF123": "顺丰速运"}.__getitem__).value("快递公司") == CardValue("顺丰速运")


def test_several_orders_are_choices_and_the_one_added_last_is_suggested() -> None:
    customer = replace(WANG, orders=(ORDER, Order("B2")))
    template = parse("订单{订单号}由{快递公司}发出，单号{快递单号}")
    asked = boxes(template, {}, card=card_of(customer))
    assert [(box.value, box.choices, box.is_filled) for box in asked] == [
        ("B2", ("B2", "A1001"), False),
        ("", ("顺丰",), False),
        ("", ("SF123",), False),
    ]
    assert needs_form(template, card=card_of(customer))


def test_with_another_order_its_tracking_number_follows_but_not_what_was_typed() -> None:
    card = card_of(replace(WANG, orders=(ORDER, Order("B2", tracking_number="YT9"))))
    before = {"订单号": "B2", "快递单号": "YT9", "商品": "手套"}
    assert card.following(before, {**before, "订单号": "A1001"}) == {"快递单号": "SF123"}
    assert card.following(before, {**before, "快递单号": "SF123"}) == {"订单号": "A1001"}
    assert card.following(before, {**before, "订单号": "unknown"}) == {}
    assert card_of(WANG).following(before, {**before, "订单号": "A1001"}) == {}


def test_an_empty_card_has_no_value() -> None:
    empty = Customer("e", (Nickname(" "),), fields={"尺码": "\u200b"}, orders=(Order(""),), phones=(" ",))
    assert card_of(empty).by_key == {}
    assert not NO_CARD
    assert card_of(empty)


@pytest.mark.parametrize(
    "name",
    [
        "买家昵称",
        "客户姓名",
        "订单号",
        "快递单号",
        "快递公司",
        "商品",
        "收货地址",
        "手机号",
        "尺码",
        "鞋码",
        "size",
    ],
)
def test_a_kept_value_fills_its_field_from_then_on(name: str) -> None:
    kept = with_value(WANG, name, " 新值 ")
    assert kept is not None
    found = card_of(kept).value(name)
    assert found is not None
    assert "新值" in (found.value, *found.choices)
    if name != "订单号":
        assert found.value == "新值"


def test_the_size_is_kept_once_whatever_it_is_called() -> None:
    kept = with_value(WANG, "size", "L")
    assert kept is not None
    assert dict(kept.fields) == {"偏好": "宽松", "size": "L"}
    assert card_of(kept).value("尺码") == CardValue("L")


@pytest.mark.parametrize(("name", "value"), [("店铺名", "甲"), ("尺码", " "), ("生日", "1日")])
def test_what_has_no_place_on_a_card_is_not_kept(name: str, value: str) -> None:
    assert with_value(WANG, name, value) is None


def test_a_tracking_number_needs_one_order() -> None:
    assert with_value(replace(WANG, orders=()), "快递单号", "YT1") is None
    assert with_value(replace(WANG, orders=(ORDER, Order("B2"))), "快递单号", "YT1") is None


TEXTS = st.text(max_size=8)


@given(st.dictionaries(TEXTS, TEXTS, max_size=4), st.lists(TEXTS, max_size=3), TEXTS)
def test_only_texts_of_the_card_are_filled_in(fields: dict[str, str], phones: list[str], name: str) -> None:
    customer = Customer("c", (Nickname(name),), fields=fields, phones=tuple(phones))
    own = {name.strip(), *(text.strip() for text in (*fields.values(), *phones))}
    for value in card_of(customer).by_key.values():
        assert {value.value, *value.choices} <= own
