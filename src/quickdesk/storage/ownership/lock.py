"""The lock of the data folder: a lock of the kernel, which is released when its process dies.

The lock belongs to a file, not to a path: the folder can be renamed or replaced while it is held.
:meth:`FolderLock.is_in_place` says whether the path still leads to the locked file.
"""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from filelock import FileLock, SoftFileLock, Timeout

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.failure import write_error
from quickdesk.storage.journal.background import Guard

LOCK_NAME = "quickdesk.lock"
_MARK_BYTES = 32

Identity: TypeAlias = tuple[int, int]
"""Device and inode number."""
IdentityOf: TypeAlias = Callable[[Path | int], Identity]
"""Returns the identity of a path or of a descriptor; raises OSError."""


def identity_of(file: Path | int) -> Identity:
    """Return device and inode number of a path, following links, or of a descriptor; raises OSError."""
    status = os.stat(file)  # noqa: PTH116 - asked twice for each change, and Path.stat takes twice as long
    return status.st_dev, status.st_ino


class FolderLock:
    """The lock of one data folder, held until :meth:`release`."""

    def __init__(
        self, folder: Path, wait_seconds: float = 0.0, identity_of: IdentityOf = identity_of
    ) -> None:
        """Acquire the lock, waiting up to ``wait_seconds``; raises StoreError IN_USE or NOT_WRITABLE."""
        self._path = path = folder / LOCK_NAME
        self._identity_of = identity_of
        self._descriptor = -1
        self._held: Identity | None = None
        self._marking = Guard()
        self._other: Identity | None = None
        """The file last seen at the path that is certainly not the locked one."""
        # A lock that is only a file survives a crash and can be held twice.
        if issubclass(FileLock, SoftFileLock):
            raise StoreError(StoreProblem.NOT_WRITABLE, str(path), "this system has no file locks")
        options: dict[str, Any] = {"mode": 0o600, "thread_local": False, "fallback_to_soft": False}
        self._lock = FileLock(path, on_acquired=self._on_acquired, **options)
        try:
            self._lock.acquire(timeout=wait_seconds)
        except Timeout as error:
            raise StoreError(StoreProblem.IN_USE, str(folder)) from error
        except OSError as error:
            raise write_error(error, path) from error

    def is_in_place(self) -> bool:
        """Return whether the path leads to the locked file; raises OSError if that cannot be determined."""
        try:
            found = self._identity_of(self._path)
            if found == self._held or found == self._identity_of(self._descriptor):
                return True
            # Some network file systems give a file another number at each lookup.
            with self._marking:
                if found != self._other:
                    self._other = None if self._is_mark_seen(os.urandom(_MARK_BYTES)) else found
                return self._other is None
        except (FileNotFoundError, NotADirectoryError):
            return False

    def release(self) -> None:
        """Release the lock; may be called repeatedly."""
        with self._marking:  # the next file opened may get this descriptor
            self._descriptor, self._held = -1, None
        self._lock.release()

    def _on_acquired(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._held = self._identity_of(descriptor)

    def _is_mark_seen(self, mark: bytes) -> bool:
        """Write random bytes to the locked file and return whether they can be read at the path."""
        if os.fstat(self._descriptor).st_size:  # it is not only a lock file
            return False
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, mark)
            os.fsync(self._descriptor)
            # Reading a pipe would block, and a device has no end.
            return stat.S_ISREG(self._path.stat().st_mode) and self._path.read_bytes() == mark
        finally:
            with suppress(OSError):
                os.ftruncate(self._descriptor, 0)
