"""Converts Qt key events to the key names of :mod:`quickdesk.settings.hotkey`.

A hotkey may include Shift, or be pressed on a layout with other characters, so a character is mapped back
to its key: by the native key code where its meaning is known, else by its key on a US keyboard. Keypad keys
have no name, because systems treat them as other keys.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from quickdesk.settings.hotkey import KEYS, MODIFIERS

_NAMED: Final = {
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Tab: "tab",
    Qt.Key.Key_Backtab: "tab",
    Qt.Key.Key_Escape: "esc",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Insert: "insert",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_PageUp: "pageup",
    Qt.Key.Key_PageDown: "pagedown",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Pause: "pause",
    Qt.Key.Key_Print: "print",
    Qt.Key.Key_SysReq: "print",
    Qt.Key.Key_Menu: "menu",
}
_MODIFIER_KEYS: Final = {
    Qt.Key.Key_Control: "ctrl",
    Qt.Key.Key_Alt: "alt",
    Qt.Key.Key_Shift: "shift",
    Qt.Key.Key_Meta: "super",
    Qt.Key.Key_Super_L: "super",
    Qt.Key.Key_Super_R: "super",
}
_HELD: Final = {
    Qt.KeyboardModifier.ControlModifier: "ctrl",
    Qt.KeyboardModifier.AltModifier: "alt",
    Qt.KeyboardModifier.ShiftModifier: "shift",
    Qt.KeyboardModifier.MetaModifier: "super",
}
# Qt calls the Command key of a Mac "Control" and its Control key "Meta".
_MAC_SWAP: Final = {"ctrl": "super", "super": "ctrl"}

_UNSHIFTED: Final = dict(
    zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True)
)  # on a US keyboard

# Key codes of Linux (evdev + 8), the same under X11 and Wayland: four rows of a keyboard.
_LINUX_ROWS: Final = {10: "1234567890-=", 24: "qwertyuiop[]", 38: "asdfghjkl;'`", 51: "\\zxcvbnm,./"}
_LINUX_KEYS: Final = {
    first + offset: name for first, row in _LINUX_ROWS.items() for offset, name in enumerate(row)
}
# Virtual keys of Windows: letters and digits by their ASCII code, the rest by number.
_WINDOWS_OEM: Final = {
    0xBA: ";",
    0xBB: "=",
    0xBC: ",",
    0xBD: "-",
    0xBE: ".",
    0xBF: "/",
    0xC0: "`",
    0xDB: "[",
    0xDC: "\\",
    0xDD: "]",
    0xDE: "'",
}
_WINDOWS_KEYS: Final = {
    ord(char.upper()): char for char in "abcdefghijklmnopqrstuvwxyz0123456789"
} | _WINDOWS_OEM


@dataclass(frozen=True, slots=True)
class KeyNames:
    """Names the keys of one window system; ``platform`` is ``QGuiApplication.platformName()``."""

    platform: str

    def modifier(self, event: QKeyEvent) -> str | None:
        """Return the name of a modifier key, None for any other key."""
        return self._swapped(_MODIFIER_KEYS.get(Qt.Key(event.key())))

    def modifiers(self, event: QKeyEvent) -> frozenset[str]:
        """Return the modifiers of the event."""
        down = event.modifiers()
        names = (self._swapped(name) for flag, name in _HELD.items() if down & flag)
        return frozenset(name for name in names if name)

    def key(self, event: QKeyEvent) -> str | None:
        """Return the name of a key other than a modifier, None if it has none."""
        if self._is_keypad(event):
            return None
        code = event.key()
        if Qt.Key.Key_F1.value <= code <= Qt.Key.Key_F24.value:
            return f"f{code - Qt.Key.Key_F1.value + 1}"
        named = _NAMED.get(Qt.Key(code))
        return named or self._character(event)

    def _character(self, event: QKeyEvent) -> str | None:
        code = event.key()
        char = chr(code).lower() if 0x20 <= code < 0x7F else ""
        if char in KEYS:
            return char
        return self._by_key_code(event) or _UNSHIFTED.get(char)

    def _by_key_code(self, event: QKeyEvent) -> str | None:
        if self.platform in {"xcb", "wayland"}:
            return _LINUX_KEYS.get(event.nativeScanCode())
        if self.platform == "windows":
            return _WINDOWS_KEYS.get(event.nativeVirtualKey())
        return None

    def _is_keypad(self, event: QKeyEvent) -> bool:
        on_keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        return (on_keypad and self.platform != "cocoa") or event.key() == Qt.Key.Key_Enter.value

    def _swapped(self, name: str | None) -> str | None:
        return _MAC_SWAP.get(name, name) if name and self.platform == "cocoa" else name


def combination(modifiers: frozenset[str], key: str) -> str:
    """Return modifiers and a key, empty if only modifiers are down, in the usual order."""
    return "+".join((*(name for name in MODIFIERS if name in modifiers), *([key] if key else [])))


def label(keys: str) -> str:
    """Return keys for display, ``Ctrl+Alt+Space``; the text need not be a complete hotkey."""
    return "+".join(part.capitalize() for part in keys.split("+"))
