"""Copies that other programs make of data files are found by their names, whatever program it was."""

from pathlib import Path

import pytest

from quickdesk.commands.checker import Fault
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.check.set_aside import copies
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.kinds import KINDS
from quickdesk.storage.open import open_stores

COPIES = [
    "snippets (conflicted copy).json",
    "snippets (PC-3's conflicted copy 2026-11-05).json",
    "snippets (PC-3 的冲突副本 2026-11-05 10-30-00).json",
    "snippets（PC-3的冲突副本）.json",
    "snippets (PC-3 的衝突複本 2026-11-05).json",
    "snippets-DESKTOP-4F2K9Q1.json",
    "snippets-DESKTOP-4F2K9Q1-2.json",
    "snippets.sync-conflict-20261105-103000-ABCDEFG.json",
    "snippets.json.sync-conflict-20261105-103000-ABCDEFG.prev",
    "snippets.7.sync-conflict-20261105-103000-ABCDEFG.log",
    "snippets_conflict-20261105-103000.json",
    "snippets (1).json",
    "snippets.7 (1).log",
    "snippets.7-DESKTOP-4F2K9Q1.log",
    "snippets - 副本.json",
    "snippets 2.json",
    "Copy of snippets.json",
    "settings (1).json",
]
OTHERS = [
    "snippets.json.damaged-1",
    "snippets.json.foreign-1",
    "snippets.mark",
    "snippets.7.log.new",
    "snippets.json.new",
    "snippetsmith.json",
    "quickdesk.lock",
    "notes (conflicted copy).json",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(2):
        with open_stores(tmp_path) as stores:
            stores.snippets.apply(Change(put=(Snippet(f"{number}", "标题", "正文"),)))
    return tmp_path


def names(folder: Path) -> list[str]:
    return [each.path.name for each in copies(LocalDisk(), folder, KINDS)]


def test_what_belongs_to_the_data_is_no_copy(folder: Path) -> None:
    for name in OTHERS:
        (folder / name).write_bytes((folder / "snippets.json").read_bytes())
    assert names(folder) == []


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_found(folder: Path, name: str) -> None:
    source = max(folder.glob("*.log")) if name.endswith(".log") else folder / "snippets.json"
    (folder / name).write_bytes(source.read_bytes())
    assert names(folder) == [name]


def test_an_export_in_the_folder_is_no_copy(folder: Path) -> None:
    (folder / "snippets-DESKTOP.json").write_text('{"format": "quickdesk", "version": 1, "snippets": []}')
    assert names(folder) == []


def test_a_copy_is_reported_by_check_and_at_every_start_and_changed_by_neither(folder: Path) -> None:
    copy = folder / "snippets (conflicted copy).json"
    copy.write_bytes((folder / "snippets.json").read_bytes())
    for _ in range(2):
        with open_stores(folder) as stores:
            assert [each.path for each in stores.report.copies] == [copy]
            (finding,) = stores.checker(folder).check().findings
            assert (finding.fault, finding.kind, finding.path) == (Fault.COPY, "snippets", str(copy))
            assert finding.is_harmless
            assert len(stores.snippets.snippets()) == 2
    assert copy.exists()


def test_a_folder_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    assert copies(LocalDisk(), tmp_path / "none", KINDS) == ()
