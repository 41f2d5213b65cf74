"""Names of placeholders: whether a text in brackets names something to fill in, and the field it becomes.

The words were derived from real reply lists and from the exports of help desks.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from quickdesk.exchange.text_cleanup import collapse_whitespace
from quickdesk.replies.special import special_kind
from quickdesk.replies.template import MAX_FIELDS, MAX_NAME, can_name_field

_EXAMPLE = re.compile(
    r"\be\.?g\b|\bsuch as\b|\bfor example\b|例如|比如|[，,\s(（]如|\betc\b|等$", re.IGNORECASE
)
_SLASH = re.compile(r"\s*[/／]\s*")
_INDEXED = re.compile(r"\S.*(?:\d|(?:\s|[\u4e00-\u9fff])[A-Za-z])$")
_SAME_VALUE = re.compile(
    r"订单|訂單|单号|單號|名|店|链接|連結|邮箱|郵箱|电话|電話|地址|网址|品牌"
    r"|\b(?:order|tracking|name|id|brand|store|shop|link|url|website|e-?mail|phone|address)\b",
    re.IGNORECASE,
)
_CATEGORY_WORDS = (
    "date time size sizes color colour colors style variant item product address quantity country city "
    "region regions countries feature benefit details name price amount "
    "日期 时间 時間 规格 規格 颜色 顏色 尺码 尺碼 尺寸 款式 商品 产品 產品 数量 數量 "
    "地址 国家 國家 城市 地区 地區 型号 型號 名称 名稱 价格 價格 金额 金額"
)
_CATEGORIES = frozenset(_CATEGORY_WORDS.split())
_CHINESE_ENDINGS = (
    "姓名 昵称 暱稱 名称 名稱 名字 店名 店铺 店鋪 客服 顾客 顧客 客户 客戶 买家 買家 卖家 賣家 用户 "
    "用戶 会员名 名 号 號 码 碼 额 額 价 價 格 期 日 时间 時間 时限 時限 天数 天數 小时 小時 分钟 "
    "分鐘 数 數 数量 數量 地址 地区 地區 省份 城市 国家 國家 电话 電話 手机 手機 邮箱 郵箱 链接 連結 "
    "网址 網址 微信 公司 快递 快遞 物流 商品 产品 產品 品牌 型号 规格 規格 颜色 顏色 尺寸 款式 材质 "
    "材質 原因 理由 单位 單位 比例 折扣 姓氏 性别 称呼 稱呼 变量 變量 状态 狀態 位置 地点 地點 方式 "
    "内容 內容 描述 信息 資訊 类目 類目 类别 類別"
)
_ENGLISH_ENDINGS = (
    "name names number no id date time amount price cost fee total product products item items model "
    "address link url website email phone code color colour size style variant reason quantity days "
    "hours minutes weeks city country region state brand store shop agent customer buyer seller "
    "company carrier courier service discount percent percentage period range method policy platform "
    "currency variable status location details description type specs contact units"
)
_FIELD_LIKE = re.compile(
    rf"(?:{'|'.join(_CHINESE_ENDINGS.split())})\s*[A-Za-z0-9]?$"
    rf"|(?<![A-Za-z])(?i:{'|'.join(_ENGLISH_ENDINGS.split())})(?:\s*\d|\s[A-Z])?$"
    r"|^(?:[XxYyNnＸ×*＊_\-./~\s]{1,12}|\d{1,4}(?:\s*[-/~]\s*\d{1,4})+)$"
    r"|^[a-z][a-z0-9]*[_.][a-z0-9_]+(?:\.[a-z0-9_]+)*$|^[a-z]+(?:[A-Z][a-z0-9]+)+$",
)
_EMOTICONS = (
    "微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 囧 抓狂 吐 偷笑 愉快 "
    "白眼 傲慢 困 惊恐 憨笑 悠闲 咒骂 疑问 嘘 晕 衰 骷髅 敲打 再见 擦汗 抠鼻 鼓掌 坏笑 右哼哼 左哼哼 "
    "鄙视 委屈 快哭了 阴险 亲亲 可怜 笑脸 生病 脸红 破涕为笑 恐惧 失望 无语 嘿哈 捂脸 奸笑 机智 皱眉 "
    "耶 吃瓜 加油 汗 天啊 社会社会 旺柴 好的 打脸 哇 翻白眼 让我看看 叹气 苦涩 裂开 嘴唇 爱心 心碎 "
    "拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 ok 合十 啤酒 咖啡 蛋糕 玫瑰 鲜花 凋谢 菜刀 炸弹 便便 月亮 "
    "太阳 庆祝 礼物 红包 福 烟花 爆竹 猪头 跳跳 发抖 转圈 比心 飞吻 么么哒 哈哈 赞 鼓励 鞠躬 smile "
    "heart rose thumbsup"
)
_LABELS = "提示 温馨提示 注意 重要 公告 通知 说明 备注 问 答 note tip warning important notice"
_NO_FIELDS = frozenset((*_EMOTICONS.split(), *_LABELS.split()))
_MIN_FIELD_LIKE, _MIN_SHARE = 3, 0.25
_MAX_CHOICES = 20
_MAX_PLACEHOLDER = 5 * MAX_NAME
_MAX_WANTED_NAME = MAX_NAME - len(f" {MAX_FIELDS}")


@dataclass(slots=True)
class FieldNames:
    """The field names of one reply: ``taken`` are all wanted ones, ``given`` those used so far."""

    taken: set[str]
    given: dict[str, int] = field(default_factory=dict)
    is_numbered: bool = False

    def name_for(self, wanted: str) -> str:
        """Return the wanted name, with a number if it was used for another value."""
        count = self.given[wanted] = self.given.get(wanted, 0) + 1
        if count == 1 or _INDEXED.match(wanted) or _SAME_VALUE.search(wanted):
            return wanted
        self.is_numbered = True
        while f"{wanted} {count}" in self.taken:
            count += 1
        name = f"{wanted} {count}"
        self.taken.add(name)
        return name


def never_names_field(inside: str) -> bool:
    """Return whether a text in brackets is an emoticon of a chat program, such as 微笑, or a label."""
    return inside.strip().lower() in _NO_FIELDS


@lru_cache(4096)
def is_field_like(inside: str) -> bool:
    """Return whether a text in brackets certainly stands for something to fill in."""
    bare = inside.strip()[-_MAX_PLACEHOLDER:]
    if never_names_field(bare) or not wanted_name(bare):
        return False
    has_parts = len([part for part in _SLASH.split(bare) if part]) > 1
    return has_parts or bool(_FIELD_LIKE.search(bare) or _EXAMPLE.search(bare))


def mean_fields(insides: Iterable[str]) -> bool:
    """Return whether a file uses brackets for what is to be filled in, judging by all texts in brackets."""
    distinct = {inside.strip() for inside in insides if not never_names_field(inside)}
    certain = sum(map(is_field_like, distinct))
    return certain >= max(_MIN_FIELD_LIKE, _MIN_SHARE * len(distinct))


@lru_cache(4096)
def wanted_name(inside: str) -> str:
    """Return the placeholder as a valid field name; empty if no character of it is valid."""
    name = collapse_whitespace(
        "".join(char if _is_usable(char) else " " for char in inside[:_MAX_PLACEHOLDER])
    )
    while name and not can_name_field(name[0]):
        name = name[1:].strip()
    if special_kind(name) is not None:
        return f"Specified {name.lower()}" if name.isascii() else f"指定{name}"
    return name if len(name) <= _MAX_WANTED_NAME else name[: _MAX_WANTED_NAME - 1].strip() + "…"


@lru_cache(4096)
def _is_usable(char: str) -> bool:
    return can_name_field(f"a{char}a")


def choices_of(inside: str) -> tuple[str, ...]:
    """Return the choices of a placeholder such as ``24/48``; empty if its parts are no values."""
    if _EXAMPLE.search(inside):
        return ()
    parts = tuple(dict.fromkeys(part.strip() for part in _SLASH.split(inside)))
    plain = not any(mark in inside for mark in "{}|｜")
    if not (plain and 2 <= len(parts) <= _MAX_CHOICES and all(parts)):
        return ()
    words = {word for part in parts for word in (part.lower(), part.lower().rpartition(" ")[2])}
    return () if words & _CATEGORIES else parts
