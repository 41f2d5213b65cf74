"""The link to an order is https, with the number encoded."""

import pytest

from quickdesk.customers.card.platforms import is_link_template, order_link

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
