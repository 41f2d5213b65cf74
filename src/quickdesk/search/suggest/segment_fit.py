"""How well the replies of the library fit a message, read from the index that the palette searches.

Needs no memory of its own and knows every change at once. Pieces that nearly every reply has are passed
over: they say nothing, and finding them would be all the work.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from quickdesk.search.matches import Flags, Numbers
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.bm25 import Worths, worth
from quickdesk.search.suggest.occurrences import at_most, counted
from quickdesk.search.suggest.terms import pieces

_COMMON = 4
"""A piece that occurs oftener than once in so many replies says too little, where there are many replies."""
_FEW = 2000
_HALVES = "什怎"
"""What is left of 什么 and 怎么 without the particle."""
_APART = 8
"""Of so many replies with the rarer of two characters, more than one has both together if they are a word."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well the rows of one segment fit: the sum, and what each piece that can be told adds to which rows.

    Characters torn out of a longer run count for rows that share more than such; they are not told, and a row
    that shares nothing else has a sum of zero. ``words`` are the message's pieces that a reader takes for
    words; the others are characters that stand alone, and neighbours that belong to two words. ``clear``
    tells which rows share more than such neighbours.
    """

    total: Worths
    parts: dict[str, tuple[Numbers, Worths]]
    words: frozenset[str]
    clear: Flags


def fits(segments: Sequence[Segment], message: str) -> list[Fit]:
    """Return how well each row of each segment fits a message."""
    totals = [np.zeros(len(segment)) for segment in segments]
    parts: list[dict[str, tuple[Numbers, Worths]]] = [{} for _ in segments]
    having: dict[str, int] = {}
    texts = sum(len(segment) for segment in segments)
    lengths = [segment.lengths for segment in segments]
    mean = sum(float(each.sum()) for each in lengths) / max(texts, 1)
    looked_for = dict.fromkeys(pieces(message))
    torn = _torn(looked_for)
    for piece in looked_for:
        if at_most(segments, piece) * _COMMON > texts > _FEW:
            continue
        found = [counted(segment, piece) for segment in segments]
        having[piece] = sum(len(rows) for rows, _ in found)
        for at, (rows, counts) in enumerate(found):
            if len(rows):
                added = worth(piece, counts, lengths[at][rows] / mean, texts, having[piece])
                totals[at][rows] += added
                if piece not in torn:
                    parts[at][piece] = rows, added
    words = _words(having, texts)
    fitting = []
    for total, part in zip(totals, parts, strict=True):
        total[~_having(part, len(total))] = 0.0
        clear = {piece: each for piece, each in part.items() if len(piece) == 1 or piece in words}
        fitting.append(Fit(total, part, words, _having(clear, len(total))))
    return fitting


def _torn(looked_for: Iterable[str]) -> frozenset[str]:
    """Return the characters that stand beside others, as 天 in 今天; one said twice stands alone."""
    torn = (piece for piece in looked_for if not piece.isascii() and len(set(piece)) > 1)
    return frozenset(chain(_HALVES, *torn))


def _having(parts: Mapping[str, tuple[Numbers, Worths]], size: int) -> Flags:
    """Tell which rows have any of some pieces."""
    found = np.zeros(size, np.bool_)
    for rows, _ in parts.values():
        found[rows] = True
    return found


def _words(having: Mapping[str, int], texts: int) -> frozenset[str]:
    """Return the pieces that are words, judged by how many replies have them and their characters.

    Two characters of one word are seldom seen apart, at least the rarer of them; 天没 of 三天没发货 is seen
    once where 天 and 没 are seen dozens of times.
    """
    return frozenset(
        piece
        for piece, count in having.items()
        if len(piece) > 1
        and (piece.isascii() or count * _APART > min(having.get(char, texts) for char in piece))
    )
