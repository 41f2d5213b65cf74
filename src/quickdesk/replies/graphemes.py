"""How many characters a text has as an editor's arrow keys count them (grapheme clusters).

A short form of the rules of Unicode Standard Annex 29 that covers what replies hold: combining
marks, emoji with variation selectors, skin tones, joiners and tags, flags, Korean letters, CR LF.
"""

import unicodedata
from collections.abc import Iterator

_ZWNJ = "\u200c"
_ZWJ = "\u200d"


def boundaries(text: str) -> Iterator[int]:
    """Yield where each character begins, in code points; the end of the text is not among them."""
    flags = 0
    for position, here in enumerate(text):
        before = text[position - 1] if position else ""
        is_flag = _is_flag(here)
        if not before or not (_sticks(before, here) or (is_flag and flags % 2)):
            yield position
        flags = flags + 1 if is_flag else 0


def count_from(text: str, position: int) -> int:
    """Return how many presses of the left arrow lead from the end of the text to ``position``.

    A position inside a character counts as standing before that character.
    """
    starts = list(boundaries(text))
    inside = any(start == position for start in starts) or position == len(text)
    return sum(start >= position for start in starts) + (0 if inside else 1)


def _sticks(before: str, here: str) -> bool:
    """Say whether no character can begin between these two code points."""
    if before == "\r" and here == "\n":
        return True
    if before in "\r\n\t":
        return False
    return _extends(here) or (before == _ZWJ and _is_picture(here)) or _is_one_syllable(before, here)


def _extends(here: str) -> bool:
    code = ord(here)
    return (
        here in (_ZWJ, _ZWNJ)
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
        or 0xFF9E <= code <= 0xFF9F
        or unicodedata.category(here)[0] == "M"
    )


def _is_picture(here: str) -> bool:
    return unicodedata.category(here) == "So" or ord(here) >= 0x1F000


def _is_flag(here: str) -> bool:
    return 0x1F1E6 <= ord(here) <= 0x1F1FF


def _is_one_syllable(before: str, here: str) -> bool:
    first, second = ord(before), ord(here)
    if 0x1100 <= first <= 0x115F:
        return 0x1100 <= second <= 0x11A7 or 0xAC00 <= second <= 0xD7A3
    if 0x1160 <= first <= 0x11A7 or (0xAC00 <= first <= 0xD7A3 and (first - 0xAC00) % 28 == 0):
        return 0x1160 <= second <= 0x11FF
    return (0x11A8 <= first <= 0x11FF or 0xAC00 <= first <= 0xD7A3) and 0x11A8 <= second <= 0x11FF
