"""Reading and writing CSV and TSV tables with a header in Chinese or English.

The delimiter is the one with which the header has most known columns. The header is searched in the first
rows, because some tools put notes above it (千牛: three rows). Bodies are in our template language; braces
that are not fields are kept as text. A table with the header of our own export is read exactly; in others,
whitespace is cleaned up.

Tables are written as UTF-8 with a byte order mark, because Excel reads other files in the legacy encoding of
the system.
"""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from quickdesk.exchange.cell_lists import join_texts, split_texts
from quickdesk.exchange.cells import (
    DELIMITERS,
    Row,
    TooManyCellsError,
    format_table,
    parse_rows,
    unescape_formula,
)
from quickdesk.exchange.columns import CHINESE_HEADER, Columns, read_header
from quickdesk.exchange.parsed import (
    ExchangeError,
    ExchangeReason,
    ImportNote,
    ImportRecord,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.exchange.text_cleanup import (
    collapse_whitespace,
    escape_invalid_braces,
    folder_name,
    join_lines,
    title_of_body,
)
from quickdesk.replies.snippet import FIELD, Snippet, SnippetField
from quickdesk.replies.validation import check, unix_lines

_ROWS_ABOVE_HEADER = 5
_MAX_SEARCHED = 1_000_000
"""In code points: where the search for the header ends. Parsing a row of 60 MB would block all threads."""
_EXCEL_SEPARATOR = re.compile(r"sep=(.)\r?\n")
_NESTED = re.compile(r"\s*[=＝][>＞]\s*")
_NO_FOLDER = frozenset({"未分组", "未分組", "默认分组", "默認分組"})
_EXCEL_LINE_END = "_x000D_"


@dataclass(frozen=True, slots=True)
class Layout:
    """The format of a table: its delimiter, its columns and the row number of the header."""

    delimiter: str
    columns: Columns
    header_row: int


def find_layout(text: str, delimiters: tuple[str, ...] = DELIMITERS) -> Layout | None:
    """Return the layout of a table, or None if no row is a header with a body column."""
    beginning = text[:_MAX_SEARCHED]
    separator = _EXCEL_SEPARATOR.match(beginning)
    found = (_layout(beginning, delimiter) for delimiter in ((separator[1],) if separator else delimiters))
    return max(
        (one for one in found if one),
        key=lambda one: (one.columns.is_exact, len(one.columns.positions)),
        default=None,
    )


def looks_like_table(text: str) -> bool:
    """Return whether the text is certainly a table: two known columns, one of them named exactly."""
    found = find_layout(text)
    return found is not None and found.columns.is_exact and len(found.columns.positions) > 1


def read_table(
    file: str, text: str, delimiters: tuple[str, ...] = DELIMITERS
) -> Iterator[ImportRecord | RefusedRecord]:
    """Yield the replies and refused entries of a table, row by row.

    Raise ExchangeError if there is no body column or a row has more than MAX_CELLS cells.
    """
    found = find_layout(text, delimiters)
    if found is None:
        raise ExchangeError(ExchangeReason.NO_BODY_COLUMN, Place(file))
    try:
        for row in parse_rows(text, found.delimiter):
            if row.number > found.header_row and not row.is_blank:
                yield _entry(row, found, Place(file, row.line, row.number))
    except TooManyCellsError as error:
        place = Place(file, error.line, error.number)
        raise ExchangeError(ExchangeReason.ROW_TOO_LONG, place) from error


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


def _layout(text: str, delimiter: str) -> Layout | None:
    """Return the layout with the first exact header of the first rows, else with the very first row."""
    first: Layout | None = None
    for row in _first_rows(text, delimiter):
        found = read_header(row.cells)
        if found.is_exact:
            return Layout(delimiter, found, row.number)
        if found.has_bodies and row.number == 1:
            first = Layout(delimiter, found, row.number)
    return first


def _first_rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows that may be the header, up to one with too many cells."""
    with suppress(TooManyCellsError):
        yield from islice(parse_rows(text, delimiter), _ROWS_ABOVE_HEADER)


def _entry(row: Row, table: Layout, place: Place) -> ImportRecord | RefusedRecord:
    is_own = table.columns.is_own
    cells = {
        name: unescape_formula(row.cells[position]) if position < len(row.cells) else ""
        for name, position in table.columns.positions.items()
    }
    values: dict[str, Any] = {name: _value(FIELD[name], cell, is_own=is_own) for name, cell in cells.items()}
    title = values.get("title", "")
    if row.has_open_quote:
        return RefusedRecord(RefusalReason.UNCLOSED_QUOTE, place, title)
    if any(cell.strip() for cell in row.cells[table.columns.width :]):
        return RefusedRecord(RefusalReason.TOO_MANY_CELLS, place, title)
    text = values["body"]
    if not text.strip():
        return RefusedRecord(RefusalReason.NO_BODY, place, title)
    body = escape_invalid_braces(text)
    notes = (ImportNote.BRACES_KEPT_AS_TEXT,) if body != text else ()
    if not title:
        title, notes = title_of_body(text), (*notes, ImportNote.TITLE_FROM_BODY)
    values |= {"title": title, "body": body}
    snippet = Snippet("", **values)
    if snippet.remark and not is_own and any(flaw.field == "remark" for flaw in check(snippet)):
        # In tables of other programs the column may hold anything; it must not cost the reply.
        snippet, notes = replace(snippet, remark=""), (*notes, ImportNote.REMARK_LEFT_OUT)
    return ImportRecord(snippet, place, table.columns.stated, notes=notes)


def _value(field: SnippetField, cell: str, *, is_own: bool) -> str | tuple[str, ...]:
    on_one_line = join_lines if is_own else collapse_whitespace
    match field.kind:
        case "line":
            return on_one_line(cell)
        case "template" | "text":
            return unix_lines(cell if is_own else cell.replace(_EXCEL_LINE_END, ""))
        case "folder":
            return _own_folder(cell) if is_own else _folder(cell)
        case "lines":
            return split_texts(field.name, cell, on_one_line, is_own=is_own)


def _own_folder(cell: str) -> tuple[str, ...]:
    return tuple(part for part in map(join_lines, cell.split("/")) if part)


def _folder(cell: str) -> tuple[str, ...]:
    """Return the folder of a cell such as ``售后/退货`` or, in 千牛, ``售后=>退货``."""
    if cell.strip() in _NO_FOLDER:
        return ()
    parts = _NESTED.split(cell) if _NESTED.search(cell) else cell.split("/")
    return tuple(part for part in map(folder_name, parts) if part)
