"""What is printed, and where."""

import json

import pytest

from quickdesk.cli.commands import subcommand
from quickdesk.cli.output import show
from quickdesk.cli.terminal import width
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Answer, Exit, done, problem
from quickdesk.commands.replies.to_json import snippet_to_json
from quickdesk.replies.snippet import Snippet

ENGLISH = Catalog()
ROW = snippet_to_json(Snippet("a1", "退款进度", "第一行\n第二行", "tk", ("售后",)))


def test_results_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    show(subcommand("find"), done([ROW]), ENGLISH, as_json=False)
    out, err = capsys.readouterr()
    assert out.split() == ["tk", "退款进度", "售后", "第一行", "第二行"]
    assert err == ""
    show(subcommand("find"), done([]), ENGLISH, as_json=False)
    assert capsys.readouterr().out == "No replies yet.\n"


def test_an_import_of_which_nothing_came_in_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    refused = {"file": "a.csv", "line": 2, "row": 2, "title": "空", "reason": "no-body"}
    data = {"new": 0, "changed": 0, "same": 0, "refused": [refused], "notes": [], "dry_run": False}
    data["placeholders"] = []
    answer = Answer(Exit.REFUSED, data, "nothing-imported")
    show(subcommand("import"), answer, ENGLISH, as_json=False)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Refused: 1." in err
    assert "there is a title but no reply" in err
    show(subcommand("import"), answer, ENGLISH, as_json=True)
    assert json.loads(capsys.readouterr().out) == data


def test_problems_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    show(subcommand("remove"), problem(Exit.NOT_FOUND, "no-such-reply", id="x"), ENGLISH, as_json=False)
    assert capsys.readouterr() == ("", "No reply has the code or id x.\n")


def test_json_is_one_line_with_the_problem_and_its_facts(capsys: pytest.CaptureFixture[str]) -> None:
    show(subcommand("find"), done([ROW]), ENGLISH, as_json=True)
    assert json.loads(capsys.readouterr().out) == [ROW]
    show(subcommand("remove"), problem(Exit.NOT_FOUND, "no-such-reply", id="x"), ENGLISH, as_json=True)
    printed = json.loads(capsys.readouterr().out)
    assert (printed["problem"], printed["id"]) == ("no-such-reply", "x")
    assert printed["message"] == "No reply has the code or id x."


@pytest.mark.parametrize(
    ("command", "data", "words"),
    [
        ("add", ROW, "Added a1: 退款进度"),
        ("edit", ROW, "Changed a1: 退款进度"),
        (
            "remove",
            ROW,
            "Moved to the trash: 退款进度. Bring it back with: quickdesk undo, or quickdesk restore a1",
        ),
        ("restore", ROW, "Restored a1: 退款进度"),
        ("render", {"text": "好的{a}", "cursor_back": 0}, "好的{a}"),
        ("export", {"path": "x.json", "count": 3}, "Exported 3 replies to x.json"),
        ("toggle", None, ""),
    ],
)
def test_what_was_done_is_reported(
    command: str, data: object, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    show(subcommand(command), Answer(data=data), ENGLISH, as_json=False)
    assert capsys.readouterr().out == (f"{words}\n" if words else "")


def test_damage_that_was_found_is_reported_beside_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    found = {"path": "s.json", "flaw": "not-json", "set_aside": ["s.damaged-1"], "previous": True}
    answer = Answer(data=[], facts={"recoveries": [found], "starter_missing": True})
    show(subcommand("list"), answer, ENGLISH, as_json=True)
    out, err = capsys.readouterr()
    assert json.loads(out) == []
    assert "s.damaged-1" in err
    assert "list is empty" in err


def test_half_characters_do_not_break_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    show(subcommand("render"), done({"text": "a\ud800"}), ENGLISH, as_json=True)
    assert json.loads(capsys.readouterr().out)["text"] == "a\ud800"


def test_a_query_is_repeated_briefly_and_without_power_over_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for query in ("\x1b[2Jtk\x07", "\u202e退款", "退" * 10_000, "\udcff", "a\r\nb"):
        show(
            subcommand("find"),
            Answer(Exit.NOT_FOUND, [], "nothing-found", {"query": query}),
            ENGLISH,
            as_json=False,
        )
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("Nothing found for: ")
        assert line.isprintable()
        assert width(line) < 80


def test_reasons_stand_under_their_reply_and_fit_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    like = "什么时候到账\n" * 200
    show(subcommand("suggest"), done([{**ROW, "shared": ["退款"], "like": like}]), ENGLISH, as_json=False)
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("tk  退款进度")
    assert all(0 < width(line) <= 40 and line.startswith("    ") for line in rest)
    assert rest[1].startswith("    sent before in reply to: 什么")
    assert rest[-1] == "    because both mention “退款”"


def test_a_review_is_a_list_or_says_that_there_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    row = {
        "query": "花呗",
        "count": 2,
        "last": "2026-11-21T09:00:00+08:00",
        "ending": "nothing-found",
        "answered_now": False,
    }
    facts = {"more": 0, "days": None}
    show(subcommand("review"), Answer(data=[row], facts=facts), ENGLISH, as_json=False)
    assert capsys.readouterr().out == "花呗  2×  2026-11-21  nothing found\n"
    show(subcommand("review"), Answer(data=[], facts=facts), ENGLISH, as_json=False)
    assert capsys.readouterr().out == "There are no failed searches.\n"
    show(subcommand("review"), Answer(data=[row], facts=facts), ENGLISH, as_json=True)
    assert json.loads(capsys.readouterr().out) == [row]
