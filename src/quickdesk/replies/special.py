"""The fields that quickdesk fills by itself: what each one is, and the names people write it by."""

from enum import Enum


class SpecialKind(Enum):
    """What a special field stands for. The value is the English spelling."""

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
    """Return what a name stands for, None for an ordinary field. ``Date`` and ``date`` are the same."""
    return _SPELLINGS.get(name.lower())
