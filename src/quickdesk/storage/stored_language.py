"""Looks up the language the agent chose, for a process that does not own the data."""

import json
from pathlib import Path

from quickdesk.settings.settings import Language

_MOST_BYTES = 16 * 1024 * 1024


def stored_language(folder: Path) -> Language:
    """Return the language chosen in the settings of a data folder; SYSTEM where that cannot be known.

    Nothing is locked, written or reported: whoever opens the data finds out what is wrong with it.
    """
    try:
        path = folder / "settings.json"
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return Language.SYSTEM
        stored = json.loads(path.read_bytes())
        return Language(stored["settings"]["1"]["language"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Language.SYSTEM
