"""The arithmetic of a terminal: how many columns a text takes, and how it is cut or filled to so many."""

import re
import unicodedata
from shutil import get_terminal_size

from quickdesk.text.controls import plain

_USUAL_COLUMNS = 120
"""How wide the output is where there is no terminal that says so."""
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_OPENING, _CLOSING = "（“「『《", "，。、；：！？）”」』》…"
# What is not torn apart at the end of a line: a word or one 汉字, with the punctuation that belongs to it.
_PIECES = re.compile(
    rf"[{_OPENING}]*(?:[^\s{_WIDE}“”]+|[^\s{_OPENING}{_CLOSING}])[{_CLOSING}]*\s*|[{_OPENING}{_CLOSING}]+\s*|\s+"
)


def terminal_columns() -> int:
    """Return how wide the output may be."""
    return get_terminal_size((_USUAL_COLUMNS, 24)).columns


def one_line(text: str) -> str:
    """Return a text in one line, with nothing in it that moves a cursor or turns the order of characters."""
    return plain(" ".join(text.split()))


def fit(text: str, columns: int) -> str:
    """Cut or fill a text to so many columns."""
    text = cut(text, columns)
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """Return what fits into so many columns, with an ellipsis at its end where that is not all."""
    if width(text) <= columns:
        return text
    return f"{_beginning(text, columns - 1)}…"


def cut_start(text: str, columns: int) -> str:
    """Return the end of a text that fits into so many columns, behind an ellipsis where that is not all."""
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
