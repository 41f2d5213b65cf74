"""Tables of the keys of a window: what each key does, for the window itself and for its key sheet.

Keys are written as they are shown: ``Ctrl+Enter``, ``Alt+1…9`` for any of nine digits, ``→``. Letters and
digits are found by the key, not by the character that the keyboard layout writes; see
:mod:`quickdesk.ui.key_names`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from quickdesk.ui.key_names import KeyNames

Action = TypeVar("Action")

_MODIFIERS: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_NAMED: Final = {
    "Enter": (Qt.Key.Key_Return, Qt.Key.Key_Enter),
    "Esc": (Qt.Key.Key_Escape,),
    "Tab": (Qt.Key.Key_Tab, Qt.Key.Key_Backtab),  # with Shift Qt calls it Backtab
    "PgUp": (Qt.Key.Key_PageUp,),
    "PgDn": (Qt.Key.Key_PageDown,),
    "Delete": (Qt.Key.Key_Delete,),
    "F1": (Qt.Key.Key_F1,),
    "↑": (Qt.Key.Key_Up,),
    "↓": (Qt.Key.Key_Down,),
    "←": (Qt.Key.Key_Left,),
    "→": (Qt.Key.Key_Right,),
}
DIGITS: Final = "1…9"
_NO_KEY: Final = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Binding(Generic[Action]):
    """An action with its keys; ``text`` and the ``short`` text of a footer are translated when called.

    A held key repeats the action only if it ``repeats``. What ``is_typed`` is a character like any other for
    the window; it is in the table for the key sheet.
    """

    action: Action
    keys: tuple[str, ...]
    text: Callable[[], str]
    short: Callable[[], str] | None = None
    repeats: bool = False
    is_typed: bool = False

    @property
    def label(self) -> str:
        """The keys for display."""
        return " / ".join(self.keys)

    @property
    def short_text(self) -> str:
        """The text of a footer."""
        return (self.short or self.text)()


@dataclass(frozen=True, slots=True)
class Pressed(Generic[Action]):
    """A key that was pressed; ``digit`` is that of a binding with digits, else 0."""

    binding: Binding[Action]
    digit: int = 0


class KeyTable(Generic[Action]):
    """The bindings of a window in the order in which its key sheet shows them."""

    def __init__(self, *bindings: Binding[Action]) -> None:
        self.bindings = bindings
        self._by_key: dict[tuple[Qt.KeyboardModifier, int], Pressed[Action]] = {}
        self._by_name: dict[tuple[Qt.KeyboardModifier, str], Pressed[Action]] = {}
        for binding in bindings:
            for keys in () if binding.is_typed else binding.keys:
                self._add(keys, binding)

    def find(self, event: QKeyEvent, names: KeyNames) -> Pressed[Action] | None:
        """Return what a key event means, None if it is not in the table."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        found = self._by_key.get((held, event.key()))
        if found is not None:
            return found
        name = names.key(event)
        return self._by_name.get((held, name)) if name else None

    def of(self, action: Action) -> Binding[Action]:
        """Return the binding of an action; raises KeyError."""
        found = next((binding for binding in self.bindings if binding.action == action), None)
        if found is None:
            raise KeyError(action)
        return found

    def _add(self, keys: str, binding: Binding[Action]) -> None:
        *modifiers, key = keys.split("+")
        held = _NO_KEY
        for name in modifiers:
            held |= _MODIFIERS[name]
        if key == DIGITS:
            for digit in range(1, 10):
                self._by_name[held, str(digit)] = Pressed(binding, digit)
        elif key in _NAMED:
            for code in _NAMED[key]:
                self._by_key[held, code.value] = Pressed(binding)
        else:
            self._by_name[held, key.lower()] = Pressed(binding)
