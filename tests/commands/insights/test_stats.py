"""The command stats: replies, uses and keys saved on each day, the latest day first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.insights.review import MAX_DAYS
from quickdesk.commands.registry import CommandServices, run
from quickdesk.insights.daily_use import DailyUse, KeyCount
from quickdesk.replies.store import StoreError, StoreProblem
from tests.fakes.clock import NOON
from tests.fakes.command_services import services_with
from tests.fakes.habit_stores import MemoryDailyUseStore

TODAY = NOON.date()
KEYS = KeyCount(characters=10, by_hand=10, pressed=4)


def services_of(*uses: tuple[int, str]) -> CommandServices:
    """Services in which replies were used: so many days ago, and by id."""
    store = MemoryDailyUseStore()
    for days_ago, snippet_id in uses:
        store.add(TODAY - timedelta(days=days_ago), snippet_id, KEYS)
    return replace(services_with(), daily_use=store.days)


def stats(services: CommandServices, **arguments: Any) -> Answer:
    return run(Request("stats", arguments), services)


def days_ago(answer: Answer) -> list[int]:
    assert answer.exit is Exit.DONE
    return [(TODAY - TODAY.fromisoformat(row["day"])).days for row in answer.data]


def test_each_day_has_its_counts_and_the_total_counts_a_reply_once() -> None:
    answer = stats(services_of((0, "a"), (0, "b"), (0, "a"), (2, "b")))
    assert answer.data == [
        {"day": "2026-11-22", "uses": 3, "replies": 2, "characters": 30, "keys_saved": 18},
        {"day": "2026-11-20", "uses": 1, "replies": 1, "characters": 10, "keys_saved": 6},
    ]
    assert answer.facts["total"] == {"uses": 4, "replies": 2, "characters": 40, "keys_saved": 24}


def test_usually_the_last_fourteen_days_of_use_are_shown_whenever_they_were() -> None:
    services = services_of(*((7 * number, f"r{number}") for number in range(20)))
    answer = stats(services)
    assert days_ago(answer) == [7 * number for number in range(14)]
    assert (answer.facts["more"], answer.facts["days"]) == (6, None)
    assert answer.facts["total"]["replies"] == 14


def test_days_are_calendar_days_and_today_is_the_first_of_them() -> None:
    services = services_of(*((number, "a") for number in (0, 1, 6, 7, 400)))
    assert days_ago(stats(services, days=1)) == [0]
    assert days_ago(stats(services, days=7)) == [0, 1, 6]
    answer = stats(services, days=8)
    assert days_ago(answer) == [0, 1, 6, 7]
    assert (answer.facts["more"], answer.facts["days"]) == (1, 8)
    assert days_ago(stats(services, days=MAX_DAYS)) == [0, 1, 6, 7, 400]


def test_a_day_that_a_wrong_clock_made_is_shown_with_its_date() -> None:
    assert days_ago(stats(services_of((0, "a"), (-3, "a")), days=1)) == [-3, 0]


@pytest.mark.parametrize("arguments", [{}, {"days": 2}])
def test_where_nothing_was_used_the_list_is_empty_and_that_is_fine(arguments: dict[str, Any]) -> None:
    answer = stats(services_of(*([(5, "a")] if arguments else [])), **arguments)
    assert (answer.exit, answer.data) == (Exit.DONE, [])


@pytest.mark.parametrize("days", [0, MAX_DAYS + 1, -1, "5", 1.5, True])
def test_bad_numbers_are_wrong_usage(days: object) -> None:
    answer = stats(services_of((0, "a")), days=days)
    assert (answer.exit, answer.problem) == (Exit.USAGE, "bad-argument")


def test_data_that_cannot_be_read_is_reported() -> None:
    def refuse() -> Sequence[DailyUse]:
        raise StoreError(StoreProblem.NEWER, "/data/insights.json")

    answer = stats(replace(services_with(), daily_use=refuse))
    assert (answer.exit, answer.problem) == (Exit.DATA, "data-newer")
