"""A settings store in memory that keeps the rules of every other, and can be told to refuse."""

from collections.abc import Mapping

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.settings.settings import Settings


class MemorySettingsStore:
    """Forgets everything when it goes away. ``refuse`` is raised by the changes to come."""

    def __init__(self, settings: Settings | None = None, values: Mapping[str, str] | None = None) -> None:
        self._settings = settings or Settings()
        self._values = dict(values or {})
        self.refuse: StoreProblem | None = None

    def load(self) -> Settings:
        return self._settings

    def save(self, settings: Settings) -> None:
        self._check()
        self._settings = settings

    def field_values(self) -> Mapping[str, str]:
        return dict(self._values)

    def remember(self, values: Mapping[str, str]) -> None:
        self._check()
        self._values.update(values)

    def _check(self) -> None:
        if self.refuse is not None:
            raise StoreError(self.refuse, "memory")
