"""Backups: of one moment, read again before they count, restored, and let go of in turn."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.commands.vault import BackupError, BackupFlaw
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.storage.backups.rotation import moment_of, name_of, newest, to_delete
from quickdesk.storage.backups.vault import FolderVault
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.open import open_stores
from quickdesk.storage.snippet_store import TinySnippetStore
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import FOLDER, engine_of, settled

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
REFUND = Snippet("a1", "退款😀", "文\ud800", "tk", ("售后",), ("退",))


def vault_with(disk: MemoryDisk, *snippets: Snippet) -> FolderVault:
    engines: dict[str, Engine] = {}

    def engine(kind: Kind) -> Engine:
        if kind.name not in engines:
            engines[kind.name] = engine_of(settled(disk, kind))
            if kind.name == "snippets":
                TinySnippetStore(engines[kind.name]).apply(Change(put=snippets))
        return engines[kind.name]

    return FolderVault(FOLDER, engine, disk=disk)


def test_a_backup_holds_what_it_was_made_of(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        vault = stores.vault(tmp_path)
        stores.snippets.apply(Change(put=(REFUND, Snippet("b2", "t", "b"))))
        stores.snippets.apply(Change(remove=("b2",)))
        path = vault.backup(NOON)
        outside = vault.backup(NOON, str(tmp_path / "mine.zip"))
    assert Path(path).parent == tmp_path / "backups"
    for each in (path, outside):
        found = vault.read(each)
        assert (found.at, found.snippets) == (NOON, (REFUND,))


def test_a_backup_is_made_only_where_something_changed() -> None:
    disk = MemoryDisk()
    assert vault_with(disk, REFUND).rotate(NOON) is not None
    assert vault_with(disk, REFUND).rotate(NOON + timedelta(hours=1)) is None
    assert vault_with(disk, REFUND, Snippet("b2", "t", "b")).rotate(NOON + timedelta(hours=2)) is not None
    assert len([name for name in disk.names(FOLDER / "backups") if moment_of(name)]) == 2


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_backup_is_never_taken_for_a_whole_one(data: st.DataObject) -> None:
    disk = MemoryDisk()
    path = Path(vault_with(disk, REFUND).backup(NOON))
    raw = bytearray(disk.read(path))
    place = data.draw(st.integers(0, len(raw) - 1))
    if data.draw(st.booleans()):
        del raw[place:]
    else:
        raw[place] ^= data.draw(st.integers(1, 255))
    disk.write(path, bytes(raw))
    with suppress(BackupError):
        assert vault_with(disk).read(str(path)).snippets == (REFUND,)


@pytest.mark.parametrize(
    ("raw", "flaw"),
    [
        (b"", BackupFlaw.NOT_A_BACKUP),
        (b"{}", BackupFlaw.NOT_A_BACKUP),
        (b"PK\x03\x04 cut off", BackupFlaw.DAMAGED),
    ],
)
def test_what_is_no_backup_is_told_apart(tmp_path: Path, raw: bytes, flaw: BackupFlaw) -> None:
    (tmp_path / "x.zip").write_bytes(raw)
    with open_stores(tmp_path / "data") as stores, pytest.raises(BackupError) as found:
        stores.vault(tmp_path / "data").read(str(tmp_path / "x.zip"))
    assert found.value.flaw is flaw


def test_a_folder_or_nothing_is_no_backup(tmp_path: Path) -> None:
    with open_stores(tmp_path / "data") as stores:
        for path in (tmp_path, tmp_path / "no.zip"):
            with pytest.raises(BackupError) as found:
                stores.vault(tmp_path / "data").read(str(path))
            assert found.value.flaw is BackupFlaw.UNREADABLE


def test_a_backup_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores, pytest.raises(StoreError):
        stores.vault(tmp_path).backup(NOON, str(tmp_path / "no folder" / "x.zip"))
    (tmp_path / "there").mkdir()
    with open_stores(tmp_path) as stores, pytest.raises(StoreError):
        stores.vault(tmp_path).backup(NOON, str(tmp_path / "there"))
    assert not list(tmp_path.glob(".*.part"))


def test_hours_are_kept_for_a_day_and_days_for_two_weeks() -> None:
    moments = [NOON - timedelta(minutes=20 * each) for each in range(3 * 24 * 30)]
    names = [name_of(each) for each in moments]
    kept = sorted({*names} - {*to_delete(names, NOON)}, reverse=True)
    ages = [NOON - moment for name in kept if (moment := moment_of(name))]
    assert ages[0] == timedelta()
    assert len([age for age in ages if age < timedelta(days=1)]) == 25
    assert 12 <= len([age for age in ages if age >= timedelta(days=1)]) <= 14
    assert to_delete(kept, NOON) == []


def test_the_newest_stays_however_old_and_other_files_are_left_alone() -> None:
    old = name_of(NOON - timedelta(days=400))
    assert to_delete([old, "mine.zip", "quickdesk-x.zip"], NOON) == []
    assert newest([old, "mine.zip"]) == old
    assert moment_of("quickdesk-20261122T1200000Z.zip") is None
    future = name_of(NOON + timedelta(days=3))
    assert to_delete([future, name_of(NOON)], NOON) == []
