"""The backups that lie in a data folder: their names, and whether each is whole."""

import errno
import logging
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from quickdesk.storage.backups.backup import Backup, NoBackupError, unpack
from quickdesk.storage.backups.rotation import in_order
from quickdesk.storage.disk import Disk, NotAFileError
from quickdesk.storage.format import DamagedError, Kind, NewerError
from quickdesk.storage.journal.files import Files

_log = logging.getLogger(__name__)
BACKUPS = "backups"
_NO_FILE = frozenset({errno.ENOENT, errno.ELOOP, errno.ENOTDIR, errno.EIO})
"""A name behind which there is no file, or one that the disk cannot give back."""


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

    def read(self, path: Path, kinds: Sequence[Kind] = ()) -> Backup:
        """Read a backup; raises OSError, NoBackupError, DamagedError or NewerError."""
        with self._disk.open_to_read(path) as file:
            return unpack(file, kinds)

    def newest_whole(self) -> Backup | None:
        """Return the newest backup that can be read; damaged ones that are newer are set aside."""
        for name in reversed(self.names()):
            try:
                return self.read(self.path(name))
            except (OSError, NewerError):
                continue
            except (NoBackupError, DamagedError):
                _log.warning("damaged backup: %s", name)
                with suppress(OSError):
                    self.set_aside(name)
        return None

    def is_whole(self, name: str) -> bool:
        """Whether a backup can be restored, perhaps by a newer version of the program.

        Raises OSError where that cannot be found out now.
        """
        try:
            self.read(self.path(name))
        except NewerError:
            return True
        except (NotAFileError, NoBackupError, DamagedError):
            return False
        except OSError as error:
            if error.errno in _NO_FILE:
                return False
            raise
        return True

    def set_aside(self, name: str) -> Path:
        """Give a backup another name, so that it counts no more, and return it; raises OSError."""
        return Files(self._disk, self.folder, "").set_aside(self.path(name))
