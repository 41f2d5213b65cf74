"""How often and how lately a reply was used, in one number that fades with time.

Each use adds one; what there is halves with every half-life. Two numbers per reply are enough, and nothing
has to be recomputed while time passes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log2

HALF_LIFE = timedelta(days=21)
_PER_DOUBLING = 50.0


@dataclass(frozen=True, slots=True)
class Frecency:
    """A score as it was at ``last``, the moment of the last use (with a time zone)."""

    score: float
    last: datetime

    def at(self, now: datetime, half_life: timedelta = HALF_LIFE) -> float:
        """Return the score now; a clock that was set back does not make it grow."""
        age = max(now - self.last, timedelta(0))
        score: float = self.score * 0.5 ** (age / half_life)
        return score


def with_use(before: Frecency | None, now: datetime, half_life: timedelta = HALF_LIFE) -> Frecency:
    """Return the frecency after one more use."""
    return Frecency(1.0 + (before.at(now, half_life) if before else 0.0), now)


def bonus(score: float) -> float:
    """Return what a score adds to the prior of a reply: 50 for each doubling."""
    return _PER_DOUBLING * log2(1.0 + max(score, 0.0))
