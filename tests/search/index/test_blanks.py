from time import perf_counter

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.blanks import BLANK_PENALTY, blank_penalty
from tests.packs.test_starter import STARTER


@pytest.mark.parametrize(
    ("body", "is_blank"),
    [
        ("您好", False),
        ("建议选{尺码}", True),
        ("建议选{ 尺码 }，您看{颜色:红}", True),
        ("建议选{尺码:M}或{码|M|L}", False),
        ("选{码:|M|L}", False),
        ("今天是{日期}{光标}", False),
        ("寄到{退货地址}", False),
        ("寄到{事实:退货地址}", False),
        ("括号{{尺码}}", False),
        ("没写完{尺码", False),
        ("{" * 3000 + "尺" + "}" * 3000, False),
    ],
)
def test_a_blank_is_what_only_this_buyer_can_say(body: str, is_blank: bool) -> None:
    assert bool(blank_penalty(Snippet("r", "甲", body))) == is_blank


def test_of_replies_that_match_alike_the_one_that_asks_comes_before_the_one_that_knows() -> None:
    titles = [hit.snippet.title for hit in LibraryFinder(STARTER.snippets).find("chima")]
    assert titles.index("尺码推荐，先问身高体重") < titles.index("尺码建议")


def test_a_blank_is_part_of_the_score_and_its_explanation() -> None:
    plain, blank = Snippet("a", "尺码说明", "您好"), Snippet("b", "尺码说明", "选{尺码}")
    finder = LibraryFinder([blank, plain])
    hits = finder.find("尺码")
    assert [hit.snippet.id for hit in hits] == ["a", "b"]
    assert hits[0].score - hits[1].score == BLANK_PENALTY
    account = finder.explain("尺码", "b")
    assert account is not None
    assert (account.score, account.blanks) == (hits[1].score, BLANK_PENALTY)


@pytest.mark.parametrize("body", ["{订单号%s:1}", "{%s事实:订单号}", "{%s订单号}", "{a%s" * 9])
def test_a_field_with_many_spaces_takes_no_time(body: str) -> None:
    started = perf_counter()
    blank_penalty(Snippet("r", "甲", body.replace("%s", " " * 90_000)))
    assert perf_counter() - started < 1
