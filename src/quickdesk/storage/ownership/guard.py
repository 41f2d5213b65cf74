"""Finding out whether the data folder is still the one that was opened: it may be renamed, deleted or
replaced.

Windows refuses to rename or delete a folder with open files; other systems do not.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from quickdesk.replies.store import StoreError
from quickdesk.storage.disk import Disk, OpenFile, OverwrittenFile
from quickdesk.storage.failure import FolderMovedError
from quickdesk.storage.journal.background import Guard
from quickdesk.storage.ownership.lock import LOCK_NAME, FolderLock, Identity, IdentityOf, identity_of

_log = logging.getLogger(__name__)


class FolderGuard:
    """Compares the lock that is held with the file at its path.

    ``is_data`` says by its name whether only an owner of the folder creates a file.
    """

    def __init__(
        self,
        folder: Path,
        lock: FolderLock,
        is_data: Callable[[str], bool],
        identity_of: IdentityOf = identity_of,
    ) -> None:
        """Remember the folder as it is now; raises OSError."""
        self.folder = folder
        self._lock = lock
        self._is_data = is_data
        self._identity_of = identity_of
        self._identity = identity_of(folder)
        self._mutex = Guard()
        self._files = self._data_files()

    def confirm(self) -> None:
        """Raise FolderMovedError if the path leads to another folder, OSError if that is unknown."""
        with suppress(OSError):  # another thread may just release this lock: then it is checked again
            if self._lock.is_in_place():
                return
        with self._mutex:
            if self._lock.is_in_place():  # another thread has just acquired the lock again
                return
            is_here = self._is_folder_here()
            if not (is_here and self._lock_again()):
                raise FolderMovedError(self.folder, is_taken=is_here)

    def confirm_for(self, path: Path) -> None:
        """Do the same if the path is in the folder."""
        if path.is_relative_to(self.folder):
            self.confirm()

    @contextmanager
    def changing(self, *paths: Path) -> Iterator[None]:
        """Confirm the folder if a path is in it, and note afterwards which file has that name."""
        for path in paths:
            self.confirm_for(path)
        noted = [path for path in paths if path.parent == self.folder and self._is_data(path.name)]
        if not noted:
            yield
            return
        with self._mutex:
            try:
                yield
            finally:
                for path in noted:
                    self._note(path)

    def release(self) -> None:
        """Release the lock."""
        self._lock.release()

    def _is_folder_here(self) -> bool:
        try:
            return self._identity_of(self.folder) == self._identity
        except (FileNotFoundError, NotADirectoryError):
            return False

    def _lock_again(self) -> bool:
        """Lock the folder again if only the lock file was deleted; return False if there was another owner.

        Another owner who wrote anything has left a new journal, or another file as the snapshot.
        """
        try:
            lock = self._new_lock()
        except (StoreError, OSError):
            return False
        if lock is None:
            return False
        is_safe = False
        try:
            is_safe = self._data_files() == self._files and lock.is_in_place()
        finally:
            if not is_safe:
                lock.release()
        if not is_safe:
            return False
        _log.info("the lock file was deleted; it is made again")
        before, self._lock = self._lock, lock
        before.release()
        return True

    def _new_lock(self) -> FolderLock | None:
        """Create the lock file and lock it; None if the folder is gone. Raises StoreError and OSError."""
        path = self.folder / LOCK_NAME
        file = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            if not self._is_folder_here():
                return None
            lock = FolderLock(self.folder, identity_of=self._identity_of)
            if os.fstat(file).st_nlink:
                return lock
            # The folder was deleted meanwhile, and the lock's library created it again.
            lock.release()
            path.unlink()
            self.folder.rmdir()
            return None
        finally:
            os.close(file)

    def _data_files(self) -> dict[str, Identity]:
        paths = [each for each in self.folder.iterdir() if self._is_data(each.name)]
        return {path.name: _entry(path) for path in paths}

    def _note(self, path: Path) -> None:
        try:
            self._files[path.name] = _entry(path)
        except OSError:
            self._files.pop(path.name, None)


def _entry(path: Path) -> Identity:
    """Return the file status of the name itself, even of a broken link."""
    status = path.lstat()
    return status.st_dev, status.st_ino


class GuardedDisk:
    """A disk that changes nothing in the guarded folder once its path leads to another folder.

    Reading, and writing elsewhere, is still possible. Changes raise FolderMovedError.
    """

    def __init__(self, disk: Disk, guard: FolderGuard) -> None:
        self._disk = disk
        self._guard = guard

    def confirm(self) -> None:
        """Raise FolderMovedError if the path leads to another folder."""
        self._guard.confirm()

    def read(self, path: Path) -> bytes:
        """Return the whole file."""
        return self._disk.read(path)

    def open_to_read(self, path: Path) -> BinaryIO:
        """Return the file open for reading."""
        return self._disk.open_to_read(path)

    def read_beginning(self, path: Path, length: int) -> bytes:
        """Return the first bytes of a file."""
        return self._disk.read_beginning(path, length)

    def target(self, path: Path) -> Path:
        """Return the file that a symbolic link leads to."""
        return self._disk.target(path)

    def exists(self, path: Path) -> bool:
        """Return whether the name exists."""
        return self._disk.exists(path)

    def is_file(self, path: Path) -> bool:
        """Return whether it is a regular file or a link to one."""
        return self._disk.is_file(path)

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder."""
        return self._disk.names(folder)

    def write(self, path: Path, data: bytes) -> None:
        """Create or replace a file and sync it."""
        with self._guard.changing(path):
            self._disk.write(path, data)

    def create(self, path: Path) -> OpenFile:
        """Create or replace a file; what is written to it is not guarded."""
        with self._guard.changing(path):
            return self._disk.create(path)

    def create_overwritten(self, path: Path) -> OverwrittenFile:
        """Create or replace a file to be overwritten; what is written to it is not guarded."""
        with self._guard.changing(path):
            return self._disk.create_overwritten(path)

    def sync_file(self, path: Path) -> None:
        """Sync a file."""
        self._guard.confirm_for(path)
        self._disk.sync_file(path)

    def replace(self, source: Path, target: Path) -> None:
        """Rename atomically, replacing an existing file."""
        with self._guard.changing(source, target):
            self._disk.replace(source, target)

    def remove(self, path: Path) -> None:
        """Delete a file or a link."""
        with self._guard.changing(path):
            self._disk.remove(path)

    def sync_folder(self, folder: Path) -> None:
        """Sync the names in a folder."""
        self._guard.confirm_for(folder)
        self._disk.sync_folder(folder)

    def make_folder(self, folder: Path) -> None:
        """Create a folder."""
        self._guard.confirm_for(folder)
        self._disk.make_folder(folder)
