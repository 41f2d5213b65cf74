"""The base index of the search in files: one folder for each generation, one file for each array.

A generation is written to another folder and renamed when it is complete. Mapped files cannot be replaced on
every system, so nothing is overwritten; old generations are deleted when they are no longer in use. Anything
damaged, incomplete or of another version is ignored, and the index is built again.
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
from quickdesk.storage.search_cache.array_file import FileDigest, read, write

INDEX_FOLDER = "search"
"""The name of its folder in a data folder; it may be deleted at any time."""
SPARE = 32 * 1024 * 1024
"""The number of bytes on the disk that the cache leaves free."""
_GENERATION = re.compile(r"index-(\d{1,12})")
_UNFINISHED = ".new"
_META = "meta.json"
_UNUSABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, EOFError, RecursionError)


class SearchCache:
    """An IndexStore in a folder of its own."""

    def __init__(self, folder: Path, disk: Disk, room: Callable[[Path], int] | None = None) -> None:
        """``room`` returns the number of free bytes on the disk of a folder; by default the system does."""
        self._folder = folder
        self._disk = disk
        self._room = room or _free_bytes

    def load(self) -> IndexArrays | None:
        """Return the newest index that is undamaged and of the present version, or None.

        Every byte is read once to verify it; afterwards it is memory-mapped.
        """
        for number in sorted(self._generations(), reverse=True):
            with suppress(*_UNUSABLE):
                return _loaded(self._disk, self._place(number))
        return None

    def keep(self, arrays: IndexArrays) -> SaveResult:
        """Store an index as the next generation; older ones are deleted when they are no longer read.

        It is not written if too little of the disk would be left for replies to be saved.
        """
        if not self._folder.parent.is_dir():  # a deleted data folder is not created again
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
        """Delete all generations but the newest, and incomplete ones; those in use stay."""
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
        digests = {}
        for name, array in to_mapping(arrays).items():
            digest = write(self._disk, folder / f"{name}.npy", array)
            digests[name] = [digest.size, digest.checksum]
        meta = {"version": arrays.version, "content": content_of(arrays), "arrays": digests}
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
    """Return a hash of the rows of an index, in order."""
    return blake2b(arrays.stamps.tobytes(), digest_size=16).hexdigest()


def _loaded(disk: Disk, folder: Path) -> IndexArrays:
    meta: dict[str, Any] = json.loads(disk.read(folder / _META))
    if meta["version"] != version():
        raise ValueError(meta["version"])
    digests = {str(name): FileDigest(size, checksum) for name, (size, checksum) in meta["arrays"].items()}
    named: dict[str, Array] = {name: read(folder / f"{name}.npy", digest) for name, digest in digests.items()}
    arrays = from_mapping(named, meta["version"])
    if content_of(arrays) != meta["content"]:
        raise ValueError(meta["content"])
    return arrays
