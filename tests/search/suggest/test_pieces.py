import pytest

from quickdesk.search.suggest.pieces import pieces


@pytest.mark.parametrize(
    "said", ["订单号 20241122334455", "电话13800138000", "手机号码：138-0013-8000", "运单号是***********"]
)
def test_whose_number_it_is_says_nothing_beside_a_question(said: str) -> None:
    asked = "快递怎么还没到，已经三天"
    assert pieces(f"{asked}，{said}") == pieces(asked)


def test_where_it_is_all_that_is_said_it_counts() -> None:
    assert "电话" in pieces("我要改电话 13800138000")
    assert "订单" in pieces("订单号 20241122334455")


def test_numbers_of_orders_are_no_pieces_but_those_of_days_are() -> None:
    assert pieces("7天 20241122334455") == ["7", "天"]
