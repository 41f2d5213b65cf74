"""Codes found by letters with gaps: ``t12`` finds ``th-012``."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from quickdesk.text.folding import fold, utf16_length

_LINE = "\n"
_CODE_LIKE = re.compile("[a-z]{1,4}[0-9]{1,4}")


def looks_like_code(word: str) -> bool:
    """Tell whether a folded word is a few letters and digits, so that a code is meant."""
    return _CODE_LIKE.fullmatch(word) is not None


class CodeList:
    """The codes of a library by row, in one string that is searched at once."""

    def __init__(self, codes: Sequence[str]) -> None:
        folded = [fold(code).replace(_LINE, " ") for code in codes]
        self._text = _LINE.join(folded)
        self._longest = max(map(len, folded), default=0)
        self._starts = [0]
        for code in folded:
            self._starts.append(self._starts[-1] + len(code) + 1)

    def with_gaps(self, word: str) -> Iterator[tuple[int, int]]:
        """Yield rows whose code has the characters of a folded word in order, and how many more."""
        if not 2 <= len(word) <= self._longest:
            return
        # Each gap excludes the character it leads to, so that the search never goes back.
        gaps = "".join(f"[^{re.escape(char)}\n]*{re.escape(char)}" for char in word)
        for match in re.finditer(f"^{gaps}", self._text, re.MULTILINE):
            row = bisect_right(self._starts, match.start()) - 1
            yield row, self._starts[row + 1] - self._starts[row] - 1 - len(word)


def gap_places(code: str, word: str) -> list[int]:
    """Return the place of each character of a folded word in a code, in UTF-16 units.

    Empty where the code does not have them all in order, or has them in one piece.
    """
    folded = fold(code)
    if word in folded:
        return []
    places: list[int] = []
    at = -1
    for char in word:
        at = folded.find(char, at + 1)
        if at < 0:
            return []
        places.append(utf16_length(code[:at]))
    return places
