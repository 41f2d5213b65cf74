"""The backups that lie in a data folder: their names, and whether each is whole."""

from pathlib import Path

from quickdesk.storage.backups.backup import Backup, NoBackupError, unpack
from quickdesk.storage.backups.rotation import in_order
from quickdesk.storage.disk import Disk
from quickdesk.storage.format import DamagedError, NewerError
from quickdesk.storage.journal.files import Files

BACKUPS = "backups"


class Shelf:
    """The folder ``backups`` of one data folder."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk = disk
        self.folder = folder / BACKUPS

    def names(self) -> list[str]:
        """Return the names of the backups, the newest last; none where the folder cannot be read."""
        try:
            return [each.text for each in in_order(self._disk.names(self.folder))]
        except OSError:
            return []

    def path(self, name: str) -> Path:
        """Return where a backup lies."""
        return self.folder / name

    def unpacked(self, path: Path) -> Backup | None:
        """Return what a backup says of itself, everything in it read; None where it is not whole."""
        try:
            # Checksums are enough: to read a large library would hold every other thread up.
            return unpack(self._disk.read(path), ())
        except (OSError, NoBackupError, DamagedError, NewerError):
            return None

    def is_whole(self, name: str) -> bool:
        """Whether a backup can be restored, perhaps by a newer version of the program."""
        try:
            unpack(self._disk.read(self.path(name)), ())
        except NewerError:
            return True
        except (OSError, NoBackupError, DamagedError):
            return False
        return True

    def set_aside(self, name: str) -> Path:
        """Give a backup another name, so that it counts no more, and return it; raises OSError."""
        return Files(self._disk, self.folder, "").set_aside(self.path(name))
