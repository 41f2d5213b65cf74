"""Rows and cells of CSV and TSV files, read and written as spreadsheets do it.

Quoted cells may hold delimiters, quotes (doubled) and line breaks. Read leniently, because many
programs write them wrongly, but never so that text is lost: a quote without its end is told.
A cell that a spreadsheet would run as a formula is written behind an apostrophe, which reading
takes away again.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quickdesk.exchange.parsed import MAX_CELLS

DELIMITERS = (",", "\t", ";", "|")
# Excel runs the full-width and small forms too, where its language is Chinese or Japanese.
_GUARDED = re.compile(r"'*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``number`` counts rows as a spreadsheet does, ``line`` the lines of the file, from 1."""

    number: int
    line: int
    cells: tuple[str, ...]
    has_open_quote: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in any cell."""
        return not any(cell.strip() for cell in self.cells)


class TooManyCellsError(Exception):
    """A row with more than MAX_CELLS cells; ``number`` and ``line`` are those of the row."""

    def __init__(self, number: int, line: int) -> None:
        super().__init__(f"row {number}")
        self.number = number
        self.line = line


def parse_rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a table, blank ones too. Takes linear time. Raises TooManyCellsError."""
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    position, line, number = 0, 1, 0
    while position < len(text):
        number += 1
        start, cells, is_open = position, [], False
        while True:
            cell, position, open_here = _cell(text, position, plain)
            is_open = is_open or open_here
            cells.append(cell)
            if not text.startswith(delimiter, position):
                break
            position += 1
            if len(cells) == MAX_CELLS:
                raise TooManyCellsError(number, line)
        yield Row(number, line, tuple(cells), is_open)
        end = _LINE_END.match(text, position)
        position = end.end() if end else len(text)
        line += len(_LINE_END.findall(text, start, position))


def format_table(table: Iterable[Iterable[str]], delimiter: str = ",") -> str:
    """Return a table as text; every cell is quoted, so that leading zeros and spaces stay."""
    return "".join(delimiter.join(map(_quoted, row)) + "\r\n" for row in table)


def escape_formula(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unescape_formula(cell: str) -> str:
    """Return what a escape_formula cell was made of."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell


def _cell(text: str, position: int, plain: re.Pattern[str]) -> tuple[str, int, bool]:
    """Return a cell, where it ends, and whether a quote in it was never closed."""
    if not text.startswith('"', position):
        found = plain.match(text, position)
        end = found.end() if found else position
        return text[position:end], end, False
    pieces: list[str] = []
    at = position + 1
    while (quote := text.find('"', at)) >= 0:
        pieces.append(text[at:quote])
        at = quote + 1
        if not text.startswith('"', at):
            break
        pieces.append('"')
        at += 1
    else:
        found = plain.match(text, position)
        end = found.end() if found else position
        return text[position:end], end, True
    rest = plain.match(text, at)
    end = rest.end() if rest else at
    return "".join(pieces) + text[at:end], end, False


def _quoted(cell: str) -> str:
    return '"' + escape_formula(cell).replace('"', '""') + '"'
