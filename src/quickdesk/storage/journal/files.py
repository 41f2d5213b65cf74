"""The names of the files of one kind of data, and setting damaged ones aside.

``snippets.json`` is the snapshot, ``snippets.json.prev`` the previous one, ``snippets.json.new`` one being
written. ``snippets.7.log`` is the journal of generation 7, and ``snippets.mark`` says how much of the newest
journal was synced. ``….damaged-1`` was set aside and is never overwritten; the empty ``….missing-1`` stands
for a file that was gone; ``….foreign-1`` is undamaged and belongs to the data of another machine or of
another time. All are reported until they are acknowledged, which renames them to ``….kept-1``.
"""

import logging
import re
from pathlib import Path

from quickdesk.storage.disk import Disk
from quickdesk.storage.failure import key_error
from quickdesk.storage.protection.cipher import Cipher
from quickdesk.storage.protection.keys import KeyUnavailableError

_log = logging.getLogger(__name__)
DAMAGED, FOREIGN = "damaged", "foreign"
"""Why a file was set aside, as its name says."""
MOST_GENERATIONS = 10**16 - 1
"""A journal with a longer number would not be found."""

_BEGINNING = b'{"_meta"'
"""The beginning of every data file."""
_ENDINGS = (DAMAGED, FOREIGN, "missing", "kept")
_ASIDE = re.compile(rf"(.+)\.(?:{'|'.join(_ENDINGS)})-[1-9][0-9]{{0,8}}", re.DOTALL)


class Files:
    """The files of one kind in one folder; ``cipher`` encrypts what is in them, if it has to be."""

    def __init__(self, disk: Disk, folder: Path, name: str, cipher: Cipher | None = None) -> None:
        self.cipher = cipher
        self.disk = disk
        self.folder = folder
        self.name = name
        self.current = folder / f"{name}.json"
        self.previous = folder / f"{name}.json.prev"
        self.new = folder / f"{name}.json.new"
        self.mark = folder / f"{name}.mark"
        self._journal_name = re.compile(re.escape(name) + r"\.([1-9][0-9]{0,15})\.log")

    def journal(self, generation: int) -> Path:
        """Return the path of a journal."""
        return self.folder / f"{self.name}.{generation}.log"

    def require_key(self) -> None:
        """Raise StoreError if nothing can be encrypted that has to be."""
        if self.cipher is not None:
            try:
                self.cipher.key_id()
            except KeyUnavailableError as error:
                raise key_error(error, self.current) from error

    def generations(self) -> list[int]:
        """Return the generations of the existing journals, in order; raises OSError."""
        try:
            names = self.disk.names(self.folder)
        except FileNotFoundError:
            return []
        matches = (self._journal_name.fullmatch(name) for name in names)
        return sorted(int(match[1]) for match in matches if match)

    def set_aside(self, path: Path, why: str = DAMAGED) -> Path:
        """Rename a file that must not be used, and return its new path; raises OSError.

        A link is set aside as a copy. If it leads to a data file elsewhere, which will be replaced, it stays;
        otherwise it is deleted, because its target is not a file of this kind.
        """
        place = self.disk.target(path)
        if place != path:
            copy = self.copy_aside(path, why)
            is_data = self.disk.read_beginning(path, len(_BEGINNING)) == _BEGINNING
            if not is_data or place.parent == self.folder.resolve():
                self.disk.remove(path)
                self.disk.sync_folder(self.folder)
            return copy
        target = self._free_name(path, why)
        self.disk.replace(path, target)
        self.disk.sync_folder(self.folder)
        _log.info("set aside %s", target.name)
        return target

    def copy_aside(self, path: Path, why: str = DAMAGED) -> Path:
        """Copy a damaged file that is still used, once, and return the path of the copy; raises OSError."""
        data = self.disk.read(path)
        for name in self.disk.names(self.folder):
            copy = self.folder / name
            if aside_of(name) == path.name and self.disk.is_file(copy) and self.disk.read(copy) == data:
                return copy
        target = self._free_name(path, why)
        self.disk.write(target, data)
        self.disk.sync_folder(self.folder)
        _log.info("copied aside %s", target.name)
        return target

    def note_missing(self, path: Path) -> Path:
        """Create an empty file that stands for a missing one, and return its path; raises OSError."""
        for name in self.disk.names(self.folder):
            if name.startswith(f"{path.name}.missing-"):
                return self.folder / name
        target = self._free_name(path, "missing")
        self.disk.write(target, b"")
        self.disk.sync_folder(self.folder)
        return target

    def acknowledge(self, path: Path) -> Path:
        """Rename a file that was set aside so that it is no longer reported; raises OSError."""
        was, _, number = path.name.rpartition("-")
        target = path.with_name(f"{was.rpartition('.')[0]}.kept-{number}")
        if self.disk.exists(target):
            target = self._free_name(path.with_name(str(aside_of(path.name))), "kept")
        self.disk.replace(path, target)
        return target

    def _free_name(self, path: Path, ending: str = DAMAGED) -> Path:
        taken = set(self.disk.names(self.folder))
        number = 1
        while any(f"{path.name}.{each}-{number}" in taken for each in _ENDINGS):
            number += 1
        return path.with_name(f"{path.name}.{ending}-{number}")


def aside_of(name: str) -> str | None:
    """Return the original name of a file that was set aside, or None for any other file."""
    found = _ASIDE.fullmatch(name)
    return found and found[1]


def is_acknowledged(name: str) -> bool:
    """Return whether a file that was set aside is no longer reported."""
    return ".kept-" in name
