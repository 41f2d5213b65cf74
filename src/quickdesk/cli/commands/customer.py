"""The command ``customer``: each of its actions is described as a command of its own, ``customer import``."""

import argparse
from importlib import import_module
from typing import Final

from quickdesk.cli.subcommand import Subcommand, add_common_options
from quickdesk.cli.words.catalog import Catalog

_MODULES: Final = {
    "list": "customer_cards",
    "find": "customer_cards",
    "show": "customer_cards",
    "add": "customer_cards",
    "edit": "customer_cards",
    "remove": "customer_cards",
    "restore": "customer_cards",
    "note": "customer_notes",
    "order": "customer_notes",
    "merge": "customer_notes",
    "use": "customer_cards",
    "import": "customer_files",
    "export": "customer_files",
    "erase": "customer_erasure",
    "retention": "customer_erasure",
}
"""The module of this folder that describes each action, in the order of the help."""
ACTIONS: Final = tuple(_MODULES)


def action(name: str) -> Subcommand:
    """Return an action by its name."""
    described: tuple[Subcommand, ...] = import_module(f"{__package__}.{_MODULES[name]}").SUBCOMMANDS
    return next(each for each in described if each.name == f"customer {name}")


def _add_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    actions = command.add_subparsers(
        dest="action", metavar="ACTION", required=True, title=catalog.translate("cli", "actions")
    )
    for name in ACTIONS:
        described = action(name)
        summary = described.summary(catalog)
        arguments = actions.add_parser(
            name,
            help=summary,
            description=summary,
            add_help=False,
            allow_abbrev=False,
            formatter_class=command.formatter_class,
        )
        add_common_options(arguments, catalog)
        described.add_arguments(arguments, catalog)


SUBCOMMANDS: Final = (
    Subcommand(
        "customer",
        lambda catalog: catalog.translate("cli", "cards of customers: add, find and change them"),
        _add_arguments,
        chosen=lambda parsed: action(parsed.action),
    ),
)
