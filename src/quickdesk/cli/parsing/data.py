"""The commands for all data at once: taken over from files, written to them, saved and checked."""

import argparse
from collections.abc import Sequence

from quickdesk.cli.parsing.command import Subcommand
from quickdesk.cli.words.catalog import Catalog


def commands(say: Catalog) -> Sequence[Subcommand]:
    """Return what moves and looks after the data."""
    translate = say.translate
    return (
        Subcommand("import", translate("cli", "import replies from files"), _import),
        Subcommand("export", translate("cli", "export all replies to a file"), _export),
        Subcommand("backup", translate("cli", "back up all data"), _backup),
        Subcommand("check", translate("cli", "check all data and repair what is damaged"), _check),
    )


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


def _backup(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=say.translate("cli", "where to write it (default: with the other backups in the data folder)"),
    )
    _force(command, say)


def _check(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "--acknowledge",
        action="store_true",
        help=say.translate("cli", "report damaged files found until now for the last time"),
    )


def _force(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "--force", action="store_true", help=say.translate("cli", "replace the file if there is one")
    )
