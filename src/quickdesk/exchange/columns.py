"""What the columns of a foreign table mean, told by the words in its header.

The words are those of the tools agents come from (facts gathered from their exports and from team
sheets): 千牛, 客服宝, 微语, TextExpander, aText, Chatwoot and plain question-and-answer lists.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Column(Enum):
    """What one column holds."""

    CODE = "code"
    FOLDER = "folder"
    TAGS = "tags"
    TITLE = "title"
    BODY = "body"


_WORDS = {
    Column.CODE: (
        "编码 快捷编码 快捷短语编码 短语编码 快捷键 快捷码 缩写 简码 代码 触发词 "
        "編碼 快捷編碼 快捷短語編碼 縮寫 簡碼 代碼 觸發詞 "
        "code shortcut abbreviation abbr keyword trigger short_code shortcode"
    ),
    Column.FOLDER: (
        "分组 快捷短语分组 分组名称 分类 分类名称 目录 文件夹 类别 类目 "
        "分組 快捷短語分組 分類 目錄 資料夾 類別 "
        "folder group category path"
    ),
    Column.TAGS: "标签 标记 关键词 關鍵詞 標籤 標記 tags tag labels keywords",
    Column.TITLE: (
        "标题 话术标题 名称 问题 主题 話術標題 標題 名稱 問題 主題 title name label question subject front"
    ),
    Column.BODY: (
        "内容 话术内容 快捷短语 快捷短语内容 短语 短语内容 话术 回复 回复内容 答案 正文 "
        "內容 話術內容 快捷短語 短語 話術 回覆 回覆內容 "
        "body content text reply answer snippet message expansion replace replacement back"
    ),
}
_EXACT = {word: column for column, words in _WORDS.items() for word in words.split()}
# Longer words hold shorter ones (快捷短语编码 holds 快捷短语), so these are asked in this order.
_INSIDE = tuple((word, column) for column in Column for word in _WORDS[column].split() if not word.isascii())
_REMARK = re.compile(r"[（(\[【].*?[）)\]】]|[*＊:：]")
_LONGEST_HEADER_CELL = 16
_LONGEST_WITH_REMARKS = 100


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column stands where; ``width`` is the number of cells of the header."""

    places: dict[Column, int]
    width: int
    is_exact: bool

    @property
    def has_bodies(self) -> bool:
        """Whether the table holds replies at all."""
        return Column.BODY in self.places


def columns(header: Sequence[str]) -> Columns:
    """Return what the cells of a header mean; the first column of a kind counts."""
    exact: dict[Column, int] = {}
    near: dict[Column, int] = {}
    for place, cell in enumerate(header):
        word = _bare(cell)
        if (column := _EXACT.get(word)) is not None:
            exact.setdefault(column, place)
        elif len(word) <= _LONGEST_HEADER_CELL and (column := _inside(word)) is not None:
            near.setdefault(column, place)
    width = max((place + 1 for place, cell in enumerate(header) if cell.strip()), default=0)
    return Columns(near | exact, width, Column.BODY in exact)


def _bare(cell: str) -> str:
    """Return a header cell without remarks such as （必填）, in one spelling; "" for what is too long."""
    if len(cell) > _LONGEST_WITH_REMARKS:
        return ""
    return _REMARK.sub("", unicodedata.normalize("NFKC", cell)).strip().lower()


def _inside(word: str) -> Column | None:
    return next((column for part, column in _INSIDE if part in word), None)
