"""Reads and writes CSV and TSV tables with a header in Chinese or English.

The delimiter is the one that makes most sense of the header, and the header is looked for in the
first rows, because some tools put remarks above it (千牛: three rows). Bodies are in our field
language; braces that are no fields are kept as text and noted. A table that has the header of our own
export is read exactly, so that it brings back what was exported; others are normalized.

Written tables are UTF-8 with a byte order mark, because Excel takes anything else for the system's old
encoding.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

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
    unix_lines,
)
from quickdesk.replies.snippet import FIELD, Snippet, SnippetField

_ROWS_ABOVE_HEADER = 5
_LOOKED_AT = 1_000_000
"""Characters in which the header is looked for: to go through one row of 60 MB keeps every thread waiting."""
_EXCEL_SEPARATOR = re.compile(r"sep=(.)\r?\n")
_NESTED = re.compile(r"\s*[=＝][>＞]\s*")
_NO_FOLDER = frozenset({"未分组", "未分組", "默认分组", "默認分組"})
_TAG = re.compile(r"(?:\\.|[^,，;；、|\n\\])+")
_TAG_SEPARATOR = re.compile(r"[,，;；、|\\]")
_EXCEL_LINE_END = "_x000D_"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is written: its delimiter, its columns and the number of the header's row."""

    delimiter: str
    columns: Columns
    header_row: int


def find_layout(text: str, delimiters: tuple[str, ...] = DELIMITERS) -> Layout | None:
    """Return how a table is written, None where no row names a column of replies."""
    beginning = text[:_LOOKED_AT]
    told = _EXCEL_SEPARATOR.match(beginning)
    found = (_layout(beginning, delimiter) for delimiter in ((told[1],) if told else delimiters))
    return max(
        (one for one in found if one),
        key=lambda one: (one.columns.is_exact, len(one.columns.positions)),
        default=None,
    )


def looks_like_table(text: str) -> bool:
    """Say whether the text is a table beyond doubt: two known columns, one of them named exactly."""
    found = find_layout(text)
    return found is not None and found.columns.is_exact and len(found.columns.positions) > 1


def read_table(
    file: str, text: str, delimiters: tuple[str, ...] = DELIMITERS
) -> Iterator[ImportRecord | RefusedRecord]:
    """Yield the replies of a table and what was left out, row by row.

    Raises ExchangeError where no column of replies is named, and where a row has more cells than any table.
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
    if field.kind == "tags":  # a backslash keeps a separator inside a tag
        return ";".join(_TAG_SEPARATOR.sub(r"\\\g<0>", tag) for tag in value)
    return str(value)


def _layout(text: str, delimiter: str) -> Layout | None:
    """Return the row among the first that is a header: one with an exact word, else the very first."""
    first: Layout | None = None
    for row in _first_rows(text, delimiter):
        found = read_header(row.cells)
        if found.is_exact:
            return Layout(delimiter, found, row.number)
        if found.has_bodies and row.number == 1:
            first = Layout(delimiter, found, row.number)
    return first


def _first_rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows among which the header is; none behind one that is too long for a table."""
    with suppress(TooManyCellsError):
        yield from islice(parse_rows(text, delimiter), _ROWS_ABOVE_HEADER)


def _entry(row: Row, table: Layout, place: Place) -> ImportRecord | RefusedRecord:
    is_own = table.columns.is_own
    cells = {
        name: unescape_formula(row.cells[at]) if at < len(row.cells) else ""
        for name, at in table.columns.positions.items()
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
    return ImportRecord(Snippet("", **values), place, table.columns.stated, notes=notes)


def _value(field: SnippetField, cell: str, *, is_own: bool) -> str | tuple[str, ...]:
    on_one_line = join_lines if is_own else collapse_whitespace
    match field.kind:
        case "line":
            return on_one_line(cell)
        case "template" | "text":
            return unix_lines(cell if is_own else cell.replace(_EXCEL_LINE_END, ""))
        case "folder":
            return _own_folder(cell) if is_own else _folder(cell)
        case "tags":
            return _tags(cell, on_one_line)


def _own_folder(cell: str) -> tuple[str, ...]:
    return tuple(part for part in map(join_lines, cell.split("/")) if part)


def _folder(cell: str) -> tuple[str, ...]:
    """Return a folder written ``售后/退货`` or, as 千牛 does, ``售后=>退货``."""
    if cell.strip() in _NO_FOLDER:
        return ()
    parts = _NESTED.split(cell) if _NESTED.search(cell) else cell.split("/")
    return tuple(part for part in map(folder_name, parts) if part)


def _tags(cell: str, on_one_line: Callable[[str], str]) -> tuple[str, ...]:
    """Return the tags of a cell; a backslash keeps a separator inside a tag."""
    found = (on_one_line(re.sub(r"\\(.)", r"\1", tag)) for tag in _TAG.findall(cell))
    return tuple(dict.fromkeys(tag for tag in found if tag))
