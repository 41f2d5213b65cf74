"""How programs paste: the paste keys of each, and which reads of the clipboard belong to it.

Almost every program pastes with Ctrl+V. In terminals that is a control character: most of them paste
with Ctrl+Shift+V, the older ones with Shift+Insert only. What Shift+Insert pastes differs too: xterm and
similar terminals insert the selection (PRIMARY), most others the clipboard; so with Shift+Insert the reply
is offered in both. A line break reaches a terminal as the Return key, unless the program in it uses
bracketed paste (shells do); the reply is passed on unchanged.
"""

import logging
from collections.abc import Mapping

from quickdesk.desktop.ports.clipboard import Reader, TextRead
from quickdesk.desktop.ports.target import SHIFT_INSERT, PasteKeys, PasteKeysError, Target

_log = logging.getLogger(__name__)


CTRL_V = PasteKeys(("ctrl",), "v")
CTRL_SHIFT_V = PasteKeys(("ctrl", "shift"), "v")

# Window classes in lower case. These bind Shift+Insert only (xterm: ``insert-selection(SELECT)``).
_SHIFT_INSERT = frozenset(
    {"xterm", "uxterm", "urxvt", "rxvt", "aterm", "eterm", "mlterm", "st", "st-256color"}
    | {"putty", "pterm", "emacs"}
)
_CTRL_SHIFT_V = frozenset(
    {
        "alacritty",
        "blackbox",
        "com.mitchellh.ghostty",
        "com.raggesilver.blackbox",
        "contour",
        "cool-retro-term",
        "deepin-terminal",
        "foot",
        "footclient",
        "gnome-terminal",
        "gnome-terminal-server",
        "guake",
        "hyper",
        "kgx",
        "kitty",
        "konsole",
        "lxterminal",
        "mate-terminal",
        "org.gnome.console",
        "org.gnome.ptyxis",
        "org.gnome.terminal",
        "org.kde.konsole",
        "org.wezfurlong.wezterm",
        "ptyxis",
        "qterminal",
        "rio",
        "roxterm",
        "sakura",
        "tabby",
        "terminator",
        "terminology",
        "termite",
        "tilda",
        "tilix",
        "wezterm",
        "xfce4-terminal",
        "yakuake",
    }
)


def paste_keys_for(program: str, chosen: Mapping[str, str]) -> PasteKeys:
    """Return the paste keys of a program, given by its window class in lower case.

    ``chosen`` are the agent's settings, by window class; invalid ones are ignored.
    """
    if own := chosen.get(program):
        try:
            return PasteKeys.parse(own)
        except PasteKeysError:
            _log.warning("paste keys chosen for %s cannot be used", program)
    if program in _SHIFT_INSERT:
        return SHIFT_INSERT
    return CTRL_SHIFT_V if program in _CTRL_SHIFT_V else CTRL_V


_BROWSERS = frozenset(
    {"brave-browser", "chromium", "chromium-browser", "epiphany", "firefox", "firefox-esr", "google-chrome"}
    | {"librewolf", "microsoft-edge", "navigator", "opera", "vivaldi-stable"}
)
_READS_OF_A_BROWSER = 3


class Readers:
    """Attributes clipboard reads: to the target, or to observers such as clipboard histories.

    Clipboard histories read everything that is copied, at once: a program that reads before the paste keys
    were pressed is an observer, and stays one. Programs under Wine read through a process of Wine. Browsers,
    and programs based on one, read a paste once or twice before the page's own code gets it, and perhaps once
    more afterwards; if the clipboard changes before that, they paste nothing (Chromium) or the new content.
    Two reads do not prove that the paste is complete, three do (decision 0013).
    """

    def __init__(self) -> None:
        self._observers: set[tuple[int, int]] = set()
        self._repeat_readers = set(_BROWSERS)

    def is_target(self, read: TextRead, target: Target) -> bool:
        """Return whether a read after the paste keys belongs to the target."""
        if self._is_same(read, target):
            return True
        return (_is_wine(target) or not target.client) and (read.client, read.process) not in self._observers

    def reader_of(self, target: Target) -> Reader | None:
        """Return who reads for the target, None if that is not known."""
        if not target.client or _is_wine(target):
            return None
        return Reader(target.client, target.process)

    def record_early_read(self, read: TextRead, target: Target) -> None:
        """Record a read before the paste keys: its program is an observer, unless it is the target."""
        if not self._is_same(read, target):
            self._observers.add((read.client, read.process))

    def may_read_again(self, target: Target, reads: int) -> bool:
        """Return whether the target may read again after ``reads`` reads, even if it is quiet for a while."""
        if reads > 1:
            self._repeat_readers.add(target.program)
        return reads < _READS_OF_A_BROWSER and target.program in self._repeat_readers

    def _is_same(self, read: TextRead, target: Target) -> bool:
        return Reader(target.client, target.process).is_same(read.client, read.process)


def _is_wine(target: Target) -> bool:
    return target.program.endswith(".exe")
