import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.past_messages import MAX_TERMS, terms
from quickdesk.search.suggest.suggester import Suggester
from quickdesk.search.suggest.suggestion import Answered

REPLIES = [
    Snippet("refund", "退款多久到账", "退款会在三天内原路退回您的账户"),
    Snippet("freight", "退货运费谁出", "质量问题由我们承担运费"),
    Snippet("parcel", "查物流进度", "您的包裹 {单号} 正在路上"),
    Snippet("vip", "VIP 客户", "refund policy"),
]


def suggested(suggester: Suggester, message: str) -> list[str]:
    return [each.snippet.id for each in suggester.suggest(message)]


def test_the_most_shared_terms_come_first_and_are_listed() -> None:
    found = Suggester(LibraryFinder(REPLIES).segments).suggest("亲，請問退貨的運費誰出呢")
    assert found[0].snippet.id == "freight"
    assert "运费" in found[0].reasons[0].found
    assert found[0].like is None


def test_nothing_in_common_is_no_suggestion() -> None:
    suggester = Suggester(LibraryFinder(REPLIES).segments)
    for message in ("", "在吗", "???", "\ud83d", "🎉", "喵", " \n"):
        assert suggester.suggest(message) == []
    assert suggested(Suggester(LibraryFinder().segments), "退款") == []
    assert len(suggester.suggest("退" * 10_000, 1)) == 1
    assert suggester.suggest("退款", 0) == []


def test_what_was_answered_before_speaks_for_a_reply_and_is_named() -> None:
    past = [Answered("到哪儿啦", "parcel"), Answered("gone", "nobody")]
    found = Suggester(LibraryFinder(REPLIES).segments, past).suggest("东西到哪儿了")
    assert found[0].snippet.id == "parcel"
    assert found[0].like == "到哪儿啦"


def test_changes_of_the_library_take_effect_at_once() -> None:
    finder = LibraryFinder(REPLIES)
    suggester = Suggester(finder.segments)
    finder.update(put=[Snippet("new", "发票抬头", "")], remove=["freight"])
    assert suggested(suggester, "发票") == ["new"]
    assert "freight" not in suggested(suggester, "运费")


def test_terms_leave_out_fields_and_greetings() -> None:
    assert terms("您好，退货{单号}VIP 7天") == ["退", "货", "退货", "vip", "7", "天"]
    assert len(terms("退" * 10_000)) == MAX_TERMS


@pytest.mark.parametrize(
    ("message", "weighing"),
    [
        ("Where is my order? It has not moved for a week", ["order", "moved", "week"]),
        ("I WANT a refund, it's broken", ["refund", "broken"]),
        ("订单2024112233445566", ["订", "单", "订单"]),
        ("SF1234567890 iPhone15", ["iphone15"]),
        ("A款", ["a", "款"]),
    ],
)
def test_terms_leave_out_function_words_and_order_numbers(message: str, weighing: list[str]) -> None:
    assert terms(message) == weighing


def test_latin_words_are_found_as_wholes_only() -> None:
    foods = [Snippet("soup", "Wanton soup", "it is my hobby"), Snippet("back", "Refunds", "within a week")]
    suggester = Suggester(LibraryFinder(foods).segments)
    assert suggested(suggester, "I want a refund, is it my week?") == ["back"]
    assert suggested(suggester, "my hob, my want, ref") == []


@pytest.mark.parametrize("others", [3, 400])
def test_frequent_terms_count_more_and_ties_keep_their_order(others: int) -> None:
    plain = [Snippet(f"s{number}", "话术", "补发一次") for number in range(others)]
    often = Snippet("often", "话术", "补发补发")
    titled = Snippet("titled", "补发", "话术一次")
    suggester = Suggester(LibraryFinder([*plain, often, titled]).segments)
    assert suggested(suggester, "补发") == ["titled", "often", "s0", "s1", "s2"]


TALKS = [
    Snippet("late", "延迟发货", "今天仓库没有货，明天发货"),
    Snippet("urge", "催派送", "包裹三天没动"),
    Snippet("birthday", "生日祝福", "今天是好日子"),
    Snippet("days", "几天能到", "一般三天"),
    *(Snippet(f"day{number}", "话术", "每天都好") for number in range(9)),
    *(Snippet(f"not{number}", "话术", "没有也好") for number in range(9)),
]


def test_what_shares_only_characters_torn_out_of_words_is_not_suggested() -> None:
    suggester = Suggester(LibraryFinder(TALKS).segments)
    assert suggested(suggester, "后天发货") == ["late"]
    assert suggested(suggester, "天气") == []


def test_a_single_character_is_enough() -> None:
    assert suggested(Suggester(LibraryFinder(TALKS).segments), "催吗") == ["urge"]


def test_one_word_amid_a_body_is_not_enough_and_several_are() -> None:
    filled = [Snippet(f"r{number}", f"话术{number}", "您好，请稍候") for number in range(100)]
    lamp = Snippet("lamp", "说明", "雨天请收起帐篷，支架和雨布不要弯折")
    suggester = Suggester(LibraryFinder([*filled, lamp]).segments)
    assert suggested(suggester, "火箭和帐篷都坐过飞机吗") == []
    assert suggested(suggester, "火箭和帐篷的支架、雨布都坐过飞机吗") == ["lamp"]


def test_words_that_stand_together_in_both_are_told_as_one() -> None:
    stuck = Snippet("stuck", "包裹三天没动", "帮您催一下")
    (found,) = Suggester(LibraryFinder([*TALKS, stuck]).segments).suggest("包裹三天没动了呀", 1)
    assert found.snippet.id == "stuck"
    assert found.reasons[0].found == "包裹三天没动"


def test_words_that_stand_together_in_the_reply_only_are_told_apart() -> None:
    lost = Snippet("lost", "包裹没了", "帮您查一下")
    (found,) = Suggester(LibraryFinder([*TALKS, lost]).segments).suggest("那个包裹怎么没了消息", 1)
    assert {reason.found for reason in found.reasons} & {"包裹"}
    assert not {reason.found for reason in found.reasons} & {"包裹没了", "个包裹"}


def test_what_shares_far_less_than_the_best_is_left_out_unless_it_was_the_answer_before() -> None:
    replies = [
        Snippet("best", "几天能到新疆", "发到新疆几天能到"),
        Snippet("weak", "活动说明", "活动只有几天，先到先得，欢迎大家常来看看"),
    ]
    segments = LibraryFinder(replies).segments
    assert suggested(Suggester(segments), "发到新疆几天能到") == ["best"]
    past = [Answered("新疆几天", "weak")]
    assert set(suggested(Suggester(segments, past), "发到新疆几天能到")) == {"best", "weak"}


def test_what_shares_only_a_pair_across_a_border_is_left_out_where_others_share_words() -> None:
    suggester = Suggester(LibraryFinder(TALKS).segments)
    assert suggested(suggester, "今天没发货") == ["late"]


def test_half_of_what_or_how_is_nothing_in_common() -> None:
    assert suggested(Suggester(LibraryFinder([Snippet("how", "怎么用", "什么")]).segments), "什么时候") == []


@pytest.mark.parametrize("size", [1990, 2010, 4000])
def test_suggestions_do_not_depend_on_the_size_of_the_library(size: int) -> None:
    claims = [Snippet(f"claim{n}", "理赔材料", "理赔材料齐全后理赔，理赔后通知理赔人") for n in range(300)]
    others = [Snippet(f"other{n}", "话术", "请稍等片刻") for n in range(size - len(claims) - 1)]
    meant = Snippet("meant", "理赔时效", "理赔时效一般三天")
    suggester = Suggester(LibraryFinder([*claims, *others, meant]).segments)
    assert suggested(suggester, "理赔的时效")[0] == "meant"
    assert suggested(suggester, "理赔")[:2] == ["claim0", "claim1"]
