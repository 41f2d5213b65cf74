"""Converting the placeholders of Markdown reply lists, such as ``[变量]``, to fields.

The rules were derived from real lists:

- ``[订单号]`` becomes ``{订单号}``; characters that are not allowed in field names become spaces.
- ``[24/48]`` becomes a field with choices, named like the placeholder: ``{24/48|24|48}``. If a part is a
  category instead of a value (``[Size/Color]``, ``[规格/颜色]``) or follows "e.g.", it has no choices.
- ``[日期]``, which would be the special field for today's date, becomes ``{指定日期}``, and ``[Date]``
  ``{Specified date}``.
- A repeated placeholder is one field only if it always stands for the same value: ``[订单号]``, ``[产品A]``.
  ``满[金额]减[金额]`` becomes ``满{金额}减{金额 2}``, because the two amounts differ.
- Links, images, footnotes and task list items stay text; braces are doubled.
"""

import re
from dataclasses import dataclass, field

from quickdesk.exchange.text_cleanup import collapse_whitespace
from quickdesk.replies.special import special_kind
from quickdesk.replies.template import MAX_FIELDS, MAX_NAME, can_name_field, escape

_BRACKET = re.compile(
    r"!\[[^\[\]\n]*\]\([^()\n]*\)"  # an image
    r"|\[[^\[\]\n]*\]\((?:(?=[^\s()]*[/.#:@])[^\s()]+)?(?:[ \t]+\"[^\"\n]*\")?\)"  # a link
    r"|\[\^[^\]\n]*\]"  # a footnote
    r"|^[ \t]*[-*+] \[[ x]\](?= )"  # a task list item
    r"|\[(?P<inside>[^\[\]\n]*)\]",
    re.MULTILINE,
)
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
_MAX_CHOICES = 20
_MAX_PLACEHOLDER = 5 * MAX_NAME
_MAX_WANTED_NAME = MAX_NAME - len(f" {MAX_FIELDS}")


@dataclass(slots=True)
class _Names:
    """The field names used in one reply so far."""

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


@dataclass(frozen=True, slots=True)
class ConvertedBody:
    """A body in the template language; ``is_numbered`` if one placeholder became several fields."""

    body: str
    is_numbered: bool


def convert_placeholders(text: str) -> ConvertedBody:
    """Convert the placeholders of a text to fields; all other text is escaped."""
    matches = list(_BRACKET.finditer(text))
    names = _Names({_wanted_name(match["inside"]) for match in matches if match["inside"] is not None})
    pieces: list[str] = []
    position = 0
    for match in matches:
        pieces.append(escape(text[position : match.start()]))
        inside = match["inside"]
        replaced = None if inside is None else _field(inside, names)
        pieces.append(escape(match.group()) if replaced is None else replaced)
        position = match.end()
    pieces.append(escape(text[position:]))
    return ConvertedBody("".join(pieces), names.is_numbered)


def _field(inside: str, names: _Names) -> str | None:
    wanted = _wanted_name(inside)
    if not wanted:
        return None
    name = names.name_for(wanted)
    choices = _choices(inside)
    return "{" + "|".join((name, *choices)) + "}"


def _wanted_name(inside: str) -> str:
    """Return the placeholder as a valid field name; empty if no character of it is valid."""
    name = collapse_whitespace(
        "".join(char if can_name_field(f"a{char}a") else " " for char in inside[:_MAX_PLACEHOLDER])
    )
    while name and not can_name_field(name[0]):
        name = name[1:].strip()
    if special_kind(name) is not None:
        return f"Specified {name.lower()}" if name.isascii() else f"指定{name}"
    return name if len(name) <= _MAX_WANTED_NAME else name[: _MAX_WANTED_NAME - 1].strip() + "…"


def _choices(inside: str) -> tuple[str, ...]:
    if _EXAMPLE.search(inside):
        return ()
    parts = tuple(dict.fromkeys(part.strip() for part in _SLASH.split(inside)))
    plain = not any(mark in inside for mark in "{}|｜")
    if not (plain and 2 <= len(parts) <= _MAX_CHOICES and all(parts)):
        return ()
    words = {word for part in parts for word in (part.lower(), part.lower().rpartition(" ")[2])}
    return () if words & _CATEGORIES else parts
