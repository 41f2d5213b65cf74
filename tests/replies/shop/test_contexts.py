"""The words around a field, from which an agent sees in what form its value is wanted."""

import pytest

from quickdesk.replies.shop.contexts import doubled_unit, ends_with_unit, words_around


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("您好，这款支持签收后{无理由天数}天无理由退货，商品保持完好。", ("这款支持签收后", "天无理由退货")),
        ("{无理由天数}天", ("", "天")),
        ("一共\n{事实:无理由天数}", ("", "")),
        ("{商品}有{无理由 天数|7|15} 天。{无理由天数}小时", ("有", " 天")),
        ("{商品}{无理由天数}{快递}", ("", "")),
        ("没有", ("", "")),
        ("坏的{无理由天数", ("", "")),
        ("", ("", "")),
    ],
)
def test_the_words_reach_to_the_nearest_stop_or_field(body: str, words: tuple[str, str]) -> None:
    assert words_around(body, "无理由天数") == words


@pytest.mark.parametrize(
    ("value", "after", "unit"),
    [
        ("7天", "天无理由退货", "天"),
        ("十五天", "天", "天"),
        ("7 days ", " days after delivery", "days"),
        ("2-3个工作日", "个工作日内", "个工作日"),
        ("10%", "%", "%"),
        ("48H", "h", "H"),
        ("7", "天无理由退货", ""),
        ("7小时", "天", ""),
        ("天天", "天", ""),
        ("顺丰", "丰", ""),
        ("7天", "", ""),
        ("", "天", ""),
    ],
)
def test_a_unit_is_doubled_if_it_ends_a_number_and_follows_the_field(
    value: str, after: str, unit: str
) -> None:
    assert doubled_unit(value, after) == unit
    assert ends_with_unit(value) or not unit
