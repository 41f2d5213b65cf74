"""What the program needs of whatever watches the keyboard, and how a hotkey can be refused.

A backend is a QObject; each one keeps the promises checked in ``tests/contracts/hotkeys.py``: a press
is told once however long the key is held, a name that was refused keeps the hotkey it had, and nothing
is held any more after ``close``. Nothing here knows what a hotkey is for.
"""

from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import SignalInstance

from quickdesk.settings.hotkey import Hotkey


class HotkeyRefusedError(Exception):
    """A hotkey does not work here; the subclass says why."""

    def __init__(self, hotkey: Hotkey, detail: str = "") -> None:
        super().__init__(f"{hotkey}{': ' + detail if detail else ''}")
        self.hotkey = hotkey


class HotkeyTakenError(HotkeyRefusedError):
    """Somebody else has it: ``holder`` is the name one of our own was registered under.

    ``holder`` is empty for another program: no system tells which one.
    """

    def __init__(self, hotkey: Hotkey, holder: str = "") -> None:
        super().__init__(hotkey, f"taken by {holder or 'another program'}")
        self.holder = holder


class HotkeyNotOnLayoutError(HotkeyRefusedError):
    """The keyboard layout in use has no such key (or no such modifier)."""


class Lack(StrEnum):
    """Why no hotkey at all can be registered."""

    NO_BACKEND = "no-backend"
    """This system offers no way; the agent binds ``quickdesk toggle`` in the desktop's own settings."""
    NO_ANSWER = "no-answer"
    """The display server or the keyboard library does not answer or cannot be opened."""
    DISPLAY_LOST = "display-lost"
    """The connection to the display broke."""
    CLOSED = "closed"
    """The backend was closed before."""


class HotkeyUnsupportedError(HotkeyRefusedError):
    """Global hotkeys do not work here (any more), whatever the keys; ``lack`` says why."""

    def __init__(self, hotkey: Hotkey, lack: Lack) -> None:
        super().__init__(hotkey, lack.value)
        self.lack = lack


class HotkeysUnavailableError(Exception):
    """A backend cannot be opened on this machine although it looked as if it could."""


class Hotkeys(Protocol):
    """Watches the keyboard for hotkeys that work whatever window has the focus.

    All methods are called in, and all signals come in, the thread that made the object.
    """

    @property
    def pressed(self) -> SignalInstance:
        """``pressed(str)``: the hotkey registered under this name was pressed; holding it tells once."""
        ...

    @property
    def lost(self) -> SignalInstance:
        """``lost(str, object)``: a name stopped working, with the HotkeyRefusedError that says why.

        Comes after a change of layout, after ``resume``, or when the display is gone.
        """
        ...

    @property
    def regained(self) -> SignalInstance:
        """``regained(str)``: a lost name works again (the layout came back, the other program let go)."""
        ...

    def register(self, name: str, hotkey: Hotkey) -> None:
        """Watch for ``hotkey`` and call it ``name``; a name that was there before changes its hotkey.

        Raises HotkeyTakenError, HotkeyNotOnLayoutError or HotkeyUnsupportedError; then everything is
        as it was before. While suspended it is checked now and watched from ``resume`` on.
        """
        ...

    def unregister(self, name: str) -> None:
        """Let go of a name; one that is not there is passed over."""
        ...

    def suspend(self) -> None:
        """Let go of all keys, so that other programs get them, but remember the names."""
        ...

    def resume(self) -> None:
        """Take the keys back; what cannot be had any more comes as ``lost``."""
        ...

    def close(self) -> None:
        """Let go of everything for good; may be called twice."""
        ...
