"""What a key means in the palette. Everything not named here belongs to the text in the search box."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from quickdesk.ui.keys.names import KeyNames


class Command(Enum):
    """What the agent asks for with a key."""

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
    BACK_OUT = auto()
    NOTHING = auto()
    """A key that must not do what it does elsewhere: Tab would carry the focus away."""


@dataclass(frozen=True, slots=True)
class Pick:
    """The nth row in sight, counted from 1."""

    number: int


Asked: TypeAlias = Command | Pick

_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier

_KEYS: Final = {
    (_NONE, Qt.Key.Key_Return): Command.ACCEPT,
    (_NONE, Qt.Key.Key_Enter): Command.ACCEPT,
    (_CTRL, Qt.Key.Key_Return): Command.COPY,
    (_CTRL, Qt.Key.Key_Enter): Command.COPY,
    (_NONE, Qt.Key.Key_Up): Command.UP,
    (_NONE, Qt.Key.Key_Down): Command.DOWN,
    (_NONE, Qt.Key.Key_PageUp): Command.PAGE_UP,
    (_NONE, Qt.Key.Key_PageDown): Command.PAGE_DOWN,
    (_SHIFT, Qt.Key.Key_PageUp): Command.PREVIEW_UP,
    (_SHIFT, Qt.Key.Key_PageDown): Command.PREVIEW_DOWN,
    (_NONE, Qt.Key.Key_Escape): Command.BACK_OUT,
    (_NONE, Qt.Key.Key_Tab): Command.NOTHING,
    (_SHIFT, Qt.Key.Key_Backtab): Command.NOTHING,
}
_LETTERS: Final = {"n": Command.CREATE, "e": Command.EDIT, "g": Command.SUGGEST}
_ONCE: Final = frozenset(
    {Command.ACCEPT, Command.COPY, Command.CREATE, Command.EDIT, Command.SUGGEST, Command.BACK_OUT}
)


def asked_by(event: QKeyEvent, names: KeyNames) -> Asked | None:
    """Return what a key asks for, None where the search box may have it.

    A held key repeats a movement but never an answer: one press, one reply.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    asked = _KEYS.get((held, Qt.Key(event.key()))) or _by_name(held, names.key(event))
    if event.isAutoRepeat() and (asked in _ONCE or isinstance(asked, Pick)):
        return Command.NOTHING
    return asked


def _by_name(held: Qt.KeyboardModifier, name: str | None) -> Asked | None:
    if not name:
        return None
    if held == _CTRL:
        return _LETTERS.get(name)
    if held == _ALT and name in "123456789":
        return Pick(int(name))
    return None
