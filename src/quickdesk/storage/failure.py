"""Converting errors of the operating system, and of missing keys, to StoreErrors."""

import errno
from pathlib import Path

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.protection.keys import KeyProblem, KeyUnavailableError

# A limit on the size of one file (EFBIG) stops a write just as a full disk does.
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# The file cannot be accessed; trying again later does not help.
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EIO, errno.ELOOP})
_HELD_BY_ANOTHER = frozenset({32, 33})
_KEY_PROBLEMS = {
    KeyProblem.LOCKED: StoreProblem.LOCKED,
    KeyProblem.WRONG_PASSPHRASE: StoreProblem.WRONG_PASSPHRASE,
    KeyProblem.MISSING: StoreProblem.KEY_MISSING,
    KeyProblem.CHANGED: StoreProblem.KEY_CHANGED,
    KeyProblem.NO_KEYRING: StoreProblem.NO_KEYRING,
    KeyProblem.KEYRING_REFUSED: StoreProblem.KEYRING_REFUSED,
    KeyProblem.KEYRING_SILENT: StoreProblem.KEYRING_SILENT,
    KeyProblem.DAMAGED: StoreProblem.PROTECTION_DAMAGED,
}
WITHOUT_KEY = frozenset(_KEY_PROBLEMS.values())
"""The problems of data that is not damaged, and whose key is not there now."""


class FolderMovedError(OSError):
    """The path of the data folder leads to another folder now, or to none.

    ``is_taken`` means that the folder still exists and belongs to another owner.
    """

    def __init__(self, folder: Path, *, is_taken: bool = False) -> None:
        super().__init__(errno.ENOENT, "the data folder was moved", str(folder))
        self.folder = folder
        self.is_taken = is_taken


def write_error(error: OSError | ValueError, path: Path) -> StoreError:
    """Return the StoreError for a failed write; a ValueError is a path that no system accepts."""
    moved = next((each for each in (error, error.__cause__) if isinstance(each, FolderMovedError)), None)
    if moved is not None:
        return StoreError(StoreProblem.MOVED, str(moved.folder), _detail(moved))
    full = isinstance(error, OSError) and error.errno in _NO_SPACE
    return StoreError(
        StoreProblem.DISK_FULL if full else StoreProblem.NOT_WRITABLE, str(path), _detail(error)
    )


def read_error(error: OSError, path: Path) -> StoreError:
    """Return the StoreError for a file that cannot be read."""
    return StoreError(StoreProblem.UNREADABLE, str(path), _detail(error))


def key_error(error: KeyUnavailableError, path: Path) -> StoreError:
    """Return the StoreError for personal data in ``path`` whose key is not there."""
    return StoreError(_KEY_PROBLEMS[error.problem], str(path), error.key_id)


def is_lasting(error: OSError) -> bool:
    """Return whether a read error is permanent: not too many open files, or a program that holds the file."""
    return error.errno in _CLOSED and getattr(error, "winerror", None) not in _HELD_BY_ANOTHER


def _detail(error: OSError | ValueError) -> str:
    return str(getattr(error, "strerror", None) or error)
