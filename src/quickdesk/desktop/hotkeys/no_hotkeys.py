"""The backend for systems where the program cannot register global hotkeys.

On Wayland the agent binds ``quickdesk toggle`` in the desktop's own settings; the tray icon and the
command line work everywhere. The result of ``choose_hotkeys`` contains the reason.
"""

import logging

from PySide6.QtCore import QObject, Signal

from quickdesk.desktop.ports.hotkeys import HotkeyUnsupportedError, Lack
from quickdesk.settings.hotkey import Hotkey

_log = logging.getLogger(__name__)


class NoHotkeys(QObject):
    """Implements ``Hotkeys``: refuses every hotkey and emits no signal."""

    pressed = Signal(str)
    lost = Signal(str, object)
    regained = Signal(str)

    def register(self, name: str, hotkey: Hotkey) -> None:
        """Raise HotkeyUnsupportedError."""
        _log.debug("no global hotkey for %s", name)
        raise HotkeyUnsupportedError(hotkey, Lack.NO_BACKEND)

    def unregister(self, name: str) -> None:
        """Do nothing."""

    def suspend(self) -> None:
        """Do nothing."""

    def resume(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""
