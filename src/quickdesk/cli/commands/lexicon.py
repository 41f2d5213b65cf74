"""The command ``lexicon``: list the shop's own words for search, add a group, remove one, import a file."""

import argparse
from collections.abc import Mapping
from typing import Any, Final

from quickdesk.cli import files
from quickdesk.cli.context import Context
from quickdesk.cli.output import printing
from quickdesk.cli.subcommand import Subcommand, add_common_options
from quickdesk.cli.words.catalog import Catalog, fill


def _add_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    actions = command.add_subparsers(dest="action", metavar="ACTION", title=translate("cli", "actions"))
    word = translate(
        "cli", 'a word; with ">" between words (in quotes) those before it also find those after it'
    )
    for name, summary in (
        ("add", translate("cli", "add words that mean the same")),
        ("remove", translate("cli", "remove the line with these words")),
    ):
        action = actions.add_parser(
            name, help=summary, description=summary, add_help=False, formatter_class=command.formatter_class
        )
        add_common_options(action, catalog)
        action.add_argument("words", metavar="WORD", nargs="+", help=word)
    summary = translate("cli", "add the lines of a text file")
    importing = actions.add_parser(
        "import", help=summary, description=summary, add_help=False, formatter_class=command.formatter_class
    )
    add_common_options(importing, catalog)
    importing.add_argument("file", metavar="FILE", help=translate("cli", "a text file, one group per line"))


def _requested(parsed: argparse.Namespace) -> str:
    return "lexicon" if parsed.action is None else f"lexicon {parsed.action}"


def _request(parsed: argparse.Namespace, _context: Context) -> Mapping[str, Any]:
    """Return the words as a line, or the content of the file; raises FileError."""
    match parsed.action:
        case "import":
            return {"content": files.read_one(parsed.file)}
        case None:
            return {}
        case _:
            return {"line": " ".join(parsed.words)}


def lexicon_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the groups, or how many were added."""
    translate, groups = catalog.translate, data["groups"]
    if "added" in data:
        words = translate("cli", "Lines added: {added}. Lines of your own now: {count}.")
        return fill(words, {"added": data["added"], "count": len(groups)})
    if data.get("removed"):
        words = translate("cli", "Removed: {removed}. Bring it back with: quickdesk undo")
        return fill(words, {"removed": data["removed"]})
    if not groups:
        return translate("cli", "No words of your own yet. Add some: quickdesk lexicon add 鞋 鞋子 球鞋")
    return "\n".join(map(str, groups))


SUBCOMMANDS: Final = (
    Subcommand(
        "lexicon",
        lambda catalog: catalog.translate("cli", "list and change the shop's own words that mean the same"),
        _add_arguments,
        _request,
        print_result=printing(lexicon_text),
        requested=_requested,
    ),
)
