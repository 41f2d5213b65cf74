"""Every effect on the disk goes through this small interface: a test can run it full or cut the power.

Paths are absolute. Errors are the system's own (OSError); :mod:`quickdesk.storage.failure` gives them
their meaning. It knows nothing of formats or stores.
"""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import BinaryIO, Protocol, TypeAlias

Pause: TypeAlias = Callable[[float], None]
"""Lets so many seconds pass."""

# Windows: access denied, sharing violation, lock violation. A virus scanner or a backup that has just
# opened the file; gone after some milliseconds.
_PASSING_TROUBLE = frozenset({5, 32, 33})
_REPLACE_PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16)
_BINARY = getattr(os, "O_BINARY", 0)  # else Windows writes two bytes for each end of a line
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})


class NotAFileError(OSError):
    """Where a file should be stands something else: a folder, a pipe, a device."""


class OpenFile(Protocol):
    """A file being written, always at its end."""

    def write(self, data: bytes) -> None:
        """Add to the end; where it fails, a part of it may stand there."""
        ...

    def sync(self) -> None:
        """Return when everything written is on the disk; after an error nobody knows what is."""
        ...

    def truncate(self, length: int) -> None:
        """Cut off what lies beyond so many bytes."""
        ...

    def is_at(self, path: Path) -> bool:
        """Whether the file of this name is this one; True where that cannot be found out."""
        ...

    def close(self) -> None:
        """Let go of the file; what was not synced gets onto the disk when the system likes."""
        ...


class OverwrittenFile(Protocol):
    """A small file whose whole content is written over, again and again."""

    def overwrite(self, data: bytes) -> None:
        """Write the content over, always with as many bytes; they get onto the disk when the system likes."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class Disk(Protocol):
    """What storage does to the disk."""

    def read(self, path: Path) -> bytes:
        """Return the whole file, also through a symbolic link; NotAFileError where it is none."""
        ...

    def open_to_read(self, path: Path) -> BinaryIO:
        """Return a file to read any part of, also through a symbolic link; NotAFileError where it is none."""
        ...

    def read_beginning(self, path: Path, length: int) -> bytes:
        """Return the first bytes of a file, as :meth:`read` does; all of them where it is shorter."""
        ...

    def exists(self, path: Path) -> bool:
        """Whether anything has this name, be it a folder or a link that leads nowhere."""
        ...

    def is_file(self, path: Path) -> bool:
        """Whether an ordinary file can be reached by this name."""
        ...

    def target(self, path: Path) -> Path:
        """Return the file to which a symbolic link leads; the path itself where there is no such file."""
        ...

    def names(self, folder: Path) -> list[str]:
        """Return the names of what lies in a folder."""
        ...

    def write(self, path: Path, data: bytes) -> None:
        """Make a new file in the place of an old one, for its owner only; on return it is on the disk."""
        ...

    def create(self, path: Path) -> OpenFile:
        """Make a new, empty file in the place of an old one, for its owner only."""
        ...

    def create_overwritten(self, path: Path) -> OverwrittenFile:
        """Make a new, empty file in the place of an old one, for its owner only, to be written over."""
        ...

    def sync_file(self, path: Path) -> None:
        """Return when everything ever written to a file, by whomever, is on the disk."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Rename, in one step, also over something that exists."""
        ...

    def remove(self, path: Path) -> None:
        """Delete a file or a link; nothing happens where there is none."""
        ...

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in the folder are on the disk."""
        ...

    def make_folder(self, folder: Path) -> None:
        """Make a folder that only its owner may enter, and those above it; one that exists stays as it is."""
        ...

    def confirm(self) -> None:
        """Raise an error where the paths do not lead to the data folder any more that was opened."""
        ...


def wait(seconds: float) -> None:
    """Let time pass: a lock with a timeout that nobody ever opens."""
    nobody: SimpleQueue[None] = SimpleQueue()
    with suppress(Empty):
        nobody.get(timeout=seconds)


class LocalFile:
    """A file of this machine, open for adding to it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._status = os.fstat(descriptor)

    def write(self, data: bytes) -> None:
        """Add to the end, in as many calls as the system wants."""
        written = os.write(self._descriptor, data)
        while written < len(data):
            written += os.write(self._descriptor, memoryview(data)[written:])

    def sync(self) -> None:
        """Bring it to the disk."""
        os.fsync(self._descriptor)

    def truncate(self, length: int) -> None:
        """Cut it off."""
        os.ftruncate(self._descriptor, length)

    def is_at(self, path: Path) -> bool:
        """Compare the numbers that the system has for both."""
        try:
            # Asked twice for each change, and Path.stat takes twice as long.
            return os.path.samestat(os.stat(path), self._status)  # noqa: PTH116
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True

    def close(self) -> None:
        """Give the handle back."""
        os.close(self._descriptor)


class LocalOverwrittenFile:
    """A small file of this machine."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def overwrite(self, data: bytes) -> None:
        """Write from its beginning."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)  # Windows has no pwrite
        os.write(self._descriptor, data)

    def close(self) -> None:
        """Give the handle back."""
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
        """Return the open file; looks before it opens, because opening a pipe would wait for ever."""
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAFileError(errno.EISDIR, "not a file", str(path))
        return path.open("rb")

    def read_beginning(self, path: Path, length: int) -> bytes:
        """Return the first bytes."""
        with self.open_to_read(path) as file:
            return file.read(length)

    def exists(self, path: Path) -> bool:
        """Whether anything has this name; a folder that may not be entered is an error, not an answer."""
        try:
            path.lstat()
        except FileNotFoundError:
            return False
        return True

    def is_file(self, path: Path) -> bool:
        """Whether it is a file, or a link to one."""
        return path.is_file()

    def target(self, path: Path) -> Path:
        """Return what the link leads to, through all links."""
        return path.resolve() if path.is_symlink() and path.is_file() else path

    def names(self, folder: Path) -> list[str]:
        """Return the names in the folder."""
        return [each.name for each in folder.iterdir()]

    def write(self, path: Path, data: bytes) -> None:
        """Make the file anew and bring it to the disk."""
        file = self.create(path)
        try:
            file.write(data)
            file.sync()
        finally:
            file.close()

    def create(self, path: Path) -> "LocalFile":
        """Make the file anew, so that a link of that name is never followed."""
        # Appending keeps the end right after a cut, where a position of our own would leave a hole.
        return LocalFile(_created(path, os.O_APPEND))

    def create_overwritten(self, path: Path) -> "LocalOverwrittenFile":
        """Make the file anew, as :meth:`create` does."""
        return LocalOverwrittenFile(_created(path))

    def sync_file(self, path: Path) -> None:
        """Sync through a handle that may write: Windows wants that."""
        descriptor = os.open(path, os.O_RDWR | _BINARY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename; on Windows try again while another program holds one of the two open."""
        for pause in _REPLACE_PAUSES:
            try:
                return self._rename(source, target)
            except PermissionError as error:
                if getattr(error, "winerror", None) not in _PASSING_TROUBLE:
                    raise
            self._pause(pause)
        return self._rename(source, target)

    def remove(self, path: Path) -> None:
        """Delete a file."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Bring the folder's names to the disk, where the system has such a thing (Windows has not)."""
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
        """Make the folder; its own name is brought to the disk too."""
        if folder.is_dir():
            return
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.sync_folder(folder.parent)

    def confirm(self) -> None:
        """Do nothing: it knows of no data folder."""


def _created(path: Path, flag: int = 0) -> int:
    path.unlink(missing_ok=True)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | flag | _BINARY, 0o600)
