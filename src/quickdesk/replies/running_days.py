"""Days on which the program runs, counted in its own steps: whatever is kept for a time is kept for so many.

The wall clock alone decides nothing, because it can be wrong by years. A new running day begins when the wall
clock shows a date that was not counted lately, and either :data:`DAY_SECONDS` have passed on the counter of
the computer, which nobody sets, or the computer was started again. A jump of the wall clock begins no day.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

LONGEST_STEP = timedelta(days=3)
"""The wall clock has jumped where it moves further than this from one look to the next."""
DAY_SECONDS = 24 * 60 * 60
_EARLY_SECONDS = 4 * 60 * 60
"""A day may begin so much earlier than the day before: nobody starts work at the same second."""
_DATES = 60
_SAME_MOMENT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class ClockJump:
    """A jump of the wall clock: the last moment before it, the first one after it, and the running day."""

    before: datetime
    after: datetime
    day: int


@dataclass(frozen=True, slots=True)
class RunningDays:
    """How many running days have begun, and what is needed to tell when the next one does.

    ``last`` is the wall clock at the last look and ``uptime`` the counter of the computer, in seconds.
    ``elapsed`` are the seconds that surely passed on it since the running day began. ``dates`` are those that
    were counted lately.
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
        """Whether the wall clock had just jumped at the last look: nothing is deleted then."""
        return self.jump is not None and self.jump.after == self.last

    @property
    def jump_of_the_day(self) -> ClockJump | None:
        """The last jump, if it was on this running day."""
        return self.jump if self.jump is not None and self.jump.day == self.number else None

    def at(self, now: datetime, uptime: float) -> "RunningDays":
        """Return how it is at a look at both clocks."""
        if self.last is None:
            return _begun(self, now, uptime, 0.0)
        if abs(now - self.last) > LONGEST_STEP:
            jump = ClockJump(self.last, now, self.number)
            return replace(self, last=now, uptime=uptime, elapsed=0.0, is_restarted=False, jump=jump)
        is_restarted = uptime < self.uptime
        # After a restart the counter began at zero: so much has passed at least.
        elapsed = self.elapsed + (uptime if is_restarted else uptime - self.uptime)
        is_restarted = is_restarted or self.is_restarted
        is_long_enough = elapsed >= DAY_SECONDS - _EARLY_SECONDS
        if now.date() not in self.dates and (is_long_enough or is_restarted):
            # What a day began too early the next ones begin later, so that they are days on the average.
            return _begun(self, now, uptime, min(0.0, elapsed - DAY_SECONDS) if is_long_enough else 0.0)
        return replace(self, last=now, uptime=uptime, elapsed=elapsed, is_restarted=is_restarted)

    def is_worth_storing(self, before: "RunningDays") -> bool:
        """Whether it says more than ``before``: looks that follow each other closely say the same."""
        if (
            before.last is None
            or self.last is None
            or self.number != before.number
            or self.jump != before.jump
        ):
            return True
        is_restarted = self.is_restarted and not before.is_restarted
        return is_restarted or abs(self.last - before.last) >= _SAME_MOMENT


def _begun(before: RunningDays, now: datetime, uptime: float, elapsed: float) -> RunningDays:
    dates = (*before.dates, now.date())[-_DATES:]
    return RunningDays(before.number + 1, now, uptime, elapsed, dates=dates, jump=before.jump)


class DayCounter(Protocol):
    """Counts running days, and keeps the count."""

    def days(self) -> RunningDays:
        """Return the count as of the last look that was kept."""
        ...

    def look(self, now: datetime, uptime: float) -> RunningDays:
        """Look at both clocks and return the count; one that cannot be kept is counted again later."""
        ...


class DaysInMemory:
    """Forgets the count when the program ends: for a desk that is used without a data folder."""

    def __init__(self) -> None:
        self._days = RunningDays()

    def days(self) -> RunningDays:
        """Return the count."""
        return self._days

    def look(self, now: datetime, uptime: float) -> RunningDays:
        """Look at both clocks and return the count."""
        self._days = self._days.at(now, uptime)
        return self._days
