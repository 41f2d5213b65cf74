"""Reading and writing CSV and TSV tables with a header in Chinese or English.

The delimiter is the one with which the header has most known columns. The header is searched in the first
rows, because some tools put notes above it (千牛: three rows). What a row becomes is decided in
:mod:`quickdesk.exchange.tables.rows`.

Tables are written as UTF-8 with a byte order mark, because Excel reads other files in the legacy encoding of
the system.
"""

import codecs
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quickdesk.exchange.parsed import ExchangeError, ExchangeReason, FileEntry, Place
from quickdesk.exchange.tables.cell_lists import join_texts
from quickdesk.exchange.tables.cells import DELIMITERS, Row, TooManyCellsError, format_table, parse_rows
from quickdesk.exchange.tables.columns import CHINESE_HEADER, Columns, read_header
from quickdesk.exchange.tables.first_rows import first_rows
from quickdesk.exchange.tables.rows import RowReader, habits_of
from quickdesk.replies.snippet import FIELD, Snippet, SnippetField


@dataclass(frozen=True, slots=True)
class Layout:
    """The format of a table: its delimiter, its columns and the row number of the header."""

    delimiter: str
    columns: Columns
    header_row: int


def find_layout(text: str, delimiters: tuple[str, ...] = DELIMITERS) -> Layout | None:
    """Return the layout of a table, or None if no row is a header with a body column."""
    found = (_layout(delimiter, rows) for delimiter, rows in first_rows(text, delimiters))
    return max(
        (one for one in found if one),
        key=lambda one: (one.columns.is_exact, len(one.columns.positions)),
        default=None,
    )


def looks_like_table(text: str) -> bool:
    """Return whether the text is certainly a table: two known columns, one of them named exactly."""
    found = find_layout(text)
    return found is not None and found.columns.is_exact and len(found.columns.positions) > 1


def read_table(file: str, text: str, delimiters: tuple[str, ...] = DELIMITERS) -> Iterator[FileEntry]:
    """Yield the replies, refused entries and notes of a table, row by row.

    Raise ExchangeError if there is no body column or a row has more than MAX_CELLS cells.
    """
    found = find_layout(text, delimiters)
    if found is None:
        raise ExchangeError(ExchangeReason.NO_BODY_COLUMN, Place(file))
    try:
        reader = RowReader(found.columns, habits_of(_content_rows(text, found), found.columns))
        for row in _content_rows(text, found):
            yield from reader.entries(row, Place(file, row.line, row.number))
        yield from reader.notes(Place(file))
    except TooManyCellsError as error:
        place = Place(file, error.line, error.number)
        raise ExchangeError(ExchangeReason.ROW_TOO_LONG, place) from error


def _content_rows(text: str, table: Layout) -> Iterator[Row]:
    rows = parse_rows(text, table.delimiter)
    return (row for row in rows if row.number > table.header_row and not row.is_blank)


def write_table(
    snippets: Iterable[Snippet], delimiter: str = ",", header: Mapping[str, str] = CHINESE_HEADER
) -> bytes:
    """Return snippets as CSV, or as TSV with a tab for the delimiter; reading it back changes nothing."""
    rows = ([_cell(FIELD[name], getattr(snippet, name)) for name in header] for snippet in snippets)
    return codecs.BOM_UTF8 + format_table((header.values(), *rows), delimiter).encode()


def _cell(field: SnippetField, value: Any) -> str:  # noqa: ANN401 - a text or its parts
    if field.kind == "folder":
        return "/".join(value)
    if field.kind == "lines":
        return join_texts(field.name, value)
    return str(value)


def _layout(delimiter: str, rows: Iterable[Row]) -> Layout | None:
    """Return the layout with the first exact header of the first rows, else with the very first row."""
    first: Layout | None = None
    for row in rows:
        found = read_header(row.cells)
        if found.is_exact:
            return Layout(delimiter, found, row.number)
        if found.has_bodies and row.number == 1:
            first = Layout(delimiter, found, row.number)
    return first
