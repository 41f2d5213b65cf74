"""The command review: what was searched for in vain, most wanted first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.insights.review import MAX_DAYS, MAX_SEARCHES
from quickdesk.commands.registry import CommandServices, run
from quickdesk.insights.dead_search import DeadSearch, Ending, TypedQuery, dead_searches
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from tests.fakes.clock import NOON
from tests.fakes.command_services import services_with
from tests.fakes.habit_stores import MemoryDeadSearchStore

REFUND = Snippet("a1", "退款进度", "您的退款正在审核。", "tkjd")


def dead(query: str, count: int = 1, days_ago: int = 0, ending: Ending = Ending.NOTHING_FOUND) -> DeadSearch:
    return DeadSearch(query, NOON - timedelta(days=days_ago), ending, count)


def services_of(*kept: DeadSearch) -> CommandServices:
    store = MemoryDeadSearchStore()
    store.add(kept)
    return replace(services_with([REFUND]), dead_searches=store.dead_searches)


def review(services: CommandServices, **arguments: Any) -> Answer:
    return run(Request("review", arguments), services)


def queries(answer: Answer) -> list[str]:
    assert answer.exit is Exit.DONE
    return [row["query"] for row in answer.data]


def test_each_search_has_its_count_its_last_time_and_its_ending() -> None:
    answer = review(services_of(dead("快递", 2, 1, Ending.NOTHING_CHOSEN), dead("花呗", 3)))
    assert answer.data == [
        {
            "query": "花呗",
            "count": 3,
            "last": "2026-11-22T12:00:00+00:00",
            "ending": "nothing-found",
            "answered_now": False,
        },
        {
            "query": "快递",
            "count": 2,
            "last": "2026-11-21T12:00:00+00:00",
            "ending": "nothing-chosen",
            "answered_now": False,
        },
    ]


def test_what_was_not_found_then_and_is_today_is_marked() -> None:
    services = services_of(dead("tuikuan"), dead("huabei"), dead("tk", ending=Ending.NOTHING_CHOSEN))
    marks = {row["query"]: row["answered_now"] for row in review(services).data}
    assert marks == {"tuikuan": True, "huabei": False, "tk": False}
    services.library.apply(Change(put=(Snippet("b2", "花呗分期", "可以。"),)))
    marks = {row["query"]: row["answered_now"] for row in review(services).data}
    assert marks == {"tuikuan": True, "huabei": True, "tk": False}


def test_limit_and_days_and_what_is_left_out() -> None:
    services = services_of(*(dead(f"查询{number}", number + 1, number) for number in range(30)))
    assert len(queries(review(services))) == 20
    assert review(services).facts == {"more": 10, "days": None}
    assert queries(review(services, limit=1)) == ["查询29"]
    assert queries(review(services, days=2)) == ["查询2", "查询1", "查询0"]
    assert review(services, days=2, limit=2).facts == {"more": 1, "days": 2}


def test_where_nothing_was_searched_for_in_vain_the_list_is_empty_and_that_is_fine() -> None:
    answer = review(services_with([REFUND]))
    assert (answer.exit, answer.data) == (Exit.DONE, [])


@pytest.mark.parametrize(
    "arguments",
    [{"limit": 0}, {"limit": MAX_SEARCHES + 1}, {"limit": "5"}, {"days": 0}, {"days": MAX_DAYS + 1},
     {"days": 1.5}, {"days": True}],
)  # fmt: skip
def test_bad_numbers_are_wrong_usage(arguments: dict[str, Any]) -> None:
    answer = review(services_of(dead("花呗")), **arguments)
    assert (answer.exit, answer.problem) == (Exit.USAGE, "bad-argument")
    assert review(services_of(dead("花呗")), limit=MAX_SEARCHES, days=MAX_DAYS).exit is Exit.DONE


@pytest.mark.parametrize("query", ["改成13812345678", "订单 2209876543210987 到哪了", "sf1234567890123"])
def test_personal_data_stays_masked_from_the_palette_to_the_list(query: str) -> None:
    (row,) = review(services_of(*dead_searches([TypedQuery(query, 0, 3.0)], NOON, is_chosen=False))).data
    assert "*" in row["query"]
    assert not any(character.isdigit() for character in row["query"])


@pytest.mark.parametrize("query", ["\ud83d", "\u202e退款\x1b[2J", "👨\u200d👩", ".*(", "字" * 200, "{0}%s"])
def test_odd_queries_are_rows_like_others(query: str) -> None:
    assert queries(review(services_of(dead(query)))) == [query]


def test_data_that_cannot_be_read_is_reported() -> None:
    def refuse() -> Sequence[DeadSearch]:
        raise StoreError(StoreProblem.NEWER, "/data/insights.json")

    answer = review(replace(services_with(), dead_searches=refuse))
    assert (answer.exit, answer.problem) == (Exit.DATA, "data-newer")
