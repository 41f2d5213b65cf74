"""The rows of a table that may be its header, for each delimiter that it may have."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from quickdesk.exchange.tables.cells import DELIMITERS, Row, TooManyCellsError, parse_rows

_ROWS_ABOVE_HEADER = 5
_MAX_SEARCHED = 1_000_000
"""In code points: where the search for the header ends. Parsing a row of 60 MB would block all threads."""
_EXCEL_SEPARATOR = re.compile(r"sep=(.)\r?\n")


def first_rows(text: str, delimiters: tuple[str, ...] = DELIMITERS) -> Iterator[tuple[str, Iterator[Row]]]:
    """Yield each delimiter with the first rows that it makes; a file of Excel may name its delimiter."""
    beginning = text[:_MAX_SEARCHED]
    separator = _EXCEL_SEPARATOR.match(beginning)
    for delimiter in (separator[1],) if separator else delimiters:
        yield delimiter, _rows(beginning, delimiter)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows that may be the header, up to one with too many cells."""
    with suppress(TooManyCellsError):
        yield from islice(parse_rows(text, delimiter), _ROWS_ABOVE_HEADER)
