"""The base index of the search in files: one folder for each generation, one file for each array.

A generation is written beside its place and renamed when it is whole. Files that are mapped cannot be
replaced everywhere, so nothing is ever written over; old generations are deleted when the system lets go of
them. Whatever is damaged, half-written or made by other rules counts as not there: the cache is built anew.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from shutil import disk_usage
from typing import Any

from quickdesk.replies.store import StoreProblem
from quickdesk.search.index.arrays import Array, IndexArrays, SaveResult, from_mapping, to_mapping, version
from quickdesk.storage.disk import Disk
from quickdesk.storage.failure import write_error
from quickdesk.storage.search_cache.array_file import Mark, read, write

INDEX_FOLDER = "search"
"""Where it lies in a data folder; it may be deleted at any time."""
SPARE = 32 * 1024 * 1024
"""So many bytes of the disk are left to what matters more than a cache."""
_GENERATION = re.compile(r"index-(\d{1,12})")
_UNFINISHED = ".new"
_META = "meta.json"
_UNUSABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, EOFError, RecursionError)


class SearchCache:
    """An IndexStore in a folder of its own."""

    def __init__(self, folder: Path, disk: Disk, room: Callable[[Path], int] | None = None) -> None:
        """``room`` tells how many bytes are free where a folder lies; as a rule the system does."""
        self._folder = folder
        self._disk = disk
        self._room = room or _free_bytes

    def load(self) -> IndexArrays | None:
        """Return the newest index that is whole and of today's rules; None: one has to be built.

        Reads every byte once to be sure of it; what is used later is mapped, not held in memory.
        """
        for number in sorted(self._generations(), reverse=True):
            with suppress(*_UNUSABLE):
                return _loaded(self._disk, self._place(number))
        return None

    def keep(self, arrays: IndexArrays) -> SaveResult:
        """Keep an index as the next generation; older ones go as soon as nobody reads them.

        Where little would be left of the disk it is not even begun: a reply saved meanwhile must find room.
        """
        if not self._folder.parent.is_dir():  # a data folder that was deleted is not made again
            return SaveResult.NOT_WRITABLE
        unfinished = None
        try:
            self._disk.make_folder(self._folder)
            if self._room(self._folder) < sum(each.nbytes for each in to_mapping(arrays).values()) + SPARE:
                return SaveResult.DISK_FULL
            number = max(self._generations(), default=0) + 1
            unfinished = self._folder / f"index-{number}{_UNFINISHED}"
            self._delete(unfinished)
            self._write(unfinished, arrays)
            self._disk.replace(unfinished, self._place(number))
        except (OSError, ValueError) as error:
            if unfinished is not None:
                self._delete(unfinished)
            full = write_error(error, self._folder).problem is StoreProblem.DISK_FULL
            return SaveResult.DISK_FULL if full else SaveResult.NOT_WRITABLE
        self.tidy()
        return SaveResult.DONE

    def tidy(self) -> None:
        """Delete all generations but the newest, and what was never finished; what is in use stays."""
        newest = max(self._generations(), default=0)
        with suppress(OSError):
            for name in self._disk.names(self._folder):
                found = _GENERATION.fullmatch(name.removesuffix(_UNFINISHED))
                if found and name != f"index-{newest}":
                    self._delete(self._folder / name)

    def _place(self, number: int) -> Path:
        return self._folder / f"index-{number}"

    def _generations(self) -> Iterator[int]:
        names: list[str] = []
        with suppress(OSError):
            names = self._disk.names(self._folder)
        return (int(found[1]) for name in names if (found := _GENERATION.fullmatch(name)))

    def _write(self, folder: Path, arrays: IndexArrays) -> None:
        self._disk.make_folder(folder)
        marks = {}
        for name, array in to_mapping(arrays).items():
            mark = write(self._disk, folder / f"{name}.npy", array)
            marks[name] = [mark.size, mark.checksum]
        meta = {"version": arrays.version, "content": content_of(arrays), "arrays": marks}
        file = self._disk.create(folder / _META)
        try:
            file.write(json.dumps(meta).encode())
        finally:
            file.close()

    def _delete(self, folder: Path) -> None:
        with suppress(OSError):
            for name in self._disk.names(folder):
                self._disk.remove(folder / name)
            folder.rmdir()


def _free_bytes(folder: Path) -> int:
    return disk_usage(folder).free


def content_of(arrays: IndexArrays) -> str:
    """Return a hash of the rows an index was made of, in their order."""
    return blake2b(arrays.stamps.tobytes(), digest_size=16).hexdigest()


def _loaded(disk: Disk, folder: Path) -> IndexArrays:
    meta: dict[str, Any] = json.loads(disk.read(folder / _META))
    if meta["version"] != version():
        raise ValueError(meta["version"])
    marks = {str(name): Mark(size, checksum) for name, (size, checksum) in meta["arrays"].items()}
    named: dict[str, Array] = {name: read(folder / f"{name}.npy", mark) for name, mark in marks.items()}
    arrays = from_mapping(named, meta["version"])
    if content_of(arrays) != meta["content"]:
        raise ValueError(meta["content"])
    return arrays
