"""The settings as a JSON object and back, one value at a time: what is not understood falls back alone."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from types import MappingProxyType
from typing import Any

from quickdesk.settings.hotkey import Hotkey
from quickdesk.settings.settings import SCALES, Language, Settings, SoundPair, ThemeChoice
from quickdesk.storage.document import Document


def to_document(settings: Settings) -> Document:
    """Return the settings as JSON values."""
    return {name: _plain(getattr(settings, name)) for name in _names()}


def from_document(document: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings, and the names of those not understood, which are at their defaults."""
    values: dict[str, Any] = {}
    unread: list[str] = []
    for name in _names():
        if name not in document:
            continue
        try:
            values[name] = _READERS[name](document[name])
        except (ValueError, TypeError):
            unread.append(name)
    return Settings(**values), tuple(unread)


def changed(document: Mapping[str, Any], settings: Settings) -> Document:
    """Return the document that keeps ``settings``, with all else in it as it was.

    Only values that differ from what the document already means are written: a value of a newer
    version stays while the agent does not choose another, and a default may change with the program.
    """
    meant = to_document(from_document(document)[0])
    wanted = to_document(settings)
    return {**document, **{name: value for name, value in wanted.items() if value != meant[name]}}


def _names() -> tuple[str, ...]:
    return tuple(each.name for each in fields(Settings))


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    return dict(value) if isinstance(value, Mapping) else value


def _hotkey(value: object) -> str:
    return str(Hotkey.parse(_text(value)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _scale(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value not in SCALES:
        raise ValueError(value)
    return value


def _texts(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return MappingProxyType({_text(key): _text(each) for key, each in value.items()})


def _sounds(value: object) -> frozenset[SoundPair]:
    if not isinstance(value, list):
        raise TypeError(value)
    return frozenset(map(SoundPair, value))


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "hotkey": _hotkey,
    "theme": ThemeChoice,
    "language": Language,
    "scale": _scale,
    "paste_keys": _texts,
    "sounds": _sounds,
}
