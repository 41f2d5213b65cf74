from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.insights.dead_search import DeadSearch, Ending
from quickdesk.insights.review import most_wanted

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
DEAD = st.builds(
    DeadSearch,
    st.text(max_size=3),
    st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))])),
    st.sampled_from(Ending),
    st.integers(1, 5),
)


def dead(query: str, days_ago: float = 0, count: int = 1) -> DeadSearch:
    return DeadSearch(query, NOON - timedelta(days=days_ago), Ending.NOTHING_FOUND, count)


def test_the_most_frequent_come_first_and_of_these_the_latest() -> None:
    kept = [dead("old", 3), dead("often", 9, count=4), dead("new", 1)]
    assert [each.query for each in most_wanted(kept)] == ["often", "new", "old"]


def test_only_what_happened_again_since_then() -> None:
    kept = [dead("exactly", 7), dead("before", 7.001, count=9), dead("after", 1)]
    assert [each.query for each in most_wanted(kept, NOON - timedelta(days=7))] == ["after", "exactly"]
    assert most_wanted([], NOON) == []


@given(st.lists(DEAD))
def test_nothing_is_lost_and_the_order_holds(kept: list[DeadSearch]) -> None:
    found = most_wanted(kept)
    assert sorted(map(repr, found)) == sorted(map(repr, kept))
    ranks = [(-each.count, -(each.when - NOON)) for each in found]
    assert ranks == sorted(ranks)
