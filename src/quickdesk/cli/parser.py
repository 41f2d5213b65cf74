"""The grammar of the command line; each command in ``commands/`` adds its own arguments.

The English of argparse (``usage:``, ``options:``) is replaced as far as it allows that, its error messages by
:mod:`quickdesk.cli.words.usage`.
"""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from quickdesk import __version__
from quickdesk.cli.commands import NAMES, subcommand
from quickdesk.cli.subcommand import add_common_options
from quickdesk.cli.terminal import wrapped
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.text.controls import plain_line

_HELP_OPTIONS = ("-h", "--help", "--version")


class UsageError(Exception):
    """A command line that cannot be parsed; ``usage`` is the line that shows the syntax."""

    def __init__(self, reason: str, usage: str) -> None:
        super().__init__(reason)
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    """Takes options anywhere between positional arguments, also where one of these may be left out.

    argparse gives as many arguments as it can to the positionals before the first option, so that
    ``customer export ID --reveal FILE`` would take ID for the file.
    """

    _is_mixing = False

    def parse_known_args(  # type: ignore[override]  # it is only called with a Namespace
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse the options first, then the positional arguments, if their number is not fixed."""
        # argparse cannot mix them with `--` either, after which nothing is an option.
        if self._is_mixing or "--" in (args or ()) or not self._has_open_number():
            return super().parse_known_args(args, namespace)
        self._is_mixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_mixing = False

    def _has_open_number(self) -> bool:
        groups = self._mutually_exclusive_groups
        grouped = {each for group in groups for each in group._group_actions}  # noqa: SLF001 - no public way
        positionals = self._get_positional_actions()
        # argparse cannot mix options with commands of their own, nor with positionals of a group.
        if any(each.nargs == argparse.PARSER or each in grouped for each in positionals):
            return False
        return any(each.nargs is not None for each in positionals)

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, " ".join(self.format_usage().split()))


class _HelpFormatter(argparse.HelpFormatter):
    """Breaks lines at the columns of the terminal: argparse counts characters, and 汉字 take two columns."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(f"{indent}{line}" for line in wrapped(text, width - len(indent)))


def parse(arguments: Sequence[str], catalog: Catalog) -> argparse.Namespace:
    """Parse a command line; raises UsageError. ``--help`` and ``--version`` print and raise SystemExit(0)."""
    names = arguments[:1] if set(arguments[:1]) <= set(NAMES) else NAMES
    # Only help has translated words; a line without it needs no catalogue.
    asks_for_help = any(argument.startswith(_HELP_OPTIONS) for argument in arguments)
    parsed = parser(catalog if asks_for_help else Catalog(), names).parse_args(arguments)
    for name, default in (("home", None), ("json", False), ("passphrase_file", None)):
        if not hasattr(parsed, name):
            setattr(parsed, name, default)
    return parsed


def parser(catalog: Catalog, names: Sequence[str] = NAMES) -> argparse.ArgumentParser:
    """Return a parser of the command line, its help in the user's language.

    It knows only the commands in ``names``: a line that begins with a command needs no others.
    """
    top = _top(catalog)
    commands = top.add_subparsers(
        dest="command", metavar="COMMAND", title=catalog.translate("cli", "commands"), prog="quickdesk"
    )
    for command in map(subcommand, names):
        summary = command.summary(catalog)
        arguments = commands.add_parser(
            command.name,
            help=summary,
            description=summary,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_HelpFormatter,
        )
        add_common_options(arguments, catalog)
        command.add_arguments(arguments, catalog)
    return top


def _top(catalog: Catalog) -> argparse.ArgumentParser:
    translate = catalog.translate
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
        formatter_class=_HelpFormatter,
    )
    add_common_options(top, catalog)
    top.add_argument(
        "--version",
        action="version",
        version=f"quickdesk {__version__}",
        help=translate("cli", "print the version"),
    )
    return top


def usage_sentence(error: UsageError, catalog: Catalog) -> str:
    """Return the message for a line that cannot be parsed."""
    # Imported here because almost all lines can be parsed.
    from quickdesk.cli.words.usage import reason_words

    return fill(
        catalog.translate("cli", "Not understood: {reason}\nUsage: {usage}"),
        {
            "reason": plain_line(reason_words(str(error), catalog)),
            "usage": error.usage.removeprefix("usage: "),
        },
    )
