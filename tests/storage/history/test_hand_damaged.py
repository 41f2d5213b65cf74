"""Entries of the history that were damaged by hand: undo may refuse them, but the folder opens afterwards."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from quickdesk.replies.history import NotUndone, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.storage.open import open_stores
from tests.storage.clean import is_clean

NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
GOOD = {"_id": "a", "title": "t", "body": "b", "code": "", "folder": [], "tags": []}
AT = NOON.isoformat()


def entry(*changes: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {"deed": "edit", "at": AT, "changes": list(changes), "sequence": 5, **other}


ENTRIES = {
    "key without a table": entry({"key": "1", "after": ""}),
    "document without its id": entry(
        {"id": "abc", "after": "", "table": "snippets", "document": {"title": "x", "body": "y"}}
    ),
    "document with another id": entry(
        {"id": "z", "after": "", "table": "snippets", "document": {**GOOD, "title": "other"}}
    ),
    "document that is no reply": entry(
        {"id": "z", "after": "", "table": "snippets", "document": {"_id": "z", "title": 5, "body": []}}
    ),
    "id that is no text": entry(
        {"id": "z", "after": "", "table": "snippets", "document": {"_id": 7, "title": "x", "body": "y"}}
    ),
    "table _meta": entry({"id": "z", "after": "", "table": "_meta", "document": {"_id": "z"}}),
    "table _tail": entry({"id": "z", "after": "", "table": "_tail", "document": {"_id": "z"}}),
    "table pending": entry({"id": "z", "after": "", "table": "pending", "document": {"_id": "z"}}),
    "table applied": entry({"id": "1", "after": "", "table": "applied", "document": {"sequence": "x"}}),
    "table history": entry({"id": "z", "after": "", "table": "history", "document": {"_id": "z"}}),
    "two changes of one id": entry(
        {"id": "z", "after": "", "table": "snippets", "document": {**GOOD, "_id": "z"}},
        {"id": "z", "after": "", "table": "trash", "document": {**GOOD, "_id": "z"}},
    ),
    "one document in two tables": entry(
        {"id": "z", "after": "", "table": "snippets", "document": {**GOOD, "_id": "z"}},
        {"id": "z", "after": "", "table": "strange", "document": {**GOOD, "_id": "z"}},
    ),
    "huge sequence": entry({"id": "a", "after": "x"}, sequence=2**64 - 1),
    "sequence 2**63 - 1": entry({"id": "a", "after": "x"}, sequence=2**63 - 1),
    "negative sequence": entry({"id": "a", "after": "x"}, sequence=-3),
    "first year": entry({"id": "z", "after": ""}, at="0001-01-01T00:00:00+14:00"),
    "day of another type": entry({"id": "z", "after": ""}, _day=[]),
    "part of nothing": entry({"id": "z", "after": ""}, of="moon"),
    "rest of everything": entry({"id": "z", "after": ""}, rest=["snippets", "settings", "moon", "snippets"]),
}


def write(folder: Path, **tables: Any) -> None:
    data = {"snippets": {"1": GOOD}, "trash": {}, "history": {}, **tables}
    (folder / "snippets.json").write_text(json.dumps(data))


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry(name: str, tmp_path: Path) -> None:
    write(tmp_path, history={"1": ENTRIES[name]})
    with open_stores(tmp_path) as stores:
        was_there = {each.id for each in stores.snippets.snippets()}
        stores.snippets.last_action()
        for _ in range(3):
            try:
                outcome = stores.snippets.undo(NOON, 1)
            except StoreError:
                break
            assert isinstance(outcome, Undone | NotUndone)
        stores.snippets.apply(Change(put=(Snippet("n", "new", "text"),)))
        ids = [each.id for each in stores.snippets.snippets()]
        assert len(ids) == len(set(ids))
        shown = {each.id: each for each in stores.snippets.snippets()}
    for _ in range(2):
        with open_stores(tmp_path) as stores:
            assert is_clean(stores.report)
            assert {each.id: each for each in stores.snippets.snippets()} == shown
            if was_there:
                assert shown.get("a") == Snippet("a", "t", "b")


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_and_then_an_action(name: str, tmp_path: Path) -> None:
    """The next action of the user is the one that undo takes back."""
    from quickdesk.replies.history import Action, ActionType

    write(tmp_path, history={"1": ENTRIES[name]})
    with open_stores(tmp_path) as stores:
        if not stores.snippets.snippets():
            pytest.skip("the whole file was refused")
        action = Action(ActionType.REMOVE, NOON, day=1)
        stores.snippets.apply(Change(remove=("a",), action=action))
    with open_stores(tmp_path) as stores:
        assert is_clean(stores.report)
        outcome = stores.snippets.undo(NOON, 1)
        assert isinstance(outcome, Undone)
        assert outcome.action.type is ActionType.REMOVE


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"kind": "insights"},
        {"kind": "insights", "sequence": "x", "ops": []},
        {"kind": "insights", "sequence": 9, "ops": [["p"]]},
        {"kind": "insights", "sequence": 9, "ops": [["x", "usage", "1"]]},
        {"kind": "insights", "sequence": 9, "ops": [["p", "usage", "abc", {}]]},
        {"kind": ["insights"], "sequence": 9, "ops": []},
        {"kind": "insights", "sequence": 9, "ops": [["p", "_meta", "1", {}]]},
        {"kind": "snippets", "sequence": 9, "ops": [["d", "snippets", "1"]]},
    ],
    ids=str,
)
def test_a_pending_row(row: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path, pending={"1": row})
    for _ in range(2):
        with open_stores(tmp_path) as stores:
            stores.habits().usage.record("a", "x", NOON)
            assert [each.id for each in stores.snippets.snippets()] in (["a"], [])
            stores.snippets.last_action()
