"""Backups: of one moment, read again before they count, restored, and let go of in turn."""

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.commands.vault import BackupError, BackupFlaw, Difference
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.storage.backups.rotation import moment_of, name_of, newest, to_delete
from quickdesk.storage.backups.vault import FolderVault
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.open import Stores, open_stores
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


def zipped(text: str | None = None, files: dict[str, bytes] | None = None) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, raw in (files or {}).items():
            archive.writestr(name, raw)
        if text is not None:
            archive.writestr("manifest.json", text)
    return packed.getvalue()


def manifest(**changes: object) -> str:
    usual = {"format": "quickdesk-backup", "version": 1, "at": NOON.isoformat(), "files": {}}
    return json.dumps({**usual, **changes})


def test_a_backup_holds_what_it_was_made_of(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        vault = stores.vault(tmp_path)
        stores.snippets.apply(Change(put=(REFUND, Snippet("b2", "t", "b"))))
        stores.snippets.apply(Change(remove=("b2",)))
        path = vault.backup(NOON).path
        outside = vault.backup(NOON, str(tmp_path / "mine.zip")).path
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
    path = Path(vault_with(disk, REFUND).backup(NOON).path)
    raw = bytearray(disk.read(path))
    # The keys are random, so two backups of the same are not of the same length.
    place = data.draw(st.integers(0, 10_000)) % len(raw)
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
        (zipped(), BackupFlaw.NOT_A_BACKUP),
        (zipped(manifest(version=9)), BackupFlaw.NEWER),
        (zipped(manifest(format="other")), BackupFlaw.NOT_A_BACKUP),
        (zipped(manifest(at="2026-11-22T12:00:00")), BackupFlaw.NOT_A_BACKUP),
        (zipped("[" * 100_000), BackupFlaw.NOT_A_BACKUP),
        (zipped(manifest(files={"snippets.json": 7}), {"snippets.json": b"{}"}), BackupFlaw.DAMAGED),
        (zipped(manifest(files={"snippets.json": "0"})), BackupFlaw.DAMAGED),
        (zipped(manifest(files={}), {"snippets.json": b"{}"}), BackupFlaw.NOT_A_BACKUP),
        (zipped(manifest(), {"a": bytes(1024**2)}).replace(b"\0\0\x10\0", b"\0\0\0\x7f"), BackupFlaw.DAMAGED),
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


class TestOtherKinds:
    @pytest.fixture
    def stores(self, tmp_path: Path) -> Iterator[Stores]:
        with open_stores(tmp_path) as stores:
            stores.snippets.apply(Change(put=(REFUND,)))
            table = stores.database(CUSTOMERS).table("customers")
            table.insert_multiple([{"_id": "c1", "name": "王"}, {"_id": "c2", "name": "\ud800\0"}])
            yield stores

    def test_whatever_kinds_are_there_are_in_it(self, stores: Stores, tmp_path: Path) -> None:
        vault = stores.vault(tmp_path)
        with zipfile.ZipFile(vault.backup(NOON).path) as archive:
            names = set(archive.namelist())
        assert names == {"manifest.json", "snippets.json", "settings.json", "customers.json"}

    def test_they_come_back_as_they_were_and_go_back_again(self, stores: Stores, tmp_path: Path) -> None:
        vault, table = stores.vault(tmp_path), stores.database(CUSTOMERS).table("customers")
        path = vault.backup(NOON).path
        was = table.all()
        first, second = (row.doc_id for row in was)
        table.update({"name": "李"}, doc_ids=[first])
        table.remove(doc_ids=[second])
        table.insert({"_id": "c3"})
        stores.database(CUSTOMERS).table("notes").insert({"of": "c3"})
        changed = table.all()
        found = vault.read(path)
        assert found.rest == {"customers": Difference(new=1, changed=1, removed=2)}
        vault.recover(found, NOON)
        assert table.all() == was
        assert not any(vault.read(path).rest.values())
        stores.close()
        with open_stores(tmp_path) as again:
            vault, table = again.vault(tmp_path), again.database(CUSTOMERS).table("customers")
            assert table.all() == was
            assert vault.can_take_back(NOON, ("customers",))
            vault.take_back(NOON, ("customers",))
            assert sorted(table.all(), key=lambda row: row.doc_id) == changed
            assert len(again.database(CUSTOMERS).table("notes")) == 1

    def test_what_changed_since_is_not_taken_back(self, stores: Stores, tmp_path: Path) -> None:
        vault, table = stores.vault(tmp_path), stores.database(CUSTOMERS).table("customers")
        path = vault.backup(NOON).path
        table.update({"name": "李"})
        vault.recover(vault.read(path), NOON)
        table.update({"name": "张"}, doc_ids=[table.all()[0].doc_id])
        assert not vault.can_take_back(NOON, ("customers",))
        assert vault.can_take_back(NOON + timedelta(hours=1), ("customers",)), "that one was another"

    def test_one_that_cannot_be_read_is_left_out_and_named(self, stores: Stores, tmp_path: Path) -> None:
        newer = {"_meta": {"1": {"format": "quickdesk-insights", "version": 9}}}
        (tmp_path / "insights.json").write_text(json.dumps(newer))
        vault = stores.vault(tmp_path)
        made = vault.backup(NOON)
        assert made.left_out == ("insights",)
        assert vault.read(made.path).snippets == (REFUND,)
        assert "insights" not in vault.read(made.path).rest
