"""The stores of the agent's habits, in ``insights.json``, which is read on first use."""

from dataclasses import dataclass
from typing import Self

from quickdesk.storage.habits.answered import TinyAnsweredStore
from quickdesk.storage.habits.daily import TinyDailyUseStore
from quickdesk.storage.habits.dead import TinyDeadSearchStore
from quickdesk.storage.habits.pins import TinyPinStore
from quickdesk.storage.habits.usage import TinyUsageStore
from quickdesk.storage.table import OpenEngine


@dataclass(frozen=True, slots=True)
class HabitStores:
    """Habits, answered messages, dead searches, the use by day, and the pinned replies."""

    usage: TinyUsageStore
    answered: TinyAnsweredStore
    dead: TinyDeadSearchStore
    daily: TinyDailyUseStore
    pins: TinyPinStore

    @classmethod
    def on(cls, open_engine: OpenEngine) -> Self:
        """Return the stores on one engine, which is opened on first use."""
        return cls(
            TinyUsageStore(open_engine),
            TinyAnsweredStore(open_engine),
            TinyDeadSearchStore(open_engine),
            TinyDailyUseStore(open_engine),
            TinyPinStore(open_engine),
        )
