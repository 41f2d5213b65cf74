"""A disk in memory that can run full, fail at its n-th effect, and lose power.

After :meth:`MemoryDisk.power_cuts` only what was synced is sure to be there: the contents of a file
after ``write`` has ended, names after ``sync_folder``; of the names changed since, any part may be.
"""

import errno
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from quickdesk.storage.disk import NotAFileError


class PowerCut(BaseException):
    """The lights went out before this effect."""


@dataclass
class File:
    data: bytes
    is_synced: bool = True


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

    def _effect(self) -> None:
        self.effects += 1
        if self.fail_at is not None and self.effects == self.fail_at:
            raise self.error

    def read(self, path: Path) -> bytes:
        if path in self.folders:
            raise NotAFileError(errno.EISDIR, "a folder", str(path))
        if path not in self.names_now:
            raise FileNotFoundError(errno.ENOENT, "none", str(path))
        return self.names_now[path].data

    def exists(self, path: Path) -> bool:
        return path in self.names_now or path in self.folders

    def is_file(self, path: Path) -> bool:
        return path in self.names_now

    def names(self, folder: Path) -> list[str]:
        return [path.name for path in self.names_now if path.parent == folder]

    def write(self, path: Path, data: bytes) -> None:
        """Three effects: the name, half of the data, the sync."""
        self._effect()
        file = File(b"", is_synced=False)
        self._change(path, file)
        file.data = data[: len(data) // 2]
        self._effect()
        used = sum(len(each.data) for each in self.names_now.values())
        if self.capacity is not None and used - len(file.data) + len(data) > self.capacity:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        file.data = data
        self._effect()
        file.is_synced = True

    def replace(self, source: Path, target: Path) -> None:
        self._effect()
        file = self.names_now.get(source)
        if file is None:
            raise FileNotFoundError(errno.ENOENT, "none", str(source))
        if target in self.folders:
            raise IsADirectoryError(errno.EISDIR, "a folder", str(target))
        self._change(target, file, gone=source)

    def remove(self, path: Path) -> None:
        self._effect()
        if path in self.names_now:
            self._change(path, None)

    def sync_folder(self, folder: Path) -> None:
        self._effect()
        self._durable = dict(self.names_now)
        self._pending.clear()

    def make_folder(self, folder: Path) -> None:
        self._effect()

    def power_cuts(self) -> Iterator["MemoryDisk"]:
        """Every disk that the next start may find."""
        for kept in product((False, True), repeat=len(self._pending)):
            for torn in (b"", None):
                yield MemoryDisk(_rebuilt(self._durable, self._pending, kept, torn))

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
    torn: bytes | None,
) -> Names:
    names = dict(durable)
    for change, is_kept in zip(pending, kept, strict=True):
        if is_kept:
            _apply(names, *change)
    return {path: File(file.data if file.is_synced or torn is None else torn) for path, file in names.items()}


def _apply(names: Names, path: Path, file: File | None, gone: Path | None) -> None:
    if gone is not None:
        names.pop(gone, None)
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file
