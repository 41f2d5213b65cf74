"""Converts text positions between UTF-16 code units (Qt) and code points (Python).

Also prepares texts for display by Qt.
"""

import re
from typing import Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_PAIR: Final = re.compile("[\U00010000-\U0010ffff]")
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
_BIDI_CONTROLS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Bidirectional control characters, which affect all following text."""


def to_index(text: str, units: int) -> int:
    """Return the code point index of a position in UTF-16 units; inside a pair, the index after it."""
    position = max(units, 0)
    head = text[:position]
    if to_units(head, position) == len(head):  # no pairs: the common case, checked in C
        return len(head)
    pairs = 0
    for pair in _PAIR.finditer(head):
        first_unit = pair.start() + pairs
        if first_unit >= position:
            break
        if first_unit + 1 == position:
            return pair.start() + 1
        pairs += 1
    return min(position - pairs, len(text))


def to_units(text: str, index: int) -> int:
    """Return the position in UTF-16 units of a code point index."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def displayable(text: str) -> str:
    """Return the text with lone surrogates replaced, which Qt cannot represent; positions stay the same."""
    return _SURROGATE.sub("\ufffd", text)


def without_mnemonic(text: str) -> str:
    """Return the text for a button or a menu, which take ``&`` as the mark of a shortcut."""
    return text.replace("&", "&&")


def inline_text(text: str) -> str:
    """Return a foreign text on one line, safe to insert into a message.

    Control characters become spaces, and bidirectional control characters are removed: they would change the
    order of the surrounding text.
    """
    return " ".join(_CONTROLS.sub(" ", _BIDI_CONTROLS.sub("", displayable(text))).split())
