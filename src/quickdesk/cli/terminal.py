"""The width of texts in terminal columns; truncating, padding and wrapping them."""

import re
import unicodedata
from shutil import get_terminal_size

from quickdesk.text.controls import plain

_DEFAULT_COLUMNS = 120
"""The width of the output if there is no terminal."""
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_OPENING, _CLOSING = "（“「『《", "，。、；：！？）”」』》…"
# What is not broken: a word or one 汉字, with its punctuation.
_PIECES = re.compile(
    rf"[{_OPENING}]*(?:[^\s{_WIDE}“”]+|[^\s{_OPENING}{_CLOSING}])[{_CLOSING}]*\s*|[{_OPENING}{_CLOSING}]+\s*|\s+"
)


def terminal_columns() -> int:
    """Return the width of the terminal."""
    return get_terminal_size((_DEFAULT_COLUMNS, 24)).columns


def one_line(text: str) -> str:
    """Return a text in one line, without control characters and changes of direction."""
    return plain(" ".join(text.split()))


def fixed_width(text: str, columns: int) -> str:
    """Return a text truncated or padded to the given number of columns."""
    text = truncate(text, columns)
    return text + " " * (columns - width(text))


def truncate(text: str, columns: int) -> str:
    """Return a text truncated to the given number of columns; an ellipsis replaces its end."""
    if width(text) <= columns:
        return text
    return f"{_beginning(text, columns - 1)}…"


def truncate_start(text: str, columns: int) -> str:
    """Return the end of a text with the given number of columns; an ellipsis replaces its beginning."""
    if width(text) <= columns:
        return text
    return f"…{_beginning(text[::-1], columns - 1)[::-1]}"


def _beginning(text: str, columns: int) -> str:
    taken = 0
    for number, character in enumerate(text):
        taken += _columns_of(character)
        if taken > columns:
            return text[:number]
    return text


def wrapped(text: str, columns: int) -> list[str]:
    """Return the lines of a text of at most ``columns`` columns.

    It is broken at spaces and beside 汉字, but not before punctuation.
    """
    lines = [""]
    for piece in _PIECES.findall(text):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > columns:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def width(text: str) -> int:
    """Return the number of columns of a text: 汉字 take two, joiners and accents none."""
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
