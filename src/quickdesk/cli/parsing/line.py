"""The grammar of the whole command line; each family of commands beside it says what they take.

argparse's own English (``usage:``, ``options:``) is replaced where it gives a place for it, its reasons
for refusing a line by :mod:`quickdesk.cli.words.usage`.
"""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from quickdesk import __version__
from quickdesk.cli.parsing import asking, data, program, replies
from quickdesk.cli.parsing.command import Subcommand
from quickdesk.cli.parsing.help_text import HelpInColumns
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.usage import reason_words
from quickdesk.text.controls import plain_line


class UsageError(Exception):
    """A command line that is none; ``usage`` is the one line that shows how it goes."""

    def __init__(self, reason: str, usage: str) -> None:
        super().__init__(reason)
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, " ".join(self.format_usage().split()))


def parser(say: Catalog) -> argparse.ArgumentParser:
    """Return the parser of the whole command line, its help in the agent's language."""
    top = _top(say)
    commands = top.add_subparsers(
        dest="command", metavar="COMMAND", title=say.translate("cli", "commands"), prog="quickdesk"
    )
    for each in _commands(say):
        command = commands.add_parser(
            each.name,
            help=each.summary,
            description=each.summary,
            add_help=False,
            allow_abbrev=False,
            formatter_class=HelpInColumns,
        )
        _common(command, say, argparse.SUPPRESS)
        each.add_arguments(command, say)
    return top


def _commands(say: Catalog) -> Iterator[Subcommand]:
    for family in (program, asking, replies, data):
        yield from family.commands(say)
    yield program.doctor(say)


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
        formatter_class=HelpInColumns,
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


def usage_sentence(error: UsageError, say: Catalog) -> str:
    """Return what to print for a wrong usage."""
    return fill(
        say.translate("cli", "Not understood: {reason}\nUsage: {usage}"),
        {"reason": plain_line(reason_words(str(error), say)), "usage": error.usage.removeprefix("usage: ")},
    )
