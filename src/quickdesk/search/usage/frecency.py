"""Frecency: frequency and recency of use in one exponentially decaying number.

Each use adds 1, and the score halves with every half-life. Only the score and the time of the last use are
stored; nothing has to be updated as time passes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log2

HALF_LIFE = timedelta(days=21)
_PER_DOUBLING = 50.0


@dataclass(frozen=True, slots=True)
class Frecency:
    """The score at ``last``, the time of the last use (timezone-aware)."""

    score: float
    last: datetime

    def at(self, now: datetime, half_life: timedelta = HALF_LIFE) -> float:
        """Return the score at ``now``; it does not grow if the clock was set back."""
        age = max(now - self.last, timedelta(0))
        score: float = self.score * 0.5 ** (age / half_life)
        return score


def with_use(before: Frecency | None, now: datetime, half_life: timedelta = HALF_LIFE) -> Frecency:
    """Return the frecency after one more use."""
    return Frecency(1.0 + (before.at(now, half_life) if before else 0.0), now)


def bonus(score: float) -> float:
    """Return the prior of a reply with this score: 50 points per doubling of ``1 + score``."""
    return _PER_DOUBLING * log2(1.0 + max(score, 0.0))
