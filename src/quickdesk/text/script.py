"""In which Chinese script a text is written, told by the characters that only one of the two writes."""

from functools import cache, lru_cache

from quickdesk.text.tables import folds

_READ = 400
"""Code points looked at: a text does not change its script behind them."""
_FIRST, _LAST = "\u3400", "\u9fff"


@lru_cache(maxsize=4096)
def is_traditional(text: str) -> bool | None:
    """Say whether a text is in Traditional Chinese; None where nothing in it tells."""
    traditional, simplified = _tell_tale()
    read = text[:_READ]
    balance = sum(map(traditional.__contains__, read)) - sum(map(simplified.__contains__, read))
    return None if balance == 0 else balance > 0


@cache
def _tell_tale() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters of either script that the other writes differently."""
    pairs = [(chr(source), str(target)) for source, target in folds().items()]
    ideographs = [(old, new) for old, new in pairs if _FIRST <= old <= _LAST and _FIRST <= new <= _LAST]
    traditional = frozenset(old for old, _ in ideographs)
    return traditional, frozenset(new for _, new in ideographs) - traditional
