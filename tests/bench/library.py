"""Generates a library of replies and the queries of an agent; the same seed gives the same library."""

from collections.abc import Callable
from random import Random

from quickdesk.replies.snippet import Snippet
from quickdesk.text.readings import pinyin, readings

_THINGS = """
订单 包裹 快递 商品 衣服 鞋子 尺码 颜色 优惠券 红包 发票 运费 退款 退货 换货
补发 物流 地址 电话 礼物 赠品 库存 预售 会员 积分 价格 差价 定金 尾款 质量
包装 说明书 保修 配件 电池 充电器 屏幕 面料 拉链 客服 仓库 售后 店铺
"""
_ACTIONS = """
查询 确认 修改 取消 申请 审核 登记 联系 等待 处理 核实 发出 签收 拒收 退回 寄回 补偿 赔付 更换 维修 安装 重启
下单 付款 拍下 催促 转告 提醒 说明 承诺 感谢 抱歉 理解 收到 关注 收藏 评价 晒图 拆开 检查 长按 行走 重量 便宜
"""
_FILLERS = """
您好亲，请稍等。麻烦您 我们会尽快为您 大约需要 个工作日 非常抱歉给您带来不便 如有其他问题随时联系 感谢您的支持
"""
_EXTRAS = """
VIP Pro Max USB iPhone refund tracking order SF 12306 3天 7天无理由 👍 😊 5折 T恤 PLUS 24小时 {姓名} {订单号}
"""
_COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主"
    "发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
_FOLDERS = (("售前", "咨询"), ("售前", "尺码"), ("售后", "退货"), ("售后", "换货"), ("物流",), ("活动",), ())
_CODES = ("th", "tk", "hh", "wl", "fp", "yf", "zz", "")
_TITLE_ENDS = ("", "", "话术", " 2", "(新)")
_LATIN = ("refund", "iphone", "tracking", "VIP", "order", "usb pro")


def replies(count: int, seed: int = 1, body_length: int = 100) -> list[Snippet]:
    """Return ``count`` replies with texts of templates and of random characters."""
    random = Random(seed)
    names = (_THINGS + _ACTIONS).split()
    return [
        Snippet(
            id=f"r{number}",
            title="".join(random.choices(names, k=random.randint(1, 3))) + random.choice(_TITLE_ENDS),
            body=_sentence(random, random.randint(body_length // 2, body_length * 3 // 2)),
            code=random.choice(_CODES) + str(number % 997),
            folder=random.choice(_FOLDERS),
            tags=tuple(random.sample(names, random.randint(0, 3))),
        )
        for number in range(count)
    ]


def _sentence(random: Random, length: int) -> str:
    parts: list[str] = []
    while sum(map(len, parts)) < length:
        if random.random() < 0.15:
            parts.append("".join(random.choices(_COMMON, k=random.randint(2, 9))))
        else:
            kind = random.choices((_THINGS, _ACTIONS, _FILLERS, _EXTRAS), (30, 25, 20, 10))[0]
            parts.append(random.choice(kind.split()))
        parts.append(random.choice("，。！ ") if random.random() < 0.12 else "")
    return "".join(parts)


def queries(library: list[Snippet], count: int, seed: int = 2) -> list[tuple[str, str]]:
    """Return (kind, query) pairs about random replies of the library, with equally many of each kind."""
    random = Random(seed)

    def piece(low: int, high: int) -> str:
        while True:
            reply = random.choice(library)
            text = random.choice((reply.title, reply.body))
            start = random.randrange(len(text))
            part = text[start : start + random.randint(low, high)]
            if len(part) >= low and all(readings(char) for char in part):
                return part

    makers: dict[str, Callable[[], str]] = {
        "one": lambda: piece(1, 1),
        "characters": lambda: piece(2, 6),
        "pinyin": lambda: "".join(pinyin(piece(1, 4))),
        "apostrophes": lambda: "'".join(pinyin(piece(2, 4))),
        "initials": lambda: _typed(random, piece(2, 5), "i"),
        "polyphone": lambda: _typed(random, piece(2, 4), "p"),
        "mixed": lambda: _typed(random, piece(2, 5), "csi"),
        "words": lambda: " ".join(_typed(random, piece(1, 3), random.choice("csi")) for _ in range(3)),
        "latin": lambda: random.choice(_LATIN),
        "code": lambda: random.choice(library).code,
        "gaps": lambda: random.choice("thwk") + str(random.randint(0, 99)),
        "long": lambda: "".join(pinyin(piece(6, 9))),
    }
    kinds = list(makers)
    return [(kinds[number % len(kinds)], makers[kinds[number % len(kinds)]]()) for number in range(count)]


def _typed(random: Random, text: str, ways: str) -> str:
    """Type each character as itself (c), its syllable (s), any of its syllables (p) or its initial (i)."""
    return "".join(_typed_character(random, char, random.choice(ways)) for char in text)


def _typed_character(random: Random, char: str, way: str) -> str:
    known = readings(char)
    if not known or way == "c":
        return char
    if way == "p":
        return random.choice(known)
    return known[0][0] if way == "i" else known[0]
