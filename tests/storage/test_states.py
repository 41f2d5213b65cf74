import errno
import json
from pathlib import Path

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.format import encode
from quickdesk.storage.journal.opening import Loaded
from quickdesk.storage.report import Flaw
from quickdesk.storage.snippet_store import TinySnippetStore
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.fakes.disk import File, MemoryDisk, PowerCut
from tests.fakes.engine import documents, engine_of, read, settled, snippet_store

FOLDER = Path("/data")
FILE, PREVIOUS, NEW = (FOLDER / f"snippets.json{suffix}" for suffix in ("", ".prev", ".new"))


def one(number: int) -> Snippet:
    return Snippet(str(number), f"第{number}条", "正文" * number)


def bytes_of(*numbers: int) -> bytes:
    return encode(
        SNIPPETS,
        {"snippets": {str(n): {"_id": str(n), "title": str(n), "body": ""} for n in numbers}, "trash": {}},
    )


def load_and_repair(disk: MemoryDisk) -> Loaded:
    return settled(disk, SNIPPETS)


def ids(opened: Loaded) -> list[str]:
    return [document["_id"] for document in documents(opened, "snippets").values()]


def store_on(disk: MemoryDisk) -> TinySnippetStore:
    return snippet_store(engine_of(load_and_repair(disk)))


def sessions(disk: MemoryDisk, *numbers: int) -> None:
    """Put one snippet in each of some runs that end in order."""
    for number in numbers:
        engine = engine_of(load_and_repair(disk))
        snippet_store(engine).apply(Change(put=(one(number),)))
        engine.close()


def disk_with(**files: bytes | None) -> MemoryDisk:
    paths = {"file": FILE, "previous": PREVIOUS, "new": NEW}
    return MemoryDisk({paths[name]: File(data) for name, data in files.items() if data is not None})


def test_nothing_there_is_a_new_file_and_no_word_about_it() -> None:
    opened = load_and_repair(MemoryDisk())
    assert opened.is_new
    assert opened.recovery is None


def test_a_first_write_that_was_cut_short_is_nothing_either() -> None:
    disk = disk_with(new=b'{"_meta":')
    assert load_and_repair(disk).is_new
    assert disk.names_now == {}


def test_the_previous_version_is_kept() -> None:
    disk = MemoryDisk()
    sessions(disk, 1, 2, 3)
    assert ids(load_and_repair(MemoryDisk({FILE: disk.names_now[PREVIOUS]}))) == ["1", "2"]
    del disk.names_now[FILE]
    opened = load_and_repair(disk)
    assert ids(opened) == ["1", "2", "3"]
    assert opened.recovery is None
    assert opened.losses == ()


DAMAGES = {
    Flaw.EMPTY: b"",
    Flaw.NOT_JSON: bytes_of(1, 2)[:-9],
    Flaw.WRONG_SHAPE: b"{}",
    Flaw.CHANGED: bytes_of(1, 2).replace(b'"body"', b'"bodi"', 1),
}


@pytest.mark.parametrize("flaw", DAMAGES)
def test_a_damaged_file_is_set_aside_and_the_previous_version_used(flaw: Flaw) -> None:
    disk = disk_with(file=DAMAGES[flaw], previous=bytes_of(1))
    opened = load_and_repair(disk)
    aside = FOLDER / "snippets.json.damaged-1"
    assert ids(opened) == ["1"]
    assert opened.recovery is not None
    assert (opened.recovery.path, opened.recovery.flaw) == (FILE, flaw)
    assert opened.recovery.set_aside == (aside,)
    assert opened.recovery.used_previous
    assert disk.names_now[aside].data == DAMAGES[flaw]
    again = load_and_repair(disk)
    assert ids(again) == ["1"]
    assert again.recovery is None


def test_without_a_previous_version_it_starts_empty_says_so_and_is_no_first_start_later() -> None:
    disk = disk_with(file=b"\0" * 99)
    opened = load_and_repair(disk)
    assert opened.recovery is not None
    assert not opened.recovery.used_previous
    assert not opened.is_new
    assert ids(opened) == []
    assert not load_and_repair(disk).is_new


def test_both_versions_damaged_both_are_set_aside() -> None:
    disk = disk_with(file=b"x", previous=b"y")
    opened = load_and_repair(disk)
    assert opened.recovery is not None
    asides = [FOLDER / "snippets.json.damaged-1", FOLDER / "snippets.json.prev.damaged-1"]
    assert list(opened.recovery.set_aside) == asides
    assert [disk.names_now[path].data for path in asides] == [b"x", b"y"]


def test_what_was_set_aside_is_never_overwritten() -> None:
    disk = disk_with(file=b"first")
    load_and_repair(disk)
    for number, data in enumerate([b"second", b"third"], start=2):
        disk.names_now[FILE] = File(data)
        disk.names_now.pop(PREVIOUS, None)
        opened = load_and_repair(disk)
        assert opened.recovery is not None
        assert opened.recovery.set_aside == (FOLDER / f"snippets.json.damaged-{number}",)
    kept = [disk.names_now[FOLDER / f"snippets.json.damaged-{number}"].data for number in (1, 2, 3)]
    assert kept == [b"first", b"second", b"third"]


def test_a_missing_file_is_reported_and_the_previous_version_used() -> None:
    opened = load_and_repair(disk_with(previous=bytes_of(1)))
    assert ids(opened) == ["1"]
    assert opened.recovery is not None
    assert opened.recovery.flaw is Flaw.MISSING
    assert opened.recovery.set_aside == ()


def test_a_crash_between_the_two_renames_is_no_damage() -> None:
    disk = disk_with(previous=bytes_of(1), new=bytes_of(1, 2))
    opened = load_and_repair(disk)
    assert ids(opened) == ["1"]
    assert opened.recovery is None
    assert NEW not in disk.names_now
    assert ids(load_and_repair(disk)) == ["1"]


@pytest.mark.parametrize("where", [FILE, PREVIOUS, NEW])
def test_a_folder_in_the_place_of_a_file_is_moved_out_of_the_way(where: Path) -> None:
    class WithFolder(MemoryDisk):
        def replace(self, source: Path, target: Path) -> None:
            if source in self.folders:
                self.folders.remove(source)
                self.folders.add(target)
                return
            super().replace(source, target)

    disk = WithFolder({FILE: File(bytes_of(1))} if where != FILE else {}, folders={where})
    opened = load_and_repair(disk)
    assert disk.folders == {where.with_name(f"{where.name}.damaged-1")}
    if where == FILE:
        assert opened.recovery is not None
        assert opened.recovery.flaw is Flaw.NOT_A_FILE
    store = store_on(disk)
    store.apply(Change(put=(one(7),)))
    store.apply(Change(put=(one(8),)))
    assert ids(load_and_repair(disk))[-2:] == ["7", "8"]


@pytest.mark.parametrize("place", ["file", "previous"])
def test_a_newer_version_is_left_untouched(place: str) -> None:
    newer = json.dumps({"_meta": {"1": {"format": "quickdesk-snippets", "version": 9}}}).encode()
    disk = disk_with(**{"file": b"damaged", place: newer})
    before = {path: file.data for path, file in disk.names_now.items()}
    with pytest.raises(StoreError) as refusal:
        load_and_repair(disk)
    assert refusal.value.problem is StoreProblem.NEWER
    assert {path: file.data for path, file in disk.names_now.items()} == before
    assert disk.effects == 0


@pytest.mark.parametrize(
    ("number", "flaw"), [(errno.EACCES, Flaw.UNREADABLE), (errno.EIO, Flaw.UNREADABLE), (errno.EMFILE, None)]
)
def test_an_unreadable_file_is_set_aside_only_if_that_is_permanent(number: int, flaw: Flaw | None) -> None:
    class Closed(MemoryDisk):
        def read(self, path: Path) -> bytes:
            if path == FILE:
                raise OSError(number, "closed")
            return super().read(path)

    disk = Closed({FILE: File(b"secret"), PREVIOUS: File(bytes_of(1))})
    if flaw is None:
        with pytest.raises(StoreError) as refusal:
            load_and_repair(disk)
        assert refusal.value.problem is StoreProblem.UNREADABLE
        assert disk.names_now[FILE].data == b"secret"
    else:
        opened = load_and_repair(disk)
        assert opened.recovery is not None
        assert opened.recovery.flaw is flaw
        assert disk.names_now[FOLDER / "snippets.json.damaged-1"].data == b"secret"


class TestForReadingOnly:
    def test_it_uses_the_previous_version_and_touches_nothing(self) -> None:
        disk = disk_with(file=b"x", previous=bytes_of(1), new=b"y")
        opened = read(disk, SNIPPETS)
        assert ids(opened) == ["1"]
        assert opened.recovery is not None
        assert opened.recovery.set_aside == ()
        assert disk.effects == 0

    def test_nothing_whole_is_an_error_and_not_an_empty_list(self) -> None:
        with pytest.raises(StoreError) as refusal:
            read(disk_with(file=b"x"), SNIPPETS)
        assert refusal.value.problem is StoreProblem.DAMAGED


ERRORS = [
    (OSError(errno.ENOSPC, "full"), StoreProblem.DISK_FULL),
    (OSError(errno.EDQUOT, "quota"), StoreProblem.DISK_FULL),
    (OSError(errno.EFBIG, "too big"), StoreProblem.DISK_FULL),
    (PermissionError(errno.EACCES, "no"), StoreProblem.NOT_WRITABLE),
    (OSError(errno.EROFS, "read-only"), StoreProblem.NOT_WRITABLE),
    (OSError(errno.EIO, "broken"), StoreProblem.NOT_WRITABLE),
]
EFFECTS = {"the first change of a run": 6, "a later change": 2}


@pytest.mark.parametrize(("error", "problem"), ERRORS, ids=str)
@pytest.mark.parametrize(
    ("when", "nth"), [(when, nth + 1) for when in EFFECTS for nth in range(EFFECTS[when])]
)
@pytest.mark.parametrize("is_empty", [True, False])
def test_a_write_that_fails_anywhere_changes_nothing(
    error: OSError, problem: StoreProblem, when: str, nth: int, is_empty: bool
) -> None:
    disk = MemoryDisk()
    if not is_empty:
        store_on(disk).apply(Change(put=(one(1), one(2), one(4)), remove=("2",)))
    store = store_on(disk)
    if when == "a later change":
        store.apply(Change(put=(one(5),)))
    before = store.snippets(), store.removed()
    disk.effects, disk.fail_at, disk.error = 0, nth, error
    with pytest.raises(StoreError) as refusal:
        store.apply(Change(put=(one(3),), remove=("1",), restore=("2",)))
    assert refusal.value.problem is problem
    disk.fail_at = None
    assert (store.snippets(), store.removed()) == before
    assert all(store.get(each.id) == each for each in before[0])
    reopened = store_on(disk.after_kill())
    assert (reopened.snippets(), reopened.removed()) == before
    opened = load_and_repair(disk.after_kill())
    assert opened.recovery is None
    assert opened.losses == ()
    store.apply(Change(put=(one(3),)))
    assert [each.id for each in store.snippets()] == [*(each.id for each in before[0]), "3"]
    assert store_on(disk.after_kill()).snippets() == store.snippets()
    assert load_and_repair(disk.after_kill()).losses == ()


def test_a_full_disk_takes_no_change_and_loses_none() -> None:
    disk = MemoryDisk()
    store = store_on(disk)
    disk.capacity = 2_000
    kept: list[Snippet] = []

    def fill() -> None:
        for number in range(100):
            store.apply(Change(put=(one(number),)))
            kept.append(one(number))

    with pytest.raises(StoreError) as refusal:
        fill()
    assert refusal.value.problem is StoreProblem.DISK_FULL
    assert kept
    assert list(store.snippets()) == kept
    assert list(store_on(disk).snippets()) == kept


def states(disk: MemoryDisk) -> list[MemoryDisk]:
    return [disk.after_kill(), *disk.power_cuts()]


@pytest.mark.parametrize("writes", [0, 1, 2, 3])
@pytest.mark.parametrize("in_one_run", [True, False])
def test_a_crash_or_power_cut_anywhere_leaves_the_old_or_the_new_state_and_no_alarm(
    writes: int, in_one_run: bool
) -> None:
    nth, is_cut = 0, True
    while is_cut:
        nth += 1
        disk = MemoryDisk()
        engine = engine_of(load_and_repair(disk))
        for number in range(writes):
            snippet_store(engine).apply(Change(put=(one(number),)))
            if not in_one_run:
                engine.close()
                engine = engine_of(load_and_repair(disk))
        disk.effects, disk.fail_at, disk.error = 0, nth, PowerCut()
        is_saved = False
        try:
            snippet_store(engine).apply(Change(put=(one(99),)))
            is_saved = True
            engine.compact()
            engine.close()
            is_cut = False
        except PowerCut:
            pass
        old = [str(number) for number in range(writes)]
        for found in states(disk):
            opened = load_and_repair(found)
            assert opened.recovery is None
            assert opened.losses == ()
            assert ids(opened) in ([[*old, "99"]] if is_saved else [old, [*old, "99"]])
            assert ids(load_and_repair(found)) == ids(opened)
    assert nth > 10


def test_a_second_crash_while_recovering_loses_nothing_either() -> None:
    for start in ({"file": b"x", "previous": bytes_of(1)}, {"previous": bytes_of(1), "new": bytes_of(1, 2)}):
        for nth in range(1, 12):
            disk = disk_with(**start)
            disk.fail_at, disk.error = nth, PowerCut()
            try:
                load_and_repair(disk)
            except PowerCut:
                for found in states(disk):
                    assert ids(load_and_repair(found)) == ["1"]


def test_a_recovery_that_cannot_be_written_still_opens_and_is_reported_again() -> None:
    disk = disk_with(file=b"x", previous=bytes_of(1))
    disk.capacity = 10
    assert ids(load_and_repair(disk)) == ["1"]
    disk.capacity = None
    again = load_and_repair(disk)
    assert ids(again) == ["1"]
    assert again.recovery is not None
    assert again.recovery.flaw is Flaw.MISSING


def test_a_swap_that_can_neither_go_on_nor_back_is_settled_at_the_next_start() -> None:
    class OneRenameOnly(MemoryDisk):
        left = 1

        def replace(self, source: Path, target: Path) -> None:
            if self.left == 0:
                raise OSError(errno.EIO, "broken")
            self.left -= 1
            super().replace(source, target)

    disk = OneRenameOnly({FILE: File(bytes_of(1))})
    engine = engine_of(load_and_repair(disk))
    store = snippet_store(engine)
    store.apply(Change(put=(one(2),)))
    with pytest.raises(StoreError):
        engine.compact()
    assert FILE not in disk.names_now
    store.apply(Change(put=(one(3),)))
    engine.close()
    opened = load_and_repair(disk.after_kill())
    assert ids(opened) == ["1", "2", "3"]
    assert opened.recovery is None
    assert opened.losses == ()


def test_a_damaged_file_beside_a_journal_that_says_nothing_is_a_loss() -> None:
    disk = MemoryDisk()
    sessions(disk, 1)
    disk.names_now = {
        Path("/data/snippets.json"): File(b"{half"), Path("/data/snippets.1.log"): File(b"{half")
    }  # fmt: skip
    loaded = load_and_repair(disk)
    assert ids(loaded) == []
    assert loaded.recovery is not None
    assert not loaded.recovery.lost_nothing
