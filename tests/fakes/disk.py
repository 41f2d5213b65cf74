"""A disk in memory that can run full, fail at its n-th effect, and lose power.

After :meth:`MemoryDisk.power_cuts` only what was synced is sure to be there: the contents of a file
after its ``sync``, names after ``sync_folder``; of the names changed since, any part may be.
"""

import errno
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from quickdesk.storage.disk import NotAFileError


class PowerCut(BaseException):
    """The lights went out before this effect."""


@dataclass
class File:
    """``synced`` of its bytes are sure to be there after a power cut; all of them where it is None."""

    data: bytes
    synced: int | None = None

    def after_power_cut(self, *, is_lucky: bool) -> bytes:
        return self.data if is_lucky or self.synced is None else self.data[: self.synced]


class MemoryFile:
    """A file being written. Half of the data of a write that fails stands there."""

    def __init__(self, disk: "MemoryDisk", file: File) -> None:
        self._disk = disk
        self._file = file

    def write(self, data: bytes) -> None:
        file, half = self._file, len(data) // 2
        file.data += data[:half]
        self._disk.take_effect()
        used = sum(len(each.data) for each in self._disk.names_now.values())
        if self._disk.capacity is not None and used - half + len(data) > self._disk.capacity:
            raise OSError(errno.ENOSPC, "No space left on device")
        file.data += data[half:]

    def sync(self) -> None:
        self._disk.take_effect()
        self._file.synced = len(self._file.data)

    def is_at(self, path: Path) -> bool:
        return self._disk.names_now.get(path) is self._file

    def truncate(self, length: int) -> None:
        self._disk.take_effect()
        self._file.data = self._file.data[:length]
        self._file.synced = min(self._file.synced or 0, length)

    def close(self) -> None:
        pass


class MemoryOverwrittenFile:
    def __init__(self, disk: "MemoryDisk", file: File) -> None:
        self._disk = disk
        self._file = file

    def overwrite(self, data: bytes) -> None:
        self._disk.take_effect()
        self._file.data = data

    def close(self) -> None:
        pass


Names = dict[Path, File]


@dataclass
class MemoryDisk:
    names_now: Names = field(default_factory=dict)
    folders: set[Path] = field(default_factory=set)
    capacity: int | None = None
    fail_at: int | None = None
    error: BaseException = field(default_factory=lambda: OSError(errno.EIO, "broken"))
    effects: int = 0

    def __post_init__(self) -> None:
        self._durable: Names = dict(self.names_now)
        self._pending: list[tuple[Path, File | None, Path | None]] = []

    def take_effect(self) -> None:
        self.effects += 1
        if self.fail_at is not None and self.effects == self.fail_at:
            raise self.error

    def read(self, path: Path) -> bytes:
        if path in self.folders:
            raise NotAFileError(errno.EISDIR, "a folder", str(path))
        if path not in self.names_now:
            raise FileNotFoundError(errno.ENOENT, "none", str(path))
        return self.names_now[path].data

    def open_to_read(self, path: Path) -> io.BytesIO:
        return io.BytesIO(self.read(path))

    def read_beginning(self, path: Path, length: int) -> bytes:
        return self.read(path)[:length]

    def exists(self, path: Path) -> bool:
        return path in self.names_now or path in self.folders

    def is_file(self, path: Path) -> bool:
        return path in self.names_now

    def target(self, path: Path) -> Path:
        return path

    def names(self, folder: Path) -> list[str]:
        return [path.name for path in (*self.names_now, *self.folders) if path.parent == folder]

    def write(self, path: Path, data: bytes) -> None:
        """Three effects: the name, the data, the sync."""
        file = self.create(path)
        file.write(data)
        file.sync()

    def create(self, path: Path) -> MemoryFile:
        self.take_effect()
        if path in self.folders:
            raise IsADirectoryError(errno.EISDIR, "a folder", str(path))
        file = File(b"", synced=0)
        self._change(path, file)
        return MemoryFile(self, file)

    def create_overwritten(self, path: Path) -> MemoryOverwrittenFile:
        self.create(path)
        return MemoryOverwrittenFile(self, self.names_now[path])

    def sync_file(self, path: Path) -> None:
        self.take_effect()
        self.names_now[path].synced = None

    def replace(self, source: Path, target: Path) -> None:
        self.take_effect()
        file = self.names_now.get(source)
        if file is None:
            raise FileNotFoundError(errno.ENOENT, "none", str(source))
        if target in self.folders:
            raise IsADirectoryError(errno.EISDIR, "a folder", str(target))
        self._change(target, file, gone=source)

    def remove(self, path: Path) -> None:
        self.take_effect()
        if path in self.names_now:
            self._change(path, None)

    def sync_folder(self, folder: Path) -> None:
        self.take_effect()
        self._durable = dict(self.names_now)
        self._pending.clear()

    def make_folder(self, folder: Path) -> None:
        self.take_effect()

    def confirm(self) -> None:
        pass

    def power_cuts(self) -> Iterator["MemoryDisk"]:
        """Every disk that the next start may find."""
        for kept in product((False, True), repeat=len(self._pending)):
            for is_lucky in (False, True):
                yield MemoryDisk(_rebuilt(self._durable, self._pending, kept, is_lucky=is_lucky))

    def after_kill(self) -> "MemoryDisk":
        """The disk that the next start finds when only the program died."""
        return MemoryDisk({path: File(file.data) for path, file in self.names_now.items()})

    def _change(self, path: Path, file: File | None, gone: Path | None = None) -> None:
        self._pending.append((path, file, gone))
        _apply(self.names_now, path, file, gone)


def _rebuilt(
    durable: Names,
    pending: Sequence[tuple[Path, File | None, Path | None]],
    kept: Sequence[bool],
    *,
    is_lucky: bool,
) -> Names:
    names = dict(durable)
    for change, is_kept in zip(pending, kept, strict=True):
        if is_kept:
            _apply(names, *change)
    return {path: File(file.after_power_cut(is_lucky=is_lucky)) for path, file in names.items()}


def _apply(names: Names, path: Path, file: File | None, gone: Path | None) -> None:
    if gone is not None:
        names.pop(gone, None)
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file
