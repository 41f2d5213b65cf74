"""The log of the program: ids and counts in a small file in the data folder, never what anybody wrote."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "quickdesk.log"
_MOST_BYTES = 512 * 1024


@contextmanager
def logging_to(folder: Path) -> Iterator[None]:
    """Write log records to the data folder meanwhile; where it cannot be written, to standard error."""
    root = logging.getLogger("quickdesk")
    handler = _handler(folder / FILE_NAME)
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


class _OwnFileHandler(RotatingFileHandler):
    """Begins a new file only where its own one lies: the data folder may have been exchanged meanwhile."""

    def shouldRollover(self, record: logging.LogRecord) -> bool:
        return bool(super().shouldRollover(record)) and self._is_in_place()

    def _is_in_place(self) -> bool:
        try:
            own = None if self.stream is None else os.fstat(self.stream.fileno())
            return own is not None and os.path.samestat(Path(self.baseFilename).stat(), own)
        except OSError:
            return False


def _handler(path: Path) -> logging.Handler:
    handler: logging.Handler
    try:
        handler = _OwnFileHandler(path, maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler
