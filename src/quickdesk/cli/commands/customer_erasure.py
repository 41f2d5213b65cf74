"""The commands ``customer erase`` and ``customer retention``."""

import argparse
from collections.abc import Mapping
from typing import Any, Final

from quickdesk.cli.output import printing
from quickdesk.cli.subcommand import Subcommand
from quickdesk.cli.words.catalog import Catalog, fill


def _add_erase_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    command.add_argument(
        "id",
        metavar="ID",
        help=translate("cli", "the id or a nickname of a customer, also in the trash"),
    )
    command.add_argument(
        "--yes", action="store_true", help=translate("cli", "erase for good; this cannot be undone")
    )


def erased_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return what was erased."""
    translate = catalog.translate
    lines = [
        fill(
            translate("cli", "Erased {label}: {notes} notes, {cases} cases, {events} events."),
            data,
        )
    ]
    if data["backups"]:
        lines.append(fill(translate("cli", "Backups written again without it: {backups}"), data))
    if data["files"]:
        lines.append(fill(translate("cli", "Damaged or set aside files deleted: {files}"), data))
    lines.append(translate("cli", "Backups and exports outside the data folder still have it."))
    return "\n".join(lines)


def _add_retention_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    command.add_argument(
        "--apply", action="store_true", help=translate("cli", "erase what has been kept long enough")
    )
    command.add_argument(
        "--yes", action="store_true", help=translate("cli", "with --apply: erase for good, without asking")
    )


def retention_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return what would be erased, or was."""
    translate = catalog.translate
    if not any(data[name] for name in ("customers", "cases", "events")):
        return translate("cli", "Nothing has been kept longer than the settings say.")
    if data["erased"]:
        words = translate(
            "cli",
            "Erased: {customers} customers with {notes} notes; of others {cases} cases, {events} events.",
        )
        return fill(words, data)
    words = translate(
        "cli",
        "Would erase {customers} customers with {notes} notes; of others {cases} cases, {events} events.",
    )
    how = translate("cli", "To erase them: quickdesk customer retention --apply --yes")
    return f"{fill(words, data)}\n{how}"


SUBCOMMANDS: Final = (
    Subcommand(
        "customer erase",
        lambda catalog: catalog.translate("cli", "erase a customer from every file, for good"),
        _add_erase_arguments,
        print_result=printing(erased_text),
    ),
    Subcommand(
        "customer retention",
        lambda catalog: catalog.translate("cli", "show or erase what has been kept long enough"),
        _add_retention_arguments,
        print_result=printing(retention_text),
    ),
)
