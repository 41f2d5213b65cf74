"""Global hotkeys through the ``keyboard`` package, which reports every key event of the system.

The backend for Windows and macOS; on Linux it needs root and ``/dev/input``. The focused program receives
the key as well, and hotkeys of other programs are unknown, so only our own hotkeys are ever "taken". Only
``hook`` is used: the package's own hotkeys stop working when a key release is missed (screen lock), and its
suppression leaves modifiers stuck.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from subprocess import SubprocessError
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from quickdesk.desktop.ports.hotkeys import (
    HotkeyNotOnLayoutError,
    HotkeysUnavailableError,
    HotkeyTakenError,
    HotkeyUnsupportedError,
    UnsupportedReason,
)
from quickdesk.settings.hotkey import MODIFIERS, Hotkey

_MODIFIER_LIMIT_S = 10.0
"""A modifier whose last event is older than this counts as released: its release was missed."""
_REPEAT_LIMIT_S = 1.0
"""The longest interval of auto-repeat; a press after it is a new press."""


@dataclass(frozen=True, slots=True)
class Chord:
    """The scan codes of a key, and the modifiers that must be down; no other modifier may be."""

    codes: frozenset[int]
    modifiers: frozenset[str]


class Chords:
    """Recognises key combinations in a stream of single key events; times are in seconds.

    The stream can have gaps: no events arrive while the screen is locked, so a release may be missing. A key
    whose last event is too old counts as released.
    """

    def __init__(self, modifiers: Mapping[str, Iterable[int]]) -> None:
        """``modifiers`` maps each modifier to its scan codes."""
        self._modifier_of = {code: name for name, codes in modifiers.items() for code in codes}
        self._down: dict[int, float] = {}
        self._chords: Mapping[str, Chord] = {}

    def watch(self, chords: Mapping[str, Chord]) -> None:
        """Set the chords to recognise, by name; may be called from any thread."""
        self._chords = dict(chords)

    def down(self, code: int, time_s: float) -> str:
        """Process a key press or repeat; return the name of the chord it completes, else an empty string."""
        before = self._down.get(code)
        self._down[code] = time_s
        if before is not None and 0 <= time_s - before < _REPEAT_LIMIT_S:
            return ""
        held = self._held(time_s)
        for name, chord in self._chords.items():
            if code in chord.codes and chord.modifiers == held:
                return name
        return ""

    def up(self, code: int) -> None:
        """Process a key release."""
        self._down.pop(code, None)

    def _held(self, now_s: float) -> frozenset[str]:
        return frozenset(
            self._modifier_of[code]
            for code, time_s in self._down.items()
            if code in self._modifier_of and now_s - time_s < _MODIFIER_LIMIT_S
        )


_NAMES = {"pageup": "page up", "pagedown": "page down", "print": "print screen"}


class KeyEvent(Protocol):
    """A key press, repeat or release."""

    event_type: str | None
    scan_code: int
    time: float


class KeyboardLibrary(Protocol):
    """The functions of the ``keyboard`` package that are used."""

    def hook(self, callback: Callable[[KeyEvent], None]) -> Callable[[], None]:
        """Call ``callback`` for every key event, on another thread; return a function that stops it."""
        ...

    def key_to_scan_codes(self, key: str) -> Iterable[int]:
        """Return the scan codes of a key; raises ValueError if the layout has none."""
        ...


def load_keyboard() -> KeyboardLibrary:
    """Import the package; raises HotkeysUnavailableError if it is missing or does not support this system."""
    try:
        import keyboard
    except (ImportError, OSError) as cause:
        raise HotkeysUnavailableError(str(cause)) from cause
    library: KeyboardLibrary = keyboard
    return library


class KeyboardHotkeys(QObject):
    """Implements ``Hotkeys`` with the ``keyboard`` package."""

    pressed = Signal(str)
    lost = Signal(str, object)  # never emitted: a registered hotkey keeps working
    regained = Signal(str)
    _matched = Signal(str)

    def __init__(
        self, library: KeyboardLibrary, platform: str = sys.platform, parent: QObject | None = None
    ) -> None:
        """Install the hook; raises HotkeysUnavailableError if the system does not allow it."""
        super().__init__(parent)
        self._library = library
        self._super = "command" if platform == "darwin" else "windows"
        self._hotkeys: dict[str, Hotkey] = {}
        self._chord_of: dict[str, Chord] = {}
        self._is_suspended = False
        self._is_closed = False
        self._matched.connect(self._on_matched, Qt.ConnectionType.QueuedConnection)
        try:
            self._chords = Chords({name: self._codes(name) for name in MODIFIERS})
            self._unhook = library.hook(self._on_key_event)
        except (ImportError, AssertionError, OSError, SubprocessError, ValueError) as cause:
            raise HotkeysUnavailableError(str(cause)) from cause

    def register(self, name: str, hotkey: Hotkey) -> None:
        """See ``Hotkeys.register``."""
        if self._is_closed:
            raise HotkeyUnsupportedError(hotkey, UnsupportedReason.CLOSED)
        for other, taken in self._hotkeys.items():
            if other != name and taken == hotkey:
                raise HotkeyTakenError(hotkey, other)
        try:
            codes = self._codes(hotkey.key)
        except ValueError as cause:
            raise HotkeyNotOnLayoutError(hotkey) from cause
        self._hotkeys[name] = hotkey
        self._chord_of[name] = Chord(codes, frozenset(hotkey.modifiers))
        self._watch()

    def unregister(self, name: str) -> None:
        """See ``Hotkeys.unregister``."""
        self._hotkeys.pop(name, None)
        self._chord_of.pop(name, None)
        self._watch()

    def suspend(self) -> None:
        """See ``Hotkeys.suspend``."""
        self._is_suspended = True
        self._watch()

    def resume(self) -> None:
        """See ``Hotkeys.resume``."""
        self._is_suspended = False
        self._watch()

    def close(self) -> None:
        """See ``Hotkeys.close``; the threads of the library end with the process."""
        if self._is_closed:
            return
        self._is_closed = True
        self._hotkeys.clear()
        self._chord_of.clear()
        self._watch()
        self._unhook()

    def _watch(self) -> None:
        self._chords.watch({} if self._is_suspended else self._chord_of)

    def _codes(self, key: str) -> frozenset[int]:
        name = self._super if key == "super" else _NAMES.get(key, key)
        return frozenset(self._library.key_to_scan_codes(name))

    def _on_key_event(self, key: KeyEvent) -> None:
        # Called on a thread of the library: match and queue only.
        if key.event_type == "up":
            self._chords.up(key.scan_code)
        elif name := self._chords.down(key.scan_code, key.time):
            self._matched.emit(name)

    @Slot(str)
    def _on_matched(self, name: str) -> None:
        # Queued: the name may have been unregistered since.
        if name in self._hotkeys and not self._is_suspended:
            self.pressed.emit(name)
