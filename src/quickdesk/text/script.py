"""The Chinese script: which one a text is in, and how sentences in it are joined."""

from collections.abc import Iterable
from functools import cache, lru_cache

from quickdesk.text.tables import folds

_SAMPLE_LENGTH = 400
"""Code points that are examined."""
_FIRST, _LAST = "\u3400", "\u9fff"


@lru_cache(maxsize=4096)
def is_traditional(text: str) -> bool | None:
    """Return whether a text is in Traditional Chinese, or None if that cannot be determined."""
    traditional, simplified = _distinguishing_characters()
    sample = text[:_SAMPLE_LENGTH]
    balance = sum(map(traditional.__contains__, sample)) - sum(map(simplified.__contains__, sample))
    return None if balance == 0 else balance > 0


@cache
def _distinguishing_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the Traditional and the Simplified characters that differ in the other script."""
    pairs = [(chr(source), str(target)) for source, target in folds().items()]
    ideographs = [(old, new) for old, new in pairs if _FIRST <= old <= _LAST and _FIRST <= new <= _LAST]
    traditional = frozenset(old for old, _ in ideographs)
    return traditional, frozenset(new for _, new in ideographs) - traditional


def join_sentences(sentences: Iterable[str]) -> str:
    """Return sentences in one line: with a space between them, but none after a full-width stop."""
    joined = ""
    for sentence in sentences:
        between = " " if joined and not joined.endswith("。") else ""
        joined += between + sentence
    return joined
