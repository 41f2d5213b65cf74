"""The commands that control the running program."""

import argparse
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from quickdesk.cli.output import printing
from quickdesk.cli.subcommand import Subcommand, fail_without_program, whole_number
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.commands.program import MAX_PAUSE_MINUTES


def _add_pause_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    how = command.add_mutually_exclusive_group()
    how.add_argument(
        "minutes",
        metavar="MINUTES",
        nargs="?",
        type=whole_number(MAX_PAUSE_MINUTES),
        help=catalog.translate("cli", "for how long (default: until resumed)"),
    )
    how.add_argument("--off", action="store_true", help=catalog.translate("cli", "resume now"))


def pause_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return until when the hotkey is paused, in local time, or that it is on again."""
    if not data["paused"]:
        return catalog.translate("cli", "The hotkey is on again.")
    if data["until"] is None:
        return catalog.translate("cli", "The hotkey is paused. Resume it with: pause --off")
    words = catalog.translate("cli", "The hotkey is paused until {time}.")
    return fill(words, {"time": f"{datetime.fromisoformat(data['until']):%H:%M}"})


SUBCOMMANDS: Final = (
    Subcommand(
        "show",
        lambda catalog: catalog.translate("cli", "show the palette of the running program"),
        without_program=fail_without_program,
    ),
    Subcommand(
        "toggle",
        lambda catalog: catalog.translate("cli", "show the palette, or close it if it is open"),
        without_program=fail_without_program,
    ),
    Subcommand(
        "hide",
        lambda catalog: catalog.translate("cli", "close the palette"),
        without_program=fail_without_program,
    ),
    Subcommand(
        "pause",
        lambda catalog: catalog.translate("cli", "pause or resume the hotkey"),
        _add_pause_arguments,
        without_program=fail_without_program,
        print_result=printing(pause_text),
    ),
    Subcommand(
        "quit",
        lambda catalog: catalog.translate("cli", "quit the running program"),
        without_program=fail_without_program,
    ),
)
