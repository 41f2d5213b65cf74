"""Texts in terminal columns: their width, and cutting, padding and wrapping them."""

import re
import unicodedata
from shutil import get_terminal_size

from quickdesk.text.controls import plain

_DEFAULT_COLUMNS = 120
"""The width of the output if there is no terminal."""
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_OPENING, _CLOSING = "（“「『《", "，。、；：！？）”」』》…"
# What is kept together at the end of a line: a word or one 汉字, with the punctuation that belongs to it.
_PIECES = re.compile(
    rf"[{_OPENING}]*(?:[^\s{_WIDE}“”]+|[^\s{_OPENING}{_CLOSING}])[{_CLOSING}]*\s*|[{_OPENING}{_CLOSING}]+\s*|\s+"
)


def terminal_columns() -> int:
    """Return the width of the terminal."""
    return get_terminal_size((_DEFAULT_COLUMNS, 24)).columns


def one_line(text: str) -> str:
    """Return a text in one line, without control characters and changes of direction."""
    return plain(" ".join(text.split()))


def fit(text: str, columns: int) -> str:
    """Return a text cut or padded to so many columns."""
    text = cut(text, columns)
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """Return a text cut to so many columns; an ellipsis marks its end if it is cut."""
    if width(text) <= columns:
        return text
    return f"{_beginning(text, columns - 1)}…"


def cut_start(text: str, columns: int) -> str:
    """Return the end of a text cut to so many columns; an ellipsis marks its start if it is cut."""
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
    """Return a text in lines of so many columns, broken at spaces and beside 汉字, not before punctuation."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > columns:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def width(text: str) -> int:
    """Return how many columns a text takes: 汉字 take two, joiners and accents none."""
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
