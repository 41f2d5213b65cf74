"""A fake hotkey backend, with keys taken by other programs, missing keys and simulated presses."""

from PySide6.QtCore import QObject, Signal

from quickdesk.desktop.ports.hotkeys import (
    HotkeyNotOnLayoutError,
    HotkeyRefusedError,
    HotkeyTakenError,
    HotkeyUnsupportedError,
    UnsupportedReason,
)
from quickdesk.settings.hotkey import Hotkey


class FakeHotkeys(QObject):
    """``taken`` are hotkeys of other programs, ``absent`` those missing on the layout, as ``ctrl+alt+n``."""

    pressed = Signal(str)
    lost = Signal(str, object)
    regained = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.taken: set[str] = set()
        self.absent: set[str] = set()
        self.registered: dict[str, Hotkey] = {}
        self.is_suspended = False
        self.is_closed = False
        self._lost: set[str] = set()

    def register(self, name: str, hotkey: Hotkey) -> None:
        if self.is_closed:
            raise HotkeyUnsupportedError(hotkey, UnsupportedReason.CLOSED)
        if refusal := self._refusal(name, hotkey):
            raise refusal
        self._lost.discard(name)
        self.registered[name] = hotkey

    def unregister(self, name: str) -> None:
        self.registered.pop(name, None)
        self._lost.discard(name)

    def suspend(self) -> None:
        self.is_suspended = True

    def resume(self) -> None:
        self.is_suspended = False
        self.apply_changes()

    def close(self) -> None:
        self.is_closed = True
        self.registered.clear()

    def press(self, hotkey: str) -> bool:
        """Simulate a press; return whether a registered hotkey received it."""
        keys = Hotkey.parse(hotkey)
        if self.is_suspended or hotkey in self.taken | self.absent:
            return False
        for name, registered in self.registered.items():
            if registered == keys and name not in self._lost:
                self.pressed.emit(name)
                return True
        return False

    def apply_changes(self) -> None:
        """Apply changes of ``taken`` or ``absent``, as after a change of the layout."""
        for name, hotkey in self.registered.items():
            refusal = self._refusal(name, hotkey)
            if refusal and name not in self._lost:
                self._lost.add(name)
                self.lost.emit(name, refusal)
            elif not refusal and name in self._lost:
                self._lost.discard(name)
                self.regained.emit(name)

    def _refusal(self, name: str, hotkey: Hotkey) -> HotkeyRefusedError | None:
        if str(hotkey) in self.absent:
            return HotkeyNotOnLayoutError(hotkey)
        if str(hotkey) in self.taken:
            return HotkeyTakenError(hotkey)
        holders = [other for other, has in self.registered.items() if has == hotkey and other != name]
        return HotkeyTakenError(hotkey, holders[0]) if holders else None
