"""The usage statistics of each reply: frecency, hours of the day, programs and replies used next.

All of them decay as in :mod:`quickdesk.search.usage.frecency`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from quickdesk.search.usage.first_letters import UsageStore
from quickdesk.search.usage.frecency import Frecency, with_use

HOURS = 24
MAX_CHANNELS = 12
"""Programs that are stored per reply, those with the highest frecency."""
MAX_FOLLOWING = 8
"""Following replies that are stored per reply, those with the highest frecency."""
_MAX_IN_HOURS = 64.0


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a reply: the query, time, program (``channel``) and the reply used before, if any."""

    snippet_id: str
    query: str
    now: datetime
    channel: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """The usage statistics of one reply.

    ``hours`` are 24 weights by local hour of the day; ``channels`` are the programs it was used in, and
    ``following`` the replies used after it, by id.
    """

    frecency: Frecency
    hours: tuple[float, ...] = (0.0,) * HOURS
    channels: Mapping[str, Frecency] = field(default_factory=dict)
    following: Mapping[str, Frecency] = field(default_factory=dict)


class HabitStore(UsageStore, Protocol):
    """Stores the usage statistics of all replies."""

    def habits(self) -> Mapping[str, Habit]:
        """Return the statistics by snippet id."""
        ...

    def note(self, use: Use) -> None:
        """Store one use; raise StoreError on failure."""
        ...

    def forget_all_but(self, snippet_ids: Collection[str]) -> None:
        """Delete the statistics of all other replies; raise StoreError on failure."""
        ...


def noted(before: Habit | None, use: Use) -> Habit:
    """Return the statistics of a reply after one more use of it."""
    if before is None:
        before = Habit(with_use(None, use.now))
    else:
        before = replace(before, frecency=with_use(before.frecency, use.now))
    channels = _with_one_more(before.channels, use.channel, use.now, MAX_CHANNELS)
    return replace(before, hours=_with_hour(before.hours, use.now.hour), channels=channels)


def followed(before: Habit, use: Use) -> Habit:
    """Return the statistics of a reply after ``use`` of another reply followed it."""
    return replace(before, following=_with_one_more(before.following, use.snippet_id, use.now, MAX_FOLLOWING))


def kept(habits: Mapping[str, Habit], snippet_ids: Collection[str]) -> dict[str, Habit]:
    """Return the statistics of these replies only."""
    return {key: _kept(habit, snippet_ids) for key, habit in habits.items() if key in snippet_ids}


def _kept(habit: Habit, snippet_ids: Collection[str]) -> Habit:
    following = {key: each for key, each in habit.following.items() if key in snippet_ids}
    return habit if len(following) == len(habit.following) else replace(habit, following=following)


def _with_one_more(
    before: Mapping[str, Frecency], name: str, now: datetime, most: int
) -> Mapping[str, Frecency]:
    if not name:
        return before
    after = {**before, name: with_use(before.get(name), now)}
    best = sorted(after, key=lambda each: (each != name, -after[each].at(now)))[:most]
    return {each: after[each] for each in best}


def _with_hour(hours: tuple[float, ...], hour: int) -> tuple[float, ...]:
    after = [*hours[:hour], hours[hour] + 1.0, *hours[hour + 1 :]]
    # Halve all weights at the limit, so that new uses outweigh old ones.
    scale = 0.5 if sum(after) > _MAX_IN_HOURS else 1.0
    return tuple(weight * scale for weight in after)
