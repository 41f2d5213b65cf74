"""UTF-16 units of texts, folded: the alphabet in which both kinds of index are written."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.replies.snippet import Snippet
from quickdesk.text.tables import folds

Row: TypeAlias = tuple[bytes, ...]
"""The fields of one row in the order of FIELDS, as :func:`encoded` makes them."""

ALL_UNITS = 0x10000
BORDERS = (0, 1)
"""Units that stand for the end of a text and the border between two fields, and for nothing else."""
_REPLACEMENT = 0xFFFD  # what a text itself has of the two
_END = chr(BORDERS[0])


def encoded(text: str) -> bytes:
    """Return the UTF-16 units of a text, halves of surrogate pairs as they are."""
    return text.encode("utf-16-le", "surrogatepass")


def texts_of(snippet: Snippet) -> tuple[str, ...]:
    """Return the fields of a snippet in the order of FIELDS."""
    return (snippet.code, snippet.title, " ".join(snippet.tags), snippet.folder_path, snippet.body)


def row_of(snippet: Snippet) -> Row:
    """Return a snippet as a row of an index."""
    return tuple(map(encoded, texts_of(snippet)))


def joined_units(texts: Sequence[str]) -> NDArray[np.uint16]:
    """Return texts in one array, with the end of a text after each and nowhere else."""
    joined = _END.join((*texts, ""))
    if joined.count(_END) != len(texts):  # what a text itself has of it becomes something else
        joined = _END.join((*(text.replace(_END, chr(_REPLACEMENT)) for text in texts), ""))
    return units_of([encoded(joined)])


def units_of(texts: Iterable[bytes]) -> NDArray[np.uint16]:
    """Return encoded texts in one array."""
    return np.frombuffer(b"".join(texts), "<u2")


@cache
def folding() -> NDArray[np.uint16]:
    """Return the folded unit of each unit; no text folds to one of BORDERS."""
    table = np.arange(ALL_UNITS, dtype=np.uint16)
    pairs = folds()
    table[list(pairs)] = [ord(target) for target in pairs.values()]
    table[list(BORDERS)] = _REPLACEMENT
    return table


@cache
def latin_units() -> NDArray[np.bool_]:
    """Tell which units are letters a-z or digits."""
    table = np.zeros(ALL_UNITS, np.bool_)
    table[[ord(char) for char in "abcdefghijklmnopqrstuvwxyz0123456789"]] = True
    return table


@cache
def alphanumeric_units() -> NDArray[np.bool_]:
    """Tell which units are letters, characters or digits of any writing, or half of a surrogate pair."""
    table = np.strings.isalnum(np.arange(ALL_UNITS, dtype="<u4").view("<U1"))
    table[0xD800:0xE000] = True
    table[list(BORDERS)] = False
    return table


def folded_units(text: str) -> list[int]:
    """Return the units of a folded text as numbers."""
    return folding()[units_of([encoded(text)])].tolist()  # type: ignore[no-any-return]
