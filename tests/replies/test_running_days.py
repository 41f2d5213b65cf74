"""Running days are counted whatever the wall clock shows, and never faster than days pass."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.running_days import DAY_SECONDS, MemoryDayCounter, RunningDays

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)


class Computer:
    """Counts its own time truly, whatever its wall clock shows, and the looks of the program at both."""

    def __init__(self, wall: datetime = MORNING) -> None:
        self.wall, self.uptime = wall, 300.0
        self.counter = MemoryDayCounter()
        self.look()

    def look(self) -> RunningDays:
        return self.counter.update(self.wall, self.uptime)

    def pass_by(self, how_long: timedelta) -> RunningDays:
        self.wall += how_long
        self.uptime += how_long.total_seconds()
        return self.look()

    def restart(self, after: timedelta) -> RunningDays:
        self.wall, self.uptime = self.wall + after, 100.0
        return self.look()

    @property
    def number(self) -> int:
        return self.counter.days().number


def test_several_starts_on_one_day_are_one_day() -> None:
    computer = Computer()
    assert [computer.restart(HOUR).number for _ in range(3)] == [1, 1, 1]


def test_a_computer_that_is_switched_off_at_night_counts_a_day_each_morning() -> None:
    computer = Computer()
    for day in range(2, 20):
        assert [computer.pass_by(HOUR).number for _ in range(8)] == [day - 1] * 8
        assert computer.restart(16 * HOUR).number == day


def test_a_program_that_runs_for_weeks_counts_a_day_each_day() -> None:
    computer = Computer()
    for day in range(2, 40):
        assert [computer.pass_by(HOUR).number for _ in range(24)][-1] == day


def test_who_comes_a_little_earlier_each_morning_misses_no_day() -> None:
    computer = Computer()
    for day in range(2, 30):
        assert computer.pass_by(DAY - timedelta(minutes=5)).number == day


def test_a_weekend_is_no_jump_and_one_day() -> None:
    computer = Computer()
    days = computer.restart(2.6 * DAY)
    assert (days.number, days.has_jumped) == (2, False)


@pytest.mark.parametrize(
    "far", [4 * DAY, YEAR, 70 * YEAR, -4 * DAY, -YEAR, MORNING.replace(year=1970) - MORNING]
)
def test_a_jump_counts_no_day_and_is_said_once(far: timedelta) -> None:
    computer = Computer()
    computer.wall += far
    days = computer.pass_by(HOUR)
    assert days.has_jumped
    assert days.jump_of_the_day is not None
    assert (days.jump_of_the_day.before, days.jump_of_the_day.after) == (MORNING, MORNING + far + HOUR)
    days = computer.pass_by(HOUR)
    assert not days.has_jumped
    assert days.jump_of_the_day is not None, "it is still reported on this day"
    assert days.number == 1
    computer.restart(DAY)
    assert computer.number == 2
    assert computer.counter.days().jump_of_the_day is None


def test_a_clock_that_jumps_forth_and_back_at_every_start_counts_no_day() -> None:
    computer = Computer()
    for _ in range(50):
        computer.restart(YEAR)
        computer.restart(-YEAR)
    assert computer.number == 1


def test_a_battery_that_is_dead_counts_no_days_of_its_own() -> None:
    computer = Computer()
    for _ in range(50):
        true = computer.wall
        computer.wall = datetime(2000, 1, 1, tzinfo=UTC)
        computer.restart(HOUR)
        computer.wall = true
        computer.pass_by(HOUR)
    assert computer.number == 1


@pytest.mark.parametrize("wrong", [-HOUR, HOUR, 70 * HOUR, -70 * HOUR])
def test_a_clock_that_runs_wrong_every_minute_counts_as_many_days_as_pass(wrong: timedelta) -> None:
    computer = Computer()
    for _ in range(3 * 24 * 60):
        computer.wall += wrong
        computer.pass_by(timedelta(minutes=1))
    assert computer.number <= 4


@given(
    st.lists(
        st.tuples(
            st.timedeltas(timedelta(0), timedelta(days=2)),
            st.sampled_from([timedelta(0)]) | st.timedeltas(-10 * YEAR, 10 * YEAR) | st.timedeltas(-DAY, DAY),
        ),
        max_size=60,
    )
)
def test_no_clock_counts_more_days_than_have_passed(steps: list[tuple[timedelta, timedelta]]) -> None:
    computer, passed = Computer(), timedelta(0)
    for how_long, jump in steps:
        passed += how_long
        computer.wall += jump
        computer.pass_by(how_long)
        # A day may begin four hours early, once in all.
        assert (computer.number - 1) * DAY_SECONDS <= passed.total_seconds() + 4 * 60 * 60


def test_looks_that_follow_each_other_closely_are_stored_once() -> None:
    before = RunningDays().updated(MORNING, 50.0)
    assert not before.updated(MORNING + HOUR / 4, 950.0).is_worth_storing(before)
    assert before.updated(MORNING + HOUR, 3650.0).is_worth_storing(before)
    assert before.updated(MORNING + HOUR / 4, 10.0).is_worth_storing(before), "the computer was started again"
    assert before.updated(MORNING + YEAR, 950.0).is_worth_storing(before)
