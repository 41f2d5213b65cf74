"""A check reads every file, mends it from the memory, and never deletes what is bad."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from quickdesk.commands.checker import CheckResult, Fault
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.settings.settings import Settings, ThemeChoice
from quickdesk.storage.format import Kind, decode, pieces
from quickdesk.storage.journal.record import put
from quickdesk.storage.kinds import CUSTOMERS, FACTS, FOLLOWUPS, INSIGHTS, LEXICON
from quickdesk.storage.kinds import KINDS as ALL_KINDS
from quickdesk.storage.open import Stores
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.fakes.engine import add, commit, documents
from tests.fakes.stores import open_stores
from tests.storage.clean import is_clean

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
KINDS = ("snippets", "settings", "customers", "followups", "insights", "facts", "lexicon")
TABLES = (
    (CUSTOMERS, "notes"),
    (FOLLOWUPS, "reminders"),
    (INSIGHTS, "days"),
    (FACTS, "facts"),
    (LEXICON, "lexicon"),
)

Spoil = Callable[[Path], object]
SPOILS: dict[str, Spoil] = {
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(bytes(4096)),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-7]),
    "wrong json": lambda path: path.write_text("{half"),
    "wrong shape": lambda path: path.write_text("[1, 2]"),
    "another byte": lambda path: path.write_bytes(path.read_bytes().replace(b"quick", b"quack", 1)),
    "gone": Path.unlink,
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "a link to nowhere": lambda path: (path.unlink(), path.symlink_to(path.parent / "nowhere")),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with every kind of data, each with a previous snapshot and a journal since."""
    for number in (1, 2):
        with open_stores(tmp_path) as stores:
            change_all(stores, number)
    return tmp_path


@pytest.fixture
def stores(folder: Path) -> Iterator[Stores]:
    with open_stores(folder) as opened:
        change_all(opened, 3)
        yield opened


def change_all(stores: Stores, number: int) -> None:
    stores.snippets.apply(Change(put=(Snippet(f"a{number}", "退款", "文\ud800\0"), Snippet("b", "1", "文"))))
    stores.settings.save(Settings(text_scale=(100, 110, 125, 150)[number]))
    stores.settings.remember({f"{number}": "值"})
    for kind, table in TABLES:
        add(stores.engine(kind), table, {"n": number, "text": "x" * 1_000_000 if number == 1 else ""})


def checked(stores: Stores, folder: Path) -> CheckResult:
    return stores.checker(folder).check()


def assert_only_acknowledging_is_left(stores: Stores, folder: Path) -> None:
    for _ in range(2):
        left = checked(stores, folder).findings
        assert {each.fault for each in left} <= {Fault.SET_ASIDE}
    acknowledged = stores.checker(folder).acknowledge()
    assert len(acknowledged) == len(left)
    assert all(Path(each).name.partition(".kept-")[1] for each in acknowledged)
    assert checked(stores, folder).findings == ()


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_nothing_is_found_if_nothing_is_wrong(stores: Stores, folder: Path) -> None:
    stores.backups(folder).backup(NOON)
    for _ in range(2):
        found = checked(stores, folder)
        assert found.findings == ()
        assert dict(found.documents) == {
            "snippets": 4, "settings": 4, "customers": 3, "followups": 3, "insights": 3,
            "facts": 3, "lexicon": 3,
        }  # fmt: skip
        assert found.backups == 1
        stores.snippets.apply(Change(put=(Snippet("b", "2", "文"),)))
        stores.engine(SNIPPETS).compact()


@pytest.mark.parametrize(
    ("kind", "ending", "spoil"),
    [
        *product(("snippets",), ("json", "json.prev", "log"), SPOILS),
        *product(KINDS[1:], ("json", "log"), ("cut", "gone", "a folder")),
    ],
)
def test_what_is_spoilt_while_the_program_runs_is_mended_and_kept_aside(
    stores: Stores, folder: Path, kind: str, ending: str, spoil: str
) -> None:
    path = max(folder.glob(f"{kind}.*{ending}"))
    before = path.read_bytes()
    SPOILS[spoil](path)
    if path.is_file() and path.read_bytes() == before:
        pytest.skip("a journal holds no such byte")
    if ending == "json.prev" and spoil == "gone":
        assert checked(stores, folder).findings == ()
        return
    found = checked(stores, folder).findings
    assert found, "it is reported"
    assert all(each.is_repaired and each.kind == kind for each in found), found
    if spoil != "gone":
        assert any(name.name.startswith(f"{path.name}.damaged-1") for name in folder.iterdir())
    assert_only_acknowledging_is_left(stores, folder)
    stores.close()
    with open_stores(folder) as again:
        assert is_clean(again.report)
        assert len(again.snippets.snippets()) == 4
        assert again.settings.load().text_scale == 150
        for other, table in TABLES:
            assert [each["n"] for each in documents(again.engine(other), table).values()] == [1, 2, 3]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_another_machine_in_the_place_is_seen_and_kept(
    stores: Stores, folder: Path, kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    with open_stores(other) as theirs:
        change_all(theirs, 2)
    shutil.copy(other / f"{kind}.json", folder / f"{kind}.json")
    found = checked(stores, folder).findings
    assert len(found) == 1, found
    (finding,) = found
    assert (finding.fault, finding.kind, finding.is_repaired) == (Fault.FOREIGN, kind, True)
    aside = folder / f"{kind}.json.foreign-1"
    assert finding.set_aside == (str(aside),)
    assert aside.read_bytes() == (other / f"{kind}.json").read_bytes()
    assert not [each for each in checked(stores, folder).findings if each.path != str(aside)]
    stores.close()
    with open_stores(folder) as again:
        assert not [*again.report.recoveries, *again.report.losses]
        assert len(again.snippets.snippets()) == 4


@pytest.mark.parametrize("kind", KINDS)
def test_the_previous_snapshot_in_the_place_of_the_current_loses_nothing(
    stores: Stores, folder: Path, kind: str
) -> None:
    shutil.copy(folder / f"{kind}.json.prev", folder / f"{kind}.json")
    assert checked(stores, folder).findings == ()


@pytest.mark.parametrize("kind", ALL_KINDS, ids=KINDS)
def test_another_whole_file_in_the_place_is_seen(stores: Stores, folder: Path, kind: Kind) -> None:
    path = folder / kind.file_name
    cipher = stores.engine(kind).files.cipher
    emptied = replace(decode(kind, path.read_bytes(), cipher), tables=kind.empty())
    path.write_bytes(b"".join(pieces(kind, emptied, cipher)))
    (finding,) = checked(stores, folder).findings
    assert finding.fault is Fault.DIFFERENT
    assert finding.is_repaired
    assert_only_acknowledging_is_left(stores, folder)


def test_a_newer_file_is_left_untouched(stores: Stores, folder: Path) -> None:
    path = folder / "customers.json"
    path.write_text(json.dumps({"_meta": {"1": {"format": "quickdesk-customers", "version": 9}}}))
    before = contents(folder)
    (finding,) = checked(stores, folder).findings
    assert (finding.fault, finding.detail, finding.is_repaired) == (Fault.REFUSED, "newer", False)
    assert contents(folder)["customers.json"] == before["customers.json"]


def test_for_reading_only_everything_is_reported_and_nothing_changed(folder: Path) -> None:
    (folder / "customers.json.prev").write_bytes(b"")
    (folder / "insights.json").write_bytes(b"")
    before = contents(folder)
    with open_stores(folder, read_only=True, brief=True) as stores:
        found = checked(stores, folder)
    assert {each.kind for each in found.findings} == {"customers", "insights"}
    assert not any(each.is_repaired for each in found.findings)
    assert contents(folder) == before


def test_a_command_alone_reports_what_opening_found_and_what_is_lost(folder: Path) -> None:
    for name in ("snippets.json", "customers.json"):
        (folder / name).write_bytes(b"")
    (folder / "settings.json").unlink()
    (folder / "settings.json.prev").write_text("{}")
    with open_stores(folder, brief=True) as stores:
        found = {each.kind: each for each in checked(stores, folder).findings}
    assert all(found[kind].set_aside for kind in ("snippets", "customers"))
    assert not found["settings"].is_repaired


def test_damaged_backups_are_set_aside_and_newer_ones_stay(stores: Stores, folder: Path) -> None:
    backups = stores.backups(folder)
    whole = Path(backups.backup(NOON).path)
    cut = whole.with_name("quickdesk-20261121T120000Z.zip")
    cut.write_bytes(whole.read_bytes()[:-30])
    foreign = whole.with_name("quickdesk-20261120T120000Z.zip")
    foreign.write_text("not a zip")
    found = checked(stores, folder)
    assert found.backups == 1
    assert [(each.fault, Path(each.path).name) for each in found.findings] == [
        (Fault.BACKUP, foreign.name), (Fault.BACKUP, cut.name),
    ]  # fmt: skip
    assert sorted(each.name for each in whole.parent.iterdir()) == sorted(
        [whole.name, f"{cut.name}.damaged-1", f"{foreign.name}.damaged-1"]
    )


def test_values_of_an_unknown_form_are_reported_and_stay(stores: Stores, folder: Path) -> None:
    stores.settings.save(Settings(theme=ThemeChoice.DARK))
    add(stores.engine(SNIPPETS), "history", {"deed": "fold", "at": NOON.isoformat(), "changes": []})
    found = checked(stores, folder).findings
    assert len(found) == 1, found
    (finding,) = found
    assert (finding.fault, finding.kind, finding.count) == (Fault.PASSED_OVER, "snippets", 1)
    assert len(documents(stores.engine(SNIPPETS), "history")) == 1


def test_duplicate_ids_and_ids_that_are_no_text_are_reported(stores: Stores, folder: Path) -> None:
    add(stores.engine(CUSTOMERS), "customers", {"_id": "c1"}, {"_id": "c1"}, {"_id": 7}, {"_id": ["c1"]}, {})
    found = checked(stores, folder).findings
    assert len(found) == 1, found
    (finding,) = found
    assert (finding.fault, finding.kind, finding.count) == (Fault.PASSED_OVER, "customers", 3)
    assert len(documents(stores.engine(CUSTOMERS), "customers")) == 5


@pytest.mark.parametrize("brief", [False, True])
def test_damage_that_cannot_be_repaired_is_reported_once(tmp_path: Path, *, brief: bool) -> None:
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),)))
    (tmp_path / "snippets.json").write_text("{half")
    with open_stores(tmp_path, read_only=True, brief=brief) as stores:
        found = stores.checker(tmp_path).check().findings
    assert [(each.fault, each.path) for each in found] == [(Fault.DAMAGED, str(tmp_path / "snippets.json"))]


def test_what_was_set_aside_before_is_reported_beside_new_damage_of_the_same_file(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),)))
    (tmp_path / "snippets.json.damaged-1").write_text("of another day")
    (tmp_path / "snippets.json").write_text("{half")
    with open_stores(tmp_path, brief=True) as stores:
        found = stores.checker(tmp_path).check().findings
    names = [Path(path).name for each in found for path in each.set_aside]
    assert names == ["snippets.json.damaged-2", "snippets.json.damaged-1"]


def test_an_acknowledged_loss_is_no_longer_reported_while_the_program_runs(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        commit(stores.engine(INSIGHTS), [put("x", "1", {"a": 1})])
    for path in tmp_path.glob("insights.*"):
        if path.suffix != ".mark":
            path.unlink()
    with open_stores(tmp_path) as stores:
        checker = stores.checker(tmp_path)
        assert [each.fault for each in checker.check().findings] == [Fault.LOST]
        checker.acknowledge()
        assert checker.check().findings == ()
