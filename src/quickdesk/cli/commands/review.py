"""The command ``review``: failed searches with their number, their last date and their outcome."""

import argparse
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeAlias

from quickdesk.cli.output import print_text, sanitized
from quickdesk.cli.subcommand import Subcommand, whole_number
from quickdesk.cli.terminal import fixed_width, one_line, terminal_columns, truncate, width
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.commands.answer import Answer
from quickdesk.commands.insights.review import DEFAULT_SEARCHES, MAX_DAYS, MAX_SEARCHES

Row: TypeAlias = Mapping[str, Any]

_MIN_QUERY_COLUMNS = 16
_MAX_QUERY_COLUMNS = 60
_GAP = "  "
_INDENT = "    "


def _add_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    most = catalog.translate("cli", "show at most N searches, up to {most} (default: {usual})")
    command.add_argument(
        "--limit",
        metavar="N",
        type=whole_number(MAX_SEARCHES),
        default=DEFAULT_SEARCHES,
        help=fill(most, {"most": MAX_SEARCHES, "usual": DEFAULT_SEARCHES}),
    )
    command.add_argument(
        "--since",
        metavar="DAYS",
        dest="days",
        type=whole_number(MAX_DAYS),
        help=catalog.translate("cli", "only searches of the last DAYS days"),
    )


def _print(answer: Answer, catalog: Catalog) -> None:
    print_text(review_text(sanitized(answer).data, answer.facts, catalog, terminal_columns()))


def review_text(rows: Sequence[Row], facts: Mapping[str, Any], catalog: Catalog, columns: int) -> str:
    """Return the searches as a table; ``facts`` has the number of days covered and of searches left out."""
    if not rows:
        return _empty_text(facts, catalog)
    lines = _table(rows, catalog, columns)
    if facts["more"]:
        lines.append(fill(catalog.translate("cli", "Not shown: {more}. Show more with --limit"), facts))
    return "\n".join(lines)


def _empty_text(facts: Mapping[str, Any], catalog: Catalog) -> str:
    if facts["days"] is None:
        return catalog.translate("cli", "There are no failed searches.")
    return fill(catalog.translate("cli", "There are no failed searches. Days covered: {days}"), facts)


def _table(rows: Sequence[Row], catalog: Catalog, columns: int) -> list[str]:
    """Return a line for each row, or two on a narrow terminal."""
    queries = [one_line(row["query"]) for row in rows]
    details = _details(rows, catalog)
    available = columns - len(_GAP) - max(map(width, details))
    if available < _MIN_QUERY_COLUMNS:
        return [
            line
            for query, each in zip(queries, details, strict=True)
            for line in (truncate(query, columns), f"{_INDENT}{each}")
        ]
    size = min(available, _MAX_QUERY_COLUMNS, max(map(width, queries)))
    return [f"{fixed_width(query, size)}{_GAP}{each}" for query, each in zip(queries, details, strict=True)]


def _details(rows: Sequence[Row], catalog: Catalog) -> list[str]:
    counts = [fill(catalog.translate("cli", "{count}×"), row) for row in rows]
    size = max(map(width, counts))
    return [
        f"{' ' * (size - width(count))}{count}{_GAP}{_day(row['last'])}{_GAP}{_ending(row, catalog)}"
        for count, row in zip(counts, rows, strict=True)
    ]


def _day(moment: str) -> str:
    """Return the date of an ISO 8601 timestamp."""
    return f"{datetime.fromisoformat(moment):%Y-%m-%d}"


def _ending(row: Row, catalog: Catalog) -> str:
    if row["answered_now"]:
        return catalog.translate("cli", "found now")
    endings = {
        "nothing-found": catalog.translate("cli", "nothing found"),
        "nothing-chosen": catalog.translate("cli", "found, none chosen"),
    }
    return endings.get(row["ending"], str(row["ending"]))


SUBCOMMANDS: Final = (
    Subcommand(
        "review",
        lambda catalog: catalog.translate("cli", "show failed searches"),
        _add_arguments,
        print_result=_print,
    ),
)
