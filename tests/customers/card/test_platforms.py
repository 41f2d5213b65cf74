"""The link to an order is https, with the number encoded."""

import pytest

from quickdesk.customers.card.platforms import is_link_template, link_of, order_link
from quickdesk.customers.customer import Order

GOOD = "https://trade.example.com/detail?id={订单号}"


def test_the_number_is_encoded() -> None:
    assert order_link(GOOD, " 12&a=/ü ") == "https://trade.example.com/detail?id=12%26a%3D%2F%C3%BC"
    assert order_link("https://example.com/{order}/{order}", "7") == "https://example.com/7/7"
    assert order_link(GOOD, " ") is None


@pytest.mark.parametrize(
    "template",
    [
        "", "http://example.com/{订单号}", "javascript:{订单号}", "file:///{订单号}", "https://example.com/",
        "https://{订单号}/", "https:///{订单号}", "https://a@example.com/{订单号}",
        "https://example.com/{订单号} x",
        "https://[/{订单号}", "https://example.com/" + "a" * 1_000 + "{订单号}",
    ],
)  # fmt: skip
def test_other_templates_make_no_link(template: str) -> None:
    assert not is_link_template(template)
    assert order_link(template, "7") is None


LINKS = {"淘宝": "https://example.com/t?id={订单号}", "JD": "https://example.com/j?id={order}"}


@pytest.mark.parametrize(
    ("order", "link"),
    [
        (Order("1 2", "淘宝"), "https://example.com/t?id=1%202"),
        (Order("12", " jd "), "https://example.com/j?id=12"),
        (Order("12", "拼多多"), None),
        (Order("12"), None),
        (Order("", "淘宝"), None),
    ],
)
def test_the_link_is_that_of_the_platform(order: Order, link: str | None) -> None:
    assert link_of(order, LINKS) == link


def test_an_order_without_a_platform_has_the_only_link() -> None:
    assert link_of(Order("12"), {"JD": LINKS["JD"]}) == "https://example.com/j?id=12"
