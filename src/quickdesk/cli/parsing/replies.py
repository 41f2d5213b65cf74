"""The commands that list, change and fill in replies."""

import argparse
from collections.abc import Sequence

from quickdesk.cli.parsing.command import Subcommand
from quickdesk.cli.parsing.values import assignment
from quickdesk.cli.words.catalog import Catalog


def commands(say: Catalog) -> Sequence[Subcommand]:
    """Return what is done with single replies, and how it is undone."""
    translate = say.translate
    return (
        Subcommand("list", translate("cli", "list all replies")),
        Subcommand("add", translate("cli", "add a reply"), _add),
        Subcommand("edit", translate("cli", "change a reply"), _edit),
        Subcommand("remove", translate("cli", "move a reply to the trash"), _id),
        Subcommand(
            "restore",
            translate("cli", "restore a reply from the trash, or all replies from a backup"),
            _restore,
        ),
        Subcommand("undo", translate("cli", "undo the last change, including imports")),
        Subcommand("render", translate("cli", "fill in a reply and print it"), _render),
    )


def _id(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "id", metavar="ID", help=say.translate("cli", "the code or id of the reply, or how the id begins")
    )


def _restore(command: argparse.ArgumentParser, say: Catalog) -> None:
    translate = say.translate
    command.add_argument(
        "id",
        metavar="ID|FILE",
        help=translate("cli", "the code or id of a reply in the trash, or a backup file"),
    )
    command.add_argument(
        "--dry-run",
        action="store_true",
        help=translate("cli", "with a backup: only show what would change"),
    )


def _content(command: argparse.ArgumentParser, say: Catalog, *, required: bool) -> None:
    translate = say.translate
    command.add_argument(
        "--title", metavar="T", required=required, help=translate("cli", "the title of the reply")
    )
    command.add_argument(
        "--body",
        metavar="B",
        required=required,
        help=translate("cli", "the text of the reply; - reads it from standard input"),
    )
    command.add_argument("--code", metavar="C", help=translate("cli", "a short name to type"))
    command.add_argument("--folder", metavar="A/B", help=translate("cli", "the folder to put it in"))
    command.add_argument(
        "--tag", metavar="G", action="append", dest="tags", help=translate("cli", "a tag; may be repeated")
    )


def _add(command: argparse.ArgumentParser, say: Catalog) -> None:
    _content(command, say, required=True)


def _edit(command: argparse.ArgumentParser, say: Catalog) -> None:
    _id(command, say)
    _content(command, say, required=False)


def _render(command: argparse.ArgumentParser, say: Catalog) -> None:
    _id(command, say)
    command.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        dest="values",
        type=assignment,
        default=[],
        help=say.translate("cli", "fill a field; may be repeated"),
    )
    command.add_argument(
        "--copy", action="store_true", help=say.translate("cli", "copy it to the clipboard too")
    )
