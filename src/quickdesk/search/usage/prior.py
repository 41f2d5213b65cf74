"""Priors of replies from usage statistics, for :meth:`LibraryFinder.set_prior`.

The expected uses of a reply are its frecency, multiplied by two factors: how much likelier it is in the
current program and at the current hour than on average. A reply that regularly follows the previous one gets
a share of all uses in addition. The prior is logarithmic in the expected uses. Factors are smoothed, so that
a program or an hour with little data changes little.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from quickdesk.search.usage.frecency import Frecency, bonus
from quickdesk.search.usage.habits import HOURS, Habit

FOLLOWS_WITHIN = timedelta(minutes=30)
"""The longest time between two uses of which one follows the other."""
MAX_FACTOR = 8.0
"""The maximum factor of a program or an hour, and its inverse the minimum."""
FOLLOWING = 0.2
"""The share of all uses that a reply gets if it always follows the previous one."""
_IN_CHANNEL, _AT_HOUR = 200.0, 400.0
"""Average uses added to those of a program or an hour, for smoothing."""
_USES_WITHOUT_FOLLOWER = 3.0
"""Uses without a following reply added to those of each reply, for smoothing."""
MORE_USES = 50.0
"""Uses added to all uses for the share of following replies, which are learnt quickly."""
_LEAST = 1.0


@dataclass(frozen=True, slots=True)
class ChannelFactors:
    """The factors of a program by snippet id, and that of all other replies."""

    factors: Mapping[str, float]
    others: float


_ANYWHERE = ChannelFactors({}, 1.0)


@dataclass(frozen=True, slots=True)
class Likely:
    """The expected uses at one time: ``uses`` by snippet id, and the factors of each program.

    ``all_uses`` is the sum over all replies.
    """

    uses: Mapping[str, float] = field(default_factory=dict)
    channels: Mapping[str, ChannelFactors] = field(default_factory=dict)
    all_uses: float = 0.0

    def prior(
        self, channel: str, following: Mapping[str, float], *more: Mapping[str, float]
    ) -> dict[str, float]:
        """Return the priors in a program, given the shares of following replies (see :func:`likely_next`).

        ``more`` are further points by snippet id that are added.
        """
        known = self.channels.get(channel, _ANYWHERE)
        uses = {key: count * known.factors.get(key, known.others) for key, count in self.uses.items()}
        for key, share in following.items():
            uses[key] = uses.get(key, 0.0) + FOLLOWING * (self.all_uses + MORE_USES) * share
        prior = {key: bonus(count) for key, count in uses.items()}
        for points in more:
            for key, extra in points.items():
                prior[key] = prior.get(key, 0.0) + extra
        return prior


def likely(habits: Mapping[str, Habit], now: datetime) -> Likely:
    """Return the expected uses at ``now``; replies with a negligible frecency are left out."""
    scores = {key: habit.frecency.at(now) for key, habit in habits.items()}
    uses = {key: score for key, score in scores.items() if bonus(score) >= _LEAST}
    at_hour = {key: score * _share_of_hour(habits[key].hours, now.hour) for key, score in uses.items()}
    in_channels: dict[str, dict[str, float]] = {}
    for key, score in uses.items():
        for channel, frecency in habits[key].channels.items():
            # If the clock was set back, the part can be larger than the whole.
            in_channels.setdefault(channel, {})[key] = min(frecency.at(now), score)
    hour = _relative_use(at_hour, uses, _AT_HOUR)
    channels = {name: _relative_use(parts, uses, _IN_CHANNEL) for name, parts in in_channels.items()}
    expected = {key: score * hour.factors[key] for key, score in uses.items()}
    return Likely(expected, channels, sum(uses.values()))


def likely_next(following: Mapping[str, Frecency], now: datetime) -> dict[str, float]:
    """Return the share (0 to 1) of each reply among those that follow the reply just used."""
    scores = {key: frecency.at(now) for key, frecency in following.items()}
    total = sum(scores.values()) + _USES_WITHOUT_FOLLOWER
    return {key: score / total for key, score in scores.items()}


def _relative_use(parts: Mapping[str, float], uses: Mapping[str, float], supposed: float) -> ChannelFactors:
    """Return the factors by which each reply is likelier in these parts of the uses than in all of them.

    ``supposed`` average uses are added for smoothing.
    """
    total, everything = sum(parts.values()) + supposed, sum(uses.values())
    factors = {key: (part * everything / uses[key] + supposed) / total for key, part in parts.items()}
    return ChannelFactors({key: _clamped(each) for key, each in factors.items()}, _clamped(supposed / total))


def _clamped(factors: float) -> float:
    return min(max(factors, 1 / MAX_FACTOR), MAX_FACTOR)


def _share_of_hour(hours: Iterable[float], hour: int) -> float:
    """Return the share of uses in this hour and the two adjacent ones."""
    weights = tuple(hours)
    near = sum(weights[(hour + step) % HOURS] for step in (-1, 0, 1))
    return near / total if (total := sum(weights)) else 0.0
