"""Counting the days on which the program runs, for retention times that do not rely on the wall clock.

The wall clock can be wrong by years. A new running day begins if the wall clock shows a date that was not
counted recently, and either :data:`DAY_SECONDS` have passed on the monotonic uptime counter or the computer
was restarted. A jump of the wall clock does not begin a day.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

JUMP_THRESHOLD = timedelta(days=3)
"""A larger difference between two readings of the wall clock is a jump."""
DAY_SECONDS = 24 * 60 * 60
_EARLY_SECONDS = 4 * 60 * 60
"""How much earlier than the previous day a day may begin."""
_DATES = 60
_STORE_INTERVAL = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class ClockJump:
    """A jump of the wall clock: the last time before it, the first time after it, and the running day."""

    before: datetime
    after: datetime
    day: int


@dataclass(frozen=True, slots=True)
class RunningDays:
    """The number of running days so far, and the state for detecting the next one.

    ``last`` is the last reading of the wall clock and ``uptime`` that of the uptime counter in seconds.
    ``elapsed`` is the minimum number of seconds since the running day began. ``dates`` are the recently
    counted dates.
    """

    number: int = 0
    last: datetime | None = None
    uptime: float = 0.0
    elapsed: float = 0.0
    is_restarted: bool = False
    dates: tuple[date, ...] = ()
    jump: ClockJump | None = None

    @property
    def has_jumped(self) -> bool:
        """Whether the wall clock jumped before the last reading; nothing is deleted then."""
        return self.jump is not None and self.jump.after == self.last

    @property
    def jump_of_the_day(self) -> ClockJump | None:
        """The last jump, if it was on this running day."""
        return self.jump if self.jump is not None and self.jump.day == self.number else None

    def updated(self, now: datetime, uptime: float) -> "RunningDays":
        """Return the state after reading both clocks."""
        if self.last is None:
            return _begun(self, now, uptime, 0.0)
        if abs(now - self.last) > JUMP_THRESHOLD:
            jump = ClockJump(self.last, now, self.number)
            return replace(self, last=now, uptime=uptime, elapsed=0.0, is_restarted=False, jump=jump)
        is_restarted = uptime < self.uptime
        # The counter starts at zero after a restart, so at least this much time has passed.
        elapsed = self.elapsed + (uptime if is_restarted else uptime - self.uptime)
        is_restarted = is_restarted or self.is_restarted
        is_long_enough = elapsed >= DAY_SECONDS - _EARLY_SECONDS
        if now.date() not in self.dates and (is_long_enough or is_restarted):
            # If a day begins early, the next ones begin later, so that days have 24 hours on average.
            return _begun(self, now, uptime, min(0.0, elapsed - DAY_SECONDS) if is_long_enough else 0.0)
        return replace(self, last=now, uptime=uptime, elapsed=elapsed, is_restarted=is_restarted)

    def is_worth_storing(self, before: "RunningDays") -> bool:
        """Return whether the state differs enough from ``before`` to be stored again."""
        if (
            before.last is None
            or self.last is None
            or self.number != before.number
            or self.jump != before.jump
        ):
            return True
        is_restarted = self.is_restarted and not before.is_restarted
        return is_restarted or abs(self.last - before.last) >= _STORE_INTERVAL


def _begun(before: RunningDays, now: datetime, uptime: float, elapsed: float) -> RunningDays:
    dates = (*before.dates, now.date())[-_DATES:]
    return RunningDays(before.number + 1, now, uptime, elapsed, dates=dates, jump=before.jump)


class DayCounter(Protocol):
    """Counts and stores running days."""

    def days(self) -> RunningDays:
        """Return the stored state."""
        ...

    def update(self, now: datetime, uptime: float) -> RunningDays:
        """Return the state after reading both clocks; storing it is retried later if it fails."""
        ...


class MemoryDayCounter:
    """A :class:`DayCounter` that stores nothing, for use without a data folder."""

    def __init__(self) -> None:
        self._days = RunningDays()

    def days(self) -> RunningDays:
        """Return the state."""
        return self._days

    def update(self, now: datetime, uptime: float) -> RunningDays:
        """Return the state after reading both clocks."""
        self._days = self._days.updated(now, uptime)
        return self._days
