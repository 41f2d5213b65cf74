"""Reading and writing the values in documents about use and search."""

from collections.abc import Iterator
from datetime import datetime
from math import isfinite
from typing import Any

from quickdesk.search.usage.frecency import Frecency

_MOST_SCORE = 1e9


def frecency_document(frecency: Frecency) -> list[Any]:
    """Return a frecency as JSON."""
    return [frecency.score, frecency.last.isoformat()]


def frecency_of(stored: object) -> Frecency:
    """Read a frecency; raises ValueError or TypeError."""
    if not isinstance(stored, list):
        raise TypeError(stored)
    score, last = stored
    return Frecency(number_of(score), moment_of(last))


def number_of(stored: object) -> float:
    """Read a weight; raises ValueError or TypeError."""
    if isinstance(stored, bool) or not isinstance(stored, int | float):
        raise TypeError(stored)
    if not (isfinite(stored) and 0 <= stored <= _MOST_SCORE):
        raise ValueError(stored)
    return float(stored)


def moment_of(stored: object) -> datetime:
    """Read a time with its time zone; raises ValueError or TypeError."""
    moment = datetime.fromisoformat(text_of(stored))
    if moment.tzinfo is None:
        raise ValueError(stored)
    return moment


def text_of(stored: object) -> str:
    """Read a text; raises TypeError."""
    if not isinstance(stored, str):
        raise TypeError(stored)
    return stored


def frecencies_of(stored: object) -> Iterator[tuple[str, Frecency]]:
    """Iterate over names and frecencies; those that are not understood are skipped."""
    for name, each in stored.items() if isinstance(stored, dict) else ():
        try:
            yield text_of(name), frecency_of(each)
        except (TypeError, ValueError):
            continue
