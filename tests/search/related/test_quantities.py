import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.related.quantities import other_numeral, quantity_at


@pytest.mark.parametrize(
    ("number", "other"),
    [("7", "七"), ("10", "十"), ("48", "四十八"), ("120", ""), ("两", "2"), ("一百二十", "120"), ("半", "")],
)
def test_numerals(number: str, other: str) -> None:
    assert other_numeral(number) == other


@pytest.mark.parametrize(
    ("texts", "unit", "some"),
    [
        (("24", "h"), "小时", {"24小时", "二十四小时", "1天"}),
        (tuple("二十四小时"), "小时", {"24小时", "24h", "1天"}),
        (("48", "小", "时"), "小时", {"2天", "四十八小时"}),
        (tuple("两天"), "天", {"48小时"}),
        (tuple("半个月"), "个月", {"15天", "十五天"}),
        (tuple("一周"), "周", {"一星期", "7天"}),
        (("7", "-", "15", "天"), "天", {"7天", "15天", "十五天"}),
        (("7", "到", "15", "天"), "天", {"7天", "15天"}),
        (("2", "kg"), "公斤", {"2公斤", "4斤"}),
        (("1.5", "米"), "米", {"1.5m"}),
        (("100", "块"), "元", {"100元"}),
    ],
)
def test_other_ways_to_write_a_quantity(texts: tuple[str, ...], unit: str, some: set[str]) -> None:
    quantity = quantity_at(texts)
    assert quantity is not None
    assert (quantity.length, quantity.typed, quantity.unit) == (len(texts), "".join(texts), unit)
    assert set(quantity.same) >= some


@pytest.mark.parametrize(
    "texts",
    [(), ("天",), ("7",), ("7", "-", "天"), ("7", "-"), ("快", "递"), ("7", "快"), ("9" * 12, "天"), ("半",)],
)
def test_what_is_no_quantity(texts: tuple[str, ...]) -> None:
    assert quantity_at(texts) is None


@given(st.lists(st.sampled_from(("7", "15", "1.5", "0", *"零十半万百两天时小个月周块年-到h"))))
def test_a_quantity_is_the_beginning_and_never_its_own_other_form(texts: list[str]) -> None:
    quantity = quantity_at(texts)
    if quantity is not None:
        assert quantity.typed == "".join(texts[: quantity.length])
        assert quantity.typed not in quantity.same
        assert len(set(quantity.same)) == len(quantity.same) <= 40
