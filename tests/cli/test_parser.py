"""The grammar of the command line, and that every command is explained."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from quickdesk.cli import commands
from quickdesk.cli.commands import NAMES, customer, subcommand
from quickdesk.cli.parser import UsageError, parse, parser, usage_sentence
from quickdesk.cli.subcommand import run_on_data
from quickdesk.cli.terminal import width
from quickdesk.cli.words.catalog import Catalog, catalog_for
from quickdesk.commands.registry import COMMANDS
from quickdesk.settings.settings import Language

ENGLISH = Catalog()
READMES = ("README.md", "README.zh-CN.md")
REGISTER = "register the command in COMMANDS of commands/registry.py"
LIST = "add the command to _MODULES of cli/commands/__init__.py"


def test_every_command_that_can_be_run_can_be_typed() -> None:
    (sub,) = (action for action in parser(ENGLISH)._actions if action.dest == "command")
    assert tuple(sub.choices or ()) == NAMES
    of_the_program = {name for name in NAMES if subcommand(name).without_program is not run_on_data}
    with_actions = {name for name in NAMES if subcommand(name).chosen is not None}
    assert set(NAMES) - of_the_program - with_actions <= set(COMMANDS), REGISTER
    typed = {name.partition(" ")[0] for name in COMMANDS}  # `facts set` is a command of `facts`
    assert typed <= set(NAMES) - of_the_program, LIST


def test_every_command_that_is_described_is_in_the_list() -> None:
    modules = [import_module(each.name) for each in iter_modules(commands.__path__, f"{commands.__name__}.")]
    described = [each.name for module in modules for each in module.SUBCOMMANDS]
    actions = [f"customer {name}" for name in customer.ACTIONS]
    assert sorted(described) == sorted([*NAMES, *actions]), LIST


@pytest.mark.parametrize("command", NAMES)
def test_help_is_the_same_whichever_commands_the_parser_knows(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    helps = []
    for line in ([command, "--help"], ["--json", command, "--help"]):
        with pytest.raises(SystemExit):
            parse(line, ENGLISH)
        helps.append(capsys.readouterr().out)
    assert helps[0] == helps[1]


@pytest.mark.parametrize(
    "parts",
    [
        ["customer", "export", "王", "--reveal", "f.txt"],
        ["customer", "export", "--all", "--force", "f.csv"],
        ["customer", "note", "王", "--pin", "--reveal", "text"],
        ["customer", "order", "王", "--set=state=x", "A1"],
        ["customer", "merge", "a", "--dry-run", "--reveal", "b"],
        ["customer", "find", "--limit=3", "--reveal", "王"],
        ["customer", "import", "--dry-run", "f.csv"],
        ["customer", "erase", "--yes", "王"],
        ["customer", "use", "--json", "王"],
        ["import", "a.csv", "--dry-run", "b.csv"],
        ["find", "a", "--limit=3", "b"],
        ["lexicon", "add", "a", "--json", "b"],
        ["backup", "--force", "f.zip"],
        ["restore", "--dry-run", "f.zip"],
    ],
    ids=" ".join,
)
def test_options_may_stand_anywhere(parts: list[str]) -> None:
    depth = 2 if parts[0] in ("customer", "lexicon") else 1
    command, rest = parts[:depth], parts[depth:]
    options = [each for each in rest if each.startswith("--")]
    places = [each for each in rest if not each.startswith("--")]
    lines = [[*options, *places], [*places, *options]]
    lines += [[*places[:1], *options, *places[1:]]]
    first, *others = (parse([*command, *line], ENGLISH) for line in lines)
    assert all(other == first for other in others)
    named = {
        each for value in vars(first).values() for each in (value if isinstance(value, list) else [value])
    }
    assert set(places) <= named


@pytest.mark.parametrize(
    "line", [["customer", "export"], ["customer", "export", "a", "b", "c"], ["find", "--no"]]
)
def test_a_wrong_number_of_arguments_is_refused(line: list[str]) -> None:
    with pytest.raises(UsageError):
        parse(line, ENGLISH)


@pytest.mark.parametrize("command", NAMES)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse([command, "--help"], ENGLISH)
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: quickdesk {command} ")
    assert len(shown.splitlines()) > 5


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", NAMES)
def test_every_command_is_in_the_tables_of_both_readmes(command: str, readme: str) -> None:
    text = (Path(__file__).parents[2] / readme).read_text("utf-8")
    cells = "\n".join(line.split("|")[1] for line in text.splitlines() if line.startswith("| `"))
    assert re.search(rf"`{command}\b", cells), f"add {command} to the table of commands in {readme}"


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
        ["stats", "--days", "0"],
        ["stats", "--days", "3661"],
        ["stats", "--days", "week"],
        ["stats", "退款"],
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
def test_a_wrong_line_is_reported_with_its_syntax(line: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        parse(line, ENGLISH)
    sentence = usage_sentence(caught.value, ENGLISH)
    assert "quickdesk" in caught.value.usage
    assert "_" not in str(caught.value), "no name from the inside"
    assert len(sentence.splitlines()) == 2


def test_home_and_json_stand_before_or_behind_the_command() -> None:
    for line in (["--home", "x", "--json", "list"], ["list", "--home", "x", "--json"]):
        found = parse(line, ENGLISH)
        assert (found.home, found.json, found.command) == ("x", True, "list")
    bare = parse([], ENGLISH)
    assert (bare.home, bare.json, bare.command) == (None, False, None)


def test_values_may_hold_equals_signs_and_be_empty() -> None:
    found = parse(["render", "a", "--set", "链接=a=b", "--set", " 名 ="], ENGLISH)
    assert found.values == [("链接", "a=b"), ("名", "")]


def test_a_pause_has_a_number_of_minutes_or_no_end() -> None:
    assert parse(["pause"], ENGLISH).minutes is None
    assert parse(["pause", "15"], ENGLISH).minutes == 15
    assert parse(["pause", "--off"], ENGLISH).off


def test_a_review_looks_back_a_number_of_days_or_on_all() -> None:
    found = parse(["review", "--since", "7", "--limit", "3"], ENGLISH)
    assert (found.days, found.limit) == (7, 3)
    assert (parse(["review"], ENGLISH).days, parse(["review"], ENGLISH).limit) == (None, 20)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.SIMPLIFIED, Language.TRADITIONAL])
@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_of_any_help_is_longer_than_the_terminal(
    language: Language, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    top = parser(catalog_for(language))
    (commands,) = (action for action in top._actions if action.dest == "command")
    assert isinstance(commands.choices, dict)
    for each in (top, *commands.choices.values()):
        _usage, _, text = each.format_help().partition("\n\n")  # which argparse lays out, in ASCII
        lines = text.splitlines()
        assert max(map(width, lines)) <= columns, max(lines, key=width)
