"""The drafts of customers: unreadable without the data key, and never lost while it is locked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.drafts import CustomerDraft, Drafts, FormDraft
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.drafts.sealed_drafts import SEALED_DRAFTS, SealedDraftFile
from tests.fakes.clock import NOON
from tests.fakes.disk import MemoryDisk
from tests.fakes.key_ring import FakeKeyRing, key_number

FOLDER = Path("/data")
PATH = FOLDER / SEALED_DRAFTS
FORM = FormDraft(7, NOON, "a1", {"手机": "13987654321"}, "wechat", customer_id="w")
NOTE = CustomerDraft(9, NOON, "note", "w", {"text": "不要声张"})
texts = st.text(max_size=12)


@pytest.fixture
def disk() -> MemoryDisk:
    disk = MemoryDisk()
    disk.make_folder(FOLDER)
    return disk


@pytest.fixture
def keys() -> FakeKeyRing:
    return FakeKeyRing(key_number(1))


@pytest.fixture
def file(disk: MemoryDisk, keys: FakeKeyRing) -> SealedDraftFile:
    return SealedDraftFile(disk, FOLDER, keys)


@given(st.dictionaries(texts, texts, max_size=3), texts, texts)
def test_what_is_saved_is_loaded_with_its_number(values: dict[str, str], place: str, who: str) -> None:
    disk = MemoryDisk()
    disk.make_folder(FOLDER)
    file = SealedDraftFile(disk, FOLDER, FakeKeyRing(key_number(1)))
    form = FormDraft(3, NOON, "a1", values, "wechat", customer_id="w")
    drafts = Drafts((), (form,), (CustomerDraft(5, NOON, place, who, values),))
    file.save(drafts)
    assert file.load() == drafts
    assert not file.has_remains


def test_nothing_of_it_can_be_read(disk: MemoryDisk, file: SealedDraftFile) -> None:
    file.save(Drafts((), (FORM,), (NOTE,)))
    assert not any(text in disk.read(PATH).decode() for text in ("13987654321", "声张", "wechat", "note"))
    file.save(Drafts())
    assert disk.names(FOLDER) == []


def test_while_the_key_is_locked_it_is_neither_read_nor_replaced(
    disk: MemoryDisk, keys: FakeKeyRing, file: SealedDraftFile
) -> None:
    file.save(Drafts((), (FORM,)))
    before, keys.is_locked = disk.read(PATH), True
    calls: list[Callable[[], object]] = [file.load, lambda: file.save(Drafts((), (), (NOTE,)))]
    for call in calls:
        with pytest.raises(StoreError) as caught:
            call()
        assert caught.value.problem is StoreProblem.LOCKED
    assert disk.read(PATH) == before
    keys.is_locked = False
    assert file.load() == Drafts((), (FORM,))


def test_an_earlier_key_reads_and_the_present_one_writes(keys: FakeKeyRing, file: SealedDraftFile) -> None:
    file.save(Drafts((), (FORM,)))
    keys.change()
    file.save(file.load())
    keys.forget_earlier()
    assert file.load() == Drafts((), (FORM,))


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"key":1,"e":""}', b'{"key":"x","e":"AAAA"}'])
def test_what_cannot_be_decrypted_remains_until_it_is_replaced(
    disk: MemoryDisk, file: SealedDraftFile, damaged: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    disk.write(PATH, damaged)
    assert file.load() == Drafts()
    assert file.has_remains
    assert "drafts of customers" in caplog.text
    caplog.clear()
    file.save(Drafts((), (FORM,)))
    assert file.load() == Drafts((), (FORM,))


def test_more_drafts_get_numbers_of_their_own(file: SealedDraftFile) -> None:
    file.save(Drafts((), (FORM,)))
    file.add(Drafts((), (FORM,)))
    assert [each.number for each in file.load().forms] == [7, 8]


def test_a_full_disk_leaves_the_drafts_of_before(disk: MemoryDisk, file: SealedDraftFile) -> None:
    file.save(Drafts((), (FORM,)))
    disk.capacity = 500
    with pytest.raises(StoreError):
        file.save(Drafts((), (), (CustomerDraft(1, NOON, "note", "w", {"text": "长" * 999}),)))
    assert file.load() == Drafts((), (FORM,))
    assert disk.names(FOLDER) == [SEALED_DRAFTS]
