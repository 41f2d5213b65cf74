from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.packaged import packaged
from quickdesk.packs.source import read_pack
from quickdesk.replies.facts import Fact, FactsOfDay
from quickdesk.replies.form import Box, boxes, is_shop_field, needs_form, rememberable
from quickdesk.replies.template import parse


def test_one_box_per_name_in_the_order_of_the_reply() -> None:
    assert boxes(parse("{b}{a}{b:1}"), {}) == (Box("b", (), "1"), Box("a"))


def test_the_last_value_comes_before_the_default() -> None:
    assert boxes(parse("{快递:顺丰}"), {"快递": "中通"}) == (Box("快递", (), "中通"),)
    assert boxes(parse("{快递:顺丰}"), {"快递": " "}) == (Box("快递", (), "顺丰"),)


def test_a_remembered_value_must_be_one_of_the_choices() -> None:
    assert boxes(parse("{快递|甲|乙}"), {"快递": "乙"})[0].value == "乙"
    assert boxes(parse("{快递|甲|乙}"), {"快递": "丙"})[0].value == "甲"
    assert boxes(parse("{快递:乙|甲|乙}"), {"快递": "丙"})[0].value == "乙"


def test_choices_that_start_unchosen_ignore_the_last_value_too() -> None:
    assert boxes(parse("{快递:|甲|乙}"), {"快递": "乙"}) == (Box("快递", ("甲", "乙"), ""),)
    assert needs_form(parse("{快递:|甲|乙}"))


def test_what_an_older_version_remembered_of_a_buyer_is_not_offered() -> None:
    old = {"退款金额": "88", "退款进度": "已经退出", "快递": "SF123"}
    asked = boxes(parse("{退款金额}{退款进度|正在审核|已经退出}{快递}"), old)
    assert [box.value for box in asked] == ["", "正在审核", ""]


def test_a_reply_without_fields_needs_no_form() -> None:
    assert not needs_form(parse("{日期}{光标}{剪贴板}"), "x")
    assert not needs_form(parse("{{a}}"))


def test_a_field_with_a_default_gets_a_box() -> None:
    assert needs_form(parse("{a:1}"))


def test_an_empty_clipboard_gets_one_box() -> None:
    template = parse("{剪贴板}{剪贴板}{a}")
    assert boxes(template, {"剪贴板": "old"}, "") == (Box("a"), Box("剪贴板"))
    assert needs_form(parse("{剪贴板}"), "")
    assert not needs_form(parse("{剪贴板}"))


def names(text: str) -> list[str]:
    return [name.replace("|", " ") for name in text.split()]


OF_ONE_BUYER = names("""
    退款金额 退款金額 金额 金額 差价 差價 差额 补偿 尾款 运费 運費 快递费 快遞費 店铺优惠 价格 價格
    退款进度 退款進度 发票进度 退款状态 狀態 处理结果 處理結果 物流情况 物流状态 仓库反馈 延误原因 理由
    到账时间 发货时间 發貨時間 日期 天数 截止时间 处理时限 时段 班次
    买家昵称 買家暱稱 称呼 稱呼 客户姓名 姓名 收件人 退货收件人 收货地址 退货地址 发货地 电话 手机 微信
    订单号 訂單號 快递单号 物流单号 店铺订单 客服电话 快递员 工号
    商品 商品名称 产品 產品 规格 规格 尺码 颜色 顏色 数量 赠品 品牌方直供
    amount refund|amount price fee shipping|fee status progress result reason time date delivery|date deadline
    buyer customer customer|name name recipient|name address shop|address phone order|number order_number
    tracking|no product product|name size color colour quantity days store|credit
""")
OF_THE_SHOP = names("""
    快递 快递公司 快递公司名称 快遞公司 物流公司 承运商 发货仓库 倉庫 客服 客服名 客服姓名 客服暱稱
    我的名字 主管 店铺 店铺名称 本店 店名 賣場名稱 落款 署名 问候语 開場白
    carrier courier|name Shipping|company agent agent|name customer|service|agent shop|name Shop_Name
    store|name warehouse my|name signature greeting
""")


@pytest.mark.parametrize("name", OF_ONE_BUYER)
def test_what_belongs_to_one_buyer_is_forgotten(name: str) -> None:
    assert not is_shop_field(name)
    assert rememberable({name: "中通"}) == {}


@pytest.mark.parametrize("name", OF_THE_SHOP)
def test_what_belongs_to_the_shop_is_offered_again(name: str) -> None:
    assert rememberable({name: "中通"}) == {name: "中通"}


@pytest.mark.parametrize("value", ["138", "顺丰 SF12", "３天", "王⑤", "  ", "长" * 201])
def test_numbers_blanks_and_passages_are_never_remembered(value: str) -> None:
    assert rememberable({"快递公司": value, "carrier": value}) == {}


@given(
    st.sampled_from(OF_THE_SHOP), st.sampled_from(["费", "单号", "电话", "进度", " price", " status", " no"])
)
def test_a_name_with_another_word_is_not_remembered(name: str, more: str) -> None:
    assert not is_shop_field(name + more)


def test_of_the_starter_pack_only_these_are_remembered() -> None:
    folder = packaged("snippets", "zh-CN")
    pack = read_pack({file.name: file.read_text("utf-8") for file in folder.iterdir() if file.is_file()})
    names = {field.name for reply in pack.snippets for field in parse(reply.body).fields}
    assert {name for name in names if is_shop_field(name)} == {"店铺名", "客服名", "快递公司", "发货快递"}


def facts(*known: Fact) -> FactsOfDay:
    return FactsOfDay.of(known, date(2026, 11, 22))


def test_a_fact_fills_its_field_before_anything_else() -> None:
    fact = Fact("快递 公司", "京东")
    asked = boxes(parse("{快递公司:顺丰|顺丰|中通}{单号}"), {"快递公司": "中通"}, None, facts(fact))
    assert asked == (Box("快递公司", ("顺丰", "中通"), "京东", fact, is_filled=True), Box("单号"))


def test_a_fact_answers_choices_that_start_unchosen() -> None:
    fact = Fact("快递", "京东")
    assert boxes(parse("{快递:|顺丰|中通}"), {}, None, facts(fact))[0].value == "京东"


def test_a_form_is_needed_for_what_facts_do_not_fill() -> None:
    known = facts(Fact("快递", "顺丰"))
    assert not needs_form(parse("{快递:中通}{快递}"), None, known)
    assert needs_form(parse("{快递}{单号}"), None, known)
    assert needs_form(parse("{快递}{剪贴板}"), "", known)


def test_an_expired_fact_is_asked_for_and_named() -> None:
    expired = Fact("快递", "顺丰", date(2026, 11, 21))
    assert needs_form(parse("{快递}"), None, facts(expired))
    assert boxes(parse("{快递|中通}"), {}, None, facts(expired)) == (Box("快递", ("中通",), "中通", expired),)
