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
from quickdesk.search.suggest.bm25 import Scores, term_scores
from quickdesk.search.suggest.occurrences import count_occurrences, max_occurrences
from quickdesk.search.suggest.terms import terms

_COMMON = 4
"""A piece that occurs oftener than once in so many replies says too little, where there are many replies."""
_FEW = 2000
_HALVES = "什怎"
"""What is left of 什么 and 怎么 without the particle."""
_APART = 8
"""Of so many replies with the rarer of two characters, more than one has both together if they are a word."""


@dataclass(frozen=True, slots=True)
class SegmentFit:
    """How well the rows of one segment fit: the sum, and what each piece that can be told adds to which rows.

    Characters torn out of a longer run count for rows that share more than such; they are not told, and a row
    that shares nothing else has a sum of zero. ``words`` are the message's pieces that a reader takes for
    words; the others are characters that stand alone, and neighbours that belong to two words. ``clear``
    tells which rows share more than such neighbours.
    """

    total: Scores
    parts: dict[str, tuple[Numbers, Scores]]
    words: frozenset[str]
    is_clear: Flags


def segment_fits(segments: Sequence[Segment], message: str) -> list[SegmentFit]:
    """Return how well each row of each segment fits a message."""
    totals = [np.zeros(len(segment)) for segment in segments]
    parts: list[dict[str, tuple[Numbers, Scores]]] = [{} for _ in segments]
    having: dict[str, int] = {}
    texts = sum(len(segment) for segment in segments)
    lengths = [segment.lengths for segment in segments]
    mean = sum(float(each.sum()) for each in lengths) / max(texts, 1)
    looked_for = dict.fromkeys(terms(message))
    fragments = _fragments(looked_for)
    for term in looked_for:
        if max_occurrences(segments, term) * _COMMON > texts > _FEW:
            continue
        found = [count_occurrences(segment, term) for segment in segments]
        having[term] = sum(len(rows) for rows, _ in found)
        for at, (rows, counts) in enumerate(found):
            if len(rows):
                added = term_scores(term, counts, lengths[at][rows] / mean, texts, having[term])
                totals[at][rows] += added
                if term not in fragments:
                    parts[at][term] = rows, added
    words = _words(having, texts)
    fitting = []
    for total, part in zip(totals, parts, strict=True):
        total[~_rows_with_any(part, len(total))] = 0.0
        is_clear = {term: each for term, each in part.items() if len(term) == 1 or term in words}
        fitting.append(SegmentFit(total, part, words, _rows_with_any(is_clear, len(total))))
    return fitting


def _fragments(looked_for: Iterable[str]) -> frozenset[str]:
    """Return the characters that stand beside others, as 天 in 今天; one said twice stands alone."""
    fragments = (term for term in looked_for if not term.isascii() and len(set(term)) > 1)
    return frozenset(chain(_HALVES, *fragments))


def _rows_with_any(parts: Mapping[str, tuple[Numbers, Scores]], size: int) -> Flags:
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
        term
        for term, count in having.items()
        if len(term) > 1
        and (term.isascii() or count * _APART > min(having.get(char, texts) for char in term))
    )
