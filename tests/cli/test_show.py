"""What is printed, where, and that columns hold whatever characters come."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.cli.show import _fit, _rows, show
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Answer, Exit, done, problem
from quickdesk.commands.replies.shapes import snippet_shape
from quickdesk.replies.snippet import Snippet

SAY = Catalog({})
ROW = snippet_shape(Snippet("a1", "退款进度", "第一行\n第二行", "tk", ("售后",)))


def columns(text: str) -> int:
    return sum(
        0
        if unicodedata.category(each) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )


@given(st.text(alphabet="a退é́😀‍ ", max_size=30), st.integers(2, 12))
def test_a_cell_has_its_width_whatever_stands_in_it(text: str, width: int) -> None:
    shown = _fit(text, width)
    assert columns(shown) == width
    assert shown.rstrip() == text.rstrip() or "…" in shown


def test_results_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    show("find", done([ROW]), SAY, as_json=False)
    out, err = capsys.readouterr()
    assert out.split() == ["tk", "退款进度", "售后", "第一行", "第二行"]
    assert err == ""
    show("find", done([]), SAY, as_json=False)
    assert capsys.readouterr().out == "No replies yet.\n"


def test_columns_hold_whatever_the_codes_ids_and_folders_are() -> None:
    data = [
        snippet_shape(Snippet("starter-zh-CN/shouhou-xiangqing", "退款进度", "甲" * 90, "tk")),
        snippet_shape(Snippet("b2", "A", "乙", "nh", ("客服话术大全", "售后服务与退换货", "退款进度查询"))),
        snippet_shape(Snippet("0123456789abcdef0123", "长" * 40, "丙", "NH")),
    ]
    rows = _rows(data, 140)
    assert [row.split()[0] for row in rows] == ["tk", "b2", "0123456789abcdef0123"]
    assert len({columns(row[: row.rindex("  ")]) for row in rows}) == 1, "the bodies begin in one column"
    assert "客服话术大全/售后服务与退换货/退款进度查询" in rows[1]
    assert max(map(columns, rows)) <= 140
    assert all(columns(row) > 24 for row in _rows(data, 10)), "a narrow terminal wraps the lines"


def test_an_import_of_which_nothing_came_in_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    refused = {"file": "a.csv", "line": 2, "row": 2, "title": "空", "reason": "no-body"}
    data = {"new": 0, "changed": 0, "same": 0, "refused": [refused], "notes": [], "dry_run": False}
    answer = Answer(Exit.REFUSED, data, "nothing-imported")
    show("import", answer, SAY, as_json=False)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Refused: 1." in err
    assert "there is a title but no reply" in err
    show("import", answer, SAY, as_json=True)
    assert json.loads(capsys.readouterr().out) == data


def test_problems_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    show("remove", problem(Exit.NOT_FOUND, "no-such-reply", id="x"), SAY, as_json=False)
    assert capsys.readouterr() == ("", "No reply has the code or id x.\n")


def test_json_is_one_line_with_the_problem_and_its_facts(capsys: pytest.CaptureFixture[str]) -> None:
    show("find", done([ROW]), SAY, as_json=True)
    assert json.loads(capsys.readouterr().out) == [ROW]
    show("remove", problem(Exit.NOT_FOUND, "no-such-reply", id="x"), SAY, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["error"], told["id"]) == ("no-such-reply", "x")
    assert told["message"] == "No reply has the code or id x."


@pytest.mark.parametrize(
    ("command", "data", "words"),
    [
        ("add", ROW, "Added a1: 退款进度"),
        ("edit", ROW, "Changed a1: 退款进度"),
        ("remove", ROW, "Moved to the trash: 退款进度. Bring it back with: undo, or restore a1"),
        ("restore", ROW, "Restored a1: 退款进度"),
        ("render", {"text": "好的{a}", "cursor_back": 0}, "好的{a}"),
        ("export", {"path": "x.json", "count": 3}, "Exported 3 replies to x.json"),
        ("toggle", None, ""),
    ],
)
def test_what_was_done_is_said(
    command: str, data: object, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    show(command, Answer(data=data), SAY, as_json=False)
    assert capsys.readouterr().out == (f"{words}\n" if words else "")


def test_damage_that_was_found_is_told_beside_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    found = {"path": "s.json", "flaw": "not-json", "set_aside": ["s.damaged-1"], "previous": True}
    answer = Answer(data=[], facts={"recoveries": [found], "starter_missing": True})
    show("list", answer, SAY, as_json=True)
    out, err = capsys.readouterr()
    assert json.loads(out) == []
    assert "s.damaged-1" in err
    assert "list is empty" in err


def test_half_characters_do_not_break_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    show("render", done({"text": "a\ud800"}), SAY, as_json=True)
    assert json.loads(capsys.readouterr().out)["text"] == "a\ud800"
