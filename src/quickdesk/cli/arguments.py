"""The grammar of the command line: which commands there are, what each takes, and what `--help` says of it.

argparse's own English (``usage:``, ``options:``) is replaced where it gives a place for it, its reasons
for refusing a line by :mod:`quickdesk.cli.words.usage`.
"""

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from quickdesk import __version__
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.usage import reason_words
from quickdesk.commands.answer import MOST_PAUSE_MINUTES

_MOST_HITS = 1_000_000
_MOST_SUGGESTIONS = 1_000


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
    top = _top(say)
    commands = top.add_subparsers(
        dest="command", metavar="COMMAND", title=say.translate("cli", "commands"), prog="quickdesk"
    )
    for name, summary, add in _commands(say):
        command = commands.add_parser(
            name, help=summary, description=summary, add_help=False, allow_abbrev=False
        )
        _common(command, say, argparse.SUPPRESS)
        add(command, say)
    return top


def _top(say: Catalog) -> argparse.ArgumentParser:
    """Return what holds for every command, and for none."""
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
        help=say.translate("cli", "print JSON instead of text"),
    )


def _commands(say: Catalog) -> Sequence[tuple[str, str, Add]]:
    translate = say.translate
    return (
        ("show", translate("cli", "show the palette of the running program"), _nothing),
        ("toggle", translate("cli", "show the palette, or close it if it is open"), _nothing),
        ("hide", translate("cli", "close the palette"), _nothing),
        ("pause", translate("cli", "pause or resume the hotkey"), _pause),
        ("quit", translate("cli", "quit the running program"), _nothing),
        ("find", translate("cli", "find replies"), _find),
        ("suggest", translate("cli", "suggest replies to a buyer's message"), _suggest),
        ("list", translate("cli", "list all replies"), _nothing),
        ("add", translate("cli", "add a reply"), _add),
        ("edit", translate("cli", "change a reply"), _edit),
        ("remove", translate("cli", "move a reply to the trash"), _id),
        (
            "restore",
            translate("cli", "restore a reply from the trash, or all replies from a backup"),
            _restore,
        ),
        (
            "undo",
            translate("cli", "undo the last change, including imports"),
            _nothing,
        ),
        ("render", translate("cli", "fill in a reply and print it"), _render),
        ("import", translate("cli", "import replies from files"), _import),
        ("export", translate("cli", "export all replies to a file"), _export),
        ("backup", translate("cli", "back up all data"), _backup),
        ("check", translate("cli", "check all data and repair what is damaged"), _nothing),
        ("doctor", translate("cli", "show what works on this machine, and why"), _nothing),
    )


def _nothing(command: argparse.ArgumentParser, say: Catalog) -> None:
    pass


def _id(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "id", metavar="ID", help=say.translate("cli", "the code or id of the reply, or how the id begins")
    )


def _restore(command: argparse.ArgumentParser, say: Catalog) -> None:
    translate = say.translate
    command.add_argument(
        "id",
        metavar="ID|FILE",
        help=translate("cli", "the code or id of a reply in the trash, or a backup file"),
    )
    command.add_argument(
        "--dry-run",
        action="store_true",
        help=translate("cli", "with a backup: only show what would change"),
    )


def _backup(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=say.translate("cli", "where to write it (default: with the other backups in the data folder)"),
    )
    _force(command, say)


def _force(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "--force", action="store_true", help=say.translate("cli", "replace the file if there is one")
    )


def _pause(command: argparse.ArgumentParser, say: Catalog) -> None:
    how = command.add_mutually_exclusive_group()
    how.add_argument(
        "minutes",
        metavar="MINUTES",
        nargs="?",
        type=_minutes,
        help=say.translate("cli", "for how long (default: until resumed)"),
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
        help=say.translate("cli", "show at most N replies (default: 20)"),
    )
    command.add_argument(
        "--explain", action="store_true", help=say.translate("cli", "say why each reply stands where it does")
    )


def _suggest(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "message",
        metavar="TEXT",
        nargs="*",
        help=say.translate("cli", "the buyer's message (default: read from standard input)"),
    )
    command.add_argument(
        "--limit",
        metavar="N",
        type=_suggestions,
        default=5,
        help=say.translate("cli", "show at most N replies (default: 5)"),
    )


def _suggestions(text: str) -> int:
    return _whole_number(text, _MOST_SUGGESTIONS)


def _count(text: str) -> int:
    return _whole_number(text, _MOST_HITS)


def _whole_number(text: str, most: int) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= most:
        raise argparse.ArgumentTypeError(f"no whole number from 1 to {most}: {text}")
    return number


def _content(command: argparse.ArgumentParser, say: Catalog, *, required: bool) -> None:
    translate = say.translate
    command.add_argument(
        "--title", metavar="T", required=required, help=translate("cli", "the title of the reply")
    )
    command.add_argument(
        "--body",
        metavar="B",
        required=required,
        help=translate("cli", "the text of the reply; - reads it from standard input"),
    )
    command.add_argument("--code", metavar="C", help=translate("cli", "a short name to type"))
    command.add_argument("--folder", metavar="A/B", help=translate("cli", "the folder to put it in"))
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
        raise argparse.ArgumentTypeError(f"no NAME=VALUE: {text}")
    return name.strip(), value


def _import(command: argparse.ArgumentParser, say: Catalog) -> None:
    translate = say.translate
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help=translate(
            "cli", "Markdown, CSV, TSV or quickdesk's own JSON; a folder imports everything in it"
        ),
    )
    command.add_argument(
        "--format",
        metavar="F",
        choices=("markdown", "csv", "tsv", "json"),
        help=translate("cli", "markdown, csv, tsv or json (default: detected)"),
    )
    command.add_argument(
        "--dry-run", action="store_true", help=translate("cli", "only show what would change")
    )


def _export(command: argparse.ArgumentParser, say: Catalog) -> None:
    translate = say.translate
    command.add_argument(
        "file", metavar="FILE", help=translate("cli", "where to write; - is standard output")
    )
    command.add_argument(
        "--format",
        metavar="F",
        choices=("json", "csv", "tsv"),
        help=translate("cli", "json, csv or tsv (default: from the file name)"),
    )
    _force(command, say)


def usage_sentence(error: UsageError, say: Catalog) -> str:
    """Return what to print for a wrong usage."""
    return fill(
        say.translate("cli", "Not understood: {reason}\nUsage: {usage}"),
        {"reason": reason_words(str(error), say), "usage": error.usage.removeprefix("usage: ")},
    )
