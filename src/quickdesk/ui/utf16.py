"""Positions in text: Qt counts UTF-16 units, Python code points; they part ways at the first emoji.

And what must be done to a text before Qt shows it.
"""

import re
from typing import Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_PAIR: Final = re.compile("[\U00010000-\U0010ffff]")
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What sets the direction of all that follows; letters have one of their own."""


def to_index(text: str, units: int) -> int:
    """Return the code point at a position in UTF-16 units; a position inside a pair counts as after it."""
    wanted = max(units, 0)
    head = text[:wanted]
    if to_units(head, wanted) == len(head):  # no pairs, the usual case, told at the speed of C
        return len(head)
    pairs = 0
    for pair in _PAIR.finditer(head):
        first_unit = pair.start() + pairs
        if first_unit >= wanted:
            break
        if first_unit + 1 == wanted:
            return pair.start() + 1
        pairs += 1
    return min(wanted - pairs, len(text))


def to_units(text: str, index: int) -> int:
    """Return the position in UTF-16 units of a code point."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def displayable(text: str) -> str:
    """Return the text with lone surrogates, which Qt cannot hold, replaced; no position moves."""
    return _SURROGATE.sub("\ufffd", text)


def in_a_sentence(text: str) -> str:
    """Return somebody's text on one line, fit to stand in a sentence of ours: it leaves the rest as it is.

    Control characters count as spaces, and what turns writing around goes: a closing quote would else
    stand before the text it closes.
    """
    return " ".join(_CONTROLS.sub(" ", _TURNING.sub("", displayable(text))).split())
