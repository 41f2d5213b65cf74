"""How likely each reply is needed now, by habit: what :meth:`LibraryFinder.set_prior` wants to be told.

A reply often or lately used counts most (25 for each doubling); the program the agent is in adds up to
100, having regularly followed the reply before up to 80, the time of day up to 40. Few uses prove little.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from quickdesk.search.usage.frecency import Frecency, bonus
from quickdesk.search.usage.habits import HOURS, Habit

FOLLOWS_WITHIN = timedelta(minutes=30)
"""A reply used later than this after another one does not follow it."""
_CHANNEL, _FOLLOWING, _HOUR = 100.0, 80.0, 40.0
_DOUBT = 1.0
"""So many uses are supposed against a habit."""
_LEAST = 1.0


@dataclass(frozen=True, slots=True)
class Likely:
    """What habit says at one moment: ``base`` wherever the agent is, ``channels`` what a program adds."""

    base: Mapping[str, float] = field(default_factory=dict)
    channels: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def prior(self, channel: str, following: Mapping[str, float]) -> dict[str, float]:
        """Return the prior of each reply in a program, after another reply (see :func:`likely_next`)."""
        prior = dict(self.base)
        for extra in (self.channels.get(channel, {}), following):
            for key, worth in extra.items():
                prior[key] = prior.get(key, 0.0) + worth
        return prior


def likely(habits: Mapping[str, Habit], now: datetime) -> Likely:
    """Return what the habits say at a moment; those that have faded away are left out."""
    base: dict[str, float] = {}
    channels: dict[str, dict[str, float]] = {}
    for key, habit in habits.items():
        score = habit.frecency.at(now)
        worth = bonus(score)
        if worth < _LEAST:
            continue
        base[key] = worth + _HOUR * _share_of_hour(habit.hours, now.hour)
        for channel, frecency in habit.channels.items():
            # A clock that was set back can make the part larger than the whole.
            share = min(frecency.at(now) / (score + _DOUBT), 1.0)
            channels.setdefault(channel, {})[key] = _CHANNEL * share
    return Likely(base, channels)


def likely_next(following: Mapping[str, Frecency], now: datetime) -> dict[str, float]:
    """Return what it adds to replies that they follow the one that was just used."""
    scores = {key: frecency.at(now) for key, frecency in following.items()}
    total = sum(scores.values()) + _DOUBT
    return {key: _FOLLOWING * score / total for key, score in scores.items()}


def _share_of_hour(hours: tuple[float, ...], hour: int) -> float:
    """Return which part of the uses fell into this hour or one beside it."""
    near = sum(hours[(hour + step) % HOURS] for step in (-1, 0, 1))
    return near / (sum(hours) + _DOUBT)
