"""Texts that look or sound the same are found by each other, and marked where they stand in the original."""

import re
from collections.abc import Callable

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.query import Way
from quickdesk.search.segments import Snapshot
from quickdesk.text.readings import initials, pinyin
from tests.packs.test_starter import STARTER
from tests.search.test_highlights import cut, field_text

REPLIES = (
    Snippet("invisible", "退\u200b货零宽", "甲"),
    Snippet("decomposed", "Cafe\u0301 zwei", "甲"),
    Snippet("composed", "Caf\u00e9 eins", "甲"),
    Snippet("sharp", "Straße", "甲"),
    Snippet("quoted", "“双引号”", "甲"),
    Snippet("variant", "葛\U000e0100城", "甲"),
    Snippet("ligature", "conﬁrm", "5㎏ 25℃"),
    Snippet("refund", "退款", "您说“到账”后"),
    Snippet("coupon", "优惠券", "甲"),
    Snippet("days", "无理由退货", "支持{无理由天数|7|15}天无理由"),
    Snippet("address", "改地址，还没发货", "甲"),
)
STARTER_FINDER = LibraryFinder(STARTER.snippets)
SIGNS = re.compile("[，、：]")
SIGNED_TITLES = [each for each in STARTER.snippets if SIGNS.search(each.title)]


@pytest.fixture(params=["base", "scan"])
def finder(request: pytest.FixtureRequest) -> LibraryFinder:
    finder = LibraryFinder(REPLIES)
    if request.param == "base":
        finder.adopt(build(REPLIES), Snapshot(REPLIES, finder.changes))
    return finder


@pytest.mark.parametrize(
    ("query", "found", "marked"),
    [
        ("退货零宽", ["invisible"], "退\u200b货零宽"),
        ("tuihuolingkuan", ["invisible"], "退\u200b货零宽"),
        ("caf\u00e9", ["composed", "decomposed"], "Caf\u00e9"),
        ("cafe", ["composed", "decomposed"], "Caf\u00e9"),
        ("cafe\u0301 z", ["decomposed"], "Cafe\u0301"),
        ("strasse", ["sharp"], "Straße"),
        ("STRAẞE", ["sharp"], "Straße"),
        ('"双引号"', ["quoted"], "双引号"),
        ("「双引号」", ["quoted"], "双引号"),
        ("葛城", ["variant"], "葛\U000e0100城"),
        ("confirm", ["ligature"], "conﬁrm"),
        ("5kg", ["ligature"], "5㎏"),
        ("㎏", ["ligature"], "㎏"),
        ("tuì kuǎn", ["refund"], "退款"),
        ("“退款”", ["refund"], "退款"),
        ("退款.", ["refund"], "退款"),
        ("youhuijuan", ["coupon"], "优惠券"),
        ("youhuiquan", ["coupon"], "优惠券"),
        ("yhj", ["coupon"], "优惠券"),
    ],
)
def test_both_sides_fold_alike(finder: LibraryFinder, query: str, found: list[str], marked: str) -> None:
    hits = finder.find(query)
    assert sorted(hit.snippet.id for hit in hits[: len(found)]) == found
    best = min(hits[: len(found)], key=lambda hit: hit.snippet.id)
    span = best.spans[0]
    assert cut(field_text(best.snippet, span.field), span) == marked


@pytest.mark.parametrize(
    "query", ["7天无理由", "七天无理由", "10天无理由", "十天无理由", "7twly", "qitianwuliyou", "7天"]
)
def test_a_field_stands_for_the_number_that_is_typed(finder: LibraryFinder, query: str) -> None:
    assert [hit.snippet.id for hit in finder.find(query)] == ["days"]
    account = finder.explain(query, "days")
    assert account is not None
    assert [reason.way for reason in account.reasons] == [Way.FIELD]


@pytest.mark.parametrize("typed", [str, initials, lambda text: "".join(pinyin(text))])
def test_a_title_is_found_without_the_sign_in_it(typed: Callable[[str], str]) -> None:
    assert len(SIGNED_TITLES) > 30
    for reply in SIGNED_TITLES:
        query = typed(SIGNS.sub("", reply.title))
        assert STARTER_FINDER.find(query)[0].snippet.id == reply.id, query


def test_a_sign_that_is_missing_changes_nothing_where_the_words_stand_so(finder: LibraryFinder) -> None:
    assert [hit.snippet.id for hit in finder.find_certain("改地址")] == ["address"]
    finder.update(put=[Snippet("exact", "改地址还没", "甲")])
    assert [hit.snippet.id for hit in finder.find_certain("改地址还没")] == ["exact"]
