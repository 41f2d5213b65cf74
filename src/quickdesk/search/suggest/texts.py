"""How well the replies of the library fit a message, read from the index that the palette searches.

Needs no memory of its own and knows every change at once. Pieces that nearly every reply has are passed
over: they say nothing, and finding them would be all the work.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quickdesk.search.element import literal
from quickdesk.search.places import TITLE, Numbers, Part
from quickdesk.search.segment import Segment
from quickdesk.search.segmentation import Path
from quickdesk.search.suggest.bm25 import Worths, worth
from quickdesk.search.suggest.pieces import pieces

TITLE_WEIGHT = 3
_TAGS = TITLE + 1
_COMMON = 4
"""A piece that occurs oftener than once in so many replies says too little, where there are many replies."""
_FEW = 2000
_MANY = 16
_NOTHING: Numbers = np.zeros(0, np.int64)


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
        path = tuple(element for char in piece for element in literal(char))
        if _occurrences(segments, path) * _COMMON > texts > _FEW:
            continue
        counted = [_counted(segment, path) for segment in segments]
        having = sum(len(rows) for rows, _ in counted)
        for fit, (rows, counts), length in zip(fitting, counted, lengths, strict=True):
            if len(rows):
                added = worth(piece, counts, length[rows] / mean, texts, having)
                fit.total[rows] += added
                fit.parts[piece] = rows, added
    return fitting


def _occurrences(segments: Sequence[Segment], path: Path) -> int:
    return sum(segment.index.estimate(path, part) for segment in segments for part in Part)


def _counted(segment: Segment, path: Path) -> tuple[Numbers, Worths]:
    """Return the rows that have a piece, and how often, as far as they are still there."""
    head, body = _NOTHING, _NOTHING
    if segment.index.estimate(path, Part.HEAD):
        matches = segment.index.candidates(path, Part.HEAD).details()
        head = matches.row[(matches.field == TITLE) | (matches.field == _TAGS)]
    if segment.index.estimate(path, Part.BODY):
        body = segment.index.candidates(path, Part.BODY).row
    rows, counts = _tallied(head, body, len(segment))
    living = segment.living(rows)
    return (rows, counts) if living is None else (rows[living], counts[living])


def _tallied(head: Numbers, body: Numbers, size: int) -> tuple[Numbers, Worths]:
    """Return each row once, ascending, and how often it is there: many are counted off, few are sorted."""
    if _MANY * (len(head) + len(body)) > size:
        counted = TITLE_WEIGHT * np.bincount(head, minlength=size) + np.bincount(body, minlength=size)
        rows = np.flatnonzero(counted)
        return rows, counted[rows].astype(np.float64)
    places = np.sort(np.concatenate((np.repeat(head, TITLE_WEIGHT), body)))
    begins = np.flatnonzero(np.diff(places, prepend=-1))
    return places[begins], np.diff(begins, append=len(places)).astype(np.float64)
