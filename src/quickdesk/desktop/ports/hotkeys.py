"""The interface of hotkey backends, and the errors for refused hotkeys.

A backend is a QObject. ``tests/contracts/hotkeys.py`` checks its guarantees: a press is reported once,
however long the key is down; a name whose change is refused keeps its hotkey; ``close`` releases all keys.
This module does not depend on the use of a hotkey.
"""

from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import SignalInstance

from quickdesk.settings.hotkey import Hotkey


class HotkeyRefusedError(Exception):
    """A hotkey cannot be registered; the subclass states the reason."""

    def __init__(self, hotkey: Hotkey, detail: str = "") -> None:
        super().__init__(f"{hotkey}{': ' + detail if detail else ''}")
        self.hotkey = hotkey


class HotkeyTakenError(HotkeyRefusedError):
    """The hotkey is already registered, by us under the name ``holder``, or by another program.

    ``holder`` is empty for another program: no system reports which one.
    """

    def __init__(self, hotkey: Hotkey, holder: str = "") -> None:
        super().__init__(hotkey, f"taken by {holder or 'another program'}")
        self.holder = holder


class HotkeyNotOnLayoutError(HotkeyRefusedError):
    """The keyboard layout in use has no such key (or no such modifier)."""


class UnsupportedReason(StrEnum):
    """Reasons why no hotkey can be registered."""

    NO_BACKEND = "no-backend"
    """This system has no backend; the agent binds ``quickdesk toggle`` in the desktop's own settings."""
    NO_ANSWER = "no-answer"
    """The display server or the keyboard library does not answer or cannot be opened."""
    DISPLAY_LOST = "display-lost"
    """The connection to the display broke."""
    CLOSED = "closed"
    """The backend was closed before."""


class HotkeyUnsupportedError(HotkeyRefusedError):
    """No global hotkey can be registered, or none any longer; ``reason`` is the reason."""

    def __init__(self, hotkey: Hotkey, reason: UnsupportedReason) -> None:
        super().__init__(hotkey, reason.value)
        self.reason = reason


class HotkeysUnavailableError(Exception):
    """A backend cannot be opened on this machine, although its requirements seemed to be met."""


class Hotkeys(Protocol):
    """Registers global hotkeys, which work in every window.

    All methods must be called on, and all signals are emitted on, the thread that created the object.
    """

    @property
    def pressed(self) -> SignalInstance:
        """``pressed(str)``: the hotkey of this name was pressed; emitted once while it is held down."""
        ...

    @property
    def lost(self) -> SignalInstance:
        """``lost(str, object)``: the hotkey of this name stopped working, with a HotkeyRefusedError.

        Emitted after a change of the keyboard layout, after ``resume``, or if the display connection broke.
        """
        ...

    @property
    def regained(self) -> SignalInstance:
        """``regained(str)``: a lost hotkey works again, for example after another change of the layout."""
        ...

    def register(self, name: str, hotkey: Hotkey) -> None:
        """Register ``hotkey`` under ``name``, in place of the earlier hotkey of that name.

        Raises HotkeyTakenError, HotkeyNotOnLayoutError or HotkeyUnsupportedError; then nothing changes.
        While suspended the hotkey is checked now and works after ``resume``.
        """
        ...

    def unregister(self, name: str) -> None:
        """Release the hotkey of a name; an unknown name is ignored."""
        ...

    def suspend(self) -> None:
        """Release all keys, so that other programs receive them, but keep the registrations."""
        ...

    def resume(self) -> None:
        """Grab the keys again; ``lost`` is emitted for hotkeys that are no longer available."""
        ...

    def close(self) -> None:
        """Release everything; may be called twice."""
        ...
