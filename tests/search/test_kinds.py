"""Each way to type a query, over the base index and over a plain scan."""

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.query import Way
from quickdesk.search.segments import Snapshot
from quickdesk.search.sounds import Sound
from tests.search.test_highlights import cut, field_text

REPLIES = (
    Snippet("return", "七天无理由退货", "支持七天无理由，运费由您承担", "th12", ("售后", "退货"), ("时效",)),
    Snippet("days", "7天内发货", "48小时内发出，单号 SF1234567890", "fh-7", ("物流",), ("发货",)),
    Snippet("vip", "VIP 客户专享", "Dear customer, your refund and tracking number", "vip", (), ("老客",)),
    Snippet("reboot", "设备重启", "请长按电源键", "cq", ("售前",), ("故障",)),
    Snippet("card", "湖南分店", "南京路 12 号，电话 12345", "hn", ("门店",), ("#活动",)),
    Snippet("wait", "请稍等", "我马上帮您查询物流", "sd", ("售前",), ("安抚",)),
    Snippet("bag", "睡袋重置说明", "收货地址请核对", "", (), ()),
)


@pytest.fixture(params=["base", "scan"])
def finder(request: pytest.FixtureRequest) -> LibraryFinder:
    finder = LibraryFinder(REPLIES)
    if request.param == "base":
        finder.adopt(build(REPLIES), Snapshot(REPLIES, finder.changes))
    return finder


def ids(finder: LibraryFinder, query: str) -> list[str]:
    return [hit.snippet.id for hit in finder.find_certain(query)]


@pytest.mark.parametrize(
    ("query", "wanted", "marked"),
    [
        pytest.param("qitian", "days", "7天", id="a digit has a reading"),
        pytest.param("qit", "days", "7天", id="a digit and an initial"),
        pytest.param("sishibaxiaoshi", None, None, id="but no number is read as a whole"),
        pytest.param("sibaxiaoshi", "days", "48小时", id="digit by digit"),
        pytest.param("七天内", "days", "7天内", id="a numeral for a digit"),
        pytest.param("七tiannei", "days", "7天内", id="a numeral for a digit, and pinyin"),
        pytest.param("七天发货", None, None, id="and nothing else for it"),
        pytest.param("7天无", "return", "七天无", id="a digit for a numeral"),
        pytest.param("四八小时", "days", "48小时", id="numerals for digits"),
        pytest.param("qtnfh", "days", "7天内发货", id="an initial for a digit"),
        pytest.param("qtfnh", "days", "7天内发货", id="an initial for a digit, in another order"),
        pytest.param("vipkehu", "vip", "VIP 客户", id="over a space that was not typed"),
        pytest.param("vip客户", "vip", "VIP 客户", id="over a space, characters"),
        pytest.param("kehuzhuanxiang", "vip", "客户专享", id="full pinyin"),
        pytest.param("tuihou", "return", "退货", id="two letters of pinyin swapped"),
        pytest.param("tuihup", "return", "退货", id="the key beside"),
        pytest.param("tuiuo", "return", "退货", id="a letter missing"),
        pytest.param("tuihhuo", "return", "退货", id="a letter too many"),
        pytest.param("qtlywy", "return", "七天无理由", id="initials in another order"),
        pytest.param("qtwly", "return", "七天无理由", id="initials"),
        pytest.param("refnud", "vip", "refund", id="English, swapped"),
        pytest.param("trackng", "vip", "tracking", id="English, one missing"),
        pytest.param("custommer", "vip", "customer", id="English, one too many"),
        pytest.param("tradking", "vip", "tracking", id="English, one wrong"),
        pytest.param("track", "vip", "track", id="English prefix"),
        pytest.param("ｖｉｐ", "vip", "VIP", id="full width"),
        pytest.param("設備", "reboot", "设备", id="Traditional"),
        pytest.param("chongqi", "reboot", "重启", id="polyphone"),
        pytest.param("12345", "card", "12345", id="digits"),
        pytest.param("SF1234567890", "days", "SF1234567890", id="a parcel number"),
        pytest.param("f7", "days", "f7", id="code by subsequence"),
        pytest.param("fh-", "days", "fh-", id="code by prefix"),
    ],
)
def test_finds_and_highlights(
    finder: LibraryFinder, query: str, wanted: str | None, marked: str | None
) -> None:
    hits = finder.find_certain(query)
    assert [hit.snippet.id for hit in hits][:1] == ([wanted] if wanted else [])
    if marked:
        stretches = [cut(field_text(hits[0].snippet, span.field), span) for span in hits[0].spans]
        assert marked in stretches or marked == "".join(stretches[:2])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("#时效", ["return"]),
        ("＃shixiao", ["return"]),
        ("#活动", ["card"]),
        ("@售前", ["wait", "reboot"]),
        ("@shouqian 请", ["wait", "reboot"]),
        ("code:th", ["return"]),
        ("code:t2", ["return"]),
        ("#物流", []),
        ("@退款", []),
        ("code:电话", []),
    ],
)
def test_filters_restrict_the_field(finder: LibraryFinder, query: str, found: list[str]) -> None:
    assert ids(finder, query) == found


@pytest.mark.parametrize("query", ["#", "@", "code:", "＃", "CODE：", " # ", "# @"])
def test_a_filter_that_is_about_to_be_typed_leaves_nothing_out(finder: LibraryFinder, query: str) -> None:
    assert ids(finder, query) == ids(finder, "") == [reply.id for reply in REPLIES]
    assert ids(finder, f"请 {query}") == ids(finder, "请")


def test_fuzzy_pinyin_is_optional(finder: LibraryFinder) -> None:
    assert ids(finder, "fulan") == []
    finder.set_sounds(frozenset({Sound.F_H, Sound.N_L}))
    assert ids(finder, "fulan") == ["card"]
    assert ids(finder, "hl") == ["card"]


@pytest.mark.parametrize(
    ("sound", "query", "wanted"),
    [
        (Sound.Z_ZH, "congzi", "bag"),
        (Sound.C_CH, "congqi", "reboot"),
        (Sound.S_SH, "sebei", "reboot"),
        (Sound.N_L, "hulan", "card"),
        (Sound.F_H, "funan", "card"),
        (Sound.AN_ANG, "huliang", None),
        (Sound.AN_ANG, "changang", "reboot"),
        (Sound.EN_ENG, "fengdian", "card"),
        (Sound.IN_ING, "qinshao", "wait"),
    ],
)
def test_each_sound(finder: LibraryFinder, sound: Sound, query: str, wanted: str | None) -> None:
    finder.set_sounds(frozenset({sound} if sound is not Sound.Z_ZH else {sound, Sound.C_CH}))
    found = ids(finder, query)
    assert wanted in found if wanted else not found


def test_exact_sounds_come_before_those_that_are_alike() -> None:
    finder = LibraryFinder([Snippet("alike", "四", ""), Snippet("exact", "是", "")])
    finder.set_sounds(frozenset({Sound.S_SH}))
    assert ids(finder, "shi") == ["exact", "alike"]


def test_typos_are_considered_only_without_other_matches(finder: LibraryFinder) -> None:
    assert ids(finder, "tuihuo") == ["return"]
    finder.update(put=[Snippet("slip", "推猴", "")])
    assert ids(finder, "tuihou") == ["slip"]


def test_an_unlikely_reading_cannot_fill_the_list() -> None:
    crowd = [Snippet(f"bag{n}", "shd", "睡袋重") for n in range(0)]
    crowd += [Snippet(f"b{n}", "睡袋子", "") for n in range(60)]
    meant = [
        Snippet(
            f"m{n}",
            "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长" + "收货地址",
            "",
        )
        for n in range(9)
    ]
    found = [hit.snippet.id for hit in LibraryFinder(crowd + meant).find("shdz", 20)]
    assert sum(key.startswith("m") for key in found) >= 5


def test_habit_decides_short_queries_and_never_buries_long_ones(finder: LibraryFinder) -> None:
    finder.set_prior({"wait": 400.0})
    assert ids(finder, "s")[0] == "wait"
    assert ids(finder, "wuliu") == ids(finder, "物流"), "pinyin says no more than what it means"
    assert ids(finder, "wuliuxinxi")[:1] == ids(finder, "物流信息")[:1]
    assert ids(finder, "shebeichongqi") == ["reboot"]


def test_every_hit_can_be_explained(finder: LibraryFinder) -> None:
    finder.set_prior({"return": 12.5})
    for query in ("tuihuo", "退 qitian", "th", "f7", "tuihou", "vipkehu", "#时效", "运费 wuliyou", "cq"):
        for hit in finder.find(query):
            account = finder.explain(query, hit.snippet.id)
            assert account is not None
            assert account.score == pytest.approx(hit.score, abs=1e-3), query
    account = finder.explain("tuihuo", "return")
    assert account is not None
    assert (account.reasons[0].way, account.reasons[0].field, account.prior) == (Way.PINYIN, "title", 12.5)
    assert finder.explain("tuihuo", "card") is None
    assert finder.explain("tuihuo", "nobody") is None
    assert finder.explain("", "return") is None


@pytest.mark.parametrize(
    "query",
    [
        "🎉" * 300,
        "👨\u200d👩\u200d👧",
        "\ud83d退\udc4d",
        "\u202e\u202d",
        ".*+?",
        "。，！",
        "a" * 10_000,
        "#" * 50,
        "code:",
        "@ # @",
    ],
)
def test_nothing_that_can_be_typed_is_an_error(finder: LibraryFinder, query: str) -> None:
    for hit in finder.find(query):
        assert hit.snippet in REPLIES


def test_a_library_of_nothing_answers() -> None:
    finder = LibraryFinder()
    assert finder.adopt(build([]), Snapshot((), finder.changes))
    for query in ("", "退", "tuihuo", "#a"):
        assert finder.find(query) == []
