"""Filters repeats of keys that were down before the palette got the focus: they belong to the hotkey."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent, QKeyEvent


class HeldKeys:
    """Tracks the keys pressed since the palette opened."""

    def __init__(self) -> None:
        self._down: set[int] = set()
        self._from_before: set[int] = set()
        self._has_composed = False

    def reset(self) -> None:
        """Treat all keys that are down now as pressed before."""
        self._down.clear()
        self._from_before.clear()
        self._has_composed = False

    def note(self, event: QInputMethodEvent) -> None:
        """Record that an input method handles keys: a key may have been pressed without an event here.

        Empty events are ignored: many input methods send one when they are activated.
        """
        self._has_composed |= bool(event.preeditString() or event.commitString())

    def is_from_before(self, event: QKeyEvent) -> bool:
        """Record a key event, and return whether it is a repeat of a key pressed before."""
        key = event.nativeScanCode() or event.key()
        if event.isAutoRepeat():
            if key not in self._down and not self._has_composed:
                self._from_before.add(key)
            return key in self._from_before
        if event.type() == QEvent.Type.KeyPress:
            self._down.add(key)
            self._from_before.discard(key)
        elif event.type() == QEvent.Type.KeyRelease:
            self._down.discard(key)
        return False
