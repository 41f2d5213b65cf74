import errno
import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.settings.settings import Settings
from quickdesk.storage.disk import LocalDisk, LocalFile
from quickdesk.storage.format import VERSION, encode
from quickdesk.storage.journal.record import encode_header, put, read
from quickdesk.storage.kinds import CUSTOMERS, INSIGHTS
from quickdesk.storage.ownership.lock import LOCK_NAME, FolderLock
from quickdesk.storage.report import Flaw
from quickdesk.storage.settings_store import SETTINGS
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.fakes.engine import add, commit, documents
from tests.fakes.stores import open_stores
from tests.storage.clean import is_clean

ONE = Snippet("a1", "退款", "亲，退款已处理。")
TWO = Snippet("b2", "问候", "您好")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with two writes behind it: ONE, then TWO."""
    folder = tmp_path / "data"
    for snippet in (ONE, TWO):
        with open_stores(folder) as stores:
            stores.snippets.apply(Change(put=(snippet,)))
            stores.settings.save(Settings(text_scale=125))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != LOCK_NAME}


def test_a_first_start_is_reported_once(tmp_path: Path) -> None:
    with open_stores(tmp_path / "new" / "data") as stores:
        assert stores.report.is_first_start
        assert is_clean(stores.report)
        stores.snippets.apply(Change(put=(ONE,)))
    with open_stores(tmp_path / "new" / "data") as stores:
        assert not stores.report.is_first_start
        assert is_clean(stores.report)


def test_only_files_of_ours_are_in_the_folder(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [
        LOCK_NAME,
        "settings.1.log",
        "settings.json",
        "settings.mark",
        "snippets.2.log",
        "snippets.json",
        "snippets.json.prev",
        "snippets.mark",
    ]


def test_a_second_opener_is_refused_until_the_first_closes(folder: Path) -> None:
    with open_stores(folder) as first:
        with pytest.raises(StoreError) as refusal:
            open_stores(folder)
        assert refusal.value.problem is StoreProblem.IN_USE
        with open_stores(folder, read_only=True) as reader:
            assert list(reader.snippets.snippets()) == [ONE, TWO]
        first.snippets.apply(Change(remove=("a1",)))
    with open_stores(folder) as second:
        assert list(second.snippets.snippets()) == [TWO]
        second.close()


def test_a_lock_is_free_again_after_a_failed_opening(folder: Path) -> None:
    (folder / "settings.json").write_bytes(b'{"_meta":{"1":{"format":"quickdesk-settings","version":9}}}')
    for _ in range(2):
        with pytest.raises(StoreError) as refusal:
            open_stores(folder)
        assert refusal.value.problem is StoreProblem.NEWER


def linked_elsewhere(folder: Path) -> Path:
    outside = folder.parent / "synced" / "snippets.json"
    outside.parent.mkdir()
    (folder / "snippets.json").rename(outside)
    (folder / "snippets.json").symlink_to(outside)
    return outside


@pytest.mark.parametrize("kind", ["snippets", "settings"])
def test_if_one_file_is_newer_none_is_changed(folder: Path, kind: str) -> None:
    (folder / "snippets.json").write_bytes(b"damaged")
    (folder / f"{kind}.json").write_text(
        json.dumps({"_meta": {"1": {"format": f"quickdesk-{kind}", "version": VERSION + 1}}, "x": {}})
    )
    before = contents(folder)
    for read_only in (False, True):
        with pytest.raises(StoreError) as refusal:
            open_stores(folder, read_only=read_only)
        assert refusal.value.problem is StoreProblem.NEWER
        assert refusal.value.path == str(folder / f"{kind}.json")
    assert contents(folder) == before


def test_damage_of_both_files_is_reported_for_both(folder: Path) -> None:
    (folder / "snippets.json").write_bytes(b"")
    (folder / "settings.json").write_bytes(encode(SETTINGS, {"settings": {}, "fields": {}})[:-5])
    with open_stores(folder) as stores:
        assert [(each.flaw, each.used_previous) for each in stores.report.recoveries] == [
            (Flaw.EMPTY, True),
            (Flaw.NOT_JSON, False),
        ]
        assert all(each.lost_nothing for each in stores.report.recoveries)
        assert list(stores.snippets.snippets()) == [ONE, TWO]
        assert stores.settings.load() == Settings(text_scale=125)
    assert (folder / "settings.json.damaged-1").exists()


def test_a_file_cut_off_anywhere_is_reported_and_kept(folder: Path) -> None:
    whole = (folder / "snippets.json").read_bytes()
    for number, length in enumerate(range(0, len(whole), 23), start=1):
        (folder / "snippets.json").write_bytes(whole[:length])
        with open_stores(folder) as stores:
            assert [each.lost_nothing for each in stores.report.recoveries] == [True]
            assert stores.report.losses == ()
            assert list(stores.snippets.snippets()) == [ONE, TWO]
        assert (folder / f"snippets.json.damaged-{number}").read_bytes() == whole[:length]


class TestThingsInThePlaceOfTheFile:
    def test_a_folder(self, folder: Path) -> None:
        (folder / "snippets.json").unlink()
        (folder / "snippets.json" / "inside").mkdir(parents=True)
        with open_stores(folder) as stores:
            assert [each.flaw for each in stores.report.recoveries] == [Flaw.NOT_A_FILE]
            assert list(stores.snippets.snippets()) == [ONE, TWO]
        assert (folder / "snippets.json.damaged-1" / "inside").is_dir()

    def test_a_pipe(self, folder: Path) -> None:
        (folder / "snippets.json").unlink()
        os.mkfifo(folder / "snippets.json")
        with open_stores(folder) as stores:
            assert [each.flaw for each in stores.report.recoveries] == [Flaw.NOT_A_FILE]

    def test_a_broken_link_or_one_to_itself(self, folder: Path) -> None:
        for number, target in enumerate(["nowhere", "snippets.json"], start=1):
            (folder / "snippets.json").unlink()
            (folder / "snippets.json").symlink_to(target)
            with open_stores(folder) as stores:
                assert [each.flaw for each in stores.report.recoveries] == [Flaw.UNREADABLE]
                assert list(stores.snippets.snippets()) == [ONE, TWO]
            assert (folder / f"snippets.json.damaged-{number}").readlink() == Path(target)

    def test_a_link_stays_one_and_what_it_leads_to_is_kept_up_to_date(self, folder: Path) -> None:
        outside = linked_elsewhere(folder)
        for number in range(3):
            with open_stores(folder) as stores:
                assert is_clean(stores.report)
                stores.snippets.apply(Change(put=(Snippet(str(number), "t", "b"),)))
            assert (folder / "snippets.json").readlink() == outside
        assert sorted(path.name for path in outside.parent.iterdir()) == ["snippets.json"]
        with open_stores(outside.parent, read_only=True) as stores:
            assert [each.id for each in stores.snippets.snippets()] == ["a1", "b2", "0", "1", "2"]
        (folder / "snippets.json").unlink()
        with open_stores(folder, read_only=True) as stores:  # the previous one and the journals
            assert [each.id for each in stores.snippets.snippets()] == ["a1", "b2", "0", "1", "2"]

    @pytest.mark.parametrize("data", [b"damaged", b'{"snippets": {"x": {"title": "t", "body": "b"}}}'])
    def test_a_link_to_a_file_that_was_spoilt_or_made_by_hand_stays_one_too(
        self, folder: Path, data: bytes
    ) -> None:
        outside = linked_elsewhere(folder)
        data = outside.read_bytes()[:-9] if data == b"damaged" else data
        is_made_by_hand = not data.startswith(b'{"_meta"')
        outside.write_bytes(data)
        with open_stores(folder) as stores:
            ids = [each.id for each in stores.snippets.snippets()]
        assert ids == (["x"] if is_made_by_hand else ["a1", "b2"])
        assert (folder / "snippets.json").readlink() == outside
        asides = [path.read_bytes() for path in folder.glob("snippets.json.damaged-*")]
        assert asides == ([] if is_made_by_hand else [data])
        with open_stores(folder) as stores:
            assert is_clean(stores.report)
            assert [each.id for each in stores.snippets.snippets()] == ids


class TestTheLock:
    def test_a_folder_or_a_link_in_its_place_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a" / LOCK_NAME).mkdir(parents=True)
        (tmp_path / "b").mkdir()
        (tmp_path / "victim").write_text("theirs")
        (tmp_path / "b" / LOCK_NAME).symlink_to(tmp_path / "victim")
        for name in "ab":
            with pytest.raises(StoreError) as refusal:
                open_stores(tmp_path / name)
            assert refusal.value.problem is StoreProblem.NOT_WRITABLE
        assert (tmp_path / "victim").read_text() == "theirs"

    def test_it_can_be_given_back_twice(self, tmp_path: Path) -> None:
        lock = FolderLock(tmp_path)
        lock.release()
        lock.release()
        FolderLock(tmp_path).release()

    def test_it_dies_with_its_process(self, folder: Path) -> None:
        code = "import sys; from pathlib import Path; from quickdesk.storage.open import open_stores\n"
        code += "stores = open_stores(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
        with running(code, folder) as owner:
            assert owner.stdout is not None
            assert owner.stdout.readline() == "open\n"
            with pytest.raises(StoreError) as refusal:
                open_stores(folder)
            assert refusal.value.problem is StoreProblem.IN_USE
            owner.kill()
            owner.wait()
        with open_stores(folder) as stores:
            assert is_clean(stores.report)


class TestForReadingOnly:
    def test_a_folder_that_does_not_exist_is_not_made(self, tmp_path: Path) -> None:
        with open_stores(tmp_path / "none", read_only=True) as stores:
            assert stores.report.is_read_only
            assert list(stores.snippets.snippets()) == []
        assert not (tmp_path / "none").exists()

    def test_nothing_is_written_or_moved(self, folder: Path) -> None:
        (folder / "snippets.json").write_bytes(b"damaged")
        (folder / LOCK_NAME).unlink()
        before = contents(folder)
        with open_stores(folder, read_only=True) as stores:
            assert list(stores.snippets.snippets()) == [ONE, TWO]
            assert len(stores.report.recoveries) == 1
            with pytest.raises(StoreError):
                stores.snippets.apply(Change(remove=(TWO.id,)))
        assert contents(folder) == before
        assert not (folder / LOCK_NAME).exists()

    def test_a_folder_that_is_none_or_may_not_be_entered_is_an_error_and_not_an_empty_list(
        self, tmp_path: Path
    ) -> None:
        class Closed(LocalDisk):
            def exists(self, path: Path) -> bool:
                raise PermissionError(errno.EACCES, "closed", str(path))

        (tmp_path / "file").write_text("")
        for folder, disk in ((tmp_path / "file", None), (tmp_path, Closed())):
            with pytest.raises(StoreError) as refusal:
                open_stores(folder, read_only=True, disk=disk)
            assert refusal.value.problem is StoreProblem.UNREADABLE


def test_a_read_only_folder_is_reported(folder: Path) -> None:
    class ReadOnly(LocalDisk):
        def create(self, path: Path) -> LocalFile:
            raise OSError(errno.EROFS, "Read-only file system", str(path))

    with open_stores(folder, disk=ReadOnly()) as stores:
        assert stores.report.is_read_only
        assert stores.report.refusal is not None
        assert stores.report.refusal.problem is StoreProblem.NOT_WRITABLE
        with pytest.raises(StoreError) as refusal:
            stores.snippets.apply(Change(remove=("a1",)))
        assert refusal.value.problem is StoreProblem.NOT_WRITABLE
        assert list(stores.snippets.snippets()) == [ONE, TWO]


class TestWhereNothingCanBeWritten:
    def test_a_folder_that_cannot_be_prepared_is_shown_all_the_same(self, folder: Path) -> None:
        class ReadOnly(LocalDisk):
            def make_folder(self, folder: Path) -> None:
                raise OSError(errno.EROFS, "Read-only file system", str(folder))

        before = contents(folder)
        with open_stores(folder, disk=ReadOnly()) as stores:
            assert stores.report.is_read_only
            assert stores.report.refusal is not None
            assert list(stores.snippets.snippets()) == [ONE, TWO]
            with pytest.raises(StoreError) as refusal:
                stores.snippets.apply(Change(remove=("a1",)))
            assert refusal.value.problem is StoreProblem.NOT_WRITABLE
            assert list(stores.snippets.snippets()) == [ONE, TWO]
        assert contents(folder) == before

    def test_a_folder_that_is_not_there_is_an_error(self, tmp_path: Path) -> None:
        class ReadOnly(LocalDisk):
            def make_folder(self, folder: Path) -> None:
                raise OSError(errno.EROFS, "Read-only file system", str(folder))

        with pytest.raises(StoreError):
            open_stores(tmp_path / "none", disk=ReadOnly())

    def test_on_a_full_disk_it_opens_and_goes_on_when_there_is_room(self, folder: Path) -> None:
        class Full(LocalDisk):
            is_full = True

            def create(self, path: Path) -> LocalFile:
                if self.is_full:
                    raise OSError(errno.ENOSPC, "No space left on device", str(path))
                return super().create(path)

        disk = Full()
        with open_stores(folder, disk=disk) as stores:
            assert stores.report.refusal is not None
            assert stores.report.refusal.problem is StoreProblem.DISK_FULL
            for change in (Change(remove=("a1",)), Change(put=(Snippet("c3", "t", "b"),))):
                with pytest.raises(StoreError) as refusal:
                    stores.snippets.apply(change)
                assert refusal.value.problem is StoreProblem.DISK_FULL
            assert list(stores.snippets.snippets()) == [ONE, TWO]
            disk.is_full = False
            stores.snippets.apply(Change(remove=("a1",)))
        with open_stores(folder) as stores:
            assert is_clean(stores.report)
            assert list(stores.snippets.snippets()) == [TWO]


class TestOtherKinds:
    def test_they_are_opened_when_asked_for_and_closed_with_the_rest(self, folder: Path) -> None:
        with open_stores(folder) as stores:
            assert not list(folder.glob("customers*"))
            commit(
                stores.engine(CUSTOMERS),
                [put("customers", "1", {"name": "客户"}), put("notes", "1", {"of": 1, "text": "注"})],
            )
            assert list(documents(stores.engine(CUSTOMERS), "notes").values()) == [{"of": 1, "text": "注"}]
            add(stores.engine(CUSTOMERS), "customers", {"name": "二"})
        with TinyDB(folder / "customers.json", encoding="utf-8") as stock:
            assert len(stock.table("customers")) == 1  # the block of both, encrypted
        with open_stores(folder) as stores:
            assert len(documents(stores.engine(CUSTOMERS), "customers")) == 2

    def test_a_newer_one_is_left_untouched_and_the_rest_works(self, folder: Path) -> None:
        newer = json.dumps({"_meta": {"1": {"format": "quickdesk-insights", "version": 9}}, "x": {}}).encode()
        (folder / "insights.json").write_bytes(newer)
        with open_stores(folder) as stores:
            with pytest.raises(StoreError) as refusal:
                stores.engine(INSIGHTS)
            assert refusal.value.problem is StoreProblem.NEWER
            stores.snippets.apply(Change(remove=("a1",)))
        assert (folder / "insights.json").read_bytes() == newer

    def test_a_document_of_another_shape_is_refused(self, folder: Path) -> None:
        with open_stores(folder) as stores, pytest.raises(ValueError, match="snippets"):
            add(stores.engine(SNIPPETS), "snippets", {"title": 7})


def test_a_crash_loses_nothing_that_was_stored(folder: Path) -> None:
    stores = open_stores(folder)
    for number in range(20):
        stores.snippets.apply(Change(put=(Snippet(f"n{number}", "t", "b"),)))
    with open_stores(folder, read_only=True) as reader:
        assert is_clean(reader.report)
        assert len(reader.snippets.snippets()) == 22
    stores.close()


def test_after_closing_changes_are_refused(folder: Path) -> None:
    stores = open_stores(folder)
    stores.close()
    with pytest.raises(StoreError):
        stores.snippets.apply(Change(remove=("a1",)))
    assert list(stores.snippets.snippets()) == [ONE, TWO]
    stores.close()


@pytest.fixture
def small_files_only() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("small_files_only")
def test_a_write_that_the_system_stops_midway_loses_nothing(folder: Path) -> None:
    kept = 2
    with open_stores(folder) as stores:

        def fill() -> None:
            nonlocal kept
            for number in range(1000):
                stores.snippets.apply(Change(put=(Snippet(f"n{number}", "标题", "正文" * 500),)))
                kept += 1

        with pytest.raises(StoreError) as refusal:
            fill()
        assert refusal.value.problem is StoreProblem.DISK_FULL
        assert len(stores.snippets.snippets()) == kept
    with open_stores(folder) as stores:
        assert is_clean(stores.report)
        assert len(stores.snippets.snippets()) == kept > 5
    assert not (folder / "snippets.json.new").exists()


WRITER = """
import sys
from pathlib import Path
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.open import open_stores
stores = open_stores(Path(sys.argv[1]))
start = len(stores.snippets.snippets())
for number in range(start, start + 100_000):
    stores.snippets.apply(Change(put=(Snippet(str(number), "标题", "正文" * 200),)))
    print(number, flush=True)
"""


def test_a_killed_program_loses_nothing_it_called_saved(tmp_path: Path) -> None:
    for kill_after in range(1, 12, 2):
        with running(WRITER, tmp_path) as writer:
            assert writer.stdout is not None
            saved = -1
            for _ in range(kill_after):
                saved = int(writer.stdout.readline())
            writer.kill()
            saved = max([saved, *(int(line) for line in writer.stdout.read().split())])
            writer.wait()
        with open_stores(tmp_path) as stores:
            assert is_clean(stores.report)
            found = [int(each.id) for each in stores.snippets.snippets()]
        # The write under way at the kill may have come through.
        assert found in (list(range(saved + 1)), list(range(saved + 2)))


def running(code: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("is_from_an_earlier_version", [False, True])
def test_a_snapshot_that_is_gone_after_an_end_and_a_new_start_loses_nothing(
    tmp_path: Path, *, is_from_an_earlier_version: bool
) -> None:
    """The journal of the last run, which is in that snapshot, still counts for the one before it."""
    copy = tmp_path / "copy"
    for number in range(3):
        with open_stores(tmp_path / "data") as stores:
            for each in range(3):
                stores.snippets.apply(Change(put=(Snippet(f"{number}{each}", "t", "b"),)))
            if number == 2:
                shutil.copytree(tmp_path / "data", copy)
    if is_from_an_earlier_version:
        _say_nothing_of_the_journal_before(copy)
    (copy / "snippets.json").unlink()
    with open_stores(copy) as stores:
        assert len(stores.snippets.snippets()) == 9
        assert is_clean(stores.report)


def _say_nothing_of_the_journal_before(folder: Path) -> None:
    journal = folder / "snippets.3.log"
    header = read(journal.read_bytes()).header
    assert header is not None
    assert header.before == 3
    records = journal.read_bytes().partition(b"\n")[2]
    journal.write_bytes(encode_header(replace(header, before=0)) + records)
