"""Opens the best paste backend that works on this machine; the last one only copies, and the agent pastes."""

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quickdesk.commands.machine_facts import Choice
from quickdesk.desktop.paste.copy_only import (
    CommandCopier,
    Copier,
    CopyPaster,
    NoTargetWindows,
    PyperclipCopier,
    QtCopier,
)
from quickdesk.desktop.paste.job import QtTimers
from quickdesk.desktop.paste.paster import KeyPaster, Paster
from quickdesk.desktop.paste.ways import PasteWay
from quickdesk.desktop.ports.target import TargetWindows

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ChosenPaster:
    """The opened backend, the choice that led to it, and a function that closes its connections."""

    paster: Paster
    windows: TargetWindows
    choice: Choice
    close: Callable[[], None]


def choose_paster(
    choice: Choice, paste_keys: Mapping[str, str], display_name: str | None = None
) -> ChosenPaster:
    """Open the first candidate that works; needs a running QGuiApplication.

    ``choice`` comes from ``paste_choice``, ``paste_keys`` from the settings; ``display_name`` is an
    X display, by default ``$DISPLAY``.
    """
    if choice.chosen.way == PasteWay.X11:
        from quickdesk.desktop.x11.connection import X11UnavailableError  # python-xlib is Linux only

        try:
            return _open_x11(choice, paste_keys, display_name)
        except X11UnavailableError:
            _log.info("paste backend %s did not open", PasteWay.X11)
            choice = choice.after_failure(PasteWay.X11)
    copiers = [_COPIERS[PasteWay(each.way)]() for each in choice.candidates if each.works]
    return ChosenPaster(CopyPaster(copiers), NoTargetWindows(), choice, _nothing_to_close)


def _open_x11(choice: Choice, paste_keys: Mapping[str, str], display_name: str | None) -> ChosenPaster:
    from quickdesk.desktop.paste.job import PasteTools
    from quickdesk.desktop.paste.programs import Readers
    from quickdesk.desktop.x11.clipboard import X11Clipboard
    from quickdesk.desktop.x11.target import X11TargetWindows

    windows = X11TargetWindows(os.getpid(), display_name)
    clipboard = X11Clipboard(display_name)

    def close() -> None:
        clipboard.close()
        windows.close()

    tools = PasteTools(windows, clipboard, QtTimers(), Readers())
    return ChosenPaster(KeyPaster(tools, paste_keys), windows, choice, close)


_COPIERS: Mapping[PasteWay, Callable[[], Copier]] = {
    PasteWay.WL_COPY: lambda: CommandCopier(("wl-copy", "--type", "text/plain;charset=utf-8"), QtTimers()),
    PasteWay.QT: QtCopier,
    PasteWay.PYPERCLIP: PyperclipCopier,
}


def _nothing_to_close() -> None:
    """Do nothing: Qt closes its own connections."""
