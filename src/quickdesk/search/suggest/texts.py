"""How well the replies of the library fit a message, read from the index that the palette searches.

Needs no memory of its own and knows every change at once. Pieces that nearly every reply has are passed
over: they say nothing, and finding them would be all the work.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quickdesk.search.places import Numbers
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.bm25 import Worths, worth
from quickdesk.search.suggest.occurrences import at_most, counted
from quickdesk.search.suggest.pieces import pieces

_COMMON = 4
"""A piece that occurs oftener than once in so many replies says too little, where there are many replies."""
_FEW = 2000


@dataclass(frozen=True, slots=True)
class Fit:
    """How well the rows of one segment fit: the sum, and what each piece adds to which rows."""

    total: Worths
    parts: dict[str, tuple[Numbers, Worths]]


def fits(segments: Sequence[Segment], message: str) -> list[Fit]:
    """Return how well each row of each segment fits a message."""
    fitting = [Fit(np.zeros(len(segment)), {}) for segment in segments]
    texts = sum(len(segment) for segment in segments)
    lengths = [segment.lengths for segment in segments]
    mean = sum(float(each.sum()) for each in lengths) / max(texts, 1)
    for piece in dict.fromkeys(pieces(message)):
        if at_most(segments, piece) * _COMMON > texts > _FEW:
            continue
        found = [counted(segment, piece) for segment in segments]
        having = sum(len(rows) for rows, _ in found)
        for fit, (rows, counts), length in zip(fitting, found, lengths, strict=True):
            if len(rows):
                added = worth(piece, counts, length[rows] / mean, texts, having)
                fit.total[rows] += added
                fit.parts[piece] = rows, added
    return fitting
