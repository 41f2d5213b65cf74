"""The commands ``customer note``, ``customer order`` and ``customer merge``."""

import argparse
from collections.abc import Mapping
from typing import Any, Final

from quickdesk.cli.commands.customer_cards import add_reference, add_reveal, changed_text, sent
from quickdesk.cli.context import Context
from quickdesk.cli.files import standard_input
from quickdesk.cli.output import printing
from quickdesk.cli.subcommand import Subcommand, assignment
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.customers import title_of
from quickdesk.cli.words.flaws import fields


def _add_note_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    add_reference(command, catalog)
    command.add_argument(
        "text", metavar="TEXT", help=translate("cli", "the note; - reads it from standard input")
    )
    command.add_argument("--pin", action="store_true", help=translate("cli", "show it above all others"))
    add_reveal(command, catalog)


def _note_request(parsed: argparse.Namespace, context: Context) -> Mapping[str, Any]:
    arguments = sent(parsed, context)
    return {**arguments, "text": standard_input()} if parsed.text == "-" else arguments


def note_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return that a note was added."""
    return fill(catalog.translate("cli", "Noted for {label} ({customer})."), data)


def _add_order_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    add_reference(command, catalog)
    command.add_argument("number", metavar="NUMBER", help=translate("cli", "the number of the order"))
    command.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        dest="values",
        type=assignment,
        default=[],
        help=translate("cli", "platform, state, items (with ;), tracking or carrier; may be repeated"),
    )
    add_reveal(command, catalog)


def _add_merge_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    add_reference(command, catalog)
    command.add_argument(
        "other",
        metavar="OTHER",
        help=translate("cli", "the card that is merged into it and then is in the trash"),
    )
    command.add_argument(
        "--dry-run", action="store_true", help=translate("cli", "only show what would change")
    )
    add_reveal(command, catalog)


def merge_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return what a merge did or would do, and the values that differ."""
    translate = catalog.translate
    if data["dry_run"]:
        head = translate("cli", "Would merge {removed} into {id}: {title}")
    else:
        head = translate("cli", "Merged {removed} into {id}: {title}")
    card = data["customer"]
    facts = {"removed": data["removed"], "id": card["id"], "title": title_of(card, catalog)}
    moved = translate("cli", "Notes moved: {notes}. Cases: {cases}. Events: {events}.")
    lines = [fill(head, facts), fill(moved, {name: data[name] for name in ("notes", "cases", "events")})]
    names = fields(catalog)
    for each in data["differences"]:
        field = names.get(each["field"], each["field"])
        field = f"{field} {each['name']}".strip()
        words = translate("cli", "  {field}: {kept} stays, {dropped} does not")
        lines.append(fill(words, {**each, "field": field}))
    if not data["dry_run"]:
        lines.append(translate("cli", "Undo with: quickdesk undo"))
    return "\n".join(lines)


SUBCOMMANDS: Final = (
    Subcommand(
        "customer note",
        lambda catalog: catalog.translate("cli", "add a note to a customer"),
        _add_note_arguments,
        _note_request,
        print_result=printing(note_text),
    ),
    Subcommand(
        "customer order",
        lambda catalog: catalog.translate("cli", "add an order to a customer, or change it"),
        _add_order_arguments,
        sent,
        print_result=printing(changed_text),
    ),
    Subcommand(
        "customer merge",
        lambda catalog: catalog.translate("cli", "merge two cards of one buyer"),
        _add_merge_arguments,
        sent,
        print_result=printing(merge_text),
    ),
)
