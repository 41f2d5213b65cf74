"""The paste keys of each program.

Almost every program pastes with Ctrl+V. In terminals that is a control character: most of them paste
with Ctrl+Shift+V, the older ones with Shift+Insert only. What Shift+Insert pastes differs too: xterm and
similar terminals insert the selection (PRIMARY), most others the clipboard; so with Shift+Insert the reply
is offered in both. A line break reaches a terminal as the Return key, unless the program in it uses
bracketed paste (shells do); the reply is passed on unchanged.
"""

import logging
from collections.abc import Mapping

from quickdesk.desktop.ports.target import SHIFT_INSERT, PasteKeys, PasteKeysError

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
