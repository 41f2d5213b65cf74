"""Keys that were down already when the palette got the keyboard: what they repeat is the hotkey's own."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent, QKeyEvent


class HeldKeys:
    """Knows which keys went down since the palette opened."""

    def __init__(self) -> None:
        self._down: set[int] = set()
        self._from_before: set[int] = set()
        self._has_composed = False

    def reset(self) -> None:
        """Whatever is down now went down before."""
        self._down.clear()
        self._from_before.clear()
        self._has_composed = False

    def note(self, event: QInputMethodEvent) -> None:
        """Note that an input method takes keys: one may have gone down of which nothing was heard here.

        Many send an empty event when they wake up, with the palette; that says nothing.
        """
        self._has_composed |= bool(event.preeditString() or event.commitString())

    def is_from_before(self, event: QKeyEvent) -> bool:
        """Note a key, and say whether it only repeats and went down before."""
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
