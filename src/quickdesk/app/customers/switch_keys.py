"""The keys with a digit that switch among the open customers.

Only the digits of customers that are open are registered: no program loses a key for nothing. A refused key
is requested again when the open customers change.
"""

import logging

from PySide6.QtCore import QObject, Signal

from quickdesk.desktop.ports.hotkeys import HotkeyRefusedError, Hotkeys
from quickdesk.settings.hotkey import Hotkey, HotkeyError

_log = logging.getLogger(__name__)
_NAME = "customer-"


class SwitchKeys(QObject):
    """Registers the held keys with each digit in use."""

    pressed = Signal(int)
    """The digit."""
    refused = Signal(object)
    """The HotkeyRefusedError of the first digit that is not available; not again for the same keys."""

    def __init__(self, hotkeys: Hotkeys, held: str) -> None:
        """``held`` are the modifiers, as ``alt+shift``; empty for no keys."""
        super().__init__()
        self._hotkeys, self._held = hotkeys, held
        self._digits: frozenset[int] = frozenset()
        self._registered: set[int] = set()
        self._is_refusal_known = False
        hotkeys.pressed.connect(self._on_pressed)

    @property
    def held(self) -> str:
        """The modifiers that are held; empty if there are no such keys."""
        return self._held

    def use(self, held: str) -> None:
        """Use other modifiers."""
        if held != self._held:
            self._release(self._registered)
            self._held, self._is_refusal_known = held, False
            self.set_digits(self._digits)

    def set_digits(self, digits: frozenset[int]) -> None:
        """Register these digits and release all others."""
        self._digits = digits
        self._release(self._registered - digits)
        if self._held:
            for digit in sorted(digits - self._registered):
                self._register(digit)

    def close(self) -> None:
        """Release all keys."""
        self.set_digits(frozenset())

    def _register(self, digit: int) -> None:
        try:
            self._hotkeys.register(f"{_NAME}{digit}", Hotkey.parse(f"{self._held}+{digit}"))
        except HotkeyRefusedError as error:
            _log.info("switch key %d refused: %s", digit, type(error).__name__)
            if not self._is_refusal_known:
                self._is_refusal_known = True
                self.refused.emit(error)
        except HotkeyError:
            _log.info("switch key %d is reserved", digit)
        else:
            self._registered.add(digit)

    def _release(self, digits: set[int] | frozenset[int]) -> None:
        for digit in set(digits):
            self._registered.discard(digit)
            self._hotkeys.unregister(f"{_NAME}{digit}")

    def _on_pressed(self, name: str) -> None:
        if name.startswith(_NAME):
            self.pressed.emit(int(name.removeprefix(_NAME)))
