"""What a restored backup changed is said, and how to take it back."""

from pathlib import Path

import pytest

from quickdesk.cli.commands.backup import backup_text, restored_text
from quickdesk.cli.local import run_on_folder
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Request

ENGLISH = Catalog()
FOUND = {"file": "x", "new": 1, "changed": 2, "removed": 3, "dry_run": False, "backup": "b.zip", "rest": {}}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"id": "a1", "title": "t"}, "Restored a1: t"),
        ({**FOUND, "dry_run": True}, "Would bring back 1, change 2 and move 3 to the trash."),
        ({**FOUND, "backup": None}, "The data already matches the backup. Nothing was changed."),
        (
            {**FOUND, "rest": {"customers": {"new": 1, "changed": 0, "removed": 2}, "insights": {"new": 0}}},
            "customers: 1 brought back, 0 changed, 2 removed\nThe state before",
        ),
        (FOUND, "The state before is saved in b.zip"),
    ],
)
def test_every_end_of_a_restore_has_words(data: dict[str, object], words: str) -> None:
    assert words in restored_text(data, ENGLISH)


def test_kinds_whose_key_is_not_there_are_named() -> None:
    for backup in ("b.zip", None):
        words = restored_text({**FOUND, "backup": backup, "locked": ["customers"]}, ENGLISH)
        assert words.count("Left as they are, because their key is not there now: customers") == 1


def test_what_a_backup_does_not_hold_is_reported() -> None:
    made = {"path": "b.zip", "count": 7, "left_out": []}
    assert backup_text(made, ENGLISH) == "Backed up 7 replies to b.zip"
    assert "customers, reminders" in backup_text({**made, "left_out": ["customers", "followups"]}, ENGLISH)


def test_backup_restore_and_undo_on_a_data_folder(tmp_path: Path) -> None:
    home = tmp_path / "home"
    count = len(run_on_folder(Request("list"), home).data)
    path = run_on_folder(Request("backup", {"file": str(tmp_path / "b.zip")}), home).data["path"]
    added = run_on_folder(Request("add", {"title": "t", "body": "b"}), home).data["id"]
    result = run_on_folder(Request("restore", {"file": path}), home).data
    assert (result["new"], result["changed"], result["removed"]) == (0, 0, 1)
    assert Path(result["backup"]).is_file()
    assert len(run_on_folder(Request("list"), home).data) == count
    assert run_on_folder(Request("undo"), home).data["back"] == [{"id": added, "title": "t"}]


def test_what_came_into_the_trash_is_reported() -> None:
    assert "trash of the backup" not in restored_text({**FOUND, "trash": 0}, ENGLISH)
    for dry_run in (False, True):
        words = restored_text({**FOUND, "trash": 4, "dry_run": dry_run}, ENGLISH)
        assert "From the trash of the backup into the trash: 4" in words
