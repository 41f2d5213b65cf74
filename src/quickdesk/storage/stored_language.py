"""Reading the chosen language in a process that does not own the data."""

import json
from pathlib import Path
from typing import Any

from quickdesk.replies.store import StoreError
from quickdesk.settings.settings import Language

_MOST_BYTES = 16 * 1024 * 1024


def stored_language(folder: Path) -> Language:
    """Return the language in the settings of a data folder; SYSTEM if it cannot be determined.

    Nothing is locked, written or reported; the owner of the data reports what is damaged.
    """
    try:
        journals = list(folder.glob("settings.*.log"))
        files = [*journals, folder / "settings.json"]
        if any(path.is_file() and path.stat().st_size > _MOST_BYTES for path in files):
            return Language.SYSTEM
        document = _with_journals(folder) if journals else _in_snapshot(folder / "settings.json")
        return Language(document["language"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError, StoreError):
        return Language.SYSTEM


def _in_snapshot(path: Path) -> Any:  # noqa: ANN401 - whatever stands there
    if not path.is_file():
        return {}
    return json.loads(path.read_bytes())["settings"]["1"]


def _with_journals(folder: Path) -> Any:  # noqa: ANN401 - see above
    from quickdesk.storage.disk import LocalDisk
    from quickdesk.storage.journal.files import Files
    from quickdesk.storage.journal.opening import load
    from quickdesk.storage.journal.scan import scan
    from quickdesk.storage.settings_store import SETTINGS

    files = Files(LocalDisk(), folder, SETTINGS.name)
    return load(files, SETTINGS, scan(files, SETTINGS)).memory.documents("settings").get("1", {})
