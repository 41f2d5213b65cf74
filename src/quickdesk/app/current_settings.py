"""The settings in use: saved in the background, and in use as soon as they are on the disk."""

import logging
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from quickdesk.app.process.work import Work
from quickdesk.replies.store import StoreError
from quickdesk.settings.settings import Settings, SettingsStore

_log = logging.getLogger(__name__)


class CurrentSettings(QObject):
    """Loads and saves the settings, and signals each change."""

    changed = Signal(object, object)
    """The Settings before and after a change that was saved."""
    failed = Signal(object)
    """The StoreError of a change that could not be saved."""

    def __init__(self, store: SettingsStore, work: Work) -> None:
        """``work`` runs the writes."""
        super().__init__()
        self._store, self._work = store, work
        self._settings = self._requested = store.load()
        self._pending = 0
        self._unsaved: Settings | None = None

    @property
    def current(self) -> Settings:
        """The settings in use."""
        return self._settings

    @property
    def requested(self) -> Settings:
        """The settings that are in use when all pending writes are done."""
        return self._requested

    def save(self, settings: Settings) -> None:
        """Save settings; they come into use when they are saved."""
        self._requested = settings
        self._pending += 1
        self._work.submit(partial(self._store.save, settings), partial(self._on_saved, settings))

    def retry(self) -> None:
        """Save again what could not be saved."""
        if self._unsaved is not None:
            self.save(self._unsaved)

    def remember(self, values: Mapping[str, str]) -> None:
        """Save the values of fields for the next form; a failure is only logged."""
        self._work.submit(partial(self._store.remember, values), self._on_remembered)

    def _on_saved(self, settings: Settings, outcome: Exception | None) -> None:
        self._pending -= 1
        if outcome is not None and not self._pending:
            self._requested = self._settings
        self._unsaved = settings if isinstance(outcome, StoreError) else None
        if isinstance(outcome, StoreError):
            self.failed.emit(outcome)
            return
        if outcome is not None:
            raise outcome
        before, self._settings = self._settings, settings
        self.changed.emit(before, settings)

    def _on_remembered(self, outcome: Exception | None) -> None:
        if isinstance(outcome, StoreError):
            # Only a convenience is lost; the reply itself is pasted.
            _log.warning("field values not kept: %s", outcome.problem.name)
        elif outcome is not None:
            raise outcome
