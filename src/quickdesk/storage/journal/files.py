"""The names of the files of one kind of data, and moving a damaged one aside.

``snippets.json`` is the snapshot, ``snippets.json.prev`` the one before it, ``snippets.json.new`` one being
written; ``snippets.7.log`` is the journal of generation 7; ``….damaged-1`` was set aside, never overwritten,
and so was ``….foreign-1``, which is whole but belongs to the data of another machine or of another moment.
"""

import logging
import re
from pathlib import Path

from quickdesk.storage.disk import Disk

_log = logging.getLogger(__name__)

DAMAGED, FOREIGN = "damaged", "foreign"
"""Why a file was set aside, as its name says."""


_SET_ASIDE = re.compile(rf".*\.(?:{DAMAGED}|{FOREIGN})-[0-9]+")


def is_set_aside(name: str) -> bool:
    """Whether a file of this name was set aside."""
    return _SET_ASIDE.fullmatch(name) is not None


class Files:
    """The files of one kind in one folder."""

    def __init__(self, disk: Disk, folder: Path, name: str) -> None:
        self.disk = disk
        self.folder = folder
        self.name = name
        self.current = folder / f"{name}.json"
        self.previous = folder / f"{name}.json.prev"
        self.new = folder / f"{name}.json.new"
        self._journal_name = re.compile(re.escape(name) + r"\.([1-9][0-9]{0,15})\.log")

    def journal(self, generation: int) -> Path:
        """Return where a journal lies."""
        return self.folder / f"{self.name}.{generation}.log"

    def generations(self) -> list[int]:
        """Return the generations of the journals that are there, in order; raises OSError."""
        try:
            names = self.disk.names(self.folder)
        except FileNotFoundError:
            return []
        matches = (self._journal_name.fullmatch(name) for name in names)
        return sorted(int(match[1]) for match in matches if match)

    def set_aside(self, path: Path, why: str = DAMAGED) -> Path:
        """Give a file that is not to be used another name and return it; raises OSError.

        A link stays, because what it leads to will be written anew: its content is copied.
        """
        if self.disk.target(path) != path:
            return self.copy_aside(path, why)
        target = self._free_name(path, why)
        self.disk.replace(path, target)
        self.disk.sync_folder(self.folder)
        _log.info("set aside %s", target.name)
        return target

    def copy_aside(self, path: Path, why: str = DAMAGED) -> Path:
        """Copy a damaged file that is still of use, once, and return the copy; raises OSError."""
        data = self.disk.read(path)
        for name in self.disk.names(self.folder):
            copy = self.folder / name
            if name.startswith(f"{path.name}.{why}-") and self.disk.read(copy) == data:
                return copy
        target = self._free_name(path, why)
        self.disk.write(target, data)
        self.disk.sync_folder(self.folder)
        _log.info("copied aside %s", target.name)
        return target

    def _free_name(self, path: Path, why: str) -> Path:
        taken = set(self.disk.names(self.folder))
        number = 1
        while f"{path.name}.{why}-{number}" in taken:
            number += 1
        return path.with_name(f"{path.name}.{why}-{number}")
