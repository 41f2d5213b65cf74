"""Keys that were down already when the palette got the keyboard: what they repeat is the hotkey's own."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


class HeldKeys:
    """Knows which keys went down since the palette opened."""

    def __init__(self) -> None:
        self._down: set[int] = set()

    def start_over(self) -> None:
        """Whatever is down now went down before."""
        self._down.clear()

    def is_from_before(self, event: QKeyEvent) -> bool:
        """Note a key, and say whether it only repeats and went down before."""
        key = event.nativeScanCode() or event.key()
        if event.isAutoRepeat():
            return key not in self._down
        if event.type() == QEvent.Type.KeyPress:
            self._down.add(key)
        elif event.type() == QEvent.Type.KeyRelease:
            self._down.discard(key)
        return False
