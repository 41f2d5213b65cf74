"""How likely each reply is needed now, by habit: what :meth:`LibraryFinder.set_prior` wants to be told.

Everything is counted in uses: those of a reply, faded, times how much likelier it is in the program the agent
is in than elsewhere, times the same for the time of day; to these come a part of all uses for a reply that
regularly follows the one before. Each doubling of that is worth the same. A program or an hour of which
little is known changes little.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from quickdesk.search.usage.frecency import Frecency, bonus
from quickdesk.search.usage.habits import HOURS, Habit

FOLLOWS_WITHIN = timedelta(minutes=30)
"""A reply used later than this after another one does not follow it."""
MAX_TIMES = 8.0
"""A program or the time of day makes a reply at most so many times likelier or less likely."""
FOLLOWING = 0.2
"""One that always followed the reply before counts as if this part of all uses were its own."""
_IN_CHANNEL, _AT_HOUR = 200.0, 400.0
"""So many uses are supposed that fell into a program or hour as they do everywhere."""
_DOUBT = 3.0
"""So many uses are supposed after which nothing followed."""
MORE_USES = 50.0
"""What follows counts as if there were so many more uses: it is soon known, and helps most at first."""
_LEAST = 1.0


@dataclass(frozen=True, slots=True)
class ChannelFactors:
    """How many times likelier than elsewhere replies are in a program, and those not named."""

    times: Mapping[str, float]
    others: float


_ANYWHERE = ChannelFactors({}, 1.0)


@dataclass(frozen=True, slots=True)
class Likely:
    """What habit says at one moment: ``uses`` wherever the agent is, ``channels`` what a program changes.

    ``all_uses`` are those of all replies together.
    """

    uses: Mapping[str, float] = field(default_factory=dict)
    channels: Mapping[str, ChannelFactors] = field(default_factory=dict)
    all_uses: float = 0.0

    def prior(
        self, channel: str, following: Mapping[str, float], *more: Mapping[str, float]
    ) -> dict[str, float]:
        """Return the prior of each reply in a program, after another reply (see :func:`likely_next`).

        ``more`` are points that something else than habit adds by id.
        """
        known = self.channels.get(channel, _ANYWHERE)
        uses = {key: count * known.times.get(key, known.others) for key, count in self.uses.items()}
        for key, share in following.items():
            uses[key] = uses.get(key, 0.0) + FOLLOWING * (self.all_uses + MORE_USES) * share
        prior = {key: bonus(count) for key, count in uses.items()}
        for points in more:
            for key, worth in points.items():
                prior[key] = prior.get(key, 0.0) + worth
        return prior


def likely(habits: Mapping[str, Habit], now: datetime) -> Likely:
    """Return what the habits say at a moment; those that have faded away are left out."""
    scores = {key: habit.frecency.at(now) for key, habit in habits.items()}
    uses = {key: score for key, score in scores.items() if bonus(score) >= _LEAST}
    at_hour = {key: score * _share_of_hour(habits[key].hours, now.hour) for key, score in uses.items()}
    in_channels: dict[str, dict[str, float]] = {}
    for key, score in uses.items():
        for channel, frecency in habits[key].channels.items():
            # A clock that was set back can make the part larger than the whole.
            in_channels.setdefault(channel, {})[key] = min(frecency.at(now), score)
    hour = _relative_use(at_hour, uses, _AT_HOUR)
    channels = {name: _relative_use(parts, uses, _IN_CHANNEL) for name, parts in in_channels.items()}
    return Likely({key: score * hour.times[key] for key, score in uses.items()}, channels, sum(uses.values()))


def likely_next(following: Mapping[str, Frecency], now: datetime) -> dict[str, float]:
    """Return how often each reply follows the one that was just used: parts of 1."""
    scores = {key: frecency.at(now) for key, frecency in following.items()}
    total = sum(scores.values()) + _DOUBT
    return {key: score / total for key, score in scores.items()}


def _relative_use(parts: Mapping[str, float], uses: Mapping[str, float], supposed: float) -> ChannelFactors:
    """Return how many times likelier each use is among these parts of the uses than among all.

    ``supposed`` uses like all are added, so that a program hardly known says hardly anything.
    """
    total, everything = sum(parts.values()) + supposed, sum(uses.values())
    times = {key: (part * everything / uses[key] + supposed) / total for key, part in parts.items()}
    return ChannelFactors({key: _clamped(each) for key, each in times.items()}, _clamped(supposed / total))


def _clamped(times: float) -> float:
    return min(max(times, 1 / MAX_TIMES), MAX_TIMES)


def _share_of_hour(hours: Iterable[float], hour: int) -> float:
    """Return which part of the uses fell into this hour or one beside it."""
    weights = tuple(hours)
    near = sum(weights[(hour + step) % HOURS] for step in (-1, 0, 1))
    return near / total if (total := sum(weights)) else 0.0
