"""The context of a command line: its process, the data folder and the language."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from quickdesk.cli.client import SECONDS_TO_ANSWER, ask
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Answer

AskProgram: TypeAlias = Callable[[Path, dict[str, Any]], Mapping[str, Any] | None]
"""Sends a request to the program that runs on a data folder; returns None if none runs."""


def ask_program(folder: Path, request: dict[str, Any]) -> Mapping[str, Any] | None:
    """Ask the program that runs on a data folder; see :func:`quickdesk.cli.client.ask`."""
    return ask(folder, request, SECONDS_TO_ANSWER)


@dataclass(frozen=True, slots=True)
class Host:
    """The process: its environment variables, and what needs the code of the tray program.

    ``start_program`` runs the tray program on a data folder until it ends; ``examine`` returns what the
    machine offers, as JSON; ``show_error`` shows a sentence in a window until it is closed.
    """

    environment: Mapping[str, str]
    start_program: Callable[[Path], Answer]
    examine: Callable[[Mapping[str, str]], Mapping[str, Any]]
    show_error: Callable[[str], None]
    ask: AskProgram = ask_program

    def with_answer(self, answer: Mapping[str, Any]) -> "Host":
        """Return a host whose program has already given this answer: the request is not sent again."""
        return replace(self, ask=lambda _folder, _request: answer)


@dataclass(frozen=True, slots=True)
class Context:
    """The process, the data folder and the language of one command."""

    host: Host
    folder: Path
    catalog: Catalog
    passphrase: Callable[[], str | None] = lambda: None
    """Returns the passphrase of personal data, None if it is not given and nobody can be asked."""


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Return whether windows can be shown."""
    if platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


def was_launched_by_desktop(environment: Mapping[str, str], platform: str) -> bool:
    """Return whether a menu or a login started this process, not a terminal or a script.

    A desktop sets variables for the program it starts (freedesktop's startup notification and XDG activation;
    GLib names the very process, because children inherit the others).
    """
    if platform in ("win32", "darwin"):
        return sys.stderr is None
    if environment.get("GIO_LAUNCHED_DESKTOP_FILE_PID") == str(os.getpid()):
        return True
    return bool(environment.get("DESKTOP_STARTUP_ID") or environment.get("XDG_ACTIVATION_TOKEN"))


def system_locale(environment: Mapping[str, str]) -> str:
    """Return the name of the locale that the system uses for messages."""
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
