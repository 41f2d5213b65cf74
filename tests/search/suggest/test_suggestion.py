import pytest

from quickdesk.search.suggest.suggestion import shared_terms


@pytest.mark.parametrize(
    ("shared", "texts", "expected"),
    [
        (["退款", "到账"], [], ["退款", "到账"]),
        (["退款", "退", "款", "到"], [], ["退款"]),
        (["退", "到"], [], ["退", "到"]),
        ([], ["退款"], []),
        (["时候", "候发", "发货", "什"], ["什么时候发货"], ["时候发货"]),
        (["发货", "时候", "候发"], ["", "什么时候发货"], ["时候发货"]),
        (["退款", "款到"], ["退款，货款到了"], ["退款", "款到"]),
        (["refund", "退款", "dhl"], ["refund dhl 退款"], ["refund", "退款", "dhl"]),
        (["哈哈", "哈哈"], ["哈哈哈"], ["哈哈", "哈哈"]),
    ],
)
def test_shared_terms_are_joined_and_filtered(
    shared: list[str], texts: list[str], expected: list[str]
) -> None:
    assert shared_terms(shared, *texts) == expected


def test_cyclic_pairs_terminate() -> None:
    assert shared_terms(["一二", "二一"], "一二一二一二") == ["一二一"]
