"""A global hotkey as people write it (``ctrl+alt+space``), and the rules for valid ones.

Whether another program already has it is only known to the system: see ``desktop/``.
"""

from dataclasses import dataclass
from enum import Enum, auto

MODIFIERS = ("ctrl", "alt", "shift", "super")
_ALIASES = {
    "control": "ctrl",
    "option": "alt",
    "win": "super",
    "meta": "super",
    "cmd": "super",
    "command": "super",
    "return": "enter",
    "escape": "esc",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdown": "pagedown",
    "pgdn": "pagedown",
    "spacebar": "space",
}
_NAMED_KEYS = frozenset(
    {
        "space",
        "enter",
        "tab",
        "esc",
        "backspace",
        "delete",
        "insert",
        "home",
        "end",
        "pageup",
        "pagedown",
        "up",
        "down",
        "left",
        "right",
        "pause",
        "print",
        "menu",
    }
)
_LABELS = {"pageup": "PageUp", "pagedown": "PageDown"}
_FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 25))
_CHARACTER_KEYS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789`-=[]\\;',./")
KEYS = _NAMED_KEYS | _FUNCTION_KEYS | _CHARACTER_KEYS

# Combinations that the system, every editor or the Chinese input method needs for itself.
_RESERVED = frozenset(
    {
        "ctrl+space",
        "shift+space",
        "alt+space",
        "super+space",
        "alt+tab",
        "alt+shift+tab",
        "alt+f4",
        "alt+esc",
        "ctrl+esc",
        "ctrl+shift+esc",
        "ctrl+alt+delete",
        "ctrl+alt+backspace",
        "super+l",
        "super+d",
        "super+tab",
        "ctrl+a",
        "ctrl+c",
        "ctrl+v",
        "ctrl+x",
        "ctrl+z",
        "ctrl+y",
        "ctrl+s",
        "ctrl+f",
        "ctrl+n",
        "ctrl+e",
        "ctrl+o",
        "ctrl+p",
        "ctrl+w",
        "ctrl+t",
        "ctrl+enter",
        "ctrl+shift+v",
        "ctrl+shift+z",
        "ctrl+tab",
        "ctrl+shift+tab",
        "print",
        "alt+print",
    }
    | {f"ctrl+alt+f{number}" for number in range(1, 13)}
    | {f"alt+{digit}" for digit in range(1, 10)}
)


class HotkeyProblem(Enum):
    """Why a combination cannot be a global hotkey."""

    EMPTY = auto()
    ONLY_MODIFIERS = auto()
    TWO_KEYS = auto()
    UNKNOWN_KEY = auto()
    NEEDS_MODIFIER = auto()
    """Alone, or with Shift only, the key would be lost to every other program."""
    RESERVED = auto()
    """The system, the input method or every editor needs it."""


class HotkeyError(ValueError):
    """A combination that cannot work; ``problem`` says why."""

    def __init__(self, problem: HotkeyProblem, text: str) -> None:
        super().__init__(f"{text!r}: {problem.name.lower()}")
        self.problem = problem
        self.text = text


@dataclass(frozen=True, slots=True)
class Hotkey:
    """Modifiers and one key, in the order people write them."""

    modifiers: tuple[str, ...]
    key: str

    @classmethod
    def parse(cls, text: str) -> "Hotkey":
        """Read ``Ctrl + Alt + Space``; raises HotkeyError if it cannot be a global hotkey."""
        names = [_ALIASES.get(part, part) for part in "".join(text.lower().split()).split("+") if part]
        if not names:
            raise HotkeyError(HotkeyProblem.EMPTY, text)
        keys = [name for name in names if name not in MODIFIERS]
        if not keys:
            raise HotkeyError(HotkeyProblem.ONLY_MODIFIERS, text)
        if len(keys) > 1:
            raise HotkeyError(HotkeyProblem.TWO_KEYS, text)
        hotkey = cls(tuple(name for name in MODIFIERS if name in names), keys[0])
        hotkey._check(text)
        return hotkey

    def _check(self, text: str) -> None:
        if self.key not in KEYS:
            raise HotkeyError(HotkeyProblem.UNKNOWN_KEY, text)
        if str(self) in _RESERVED:
            raise HotkeyError(HotkeyProblem.RESERVED, text)
        is_single = not self.modifiers or self.modifiers == ("shift",)
        if is_single and self.key not in _FUNCTION_KEYS and self.key != "pause":
            raise HotkeyError(HotkeyProblem.NEEDS_MODIFIER, text)

    def __str__(self) -> str:
        return "+".join((*self.modifiers, self.key))

    @property
    def label(self) -> str:
        """The hotkey as a menu shows it: ``Ctrl+Alt+Space``."""
        return "+".join(_LABELS.get(part, part.capitalize()) for part in (*self.modifiers, self.key))
