"""What the environment of a command says: a display, a language, a click in the desktop's menu."""

import os
import sys
from collections.abc import Mapping


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Say whether a window can be shown at all."""
    if platform in ("win32", "darwin"):
        return True
    given = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in given)


def was_launched_by_desktop(environment: Mapping[str, str], platform: str) -> bool:
    """Say whether a menu or a login started this process, and no terminal or script.

    A desktop leaves marks for the program it starts (freedesktop's startup notification and XDG
    activation; GLib names the very process, because children inherit the others).
    """
    if platform in ("win32", "darwin"):
        return sys.stderr is None
    if environment.get("GIO_LAUNCHED_DESKTOP_FILE_PID") == str(os.getpid()):
        return True
    return bool(environment.get("DESKTOP_STARTUP_ID") or environment.get("XDG_ACTIVATION_TOKEN"))


def system_locale(environment: Mapping[str, str]) -> str:
    """Return the name of the language the system speaks to its user."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name]
    return _windows_language()


def _windows_language() -> str:
    if sys.platform == "win32":
        import ctypes
        import locale

        # The names of locale.getlocale() are Windows' own, "Chinese (Simplified)_China".
        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
