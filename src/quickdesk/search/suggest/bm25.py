"""Okapi BM25 scores of terms, and the similarity of past messages."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from quickdesk.search.ranking import Scores
from quickdesk.search.suggest.terms import terms

_SATURATION, _LENGTH = 1.2, 0.75
_BIGRAM_WEIGHT = 1.6
"""Two adjacent characters weigh more than one."""


def term_scores(term: str, counts: Scores, lengths: Scores, text_count: int, frequency: int) -> Scores:
    """Return the BM25 score of a term in texts that contain it ``counts`` times.

    ``lengths`` are relative to the mean length; ``frequency`` of ``text_count`` texts contain the term.
    """
    rarity = np.log(1 + (text_count - frequency + 0.5) / (frequency + 0.5))
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths)
    weight = _BIGRAM_WEIGHT if len(term) > 1 else 1.0
    scores: Scores = weight * rarity * counts * (_SATURATION + 1) / (counts + norm)
    return scores


class PastMessages:
    """Compares new messages with past ones."""

    def __init__(self, messages: Sequence[str]) -> None:
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths = []
        for number, message in enumerate(messages):
            bag = Counter(terms(message))
            lengths.append(sum(bag.values()))
            for term, count in bag.items():
                self._postings[term].append((number, count))
        self._lengths = np.array(lengths, np.float64) / (np.mean(lengths) or 1.0 if lengths else 1.0)

    def scores(self, message: str) -> Scores:
        """Return the similarity of each past message to a message."""
        total = np.zeros(len(self._lengths))
        for term in dict.fromkeys(terms(message)):
            postings = self._postings.get(term)
            if postings:
                numbers, counts = np.array(postings).T
                total[numbers] += term_scores(
                    term, counts.astype(np.float64), self._lengths[numbers], len(total), len(postings)
                )
        return total
