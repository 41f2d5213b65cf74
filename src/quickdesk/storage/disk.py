"""The interface through which storage accesses the disk, so that tests can fill it up or cut the power.

Paths are absolute. Errors are those of the system (OSError); :mod:`quickdesk.storage.failure` interprets
them. It knows nothing of formats or stores.
"""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import BinaryIO, Protocol, TypeAlias

Pause: TypeAlias = Callable[[float], None]
"""Waits for the given number of seconds."""

# Windows: access denied, sharing violation, lock violation. A virus scanner or a backup program has just
# opened the file; it closes it after some milliseconds.
_TEMPORARY_ERRORS = frozenset({5, 32, 33})
_REPLACE_PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16)
_BINARY = getattr(os, "O_BINARY", 0)  # without it Windows writes two bytes for each line break
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})


class NotAFileError(OSError):
    """The path is that of a folder, a pipe or a device."""


class OpenFile(Protocol):
    """A file that is open for appending."""

    def write(self, data: bytes) -> None:
        """Append data; if it fails, a part of it may have been written."""
        ...

    def sync(self) -> None:
        """Return when everything written is on the disk; after an error the content is unknown."""
        ...

    def truncate(self, length: int) -> None:
        """Cut the file off at this length in bytes."""
        ...

    def is_at(self, path: Path) -> bool:
        """Return whether the path leads to this file; True if that cannot be determined."""
        ...

    def close(self) -> None:
        """Close the file; the system writes what was not synced at some later time."""
        ...


class OverwrittenFile(Protocol):
    """A small file whose whole content is overwritten again and again."""

    def overwrite(self, data: bytes) -> None:
        """Overwrite the content, always with the same number of bytes; the system writes it at some later
        time.
        """
        ...

    def close(self) -> None:
        """Close the file."""
        ...


class Disk(Protocol):
    """The operations of storage on the disk."""

    def read(self, path: Path) -> bytes:
        """Return the whole file, following symbolic links; raise NotAFileError if it is none."""
        ...

    def open_to_read(self, path: Path) -> BinaryIO:
        """Return the file open for reading, following symbolic links; raise NotAFileError if it is none."""
        ...

    def read_beginning(self, path: Path, length: int) -> bytes:
        """Return the first bytes of a file, as :meth:`read` does; all of them if it is shorter."""
        ...

    def exists(self, path: Path) -> bool:
        """Return whether the name exists, even as a folder or a broken link."""
        ...

    def is_file(self, path: Path) -> bool:
        """Return whether it is a regular file or a link to one."""
        ...

    def target(self, path: Path) -> Path:
        """Return the file that a symbolic link leads to; the path itself if there is no such file."""
        ...

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder."""
        ...

    def write(self, path: Path, data: bytes) -> None:
        """Create or replace a file that only its owner can read, and sync it."""
        ...

    def create(self, path: Path) -> OpenFile:
        """Create or replace a file that only its owner can read, and return it empty."""
        ...

    def create_overwritten(self, path: Path) -> OverwrittenFile:
        """Create or replace a file that only its owner can read, to be overwritten."""
        ...

    def sync_file(self, path: Path) -> None:
        """Return when everything ever written to a file, by any program, is on the disk."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Rename atomically, replacing an existing file."""
        ...

    def remove(self, path: Path) -> None:
        """Delete a file or a link; do nothing if there is none."""
        ...

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in the folder are on the disk."""
        ...

    def make_folder(self, folder: Path) -> None:
        """Create a folder that only its owner can enter; an existing one is not changed.

        Raises FileNotFoundError if its parent is gone: a data folder that was deleted is not created again.
        """
        ...

    def confirm(self) -> None:
        """Raise an error if the paths no longer lead to the data folder that was opened."""
        ...


def wait(seconds: float) -> None:
    """Wait: a queue that stays empty is read with a timeout.

    Not a SimpleQueue: in Python 3.11 its ``get`` can wait for ever if another process takes the processor.
    """
    never: Queue[None] = Queue()
    with suppress(Empty):
        never.get(timeout=seconds)


class LocalFile:
    """A file of this machine, open for appending."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._status = os.fstat(descriptor)

    def write(self, data: bytes) -> None:
        """Append data, in as many calls as the system needs."""
        written = os.write(self._descriptor, data)
        while written < len(data):
            written += os.write(self._descriptor, memoryview(data)[written:])

    def sync(self) -> None:
        """Sync the file."""
        os.fsync(self._descriptor)

    def truncate(self, length: int) -> None:
        """Cut the file off."""
        os.ftruncate(self._descriptor, length)

    def is_at(self, path: Path) -> bool:
        """Compare the device and inode numbers."""
        try:
            # Called twice for each change, and Path.stat takes twice as long.
            return os.path.samestat(os.stat(path), self._status)  # noqa: PTH116
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True

    def close(self) -> None:
        """Close the descriptor."""
        os.close(self._descriptor)


class LocalOverwrittenFile:
    """A small file of this machine."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def overwrite(self, data: bytes) -> None:
        """Write from the beginning of the file."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)  # Windows has no pwrite
        os.write(self._descriptor, data)

    def close(self) -> None:
        """Close the descriptor."""
        os.close(self._descriptor)


class LocalDisk:
    """The disk of this machine."""

    def __init__(self, rename: Callable[[Path, Path], None] = os.replace, pause: Pause = wait) -> None:
        self._rename = rename
        self._pause = pause

    def read(self, path: Path) -> bytes:
        """Return the whole file."""
        with self.open_to_read(path) as file:
            return file.read()

    def open_to_read(self, path: Path) -> BinaryIO:
        """Return the open file; its type is checked before, because opening a pipe would block."""
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAFileError(errno.EISDIR, "not a file", str(path))
        return path.open("rb")

    def read_beginning(self, path: Path, length: int) -> bytes:
        """Return the first bytes."""
        with self.open_to_read(path) as file:
            return file.read(length)

    def exists(self, path: Path) -> bool:
        """Return whether the name exists; a folder that cannot be entered raises an error."""
        try:
            path.lstat()
        except FileNotFoundError:
            return False
        return True

    def is_file(self, path: Path) -> bool:
        """Return whether it is a file or a link to one."""
        return path.is_file()

    def target(self, path: Path) -> Path:
        """Return the target after following all links."""
        return path.resolve() if path.is_symlink() and path.is_file() else path

    def names(self, folder: Path) -> list[str]:
        """Return the names in the folder."""
        return [each.name for each in folder.iterdir()]

    def write(self, path: Path, data: bytes) -> None:
        """Create the file and sync it."""
        file = self.create(path)
        try:
            file.write(data)
            file.sync()
        finally:
            file.close()

    def create(self, path: Path) -> "LocalFile":
        """Delete an existing file first, so that a link of that name is never followed."""
        # In append mode the end is right after a cut; a file position would leave a hole.
        return LocalFile(_created(path, os.O_APPEND))

    def create_overwritten(self, path: Path) -> "LocalOverwrittenFile":
        """Create the file as :meth:`create` does."""
        return LocalOverwrittenFile(_created(path))

    def sync_file(self, path: Path) -> None:
        """Sync through a descriptor that can write, as Windows requires."""
        descriptor = os.open(path, os.O_RDWR | _BINARY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename; on Windows retry while another program has one of the files open."""
        for pause in _REPLACE_PAUSES:
            try:
                return self._rename(source, target)
            except PermissionError as error:
                if getattr(error, "winerror", None) not in _TEMPORARY_ERRORS:
                    raise
            self._pause(pause)
        return self._rename(source, target)

    def remove(self, path: Path) -> None:
        """Delete a file."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Sync the names in the folder; Windows has no such operation."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(descriptor)

    def make_folder(self, folder: Path) -> None:
        """Create the folder and sync its name."""
        if folder.is_dir():
            return
        folder.mkdir(mode=0o700, exist_ok=True)
        self.sync_folder(folder.parent)

    def confirm(self) -> None:
        """Do nothing: it knows no data folder."""


def _created(path: Path, flag: int = 0) -> int:
    path.unlink(missing_ok=True)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | flag | _BINARY, 0o600)
