from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.usage.frecency import HALF_LIFE, Frecency
from quickdesk.search.usage.habits import (
    HOURS,
    MOST_CHANNELS,
    MOST_FOLLOWING,
    Habit,
    Use,
    followed,
    kept,
    noted,
)
from quickdesk.search.usage.prior import likely, likely_next

NOON = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
MIDNIGHT = NOON.replace(hour=0)


def after(*uses: Use) -> Habit:
    habit = None
    for use in uses:
        habit = noted(habit, use)
    assert habit is not None
    return habit


def use(now: datetime = NOON, channel: str = "", key: str = "a") -> Use:
    return Use(key, "tk", now, channel)


def test_a_use_is_counted_at_its_hour_and_in_its_program() -> None:
    habit = after(use(channel="qq"), use(), use(MIDNIGHT, "wechat"))
    assert 2.9 < habit.frecency.at(NOON) <= 3
    assert habit.hours[12] == 2
    assert habit.hours[0] == 1
    assert set(habit.channels) == {"qq", "wechat"}


def test_only_the_most_used_programs_and_followers_are_remembered_and_the_newest() -> None:
    habit = after(*(use(channel=str(number % 20)) for number in range(60)), use(channel="new"))
    assert len(habit.channels) == MOST_CHANNELS
    assert "new" in habit.channels
    for number in range(30):
        habit = followed(habit, use(key=str(number)))
    assert len(habit.following) == MOST_FOLLOWING
    assert "29" in habit.following


def test_the_time_of_day_follows_a_change_of_shift() -> None:
    habit = after(*(use() for _ in range(200)), *(use(MIDNIGHT) for _ in range(200)))
    assert habit.hours[0] > 10 * habit.hours[12]


def test_gone_replies_are_dropped_also_as_followers() -> None:
    habits = {"a": followed(after(use()), use(key="b")), "b": after(use())}
    assert kept(habits, {"a"}) == {"a": after(use())}


def prior(habits: dict[str, Habit], now: datetime = NOON, channel: str = "") -> list[str]:
    found = likely(habits, now).prior(channel, {})
    return sorted(found, key=lambda key: -found[key])


def test_what_is_used_more_comes_first() -> None:
    assert prior({"a": after(use()), "b": after(use(), use())}) == ["b", "a"]


def test_the_program_and_the_hour_decide_between_equals() -> None:
    habits = {"qq": after(use(channel="qq")), "wx": after(use(channel="wx"))}
    assert prior(habits, channel="qq")[0] == "qq"
    assert prior(habits, channel="wx")[0] == "wx"
    early, late = after(use(MIDNIGHT), use(MIDNIGHT)), after(use(), use())
    at = NOON + timedelta(days=1)
    assert prior({"early": early, "late": late}, at) == ["late", "early"]
    assert prior({"early": early, "late": late}, at.replace(hour=23)) == ["early", "late"]


def test_what_followed_before_follows_again_the_surer_the_oftener() -> None:
    once = likely_next({"b": Frecency(1, NOON)}, NOON)["b"]
    often = likely_next({"b": Frecency(9, NOON)}, NOON)["b"]
    assert 0 < once < often < 80
    assert likely({}, NOON).prior("", {"b": 7.0}) == {"b": 7.0}


def test_a_habit_given_up_is_forgotten() -> None:
    assert prior({"a": after(*(use(channel="qq") for _ in range(50)))}, NOON + 20 * HALF_LIFE, "qq") == []


@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(["", "qq", "wx"])), min_size=1, max_size=99)
)
def test_whatever_was_done_the_bonuses_stay_within_their_bounds(steps: list[tuple[int, str]]) -> None:
    habit = after(*(use(NOON + timedelta(hours=hours), channel) for hours, channel in steps))
    now = NOON + timedelta(hours=max(hours for hours, _ in steps))
    assert len(habit.hours) == HOURS
    found = likely({"a": habit}, now)
    assert all(0 <= worth <= 100 for each in found.channels.values() for worth in each.values())
    assert all(0 < worth < 25 * 8 + 40 for worth in found.base.values())
