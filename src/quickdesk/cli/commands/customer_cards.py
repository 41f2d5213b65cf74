"""The commands on customer cards: ``customer list``, ``find``, ``show``, ``add``, ``edit`` and others."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any, Final

from quickdesk.cli.context import Context
from quickdesk.cli.output import printing
from quickdesk.cli.subcommand import (
    Subcommand,
    assignment,
    fail_without_program,
    parsed_arguments,
    whole_number,
)
from quickdesk.cli.terminal import terminal_columns, truncate
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.customers import card_text, title_of
from quickdesk.commands.arguments import DEFAULT_HITS, MAX_HITS

_NOT_SENT = frozenset({"action"})


def add_reference(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """Add the argument that names a customer."""
    command.add_argument(
        "id",
        metavar="ID",
        help=catalog.translate("cli", "the id of the customer, how it begins, or a nickname"),
    )


def add_reveal(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """Add the option that shows personal values in full."""
    command.add_argument(
        "--reveal",
        action="store_true",
        help=catalog.translate("cli", "show phones, addresses and order numbers in full"),
    )


def sent(parsed: argparse.Namespace, context: Context | None = None) -> Mapping[str, Any]:
    """Return the arguments of the request."""
    arguments = parsed_arguments(parsed, context)
    return {name: value for name, value in arguments.items() if name not in _NOT_SENT}


def _add_list_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    add_reveal(command, catalog)


def _add_find_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    command.add_argument(
        "query",
        metavar="QUERY",
        help=translate("cli", "a nickname, pinyin, tag, word of a note, or the end of a number"),
    )
    command.add_argument(
        "--limit",
        metavar="N",
        type=whole_number(MAX_HITS),
        default=DEFAULT_HITS,
        help=translate("cli", "how many customers at most"),
    )
    add_reveal(command, catalog)


def _add_reference_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    add_reference(command, catalog)
    add_reveal(command, catalog)


def _add_add_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _add_content(command, catalog, is_new=True)


def _add_edit_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    add_reference(command, catalog)
    _add_content(command, catalog, is_new=False)


def _add_content(command: argparse.ArgumentParser, catalog: Catalog, *, is_new: bool) -> None:
    translate = catalog.translate
    command.add_argument(
        "--nick",
        metavar="N",
        action="append",
        dest="nicks",
        required=is_new,
        help=translate("cli", "a nickname; may be repeated"),
    )
    command.add_argument("--platform", metavar="P", help=translate("cli", "the platform of the nickname"))
    command.add_argument("--name", metavar="TEXT", help=translate("cli", "the real name"))
    command.add_argument("--remark", metavar="R", help=translate("cli", "a remark"))
    command.add_argument(
        "--tag", metavar="G", action="append", dest="tags", help=translate("cli", "a tag; may be repeated")
    )
    command.add_argument(
        "--phone",
        metavar="TEXT",
        action="append",
        dest="phones",
        help=translate("cli", "a phone number; may be repeated"),
    )
    command.add_argument(
        "--address",
        metavar="TEXT",
        action="append",
        dest="addresses",
        help=translate("cli", "an address; may be repeated"),
    )
    command.add_argument(
        "--birthday", metavar="DAY", help=translate("cli", "such as 02-29, 2月29日 or 1990-02-28")
    )
    command.add_argument("--tone", metavar="TEXT", help=translate("cli", "how the customer is spoken to"))
    command.add_argument("--language", metavar="TEXT", help=translate("cli", "the customer's language"))
    _add_contact(command, catalog, is_new=is_new)
    command.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        dest="values",
        type=assignment,
        default=[],
        help=translate("cli", "a field of your own, such as 尺码=M; empty removes it; may be repeated"),
    )
    add_reveal(command, catalog)


def _add_contact(command: argparse.ArgumentParser, catalog: Catalog, *, is_new: bool) -> None:
    contact = command.add_mutually_exclusive_group()
    contact.add_argument(
        "--do-not-contact",
        metavar="REASON",
        help=catalog.translate("cli", "do not contact this customer, and why"),
    )
    if not is_new:
        contact.add_argument(
            "--contact-again",
            action="store_true",
            help=catalog.translate("cli", "this customer may be contacted again"),
        )


def _add_use_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    whom = command.add_mutually_exclusive_group(required=True)
    whom.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        help=translate("cli", "the id of the customer, how it begins, or a nickname"),
    )
    whom.add_argument("--none", action="store_true", help=translate("cli", "no customer"))


def cards_text(cards: Sequence[Mapping[str, Any]], catalog: Catalog) -> str:
    """Return customers as lines: id, nicknames, tags and the remark."""
    if not cards:
        return catalog.translate("cli", "No customers yet.")
    separator, columns = catalog.translate("cli", ", "), terminal_columns()
    rows = [
        (each["id"], title_of(each, catalog), separator.join(each["tags"]), each["remark"]) for each in cards
    ]
    return "\n".join(truncate("  ".join(filter(None, row)), columns) for row in rows)


def card_of_show(card: Mapping[str, Any], catalog: Catalog) -> str:
    """Return a customer as lines of text, with its id."""
    return f"{card['id']}\n{card_text({**card, 'cases': [], 'events': []}, catalog)}"


def one_card(words: str, card: Mapping[str, Any], catalog: Catalog) -> str:
    """Return a sentence about one customer."""
    return fill(words, {"id": card["id"], "title": title_of(card, catalog)})


def added_text(card: Mapping[str, Any], catalog: Catalog) -> str:
    """Return that a customer was added."""
    return one_card(catalog.translate("cli", "Added customer {id}: {title}"), card, catalog)


def changed_text(card: Mapping[str, Any], catalog: Catalog) -> str:
    """Return that a customer was changed."""
    return one_card(catalog.translate("cli", "Changed customer {id}: {title}"), card, catalog)


def removed_text(card: Mapping[str, Any], catalog: Catalog) -> str:
    """Return that a customer is in the trash, and how to bring it back."""
    words = catalog.translate(
        "cli",
        "Moved to the trash: {title}. Bring it back with: quickdesk undo, or quickdesk customer restore {id}",
    )
    return one_card(words, card, catalog)


def restored_text(card: Mapping[str, Any], catalog: Catalog) -> str:
    """Return that a customer is back."""
    return one_card(catalog.translate("cli", "Restored customer {id}: {title}"), card, catalog)


def used_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return who the current customer is."""
    if data["id"] is None:
        return catalog.translate("cli", "There is no current customer now.")
    return fill(catalog.translate("cli", "The current customer is {id}."), data)


SUBCOMMANDS: Final = (
    Subcommand(
        "customer list",
        lambda catalog: catalog.translate("cli", "list all customers"),
        _add_list_arguments,
        sent,
        print_result=printing(cards_text),
    ),
    Subcommand(
        "customer find",
        lambda catalog: catalog.translate("cli", "find customers"),
        _add_find_arguments,
        sent,
        print_result=printing(cards_text),
    ),
    Subcommand(
        "customer show",
        lambda catalog: catalog.translate("cli", "show a customer with its notes"),
        _add_reference_arguments,
        sent,
        print_result=printing(card_of_show),
    ),
    Subcommand(
        "customer add",
        lambda catalog: catalog.translate("cli", "add a customer"),
        _add_add_arguments,
        sent,
        print_result=printing(added_text),
    ),
    Subcommand(
        "customer edit",
        lambda catalog: catalog.translate(
            "cli", "change a customer; the tags, phones … that are given replace all present ones"
        ),
        _add_edit_arguments,
        sent,
        print_result=printing(changed_text),
    ),
    Subcommand(
        "customer remove",
        lambda catalog: catalog.translate("cli", "move a customer to the trash"),
        _add_reference_arguments,
        sent,
        print_result=printing(removed_text),
    ),
    Subcommand(
        "customer restore",
        lambda catalog: catalog.translate("cli", "restore a customer from the trash"),
        _add_reference_arguments,
        sent,
        print_result=printing(restored_text),
    ),
    Subcommand(
        "customer use",
        lambda catalog: catalog.translate("cli", "choose the current customer of the running program"),
        _add_use_arguments,
        sent,
        without_program=fail_without_program,
        print_result=printing(used_text),
    ),
)
