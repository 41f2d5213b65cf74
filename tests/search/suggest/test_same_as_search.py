"""A sentence that is typed or pasted into the search box finds what is suggested for it."""

import pytest

from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.suggester import Suggester
from tests.packs.test_starter import STARTER

FINDER = LibraryFinder(STARTER.snippets)
SUGGESTER = Suggester(FINDER.segments)


@pytest.mark.parametrize(
    "message",
    [
        "你好，我前天买的杯子收到的时候已经碎了\n这个怎么处理呀",
        "老板，\r\n这个衣服我穿着有点小\r\n想换个大一码的可以吗？",
        "订单号 1234567890123 到现在还没发货，什么情况",
        "可以开发票吗，抬头要写公司的" + "，谢谢" * 1600,
    ],
)
def test_both_find_the_same(message: str) -> None:
    """Suggestions may have more, because they cover less of what was asked."""
    suggested = [each.snippet.id for each in SUGGESTER.suggest(message, 100)]
    found = [hit.snippet.id for hit in FINDER.find(message)]
    assert found[0] == suggested[0]
    assert found == [each for each in suggested if each in found]
    assert all(hit.is_related and not hit.is_nearest for hit in FINDER.find(message))
