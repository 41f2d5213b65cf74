"""How much it says that a text shares a piece with a message (BM25), and which past messages are like it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.suggest.terms import pieces

Worths = NDArray[np.float64]

_SATURATION, _LENGTH = 1.2, 0.75
_PAIR = 1.6
"""A pair of neighbours says more than a single character."""


def worth(piece: str, counts: Worths, lengths: Worths, texts: int, having: int) -> Worths:
    """Return what a piece adds to the score of texts that have it ``counts`` times.

    ``lengths`` are relative to the mean; ``having`` of all ``texts`` have the piece.
    """
    rarity = np.log(1 + (texts - having + 0.5) / (having + 0.5))
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths)
    weight = _PAIR if len(piece) > 1 else 1.0
    worths: Worths = weight * rarity * counts * (_SATURATION + 1) / (counts + norm)
    return worths


class PastMessages:
    """Tells which of the messages that came before are like a new one."""

    def __init__(self, messages: Sequence[str]) -> None:
        self._having: dict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths = []
        for number, message in enumerate(messages):
            bag = Counter(pieces(message))
            lengths.append(sum(bag.values()))
            for piece, count in bag.items():
                self._having[piece].append((number, count))
        self._lengths = np.array(lengths, np.float64) / (np.mean(lengths) or 1.0 if lengths else 1.0)

    def scores(self, message: str) -> Worths:
        """Return how like the message each of them is."""
        total = np.zeros(len(self._lengths))
        for piece in dict.fromkeys(pieces(message)):
            having = self._having.get(piece)
            if having:
                numbers, counts = np.array(having).T
                total[numbers] += worth(
                    piece, counts.astype(np.float64), self._lengths[numbers], len(total), len(having)
                )
        return total
