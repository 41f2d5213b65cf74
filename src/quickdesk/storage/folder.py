"""Where the data lies: as the command line says, or QUICKDESK_HOME, or in the system's own place."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quickdesk.storage.disk import Disk


HOME_VARIABLE = "QUICKDESK_HOME"


def data_folder(chosen: str | None, environment: Mapping[str, str]) -> Path:
    """Return the absolute path of the data folder, which need not exist; ``chosen`` is ``--home``.

    Raises StoreError NOT_WRITABLE where the path cannot be one.
    """
    named = chosen or environment.get(HOME_VARIABLE) or ""
    try:
        if "\0" in named:
            raise OSError("a path holds no NUL")
        return Path(named).expanduser().absolute() if named else _usual_folder()
    except (RuntimeError, OSError) as error:  # ~somebody who is not here; a working folder that is gone
        from quickdesk.storage.failure import write_error

        raise write_error(ValueError(str(error)), Path(named)) from error


def prepare_folder(folder: Path, disk: "Disk | None" = None) -> None:
    """Make the folder, which only its owner may enter; raises StoreError."""
    from quickdesk.storage.disk import LocalDisk
    from quickdesk.storage.failure import write_error

    try:
        (disk or LocalDisk()).make_folder(folder)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise write_error(error, folder) from error


def _usual_folder() -> Path:
    # Imported here because most starts of the command line in scripts name their folder.
    from platformdirs import user_data_path

    return user_data_path("quickdesk", appauthor=False)
