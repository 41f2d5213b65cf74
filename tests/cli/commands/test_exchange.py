"""What an import says: every reason and note has words, every entry its place."""

from enum import Enum

import pytest

from quickdesk.cli.commands import subcommand
from quickdesk.cli.commands.exchange import import_text, noted, place, refusals
from quickdesk.cli.output import error_text
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Answer, Exit, problem
from quickdesk.exchange.parsed import LIMITS, ExchangeReason, ImportNote, RefusalReason

ENGLISH = Catalog()
WHERE = {"file": "a.csv", "line": None, "row": 3, "title": "退款"}


def error(answer: Answer) -> str:
    return error_text(subcommand("import"), answer, ENGLISH)


def name(member: Enum) -> str:
    return member.name.lower().replace("_", "-")


@pytest.mark.parametrize("reason", [*ExchangeReason, *RefusalReason])
def test_every_refusal_has_words(reason: Enum) -> None:
    assert name(reason) in refusals(ENGLISH)


@pytest.mark.parametrize("note", ImportNote)
def test_every_note_has_words(note: ImportNote) -> None:
    assert name(note) in noted(ENGLISH)


@pytest.mark.parametrize("reason", LIMITS)
def test_what_is_too_much_is_reported_with_its_limit(reason: ExchangeReason) -> None:
    facts = {"path": "a.csv", "line": None, "row": None, "most": LIMITS[reason]}
    most = f"{LIMITS[reason]:,}"
    assert most in error(problem(Exit.FAILED, f"import-{name(reason)}", **facts))
    refused = {**WHERE, "reason": name(reason), "most": LIMITS[reason]}
    data = {"new": 0, "changed": 0, "same": 0, "dry_run": False, "refused": [refused]}
    data |= {"notes": [], "placeholders": []}
    assert most in import_text(data, ENGLISH)


def test_places_are_rows_lines_or_the_file() -> None:
    assert place(WHERE, ENGLISH) == "a.csv, row 3 (退款)"
    assert place({**WHERE, "row": None, "line": 7, "title": ""}, ENGLISH) == "a.csv, line 7"
    assert place({**WHERE, "row": None, "title": ""}, ENGLISH) == "a.csv"


def test_counts_come_first_then_each_refusal_then_some_notes() -> None:
    flaw = {"field": "body", "flaw": "nested", "position": 0, "length": 1}
    data = {
        "new": 3,
        "changed": 1,
        "same": 2,
        "dry_run": False,
        "refused": [{**WHERE, "reason": "no-body"}, {**WHERE, "reason": "flawed", "flaw": flaw}],
        "notes": [{**WHERE, "note": "title-from-body"}] * 12,
        "placeholders": [],
    }
    lines = import_text(data, ENGLISH).splitlines()
    assert lines[0] == "Imported: 3 new, 1 changed. Already there: 2. Refused: 2."
    assert lines.pop(1) == "Undo with: quickdesk undo"
    assert lines[1].strip() == "a.csv, row 3 (退款): there is a title but no reply"
    assert "body, character 1" in lines[2]
    assert len(lines) == 1 + 2 + 10 + 1
    assert "2 more" in lines[-1]
    assert import_text({**data, "dry_run": True}, ENGLISH).startswith("Would import")


def test_placeholders_are_named_by_what_became_of_them() -> None:
    fields = [{"written": f"[名{n}]", "field": f"{{名{n}}}", "count": n + 1} for n in range(21)]
    own = {"written": "{店名}", "field": "{店名}", "count": 1}
    kept = {"written": "[微笑]", "field": "", "count": 2}
    data = {"new": 1, "changed": 0, "same": 0, "dry_run": True, "refused": [], "notes": []}
    lines = import_text({**data, "placeholders": [own, *fields, kept]}, ENGLISH).splitlines()
    assert lines[1].strip().startswith("Placeholders that became fields: {店名} (1)  [名0] → {名0} (1)")
    assert "2 more" in lines[2]
    assert lines[3].strip() == "Kept as text: [微笑] (2)"


def test_what_holds_for_a_whole_file_is_said_with_its_facts() -> None:
    note = {
        "file": "a.csv",
        "line": None,
        "row": None,
        "title": "",
        "note": "columns-not-read",
        "detail": "图",
    }
    data = {"new": 1, "changed": 0, "same": 0, "dry_run": True, "refused": [], "placeholders": []}
    assert "a.csv: columns that were not read: 图" in import_text({**data, "notes": [note]}, ENGLISH)


def test_a_file_that_cannot_be_imported_says_where_and_why() -> None:
    words = error(problem(Exit.FAILED, "import-broken-json", path="x.json", line=3, detail=""))
    assert words.startswith("x.json, line 3: the JSON is cut off")
    assert "newfangled" in error(problem(Exit.FAILED, "import-newfangled", path="x", line=None))
