"""What a query may match, said in another way than the program does: by regular expressions.

Every character of a text becomes the alternatives in which it can be typed, and a stretch of the
text can be read as a word if the word matches these, one after the other.
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


@lru_cache(4096)
def _typed(char: str, *, last: bool) -> str:
    """The ways to type one character; the last one of a run of letters may be unfinished."""
    ways = {re.escape(char)}
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
def _readable(stretch: str) -> re.Pattern[str]:
    """Matches what some beginning of this stretch, one character or more, can be typed as."""
    pattern = _typed(stretch[-1], last=True)
    for char in reversed(stretch[:-1]):
        pattern = f"(?:{_typed(char, last=True)}|{_typed(char, last=False)}{pattern})"
    return re.compile(pattern)


def can_be_read_as(stretch: str, word: str) -> bool:
    """Tell whether all of this text can be typed as this word."""
    folded = fold(stretch)
    if not folded:
        return False
    pattern = "".join(_typed(char, last=False) for char in folded[:-1]) + _typed(folded[-1], last=True)
    return re.fullmatch(pattern, fold(word)) is not None


def occurs_in(text: str, word: str) -> bool:
    """Tell whether some stretch of the text can be typed as this word."""
    folded, typed = fold(text), fold(word)
    return any(_readable(folded[start : start + _DEEPEST]).fullmatch(typed) for start in range(len(folded)))
