"""A settings store in memory that follows the contract, and can refuse changes."""

from collections.abc import Mapping

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.settings.settings import Settings


class MemorySettingsStore:
    """Stores settings in memory. Later changes raise ``refuse`` if it is set."""

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

    def forget_values(self) -> None:
        self._check()
        self._values.clear()

    def _check(self) -> None:
        if self.refuse is not None:
            raise StoreError(self.refuse, "memory")
