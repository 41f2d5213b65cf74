"""Related hits: after the certain ones, marked, explained, and none where nothing fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.search.advice import LibraryAdvice
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.related.asked import asked
from quickdesk.search.related.concepts import Relation
from quickdesk.search.related.lexicon import trade_lexicon
from quickdesk.search.related.search import MAX_RELATED, RelatedSearch
from quickdesk.search.related.segmentation import concepts_of
from quickdesk.search.segments import Snapshot
from quickdesk.search.suggest.suggestion import Answered
from tests.bench.library import queries, replies
from tests.packs.test_starter import STARTER
from tests.search.test_highlights import cut, field_text

REPLIES = (
    Snippet("coupon", "优惠券领取", "请在店铺首页领取", "yhq", ("售前",)),
    Snippet("fake", "是不是正品", "都是品牌方供货，支持专柜验货", "", ("售前",)),
    Snippet("lost", "包裹丢失", "已经登记丢失，我们补发", "", ("物流",)),
    Snippet("express", "发什么快递", "默认发中通快递", "", ("物流",)),
    Snippet("address", "退货地址", "请寄到{退货地址}", "thdz", ("售后",)),
    Snippet("days", "订单处理", "10天内处理好", "", ("售后",)),
    Snippet("tagged", "以旧换新", "请先登记", "", ("售前",), ("发票",)),
    Snippet("size", "尺码推荐", "告诉我身高体重", "", ("售前",)),
    *(Snippet(f"other{number}", f"话术{number}", "您好，请稍候，正在为您查询") for number in range(20)),
)


@pytest.fixture(params=["base", "scan"])
def finder(request: pytest.FixtureRequest) -> LibraryFinder:
    finder = LibraryFinder(REPLIES)
    if request.param == "base":
        finder.adopt(build(REPLIES), Snapshot(REPLIES, finder.changes))
        finder.update(put=[Snippet("gone", "假货", "假货")])
        finder.update(remove=["gone"])
    return finder


@pytest.mark.parametrize(
    ("query", "wanted", "relation"),
    [
        pytest.param("假货吗", "fake", Relation.MEANING, id="another word"),
        pytest.param("快递丢了", "lost", Relation.MEANING, id="another word in one direction"),
        pytest.param("尺马推荐一下", "size", Relation.SOUND, id="a wrong character"),
        pytest.param("youhuijuanhongbao", "coupon", Relation.SOUND, id="pinyin of two words"),
        pytest.param("亲，请问退货的地址在哪里呀", "address", Relation.WORDS, id="particles and politeness"),
        pytest.param("地址退货", "address", Relation.WORDS, id="another order"),
        pytest.param("十天处理", "days", Relation.NUMBER, id="a number in characters"),
        pytest.param("穿什么码好", "size", Relation.MEANING, id="a question"),
        pytest.param("开票", "tagged", Relation.MEANING, id="a tag"),
        pytest.param("zhongtong快点", "express", Relation.MEANING, id="pinyin and characters"),
    ],
)
def test_what_is_meant_is_found_and_explained(
    finder: LibraryFinder, query: str, wanted: str, relation: Relation
) -> None:
    hits = finder.find(query)
    assert hits[0].snippet.id == wanted
    assert hits[0].is_related
    account = finder.explain(query, wanted)
    assert account is not None
    assert relation in {reason.relation for reason in account.related}
    assert account.score == pytest.approx(hits[0].score, abs=1e-3)
    assert 0 < hits[0].score <= 100


@pytest.mark.parametrize(
    "query",
    [
        "篮球比赛",
        "weather",
        "火锅底料",
        "xyzzy",
        "吗",
        "请问",
        "？？",
        "🎉",
        "#假货",
        "@假货",
        "code:假货",
        "a1b2c3",
    ],
)
def test_nothing_is_pretended_where_nothing_fits(finder: LibraryFinder, query: str) -> None:
    assert [hit for hit in finder.find(query) if not hit.is_nearest] == []
    assert finder.explain(query, "fake") is None


def test_a_word_typed_for_the_narrow_thing_does_not_find_the_wide_one(finder: LibraryFinder) -> None:
    assert "express" not in [hit.snippet.id for hit in finder.find("快递丢了")]


def test_the_forms_that_were_found_are_marked(finder: LibraryFinder) -> None:
    hit = finder.find("假货吗")[0]
    assert {cut(field_text(hit.snippet, span.field), span) for span in hit.spans} == {"正品"}


def test_where_enough_is_certain_nothing_is_added(finder: LibraryFinder) -> None:
    hits = finder.find("话术")
    assert len(hits) == 20
    assert not any(hit.is_related for hit in hits)
    assert len(finder.find("假货", 0)) == 0
    assert len(finder.find("退货 地址 快递 尺码", 1)) == 1


def test_removed_and_changed_replies_are_not_related(finder: LibraryFinder) -> None:
    finder.update(put=[Snippet("coupon", "满减", "满减")], remove=["fake"])
    assert all(hit.is_nearest and hit.snippet.id != "fake" for hit in finder.find("假货吗"))
    assert "coupon" not in [hit.snippet.id for hit in finder.find("优惠卷")]


def test_an_ask_that_shares_the_words_is_related_and_comes_before_a_body() -> None:
    finder = LibraryFinder(
        [
            Snippet("body", "甲", "没有收到货物请联系快递"),
            Snippet("ask", "乙", "x", asks=("货还没收到呢", "到哪了")),
            Snippet("other", "丙", "优惠券"),
        ]
    )
    hits = finder.find("怎么没收到货啊")
    assert [hit.snippet.id for hit in hits][:2] == ["ask", "body"]
    assert hits[0].is_related
    assert {span.field for span in hits[0].spans} == {"asks"}


def test_english_words_of_a_reply_answer_chinese_ones() -> None:
    finder = LibraryFinder(
        [
            Snippet("policy", "Policy", "You can return it within 30 days for a full refund"),
            Snippet("fee", "Fees", "Shipping is free"),
            Snippet("size", "Fit", "See our size chart"),
            *(Snippet(f"other{number}", f"Text {number}", "Thank you") for number in range(20)),
        ]
    )
    for query, wanted in (("退款", "policy"), ("包邮吗", "fee"), ("什么尺码", "size")):
        assert finder.find(query)[0].snippet.id == wanted, query


def test_a_rare_word_for_a_thing_says_no_more_than_a_frequent_one() -> None:
    finder = LibraryFinder(
        [
            Snippet("rare", "甲", "假一赔十"),
            *(Snippet(f"title{number}", f"正品{number}", "专柜") for number in range(10)),
            *(Snippet(f"other{number}", f"话术{number}", "您好") for number in range(200)),
        ]
    )
    found = finder.find("假货")
    assert {hit.snippet.id for hit in found} >= {f"title{number}" for number in range(10)}


def test_a_short_list_goes_on_with_what_covers_too_little() -> None:
    finder = LibraryFinder(
        [
            Snippet("most", "开发票", "x"),
            Snippet("little", "晃荡", "x"),
            *(Snippet(f"other{number}", f"话术{number}", "您好") for number in range(20)),
        ]
    )
    assert [hit.snippet.id for hit in finder.find("荡晃发票")] == ["most", "little"]
    assert all(hit.is_nearest for hit in finder.find("荡晃"))


def test_where_the_best_covers_little_few_follow() -> None:
    finder = LibraryFinder([Snippet(f"r{number}", f"快递{number}", "x") for number in range(40)])
    assert len(finder.find("请问快递的火箭发动机是不是三级推进剂")) < MAX_RELATED
    assert len(finder.find("物流")) == MAX_RELATED


def test_a_latin_word_of_the_library_is_no_pinyin() -> None:
    library = [Snippet("cafe", "Café", "x"), Snippet("pinyin", "擦肥皂", "x"), *REPLIES]
    assert [hit.snippet.id for hit in LibraryFinder(library).find("cafe")][:1] == ["cafe"]
    related = [hit.snippet.id for hit in LibraryFinder(library).find("cafe 快递") if hit.is_related]
    assert "pinyin" not in related
    assert "cafe" in related


def test_characters_are_highlighted_only_where_they_were_typed_with_little_else() -> None:
    finder = LibraryFinder([Snippet("r", "退不到单", "快递还没送到，单号可以查，退也可以"), *REPLIES])

    def highlighted(query: str) -> set[str]:
        (hit,) = [each for each in finder.find(query) if each.snippet.id == "r"]
        return {cut(field_text(hit.snippet, span.field), span) for span in hit.spans}

    assert "退" in highlighted("退 物流啊")
    long = highlighted("我的单怎么还没到，快递都五天了，查不到在哪，麻烦尽快处理发货")
    assert "快递" in long
    assert all(len(text) > 1 for text in long)


def test_a_scan_and_a_base_relate_the_same() -> None:
    library = replies(1500, seed=4, body_length=40)
    base, scan = LibraryFinder(library), LibraryFinder(library)
    base.adopt(build(library), Snapshot(tuple(library), base.changes))
    for changed in (base, scan):
        changed.update(
            put=[Snippet("new", "退款运费", "优惠券")], remove=[f"r{n}" for n in range(0, 1500, 7)]
        )
    for query in ("邮费退钱", "领卷", "坏了修", "tuikuanhongbao", "亲包邮吗"):
        ours = [(hit.snippet.id, hit.score, hit.is_related) for hit in base.find(query)]
        assert ours == [(hit.snippet.id, hit.score, hit.is_related) for hit in scan.find(query)], query


LIBRARY = [*replies(300, seed=8, body_length=40), *STARTER.snippets]
FINDER = LibraryFinder(LIBRARY)
TYPED = [query for _, query in queries(LIBRARY, 200, seed=9)]
PIECES = st.sampled_from(
    [*"退货款发票邮费快递优惠卷吗的几天7十 ", "tui", "kuan", "优惠劵", "假货", "没收到", "sf", "#", "，"]
)


@given(
    query=st.one_of(st.lists(PIECES, max_size=9).map("".join), st.sampled_from(TYPED), st.text(max_size=9)),
    limit=st.integers(0, 30),
)
def test_the_certain_hits_come_first_and_in_their_order(query: str, limit: int) -> None:
    strict, hits = FINDER.find_certain(query, limit), FINDER.find(query, limit)
    certain = [hit for hit in hits if not hit.is_related]
    assert hits[: len(certain)] == certain
    assert certain == [hit for hit in strict if hit in certain]
    assert len(hits) <= limit
    assert len({hit.snippet.id for hit in hits}) == len(hits)
    known = {hit.snippet.id for hit in FINDER.find_certain(query, len(LIBRARY))}
    related = [hit.score for hit in hits if hit.snippet.id not in known]
    assert related == sorted(related, reverse=True)
    assert len(related) <= MAX_RELATED


@pytest.mark.parametrize("query", ["退货地址" * 1250, "tuihuo" * 800, "好" * 5000, "，" * 5000])
def test_a_text_of_five_thousand_characters_is_searched(query: str) -> None:
    assert len(FINDER.find(query)) <= MAX_RELATED


def test_of_a_long_text_only_the_most_telling_words_are_searched() -> None:
    finder = LibraryFinder([*REPLIES, *(Snippet(f"r{number}", f"发货{number}", "x") for number in range(50))])
    words = [word for word in trade_lexicon().entries.meanings if len(word) > 1 and not word.isascii()]
    text = "，".join(("发货", *words[1000:1025], "退货地址"))
    search = RelatedSearch(finder.segments(), asked(text), finder.lexicon, lambda: False)
    every = concepts_of(asked(text), finder.lexicon, lambda _: True)
    counted = len(search.counted.known)
    assert counted < sum(len(each.forms) + len(each.pieces) for each in every)
    assert "address" in [hit.snippet.id for hit in finder.find(text)]


def test_a_search_for_related_replies_can_be_cancelled() -> None:
    asked = iter([False] * 12)
    assert FINDER.find_unless("假货专票邮费坏了", 20, lambda: next(asked, True)) is None


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("亲你好，我前几天买的东西好像丢件了，现在怎么办呀", "lost"),
        ("请问一下你们家这个是不是假货啊，我有点不太放心", "fake"),
        ("我想把东西退回去，麻烦把你们的退货地址发一下谢谢", "address"),
    ],
)
def test_a_whole_sentence_finds_what_answers_it(finder: LibraryFinder, message: str, wanted: str) -> None:
    hits = finder.find(message)
    assert hits[0].snippet.id == wanted
    assert hits[0].is_related


def test_what_answered_a_similar_sentence_before_is_found_and_explained(finder: LibraryFinder) -> None:
    message = "上次说的那件事情后来怎么了，快递有消息吗"
    before = [hit.snippet.id for hit in finder.find(message)]
    assert "size" not in before
    LibraryAdvice(finder, [Answered("上次说的那件事情怎么样了呀", "size"), Answered("上次", "gone")])
    hits = finder.find(message)
    assert "size" in [hit.snippet.id for hit in hits]
    (hit,) = [each for each in hits if each.snippet.id == "size"]
    account = finder.explain(message, "size")
    assert account is not None
    assert account.picked > 0
    assert account.score == pytest.approx(hit.score, abs=1e-3)
    assert "size" not in [each.snippet.id for each in finder.find("上次说的事")]


@given(st.lists(PIECES, min_size=1, max_size=6), st.sampled_from(["put", "remove", "nothing"]))
def test_what_the_last_search_counted_changes_nothing(pieces: list[str], change: str) -> None:
    finder, query = LibraryFinder(LIBRARY), ""
    for number, piece in enumerate(pieces):
        query += piece
        found = finder.find(query)
        assert [(hit.snippet.id, hit.score) for hit in found] == [
            (hit.snippet.id, hit.score) for hit in _after(change, number).find(query)
        ]
        if number == 0 and change == "put":
            finder.update(put=[Snippet("new", "退款发票优惠卷邮费", "快递")])
        if number == 0 and change == "remove":
            finder.update(remove=[STARTER.snippets[0].id, "r7"])


def _after(change: str, number: int) -> LibraryFinder:
    """Return a finder that has not searched before, after the change."""
    finder = LibraryFinder(LIBRARY)
    finder.find("")
    if number and change == "put":
        finder.update(put=[Snippet("new", "退款发票优惠卷邮费", "快递")])
    if number and change == "remove":
        finder.update(remove=[STARTER.snippets[0].id, "r7"])
    return finder
