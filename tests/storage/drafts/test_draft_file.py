"""The file of the drafts: whole or as it was, and gone with the last draft."""

import json
import os
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.drafts import MAX_DRAFTS, CustomerDraft, Drafts, FormDraft, ReplyDraft
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.drafts.draft_file import DRAFTS, DraftFile
from quickdesk.storage.kinds import KINDS
from quickdesk.storage.open import open_stores
from tests.fakes.clock import NOON
from tests.fakes.disk import MemoryDisk

REPLY = ReplyDraft(1, NOON, Snippet("", "题", "半句{", "tk", ("售后",), ("常用",), "备注", ("能退吗",)))
FORM = FormDraft(2, NOON, "a1", {"订单号": "A1"}, "wechat")
FOLDER = Path("/data")
texts = st.text(max_size=12)
snippets = st.builds(Snippet, texts, texts, texts, texts, st.tuples(texts), st.tuples(texts, texts), texts)
moments = st.datetimes(
    datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.just(timezone(timedelta(hours=8)))
)


@pytest.fixture
def disk() -> MemoryDisk:
    disk = MemoryDisk()
    disk.make_folder(FOLDER)
    return disk


@given(snippets, texts, st.dictionaries(texts, texts, max_size=3), moments)
def test_what_is_saved_is_loaded(
    content: Snippet, program: str, values: dict[str, str], moment: datetime
) -> None:
    disk = MemoryDisk()
    disk.make_folder(FOLDER)
    drafts = Drafts((ReplyDraft(1, moment, content),), (FormDraft(2, moment, "a1", values, program),))
    DraftFile(disk, FOLDER).save(drafts)
    assert DraftFile(disk, FOLDER).load() == drafts


def test_numbers_are_given_anew(disk: MemoryDisk) -> None:
    file = DraftFile(disk, FOLDER)
    file.save(Drafts((ReplyDraft(7, NOON, REPLY.content),), (FORM,)))
    assert file.load() == Drafts((REPLY,), (FORM,))


def test_a_note_without_a_customer_is_stored_beside_forms(disk: MemoryDisk) -> None:
    file, note = DraftFile(disk, FOLDER), CustomerDraft(1, NOON, "note", "", {"text": "改地址"})
    file.save(Drafts((), (FORM,), (note,)))
    loaded = file.load()
    assert [each.texts for each in loaded.customers] == [note.texts]
    assert [each.number for each in loaded] == [1, 2], "no two have one number"


def test_the_title_of_the_chat_window_is_not_stored(disk: MemoryDisk) -> None:
    DraftFile(disk, FOLDER).save(Drafts((), (FormDraft(1, NOON, "a1", {}, "wechat", "买家秘密"),)))
    assert "秘密" not in disk.read(FOLDER / DRAFTS).decode()


def test_without_drafts_there_is_no_file(disk: MemoryDisk) -> None:
    file = DraftFile(disk, FOLDER)
    file.save(Drafts((REPLY,)))
    file.save(Drafts())
    assert disk.names(FOLDER) == []
    assert not file.load()


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    DraftFile(LocalDisk(), tmp_path).save(Drafts((), (FORM,)))
    assert [path.name for path in tmp_path.iterdir()] == [DRAFTS]
    if os.name != "nt":
        assert (tmp_path / DRAFTS).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"[]", b'{"replies": 1, "forms": []}', b"\xff\xfe", b"[" * 100_000, b'{"replies": []}'],
)
def test_a_file_that_is_not_understood_is_passed_over(
    disk: MemoryDisk, damaged: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    disk.write(FOLDER / DRAFTS, damaged)
    assert DraftFile(disk, FOLDER).load() == Drafts()
    assert "drafts not understood" in caplog.text
    caplog.clear()


def test_a_draft_that_is_not_understood_is_left_out(disk: MemoryDisk) -> None:
    file = DraftFile(disk, FOLDER)
    file.save(Drafts((REPLY,), (FORM,)))
    stored = disk.read(FOLDER / DRAFTS).decode()
    bad = '{"id":"x","at":"yesterday","reply":{}},1,null,{"id":"","at":"2026-01-01","reply":{"title":1}},'
    disk.write(FOLDER / DRAFTS, stored.replace('"replies":[', f'"replies":[{bad}').encode())
    assert file.load() == Drafts((REPLY,), (FORM,))


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+14:00"])
def test_a_moment_that_has_no_local_time_is_not_understood(disk: MemoryDisk, at: str) -> None:
    file = DraftFile(disk, FOLDER)
    file.save(Drafts((REPLY,), (FORM,)))
    disk.write(FOLDER / DRAFTS, disk.read(FOLDER / DRAFTS).replace(NOON.isoformat().encode(), at.encode()))
    assert file.load() == Drafts()


def test_what_is_not_returned_remains_until_it_is_saved(
    disk: MemoryDisk, caplog: pytest.LogCaptureFixture
) -> None:
    file = DraftFile(disk, FOLDER)
    file.save(Drafts((REPLY,), (FORM,)))
    whole = disk.read(FOLDER / DRAFTS)
    for name, data, remains in (
        (DRAFTS, whole, False),
        (DRAFTS, whole[:-1], True),
        (DRAFTS, whole.replace(b'"values"', b'"other"'), True),
        (f"{DRAFTS}.new", whole, True),
    ):
        disk.write(FOLDER / DRAFTS, whole)
        disk.write(FOLDER / name, data)
        drafts = file.load()
        assert file.has_remains == remains
        file.save(drafts)
        assert disk.names(FOLDER) in ([DRAFTS], [])
        file.load()
        assert not file.has_remains
    caplog.clear()


def test_where_nothing_may_be_written_nothing_remains_to_be_deleted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / DRAFTS).write_bytes(b"{")
    file = DraftFile(LocalDisk(), tmp_path, StoreError(StoreProblem.NOT_WRITABLE, str(tmp_path)))
    assert not file.load()
    assert not file.has_remains
    assert "drafts not understood" in caplog.text
    caplog.clear()


def test_a_file_with_very_many_drafts_is_loaded_as_quickly_as_it_is_parsed(disk: MemoryDisk) -> None:
    file = DraftFile(disk, FOLDER)
    file.save(Drafts((), (FORM,)))
    stored = disk.read(FOLDER / DRAFTS).decode()
    form = stored[stored.index("[{") + 1 : -2]
    disk.write(FOLDER / DRAFTS, stored.replace(form, ",".join([form] * 200_000)).encode())
    started = time.perf_counter()
    json.loads(disk.read(FOLDER / DRAFTS))
    parsed = time.perf_counter()
    assert len(file.load().forms) == MAX_DRAFTS
    assert time.perf_counter() - parsed < 3 * (parsed - started)


def test_a_full_disk_leaves_the_drafts_of_before(disk: MemoryDisk) -> None:
    file = DraftFile(disk, FOLDER)
    file.save(Drafts((REPLY,)))
    disk.capacity = 400
    with pytest.raises(StoreError) as caught:
        file.save(Drafts((ReplyDraft(1, NOON, Snippet("", "长" * 200, "")),)))
    assert caught.value.problem is StoreProblem.DISK_FULL
    assert file.load() == Drafts((REPLY,))
    assert disk.names(FOLDER) == [DRAFTS]


def test_a_folder_of_another_owner_is_not_written(tmp_path: Path) -> None:
    refusal = StoreError(StoreProblem.NOT_WRITABLE, str(tmp_path))
    with pytest.raises(StoreError):
        DraftFile(LocalDisk(), tmp_path, refusal).save(Drafts((REPLY,)))
    assert list(tmp_path.iterdir()) == []


def test_only_an_owner_of_the_folder_writes_drafts(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.drafts(tmp_path).save(Drafts((REPLY,)))
        with open_stores(tmp_path, read_only=True) as others:
            assert others.drafts(tmp_path).load() == Drafts((REPLY,))
            with pytest.raises(StoreError):
                others.drafts(tmp_path).save(Drafts())
        assert stores.drafts(tmp_path).load() == Drafts((REPLY,))


def test_drafts_are_no_damage_and_in_no_backup(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.drafts(tmp_path).save(Drafts((REPLY,), (FORM,)))
    assert DRAFTS not in {kind.file_name for kind in KINDS}
    with open_stores(tmp_path) as stores:
        assert stores.findings() == ()
        assert stores.drafts(tmp_path).load() == Drafts((REPLY,), (FORM,))
