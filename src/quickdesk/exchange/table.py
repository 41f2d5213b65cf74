"""Reads CSV and TSV tables with a header in Chinese or English.

The delimiter is the one that makes most sense of the header, and the header is looked for in the
first rows, because some tools put remarks above it (千牛: three rows). Bodies are in our field
language; braces that are no fields are kept as text and noted. A table that has the header of our own
export is read exactly, so that it brings back what was exported; others are tidied.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from quickdesk.exchange.cells import DELIMITERS, Row, TooManyCellsError, rows, unguarded
from quickdesk.exchange.columns import Column, Columns, columns
from quickdesk.exchange.csv_out import CHINESE_HEADER, ENGLISH_HEADER
from quickdesk.exchange.record import (
    ExchangeError,
    ExchangeReason,
    Note,
    Place,
    Record,
    RefusalReason,
    Refused,
)
from quickdesk.exchange.wording import folder_part, one_line, repaired, title_from, unbroken, unix_lines

_ROWS_ABOVE_HEADER = 5
_LOOKED_AT = 1_000_000
"""Characters in which the header is looked for: to go through one row of 60 MB keeps every thread waiting."""
_EXCEL_SEPARATOR = re.compile(r"sep=(.)\r?\n")
_NESTED = re.compile(r"\s*[=＝][>＞]\s*")
_NO_FOLDER = frozenset({"未分组", "未分組", "默认分组", "默認分組"})
_TAG = re.compile(r"(?:\\.|[^,，;；、|\n\\])+")
_EXCEL_LINE_END = "_x000D_"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is written: its delimiter, its columns and the number of the header's row.

    ``is_own`` says that the header is that of our own export.
    """

    delimiter: str
    columns: Columns
    header_row: int
    is_own: bool


def layout(text: str, delimiters: tuple[str, ...] = DELIMITERS) -> Layout | None:
    """Return how a table is written, None where no row names a column of replies."""
    beginning = text[:_LOOKED_AT]
    told = _EXCEL_SEPARATOR.match(beginning)
    found = (_layout(beginning, delimiter) for delimiter in ((told[1],) if told else delimiters))
    return max(
        (one for one in found if one),
        key=lambda one: (one.columns.is_exact, len(one.columns.places)),
        default=None,
    )


def looks_like_table(text: str) -> bool:
    """Say whether the text is a table beyond doubt: two known columns, one of them named exactly."""
    found = layout(text)
    return found is not None and found.columns.is_exact and len(found.columns.places) > 1


def read_table(file: str, text: str, delimiters: tuple[str, ...] = DELIMITERS) -> Iterator[Record | Refused]:
    """Yield the replies of a table and what was left out, row by row.

    Raises ExchangeError where no column of replies is named, and where a row has more cells than any table.
    """
    found = layout(text, delimiters)
    if found is None:
        raise ExchangeError(ExchangeReason.NO_BODY_COLUMN, Place(file))
    try:
        for row in rows(text, found.delimiter):
            if row.number > found.header_row and not row.is_blank:
                yield _entry(row, found, Place(file, row.line, row.number))
    except TooManyCellsError as error:
        place = Place(file, error.line, error.number)
        raise ExchangeError(ExchangeReason.ROW_TOO_LONG, place) from error


def _layout(text: str, delimiter: str) -> Layout | None:
    """Return the row among the first that is a header: one with an exact word, else the very first."""
    first: Layout | None = None
    for row in _first_rows(text, delimiter):
        found = columns(row.cells)
        if found.is_exact:
            is_own = row.cells in (CHINESE_HEADER, ENGLISH_HEADER)
            return Layout(delimiter, found, row.number, is_own)
        if found.has_bodies and row.number == 1:
            first = Layout(delimiter, found, row.number, is_own=False)
    return first


def _first_rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows among which the header is; none behind one that is too long for a table."""
    with suppress(TooManyCellsError):
        yield from islice(rows(text, delimiter), _ROWS_ABOVE_HEADER)


def _entry(row: Row, table: Layout, place: Place) -> Record | Refused:
    cells = {
        column: unguarded(row.cells[at]) if at < len(row.cells) else ""
        for column, at in table.columns.places.items()
    }
    on_one_line = unbroken if table.is_own else one_line
    title = on_one_line(cells.get(Column.TITLE, ""))
    if row.has_open_quote:
        return Refused(RefusalReason.UNCLOSED_QUOTE, place, title)
    if any(cell.strip() for cell in row.cells[table.columns.width :]):
        return Refused(RefusalReason.TOO_MANY_CELLS, place, title)
    written = cells[Column.BODY] if table.is_own else cells[Column.BODY].replace(_EXCEL_LINE_END, "")
    written = unix_lines(written)
    if not written.strip():
        return Refused(RefusalReason.NO_BODY, place, title)
    body = repaired(written)
    notes = (Note.BRACES_KEPT_AS_TEXT,) if body != written else ()
    if not title:
        title, notes = title_from(written), (*notes, Note.TITLE_FROM_BODY)
    code, tags, folder = (cells.get(column) for column in (Column.CODE, Column.TAGS, Column.FOLDER))
    return Record(
        title,
        body,
        place,
        _own_folder(folder or "") if table.is_own else _folder(folder or ""),
        None if code is None else on_one_line(code),
        None if tags is None else _tags(tags, on_one_line),
        notes=notes,
    )


def _own_folder(cell: str) -> tuple[str, ...]:
    return tuple(part for part in map(unbroken, cell.split("/")) if part)


def _folder(cell: str) -> tuple[str, ...]:
    """Return a folder written ``售后/退货`` or, as 千牛 does, ``售后=>退货``."""
    if cell.strip() in _NO_FOLDER:
        return ()
    parts = _NESTED.split(cell) if _NESTED.search(cell) else cell.split("/")
    return tuple(part for part in map(folder_part, parts) if part)


def _tags(cell: str, on_one_line: Callable[[str], str]) -> tuple[str, ...]:
    """Return the tags of a cell; a backslash keeps a separator inside a tag."""
    found = (on_one_line(re.sub(r"\\(.)", r"\1", tag)) for tag in _TAG.findall(cell))
    return tuple(dict.fromkeys(tag for tag in found if tag))
