"""The fields of the starter replies: none sends a promise unasked, and each name has one meaning."""

from collections import Counter

from quickdesk.replies.form import boxes
from quickdesk.replies.shop.names import is_fact_name
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import Field, parse
from tests.packs.test_starter import STARTER


def names(text: str) -> set[str]:
    return set(text.split())


STARTS_ON = {
    "时段": ("您好", "true at every hour"),
    "需要的信息": ("订单号", "asks the buyer, states nothing"),
    "部门": ("相关部门", "names no department"),
    "库存情况": ("我先查一下库存，马上告诉您", "only says that the agent looks"),
    "叠加规则": ("能不能一起用要看活动规则", "leaves it to the rules"),
    "发票进度": ("我马上帮您查", "only says that the agent looks"),
    "换货进度": ("我马上帮您查", "only says that the agent looks"),
    "能否指定": ("我先帮您问一下仓库", "only says that the agent asks"),
    "配送情况": ("我先帮您查一下能不能送到", "only says that the agent looks"),
    "问题": ("是否发出", "asks a colleague, no buyer reads it"),
    "财务事项": ("退款是否打出", "asks a colleague, no buyer reads it"),
}
"""The fields that start on a value, the value, and why it is harmless if it is sent without thought."""

SHOP = names(
    """
    店铺名 客服名 人工时间 答复时限
    发货时限 大促发货时限 快递公司 发货地 送达时限 物流更新时限 运费规则
    退货地址 无理由天数 退款审核时限 退款到账时限 验货时限 运费险到账时限 价保天数
    保修期 保修起算 维修地址 维修时限 进货渠道 正品凭证 检测报告位置
    发票类型 开票时限 优惠券 优惠券截止 满减规则 叠加规则 会员权益
    活动名 活动开始 活动截止 活动规则 活动赠品 赠送规则 尾款时间 尾款截止 新品 新品特点
    """
)
"""Names of facts of the shop: the same for every buyer, some of them for the time of a campaign."""

GOODS = names(
    """
    商品 商品甲 商品乙 甲的特点 乙的特点 材质 执行标准 尺码 大码 小码 用途 使用方法 适用人群 推荐理由 卖点
    生产日期 保质期 储存方式 补货时间 安装方式 清洗方式 注意事项 定金 尾款 预售发货时间 批次 检查步骤 安装步骤
    使用步骤 库存情况 礼品包装 代写贺卡
    """
)
"""Names of facts of one article."""

CASE = names(
    """
    买家昵称 订单号 快递单号 发货快递 收货信息 新规格 备注内容 包裹数 付款截止 预计发货 预计到货 最后节点
    自提点 新的派送时间 退款金额 优惠方案 合计金额 补偿 配件 评价要点 投诉要点 顾客诉求 承诺时间 目前进展
    下一步 方案 依据 处理结果 情况说明 积分 积分到期 回复截止 经过 需要的权限 接班人 未完结事项
    承诺事项 今日异常
    问题现象 反馈数量 建议 事项
    节日 节日安排
    时段 需要的信息 部门 能否指定 配送情况 发票进度 发货进度 延迟原因 延误原因 退款进度 本次运费 换货进度
    验货结果 处理方式 问题 财务事项 情况 班次
    """
)
"""Names of what belongs to this buyer, order or conversation."""


def fields_of(reply: Snippet) -> tuple[Field, ...]:
    return parse(reply.body).fields


def left_to_fill(reply: Snippet) -> list[str]:
    """Return the fields that the agent has to think about once the facts of the shop are set."""
    return [field.name for field in fields_of(reply) if field.name not in SHOP]


def test_a_field_starts_on_a_value_only_where_that_is_harmless() -> None:
    started = {
        (box.name, box.value)
        for reply in STARTER.snippets
        for box in boxes(parse(reply.body), {})
        if box.value
    }
    assert started == {(name, value) for name, (value, _) in STARTS_ON.items()}


def test_choices_that_state_something_start_unchosen() -> None:
    for reply in STARTER.snippets:
        for field in fields_of(reply):
            if field.choices and field.name not in STARTS_ON:
                assert field.starts_unchosen, (reply.id, field.name)
            assert len(field.choices) != 1, (reply.id, field.name)


def test_a_harmless_start_is_one_of_the_choices() -> None:
    for reply in STARTER.snippets:
        for field in fields_of(reply):
            assert field.default is None or field.default in field.choices, (reply.id, field.name)


def test_every_field_name_is_of_the_shop_an_article_or_the_case() -> None:
    used = {field.name for reply in STARTER.snippets for field in fields_of(reply)}
    assert sorted(used ^ (SHOP | GOODS | CASE)) == []
    assert not SHOP & GOODS | SHOP & CASE | GOODS & CASE


def test_what_is_an_articles_or_the_cases_is_not_proposed_as_a_fact() -> None:
    proposed = {name for name in GOODS | CASE if is_fact_name(name)}
    assert proposed == {"发货快递"}, "the carrier of an order: the one of the last order is suggested"


def test_a_field_with_choices_has_the_same_meaning_in_every_reply() -> None:
    """A fact fills fields, and the form remembers values, by name."""
    choices: dict[str, list[set[str]]] = {}
    for reply in STARTER.snippets:
        for field in fields_of(reply):
            choices.setdefault(field.name, []).append(set(field.choices))
    strangers = [name for name, sets in choices.items() if any(not one & two for one in sets for two in sets)]
    assert [name for name in strangers if any(choices[name])] == []


def test_with_the_facts_of_the_shop_set_few_blanks_are_left() -> None:
    left = Counter(min(len(left_to_fill(reply)), 3) for reply in STARTER.snippets)
    assert left[0] >= 90
    assert left[3] <= 12
