import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from quickdesk.commands.backup_store import Difference
from quickdesk.insights.daily_use import DailyUseStore
from quickdesk.insights.dead_search import DeadSearchStore
from quickdesk.replies.history import Action, ActionType, Undone
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.search.usage.habits import HabitStore, Use
from quickdesk.storage.habits.answered import TinyAnsweredStore
from quickdesk.storage.habits.daily import TinyDailyUseStore
from quickdesk.storage.habits.dead import TinyDeadSearchStore
from quickdesk.storage.habits.stores import HabitStores
from quickdesk.storage.habits.usage import TinyUsageStore
from quickdesk.storage.kinds import INSIGHTS
from quickdesk.storage.open import Stores, open_stores
from tests.contracts.habit_stores import (
    DAY,
    KEYS,
    MINUTE,
    NOW,
    AnsweredStoreContract,
    DailyUseStoreContract,
    DeadSearchStoreContract,
    HabitStoreContract,
)
from tests.contracts.habit_stores import dead as dead_search
from tests.fakes.habit_stores import (
    MemoryAnsweredStore,
    MemoryDailyUseStore,
    MemoryDeadSearchStore,
    MemoryUsageStore,
)
from tests.storage.clean import is_clean

PAST = Path(__file__).parents[2] / "data" / "storage"


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    with open_stores(tmp_path) as stores:
        yield stores


@pytest.fixture
def habits(stores: Stores) -> HabitStores:
    return stores.habits()


class TestMemoryUsageStore(HabitStoreContract):
    @pytest.fixture
    def store(self) -> HabitStore:
        return MemoryUsageStore()


class TestTinyUsageStore(HabitStoreContract):
    @pytest.fixture
    def store(self, habits: HabitStores) -> HabitStore:
        return habits.usage


class TestTinyUsageStoreReopened(HabitStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Any:
        return Forgetful(tmp_path, lambda habits: habits.usage)


class TestMemoryAnsweredStore(AnsweredStoreContract):
    @pytest.fixture
    def store(self) -> Any:
        return MemoryAnsweredStore()


class TestTinyAnsweredStore(AnsweredStoreContract):
    @pytest.fixture
    def store(self, habits: HabitStores) -> Any:
        return habits.answered


class TestTinyAnsweredStoreReopened(AnsweredStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Any:
        return Forgetful(tmp_path, lambda habits: habits.answered)


class TestMemoryDeadSearchStore(DeadSearchStoreContract):
    @pytest.fixture
    def store(self) -> DeadSearchStore:
        return MemoryDeadSearchStore()


class TestTinyDeadSearchStore(DeadSearchStoreContract):
    @pytest.fixture
    def store(self, habits: HabitStores) -> DeadSearchStore:
        return habits.dead


class TestTinyDeadSearchStoreReopened(DeadSearchStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Any:
        return Forgetful(tmp_path, lambda habits: habits.dead)


class TestMemoryDailyUseStore(DailyUseStoreContract):
    @pytest.fixture
    def store(self) -> DailyUseStore:
        return MemoryDailyUseStore()


class TestTinyDailyUseStore(DailyUseStoreContract):
    @pytest.fixture
    def store(self, habits: HabitStores) -> DailyUseStore:
        return habits.daily


class TestTinyDailyUseStoreReopened(DailyUseStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Any:
        return Forgetful(tmp_path, lambda habits: habits.daily)


class Forgetful:
    """Opens the stores again for every call."""

    def __init__(self, folder: Path, choose: Callable[[HabitStores], object]) -> None:
        self._folder, self._choose = folder, choose

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any) -> Any:
            with open_stores(self._folder) as stores:
                return getattr(self._choose(stores.habits()), name)(*arguments)

        return call


def test_nothing_is_read_or_made_until_it_is_asked_for(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.habits()
    assert list(tmp_path.glob("insights*")) == []


def test_asking_alone_writes_nothing(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        assert dict(stores.habits().usage.habits()) == {}
    assert list(tmp_path.glob("insights*")) == []


def test_a_use_survives_a_kill_as_soon_as_it_is_noted(tmp_path: Path, stores: Stores) -> None:
    stores.habits().usage.note(Use("a", "tk", NOW))
    journals = b"".join(path.read_bytes() for path in tmp_path.glob("insights.*"))
    assert b'"reply":"a"' in journals


def test_no_more_messages_are_kept_than_promised(stores: Stores) -> None:
    few = TinyAnsweredStore(lambda: stores.engine(INSIGHTS), most=3)
    for number in range(9):
        few.record(Answered(f"第{number}次", "a"))
    few.record(Answered("第8次", "a"))
    assert [each.message for each in few.answered()] == ["第6次", "第7次", "第8次"]


def test_no_more_dead_searches_are_kept_than_promised(stores: Stores) -> None:
    few = TinyDeadSearchStore(lambda: stores.engine(INSIGHTS), most=3)
    few.add([dead_search(f"第{number}次", at=NOW + number * MINUTE) for number in range(3)])
    few.add([dead_search("第0次", at=NOW + 5 * MINUTE), dead_search("新", at=NOW + 9 * MINUTE)])
    assert [each.query for each in few.dead_searches()] == ["第2次", "第0次", "新"]


@pytest.mark.parametrize("wrong", [NOW.replace(year=1970), NOW.replace(year=2100)])
def test_a_wrong_clock_lets_the_newest_be_kept_and_the_oldest_go(stores: Stores, wrong: datetime) -> None:
    few = TinyDeadSearchStore(lambda: stores.engine(INSIGHTS), most=3)
    for query, when in (("甲", NOW), ("乙", wrong), ("丙", NOW), ("丁", NOW), ("戊", wrong)):
        few.add([dead_search(query, at=when)])
    assert {each.query for each in few.dead_searches()} == {"丙", "丁", "戊"}
    usage = TinyUsageStore(lambda: stores.engine(INSIGHTS), most_letters=3)
    for letters, when in (("tk", NOW), ("yf", wrong), ("fp", NOW), ("wl", NOW), ("nh", wrong)):
        usage.record("a", letters, when)
    assert set(usage.first_letters().picks) == {"fp", "wl", "nh"}


def test_no_more_letters_are_kept_than_promised(stores: Stores) -> None:
    few = TinyUsageStore(lambda: stores.engine(INSIGHTS), most_letters=3)
    for number, letters in enumerate(("tk", "yf", "fp", "tk", "wl")):
        few.record("a", letters, NOW + timedelta(days=number))
    assert set(few.first_letters().picks) == {"fp", "tk", "wl"}


@pytest.mark.parametrize("wrong", [DAY.replace(year=1970), DAY.replace(year=2100)])
def test_no_more_days_are_kept_than_promised_whatever_the_clock_says(stores: Stores, wrong: date) -> None:
    few = TinyDailyUseStore(lambda: stores.engine(INSIGHTS), most=3)
    days = [DAY + timedelta(days=number) for number in range(4)]
    for day in (days[0], wrong, days[1], days[2], days[0]):
        few.add(day, "a", KEYS)
    assert {each.day for each in few.days()} == set(days[:3]), "the wrong day went"
    few.add(days[2], "b", KEYS)
    few.add(days[3], "a", KEYS)
    assert [(each.day, each.uses) for each in few.days()] == [(days[3], 1), (days[2], 2), (days[0], 1)]


def test_days_are_in_a_backup_come_back_from_it_and_a_restore_is_undone(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        daily, backups = stores.habits().daily, stores.backups(tmp_path)
        daily.add(DAY, "a", KEYS)
        then = list(daily.days())
        path = backups.backup(NOW).path
        daily.add(DAY, "b", KEYS)
        daily.add(DAY + timedelta(days=1), "a", KEYS)
        now = list(daily.days())
        found = backups.read(path)
        assert found.other_kinds == {"insights": Difference(new=0, changed=1, removed=1)}
        backups.restore(found, Change(action=Action(ActionType.RECOVER, NOW, ("insights",))))
        assert list(daily.days()) == then
        daily.add(DAY + timedelta(days=1), "c", KEYS)
        assert [each.uses for each in daily.days()] == [1, 1], "a restored day is counted on"
    with open_stores(tmp_path) as stores:
        daily, backups = stores.habits().daily, stores.backups(tmp_path)
        change = Change(action=Action(ActionType.RECOVER, NOW + MINUTE, ("insights",)))
        backups.restore(backups.read(path), change)
        assert list(daily.days()) == then
        assert isinstance(stores.snippets.undo(NOW), Undone)
        assert [each.uses for each in daily.days()] == [1, 1]
        assert now != list(daily.days())
        assert stores.checker(tmp_path).check().findings == ()


def test_a_file_from_before_there_were_days_opens_unchanged_and_days_are_kept_in_it(tmp_path: Path) -> None:
    (tmp_path / "insights.json").write_bytes((PAST / "insights-3.json").read_bytes())
    for number in range(3):
        with open_stores(tmp_path) as stores:
            habits = stores.habits()
            assert set(habits.usage.habits()) == {"5f1c", "77ab"}
            assert set(habits.usage.first_letters().picks) == {"tk", "yf"}
            assert [each.snippet_id for each in habits.answered.answered()] == ["5f1c"]
            assert [(each.query, each.count) for each in habits.dead.dead_searches()] == [("发票", 2)]
            assert [each.uses for each in habits.daily.days()] == ([number] if number else [])
            habits.daily.add(DAY, "5f1c", KEYS)
            assert is_clean(stores.report)
            assert stores.checker(tmp_path).check().findings == ()


FRECENCY = [1.0, NOW.isoformat()]
GOOD = {
    "usage": {"reply": "a", "used": FRECENCY, "hours": [0.5] * 24, "channels": {}, "following": {}},
    "letters": {"letters": "tk", "picks": [["a", *FRECENCY]]},
    "answered": {"message": "到哪了", "reply": "a"},
    "dead": {"query": "发票", "when": NOW.isoformat(), "ending": "nothing-found", "count": 2},
    "days": {"day": "2026-03-01", "replies": {"a": 1}, "characters": 10, "keys_saved": 6},
}
WRONG = {
    "usage": [
        {},
        {"reply": 1},
        *({"used": each} for each in (None, [1], [1, 2], ["1", FRECENCY[1]], [-1, FRECENCY[1]], [True, ""])),
        {"used": [1, "2026-03-01T09:30:00"]},
        *({"hours": each} for each in (None, [], [1] * 23, ["x"] * 24, [1e300] * 24, 7)),
    ],
    "letters": [{"letters": None}, *({"picks": each} for each in (None, [], [[]], ["a"], [["a", 1]], {}))],
    "answered": [{"message": None}, {"reply": ["a"]}],
    "dead": [
        *({"count": each} for each in (0, -1, True, "2", 1.5, None)),
        *({"ending": each} for each in ("", "other", None, [])),
        *({"when": each} for each in ("", None, "2026-03-01", 5)),
        {"query": 7},
    ],
    "days": [
        *({"day": each} for each in (None, "", "today", "2026-02-30", 20260301)),
        *({"replies": each} for each in (None, ["a"], {"a": -1}, {"a": True}, {"a": 1.5}, {"a": 10**18})),
        *({"characters": each} for each in (-1, "10", None, False, 2**62)),
        *({"keys_saved": each} for each in (-1, 0.5, None)),
    ],
}


@pytest.mark.parametrize(("table", "wrong"), [(name, each) for name in WRONG for each in WRONG[name]])
def test_documents_of_another_shape_are_passed_over(tmp_path: Path, table: str, wrong: Any) -> None:
    bad = {**GOOD[table], **wrong} if wrong else {}
    tables = {name: {"1": bad if name == table else each, "2": {"x": 1}} for name, each in GOOD.items()}
    (tmp_path / "insights.json").write_text(json.dumps({"events": {}, **tables}), "utf-8")
    with open_stores(tmp_path) as stores:
        habits = stores.habits()
        found = {
            "usage": len(habits.usage.habits()),
            "letters": len(habits.usage.first_letters().picks),
            "answered": len(habits.answered.answered()),
            "dead": len(habits.dead.dead_searches()),
            "days": len(habits.daily.days()),
        }
        assert found == {name: int(name != table) for name in GOOD}
        # And what comes next is kept beside them.
        habits.usage.note(Use("new", "xx", NOW, previous="a"))
        habits.answered.record(Answered("新", "new"))
        habits.dead.add([dead_search("新")])
        habits.daily.add(DAY + timedelta(days=1), "new", KEYS)
        habits.usage.forget_all_but({"a", "new"})
        habits.answered.forget_all_but({"a", "new"})
        assert "new" in habits.usage.habits()
        documents = stores.engine(INSIGHTS).memory.documents(table)
        assert {"x": 1} in documents.values(), "what is not understood stays as it is"


def test_channels_and_followers_of_another_shape_are_passed_over_alone(tmp_path: Path) -> None:
    odd = {**GOOD["usage"], "channels": {"qq": FRECENCY, "wx": 7}, "following": ["b"]}
    tables = {"events": {}, "usage": {"1": odd}}
    (tmp_path / "insights.json").write_text(json.dumps(tables), "utf-8")
    with open_stores(tmp_path) as stores:
        habit = stores.habits().usage.habits()["a"]
    assert (set(habit.channels), set(habit.following)) == ({"qq"}, set())


def test_for_reading_only_nothing_is_stored_and_it_is_reported(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.habits().usage.note(Use("a", "tk", NOW))
    with open_stores(tmp_path, read_only=True) as stores:
        habits = stores.habits()
        assert set(habits.usage.habits()) == {"a"}
        for change in (
            lambda: habits.usage.note(Use("b", "tk", NOW)),
            lambda: habits.answered.record(Answered("到哪了", "a")),
            lambda: habits.dead.add([dead_search("发票")]),
            lambda: habits.daily.add(DAY, "a", KEYS),
        ):
            with pytest.raises(StoreError) as caught:
                change()
            assert caught.value.problem is StoreProblem.NOT_WRITABLE
        assert set(habits.usage.habits()) == {"a"}
