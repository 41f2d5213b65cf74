"""A note becomes the body of a reply without personal data, and a valid template."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.note_reply import reply_body
from quickdesk.replies.template import parse
from quickdesk.text.personal import personal_spans

BUYER = Customer(
    id="k",
    nicknames=(Nickname("小雨"),),
    name="王小雨",
    phones=("13800138000",),
    orders=(Order("112233445566", tracking_number="SF1234567890123"),),
)


@pytest.mark.parametrize(
    ("note", "body"),
    [
        ("订单 887766554433 已补发", "订单 {订单号} 已补发"),
        ("打 13912345678 联系", "打 {电话} 联系"),
        ("小雨的包裹 SF1234567890123 在路上", "{买家昵称}的包裹 {快递单号} 在路上"),
        ("王小雨 13800138000", "{收件人} {电话}"),
        ("满{99}减10", "满{{99}}减10"),
    ],
)
def test_personal_data_becomes_fields(note: str, body: str) -> None:
    assert reply_body(note, BUYER) == body


@given(st.text(alphabet="小雨王0123456789{}SF 是\n", max_size=60))
def test_the_body_is_a_template_without_values_of_the_customer(note: str) -> None:
    body = reply_body(note, BUYER)
    parse(body)
    assert "小雨" not in body
    assert "13800138000" not in body


@given(st.text(max_size=60))
def test_what_has_a_format_is_not_left_in_the_text(note: str) -> None:
    if not personal_spans(note):
        assert parse(reply_body(note)).fields == ()
    else:
        assert parse(reply_body(note)).fields
