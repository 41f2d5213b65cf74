"""The description of one command: help, arguments, request, who runs it, and what it prints."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from quickdesk.cli.context import Context
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Answer, Exit, Request, problem

_NOT_SENT = frozenset({"command", "home", "json", "passphrase_file"})


def no_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """Take no arguments."""


def add_common_options(
    command: argparse.ArgumentParser, catalog: Catalog, *, takes_passphrase: bool = True
) -> None:
    """Add the options that every command has, without a default, and name the groups of the help.

    ``takes_passphrase`` is False for a command with an option of that name and another meaning.
    """
    command._optionals.title = catalog.translate("cli", "options")  # noqa: SLF001 - argparse has no public way
    command._positionals.title = catalog.translate("cli", "arguments")  # noqa: SLF001 - as above
    command.add_argument("-h", "--help", action="help", help=catalog.translate("cli", "show this help"))
    command.add_argument(
        "--home",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help=catalog.translate("cli", "the data folder (default: QUICKDESK_HOME, else the user's own)"),
    )
    command.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help=catalog.translate("cli", "print JSON instead of text"),
    )
    if takes_passphrase:
        command.add_argument(
            "--passphrase-file",
            metavar="FILE",
            default=argparse.SUPPRESS,
            help=catalog.translate("cli", "the passphrase of the customers (default: QUICKDESK_PASSPHRASE)"),
        )


def parsed_arguments(parsed: argparse.Namespace, _context: Context | None = None) -> Mapping[str, Any]:
    """Return all arguments as they were parsed."""
    return {name: value for name, value in vars(parsed).items() if name not in _NOT_SENT}


def run_on_data(request: Request, context: Context) -> Answer:
    """Open the data folder and run the command in this process."""
    # Imported here because it imports the storage, which is not needed if the program is running.
    from quickdesk.cli.local import run_on_folder

    return run_on_folder(request, context.folder, passphrase=context.passphrase)


def fail_without_program(_request: Request, _context: Context) -> Answer:
    """Return the problem that the program is not running."""
    return problem(Exit.FAILED, "not-running")


def return_unchanged(_parsed: argparse.Namespace, answer: Answer) -> Answer:
    """Return the answer as it is."""
    return answer


def print_nothing(answer: Answer, catalog: Catalog) -> None:
    """Print nothing, for a command without a result."""


def problem_text(answer: Answer, catalog: Catalog) -> str:
    """Return the sentence of the problem."""
    # Imported here because most commands succeed.
    from quickdesk.cli.words.problems import sentence

    return sentence(answer, catalog)


@dataclass(frozen=True, slots=True)
class Subcommand:
    """One command of the command line.

    ``requested`` names the command of the registry if it is not ``name``, because it has commands of its own.
    ``summary`` is its line in the list of commands, in the user's language. ``request`` returns the arguments
    of the request, which may come from files and standard input; it raises FileError. ``without_program``
    runs the request if the program is not running. ``finish`` does what this process has to do with the
    result, such as writing a file; it returns None if the result is already on standard output, and
    raises FileError.
    ``chosen`` returns the description of the action in a parsed line, if each action has its own.
    ``print_result`` prints the result as text, ``error_text`` returns what went wrong.
    """

    name: str
    summary: Callable[[Catalog], str]
    add_arguments: Callable[[argparse.ArgumentParser, Catalog], None] = no_arguments
    request: Callable[[argparse.Namespace, Context], Mapping[str, Any]] = parsed_arguments
    without_program: Callable[[Request, Context], Answer] = run_on_data
    finish: Callable[[argparse.Namespace, Answer], Answer | None] = return_unchanged
    print_result: Callable[[Answer, Catalog], None] = print_nothing
    error_text: Callable[[Answer, Catalog], str] = problem_text
    requested: Callable[[argparse.Namespace], str] | None = None
    chosen: Callable[[argparse.Namespace], "Subcommand"] | None = None

    def of(self, parsed: argparse.Namespace) -> "Subcommand":
        """Return the description of what a parsed line asks for."""
        return self if self.chosen is None else self.chosen(parsed)


def whole_number(maximum: int) -> Callable[[str], int]:
    """Return a parser of whole numbers from 1 to ``maximum``, for ``type=`` of an argument.

    ``cli/words/usage.py`` translates its messages.
    """

    def parse(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = 0
        if not 1 <= number <= maximum:
            raise argparse.ArgumentTypeError(f"no whole number from 1 to {maximum}: {text}")
        return number

    return parse


def assignment(text: str) -> tuple[str, str]:
    """Parse NAME=VALUE, for ``type=`` of an argument; the value may be empty and contain equals signs."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"no NAME=VALUE: {text}")
    return name.strip(), value
