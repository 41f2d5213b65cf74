"""Opens the best hotkey backend that works on this machine; without one, every hotkey is refused."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from quickdesk.commands.machine_facts import Choice, HotkeyWay
from quickdesk.desktop.ports.hotkeys import (
    Hotkeys,
    HotkeysUnavailableError,
    HotkeyUnsupportedError,
    UnsupportedReason,
)
from quickdesk.settings.hotkey import Hotkey

_log = logging.getLogger(__name__)


class NoHotkeys(QObject):
    """Implements ``Hotkeys`` on systems without global hotkeys: refuses every hotkey and emits no signal.

    On Wayland the agent binds ``quickdesk toggle`` in the desktop's own settings; the tray icon and the
    command line work everywhere. The result of :func:`choose_hotkeys` contains the reason.
    """

    pressed = Signal(str)
    lost = Signal(str, object)
    regained = Signal(str)

    def register(self, name: str, hotkey: Hotkey) -> None:
        """Raise HotkeyUnsupportedError."""
        _log.debug("no global hotkey for %s", name)
        raise HotkeyUnsupportedError(hotkey, UnsupportedReason.NO_BACKEND)

    def unregister(self, name: str) -> None:
        """Do nothing."""

    def suspend(self) -> None:
        """Do nothing."""

    def resume(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


Opener = Callable[[], Hotkeys]


@dataclass(frozen=True, slots=True)
class ChosenHotkeys:
    """The opened backend and the choice that led to it, including the backends that failed to open."""

    hotkeys: Hotkeys
    choice: Choice


def choose_hotkeys(choice: Choice, openers: Mapping[str, Opener] | None = None) -> ChosenHotkeys:
    """Open the first candidate that works; one that fails to open is recorded and the next is tried.

    ``choice`` is ``examine_this_machine().hotkeys``; ``openers`` defaults to those of this system.
    A candidate without an opener works outside the program.
    """
    known = _openers() if openers is None else openers
    while (way := choice.chosen.way) in known:
        try:
            hotkeys = known[way]()
        except HotkeysUnavailableError:
            _log.info("hotkey backend %s did not open", way)
            choice = choice.after_failure(way)
        else:
            return ChosenHotkeys(hotkeys, choice)
    return ChosenHotkeys(NoHotkeys(), choice)


def _openers() -> Mapping[str, Opener]:
    return {HotkeyWay.X11: _open_x11, HotkeyWay.KEYBOARD: _open_keyboard}


def _open_x11() -> Hotkeys:
    from quickdesk.desktop.x11.hotkeys import X11Hotkeys  # python-xlib is installed on Linux only

    return X11Hotkeys()


def _open_keyboard() -> Hotkeys:
    from quickdesk.desktop.hotkeys.keyboard_hotkeys import KeyboardHotkeys, load_keyboard

    return KeyboardHotkeys(load_keyboard())
