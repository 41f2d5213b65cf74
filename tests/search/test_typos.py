"""Typos in long words, at every position."""

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.query import words_of
from quickdesk.search.typos import with_typo_readings
from quickdesk.text.readings import pinyin
from tests.search.test_highlights import marked

TITLES = (
    "退货地址",
    "物流停滞不动",
    "质量问题",
    "查物流进度",
    "装箱清单",
    "退款",
    "签收后才发现",
    "7天无理由",
)
FINDER = LibraryFinder([Snippet(title, title, "") for title in TITLES])
MAX_READINGS = 400


def found(query: str) -> list[str]:
    return [hit.snippet.title for hit in FINDER.find_certain(query)]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        *((typed, "退货地址") for typed in ("tuihodizhi", "tuihuodihi", "tihuodizhi", "tuhuodizhi")),
        *((typed, "物流停滞不动") for typed in ("wuliutinzhi", "wuliutigzhi", "wuliutngzhi", "wuliutinghi")),
        ("wuliutingzi", "物流停滞不动"),
        ("zhiliagwenti", "质量问题"),
        ("chawuliujidu", "查物流进度"),
        ("chawuliujndu", "查物流进度"),
        ("zhuangxiangqingdam", "装箱清单"),
        ("uikuan", "退款"),
        ("qtwly", "7天无理由"),
        ("qtlywy", "7天无理由"),
    ],
)
def test_one_typo_in_a_word_is_tolerated(query: str, wanted: str) -> None:
    assert found(query) == [wanted]


@pytest.mark.parametrize("title", TITLES[:-1])
def test_a_letter_may_be_missing_at_any_position(title: str) -> None:
    word = "".join(pinyin(title))
    for at in range(len(word)):
        assert title in found(word[:at] + word[at + 1 :]), word[:at] + word[at + 1 :]


def test_a_match_with_a_typo_is_highlighted() -> None:
    assert marked(Snippet("r", "您的退货地址是", ""), "tuihodizhi") == {"title": ["退货地址"]}


@pytest.mark.parametrize(
    "query", ["xianxianxianxianxian", "zhuangxiangqingdan", "a" * 20, "nanananananananana"]
)
def test_the_number_of_typo_readings_is_limited(query: str) -> None:
    assert len(with_typo_readings(words_of(query)[0]).readings) < MAX_READINGS
