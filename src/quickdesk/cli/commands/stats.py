"""The command ``stats``: the use of replies on each day, and the keys that it saved."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from quickdesk.cli.output import print_text, sanitized
from quickdesk.cli.subcommand import Subcommand, whole_number
from quickdesk.cli.terminal import fixed_width, terminal_columns, width
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.commands.answer import Answer
from quickdesk.commands.insights.review import MAX_DAYS
from quickdesk.commands.insights.stats import DEFAULT_DAYS

Row: TypeAlias = Mapping[str, Any]

_COUNTS = ("uses", "replies", "characters", "keys_saved")
_GAP = "  "
_INDENT = "    "


def _add_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    words = catalog.translate(
        "cli",
        "only the last N days, today included (default: the last {usual} days on which a reply was used)",
    )
    command.add_argument(
        "--days", metavar="N", type=whole_number(MAX_DAYS), help=fill(words, {"usual": DEFAULT_DAYS})
    )


def _print(answer: Answer, catalog: Catalog) -> None:
    print_text(stats_text(sanitized(answer).data, answer.facts, catalog, terminal_columns()))


def stats_text(rows: Sequence[Row], facts: Mapping[str, Any], catalog: Catalog, columns: int) -> str:
    """Return the days as a table with the total below; ``facts`` has it and the days covered."""
    lines = _day_lines(rows, facts, catalog, columns) if rows else [_empty_text(facts, catalog)]
    if facts["more"]:
        words = catalog.translate("cli", "Earlier days not shown: {more}. Show more with --days")
        lines.append(fill(words, facts))
    return "\n".join(lines)


def _empty_text(facts: Mapping[str, Any], catalog: Catalog) -> str:
    if facts["days"] is None:
        return catalog.translate("cli", "No use of a reply has been counted yet.")
    return fill(catalog.translate("cli", "No use of a reply was counted. Days covered: {days}"), facts)


def _day_lines(rows: Sequence[Row], facts: Mapping[str, Any], catalog: Catalog, columns: int) -> list[str]:
    headings, total = _headings(catalog), {"day": catalog.translate("cli", "Total"), **facts["total"]}
    cells = [_cells(row) for row in (*rows, total)]
    lines = _table([headings, *cells])
    return lines if max(map(width, lines)) <= columns else list(_blocks(headings, cells))


def _headings(catalog: Catalog) -> list[str]:
    return [
        catalog.translate("cli", "Day"),
        catalog.translate("cli", "Uses"),
        catalog.translate("cli", "Different replies"),
        catalog.translate("cli", "Characters"),
        catalog.translate("cli", "Keys saved"),
    ]


def _cells(row: Row) -> list[str]:
    return [str(row["day"]), *(f"{row[name]:,}" for name in _COUNTS)]


def _table(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return a line for each day, with the counts aligned right."""
    sizes = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return [
        _GAP.join((fixed_width(day, sizes[0]), *map(_right_aligned, counts, sizes[1:])))
        for day, *counts in lines
    ]


def _blocks(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """Return a block of lines for each day, for a terminal that is too narrow for the table."""
    names = max(map(width, headings))
    numbers = max(width(each) for _, *counts in cells for each in counts)
    for day, *counts in cells:
        yield day
        for heading, count in zip(headings[1:], counts, strict=True):
            yield f"{_INDENT}{fixed_width(heading, names)}{_GAP}{_right_aligned(count, numbers)}"


def _right_aligned(text: str, columns: int) -> str:
    return " " * (columns - width(text)) + text


SUBCOMMANDS: Final = (
    Subcommand(
        "stats",
        lambda catalog: catalog.translate("cli", "show replies, uses and keys saved per day"),
        _add_arguments,
        print_result=_print,
    ),
)
