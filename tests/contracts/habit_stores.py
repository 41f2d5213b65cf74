"""What every store of how an agent works promises. A test class inherits this and gives its store, empty."""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol

import pytest

from quickdesk.insights.daily_use import DailyUse, DailyUseStore, KeyCount
from quickdesk.insights.dead_search import DeadSearch, DeadSearchStore, Ending
from quickdesk.search.suggest.suggestion import Answered, AnsweredStore
from quickdesk.search.usage.habits import HabitStore, Use

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = date(2026, 3, 1)
KEYS = KeyCount(characters=10, by_hand=10, pressed=4)
PHONE = "13812345678"


class _Forgetting(AnsweredStore, Protocol):
    def forget_all_but(self, snippet_ids: set[str]) -> None: ...


class HabitStoreContract:
    @pytest.fixture
    def store(self) -> HabitStore:
        raise NotImplementedError

    def test_begins_with_nothing(self, store: HabitStore) -> None:
        assert dict(store.habits()) == dict(store.frecencies()) == {}
        assert store.first_letters().bonuses("tk") == ()

    def test_a_use_counts_and_its_letters_are_learnt(self, store: HabitStore) -> None:
        store.record("a", " ＴＫ ", NOW)
        store.record("a", "tk", NOW)
        assert store.frecencies()["a"].at(NOW) == 2
        assert [key for key, _ in store.first_letters().bonuses("tk")] == ["a"]
        assert store.first_letters().bonuses("t") == ()

    def test_hour_program_and_what_follows_are_kept(self, store: HabitStore) -> None:
        store.note(Use("a", "", NOW, "qq"))
        store.note(Use("b", "", NOW + MINUTE, "wx", previous="a"))
        store.note(Use("b", "", NOW + MINUTE, "wx", previous="b"))
        habits = store.habits()
        assert habits["a"].hours[9] == 1
        assert set(habits["a"].channels) == {"qq"}
        assert set(habits["a"].following) == {"b"}
        assert dict(habits["b"].following) == {}

    def test_a_reply_never_seen_before_is_followed_by_nothing(self, store: HabitStore) -> None:
        store.note(Use("b", "", NOW, previous="stranger"))
        assert set(store.habits()) == {"b"}

    @pytest.mark.parametrize("query", ["", " ", "x" * 13, PHONE, f"{PHONE}x", "字" * 10_000])
    def test_long_queries_and_personal_data_are_no_letters(self, store: HabitStore, query: str) -> None:
        store.record("a", query, NOW)
        assert store.frecencies()["a"].at(NOW) == 1
        assert dict(store.first_letters().picks) == {}

    def test_odd_letters_are_letters(self, store: HabitStore) -> None:
        store.record("a", "🎉\ud83d", NOW)
        assert [key for key, _ in store.first_letters().bonuses("🎉\ud83d")] == ["a"]

    def test_replies_gone_for_good_are_dropped(self, store: HabitStore) -> None:
        store.note(Use("a", "tk", NOW))
        store.note(Use("b", "tk", NOW, previous="a"))
        store.note(Use("b", "yf", NOW))
        store.forget_all_but({"a"})
        assert set(store.habits()) == {"a"}
        assert dict(store.habits()["a"].following) == {}
        assert [key for key, _ in store.first_letters().bonuses("tk")] == ["a"]
        assert store.first_letters().bonuses("yf") == ()


class AnsweredStoreContract:
    @pytest.fixture
    def store(self) -> _Forgetting:
        raise NotImplementedError

    def test_keeps_what_was_answered_oldest_first(self, store: _Forgetting) -> None:
        pairs = [Answered("到哪了", "a"), Answered("运费谁出", "b")]
        for each in pairs:
            store.record(each)
        assert list(store.answered()) == pairs

    def test_the_same_again_is_the_newest_and_one(self, store: _Forgetting) -> None:
        for message in ("到哪了", "运费谁出", "到哪了"):
            store.record(Answered(message, "a"))
        assert [each.message for each in store.answered()] == ["运费谁出", "到哪了"]

    def test_personal_data_is_masked_and_nothing_is_not_kept(self, store: _Forgetting) -> None:
        for message in (f"我的电话{PHONE}", "", " \n"):
            store.record(Answered(message, "a"))
        assert [each.message for each in store.answered()] == ["我的电话***********"]

    def test_of_a_long_message_the_beginning_is_kept(self, store: _Forgetting) -> None:
        store.record(Answered("退" * 10_000, "a"))
        assert [len(each.message) for each in store.answered()] == [1000]

    def test_replies_gone_for_good_are_dropped(self, store: _Forgetting) -> None:
        store.record(Answered("到哪了", "a"))
        store.record(Answered("运费", "b"))
        store.forget_all_but({"b"})
        assert [each.snippet_id for each in store.answered()] == ["b"]


class DeadSearchStoreContract:
    @pytest.fixture
    def store(self) -> DeadSearchStore:
        raise NotImplementedError

    def test_the_same_search_is_counted_and_the_latest_come_last(self, store: DeadSearchStore) -> None:
        store.add([dead("发票"), dead("运费"), dead("发票", Ending.NOTHING_CHOSEN)])
        store.add([dead("发票", at=NOW + MINUTE)])
        store.add([])
        assert [(each.query, each.ending.value, each.count) for each in store.dead_searches()] == [
            ("运费", "nothing-found", 1),
            ("发票", "nothing-chosen", 1),
            ("发票", "nothing-found", 2),
        ]
        assert store.dead_searches()[-1].when == NOW + MINUTE

    def test_personal_data_is_masked(self, store: DeadSearchStore) -> None:
        store.add([dead(f"查{PHONE}")])
        assert [each.query for each in store.dead_searches()] == ["查***********"]


class DailyUseStoreContract:
    @pytest.fixture
    def store(self) -> DailyUseStore:
        raise NotImplementedError

    def test_begins_with_no_day(self, store: DailyUseStore) -> None:
        assert list(store.days()) == []

    def test_uses_of_a_day_add_up_by_reply(self, store: DailyUseStore) -> None:
        for snippet_id in ("a", "b", "a"):
            store.add(DAY, snippet_id, KEYS)
        assert list(store.days()) == [DailyUse(DAY, {"a": 2, "b": 1}, characters=30, keys_saved=18)]

    def test_days_are_kept_apart_the_latest_first(self, store: DailyUseStore) -> None:
        for day in (DAY, DAY + timedelta(days=2), DAY + timedelta(days=1)):
            store.add(day, "a", KEYS)
        assert [(each.day.day, each.uses) for each in store.days()] == [(3, 1), (2, 1), (1, 1)]

    def test_a_clock_that_jumps_neither_loses_nor_doubles_a_use(self, store: DailyUseStore) -> None:
        past, future = DAY.replace(year=1970), DAY.replace(year=2100)
        for day in (DAY, future, DAY, past, DAY, future):
            store.add(day, "a", KEYS)
        assert [(each.day, each.uses) for each in store.days()] == [(future, 2), (DAY, 3), (past, 1)]

    def test_a_use_that_saves_nothing_is_a_use(self, store: DailyUseStore) -> None:
        store.add(DAY, "a", KeyCount(2, 2, 9))
        assert list(store.days()) == [DailyUse(DAY, {"a": 1}, characters=2, keys_saved=0)]

    def test_any_text_may_be_an_id(self, store: DailyUseStore) -> None:
        for _ in range(2):
            store.add(DAY, "\ud83d\ud83d\0", KEYS)
        assert [dict(each.replies) for each in store.days()] == [{"\ud83d\ud83d\0": 2}]


def dead(query: str, ending: Ending = Ending.NOTHING_FOUND, at: datetime = NOW) -> DeadSearch:
    return DeadSearch(query, at, ending)
