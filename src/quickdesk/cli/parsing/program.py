"""The commands for the running program, and for the machine it runs on."""

import argparse
from collections.abc import Sequence

from quickdesk.cli.parsing.command import Subcommand
from quickdesk.cli.parsing.values import whole_number
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.program import MOST_PAUSE_MINUTES


def commands(say: Catalog) -> Sequence[Subcommand]:
    """Return what moves the program itself."""
    translate = say.translate
    return (
        Subcommand("show", translate("cli", "show the palette of the running program")),
        Subcommand("toggle", translate("cli", "show the palette, or close it if it is open")),
        Subcommand("hide", translate("cli", "close the palette")),
        Subcommand("pause", translate("cli", "pause or resume the hotkey"), _pause),
        Subcommand("quit", translate("cli", "quit the running program")),
    )


def doctor(say: Catalog) -> Subcommand:
    """Return the command that asks whether all of it can work here."""
    return Subcommand("doctor", say.translate("cli", "show what works on this machine, and why"))


def _pause(command: argparse.ArgumentParser, say: Catalog) -> None:
    how = command.add_mutually_exclusive_group()
    how.add_argument(
        "minutes",
        metavar="MINUTES",
        nargs="?",
        type=whole_number(MOST_PAUSE_MINUTES),
        help=say.translate("cli", "for how long (default: until resumed)"),
    )
    how.add_argument("--off", action="store_true", help=say.translate("cli", "resume now"))
