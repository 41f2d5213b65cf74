"""Recognizing the columns of a table by its header, and the headers of our own export.

The words are those of the exports of 千牛, 客服宝, 微语, TextExpander, aText and Chatwoot, of team sheets and
of plain question-and-answer lists.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

CHINESE_HEADER = {
    "code": "快捷编码",
    "title": "标题",
    "body": "内容",
    "folder": "分组",
    "tags": "标签",
    "remark": "备注",
    "asks": "问法",
}
"""The header of our own export: the fields in the order of the columns. New fields are added at the end."""
ENGLISH_HEADER = {name: name for name in CHINESE_HEADER}
"""The same in English."""
_MIN_OWN_COLUMNS = 5
"""The number of columns in the export of the first version."""

# The order matters: longer words contain shorter ones of later fields (快捷短语编码 contains 快捷短语).
_WORDS = {
    "code": (
        "编码 快捷编码 快捷短语编码 短语编码 快捷键 快捷码 缩写 简码 代码 触发词 "
        "編碼 快捷編碼 快捷短語編碼 縮寫 簡碼 代碼 觸發詞 "
        "code shortcut abbreviation abbr keyword trigger short_code shortcode"
    ),
    "folder": (
        "分组 快捷短语分组 分组名称 分类 分类名称 目录 文件夹 类别 类目 "
        "分組 快捷短語分組 分類 目錄 資料夾 類別 "
        "folder group category path"
    ),
    "tags": "标签 标记 標籤 標記 tags tag labels",
    "asks": (
        "问法 相似问 相似问法 相似问题 同义问 扩展问 关键词 关键字 搜索词 "
        "問法 相似問 相似問法 相似問題 同義問 擴展問 關鍵詞 關鍵字 搜尋詞 "
        "asks ask keywords search_terms synonyms"
    ),
    "title": (
        "标题 话术标题 名称 问题 主题 話術標題 標題 名稱 問題 主題 title name label question subject front"
    ),
    "body": (
        "内容 话术内容 快捷短语 快捷短语内容 短语 短语内容 话术 回复 回复内容 答案 正文 "
        "內容 話術內容 快捷短語 短語 話術 回覆 回覆內容 "
        "body content text reply answer snippet message expansion replace replacement back"
    ),
    "remark": "备注 備註 remark remarks note notes",
}
_EXACT = {word: name for name, words in _WORDS.items() for word in words.split()}
_PARTIAL = tuple(
    (word, name) for name, words in _WORDS.items() for word in words.split() if not word.isascii()
)
_JOINED = frozenset({"folder", "tags"})
_HEADER_NOTE = re.compile(r"[（(\[【].*?[）)\]】]|[*＊:：]")
_BETWEEN_WORDS = re.compile(r"[\s_-]+")
_MAX_PARTIAL_MATCH = 16
_MAX_HEADER_CELL = 100


@dataclass(frozen=True)
class Columns:
    """The columns of a table: the position of each field; ``width`` is the number of cells in the header.

    ``all_positions`` are those of all columns of a field, ``header`` the names of all columns.
    ``is_exact`` is whether the name of the body column is exactly one of the known words, ``is_own`` whether
    the header is that of our own export by this version or an earlier one.
    """

    positions: dict[str, int]
    width: int
    is_exact: bool
    is_own: bool
    all_positions: dict[str, tuple[int, ...]]
    header: tuple[str, ...]

    @cached_property
    def stated(self) -> frozenset[str]:
        """The fields of each row; of several titles all but the first are asks."""
        has_asks = len(self.all_positions.get("title", ())) > 1
        return frozenset((*self.positions, *(["asks"] if has_asks else [])))

    @cached_property
    def not_read(self) -> tuple[int, ...]:
        """The positions of the columns for which a reply has no field."""
        used = {position for positions in self.all_positions.values() for position in positions}
        return tuple(at for at, name in enumerate(self.header) if name and at not in used)

    @property
    def has_bodies(self) -> bool:
        """Whether there is a body column."""
        return "body" in self.positions


def read_header(header: Sequence[str]) -> Columns:
    """Return the columns of a header; the position of a field is that of its first column.

    A column whose name only contains a word of a field is used if no name is exactly such a word; for folders
    and tags also beside one.
    """
    exact: dict[str, list[int]] = {}
    partial: dict[str, list[int]] = {}
    for position, cell in enumerate(header):
        word = _normalized(cell)
        if (name := _EXACT.get(word)) is not None:
            exact.setdefault(name, []).append(position)
        elif len(word) <= _MAX_PARTIAL_MATCH and (name := _partial_match(word)) is not None:
            partial.setdefault(name, []).append(position)
    found = {
        name: (*exact.get(name, ()), *(partial.get(name, ()) if name in _JOINED or name not in exact else ()))
        for name in partial | exact
    }
    width = max((position + 1 for position, cell in enumerate(header) if cell.strip()), default=0)
    return Columns(
        {name: positions[0] for name, positions in found.items()},
        width,
        "body" in exact,
        _is_own(header),
        {name: tuple(sorted(positions)) for name, positions in found.items()},
        tuple(map(str.strip, header)),
    )


def field_of_word(word: str) -> str | None:
    """Return the field for a name of a column or a key that is exactly one of the known words."""
    return _EXACT.get(_normalized(word))


def _is_own(header: Sequence[str]) -> bool:
    own = (CHINESE_HEADER, ENGLISH_HEADER)
    return len(header) >= _MIN_OWN_COLUMNS and any(
        tuple(header) == tuple(words.values())[: len(header)] for words in own
    )


def _normalized(cell: str) -> str:
    """Return a header cell without notes such as （必填）, in lower case; empty if it is too long.

    Words are separated by ``_``.
    """
    if len(cell) > _MAX_HEADER_CELL:
        return ""
    bare = _HEADER_NOTE.sub("", unicodedata.normalize("NFKC", cell)).strip().lower()
    return _BETWEEN_WORDS.sub("_", bare)


def _partial_match(word: str) -> str | None:
    return next((name for part, name in _PARTIAL if part in word), None)
