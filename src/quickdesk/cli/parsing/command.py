"""One command of the command line: its name, a line of help, and what it takes."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from quickdesk.cli.words.catalog import Catalog

AddArguments: TypeAlias = Callable[[argparse.ArgumentParser, Catalog], None]


def nothing(command: argparse.ArgumentParser, say: Catalog) -> None:
    """Take no argument."""


@dataclass(frozen=True, slots=True)
class Subcommand:
    """``summary`` is what the list of commands says of it, in the agent's language."""

    name: str
    summary: str
    add_arguments: AddArguments = nothing
