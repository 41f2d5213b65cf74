"""The way of a desktop's own hotkey: ``quickdesk toggle`` is asked before anything slow is loaded.

It knows only bare commands for the running program. Whatever is not answered here goes the long way
through :mod:`quickdesk.cli.main`, which has the words.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from quickdesk.cli.client import SECONDS_TO_ANSWER, ask
from quickdesk.storage.folder import data_folder

_BARE = ("toggle", "show", "hide", "quit")


def ask_shortly(arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the running program's answer to a bare command; None where it is another, or none runs."""
    if len(arguments) != 1 or arguments[0] not in _BARE:
        return None
    try:
        folder = data_folder(None, environment)
    except Exception:  # noqa: BLE001 - told the long way: to name the error here would load what is slow
        return None
    return ask(folder, {"command": arguments[0], "arguments": {}}, SECONDS_TO_ANSWER, environment)
