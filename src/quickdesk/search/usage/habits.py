"""What an agent does with each reply: how often and lately, at which hours, in which program, what follows.

Everything fades as :mod:`quickdesk.search.usage.frecency` says, so that a habit given up is forgotten.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from quickdesk.search.usage.first_letters import UsageStore
from quickdesk.search.usage.frecency import Frecency, with_use

HOURS = 24
MAX_CHANNELS = 12
"""So many programs are remembered for one reply, the most used ones."""
MAX_FOLLOWING = 8
"""So many replies are remembered as what comes after one reply."""
_MAX_IN_HOURS = 64.0


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a reply: after which query, when, in which program, and after which other reply, if any."""

    snippet_id: str
    query: str
    now: datetime
    channel: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """How one reply is used; ``hours`` are weights by the agent's own hour of the day, 24 of them.

    ``following`` are the replies that were used after it.
    """

    frecency: Frecency
    hours: tuple[float, ...] = (0.0,) * HOURS
    channels: Mapping[str, Frecency] = field(default_factory=dict)
    following: Mapping[str, Frecency] = field(default_factory=dict)


class HabitStore(UsageStore, Protocol):
    """Keeps all of an agent's habits."""

    def habits(self) -> Mapping[str, Habit]:
        """Return the habit of each reply by id."""
        ...

    def note(self, use: Use) -> None:
        """Keep one more use; raises StoreError."""
        ...

    def forget_all_but(self, snippet_ids: Collection[str]) -> None:
        """Drop what is known of other replies, which are gone for good; raises StoreError."""
        ...


def noted(before: Habit | None, use: Use) -> Habit:
    """Return the habit of a reply after one more use of it."""
    if before is None:
        before = Habit(with_use(None, use.now))
    else:
        before = replace(before, frecency=with_use(before.frecency, use.now))
    channels = _with_one_more(before.channels, use.channel, use.now, MAX_CHANNELS)
    return replace(before, hours=_with_hour(before.hours, use.now.hour), channels=channels)


def followed(before: Habit, use: Use) -> Habit:
    """Return the habit of a reply after which another one was used."""
    return replace(before, following=_with_one_more(before.following, use.snippet_id, use.now, MAX_FOLLOWING))


def kept(habits: Mapping[str, Habit], snippet_ids: Collection[str]) -> dict[str, Habit]:
    """Return the habits without replies that are not among these."""
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
    # Old habits give way to new ones.
    scale = 0.5 if sum(after) > _MAX_IN_HOURS else 1.0
    return tuple(weight * scale for weight in after)
