"""The facts proposed first are those that save most questions, and never what is the buyer's."""

from quickdesk.packaged import packaged
from quickdesk.packs.source import read_pack
from quickdesk.replies.facts import fact_key
from quickdesk.replies.shop.uses import LibraryFields, Proposal
from quickdesk.replies.snippet import Snippet

LIBRARY = [
    Snippet("a", "地址", "寄到{退货地址}，{订单号}"),
    Snippet("b", "快递", "默认发{快递公司|顺丰|中通}"),
    Snippet("c", "天数", "{无理由 天数}天内"),
    Snippet("d", "发货", "{快递公司:圆通|圆通}从{发货地}发出"),
    Snippet("e", "坏的", "{快递公司"),
    Snippet("f", "其他", "{事实:暗号}，{暗号}{商品}"),
    Snippet("g", "没有", "您好"),
]


def test_the_replies_that_use_a_fact() -> None:
    fields = LibraryFields.of(LIBRARY)
    assert [each.id for each in fields.uses("快遞 公司")] == ["b", "d"]
    assert [each.id for each in fields.uses("无理由天数")] == ["c"]
    assert fields.uses("没有") == ()


def test_first_what_leaves_most_replies_without_a_question() -> None:
    proposals = LibraryFields.of(LIBRARY).proposals(())
    assert proposals == (
        Proposal("快递公司", 2, 1, ("顺丰", "中通", "圆通")),
        Proposal("无理由 天数", 1, 1),
        Proposal("发货地", 1, 1),
        Proposal("退货地址", 1, 0),
        Proposal("暗号", 1, 0),
    )


def test_what_is_known_is_not_proposed_and_counts_as_answered() -> None:
    proposals = LibraryFields.of(LIBRARY).proposals({fact_key("快递公司")}, most=2)
    assert [each.name for each in proposals] == ["无理由 天数", "发货地"]


def test_what_is_the_buyers_is_never_proposed() -> None:
    assert LibraryFields.of([Snippet("a", "t", "{订单号}{退款金额}")]).proposals(()) == ()


def test_the_starter_pack_proposes_ten_facts_that_complete_replies() -> None:
    folder = packaged("snippets", "zh-CN")
    pack = read_pack({path.name: path.read_text("utf-8") for path in folder.glob("*.toml")})
    proposals = LibraryFields.of(pack.snippets).proposals(())
    assert len(proposals) == 10
    assert sum(each.completed for each in proposals) >= 8
