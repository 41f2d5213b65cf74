"""What is kept of how an agent works, in memory, by the rules of every other store of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from quickdesk.insights.daily_use import DailyUse, KeyCount, latest_first
from quickdesk.insights.dead_search import DeadSearch, counted, key_of
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.search.usage import first_letters
from quickdesk.search.usage.first_letters import FirstLetters
from quickdesk.search.usage.frecency import Frecency
from quickdesk.search.usage.habits import Habit, Use, followed, kept, noted
from quickdesk.text.personal import masked


class MemoryUsageStore:
    """``refuse`` is raised by the changes to come."""

    def __init__(self) -> None:
        self._habits: dict[str, Habit] = {}
        self._letters = FirstLetters()
        self.refuse: StoreProblem | None = None

    def habits(self) -> Mapping[str, Habit]:
        return dict(self._habits)

    def frecencies(self) -> Mapping[str, Frecency]:
        return {key: habit.frecency for key, habit in self._habits.items()}

    def first_letters(self) -> FirstLetters:
        return self._letters

    def record(self, snippet_id: str, query: str, now: datetime) -> None:
        self.note(Use(snippet_id, query, now))

    def note(self, use: Use) -> None:
        if self.refuse is not None:
            raise StoreError(self.refuse, "memory")
        self._habits[use.snippet_id] = noted(self._habits.get(use.snippet_id), use)
        if use.previous in self._habits and use.previous != use.snippet_id:
            self._habits[use.previous] = followed(self._habits[use.previous], use)
        letters = first_letters.key_of(use.query)
        if masked(letters) == letters:
            self._letters = self._letters.chosen(use.query, use.snippet_id, use.now)

    def forget_all_but(self, snippet_ids: Collection[str]) -> None:
        gone = {pick.snippet_id for picks in self._letters.picks.values() for pick in picks}
        self._habits = kept(self._habits, snippet_ids)
        self._letters = self._letters.without(gone - set(snippet_ids))


class MemoryAnsweredStore:
    def __init__(self) -> None:
        self._pairs: list[Answered] = []

    def answered(self) -> Sequence[Answered]:
        return tuple(self._pairs)

    def record(self, answered: Answered) -> None:
        pair = replace(answered, message=masked(answered.message)[:1000].strip())
        if pair.message:
            self._pairs = [*(each for each in self._pairs if each != pair), pair][-2000:]

    def forget_all_but(self, snippet_ids: Collection[str]) -> None:
        self._pairs = [each for each in self._pairs if each.snippet_id in snippet_ids]


class MemoryDeadSearchStore:
    def __init__(self) -> None:
        self._dead: dict[str, DeadSearch] = {}

    def dead_searches(self) -> Sequence[DeadSearch]:
        return sorted(self._dead.values(), key=lambda each: each.when)

    def add(self, dead: Sequence[DeadSearch]) -> None:
        for each in dead:
            clean = replace(each, query=masked(each.query))
            self._dead[key_of(clean)] = counted(self._dead.get(key_of(clean)), clean)
        latest = sorted(self._dead, key=lambda key: self._dead[key].when)[-2000:]
        self._dead = {key: self._dead[key] for key in latest}


class MemoryDailyUseStore:
    def __init__(self) -> None:
        self._days: dict[date, DailyUse] = {}

    def days(self) -> Sequence[DailyUse]:
        return latest_first(self._days.values())

    def add(self, day: date, snippet_id: str, keys: KeyCount) -> None:
        self._days[day] = self._days.get(day, DailyUse(day)).with_use(snippet_id, keys)
