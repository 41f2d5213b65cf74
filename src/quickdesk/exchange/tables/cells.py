"""Parsing and formatting the rows and cells of CSV and TSV files, as spreadsheets do.

Quoted cells may contain delimiters, doubled quotes and line breaks. The parser is lenient, because many
programs write such files incorrectly, but loses no text: an unclosed quote is reported. A cell that a
spreadsheet would run as a formula is written with a leading apostrophe, which is removed on reading.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quickdesk.exchange.parsed import MAX_CELLS

DELIMITERS = (",", "\t", ";", "|")
# Chinese and Japanese Excel run the full-width and small forms as formulas too.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in a spreadsheet and its first line in the file, both counted from 1."""

    number: int
    line: int
    cells: tuple[str, ...]
    has_open_quote: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether all cells are blank."""
        return not any(cell.strip() for cell in self.cells)


class TooManyCellsError(Exception):
    """A row has more than MAX_CELLS cells; ``number`` and ``line`` are those of the row."""

    def __init__(self, number: int, line: int) -> None:
        super().__init__(f"row {number}")
        self.number = number
        self.line = line


def parse_rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a table, including blank ones, in linear time; raise TooManyCellsError."""
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
    """Return a table as text. Every cell is quoted, so that leading zeros and spaces are kept."""
    return "".join(delimiter.join(map(_quoted, row)) + "\r\n" for row in table)


def escape_formula(cell: str) -> str:
    """Return the cell, with a leading apostrophe if a spreadsheet would run it as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unescape_formula(cell: str) -> str:
    """Return the cell without the apostrophe that :func:`escape_formula` adds."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _cell(text: str, position: int, plain: re.Pattern[str]) -> tuple[str, int, bool]:
    """Return a cell, its end, and whether it has an unclosed quote."""
    if not text.startswith('"', position):
        found = plain.match(text, position)
        end = found.end() if found else position
        return text[position:end], end, False
    pieces: list[str] = []
    next_position = position + 1
    while (quote := text.find('"', next_position)) >= 0:
        pieces.append(text[next_position:quote])
        next_position = quote + 1
        if not text.startswith('"', next_position):
            break
        pieces.append('"')
        next_position += 1
    else:
        found = plain.match(text, position)
        end = found.end() if found else position
        return text[position:end], end, True
    rest = plain.match(text, next_position)
    end = rest.end() if rest else next_position
    return "".join(pieces) + text[next_position:end], end, False


def _quoted(cell: str) -> str:
    return '"' + escape_formula(cell).replace('"', '""') + '"'
