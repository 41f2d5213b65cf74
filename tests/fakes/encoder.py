"""An encoder that knows characters only, for tests without a model."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from quickdesk.search.suggest.meaning import Vectors

_SIZE = 64


class FakeEncoder:
    """Counts characters; ``encoded`` are all texts that were encoded."""

    name = "fake"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the counts of the characters of each text, scaled to length 1."""
        self.encoded += texts
        vectors = np.zeros((len(texts), _SIZE), np.float32)
        for at, text in enumerate(texts):
            for char in text or " ":
                vectors[at, crc32(char.encode("utf-8", "surrogatepass")) % _SIZE] += 1
        scaled: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return scaled
