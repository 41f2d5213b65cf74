"""The commands that ask: for replies, and for what was asked in vain."""

import argparse
from collections.abc import Sequence

from quickdesk.cli.parsing.command import Command
from quickdesk.cli.parsing.values import whole_number
from quickdesk.cli.words.catalog import Catalog

_MOST_HITS = 1_000_000
_MOST_SUGGESTIONS = 1_000


def commands(say: Catalog) -> Sequence[Command]:
    """Return what searches, suggests and looks back on searches."""
    translate = say.translate
    return (
        Command("find", translate("cli", "find replies"), _find),
        Command("suggest", translate("cli", "suggest replies to a buyer's message"), _suggest),
    )


def _find(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "query",
        metavar="QUERY",
        nargs="+",
        help=say.translate("cli", "汉字, pinyin, initials or a code; several words must all match"),
    )
    command.add_argument(
        "--limit",
        metavar="N",
        type=whole_number(_MOST_HITS),
        default=20,
        help=say.translate("cli", "show at most N replies (default: 20)"),
    )
    command.add_argument(
        "--explain", action="store_true", help=say.translate("cli", "say why each reply stands where it does")
    )


def _suggest(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "message",
        metavar="TEXT",
        nargs="*",
        help=say.translate("cli", "the buyer's message (default: read from standard input)"),
    )
    command.add_argument(
        "--limit",
        metavar="N",
        type=whole_number(_MOST_SUGGESTIONS),
        default=5,
        help=say.translate("cli", "show at most N replies (default: 5)"),
    )
