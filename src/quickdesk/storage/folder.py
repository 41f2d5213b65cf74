"""The path of the data folder: ``--home``, else QUICKDESK_HOME, else the user data folder of the system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

TYPE_CHECKING = False  # as typing does, which takes time to import
if TYPE_CHECKING:
    from pathlib import Path

    from quickdesk.storage.disk import Disk

HOME_VARIABLE = "QUICKDESK_HOME"


def data_folder(chosen: str | None, environment: Mapping[str, str]) -> Path:
    """Return :func:`data_folder_path` as a Path."""
    from pathlib import Path

    return Path(data_folder_path(chosen, environment))


def data_folder_path(chosen: str | None, environment: Mapping[str, str]) -> str:
    """Return the absolute path of the data folder, which need not exist; ``chosen`` is ``--home``.

    Raises StoreError NOT_WRITABLE if it is no valid path.
    """
    named = chosen or environment.get(HOME_VARIABLE) or ""
    try:
        return _absolute(named) if named else _default_path(environment)
    except OSError as error:  # ~unknown-user; a working directory that was deleted
        from pathlib import Path

        from quickdesk.storage.failure import write_error

        raise write_error(ValueError(str(error)), Path(named)) from error


def _absolute(path: str) -> str:
    if "\0" in path:
        raise OSError("a NUL in a path")
    expanded = os.path.expanduser(path)
    if expanded.startswith("~") and path.startswith("~"):
        raise OSError("no such home directory")
    return expanded if os.path.isabs(expanded) else os.path.join(os.getcwd(), expanded)


def prepare_folder(folder: Path, disk: Disk | None = None) -> None:
    """Create the folder, which only its owner can enter, and its parents; raises StoreError."""
    from quickdesk.storage.disk import LocalDisk
    from quickdesk.storage.failure import write_error

    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        (disk or LocalDisk()).make_folder(folder)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise write_error(error, folder) from error


def _default_path(environment: Mapping[str, str]) -> str:
    if not sys.platform.startswith("linux"):
        from platformdirs import user_data_path

        return str(user_data_path("quickdesk", appauthor=False))
    # The same folder as platformdirs returns, whose import takes longer than all of `quickdesk hide`.
    base = environment.get("XDG_DATA_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(_home(environment), ".local/share")
    return os.path.join(base, "quickdesk")


def _home(environment: Mapping[str, str]) -> str:
    """Return the home folder: HOME if that is an absolute path, else that of the account."""
    home = environment.get("HOME", "")
    if os.path.isabs(home):
        return home
    import pwd  # Unix only, as this function

    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError as error:
        raise OSError("the account has no home folder") from error
