"""Encoding texts as folded UTF-16 units, which both kinds of index store."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import ASK_BORDER
from quickdesk.text.folding import searchable
from quickdesk.text.tables import folds

EncodedFields: TypeAlias = tuple[bytes, ...]
"""Encoded fields of one row, in the order of FIELDS."""

ALL_UNITS = 0x10000
BORDERS = (0, 1)
"""Units reserved for the end of a text and the border between two fields."""
_REPLACEMENT = 0xFFFD  # replaces the reserved units in texts
_END = chr(BORDERS[0])


def encoded(text: str) -> bytes:
    """Return a text as UTF-16 bytes (little-endian); lone surrogates are kept."""
    return text.encode("utf-16-le", "surrogatepass")


def texts_of(snippet: Snippet) -> tuple[str, ...]:
    """Return the fields of a snippet in the order of FIELDS."""
    tags, asks = " ".join(snippet.tags), ASK_BORDER.join(snippet.asks)
    return (snippet.code, snippet.title, tags, snippet.folder_path, asks, snippet.body)


def searchable_texts(snippet: Snippet) -> tuple[str, ...]:
    """Return the fields of a snippet as they are indexed, in the order of FIELDS."""
    return tuple(map(searchable, texts_of(snippet)))


def encoded_parts(snippet: Snippet) -> tuple[EncodedFields, EncodedFields]:
    """Return the encoded fields of the head and of the body of a snippet as they are indexed.

    Each ask is a field of its own, after the other fields of the head; so a row without asks has none.
    """
    *head, asks, body = searchable_texts(snippet)
    if asks:
        head += asks.split(ASK_BORDER)
    return tuple(map(encoded, head)), (encoded(body),)


def joined_units(texts: Sequence[str]) -> NDArray[np.uint16]:
    """Return texts as one array of units, each followed by the end unit, which occurs nowhere else."""
    joined = _END.join((*texts, ""))
    if joined.count(_END) != len(texts):  # a text itself contains the end unit
        joined = _END.join((*(text.replace(_END, chr(_REPLACEMENT)) for text in texts), ""))
    return units_of([encoded(joined)])


def units_of(texts: Iterable[bytes]) -> NDArray[np.uint16]:
    """Return encoded texts as one array of units."""
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
    """Return a mask of the units that are letters a-z or digits."""
    table = np.zeros(ALL_UNITS, np.bool_)
    table[[ord(char) for char in "abcdefghijklmnopqrstuvwxyz0123456789"]] = True
    return table


@cache
def alphanumeric_units() -> NDArray[np.bool_]:
    """Return a mask of the units that are letters, ideographs, digits or surrogates."""
    table = np.strings.isalnum(np.arange(ALL_UNITS, dtype="<u4").view("<U1"))
    table[0xD800:0xE000] = True
    table[list(BORDERS)] = False
    return table


def folded_units(text: str) -> list[int]:
    """Return the folded units of a text as integers."""
    return folding()[units_of([encoded(text)])].tolist()  # type: ignore[no-any-return]
