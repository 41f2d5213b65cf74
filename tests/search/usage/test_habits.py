from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.usage.frecency import HALF_LIFE, Frecency, bonus
from quickdesk.search.usage.habits import (
    HOURS,
    MAX_CHANNELS,
    MAX_FOLLOWING,
    Habit,
    Use,
    followed,
    kept,
    noted,
)
from quickdesk.search.usage.prior import FOLLOWING, MAX_FACTOR, MORE_USES, likely, likely_next

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
    assert len(habit.channels) == MAX_CHANNELS
    assert "new" in habit.channels
    for number in range(30):
        habit = followed(habit, use(key=str(number)))
    assert len(habit.following) == MAX_FOLLOWING
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
    early, late = (after(*(use(each) for _ in range(500))) for each in (MIDNIGHT, NOON))
    at = NOON + timedelta(days=1)
    assert prior({"early": early, "late": late}, at) == ["late", "early"]
    assert prior({"early": early, "late": late}, at.replace(hour=23)) == ["early", "late"]


def test_what_followed_before_follows_again_the_surer_the_oftener() -> None:
    once = likely_next({"b": Frecency(1, NOON)}, NOON)["b"]
    often = likely_next({"b": Frecency(9, NOON)}, NOON)["b"]
    assert 0 < once < often < 1
    found = likely({"a": after(*(use() for _ in range(99))), "b": after(use())}, NOON)
    assert found.prior("", {})["b"] < found.prior("", {"b": once})["b"] < found.prior("", {"b": often})["b"]
    assert found.prior("", {"b": often})["b"] < found.prior("", {})["a"]
    assert found.prior("", {"c": often})["c"] > 0
    assert likely({}, NOON).prior("", {}) == {}


def test_further_points_are_added() -> None:
    found = likely({"a": after(use())}, NOON)
    prior = found.prior("", {}, {"a": 60.0, "b": 60.0}, {"b": 500.0})
    assert prior == {"a": found.prior("", {})["a"] + 60.0, "b": 560.0}


def test_a_program_with_little_data_changes_little() -> None:
    habits = {
        "new": after(use(channel="wx"), use(channel="wx")),
        "old": after(*(use(channel="qq") for _ in range(50))),
    }
    assert (
        prior(habits, channel="wx") == prior(habits, channel="never seen") == prior(habits) == ["old", "new"]
    )


def test_where_a_favourite_is_never_used_another_comes_first() -> None:
    here = after(*(use(channel="wx") for _ in range(300)))
    there = after(*(use(channel="qq") for _ in range(3000)))
    assert prior({"here": here, "there": there}) == ["there", "here"]
    assert prior({"here": here, "there": there}, channel="wx") == ["here", "there"]


def test_a_habit_given_up_is_forgotten() -> None:
    assert prior({"a": after(*(use(channel="qq") for _ in range(50)))}, NOON + 20 * HALF_LIFE, "qq") == []


@given(
    steps=st.lists(
        st.tuples(st.integers(0, 10_000), st.sampled_from(["", "qq", "wx"]), st.sampled_from("ab")),
        min_size=1,
        max_size=99,
    ),
    channel=st.sampled_from(["", "qq", "wx"]),
    back=st.integers(0, 20_000),
)
def test_priors_stay_within_their_bounds(steps: list[tuple[int, str, str]], channel: str, back: int) -> None:
    habits: dict[str, Habit] = {}
    for hours, program, key in steps:
        habits[key] = noted(habits.get(key), use(NOON + timedelta(hours=hours), program, key))
        assert len(habits[key].hours) == HOURS
    now = NOON + timedelta(hours=max(hours for hours, _, _ in steps) - back)
    found = likely(habits, now)
    following = likely_next({"a": Frecency(3.0, now), "b": Frecency(1.0, now)}, now)
    alone, after_one = found.prior(channel, {}), found.prior(channel, following)
    most = sum(habit.frecency.at(now) for habit in habits.values())
    assert all(0 < worth <= bonus(MAX_FACTOR * most * 1.001) for worth in alone.values())
    assert all(
        alone[key] <= after_one[key] <= bonus((MAX_FACTOR + 1) * most * 1.001 + FOLLOWING * MORE_USES)
        for key in alone
    )
