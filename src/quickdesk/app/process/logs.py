"""The log file of the program, in the data folder: ids and counts, never the text of a reply or a customer.

Only its owner may read it. A record is one entry even if it contains line breaks and control characters, as
a path or a message of another program may.
"""

import errno
import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from quickdesk.storage.disk import NotAFileError
from quickdesk.text.controls import plain

FILE_NAME = "quickdesk.log"
_MOST_BYTES = 512 * 1024
_OLDER_LOGS = 2
# Windows has neither; there opening a pipe does not wait.
_OPENED_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_FOR_OWNER_ONLY = 0o600


@contextmanager
def logging_to(folder: Path) -> Iterator[None]:
    """Log to the data folder in the ``with`` block, or to standard error if it cannot be written."""
    root = logging.getLogger("quickdesk")
    handler = _handler(folder / FILE_NAME)
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


def _handler(path: Path) -> logging.Handler:
    handler: logging.Handler
    try:
        handler = _LogFile(path, maxBytes=_MOST_BYTES, backupCount=_OLDER_LOGS, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    else:
        _tighten_older(path)
    handler.setFormatter(_OneEntry("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


class _LogFile(RotatingFileHandler):
    """A log that is a regular file of its owner; raises OSError if it is anything else."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, opener=_open_for_owner)

    def shouldRollover(self, record: logging.LogRecord) -> bool:
        """Start a new file only if this one is still at its path: the data folder may have been replaced."""
        return bool(super().shouldRollover(record)) and self._is_in_place()

    def _is_in_place(self) -> bool:
        try:
            own = None if self.stream is None else os.fstat(self.stream.fileno())
            return own is not None and os.path.samestat(Path(self.baseFilename).stat(), own)
        except OSError:
            return False


class _OneEntry(logging.Formatter):
    """Formats a record so that no line of it looks like another record."""

    def format(self, record: logging.LogRecord) -> str:
        return plain(super().format(record)).replace("\n", "\n    ")


def _open_for_owner(path: str, flags: int) -> int:
    """Open a file so that only its owner may read it, even if it exists with wider permissions.

    Raises NotAFileError for a pipe, a device, a folder or a link, and OSError. The type is checked before the
    file is opened, because opening a pipe waits for its reader and opening a device may have any effect.
    """
    with suppress(FileNotFoundError):
        _require_file(os.lstat(path), path)
    descriptor = os.open(path, flags | _OPENED_WITHOUT_WAITING, _FOR_OWNER_ONLY)
    try:
        _require_file(os.fstat(descriptor), path)
        if hasattr(os, "fchmod"):
            with suppress(PermissionError):  # a file system without permissions
                os.fchmod(descriptor, _FOR_OWNER_ONLY)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _require_file(found: os.stat_result, path: str) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NotAFileError(errno.EINVAL, "not a file", path)


def _tighten_older(path: Path) -> None:
    for number in range(1, _OLDER_LOGS + 1):
        with suppress(OSError):  # there is none, or it is not a file of quickdesk
            os.close(_open_for_owner(f"{path}.{number}", os.O_RDONLY))
