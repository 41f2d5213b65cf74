"""A title, a path or the content of a file has no power over the terminal and adds no line."""

import ast
import json
import re
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from quickdesk.cli.commands import subcommand
from quickdesk.cli.commands.exchange import refusals
from quickdesk.cli.output import show
from quickdesk.cli.parser import parser
from quickdesk.cli.words.catalog import Catalog
from quickdesk.cli.words.problems import problems
from quickdesk.commands.answer import Answer, Exit, done, problem
from tests.cli.test_main import Surroundings
from tests.text.test_controls import is_obeyed

ENGLISH = Catalog()
CLI = Path(__file__).parents[2] / "src" / "quickdesk" / "cli"
HOSTILE = "x\nUndone: forged\r\x1b[2J\x9b\x07\u202e\u2066\u2028\x85y"
FLAW = {"field": "title", "flaw": "unknown", "position": 1, "length": 1}
ITEM = {"file": "f", "line": None, "row": 3, "title": "t", "reason": "flawed", "flaw": FLAW}
WORD_FLAW = {"line": 1, "flaw": "unknown", "word": "w", "most": 1}
ROW = {"id": "a", "title": "t", "code": "c", "folder": "f", "body": "b", "tags": ["g"]}
FOUND = {
    **ROW,
    "like": "l",
    "shared": ["s"],
    "reasons": [{"typed": "t", "found": "f", "relation": "sound", "worth": 1}],
    "explanation": {
        "reasons": [
            {"worth": 1, "word": "w", "field": "unknown", "way": "unknown", "whole": False, "at_start": False}
        ],
        "length": 0,
        "blanks": 0,
        "prior": 0,
        "picked": 0,
        "score": 1,
    },
}  # fmt: skip
IMPORTED = {
    "new": 1, "changed": 0, "same": 0, "refused": [ITEM], "dry_run": False,
    "notes": [
        {**ITEM, "note": "title-from-body"},
        {**ITEM, "note": "columns-not-read", "detail": HOSTILE},
    ],
    "placeholders": [{"written": HOSTILE, "field": HOSTILE, "count": 1}],
}  # fmt: skip
FINDING = {
    "kind": "unknown", "path": "p", "fault": "unknown", "detail": "d", "set_aside": ["s"], "count": 1,
    "mended": False,
}  # fmt: skip
CHECKED = {
    "state": "faulty",
    "findings": [FINDING, {**FINDING, "fault": "refused"}],
    "documents": {"unknown": 1},
    "backups": 1,
}
RESTORED = {
    "file": "f", "dry_run": False, "new": 1, "changed": 1, "removed": 1, "backup": "b",
    "rest": {"unknown": {"new": 1, "changed": 1, "removed": 1}}, "locked": ["unknown"],
}  # fmt: skip
MACHINE = {
    "session": "x11", "desktop": "d", "display": {"window_manager": "w"}, "tray": "native",
    "hotkeys": {"chosen": "x11", "candidates": []}, "paste": {"chosen": "qt", "candidates": []},
    "clipboard_tools": ["c"], "notifications": True,
    "missing": [{"soname": "s", "package": "p"}], "install": ["i"],
}  # fmt: skip
UNDONE = {
    "undone": "unknown", "at": "2026-11-21T09:00:00+08:00", "back": [ROW], "away": [ROW], "facts": ["n"],
    "customers": ["n"],
}  # fmt: skip
FACT = {"name": "n", "value": "v", "until": "u", "expired": True, "uses": 1, "replies": [ROW]}
SEARCH = {
    "query": "q",
    "count": 1,
    "last": "2026-11-21T09:00:00+08:00",
    "ending": "unknown",
    "answered_now": False,
}
COUNTS = {"uses": 1, "replies": 1, "characters": 1, "keys_saved": 1}
ANSWERS: Mapping[str, Any] = {
    "find": [FOUND],
    "suggest": [FOUND],
    "list": [ROW],
    "add": ROW,
    "edit": ROW,
    "remove": ROW,
    "restore": RESTORED,
    "backup": {"count": 1, "path": "p", "left_out": ["unknown"]},
    "check": CHECKED,
    "undo": UNDONE,
    "facts": [FACT],
    "customer": {},
    "lexicon": {"groups": ["a b"]},
    "review": [SEARCH],
    "stats": [{"day": "2026-11-21", **COUNTS}],
    "forget": {"count": 3},
    "import": IMPORTED,
    "export": {"count": 1, "path": "p", "format": "json"},
    "doctor": {"folder": "f", "machine": MACHINE, "program": None},
    "data": {
        "method": "keyring",
        "locked": True,
        "has_recovery_key": False,
        "damaged": False,
        "key": "k",
        "older_keys": 0,
        "key_in_keyring": True,
    },
    "pause": {"paused": True, "until": None},
    **dict.fromkeys(("show", "toggle", "hide", "quit")),
}
FACTS = {
    "more": 1, "days": None, "total": COUNTS, "shared_code": {"code": "c", "titles": ["t"]},
    "recoveries": [{"path": "p", "flaw": "unknown", "set_aside": ["s"], "previous": True}],
    "losses": [{"kind": "unknown", "path": "p", "changes": 1, "set_aside": ["s"]}],
}  # fmt: skip
# Where the program chooses among texts of its own, another text cannot come.
CHOSEN = frozenset({
    "session", "tray", "chosen", "flaw", "fault", "reason", "note", "field", "way", "state", "ending",
    "last", "at", "day",
})  # fmt: skip


def hostile(value: Any, name: str = "") -> Any:
    """Return the same data with a hostile text for every text that comes from elsewhere."""
    if isinstance(value, Mapping):
        return {key: hostile(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [hostile(each, name) for each in value]
    return HOSTILE if isinstance(value, str) and name not in CHOSEN else value


def printed(
    command: str, answer: Answer, captured: pytest.CaptureFixture[str], *, as_json: bool = False
) -> str:
    show(subcommand(command), answer, ENGLISH, as_json=as_json)
    return "".join(captured.readouterr())


def assert_harmless(words: str) -> None:
    assert [each for each in words if is_obeyed(each) and each != "\n"] == []


@pytest.mark.parametrize("command", ANSWERS)
def test_no_command_prints_what_a_terminal_obeys_or_a_forged_line(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ANSWERS[command]
    usual = printed(command, Answer(data=data, facts=FACTS), capsys)
    words = printed(command, Answer(data=hostile(data), facts=hostile(FACTS)), capsys)
    assert_harmless(words)
    if command not in ("find", "suggest", "list"):  # their long texts take several lines of a terminal
        assert len(words.splitlines()) == len(usual.splitlines())
    assert not any(line.startswith("Undone: forged") for line in words.splitlines())


def test_every_command_has_a_sample_answer() -> None:
    (commands,) = (action for action in parser(ENGLISH)._actions if action.dest == "command")
    names = {*(commands.choices or ())} - {"render"}
    assert names == {*ANSWERS}, "add a sample answer of each new command to ANSWERS in this file"


@pytest.mark.parametrize(
    "name", [*problems(ENGLISH), *(f"import-{each}" for each in refusals(ENGLISH)), "unknown"]
)
def test_no_problem_does_so_either(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    places = {key: "x" for _, key, _, _ in string.Formatter().parse(problems(ENGLISH).get(name, "")) if key}
    facts = {
        **places,
        "path": "x",
        "line": 1,
        "detail": "x",
        "flaws": [FLAW],
        "matches": [ROW],
        "word_flaws": [WORD_FLAW],
    }
    if name == "data-faulty":
        facts = CHECKED
    command = "check" if name == "data-faulty" else "import"
    usual = printed(command, problem(Exit.FAILED, name, **facts), capsys)
    words = printed(command, problem(Exit.FAILED, name, **hostile(facts)), capsys)
    assert_harmless(words)
    assert len(words.splitlines()) == len(usual.splitlines())
    assert_harmless(printed(command, problem(Exit.FAILED, name, **hostile(facts)), capsys, as_json=True))


def test_json_holds_the_exact_text_without_what_is_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    words = printed("list", done([hostile(ROW)]), capsys, as_json=True)
    assert_harmless(words)
    assert json.loads(words)[0]["title"] == HOSTILE


def test_a_rendered_reply_is_exact(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed("render", done({"text": HOSTILE, "cursor_back": 0}), capsys) == f"{HOSTILE}\n"


def test_files_and_arguments_with_such_names_are_printed_harmlessly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Surroundings(tmp_path / "data", DISPLAY=":1", DESKTOP_STARTUP_ID="menu-1")
    name = "".join(each for each in HOSTILE if each != "/")
    table = tmp_path / f"{name}.csv"
    table.write_text("title,body\nt,\nu\x1b,b\n")
    file = str(tmp_path / name)
    for line in (
        ["export", f"{file}.json"], ["export", f"{file}.json"], ["export", f"{file}.xlsx"],
        ["backup", f"{file}.zip"], ["restore", f"{file}.zip", "--dry-run"], ["import", str(table)],
        ["import", f"{file}.md"], ["import", str(tmp_path / "data" / name)], ["remove", name], ["find", name],
        ["suggest", name], ["edit", name, "--title", name], ["add", "--title", name, "--body", f"{name} {{"],
        ["render", name, "--set", name], [name], ["list", name], ["--home", str(table), "list"],
        ["import", str(table), "--format", name], ["pause", name],
    ):  # fmt: skip
        machine.run(*line)
        words = "".join(capsys.readouterr())
        assert words, line
        assert_harmless(words)
        assert not any(each.startswith("Undone: forged") for each in words.splitlines()), line
    machine.start_answer = problem(Exit.DATA, "data-newer", path=HOSTILE)
    machine.run()
    assert len(machine.troubles) == 1
    assert_harmless(machine.troubles[0])


def test_words_are_printed_in_one_place_only() -> None:
    found = {
        path.name: lines for path in CLI.rglob("*.py") if path.name != "output.py" and (lines := writes(path))
    }
    assert found == {}


def writes(path: Path) -> list[int]:
    """Return the lines of a source that print, or write to a stream of the process."""
    nodes = [*ast.walk(ast.parse(path.read_text("utf-8")))]
    return [
        *(node.lineno for node in nodes if isinstance(node, ast.Name) and node.id == "print"),
        *(
            node.lineno
            for node in nodes
            if isinstance(node, ast.Attribute)
            and re.match(r"sys\.std(out|err)(\.buffer)?\.write", ast.unparse(node))
        ),
    ]


def test_what_is_printed_elsewhere_is_found(tmp_path: Path) -> None:
    source = tmp_path / "a.py"
    source.write_text(
        "import sys\nprint(1)\nsys.stdout.write('x')\nsys.stderr.buffer.write(b'x')\nfile.write('x')\n"
    )
    assert writes(source) == [2, 3, 4]
