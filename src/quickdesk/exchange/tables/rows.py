"""Turning the rows of a table into replies.

A table with the header of our own export is read exactly. In others whitespace is cleaned up, the bodies are
raw (:mod:`quickdesk.exchange.foreign.conversion`), and what the rows show together decides about cells:

- An empty folder cell continues the folder above if the column looks like merged cells of a spreadsheet: its
  first cell has text, no folder begins twice, and at least half of the cells are empty.
- Spaces separate tags if no cell of the column has another separator.

Several columns of one field are all read: bodies are replies of their own, folders are nested, further titles
are asks, tags and asks are joined, remarks follow each other, and the first code counts.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from quickdesk.exchange.parsed import (
    FileNote,
    ImportNote,
    ImportRecord,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.exchange.tables.cell_lists import split_texts
from quickdesk.exchange.tables.cells import Row, unescape_formula
from quickdesk.exchange.tables.columns import Columns
from quickdesk.exchange.tables.merged import MergedColumn
from quickdesk.exchange.text_cleanup import (
    collapse_whitespace,
    escape_invalid_braces,
    folder_name,
    is_damaged,
    join_lines,
    title_of_body,
)
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.validation import check, unix_lines

_NESTED = re.compile(r"[=＝]?[>＞]|::|\\|[→»›]")
_NO_FOLDER = frozenset({"未分组", "未分組", "默认分组", "默認分組"})
_TAG_SEPARATOR = re.compile(r"[,，;；、|｜\n]")
_EXCEL_LINE_END = "_x000D_"
_MAX_NAMED = 10
"""Columns that are named in a note."""


@dataclass(frozen=True, slots=True)
class TableHabits:
    """What the rows of a table show together.

    ``merged`` are the positions of folder columns whose empty cells continue the cell above.
    """

    merged: frozenset[int] = frozenset()
    tags_have_spaces: bool = False


def habits_of(rows: Iterable[Row], columns: Columns) -> TableHabits:
    """Return the habits of a table; one of our own export has none."""
    folders = columns.all_positions.get("folder", ())
    tags = columns.all_positions.get("tags", ())
    if columns.is_own or not (folders or tags):
        return TableHabits()
    found: dict[int, MergedColumn] = {}
    tags_have_spaces = True
    for number, row in enumerate(rows):
        for position in folders:
            cell = _cell(row, position).strip()
            if number == 0 and cell:
                found[position] = MergedColumn(position == folders[0])
            if position in found:
                found[position].add(cell)
        tags_have_spaces = tags_have_spaces and not any(
            _TAG_SEPARATOR.search(_cell(row, position).strip()) for position in tags
        )
    merged = frozenset(position for position, column in found.items() if column.is_merged)
    return TableHabits(merged, tags_have_spaces)


class RowReader:
    """Reads the rows of one table in their order."""

    def __init__(self, columns: Columns, habits: TableHabits) -> None:
        self._columns, self._habits = columns, habits
        self._above: dict[int, str] = {}
        self._has_text: set[int] = set()

    def entries(self, row: Row, place: Place) -> Iterator[ImportRecord | RefusedRecord]:
        """Yield the replies of a row, or why there is none."""
        columns = self._columns
        self._has_text.update(position for position in columns.not_read if _cell(row, position).strip())
        folder = self._folder(row)
        values = self._values(row)
        title = "" if is_damaged(values["title"]) else values["title"]
        bodies = [
            (position, text)
            for position in columns.all_positions["body"]
            if (text := self._text(_cell(row, position))).strip()
        ]
        reason = _refusal(row, columns, has_body=bool(bodies))
        if reason is not None:
            yield RefusedRecord(reason, place, title)
            return
        for number, (position, body) in enumerate(bodies, start=1):
            own = values | {"folder": folder, "body": body}
            notes: tuple[ImportNote, ...] = ()
            if number > 1:
                own |= {"title": self._further_title(title, position, number), "code": "", "asks": ()}
                notes = (ImportNote.ONE_OF_SEVERAL,)
            yield self._record(Snippet("", **own), place, notes)

    def notes(self, place: Place) -> Iterator[FileNote]:
        """Yield what holds for the whole table; to be called after the last row."""
        if self._habits.merged:
            yield FileNote(ImportNote.FOLDERS_CONTINUED, place)
        names = [self._columns.header[position] for position in sorted(self._has_text)]
        if names:
            more = ["…"] if len(names) > _MAX_NAMED else []
            yield FileNote(ImportNote.COLUMNS_NOT_READ, place, ", ".join(names[:_MAX_NAMED] + more))

    def _record(self, snippet: Snippet, place: Place, notes: tuple[ImportNote, ...]) -> ImportRecord:
        if not self._columns.is_own:
            if snippet.remark and any(flaw.field == "remark" for flaw in check(snippet)):
                # In tables of other programs the column may hold anything; it must not cost the reply.
                snippet, notes = replace(snippet, remark=""), (*notes, ImportNote.REMARK_LEFT_OUT)
            return ImportRecord(snippet, place, self._columns.stated, notes=notes, is_raw=True)
        body = escape_invalid_braces(snippet.body)
        if body != snippet.body:
            notes = (*notes, ImportNote.BRACES_KEPT_AS_TEXT)
        title = snippet.title or title_of_body(body)
        if not snippet.title:
            notes = (*notes, ImportNote.TITLE_FROM_BODY)
        own = replace(snippet, title=title, body=body)
        return ImportRecord(own, place, self._columns.stated, notes=notes)

    def _values(self, row: Row) -> dict[str, Any]:
        """Return the fields of a row without its folder and bodies."""
        line = join_lines if self._columns.is_own else collapse_whitespace
        titles = list(filter(None, map(line, self._cells(row, "title"))))
        asks = self._texts(row, "asks", line)
        return {
            "title": titles[0] if titles else "",
            "code": next(filter(None, map(line, self._cells(row, "code"))), ""),
            "tags": self._texts(row, "tags", line),
            "asks": tuple(dict.fromkeys((*(each for each in titles[1:] if each != titles[0]), *asks))),
            "remark": "\n".join(filter(str.strip, map(self._text, self._cells(row, "remark")))),
        }

    def _texts(self, row: Row, name: str, line: Callable[[str], str]) -> tuple[str, ...]:
        found: list[str] = []
        for cell in self._cells(row, name):
            if name == "tags" and self._habits.tags_have_spaces:
                found += cell.split()
            else:
                found += split_texts(name, cell, line, is_own=self._columns.is_own)
        return tuple(dict.fromkeys(found))

    def _folder(self, row: Row) -> tuple[str, ...]:
        parts: list[str] = []
        is_new = False
        for position in self._columns.all_positions.get("folder", ()):
            cell = _cell(row, position)
            if position in self._habits.merged:
                if cell.strip() or is_new:
                    self._above[position] = cell
                    is_new = True
                cell = self._above.get(position, "")
            own = _own_folder(cell) if self._columns.is_own else _foreign_folder(cell)
            parts += own if list(own) != parts[-len(own) :] else ()
        return tuple(parts)

    def _further_title(self, title: str, position: int, number: int) -> str:
        """Return the title of a further reply of a row, named after its column; empty if there is none."""
        name = self._columns.header[position]
        first = self._columns.header[self._columns.all_positions["body"][0]]
        return f"{title} · {name}" if title and name != first else f"{title} {number}" if title else ""

    def _cells(self, row: Row, name: str) -> list[str]:
        return [_cell(row, position) for position in self._columns.all_positions.get(name, ())]

    def _text(self, cell: str) -> str:
        return unix_lines(cell if self._columns.is_own else cell.replace(_EXCEL_LINE_END, ""))


def _cell(row: Row, position: int) -> str:
    return unescape_formula(row.cells[position]) if position < len(row.cells) else ""


def _refusal(row: Row, columns: Columns, *, has_body: bool) -> RefusalReason | None:
    """Return why a row is left out, or None."""
    if any(map(is_damaged, row.cells)):
        return RefusalReason.DAMAGED_TEXT
    if row.has_open_quote:
        return RefusalReason.UNCLOSED_QUOTE
    if any(cell.strip() for cell in row.cells[columns.width :]):
        return RefusalReason.TOO_MANY_CELLS
    return None if has_body else RefusalReason.NO_BODY


def _own_folder(cell: str) -> tuple[str, ...]:
    return tuple(part for part in map(join_lines, cell.split("/")) if part)


def _foreign_folder(cell: str) -> tuple[str, ...]:
    """Return the folder of a cell such as ``售后/退货``, ``售后>退货`` or, in 千牛, ``售后=>退货``."""
    if cell.strip() in _NO_FOLDER:
        return ()
    parts = _NESTED.split(cell) if _NESTED.search(cell) else cell.split("/")
    return tuple(part for part in map(folder_name, parts) if part)
