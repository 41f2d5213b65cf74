"""The log of the program: ids and counts in a small file in the data folder, never what anybody wrote."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from quickdesk.storage.disk import NotAFileError

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


def _handler(path: Path) -> logging.Handler:
    handler: logging.Handler
    try:
        if path.exists() and not path.is_file():
            raise NotAFileError(path)  # opening a pipe would wait for ever
        handler = RotatingFileHandler(path, maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler
