"""The words around a field, from which an agent sees in what form its value is wanted."""

import pytest

from quickdesk.replies.shop.contexts import words_around


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
