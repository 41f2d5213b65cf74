"""The commands for the running program, and for the machine it runs on."""

import argparse
from collections.abc import Sequence

from quickdesk.cli.parsing.command import Command
from quickdesk.cli.parsing.values import whole_number
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import MOST_PAUSE_MINUTES


def commands(say: Catalog) -> Sequence[Command]:
    """Return what moves the program itself."""
    translate = say.translate
    return (
        Command("show", translate("cli", "show the palette of the running program")),
        Command("toggle", translate("cli", "show the palette, or close it if it is open")),
        Command("hide", translate("cli", "close the palette")),
        Command("pause", translate("cli", "pause or resume the hotkey"), _pause),
        Command("quit", translate("cli", "quit the running program")),
    )


def doctor(say: Catalog) -> Command:
    """Return the command that asks whether all of it can work here."""
    return Command("doctor", say.translate("cli", "show what works on this machine, and why"))


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
