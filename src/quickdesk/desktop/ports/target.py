"""The window the agent came from, and the operations on it: focus, keys, pings.

``Target`` is an opaque value for the palette and the paster; ``TargetWindows`` is the only interface to
the windows and keys of the system. This module does not depend on replies.
"""

from dataclasses import dataclass, field
from typing import Protocol

_MODIFIERS = ("ctrl", "alt", "shift", "super")
_NAMED = frozenset({"insert", *(f"f{number}" for number in range(1, 13))})


class PasteKeysError(ValueError):
    """The text is not a key combination that can paste."""


@dataclass(frozen=True, slots=True)
class PasteKeys:
    """Modifiers and one key, written ``ctrl+shift+v``."""

    modifiers: tuple[str, ...]
    key: str

    @classmethod
    def parse(cls, text: str) -> "PasteKeys":
        """Parse a text such as ``Ctrl + Shift + V``; raises PasteKeysError."""
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
        """Whether some programs paste the X11 PRIMARY selection with these keys instead of the clipboard."""
        return self.key == "insert"


SHIFT_INSERT = PasteKeys(("shift",), "insert")
"""Paste keys that work in almost every program, on every keyboard layout."""


@dataclass(frozen=True, slots=True)
class Target:
    """A window of another program.

    ``program`` is its window class in lower case, as in the settings and in ``quickdesk doctor``.
    ``geometry`` is x, y, width and height in device pixels, None if unknown.
    ``client`` and ``process`` identify the program that reads the clipboard; 0 means unknown.
    ``title`` is that of the moment it was captured; as it changes, it is not compared, and ``repr`` leaves it
    out.
    """

    window: int
    program: str
    geometry: tuple[int, int, int, int] | None = None
    client: int = 0
    process: int = 0
    title: str = field(default="", repr=False, compare=False)


class TargetWindows(Protocol):
    """Finds the active window, gives it the focus back, and presses keys in it."""

    def capture(self) -> Target | None:
        """Return the window that has the focus; None if there is none or if it is our own."""
        ...

    def exists(self, target: Target) -> bool:
        """Return whether the window still exists and still belongs to the same program."""
        ...

    def title(self, target: Target) -> str:
        """Return the present title of the window, empty if it is unknown."""
        ...

    def activate(self, target: Target) -> None:
        """Request the focus for the window; it arrives later, or never."""
        ...

    def has_focus(self, target: Target) -> bool:
        """Return whether keys pressed now would reach the window."""
        ...

    def keyboard_is_held(self) -> bool:
        """Return whether another program receives all keys, as a menu or a screen locker does.

        A menu of our own counts too.
        """
        ...

    def modifiers_held(self) -> bool:
        """Return whether a modifier key is down, which would change the paste keys."""
        ...

    def release_modifiers(self) -> None:
        """Release the modifier keys that are down."""
        ...

    def release_keys(self) -> None:
        """Release all other keys that are down: they would repeat in the next window."""
        ...

    def available_keys(self, keys: PasteKeys) -> PasteKeys:
        """Return ``keys``, or Shift+Insert if the keyboard layout has no such key."""
        ...

    def press(self, target: Target, keys: PasteKeys) -> bool:
        """Release other keys, then press and release ``keys`` in the window.

        The focus cannot change between the last check and the keys. Returns False, and presses no key,
        if the window does not have the focus or if a modifier is down.
        """
        ...

    def press_left(self, target: Target, times: int) -> bool:
        """Press the Left key ``times`` times in the window; otherwise like ``press``."""
        ...

    def ping(self, target: Target) -> None:
        """Ping the program."""
        ...

    def answered(self, target: Target) -> bool:
        """Return whether the last ping was answered; True for programs that do not support pings."""
        ...
