"""What a query means as a whole: a code, the general reply of a topic, several words as a phrase."""

from datetime import UTC, datetime

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.query import words_of
from quickdesk.search.usage.first_letters import FirstLetters
from quickdesk.search.usage.habits import Use, noted
from quickdesk.search.usage.prior import likely
from quickdesk.search.whole_query import phrase_of, with_codes
from tests.packs.test_starter import STARTER

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
FINDER = LibraryFinder(STARTER.snippets)


def _titles(finder: LibraryFinder, query: str) -> list[str]:
    return [hit.snippet.title for hit in finder.find(query)]


@pytest.mark.parametrize(
    ("query", "general"),
    [
        ("kuaidi", "发什么快递"),
        ("快递", "发什么快递"),
        ("发票", "开发票"),
        ("wuliu", "查物流进度"),
        ("退款", "退款怎么申请"),
        ("tuihuo", "退货步骤"),
        ("shouhou", "转接其他客服"),
    ],
)
def test_the_general_reply_of_a_topic_comes_first(query: str, general: str) -> None:
    assert _titles(FINDER, query)[0] == general


def test_one_use_lifts_no_reply_above_the_general_one_of_the_topic() -> None:
    finder = LibraryFinder(STARTER.snippets)
    other = next(each.id for each in STARTER.snippets if each.title == "指定快递")
    finder.set_prior(likely({other: noted(None, Use(other, "kuaidi", NOW))}, NOW).prior("", {}))
    finder.set_first_letters(FirstLetters().chosen("kuaidi", other, NOW))
    assert _titles(finder, "kuaidi")[:2] == ["发什么快递", "指定快递"]


def test_initials_of_a_code_count_only_where_the_word_itself_is_in_the_head() -> None:
    library = [
        Snippet("general", "用什么快递", "", "kd"),
        Snippet("other", "开店时间", "快递", "kd"),
        Snippet("start", "快递多久到", ""),
        Snippet("whole", "快递", ""),
    ]
    finder = LibraryFinder(library)
    assert [hit.snippet.id for hit in finder.find("快递")] == ["whole", "general", "start", "other"]
    account = finder.explain("kuaidi", "general")
    assert account is not None
    assert account.score == finder.find("kuaidi")[1].score
    assert finder.explain("宽度", "general") is None
    finder.update(remove=["general"])
    assert [hit.snippet.id for hit in finder.find("快递")] == ["whole", "start", "other"]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("快递", ["kd"]),
        ("kuaidi", ["kd"]),
        ("优惠券", ["yhq", "yhx", "yhj"]),
        ("kd", []),
        ("退", []),
        ("这是一句话", []),
        ("th5", []),
        ("code:快递", []),
        ("#快递", []),
        ("a" * 500, []),
    ],
)
def test_a_short_word_has_initials(query: str, codes: list[str]) -> None:
    (word,) = words_of(query)
    found = ["".join(each.units for each in code.elements) for code in with_codes(word).topic_codes]
    assert found == codes


@pytest.mark.parametrize("query", ["th dz", "退货 地址", "tuihuo dz", "退 huo dizhi", "TH　地址"])
def test_several_words_mean_the_reply_in_which_they_follow_each_other(query: str) -> None:
    assert _titles(FINDER, query)[0] == "退货地址"


def test_words_of_a_phrase_match_apart_too() -> None:
    library = [
        Snippet("apart", "退货说明，含地址", "", "dz"),
        Snippet("together", "请看：退货地址在哪", ""),
        Snippet("body", "其他", "退货地址"),
        Snippet("one", "退货", ""),
    ]
    assert [hit.snippet.id for hit in LibraryFinder(library).find_certain("退货 地址")] == [
        "together",
        "apart",
        "body",
    ]
    assert {hit.snippet.id for hit in LibraryFinder(library).find_certain("地址 退货")} == {
        *("apart", "together", "body")
    }


def test_words_without_a_space_are_not_split_elsewhere() -> None:
    library = [Snippet("city", "西安仓库", ""), Snippet("first", "先发货", "")]
    assert [hit.snippet.id for hit in LibraryFinder(library).find_certain("xi an")] == ["city"]


def test_a_phrase_is_explained_and_scored_alike() -> None:
    hit = FINDER.find("tui huo di")[0]
    account = FINDER.explain("tui huo di", hit.snippet.id)
    assert account is not None
    assert account.score == hit.score
    assert [reason.word for reason in account.reasons] == ["tui huo di"]


@pytest.mark.parametrize("query", ["退款", "#退款 到账", "t k", ""])
def test_what_is_no_phrase(query: str) -> None:
    words = words_of(query)
    assert not words or phrase_of(words) is None


def test_a_code_typed_in_pieces_comes_first() -> None:
    assert (
        LibraryFinder([Snippet("title", "th dz", ""), Snippet("code", "甲", "", "thdz")])
        .find("th dz")[0]
        .snippet.id
        == "code"
    )
