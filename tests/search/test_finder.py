import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.hit import Finder, Hit
from quickdesk.search.segments import Snapshot

REPLIES = (
    Snippet(
        "refund", "退款多久到账", "退款会在 3 天内原路退回。", "tk01", ("售后", "退款"), ("退款", "时效")
    ),
    Snippet("return", "七天无理由退货", "支持七天无理由，运费由您承担", "th12", ("售后", "退货"), ("7天",)),
    Snippet("reboot", "设备重启", "请长按电源键重启一次", "cq", ("售前",)),
    Snippet("invoice", "開發票", "發票將隨貨寄出", "fp", ("售前", "发票")),
    Snippet("vip", "VIP客户专享", "Dear customer, refund within 24h 👍 谢谢", "vip", (), ("Ｐｒｏ",)),
    Snippet("address", "修改收货地址", "亲，地址已改为 {地址}", "dz-007", ("物流",)),
    Snippet("easy", "便宜一点", "行，给您便宜 5 元", "", ("售前", "议价")),
)


@pytest.fixture
def finder() -> LibraryFinder:
    return LibraryFinder(REPLIES)


def _ids(hits: object) -> list[str]:
    assert isinstance(hits, list)
    return [hit.snippet.id for hit in hits if isinstance(hit, Hit)]


def test_is_a_finder(finder: LibraryFinder) -> None:
    contract: Finder = finder
    assert contract.find("退款")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        pytest.param("账", "refund", id="one character, anywhere in a title"),
        pytest.param("担", "return", id="one character of a body"),
        pytest.param("无理由", "return", id="some characters"),
        pytest.param("tuikuan", "refund", id="full pinyin"),
        pytest.param("qtwlyth", "return", id="initials"),
        pytest.param("退h", "return", id="character and initial"),
        pytest.param("tui货", "return", id="pinyin and character"),
        pytest.param("t货", "return", id="initial and character"),
        pytest.param("qitianwulyth", "return", id="pinyin and initials"),
        pytest.param("tuik", "refund", id="unfinished to an initial"),
        pytest.param("tuikua", "refund", id="unfinished syllable"),
        pytest.param("wuliy", "return", id="unfinished inside"),
        pytest.param("chongqi", "reboot", id="one reading of a polyphone"),
        pytest.param("zhongqi", "reboot", id="another reading of it"),
        pytest.param("changan", "reboot", id="syllables that can be parted differently"),
        pytest.param("zhangan", "reboot", id="another reading in a body"),
        pytest.param("pianyi", "easy", id="polyphone"),
        pytest.param("bianyi", "easy", id="polyphone, other reading"),
        pytest.param("tui'kuan", "refund", id="preedit of an input method"),
        pytest.param("chang'an'dian", "reboot", id="apostrophes between syllables"),
        pytest.param("tui'", "return", id="apostrophe at the end"),
        pytest.param("退貨", "return", id="Traditional finds Simplified"),
        pytest.param("发票", "invoice", id="Simplified finds Traditional"),
        pytest.param("fapiao", "invoice", id="pinyin of Traditional"),
        pytest.param("vip", "vip", id="lower case"),
        pytest.param("ＶＩＰ", "vip", id="full width"),
        pytest.param("pro", "vip", id="half width, in a tag"),
        pytest.param("vipkehu", "vip", id="Latin and pinyin"),
        pytest.param("vipkh", "vip", id="Latin and initials"),
        pytest.param("ref", "vip", id="beginning of an English word"),
        pytest.param("24h", "vip", id="digits and a letter"),
        pytest.param("👍", "vip", id="emoji"),
        pytest.param("th1", "return", id="beginning of a code"),
        pytest.param("t2", "return", id="code with a gap"),
        pytest.param("dz7", "address", id="code with more gaps"),
        pytest.param("shdz", "address", id="initials with zh, ch, sh"),
        pytest.param("议价", "easy", id="folder"),
        pytest.param("shouqian yijia", "easy", id="folder by pinyin"),
        pytest.param("时效", "refund", id="tag"),
        pytest.param("承担 退货", "return", id="words in another order"),
        pytest.param("退款，多久", "refund", id="words parted by a comma"),
        pytest.param("七天、退货", "return", id="words parted by an enumeration comma"),
        pytest.param("退款多久到账？", "refund", id="a question"),
        pytest.param("7天无理由", "return", id="a digit for a numeral"),
        pytest.param("三天内", "refund", id="a numeral for a digit, over a space that was not typed"),
        pytest.param("yunfei th", "return", id="words of two kinds"),
        pytest.param("售后 退款 天内", "refund", id="words in three fields"),
        pytest.param("{地址}", "address", id="punctuation of a field"),
    ],
)
def test_finds(finder: LibraryFinder, query: str, wanted: str) -> None:
    assert wanted in _ids(finder.find(query))


@pytest.mark.parametrize(
    "query",
    [
        "退款 发票",
        "货退",
        "tuihuokuan",
        "xyzxyz",
        "th9",
        "🎈",
        ".*",
        "[a",
        "\\",
        "退款退",
        "a" * 10_000,
        "x " * 5000 + "zq",
    ],
)
def test_finds_nothing(finder: LibraryFinder, query: str) -> None:
    assert finder.find_certain(query) == []


def test_a_prior_lifts_but_does_not_find(finder: LibraryFinder) -> None:
    assert _ids(finder.find("退"))[0] == "refund"
    finder.set_prior({"return": 300.0, "vip": 900.0, "unknown": 5.0})
    assert _ids(finder.find("退"))[0] == "return"
    assert "vip" not in _ids(finder.find("退"))


def test_an_empty_query_lists_by_prior_then_in_library_order(finder: LibraryFinder) -> None:
    assert _ids(finder.find("")) == [reply.id for reply in REPLIES]
    finder.set_prior({"vip": 2.0, "easy": 7.0})
    assert _ids(finder.find(" \u3000", limit=3)) == ["easy", "vip", "refund"]
    assert finder.find("")[0].spans == ()


@pytest.mark.parametrize(("limit", "count"), [(-3, 0), (0, 0), (1, 1), (3, 3), (7, 7), (1000, 7)])
def test_keeps_to_the_limit(finder: LibraryFinder, limit: int, count: int) -> None:
    assert len(finder.find("", limit)) == count
    assert len(finder.find("s", limit)) <= count


def test_sees_new_changed_and_removed_snippets_at_once(finder: LibraryFinder) -> None:
    finder.find("退")
    finder.update(
        put=[Snippet("new", "新品预售", ""), Snippet("refund", "赔付", "", "pf")],
        remove=["return", "unknown"],
    )
    assert _ids(finder.find_certain("yushou")) == ["new"]
    assert _ids(finder.find_certain("peifu")) == ["refund"]
    assert finder.find_certain("tuikuan") == []
    assert finder.find_certain("七天无理由") == []
    assert _ids(finder.find(""))[0] == "refund"
    assert _ids(finder.find(""))[-1] == "new"


def test_a_removed_snippet_put_again_in_the_same_change_stays(finder: LibraryFinder) -> None:
    finder.update(put=[REPLIES[0]], remove=["refund"])
    assert _ids(finder.find(""))[-1] == "refund"


def test_rebuild_forgets_everything_before(finder: LibraryFinder) -> None:
    finder.rebuild([Snippet("only", "唯一", "")])
    assert _ids(finder.find("")) == ["only"]


def test_an_empty_library_answers() -> None:
    assert LibraryFinder().find("退") == []
    assert LibraryFinder().find("") == []
    assert LibraryFinder([Snippet("blank", "", "")]).find("退") == []


def test_equal_titles_keep_library_order() -> None:
    found = LibraryFinder(Snippet(f"s{number}", "退款", "退款") for number in range(500)).find(
        "tk", limit=500
    )
    assert _ids(found) == [f"s{number}" for number in range(500)]


NASTY = st.text(
    st.sampled_from("tuih'’退貨款 　👍\u200d\u202e\x00\ud83d\udc4d\n.*[](){}^$\\|#@:01zhANG️é")
    | st.characters(codec=None),
    max_size=40,
)


@given(NASTY)
def test_no_query_is_an_error(query: str) -> None:
    for hit in LibraryFinder(REPLIES).find(query):
        assert hit.snippet in REPLIES


@given(st.lists(st.tuples(NASTY, NASTY, NASTY), max_size=4), NASTY)
def test_no_text_is_an_error(texts: list[tuple[str, str, str]], query: str) -> None:
    library = [
        Snippet(str(i), title, body, code, (body,), (code,)) for i, (title, body, code) in enumerate(texts)
    ]
    assert len(LibraryFinder(library).find(query)) <= len(library)


@pytest.mark.parametrize(
    "query",
    ["退" * 10_000, "tuihuo" * 1700, "t u i " * 1700, "ab1'" * 2500, "👍" * 5000, "zh'" * 3333, "(" * 10_000],
)
def test_ten_thousand_characters_are_just_a_query(finder: LibraryFinder, query: str) -> None:
    finder.update(put=[Snippet("same", "长", query)])
    assert len(finder.find_certain(query)) <= 2
    assert len(finder.find(query)) <= len(REPLIES) + 1


def test_what_a_hit_is_needs_no_numpy() -> None:
    code = "import sys, quickdesk.search.hit, quickdesk.search.query; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_changes_are_counted_on_when_a_finder_made_elsewhere_takes_over() -> None:
    finder = LibraryFinder([Snippet("a", "退款", "")])
    for title in ("一", "二", "三"):
        finder.update(put=[Snippet("a", title, "")])
    before, snapshot = finder.changes, Snapshot((Snippet("a", "三", ""),), finder.changes)
    finder.take_over(LibraryFinder(snapshot.snippets), snapshot)
    assert finder.changes >= before
