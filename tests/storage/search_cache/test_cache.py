"""The files of the search index: whole or not there, and never an error."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import IndexArrays, IndexStore, SaveResult, build, to_mapping
from quickdesk.storage.disk import LocalDisk, OpenFile
from quickdesk.storage.search_cache.cache import SPARE, SearchCache

LIBRARY = [Snippet(f"r{number}", f"退款 {number}", "七天无理由" * 40) for number in range(30)]
ARRAYS = build(LIBRARY)


class FullDisk(LocalDisk):
    """Has room for so many bytes."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def create(self, path: Path) -> OpenFile:  # type: ignore[override]
        return _Limited(self, super().create(path))


class _Limited:
    def __init__(self, disk: FullDisk, file: OpenFile) -> None:
        self._disk = disk
        self._file = file
        self.sync, self.truncate, self.close = file.sync, file.truncate, file.close

    def write(self, data: bytes) -> None:
        self._file.write(data[: self._disk.room])
        self._disk.room -= len(data)
        if self._disk.room < 0:
            self._disk.room = 0
            raise OSError(errno.ENOSPC, "full")


@pytest.fixture
def cache(tmp_path: Path) -> SearchCache:
    return SearchCache(tmp_path / "search", LocalDisk())


def same(one: IndexArrays, other: IndexArrays) -> bool:
    pairs = zip(to_mapping(one).items(), to_mapping(other).items(), strict=True)
    return all(a == b and x.dtype == y.dtype and np.array_equal(x, y) for (a, x), (b, y) in pairs)


def test_is_an_index_store(cache: SearchCache) -> None:
    store: IndexStore = cache
    assert store.load() is None


def test_gives_back_what_was_kept(cache: SearchCache) -> None:
    assert cache.keep(ARRAYS) is SaveResult.DONE
    loaded = cache.load()
    assert loaded is not None
    assert same(loaded, ARRAYS)
    finder = LibraryFinder()
    finder.rebuild(LIBRARY, loaded)
    assert len(finder.find("qitian", 50)) == 30


def test_an_empty_library_can_be_kept(cache: SearchCache) -> None:
    assert cache.keep(build([])) is SaveResult.DONE
    loaded = cache.load()
    assert loaded is not None
    assert len(loaded) == 0


def test_only_the_newest_generation_stays(cache: SearchCache, tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "mine.txt").write_text("keep")
    for count in (3, 5):
        assert cache.keep(build(LIBRARY[:count])) is SaveResult.DONE
    assert sorted(path.name for path in (tmp_path / "search").iterdir()) == ["index-2", "mine.txt"]
    loaded = cache.load()
    assert loaded is not None
    assert len(loaded) == 5


@pytest.mark.parametrize("kind", ["cut", "changed", "gone", "longer", "empty"])
@pytest.mark.parametrize("name", [*(f"{name}.npy" for name in to_mapping(ARRAYS)), "meta.json"])
def test_damage_means_not_there(cache: SearchCache, tmp_path: Path, name: str, kind: str) -> None:
    cache.keep(ARRAYS)
    path = tmp_path / "search" / "index-1" / name
    content = path.read_bytes()
    path.write_bytes(
        {
            "cut": content[: len(content) // 2],
            "changed": content[:-2] + bytes([content[-2] ^ 1]) + content[-1:],
            "gone": b"",
            "longer": content + b"\0",
            "empty": b"",
        }[kind]
    )
    if kind == "gone":
        path.unlink()
    loaded = cache.load()
    assert loaded is None or same(loaded, ARRAYS)
    assert loaded is None or name == "meta.json"
    assert cache.keep(ARRAYS) is SaveResult.DONE
    assert cache.load() is not None


@pytest.mark.parametrize("name", ["an array", "meta.json"])
@pytest.mark.parametrize("kind", ["a pipe", "a device", "a folder", "a link to itself"])
def test_what_is_no_file_is_not_waited_for(cache: SearchCache, tmp_path: Path, name: str, kind: str) -> None:
    cache.keep(ARRAYS)
    name = name if name == "meta.json" else f"{next(iter(to_mapping(ARRAYS)))}.npy"
    path = tmp_path / "search" / "index-1" / name
    path.unlink()
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "a device" else path)
    assert cache.load() is None
    assert cache.keep(ARRAYS) is SaveResult.DONE
    assert cache.load() is not None


def test_an_older_generation_is_used_if_the_newest_is_damaged(cache: SearchCache, tmp_path: Path) -> None:
    cache.keep(ARRAYS)
    (tmp_path / "search" / "index-7").mkdir()
    (tmp_path / "search" / "index-7" / "meta.json").write_text("[[[")
    (tmp_path / "search" / "index-8.new").mkdir()
    assert cache.load() is not None
    assert cache.keep(ARRAYS) is SaveResult.DONE
    assert [path.name for path in (tmp_path / "search").iterdir()] == ["index-8"]


def test_other_rules_mean_not_there(cache: SearchCache) -> None:
    other = replace(ARRAYS, version="0.other")
    assert cache.keep(other) is SaveResult.DONE
    assert cache.load() is None


@pytest.mark.parametrize("room", [0, 100, 5000, 40_000])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, room: int) -> None:
    folder = tmp_path / "search"
    SearchCache(folder, LocalDisk()).keep(build(LIBRARY[:2]))
    assert SearchCache(folder, FullDisk(room)).keep(ARRAYS) is SaveResult.DISK_FULL
    assert [path.name for path in folder.iterdir()] == ["index-1"]
    loaded = SearchCache(folder, LocalDisk()).load()
    assert loaded is not None
    assert len(loaded) == 2


def test_the_last_of_a_disk_is_left_to_the_replies(tmp_path: Path) -> None:
    needed = SPARE + sum(array.nbytes for array in to_mapping(ARRAYS).values())
    for room, outcome in ((needed - 1, SaveResult.DISK_FULL), (needed, SaveResult.DONE)):
        cache = SearchCache(tmp_path / "search", LocalDisk(), lambda _, room=room: room)
        assert cache.keep(ARRAYS) is outcome
        assert (cache.load() is None) is (outcome is SaveResult.DISK_FULL)


def test_a_folder_that_cannot_be_written_is_an_outcome(tmp_path: Path) -> None:
    (tmp_path / "search").write_text("a file")
    cache = SearchCache(tmp_path / "search", LocalDisk())
    assert cache.keep(ARRAYS) is SaveResult.NOT_WRITABLE
    assert cache.load() is None
    cache.tidy()
