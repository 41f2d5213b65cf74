"""The honest last resort: no global hotkey from within the program.

On Wayland the agent binds ``quickdesk toggle`` in the desktop's own settings; the tray icon and the
command line work everywhere. Which of these it is, the choice of ``choose_hotkeys`` says.
"""

import logging

from PySide6.QtCore import QObject, Signal

from quickdesk.desktop.ports.hotkeys import HotkeyUnsupportedError, Lack
from quickdesk.settings.hotkey import Hotkey

_log = logging.getLogger(__name__)


class NoHotkeys(QObject):
    """The Protocol ``Hotkeys`` that refuses every hotkey and never tells of one."""

    pressed = Signal(str)
    lost = Signal(str, object)
    regained = Signal(str)

    def register(self, name: str, hotkey: Hotkey) -> None:
        """Raise HotkeyUnsupportedError."""
        _log.debug("no global hotkey for %s", name)
        raise HotkeyUnsupportedError(hotkey, Lack.NO_BACKEND)

    def unregister(self, name: str) -> None:
        """Pass it over: there is none."""

    def suspend(self) -> None:
        """Change nothing."""

    def resume(self) -> None:
        """Change nothing."""

    def close(self) -> None:
        """Change nothing."""
