"""The forms in which texts are compared.

:func:`fold` maps each character to one character of the same length in UTF-16 units (as in QString): width
and compatibility forms, case, accents, Traditional to Simplified Chinese. Positions in the folded text are
valid in the original.

What needs more than one character for one is done before, by :func:`searchable`: it composes combining marks,
drops invisible characters and spells out ligatures and units. :func:`original_positions` maps its positions.
"""

import re
import unicodedata
from collections.abc import Iterator

from quickdesk.text.tables import folds

_INVISIBLE = (
    "\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
"""Format characters, fillers and variation selectors."""
_MARKS = "\u0300-\u036f\u3099\u309a"
_COMPOSING = (
    "\u05b4\u05b7\u05b8\u05b9\u05bc\u05bf\u05c1\u05c2\u0653\u0654\u0655\u093c\u09bc\u09be"
    "\u09d7\u0a3c\u0b3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57"
    "\u0dca\u0dcf\u0ddf\u0f72\u0f74\u0f80\u0fb5\u0fb7\u102e\u1b35"
    "\U000110ba\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
    "\U0001d165\U0001d16e-\U0001d172"
)
"""Signs of other scripts that make one character with the one before them, and are kept elsewhere."""
_JAMO = "\u1100-\u11ff"
_SPELLED_OUT = (
    "ßẞæÆœŒĳĲŉ\u01c4-\u01cc\u01f1-\u01f3¼½¾\u2100-\u218f\u2460-\u24ff\u3200-\u33ff\ufb00-\ufb06"
    "\U0001f100-\U0001f1ad"
)
_LETTERS = {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "\u2044": "/"}
_UNUSUAL = re.compile(f"[{_INVISIBLE}{_MARKS}{_COMPOSING}{_JAMO}{_SPELLED_OUT}]")
_IGNORED = re.compile(f"[{_INVISIBLE}{_MARKS}]")
_VISIBLE = re.compile(f"[^\\s\u2800{_INVISIBLE}]")
"""U+2800 is the braille pattern without dots."""
_CLUSTER = re.compile(f"[{_JAMO}]+|.[{_MARKS}{_COMPOSING}]*", re.DOTALL)


def fold(text: str) -> str:
    """Return the folded text; it has the same length, and folding is idempotent."""
    return text.translate(folds())


def searchable(text: str) -> str:
    """Return the text as it is searched, not yet folded; most texts are returned unchanged."""
    if _UNUSUAL.search(text) is None:
        return text
    return "".join(form for _, form in _clusters(text))


def has_visible(text: str) -> bool:
    """Return whether there is anything in a text but spaces and invisible characters."""
    return _VISIBLE.search(text) is not None


def original_positions(text: str) -> tuple[list[int], list[int]]:
    """Return where each UTF-16 unit of ``searchable(text)`` begins and ends in ``text``, in UTF-16 units."""
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for cluster, form in _clusters(text):
        after = at + utf16_length(cluster)
        if cluster == form:
            starts += range(at, after)
            ends += range(at + 1, after + 1)
        else:
            units = utf16_length(form)
            starts += [at] * units
            ends += [after] * units
        at = after
    return starts, ends


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 units, the unit of QString and of every span."""
    return len(text) + sum(char > "\uffff" for char in text)


def _clusters(text: str) -> Iterator[tuple[str, str]]:
    """Yield each character of a text with its combining marks, and its searchable form."""
    for cluster in _CLUSTER.findall(text):
        if _UNUSUAL.search(cluster) is None:
            yield cluster, cluster
        else:
            composed = unicodedata.normalize("NFC", cluster)
            yield cluster, "".join(map(_spelled_out, _IGNORED.sub("", composed)))


def _spelled_out(char: str) -> str:
    """Return the letters and digits of a ligature, a unit or a number; other characters unchanged."""
    known = _LETTERS.get(char)
    if known is not None:
        return known
    letters = unicodedata.normalize("NFKC", char).replace("\u2044", "/")
    return letters if len(letters) > 1 and any(map(str.isalnum, letters)) else char
