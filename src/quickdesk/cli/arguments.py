"""The grammar of the command line: which commands there are, what each takes, and what `--help` says of it.

argparse's own English (``usage:``, ``options:``) is replaced where it gives a place for it; the reason
of a wrong usage is left in argparse's words and put behind a sentence of ours.
"""

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from quickdesk import __version__
from quickdesk.cli.catalog import Catalog, fill
from quickdesk.commands.answer import MOST_PAUSE_MINUTES

_MOST_HITS = 1_000_000


class UsageError(Exception):
    """A command line that is none; ``usage`` is the one line that shows how it goes."""

    def __init__(self, reason: str, usage: str) -> None:
        super().__init__(reason)
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, " ".join(self.format_usage().split()))


Add = Callable[[argparse.ArgumentParser, Catalog], None]


def parser(say: Catalog) -> argparse.ArgumentParser:
    """Return the parser of the whole command line, its help in the agent's language."""
    translate = say.translate
    top = _Parser(
        prog="quickdesk",
        add_help=False,
        allow_abbrev=False,
        usage="quickdesk [--home DIR] [COMMAND ...]",
        description=translate(
            "cli",
            "Quick replies for customer-service agents. Without a command: start the program, "
            "or show the palette of the one that runs.",
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _common(top, say, argparse.SUPPRESS)
    top.add_argument(
        "--version",
        action="version",
        version=f"quickdesk {__version__}",
        help=translate("cli", "print the version"),
    )
    commands = top.add_subparsers(
        dest="command", metavar="COMMAND", title=translate("cli", "commands"), prog="quickdesk"
    )
    for name, summary, add in _commands(say):
        command = commands.add_parser(
            name, help=summary, description=summary, add_help=False, allow_abbrev=False
        )
        _common(command, say, argparse.SUPPRESS)
        add(command, say)
    return top


def parse(arguments: Sequence[str], say: Catalog) -> argparse.Namespace:
    """Read a command line; raises UsageError. ``--help`` and ``--version`` print and raise SystemExit(0)."""
    found = parser(say).parse_args(arguments)
    for name, default in (("home", None), ("json", False)):
        if not hasattr(found, name):
            setattr(found, name, default)
    return found


def _common(command: argparse.ArgumentParser, say: Catalog, default: Any) -> None:  # noqa: ANN401 - argparse's own
    command._optionals.title = say.translate("cli", "options")  # noqa: SLF001 - argparse has no public way
    command._positionals.title = say.translate("cli", "arguments")  # noqa: SLF001 - as above
    command.add_argument("-h", "--help", action="help", help=say.translate("cli", "show this help"))
    command.add_argument(
        "--home",
        metavar="DIR",
        default=default,
        help=say.translate("cli", "the data folder (default: QUICKDESK_HOME, else the user's own)"),
    )
    command.add_argument(
        "--json",
        action="store_true",
        default=default,
        help=say.translate("cli", "print JSON instead of words"),
    )


def _commands(say: Catalog) -> Sequence[tuple[str, str, Add]]:
    translate = say.translate
    return (
        ("show", translate("cli", "show the palette of the running program"), _nothing),
        ("toggle", translate("cli", "show the palette, or close it where it is open"), _nothing),
        ("hide", translate("cli", "close the palette"), _nothing),
        ("pause", translate("cli", "switch the hotkey off for a while, or on again"), _pause),
        ("quit", translate("cli", "end the running program"), _nothing),
        ("find", translate("cli", "find replies"), _find),
        ("list", translate("cli", "list all replies"), _nothing),
        ("add", translate("cli", "add a reply"), _add),
        ("edit", translate("cli", "change a reply"), _edit),
        ("remove", translate("cli", "move a reply to the trash"), _id),
        ("restore", translate("cli", "bring a reply back from the trash, or all of a backup"), _restore),
        (
            "undo",
            translate("cli", "take back the last change, an import too"),
            _nothing,
        ),
        ("render", translate("cli", "print a finished reply"), _render),
        ("import", translate("cli", "take over replies from files"), _import),
        ("export", translate("cli", "write all replies to a file"), _export),
        ("backup", translate("cli", "write a backup of all data"), _backup),
        ("check", translate("cli", "read all data, mend what is damaged, and say what was found"), _nothing),
        ("doctor", translate("cli", "say what works on this machine, and why"), _nothing),
    )


def _nothing(command: argparse.ArgumentParser, say: Catalog) -> None:
    pass


def _id(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "id", metavar="ID", help=say.translate("cli", "the id of the reply, or how it begins")
    )


def _restore(command: argparse.ArgumentParser, say: Catalog) -> None:
    translate = say.translate
    command.add_argument(
        "id",
        metavar="ID|FILE",
        help=translate("cli", "the id of a reply in the trash, or a backup: whatever is a file"),
    )
    command.add_argument(
        "--dry-run",
        action="store_true",
        help=translate("cli", "of a backup: say what would change, change nothing"),
    )


def _backup(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=say.translate("cli", "where to write (default: with the others in the data folder)"),
    )


def _pause(command: argparse.ArgumentParser, say: Catalog) -> None:
    how = command.add_mutually_exclusive_group()
    how.add_argument(
        "minutes",
        metavar="MINUTES",
        nargs="?",
        type=_minutes,
        help=say.translate("cli", "how long (default: until resumed)"),
    )
    how.add_argument("--off", action="store_true", help=say.translate("cli", "resume now"))


def _minutes(text: str) -> int:
    return _whole_number(text, MOST_PAUSE_MINUTES)


def _find(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "query",
        metavar="QUERY",
        nargs="+",
        help=say.translate("cli", "汉字, pinyin, initials or a code; several words must all match"),
    )
    command.add_argument(
        "--limit",
        metavar="N",
        type=_count,
        default=20,
        help=say.translate("cli", "at most so many (default: 20)"),
    )


def _count(text: str) -> int:
    return _whole_number(text, _MOST_HITS)


def _whole_number(text: str, most: int) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= most:
        raise argparse.ArgumentTypeError(f"{text}: 1 … {most}")
    return number


def _content(command: argparse.ArgumentParser, say: Catalog, *, required: bool) -> None:
    translate = say.translate
    command.add_argument(
        "--title", metavar="T", required=required, help=translate("cli", "what the reply is about")
    )
    command.add_argument(
        "--body",
        metavar="B",
        required=required,
        help=translate("cli", "the reply itself; - reads it from standard input"),
    )
    command.add_argument("--code", metavar="C", help=translate("cli", "a short name to type"))
    command.add_argument("--folder", metavar="A/B", help=translate("cli", "where it belongs"))
    command.add_argument(
        "--tag", metavar="G", action="append", dest="tags", help=translate("cli", "a tag; may be repeated")
    )


def _add(command: argparse.ArgumentParser, say: Catalog) -> None:
    _content(command, say, required=True)


def _edit(command: argparse.ArgumentParser, say: Catalog) -> None:
    _id(command, say)
    _content(command, say, required=False)


def _render(command: argparse.ArgumentParser, say: Catalog) -> None:
    _id(command, say)
    command.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        dest="values",
        type=_assignment,
        default=[],
        help=say.translate("cli", "fill a field; may be repeated"),
    )
    command.add_argument(
        "--copy", action="store_true", help=say.translate("cli", "copy it to the clipboard too")
    )


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{text}: NAME=VALUE")
    return name.strip(), value


def _import(command: argparse.ArgumentParser, say: Catalog) -> None:
    translate = say.translate
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help=translate("cli", "Markdown, CSV, TSV or quickdesk's own JSON; a folder stands for all in it"),
    )
    command.add_argument(
        "--format",
        metavar="F",
        choices=("markdown", "csv", "tsv", "json"),
        help=translate("cli", "markdown, csv, tsv or json (default: seen from the content)"),
    )
    command.add_argument(
        "--dry-run", action="store_true", help=translate("cli", "say what would change, change nothing")
    )


def _export(command: argparse.ArgumentParser, say: Catalog) -> None:
    translate = say.translate
    command.add_argument("file", metavar="FILE", help=translate("cli", "where to write; - prints it"))
    command.add_argument(
        "--format",
        metavar="F",
        choices=("json", "csv", "tsv"),
        help=translate("cli", "json, csv or tsv (default: by the file's name)"),
    )


def usage_sentence(error: UsageError, say: Catalog) -> str:
    """Return what to print for a wrong usage."""
    return fill(
        say.translate("cli", "Not understood: {reason}\nIt goes like this: {usage}"),
        {"reason": str(error), "usage": error.usage.removeprefix("usage: ")},
    )
