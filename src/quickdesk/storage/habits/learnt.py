"""What was learnt from use, in the files of the habits and of the settings, as one thing to forget."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from quickdesk.replies.store import StoreError
from quickdesk.settings.settings import SettingsStore
from quickdesk.storage.habits.stores import HabitStores
from quickdesk.storage.journal.engine import Engine


@dataclass(frozen=True, slots=True)
class StoredLearnt:
    """See :class:`quickdesk.commands.insights.forget.Learnt`."""

    habits: HabitStores
    settings: SettingsStore
    engines: Callable[[], Iterable[Engine]]
    """Return the engines of both files."""

    def forget(self) -> int:
        """Delete habits, answered messages and values of fields, from old files too; raises StoreError."""
        habits, answered = self.habits.usage.habits(), self.habits.answered.answered()
        values = self.settings.field_values()
        self.habits.usage.forget_all_but(())
        self.habits.answered.forget_all_but(())
        self.settings.forget_values()
        self._delete_old_files()
        return len(habits) + len(answered) + len(values)

    def _delete_old_files(self) -> None:
        """Write two snapshots, after which the journals and the earlier snapshot are without it too."""
        for engine in self.engines():
            with suppress(StoreError):  # it is forgotten, and the next snapshots do the same
                engine.compact()
                engine.compact()
