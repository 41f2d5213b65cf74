"""A sync mark says what was written, or nothing; one that cannot be written is left out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.storage.journal import sync_mark
from quickdesk.storage.journal.sync_mark import SyncMark, SyncMarkFile, decode_mark, encode_mark
from quickdesk.storage.open import open_stores
from tests.fakes.disk import MemoryDisk

NUMBERS = st.integers(1, 10**16 - 1)
MARKS = st.builds(
    SyncMark,
    st.sampled_from(("snippets", "settings", "followups")),
    NUMBERS,
    st.integers(0, 2**128 - 1).map(lambda number: b"%032x" % number),
    st.integers(1, 10**9),
)
PATH = Path("/d/snippets.mark")


@given(MARKS)
def test_it_is_read_as_it_was_written_and_always_as_long(mark: SyncMark) -> None:
    raw = encode_mark(mark)
    assert decode_mark(raw) == mark
    assert len(raw) == 120


@given(MARKS, MARKS, st.integers(0, 120))
def test_a_mark_that_was_written_over_in_part_is_the_old_the_new_or_none(
    old: SyncMark, new: SyncMark, cut: int
) -> None:
    torn = encode_mark(new)[:cut] + encode_mark(old)[cut:]
    assert decode_mark(torn) in (old, new, None)


@given(MARKS, st.integers(0, 118), st.integers(0, 255))
def test_a_byte_gone_wrong_says_nothing_or_the_same(mark: SyncMark, place: int, byte: int) -> None:
    raw = bytearray(encode_mark(mark))
    raw[place] = byte
    assert decode_mark(bytes(raw)) in (mark, None)


@given(st.binary(max_size=200))
def test_garbage_says_nothing(raw: bytes) -> None:
    assert decode_mark(raw) is None
    assert decode_mark(b"quickdesk-mark 1 " + raw) is None


def test_each_covers_the_one_before() -> None:
    disk = MemoryDisk()
    file = SyncMarkFile(disk, PATH)
    for records in (1000, 7):
        mark = SyncMark("snippets", 3, b"a" * 32, records)
        file.write(mark)
        assert decode_mark(disk.read(PATH)) == mark
    file.close()


def test_a_mark_that_cannot_be_written_is_skipped() -> None:
    disk = MemoryDisk()
    disk.fail_at = 1
    file = SyncMarkFile(disk, PATH)
    mark = SyncMark("snippets", 3, b"a" * 32, 1)
    file.write(mark)
    file.write(mark)
    assert decode_mark(disk.read(PATH)) == mark


@pytest.mark.parametrize("text", [b"snippets x", b"\xff\xff 7", b"snippets 99999999999999999", b"snippets 0"])
def test_an_invented_mark_says_nothing(text: bytes) -> None:
    line = b"quickdesk-mark 1 %s %s 4" % (text, b"a" * 32)
    assert decode_mark(line + b" " + sync_mark._mac(line) + b"\n") is None


def test_nothing_is_acknowledged_into_a_journal_that_would_not_be_found_again(tmp_path: Path) -> None:
    (tmp_path / "snippets.9999999999999999.log").write_bytes(b"no journal of ours")
    with open_stores(tmp_path) as stores, pytest.raises(StoreError):
        stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),)))
