"""An independent implementation of matching, by regular expressions.

Every character of a text becomes the alternatives in which it can be typed, and a substring can be read as a
word if the word matches these in sequence.
"""

import re
from functools import lru_cache

from quickdesk.text.folding import fold
from quickdesk.text.readings import readings

_DEEPEST = 12
DIGITS = {
    "0": ("ling",),
    "1": ("yi", "yao"),
    "2": ("er", "liang"),
    "3": ("san",),
    "4": ("si",),
    "5": ("wu",),
    "6": ("liu",),
    "7": ("qi",),
    "8": ("ba",),
    "9": ("jiu",),
}


NUMERALS = ("0〇零", "1一", "2二两", "3三", "4四", "5五", "6六", "7七", "8八", "9九")


@lru_cache(8192)
def _typed(char: str, *, last: bool, by_value: bool) -> str:
    """The ways to type one character; the last one of a run of letters may be unfinished."""
    ways = {re.escape(char)}
    ways |= {other for same in NUMERALS if by_value and char in same for other in same}
    unfinished = set()
    for syllable in DIGITS.get(char, ()):
        ways.add(syllable)
        unfinished |= {syllable[:length] for length in range(2, len(syllable))}
    for syllable in readings(char):
        ways |= {syllable, syllable[0]}
        ways |= {syllable[:2]} if syllable[:2] in ("zh", "ch", "sh") else set()
        unfinished |= {syllable[:length] for length in range(2, len(syllable))}
    closed = "(?:" + "|".join(sorted(ways, key=len, reverse=True)) + ")'?"
    if not unfinished:
        return closed
    end = "" if last else "(?![a-z])"
    return f"(?:{closed}|(?:{'|'.join(sorted(unfinished, key=len, reverse=True))}){end}'?)"


@lru_cache(8192)
def _readable(stretch: str, *, by_value: bool) -> re.Pattern[str]:
    """Matches what some beginning of this stretch, one character or more, can be typed as."""
    pattern = _typed(stretch[-1], last=True, by_value=by_value)
    for char in reversed(stretch[:-1]):
        ended = _typed(char, last=True, by_value=by_value)
        pattern = f"(?:{ended}|{_typed(char, last=False, by_value=by_value)}{pattern})"
    return re.compile(pattern)


def can_be_read_as(stretch: str, word: str) -> bool:
    """Return whether the whole text can be typed as this word."""
    folded = fold(stretch)
    if not folded:
        return False
    typed = fold(word)
    by_value = _counts_by_value(typed)
    ways = [_typed(char, last=False, by_value=by_value) for char in folded[:-1]]
    return re.fullmatch("".join((*ways, _typed(folded[-1], last=True, by_value=by_value))), typed) is not None


def occurs_in(text: str, word: str) -> bool:
    """Return whether a substring of the text can be typed as this word."""
    folded, typed = fold(text), fold(word)
    by_value = _counts_by_value(typed)
    return any(
        _readable(folded[start : start + _DEEPEST], by_value=by_value).fullmatch(typed)
        for start in range(len(folded))
    )


def _counts_by_value(typed: str) -> bool:
    """Whether digits and numerals are the same: in words, not in codes and long numbers or alone."""
    return len(typed) > 1 and not typed.isascii() and not re.search("[0-9]{4}", typed)
