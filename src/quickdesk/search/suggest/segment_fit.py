"""BM25 scores of the replies for a message, computed from the index of the finder.

No separate index is needed, and changes take effect at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from quickdesk.search.matches import Flags, Numbers
from quickdesk.search.ranking import Scores
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.bm25 import term_scores
from quickdesk.search.suggest.occurrences import count_occurrences
from quickdesk.search.suggest.terms import terms

_STOP_FRAGMENTS = "什怎"
"""The remains of 什么 and 怎么 without the particle."""
_APART = 8
"""Two characters are a word if more than one in this many replies with the rarer one has both together."""


@dataclass(frozen=True, slots=True)
class SegmentFit:
    """The scores of the rows of one segment for a message.

    ``total`` is the sum per row, ``parts`` the rows and scores of each term that may be shown. Single
    characters taken from a longer run are not in ``parts``; a row that shares nothing else has a total of 0.
    ``words`` are the terms that are words, not single characters or pairs across two words. ``is_clear`` is a
    mask of the rows that share more than such pairs.
    """

    total: Scores
    parts: dict[str, tuple[Numbers, Scores]]
    words: frozenset[str]
    is_clear: Flags


def segment_fits(segments: Sequence[Segment], message: str) -> list[SegmentFit]:
    """Return the scores of each segment for a message."""
    totals = [np.zeros(len(segment)) for segment in segments]
    parts: list[dict[str, tuple[Numbers, Scores]]] = [{} for _ in segments]
    frequencies: dict[str, int] = {}
    reply_count = sum(len(segment) for segment in segments)
    lengths = [segment.lengths for segment in segments]
    mean = sum(float(each.sum()) for each in lengths) / max(reply_count, 1)
    message_terms = dict.fromkeys(terms(message))
    fragments = _fragments(message_terms)
    for term in message_terms:
        found = [count_occurrences(segment, term) for segment in segments]
        frequencies[term] = sum(len(rows) for rows, _ in found)
        for at, (rows, counts) in enumerate(found):
            if len(rows):
                added = term_scores(term, counts, lengths[at][rows] / mean, reply_count, frequencies[term])
                totals[at][rows] += added
                if term not in fragments:
                    parts[at][term] = rows, added
    words = _words(frequencies, reply_count)
    fitting = []
    for total, part in zip(totals, parts, strict=True):
        total[~_rows_with_any(part, len(total))] = 0.0
        clear_parts = {term: each for term, each in part.items() if len(term) == 1 or term in words}
        fitting.append(SegmentFit(total, part, words, _rows_with_any(clear_parts, len(total))))
    return fitting


def _fragments(message_terms: Iterable[str]) -> frozenset[str]:
    """Return the characters that are part of a pair, as 天 in 今天; repeated characters are not."""
    fragments = (term for term in message_terms if not term.isascii() and len(set(term)) > 1)
    return frozenset(chain(_STOP_FRAGMENTS, *fragments))


def _rows_with_any(parts: Mapping[str, tuple[Numbers, Scores]], size: int) -> Flags:
    """Return a mask of the rows with any of some terms."""
    found = np.zeros(size, np.bool_)
    for rows, _ in parts.values():
        found[rows] = True
    return found


def _words(frequencies: Mapping[str, int], reply_count: int) -> frozenset[str]:
    """Return the terms that are words, by how many replies contain them and their characters.

    The rarer character of a word seldom occurs without the other; 天没 of 三天没发货 occurs once where 天 and
    没 occur dozens of times.
    """
    return frozenset(
        term
        for term, count in frequencies.items()
        if len(term) > 1
        and (term.isascii() or count * _APART > min(frequencies.get(char, reply_count) for char in term))
    )
