"""What was learnt from use, in the files of the habits and of the settings, as one thing to forget."""

from dataclasses import dataclass

from quickdesk.settings.settings import SettingsStore
from quickdesk.storage.habits.stores import HabitStores


@dataclass(frozen=True, slots=True)
class StoredLearnt:
    """See :class:`quickdesk.commands.insights.forget.Learnt`."""

    habits: HabitStores
    settings: SettingsStore

    def forget(self) -> int:
        """Delete habits, answered messages and values of fields; raises StoreError."""
        habits, answered = self.habits.usage.habits(), self.habits.answered.answered()
        values = self.settings.field_values()
        self.habits.usage.forget_all_but(())
        self.habits.answered.forget_all_but(())
        self.settings.forget_values()
        return len(habits) + len(answered) + len(values)
