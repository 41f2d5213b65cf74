"""The cells of a table of customers: several texts in one cell, long numbers, dates, yes and no.

Several texts are separated by ``;`` or a line break, phones and orders also by commas and spaces; a backslash
keeps a separator in a text. A cell of our own export that is a long number has a leading apostrophe, as one
that is a formula has, so that a spreadsheet does not change it to ``1.38E+10``.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from quickdesk.customers.card.validation import parsed_birthday
from quickdesk.exchange.tables.cells import unescape_formula

_LINES = ";；\n"
SEPARATORS = {
    "nicknames": _LINES,
    "platforms": _LINES,
    "addresses": _LINES + "|｜",
    "phones": _LINES + "|｜,，、/",
    "orders": _LINES + "|｜,，、 ",
    "order_platforms": _LINES,
    "order_states": _LINES,
    "items": _LINES,
    "tracking": _LINES + "|｜,，、 ",
    "carriers": _LINES,
    "tags": _LINES + "|｜,，、",
    "notes": ";|",
}
"""The characters between the texts of a cell, by column."""
INNER = "|｜"
"""The characters between the items of one order."""
_LONG_NUMBER = re.compile(r"'*(?:0[0-9]+|[0-9]{9,})(?:\.[0-9]+)?")
_CUT = re.compile(r"[+-]?[0-9](?:[.,][0-9]+)?[eE][+-]?[0-9]{1,3}")
_WITH_POINT = re.compile(r"([0-9]{5,})\.0+")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_TIME = re.compile(r"\s+0?0:00(?::00)?$")
_YES = frozenset(["是", "y", "yes", "true", "1", "x", "√", "✓", "✔", "勾", "有"])
_NO = frozenset(["否", "n", "no", "false", "0", "无", "無", "-"])
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def protected(cell: str) -> str:
    """Return a cell with an apostrophe if a spreadsheet would change it as a number."""
    return f"'{cell}" if _LONG_NUMBER.fullmatch(cell) else cell


def bare(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a formula or a long number as it is."""
    if not cell.startswith("'"):
        return cell
    plain = unescape_formula(cell)
    return plain[1:] if plain.startswith("'") and _LONG_NUMBER.fullmatch(plain) else plain


def join(texts: Iterable[str], separators: str, separator: str = ";") -> str:
    """Return texts as one piece; :func:`pieces` with the same separators divides it."""
    special = _special(separators)
    return separator.join(special.sub(r"\\\g<0>", text) for text in texts)


def pieces(cell: str, separators: str) -> list[str]:
    """Return the pieces between unescaped separators, blank ones too; use :func:`text_of` on each."""
    if _special(separators).search(cell) is None:
        return [cell]
    found, begin = [], 0
    for match in _special_or_escaped(separators).finditer(cell):
        if not match[0].startswith("\\"):
            found.append(cell[begin : match.start()])
            begin = match.end()
    return [*found, cell[begin:]]


def text_of(piece: str, separators: str) -> str:
    """Return the text of a piece; a backslash before any other character is part of it."""
    if "\\" not in piece:
        return piece
    special = set(separators) | {"\\"}
    return _ESCAPED.sub(lambda found: found[1] if found[1] in special else found[0], piece)


def split(cell: str, separators: str) -> list[str]:
    """Return the texts of a cell, blank ones too; none if it is blank."""
    if not cell or cell.isspace():
        return []
    return [text_of(piece, separators).strip() for piece in pieces(cell, separators)]


@cache
def _special(separators: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(separators)}\\]")


@cache
def _special_or_escaped(separators: str) -> re.Pattern[str]:
    return re.compile(rf"\\[\s\S]|[{re.escape(separators)}]")


def join_parallel(texts: Sequence[str], separators: str) -> str:
    """Return a cell with one text for each of several things; empty if all are."""
    return join(texts, separators) if any(texts) else ""


def is_cut_number(text: str) -> bool:
    """Return whether a spreadsheet cut off the digits of a number: ``1.38E+10``."""
    return _CUT.fullmatch(text) is not None


def without_point(text: str) -> str:
    """Return a number without the ``.0`` that some programs add."""
    found = _WITH_POINT.fullmatch(text)
    return found[1] if found else text


def birthday_of(cell: str) -> str | None:
    """Return a date as ``MM-DD`` or ``YYYY-MM-DD``, also of eight digits or with a time; None for none."""
    text = _TIME.sub("", cell.strip())
    return parsed_birthday(_DIGITS.sub(r"\1-\2-\3", text) if _DIGITS.fullmatch(text) else text)


def yes_or_no(cell: str) -> bool | None:
    """Return whether a cell says yes or no, None for any other text."""
    word = cell.strip().lower()
    return True if word in _YES else False if word in _NO else None
