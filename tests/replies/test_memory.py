"""A form never offers one buyer's data to the next."""

import pytest

from quickdesk.replies.memory import is_of_one_buyer, memorable


@pytest.mark.parametrize(
    "name",
    [
        "买家昵称",
        "订单号",
        "快递单号",
        "收件人",
        "收货地址",
        "手机",
        "Order Number",
        "Buyer",
        "tracking no",
        "訂單號",
    ],
)
def test_what_belongs_to_one_buyer_is_forgotten(name: str) -> None:
    assert is_of_one_buyer(name)
    assert memorable({name: "123"}) == {}


@pytest.mark.parametrize("name", ["快递公司", "退货地址", "发货时间", "店铺", "客服姓名", "Carrier", "days"])
def test_what_belongs_to_the_shop_is_offered_again(name: str) -> None:
    assert memorable({name: "中通"}) == {name: "中通"}


def test_blank_and_very_long_values_are_not_worth_it() -> None:
    assert memorable({"快递公司": "  ", "说明": "长" * 201}) == {}
