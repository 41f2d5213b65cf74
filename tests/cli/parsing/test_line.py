"""The grammar of the command line, and that every command is explained."""

from pathlib import Path

import pytest

from quickdesk.cli.main import OF_THE_PROGRAM
from quickdesk.cli.parsing.line import UsageError, parse, parser, usage_sentence
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.registry import COMMANDS

SAY = Catalog({})
README = Path(__file__).parents[3] / "README.md"
ALL = sorted({*COMMANDS, *OF_THE_PROGRAM, "doctor"})


def test_every_command_that_can_be_carried_out_can_be_typed() -> None:
    (sub,) = (action for action in parser(SAY)._actions if action.dest == "command")
    assert sorted(sub.choices or ()) == ALL


@pytest.mark.parametrize("command", ALL)
def test_every_command_has_help_and_stands_in_the_readme(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse([command, "--help"], SAY)
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: quickdesk {command} ")
    assert len(shown.splitlines()) > 5
    assert command in README.read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        ["fly"],
        ["find"],
        ["find", "a", "--limit", "x"],
        ["find", "a", "--limit", "0"],
        ["add", "--title", "t"],
        ["pause", "0"],
        ["pause", "1441"],
        ["pause", "soon"],
        ["pause", "5", "--off"],
        ["review", "--limit", "0"],
        ["review", "--limit", "2001"],
        ["review", "--since", "-1"],
        ["review", "--since", "yesterday"],
        ["review", "--since"],
        ["review", "--forget-all"],
        ["review", "退款"],
        ["render", "a", "--set", "x"],
        ["render", "a", "--set", "=x"],
        ["import"],
        ["import", "x", "--format", "doc"],
        ["export", "x", "--format", "markdown"],
        ["list", "more"],
        ["--nonsense"],
        ["fin", "x"],
    ],
)
def test_a_wrong_line_is_told_with_how_it_goes(line: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        parse(line, SAY)
    told = usage_sentence(caught.value, SAY)
    assert "quickdesk" in caught.value.usage
    assert "_" not in str(caught.value), "no name from the inside"
    assert len(told.splitlines()) == 2


def test_home_and_json_stand_before_or_behind_the_command() -> None:
    for line in (["--home", "x", "--json", "list"], ["list", "--home", "x", "--json"]):
        found = parse(line, SAY)
        assert (found.home, found.json, found.command) == ("x", True, "list")
    bare = parse([], SAY)
    assert (bare.home, bare.json, bare.command) == (None, False, None)


def test_values_may_hold_equals_signs_and_be_empty() -> None:
    found = parse(["render", "a", "--set", "链接=a=b", "--set", " 名 ="], SAY)
    assert found.values == [("链接", "a=b"), ("名", "")]


def test_a_pause_is_so_many_minutes_or_open() -> None:
    assert parse(["pause"], SAY).minutes is None
    assert parse(["pause", "15"], SAY).minutes == 15
    assert parse(["pause", "--off"], SAY).off


def test_a_review_looks_back_so_many_days_or_on_all() -> None:
    found = parse(["review", "--since", "7", "--limit", "3"], SAY)
    assert (found.days, found.limit) == (7, 3)
    assert (parse(["review"], SAY).days, parse(["review"], SAY).limit) == (None, 20)
