"""The commands that ask: for replies, and for what was searched for in vain."""

import argparse
from collections.abc import Sequence

from quickdesk.cli.parsing.command import Subcommand
from quickdesk.cli.parsing.values import whole_number
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.commands.insights.review import MOST_DAYS, MOST_SEARCHES

_USUAL_HITS, _MOST_HITS = 20, 1_000_000
_USUAL_SUGGESTIONS, _MOST_SUGGESTIONS = 5, 1_000
_USUAL_SEARCHES = 20


def commands(say: Catalog) -> Sequence[Subcommand]:
    """Return what searches, suggests and looks back on searches."""
    translate = say.translate
    return (
        Subcommand("find", translate("cli", "find replies"), _find),
        Subcommand("suggest", translate("cli", "suggest replies to a buyer's message"), _suggest),
        Subcommand("review", translate("cli", "show what was searched for in vain"), _review),
    )


def _find(command: argparse.ArgumentParser, say: Catalog) -> None:
    command.add_argument(
        "query",
        metavar="QUERY",
        nargs="+",
        help=say.translate(
            "cli", "汉字, pinyin, initials or a code; #tag, @folder, code:x; several words must all match"
        ),
    )
    command.add_argument(
        "--limit",
        metavar="N",
        type=whole_number(_MOST_HITS),
        default=_USUAL_HITS,
        help=_most_replies(say, _USUAL_HITS),
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
        default=_USUAL_SUGGESTIONS,
        help=_most_replies(say, _USUAL_SUGGESTIONS),
    )


def _most_replies(say: Catalog, usual: int) -> str:
    return fill(say.translate("cli", "show at most N replies (default: {usual})"), {"usual": usual})


def _review(command: argparse.ArgumentParser, say: Catalog) -> None:
    most = say.translate("cli", "show at most N searches, up to {most} (default: {usual})")
    command.add_argument(
        "--limit",
        metavar="N",
        type=whole_number(MOST_SEARCHES),
        default=_USUAL_SEARCHES,
        help=fill(most, {"most": MOST_SEARCHES, "usual": _USUAL_SEARCHES}),
    )
    command.add_argument(
        "--since",
        metavar="DAYS",
        dest="days",
        type=whole_number(MOST_DAYS),
        help=say.translate("cli", "only what was searched for in the last DAYS days"),
    )
