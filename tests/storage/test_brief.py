"""Closing after one command: many documents are not written again for a few changes."""

import errno
from pathlib import Path

import pytest
from tinydb import TinyDB

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.open import open_stores
from tests.storage.clean import is_clean

MANY, FEW = 6_000, 10


def filled(folder: Path, count: int) -> bytes:
    with open_stores(folder) as stores:
        stores.snippets.apply(Change(put=tuple(Snippet(f"s{n}", "标题", "正文") for n in range(count))))
    return (folder / "snippets.json").read_bytes()


def one_more(folder: Path, number: int, *, brief: bool = True) -> None:
    with open_stores(folder, brief=brief) as stores:
        stores.snippets.apply(Change(put=(Snippet(f"n{number}", "标题", "正文"),)))


def as_tinydb(folder: Path) -> set[str]:
    with TinyDB(folder / "snippets.json") as stock:
        return {each["_id"] for each in stock.table("snippets")}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    folder = tmp_path_factory.mktemp("many")
    return folder, filled(folder, MANY)


def test_few_documents_are_always_for_tinydb_to_read(tmp_path: Path) -> None:
    filled(tmp_path, FEW)
    one_more(tmp_path, 1)
    assert "n1" in as_tinydb(tmp_path)


def test_many_stay_as_they_are_until_a_close_that_is_not_brief(shared: tuple[Path, bytes]) -> None:
    folder, before = shared
    for number in range(3):
        one_more(folder, number)
    assert (folder / "snippets.json").read_bytes() == before
    with open_stores(folder) as stores:
        assert is_clean(stores.report)
        assert len(stores.snippets.snippets()) == MANY + 3
    assert {"n0", "n1", "n2"} <= as_tinydb(folder)


def test_journals_do_not_pile_up_without_end(shared: tuple[Path, bytes]) -> None:
    folder, _ = shared
    for number in range(80):
        one_more(folder, 100 + number)
    assert len(list(folder.glob("snippets.*.log"))) < 80
    with open_stores(folder, read_only=True) as stores:
        assert is_clean(stores.report)
        assert {f"n{100 + number}" for number in range(80)} <= {
            each.id for each in stores.snippets.snippets()
        }


def test_a_journal_that_cannot_be_removed_keeps_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were they kept, they would one day be older than the lineage and be taken for another machine's."""
    remove = LocalDisk.remove

    def removed(disk: LocalDisk, path: Path) -> None:
        if path.name == "snippets.2.log":
            raise PermissionError(errno.EACCES, "held", str(path))
        remove(disk, path)

    monkeypatch.setattr(LocalDisk, "remove", removed)
    for number in range(8):
        with open_stores(tmp_path) as stores:
            stores.snippets.apply(Change(put=(Snippet(str(number), "t", "b"),)))
    assert sorted(path.name for path in tmp_path.glob("snippets.*.log")) == [
        "snippets.2.log",
        "snippets.8.log",
    ]
