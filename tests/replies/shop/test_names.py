"""Which fields are the shop's: few are remembered, more can be facts, and none of the buyer's is either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.packaged import packaged
from quickdesk.packs.source import read_pack
from quickdesk.replies.form import rememberable
from quickdesk.replies.shop.names import can_be_fact, is_fact_name, is_shop_field
from quickdesk.replies.template import parse


def names(text: str) -> list[str]:
    return [name.replace("|", " ") for name in text.split()]


OF_ONE_BUYER = names("""
    退款金额 退款金額 金额 金額 差价 差價 差额 补偿 尾款 运费 運費 快递费 快遞費 店铺优惠 价格 價格
    退款进度 退款進度 发票进度 退款状态 狀態 处理结果 處理結果 物流情况 物流状态 仓库反馈 延误原因 理由
    到账时间 发货时间 發貨時間 预售发货时间 日期 天数 截止时间 处理时限 时段 班次
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


@pytest.mark.parametrize("name", OF_THE_SHOP)
def test_what_a_form_may_remember_can_be_a_fact(name: str) -> None:
    assert is_fact_name(name)


@pytest.mark.parametrize(
    "name",
    names("""
        店铺名 客服名 发货地 发货时限 快递公司 退货地址 无理由天数 运费规则 发票类型 保修期 七天无理由天数
        退貨地址 售后电话 工作时间 包邮门槛 价保天数 return_address warranty
    """),
)
def test_facts_of_a_shop_are_known(name: str) -> None:
    assert is_fact_name(name)


@pytest.mark.parametrize(
    "name",
    names("""
        订单号 快递单号 买家昵称 收货地址 收件人 退款金额 退款进度 发货时间 到账时间 商品 规格 尺码 延误原因
        补偿 差额 截止时间 预售发货时间 电话 手机 姓名 order_number buyer address
    """),
)
def test_what_is_the_buyers_is_never_proposed(name: str) -> None:
    assert not is_fact_name(name)


def test_any_field_that_is_written_as_a_fact_can_be_one() -> None:
    fact, field = parse("{事实:暗号}{口令}").fields
    assert (can_be_fact(fact), can_be_fact(field)) == (True, False)
