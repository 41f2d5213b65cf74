from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.insights.dead_search import (
    MAX_QUERY_LENGTH,
    DeadSearch,
    Ending,
    TypedQuery,
    counted,
    dead_searches,
    key_of,
    most_frequent,
)

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def dead(*asked: TypedQuery, is_chosen: bool = False) -> list[tuple[str, str]]:
    return [(each.query, each.ending) for each in dead_searches(asked, NOW, is_chosen=is_chosen)]


def typed(text: str, found: int = 5, seconds: float = 0.1) -> list[TypedQuery]:
    """Each beginning of a text, as it is typed; only the whole text finds ``found``."""
    steps = [TypedQuery(text[:end], 9, 0.1) for end in range(len(text))]
    return [*steps, TypedQuery(text, found, seconds)]


def test_a_query_that_found_nothing_counts_without_its_beginnings() -> None:
    assert dead(*typed("发票", 0)) == [("发票", Ending.NOTHING_FOUND)]
    assert dead(TypedQuery("发票", 0, 9), *typed("发票抬头", 0)) == [("发票抬头", Ending.NOTHING_FOUND)]


def test_results_in_sight_when_the_palette_closes_led_nowhere() -> None:
    assert dead(*typed("退款")) == [("退款", Ending.NOTHING_CHOSEN)]
    assert dead(*typed("退款"), TypedQuery("", 9, 0.3)) == [("退款", Ending.NOTHING_CHOSEN)], (
        "Esc clears first"
    )
    assert dead(*typed("退款"), is_chosen=True) == []


def test_only_viewed_results_count() -> None:
    assert dead(*typed("退款", seconds=1.4), *typed("补偿")) == [("补偿", Ending.NOTHING_CHOSEN)]
    assert [each for each, _ in dead(*typed("退款", seconds=1.5), *typed("补偿"))] == ["退款", "补偿"]


def test_a_choice_excuses_viewed_results_but_not_empty_ones() -> None:
    asked = (*typed("赔钱", 0), *typed("退款", seconds=5), *typed("补偿"))
    assert dead(*asked, is_chosen=True) == [("赔钱", Ending.NOTHING_FOUND)]


def test_deleting_letters_is_no_search_unless_the_results_are_viewed() -> None:
    back = (TypedQuery("退款xy", 0, 2), TypedQuery("退款x", 0, 0.1), TypedQuery("退款", 5, 0.1))
    assert dead(*back, *typed("补偿")) == [("退款xy", "nothing-found"), ("补偿", "nothing-chosen")]
    assert dead(*back) == [("退款xy", "nothing-found"), ("退款", "nothing-chosen")]


@pytest.mark.parametrize("query", ["", " ", "退", " t ", "\n"])
def test_one_character_is_no_search(query: str) -> None:
    assert dead(TypedQuery(query, 0, 60)) == []


def test_what_an_input_method_is_still_at_counts_only_at_the_end() -> None:
    composing = TypedQuery("fapiao", 0, 3, is_composed=True)
    assert dead(composing) == [("fapiao", "nothing-found")]
    assert dead(composing, TypedQuery("发票", 0, 0.1)) == [("发票", "nothing-found")]


def test_an_opening_without_a_query_has_no_failed_search() -> None:
    assert dead() == []
    assert dead(TypedQuery("", 50, 60)) == []


def test_the_same_query_twice_in_an_opening_is_one() -> None:
    assert dead(*typed("发票", 0), *typed("运费"), *typed("发票", 0), is_chosen=True) == [
        ("发票", "nothing-found")
    ]


def test_personal_data_is_masked_and_long_queries_are_cut() -> None:
    found = dead_searches([TypedQuery("13812345678 退款 " + "长" * 10_000, 0, 2)], NOW, is_chosen=False)
    assert found[0].query.startswith("*********** 退款 长")
    assert len(found[0].query) == MAX_QUERY_LENGTH


def test_the_same_search_is_counted_whatever_its_case_and_width() -> None:
    one = DeadSearch("ＶＩＰ", NOW, Ending.NOTHING_FOUND)
    other = DeadSearch("vip", NOW - timedelta(days=1), Ending.NOTHING_FOUND, 3)
    assert key_of(one) == key_of(other)
    assert key_of(one) != key_of(DeadSearch("vip", NOW, Ending.NOTHING_CHOSEN))
    assert counted(other, one) == DeadSearch("ＶＩＰ", NOW, Ending.NOTHING_FOUND, 4)
    assert counted(one, other).when == NOW


SEARCHES = st.builds(
    DeadSearch,
    st.text(max_size=3),
    st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))])),
    st.sampled_from(Ending),
    st.integers(1, 5),
)


def last_seen(query: str, days_ago: float = 0, count: int = 1) -> DeadSearch:
    return DeadSearch(query, NOW - timedelta(days=days_ago), Ending.NOTHING_FOUND, count)


def test_the_most_frequent_come_first_and_of_these_the_latest() -> None:
    kept = [last_seen("old", 3), last_seen("often", 9, count=4), last_seen("new", 1)]
    assert [each.query for each in most_frequent(kept)] == ["often", "new", "old"]


def test_only_what_happened_again_since_then() -> None:
    kept = [last_seen("exactly", 7), last_seen("before", 7.001, count=9), last_seen("after", 1)]
    assert [each.query for each in most_frequent(kept, NOW - timedelta(days=7))] == ["after", "exactly"]
    assert most_frequent([], NOW) == []


@given(st.lists(SEARCHES))
def test_nothing_is_lost_and_the_order_holds(kept: list[DeadSearch]) -> None:
    found = most_frequent(kept)
    assert sorted(map(repr, found)) == sorted(map(repr, kept))
    ranks = [(-each.count, -(each.when - NOW)) for each in found]
    assert ranks == sorted(ranks)
