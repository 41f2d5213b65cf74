"""What is remembered as another way to ask, and what is not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.snippet import FIELD, Snippet
from quickdesk.replies.validation import check
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.sounds import Sound
from quickdesk.search.usage.learnable_ask import MAX_LEARNT, learnable_ask
from quickdesk.text.personal import personal_spans

SHIPPING = Snippet(
    "r",
    "发货时效",
    "亲，现货48小时内发出，几天到看地区。",
    "fhsx",
    ("售前", "物流"),
    ("快递",),
    "",
    ("多久发出",),
)


@pytest.mark.parametrize(
    ("query", "ask"),
    [
        ("几天到", "几天到"),
        (" 几天到？ ", "几天到"),
        ("什么时候；能到", "什么时候 能到"),
        ("jitiandao", "几天到"),
        ("fachu diqu", "发出 地区"),
        ("jit", None),
        ("jitiandaohuo", "jitiandaohuo"),
        ("when arrive", "when arrive"),
        ("江浙沪隔天到吗", "江浙沪隔天到吗"),
        ("满1000减100能用吗", "满1000减100能用吗"),
        ("三五天能到十二楼吗", "三五天能到十二楼吗"),
        ("发货 几天到", "发货 几天到"),
    ],
)
def test_what_only_the_body_or_nothing_explains_is_remembered(query: str, ask: str | None) -> None:
    assert learnable_ask(query, SHIPPING) == ask


@pytest.mark.parametrize(
    "query", ["发货", "fahuo", "fhsx", "fh sx", "kuaidi", "物流", "多久发出", "djfc", "fahou"]
)
def test_what_the_head_explains_is_known(query: str) -> None:
    assert learnable_ask(query, SHIPPING) is None


@pytest.mark.parametrize(
    "query",
    [
        "",
        "  ？？ ",
        "到",
        "jtd",
        "123456",
        "🎉🎉",
        "#几天到",
        "几天到 @售前",
        "code:几天到",
        "13812345678什么时候到",
        "订单2026112912345678到哪了",
        "什么时候到，电话***********",
        "张三 13812345678",
        "北京市朝阳区建国路88号楼",
        "阳光小區3棟2單元502室",
        "5楼502室张三",
        "138.1234.5678到哪了",
        "138，1234，5678到哪了",
        "电话:138_1234_5678",
        "１３８ / １２３４ / ５６７８",
        "١٣٨١٢٣٤٥٦٧٨到哪",
        "一三八一二三四五六七八到哪",
        "1234567查单",
        "wxid_zhang",
        "几" * (MAX_LEARNT + 1),
        "几天到\x07",
    ],
)
def test_what_is_personal_blank_long_or_a_filter_is_refused(query: str) -> None:
    assert learnable_ask(query, SHIPPING) is None


def test_similar_sounds_explain_only_if_they_are_set() -> None:
    reply = Snippet("r", "是否", "x")
    assert learnable_ask("sifou", reply, frozenset({Sound.Z_ZH, Sound.S_SH})) is None
    assert learnable_ask("sisifoufou", reply) == "sisifoufou"


def test_a_reply_that_has_as_many_asks_as_it_may_gets_no_other() -> None:
    full = replace(SHIPPING, asks=tuple(f"第{number}种" for number in range(FIELD["asks"].max_parts)))
    assert learnable_ask("几天到", full) is None


@given(
    st.text(st.sampled_from("几天到发货1380a ；;|?？*#@\n\t\x00\u202e"), max_size=60) | st.text(max_size=60)
)
def test_what_is_remembered_is_valid_not_personal_and_found_for_certain_from_then_on(query: str) -> None:
    ask = learnable_ask(query, SHIPPING)
    if ask is None:
        return
    taught = replace(SHIPPING, asks=(*SHIPPING.asks, ask))
    assert check(taught) == ()
    assert not personal_spans(ask)
    assert learnable_ask(query, taught) is None
    others = [Snippet(f"o{number}", "——", ask) for number in range(9)]
    assert LibraryFinder([*others, taught]).find_certain(ask)[0].snippet.id == "r"
