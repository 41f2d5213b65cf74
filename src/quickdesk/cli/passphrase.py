"""Where a command gets a passphrase from: a file, the environment, or a person at a terminal."""

import getpass
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from quickdesk.cli.files import FileError
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Exit, problem

VARIABLE: Final = "QUICKDESK_PASSPHRASE"
_MOST_BYTES = 4096


def reader(file: str | None, environment: Mapping[str, str], catalog: Catalog) -> Callable[[], str | None]:
    """Return a function that returns the passphrase, asking once; None if it is not given.

    It raises FileError if the file cannot be read.
    """
    found: list[str | None] = []

    def passphrase() -> str | None:
        if not found:
            given = given_passphrase(file, environment)
            found.append(asked(catalog.translate("cli", "Passphrase: ")) if given is None else given)
        return found[0]

    return passphrase


def given_passphrase(file: str | None, environment: Mapping[str, str]) -> str | None:
    """Return the passphrase in a file, else that of the environment; None without both. Raises FileError."""
    return environment.get(VARIABLE) or None if file is None else first_line(file)


def first_line(file: str) -> str:
    """Return the first line of a small file, or of standard input (``-``); raises FileError."""
    try:
        if file == "-":
            text = sys.stdin.readline(_MOST_BYTES)
        else:
            with Path(file).open("rb") as opened:
                text = opened.read(_MOST_BYTES).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise FileError(problem(Exit.NOT_FOUND, "no-such-file", path=file)) from error
    except (OSError, ValueError) as error:  # ValueError: it is not text
        reason = getattr(error, "strerror", None) or "?"
        raise FileError(problem(Exit.FAILED, "unreadable-file", path=file, reason=reason)) from error
    return text.partition("\n")[0].rstrip("\r")


def asked(prompt: str) -> str | None:
    """Return what is typed at a terminal without being shown; None if there is no terminal."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    try:
        return getpass.getpass(prompt)
    except EOFError:
        return None
