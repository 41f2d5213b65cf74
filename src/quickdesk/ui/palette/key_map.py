"""The keys of the palette. All other keys go to the search box."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from quickdesk.ui.keys.names import KeyNames


class PaletteAction(Enum):
    """The actions of the palette."""

    ACCEPT = auto()
    COPY = auto()
    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    PREVIEW_UP = auto()
    PREVIEW_DOWN = auto()
    CREATE = auto()
    EDIT = auto()
    SUGGEST = auto()
    CLEAR_OR_CLOSE = auto()
    IGNORE = auto()
    """Nothing, for keys whose default must not happen: Tab would move the focus."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Accept the nth visible row, counted from 1."""

    number: int


PaletteRequest: TypeAlias = PaletteAction | Pick

_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier

_KEYS: Final = {
    (_NONE, Qt.Key.Key_Return): PaletteAction.ACCEPT,
    (_NONE, Qt.Key.Key_Enter): PaletteAction.ACCEPT,
    (_CTRL, Qt.Key.Key_Return): PaletteAction.COPY,
    (_CTRL, Qt.Key.Key_Enter): PaletteAction.COPY,
    (_NONE, Qt.Key.Key_Up): PaletteAction.UP,
    (_NONE, Qt.Key.Key_Down): PaletteAction.DOWN,
    (_NONE, Qt.Key.Key_PageUp): PaletteAction.PAGE_UP,
    (_NONE, Qt.Key.Key_PageDown): PaletteAction.PAGE_DOWN,
    (_SHIFT, Qt.Key.Key_PageUp): PaletteAction.PREVIEW_UP,
    (_SHIFT, Qt.Key.Key_PageDown): PaletteAction.PREVIEW_DOWN,
    (_NONE, Qt.Key.Key_Escape): PaletteAction.CLEAR_OR_CLOSE,
    (_NONE, Qt.Key.Key_Tab): PaletteAction.IGNORE,
    (_SHIFT, Qt.Key.Key_Backtab): PaletteAction.IGNORE,
}
_LETTERS: Final = {"n": PaletteAction.CREATE, "e": PaletteAction.EDIT, "g": PaletteAction.SUGGEST}
_ONCE: Final = frozenset(
    {
        PaletteAction.ACCEPT,
        PaletteAction.COPY,
        PaletteAction.CREATE,
        PaletteAction.EDIT,
        PaletteAction.SUGGEST,
        PaletteAction.CLEAR_OR_CLOSE,
    }
)


def request_of(event: QKeyEvent, names: KeyNames) -> PaletteRequest | None:
    """Return the request of a key event, None if it goes to the search box.

    Auto-repeat repeats movements, but never an action that answers: one press, one reply.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    request = _KEYS.get((held, Qt.Key(event.key()))) or _by_name(held, names.key(event))
    if event.isAutoRepeat() and (request in _ONCE or isinstance(request, Pick)):
        return PaletteAction.IGNORE
    return request


def _by_name(held: Qt.KeyboardModifier, name: str | None) -> PaletteRequest | None:
    if not name:
        return None
    if held == _CTRL:
        return _LETTERS.get(name)
    if held == _ALT and name in "123456789":
        return Pick(int(name))
    return None
