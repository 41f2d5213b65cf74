"""Replies as a table that fits the terminal: one line each, two on a narrow terminal.

The code or id of a reply, which other commands accept, is never truncated; a long folder keeps its end.
A reply that was found by an ask alone has it in the place of the folder. Fields of the body are without their
defaults and choices.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeAlias

from quickdesk.cli.terminal import fixed_width, one_line, truncate, truncate_start, width
from quickdesk.replies.field_names import with_short_fields

Row: TypeAlias = Mapping[str, Any]

_TITLE_COLUMNS = 32
_MIN_TITLE_COLUMNS = 8
_MIN_FOLDER_COLUMNS = 16
_MIN_BODY_COLUMNS = 24
_GAP = "  "
_INDENT = "    "


def listed(rows: Sequence[Row], columns: int) -> list[str]:
    """Return the lines of each reply, the same number for all: name, title, folder, body."""
    replies = [_Row.of(row, name) for row, name in zip(rows, _names(rows), strict=True)]
    names = max((width(each.name) for each in replies), default=0)
    titles = max((width(each.title) for each in replies), default=0)
    folders = max((width(each.folder) for each in replies), default=0)
    titles = min(titles, _TITLE_COLUMNS)
    before = sum(each + len(_GAP) for each in (names, titles) if each)
    folder_columns = columns - before - _MIN_BODY_COLUMNS - len(_GAP)
    if folder_columns < min(folders, _MIN_FOLDER_COLUMNS):
        return [f"{_narrow_head(each, names, columns)}\n{_narrow_body(each, columns)}" for each in replies]
    sizes = (names, titles, min(folders, folder_columns))
    return [_one_line(each, sizes, columns) for each in replies]


@dataclass(frozen=True, slots=True)
class _Row:
    """The columns of a reply, each in one line."""

    name: str
    title: str
    folder: str
    body: str

    @classmethod
    def of(cls, row: Row, name: str) -> Self:
        body = with_short_fields(str(row["body"]))
        return cls(*(one_line(str(part)) for part in (name, row["title"], _place(row), body)))


def _place(row: Row) -> str:
    """Return the folder, or the ask that was found if no code, title, folder or body was."""
    spans: Sequence[Row] = row.get("spans", ())
    if {"asks"} <= {span["field"] for span in spans} <= {"asks", "tags"}:
        at = min(int(span["start"]) for span in spans if span["field"] == "asks")
        for ask in map(str, row["asks"]):
            units = len(ask.encode("utf-16-le", "surrogatepass")) // 2
            if at < units:
                return f"“{ask}”"
            at -= units + 1  # asks are joined by one character
    return str(row["folder"])


def _names(rows: Sequence[Row]) -> list[str]:
    """Return the code of each reply if no other of them has it, else its id."""
    codes = Counter(str(row["code"]).casefold() for row in rows)
    return [
        str(row["code"] if row["code"] and codes[str(row["code"]).casefold()] == 1 else row["id"])
        for row in rows
    ]


def _one_line(reply: _Row, sizes: tuple[int, int, int], columns: int) -> str:
    names, titles, folders = sizes
    cells = (
        fixed_width(reply.name, names),
        fixed_width(reply.title, titles),
        fixed_width(truncate_start(reply.folder, folders), folders),
    )
    line = "".join(f"{cell}{_GAP}" for cell in cells if cell)
    return f"{line}{truncate(reply.body, columns - width(line))}".rstrip()


def _narrow_head(reply: _Row, names: int, columns: int) -> str:
    title = truncate(reply.title, max(columns - names - len(_GAP), _MIN_TITLE_COLUMNS))
    line = f"{fixed_width(reply.name, names)}{_GAP}{title}"
    available = columns - width(line) - len(_GAP)
    if not reply.folder or available < min(width(reply.folder), _MIN_FOLDER_COLUMNS):
        return line
    return f"{line}{_GAP}{truncate_start(reply.folder, available)}"


def _narrow_body(reply: _Row, columns: int) -> str:
    return f"{_INDENT}{truncate(reply.body, max(columns - len(_INDENT), _MIN_TITLE_COLUMNS))}"
