"""The whole program with search indexes that are damaged, foreign or cannot be saved: everything is found.

All programs run at once, because each waits some seconds before it builds its index. All titles in their
library are the same.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.search.index.arrays import build
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.open import open_stores
from quickdesk.storage.search_cache.builder import IndexBuilder
from quickdesk.storage.search_cache.cache import INDEX_FOLDER, SearchCache
from tests.desktop_rig import Rig, until
from tests.e2e.program import Program

pytestmark = pytest.mark.desktop

COUNT = 1500
LIBRARY = [
    Snippet(f"s{number}", "退款", f"您好亲，第{number}条，三天内到账。", f"tk{number % 7}", ("售后",))
    for number in range(COUNT)
]


def damage(search: Path) -> None:
    """Damage the newest index, and leave one as after a power cut, one of other rules and a partial one."""
    for number in (2, 3):
        shutil.copytree(search / "index-1", search / f"index-{number}")
    shutil.copytree(search / "index-1", search / "index-4.new")
    (search / "index-4.new" / "meta.json").unlink()
    for path in (search / "index-3").iterdir():
        path.write_bytes(os.urandom(path.stat().st_size))
    largest = max((search / "index-2").glob("*.npy"), key=lambda path: path.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:5000])
    meta = search / "index-1" / "meta.json"
    meta.write_text(json.dumps({**json.loads(meta.read_text()), "version": "0.of-long-ago"}))


def swap(search: Path) -> None:
    """Replace the index by that of another library: half of these replies in another order, and others."""
    others = [Snippet(f"x{number}", "换货", "别处的话术") for number in range(500)]
    shutil.rmtree(search)
    SearchCache(search, LocalDisk()).keep(build([*others, *reversed(LIBRARY[: COUNT // 2])]))


def put_a_file_there(search: Path) -> None:
    shutil.rmtree(search)
    search.write_text("not a folder")


def leave(search: Path) -> None:
    """Change nothing."""


MENDED: dict[str, Callable[[Path], None]] = {"damaged": damage, "another library": swap}
STATES = {**MENDED, "whole": leave, "a file": put_a_file_there}


def everything(program: Program) -> dict[str, list[str]]:
    """Return what is certain for some queries: for texts in the middle, at the end, and in every title."""
    found = {}
    for query in ("第0条", f"第{COUNT - 1}条", "di750tiao", "tuikuan"):
        answer: Any = program.ask("find", query=query, limit=50)
        found[query] = [hit["id"] for hit in answer["data"] if not hit.get("related")]
    return found


RIGHT = {
    "第0条": ["s0"],
    f"第{COUNT - 1}条": [f"s{COUNT - 1}"],
    "di750tiao": ["s750"],
    "tuikuan": [f"s{number}" for number in range(50)],
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with its index."""
    folder = tmp_path_factory.mktemp("kept")
    with open_stores(folder) as stores:
        stores.snippets.apply(Change(put=tuple(LIBRARY)))
    SearchCache(folder / INDEX_FOLDER, LocalDisk()).keep(build(LIBRARY))
    return folder


@pytest.fixture(scope="module")
def mounts(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """Data folders without an index: on a disk without space for one, and with a read-only folder for it."""
    size = sum(path.stat().st_size for path in (kept / INDEX_FOLDER).rglob("*"))
    disk = tmp_path_factory.mktemp("disk")
    data = copied(kept, tmp_path_factory.mktemp("read-only") / "data")
    shutil.rmtree(data / INDEX_FOLDER)
    (data / INDEX_FOLDER).mkdir()
    made: list[Path] = []
    try:
        if mounted(made, disk, f"size={size // 2 + (4 << 20)}") and mounted(made, data / INDEX_FOLDER, "ro"):
            small = disk / "data"
            small.mkdir()
            for path in kept.glob("*.*"):
                shutil.copy(path, small)
            with (disk / "filler").open("wb") as filler:
                filler.write(bytes(max(0, shutil.disk_usage(disk).free - size // 2)))
            yield {"no room": small, "read-only": data}
        else:
            yield {}
    finally:
        for place in made:
            subprocess.run(["umount", "-l", str(place)], check=True)


def mounted(made: list[Path], place: Path, options: str) -> bool:
    """Mount a file system in memory, add the place to ``made``, and return whether that was allowed."""
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    is_mounted = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    made += [place] * is_mounted
    return is_mounted


def copied(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to)
    return to


@pytest.fixture(scope="module")
def running(
    bare: Rig, kept: Path, mounts: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Program]]:
    """A program for each state; each has found everything before it could build an index."""
    folders = dict(mounts)
    for name, spoil in STATES.items():
        folders[name] = copied(kept, tmp_path_factory.mktemp("state") / "data")
        spoil(folders[name] / INDEX_FOLDER)
    with ExitStack() as stack:
        programs = {}
        for name, folder in folders.items():
            programs[name] = Program(bare, folder)
            stack.callback(programs[name].close)
            programs[name].launch()
        for name, program in programs.items():
            until(program.is_listening, name, 30)
            assert everything(program) == RIGHT, name
        yield programs


def has_built(program: Program) -> bool:
    return f"search index of {COUNT} replies" in program.log


def end(program: Program) -> None:
    program.quit()
    # All register the same hotkey, and one disk is full on purpose.
    program.check_log(allowed=("hotkey", "backup"))


@pytest.mark.parametrize("state", MENDED)
def test_an_unusable_index_is_built_again(running: dict[str, Program], state: str) -> None:
    program = running[state]
    until(lambda: has_built(program), "an index of its own", 40)
    assert everything(program) == RIGHT
    end(program)
    search = program.folder / INDEX_FOLDER
    assert len(list(search.iterdir())) == 1
    index = IndexBuilder(search).kept()
    assert index is not None
    assert len(index) == COUNT


def test_a_file_in_the_place_of_the_folder_stays_and_does_no_harm(running: dict[str, Program]) -> None:
    program = running["a file"]
    until(lambda: has_built(program), "an index of its own", 40)
    assert everything(program) == RIGHT
    end(program)
    assert (program.folder / INDEX_FOLDER).read_text() == "not a folder"


@pytest.mark.parametrize("state", ["no room", "read-only"])
def test_an_index_that_cannot_be_saved_is_used(running: dict[str, Program], state: str) -> None:
    if state not in running:
        pytest.skip("no file system of its own can be mounted here (needs root)")
    program = running[state]
    until(lambda: has_built(program), "an index of its own", 40)
    assert everything(program) == RIGHT
    program.add("盘满之后", code="zqafter")
    assert [hit["id"] for hit in program.cli("find", "盘满之后", "--json").json] != []
    end(program)
    search = program.folder / INDEX_FOLDER
    assert not search.exists() or list(search.iterdir()) == []
    assert IndexBuilder(search).kept() is None


def test_a_complete_index_is_not_built_again(running: dict[str, Program]) -> None:
    program = running["whole"]
    assert everything(program) == RIGHT
    end(program)
    assert not has_built(program)
    assert [path.name for path in (program.folder / INDEX_FOLDER).iterdir()] == ["index-1"]
