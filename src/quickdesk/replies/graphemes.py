"""Counting grapheme clusters, the characters over which the arrow keys of an editor move.

This is a subset of Unicode Standard Annex 29: combining marks, emoji with variation selectors, skin tones,
joiners and tags, flags, Hangul, and CR LF.
"""

import unicodedata
from collections.abc import Iterator

_ZWNJ = "\u200c"
_ZWJ = "\u200d"


def boundaries(text: str) -> Iterator[int]:
    """Yield the start of each grapheme cluster in code points, without the end of the text."""
    flags = 0
    for position, char in enumerate(text):
        previous = text[position - 1] if position else ""
        is_flag = _is_flag(char)
        if not previous or not (_is_joined(previous, char) or (is_flag and flags % 2)):
            yield position
        flags = flags + 1 if is_flag else 0


def count_from(text: str, position: int) -> int:
    """Return the number of left arrow presses from the end of the text to ``position``.

    A position inside a grapheme cluster counts as the start of the cluster.
    """
    starts = list(boundaries(text))
    inside = any(start == position for start in starts) or position == len(text)
    return sum(start >= position for start in starts) + (0 if inside else 1)


def _is_joined(previous: str, char: str) -> bool:
    """Return whether there is no cluster boundary between two code points."""
    if previous == "\r" and char == "\n":
        return True
    if previous in "\r\n\t":
        return False
    return _extends(char) or (previous == _ZWJ and _is_picture(char)) or _is_one_syllable(previous, char)


def _extends(char: str) -> bool:
    code = ord(char)
    return (
        char in (_ZWJ, _ZWNJ)
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
        or 0xFF9E <= code <= 0xFF9F
        or unicodedata.category(char)[0] == "M"
    )


def _is_picture(char: str) -> bool:
    return unicodedata.category(char) == "So" or ord(char) >= 0x1F000


def _is_flag(char: str) -> bool:
    return 0x1F1E6 <= ord(char) <= 0x1F1FF


def _is_one_syllable(previous: str, char: str) -> bool:
    first, second = ord(previous), ord(char)
    if 0x1100 <= first <= 0x115F:
        return 0x1100 <= second <= 0x11A7 or 0xAC00 <= second <= 0xD7A3
    if 0x1160 <= first <= 0x11A7 or (0xAC00 <= first <= 0xD7A3 and (first - 0xAC00) % 28 == 0):
        return 0x1160 <= second <= 0x11FF
    return (0x11A8 <= first <= 0x11FF or 0xAC00 <= first <= 0xD7A3) and 0x11A8 <= second <= 0x11FF
