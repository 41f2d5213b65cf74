"""The facts of the shop as the windows see them: those of today, none while they cannot be read."""

import logging
from datetime import datetime, time, timedelta

from quickdesk.replies.clock import Clock
from quickdesk.replies.facts import FactsOfDay, FactStore
from quickdesk.replies.store import StoreError, StoreProblem

_log = logging.getLogger(__name__)


class CurrentFacts:
    """Reads the facts; they are in memory after the first time."""

    def __init__(self, store: FactStore, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._logged: StoreProblem | None = None

    def milliseconds_to_midnight(self) -> int:
        """Return when the day ends, rounded up."""
        now = self._clock.now()
        midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        return int((midnight - now).total_seconds() * 1000) + 1

    def today(self) -> FactsOfDay:
        """Return the facts of today; while they cannot be read, forms ask for everything."""
        day = self._clock.now().date()
        try:
            return FactsOfDay.of(self._store.facts(), day)
        except StoreError as error:
            if error.problem is not self._logged:
                self._logged = error.problem
                _log.warning("the facts cannot be read: %s", error.problem.name)
            return FactsOfDay(day)
