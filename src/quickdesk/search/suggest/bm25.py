"""How much it says that a text shares a piece with a message (BM25), and which past messages are like it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.suggest.terms import terms

Scores = NDArray[np.float64]

_SATURATION, _LENGTH = 1.2, 0.75
_BIGRAM_WEIGHT = 1.6
"""A pair of neighbours says more than a single character."""


def term_scores(term: str, counts: Scores, lengths: Scores, texts: int, having: int) -> Scores:
    """Return what a piece adds to the score of texts that have it ``counts`` times.

    ``lengths`` are relative to the mean; ``having`` of all ``texts`` have the piece.
    """
    rarity = np.log(1 + (texts - having + 0.5) / (having + 0.5))
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths)
    weight = _BIGRAM_WEIGHT if len(term) > 1 else 1.0
    scores: Scores = weight * rarity * counts * (_SATURATION + 1) / (counts + norm)
    return scores


class PastMessages:
    """Tells which of the messages that came before are like a new one."""

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
        """Return how like the message each of them is."""
        total = np.zeros(len(self._lengths))
        for term in dict.fromkeys(terms(message)):
            having = self._postings.get(term)
            if having:
                numbers, counts = np.array(having).T
                total[numbers] += term_scores(
                    term, counts.astype(np.float64), self._lengths[numbers], len(total), len(having)
                )
        return total
