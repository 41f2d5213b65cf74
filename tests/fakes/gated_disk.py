"""The real disk, whose syncs can be made to wait for a word, and whose writes can be refused."""

import errno
import os
from pathlib import Path
from queue import SimpleQueue

from quickdesk.storage.disk import LocalDisk, LocalFile


class GatedFile(LocalFile):
    def __init__(self, disk: "GatedDisk", descriptor: int) -> None:
        super().__init__(descriptor)
        self._disk = disk

    def write(self, data: bytes) -> None:
        self._disk.take_effect()
        super().write(data)

    def sync(self) -> None:
        self._disk.pass_gate()
        super().sync()


class GatedDisk(LocalDisk):
    """While ``is_shut`` each sync waits for :meth:`open_gate`; ``error`` is raised by every write, and by
    syncs where it is not that of a full disk.
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_shut = False
        self.error: OSError | None = None
        self._words: SimpleQueue[None] = SimpleQueue()

    def open_gate(self) -> None:
        self.is_shut = False
        self._words.put(None)

    def pass_gate(self) -> None:
        if self.is_shut:
            self._words.get(timeout=20)
        if self.error is not None and self.error.errno != errno.ENOSPC:  # a full disk still syncs
            raise self.error

    def take_effect(self) -> None:
        if self.error is not None:
            raise self.error

    def create(self, path: Path) -> LocalFile:
        self.take_effect()
        path.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
        return GatedFile(self, os.open(path, flags, 0o600))
