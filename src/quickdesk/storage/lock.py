"""One owner of the data folder: a lock of the kernel, which is free again the moment its process dies."""

from pathlib import Path

from filelock import FileLock, SoftFileLock, Timeout

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.failure import write_error

LOCK_NAME = "quickdesk.lock"


class FolderLock:
    """The lock of one data folder, held from the moment it is made until :meth:`release`."""

    def __init__(self, folder: Path, wait_seconds: float = 0.0) -> None:
        """Take the lock, waiting up to ``wait_seconds``; raises StoreError IN_USE or NOT_WRITABLE."""
        path = folder / LOCK_NAME
        # A lock that is only a file outlives a crash and can be held twice: better none at all.
        if issubclass(FileLock, SoftFileLock):
            raise StoreError(StoreProblem.NOT_WRITABLE, str(path), "this system has no file locks")
        self._lock = FileLock(path, mode=0o600, thread_local=False, fallback_to_soft=False)
        try:
            self._lock.acquire(timeout=wait_seconds)
        except Timeout as error:
            raise StoreError(StoreProblem.IN_USE, str(folder)) from error
        except OSError as error:
            raise write_error(error, path) from error

    def release(self) -> None:
        """Give the folder free; again and again does no harm."""
        self._lock.release()
