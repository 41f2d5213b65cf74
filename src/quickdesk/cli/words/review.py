"""What was searched for in vain, as a list: the query, how often, when last, and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from quickdesk.cli.columns import cut, fit, one_line, width
from quickdesk.cli.words.catalog import Catalog, fill

Row: TypeAlias = Mapping[str, Any]

_LEAST_QUERY_COLUMNS = 16
_MOST_QUERY_COLUMNS = 60
_GAP = "  "
_INDENT = "    "


def review_lines(rows: Sequence[Row], facts: Mapping[str, Any], say: Catalog, columns: int) -> str:
    """Return the words for the answer of ``review``; ``facts`` tell how far back it looked."""
    if not rows:
        return _nothing(facts, say)
    lines = _table(rows, say, columns)
    if facts["more"]:
        lines.append(fill(say.translate("cli", "Not shown: {more}. Show more with --limit"), facts))
    return "\n".join(lines)


def _nothing(facts: Mapping[str, Any], say: Catalog) -> str:
    if facts["days"] is None:
        return say.translate("cli", "So far nothing was searched for in vain.")
    return fill(say.translate("cli", "Nothing was searched for in vain. Days looked back: {days}"), facts)


def _table(rows: Sequence[Row], say: Catalog, columns: int) -> list[str]:
    """Return a line for each row, or two where the terminal is too narrow for that."""
    queries = [one_line(row["query"]) for row in rows]
    rest = _facts(rows, say)
    room = columns - len(_GAP) - max(map(width, rest))
    if room < _LEAST_QUERY_COLUMNS:
        return [
            line
            for query, each in zip(queries, rest, strict=True)
            for line in (cut(query, columns), f"{_INDENT}{each}")
        ]
    size = min(room, _MOST_QUERY_COLUMNS, max(map(width, queries)))
    return [f"{fit(query, size)}{_GAP}{each}" for query, each in zip(queries, rest, strict=True)]


def _facts(rows: Sequence[Row], say: Catalog) -> list[str]:
    counts = [fill(say.translate("cli", "{count}×"), row) for row in rows]
    size = max(map(width, counts))
    return [
        f"{' ' * (size - width(count))}{count}{_GAP}{_day(row['last'])}{_GAP}{_ending(row, say)}"
        for count, row in zip(counts, rows, strict=True)
    ]


def _day(moment: str) -> str:
    """Return the day; the time is the machine's own."""
    return f"{datetime.fromisoformat(moment):%Y-%m-%d}"


def _ending(row: Row, say: Catalog) -> str:
    if row["answered_now"]:
        return say.translate("cli", "found by now")
    endings = {
        "nothing-found": say.translate("cli", "nothing found"),
        "nothing-chosen": say.translate("cli", "found, none chosen"),
    }
    return endings.get(row["ending"], str(row["ending"]))
