"""The window the agent came from, and what can be done with it: focus, keys, signs of life.

``Target`` is a value that the palette and the paster hand on without looking inside;
``TargetWindows`` is the one door to the system's windows and keys. Nothing here knows a reply.
"""

from dataclasses import dataclass, field
from typing import Protocol

_MODIFIERS = ("ctrl", "alt", "shift", "super")
_NAMED = frozenset({"insert", *(f"f{number}" for number in range(1, 13))})


class PasteKeysError(ValueError):
    """A text that names no key combination which could paste."""


@dataclass(frozen=True, slots=True)
class PasteKeys:
    """Modifiers and one key, written ``ctrl+shift+v``."""

    modifiers: tuple[str, ...]
    key: str

    @classmethod
    def parse(cls, text: str) -> "PasteKeys":
        """Read ``Ctrl + Shift + V``; raises PasteKeysError where it names nothing that can paste."""
        *modifiers, key = text.lower().replace(" ", "").split("+")
        plain = len(key) == 1 and key.isascii() and key.isalnum()
        if not (plain or key in _NAMED) or not set(modifiers) <= set(_MODIFIERS):
            raise PasteKeysError(text)
        if plain and not set(modifiers) - {"shift"}:
            raise PasteKeysError(text)  # it would type a letter
        return cls(tuple(name for name in _MODIFIERS if name in modifiers), key)

    def __str__(self) -> str:
        return "+".join((*self.modifiers, self.key))

    @property
    def may_read_primary(self) -> bool:
        """Whether some programs answer these keys with the selection instead of the clipboard."""
        return self.key == "insert"


SHIFT_INSERT = PasteKeys(("shift",), "insert")
"""What almost every program answers, on every layout."""


@dataclass(frozen=True, slots=True)
class Target:
    """A window of another program.

    ``program`` is its window class in lower case, as settings and ``quickdesk doctor`` name it.
    ``geometry`` is x, y, width and height in pixels of the screen, None where unknown.
    ``client`` and ``process`` tell later which program reads the clipboard; 0 is unknown.
    ``title`` is shown to the agent only, and tells no window from another: it changes. No ``repr`` has it.
    """

    window: int
    program: str
    geometry: tuple[int, int, int, int] | None = None
    client: int = 0
    process: int = 0
    title: str = field(default="", repr=False, compare=False)


class TargetWindows(Protocol):
    """Finds the window in front, gives it the focus back, and presses keys in it."""

    def capture(self) -> Target | None:
        """Return the window that has the focus now; None where there is none or it is ours."""
        ...

    def exists(self, target: Target) -> bool:
        """Tell whether the window is still there, and still that of the same program."""
        ...

    def activate(self, target: Target) -> None:
        """Ask for the focus to go to the window; it arrives later, or never."""
        ...

    def has_focus(self, target: Target) -> bool:
        """Tell whether keys pressed now would really reach the window."""
        ...

    def modifiers_held(self) -> bool:
        """Tell whether a modifier key is down, which would spoil the paste keys."""
        ...

    def release_modifiers(self) -> None:
        """Let go of the modifier keys that are down."""
        ...

    def release_keys(self) -> None:
        """Let go of all other keys that are down: held on, they would repeat in the next window."""
        ...

    def playable(self, keys: PasteKeys) -> PasteKeys:
        """Return the keys, or Shift+Insert where the keyboard layout has no such key."""
        ...

    def press(self, target: Target, keys: PasteKeys) -> bool:
        """Let go of other keys, then press and release these in the window.

        Nothing can take the focus away between the last look and the keys. Returns False, and presses
        none of them, where the window does not have the focus or a modifier is down.
        """
        ...

    def press_left(self, target: Target, times: int) -> bool:
        """Move the cursor of the window to the left; with the promise of ``press``."""
        ...

    def ping(self, target: Target) -> None:
        """Ask the program for a sign of life."""
        ...

    def answered(self, target: Target) -> bool:
        """Tell whether the last ping was answered; True for programs that answer no pings."""
        ...
