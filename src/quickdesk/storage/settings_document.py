"""Converts the settings to a JSON object and back; a value that is not understood is read as its default."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from types import MappingProxyType
from typing import Any

from quickdesk.settings.hotkey import Hotkey
from quickdesk.settings.settings import (
    LOCK_MINUTES,
    SWITCH_KEYS,
    TEXT_SCALES,
    Language,
    PinyinPair,
    Settings,
    ThemeChoice,
)
from quickdesk.storage.document import Document

_MOST_DAYS = 36_500
_MOST_PIXELS = 100_000
_MAX_LINE = 200
"""The longest text of one line, in code points."""


def to_document(settings: Settings) -> Document:
    """Return the settings as JSON values."""
    return {_stored_name(name): _to_json(getattr(settings, name)) for name in _names()}


def from_document(document: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings, and the stored names of those not understood, which have their defaults."""
    values: dict[str, Any] = {}
    unread: list[str] = []
    for name in _names():
        stored_name = _stored_name(name)
        if stored_name not in document:
            continue
        try:
            values[name] = _READERS[name](document[stored_name])
        except (ValueError, TypeError):
            unread.append(stored_name)
    return Settings(**values), tuple(unread)


def changed(document: Mapping[str, Any], settings: Settings) -> Document:
    """Return the document with ``settings`` in it, everything else unchanged.

    Only values that differ from what is read from the document are written: a value of a newer version stays
    until another is chosen, and a later version of the program may have another default.
    """
    before = to_document(from_document(document)[0])
    after = to_document(settings)
    return {**document, **{name: value for name, value in after.items() if value != before[name]}}


def _names() -> tuple[str, ...]:
    return tuple(each.name for each in fields(Settings))


def _stored_name(name: str) -> str:
    return _STORED_NAMES.get(name, name)


def _to_json(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(map(_to_json, value))
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


def _hotkey(value: object) -> str:
    return str(Hotkey.parse(_text(value)))


def _days(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    if not 0 <= value <= _MOST_DAYS:
        raise ValueError(value)
    return value


def _place(value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or any(type(each) is not int for each in value):
        raise TypeError(value)
    if len(value) not in (0, 3) or any(abs(each) > _MOST_PIXELS for each in value):
        raise ValueError(value)
    return tuple(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _text_scale(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value not in TEXT_SCALES:
        raise ValueError(value)
    return value


def _lock_minutes(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value not in LOCK_MINUTES:
        raise ValueError(value)
    return value


def _switch_keys(value: object) -> str:
    if value not in SWITCH_KEYS:
        raise ValueError(value)
    return _text(value)


def _line(value: object) -> str:
    text = _text(value)
    if len(text.splitlines()) > 1 or len(text) > _MAX_LINE:
        raise ValueError(value)
    return text


def _text_by_text(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return MappingProxyType({_text(key): _text(each) for key, each in value.items()})


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _pinyin_pairs(value: object) -> frozenset[PinyinPair]:
    if not isinstance(value, list):
        raise TypeError(value)
    return frozenset(map(PinyinPair, value))


_STORED_NAMES: Mapping[str, str] = {"text_scale": "scale", "similar_sounds": "sounds"}
"""The names in the file of fields of Settings that have another name there."""

_READERS: Mapping[str, Callable[[Any], Any]] = {
    "hotkey": _hotkey,
    "theme": ThemeChoice,
    "language": Language,
    "text_scale": _text_scale,
    "paste_keys": _text_by_text,
    "similar_sounds": _pinyin_pairs,
    "learning": _truth,
    "customer_hotkey": _hotkey,
    "switch_keys": _switch_keys,
    "title_rules": _text_by_text,
    "order_links": _text_by_text,
    "keep_pasted_texts": _truth,
    "customer_days": _days,
    "case_days": _days,
    "event_days": _days,
    "note_hotkey": _hotkey,
    "agent": _line,
    "order_remark_format": _line,
    "auto_lock": _lock_minutes,
    "dock_hotkey": _hotkey,
    "dock_place": _place,
}
"""For each field of Settings, what returns its value from JSON or raises ValueError or TypeError."""
