"""The special fields, which are filled automatically, and their names in each language."""

from enum import Enum


class SpecialKind(Enum):
    """The kind of a special field. The value is its English name."""

    DATE = "date"
    TIME = "time"
    CURSOR = "cursor"
    CLIPBOARD = "clipboard"


_SPELLINGS = {
    "日期": SpecialKind.DATE,
    "时间": SpecialKind.TIME,
    "時間": SpecialKind.TIME,
    "光标": SpecialKind.CURSOR,
    "光標": SpecialKind.CURSOR,
    "游標": SpecialKind.CURSOR,
    "剪贴板": SpecialKind.CLIPBOARD,
    "剪貼板": SpecialKind.CLIPBOARD,
    "剪貼簿": SpecialKind.CLIPBOARD,
} | {kind.value: kind for kind in SpecialKind}


def special_kind(name: str) -> SpecialKind | None:
    """Return the kind of special field with this name (case-insensitive), or None for an ordinary field."""
    return _SPELLINGS.get(name.lower())
