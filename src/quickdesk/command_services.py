"""The services of the commands on a real data folder: the stores, the machine's time, random ids."""

import secrets
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from quickdesk.commands.registry import CommandServices
from quickdesk.commands.search import Advice
from quickdesk.customers.retention import RetentionDays
from quickdesk.customers.search.hit import CustomerHit
from quickdesk.customers.store import CustomerStore
from quickdesk.replies.clock import Clock
from quickdesk.search.hit import Finder
from quickdesk.settings.settings import Settings
from quickdesk.storage.habits.learnt import StoredLearnt
from quickdesk.storage.kinds import INSIGHTS
from quickdesk.storage.open import Stores
from quickdesk.storage.settings_store import SETTINGS

_COUNTER = getattr(time, "CLOCK_BOOTTIME", None)
"""Linux has a counter of its own that includes sleep."""


class SystemClock:
    """The machine's time in the user's time zone."""

    def now(self) -> datetime:
        """Return the present moment."""
        return datetime.now().astimezone()  # noqa: TID251 - this is the one clock

    def uptime(self) -> float:
        """Return the seconds since the computer was started."""
        return time.monotonic() if _COUNTER is None else time.clock_gettime(_COUNTER)


def _retention_days(settings: Settings) -> RetentionDays:
    return RetentionDays(settings.customer_days, settings.case_days, settings.event_days)


def random_id() -> str:
    """Return 20 random hexadecimal digits: 80 bits, so that two never meet."""
    return secrets.token_hex(10)


class LazyCustomerSearch:
    """A search for customers that reads all cards when it is asked: for one command."""

    def __init__(self, customers: CustomerStore, stores: Stores) -> None:
        self._customers, self._stores = customers, stores

    def find(self, query: str, limit: int) -> Sequence[CustomerHit]:
        """Return the best hits; raises StoreError."""
        # Imported here because the engine imports numpy, which most commands never need.
        from quickdesk.customers.search.index import CustomerIndex
        from quickdesk.search.sounds import sounds_of

        index = CustomerIndex(self._customers)
        index.finder.library.set_sounds(sounds_of(self._stores.settings.load()))
        return index.find_in_all(query, limit)


def command_services(
    folder: Path, stores: Stores, finder: Finder, advice: Advice, clipboard: Callable[[], str], clock: Clock
) -> CommandServices:
    """Return the services of the commands on an open data folder.

    ``finder`` and ``advice`` search the replies of ``stores``; ``clipboard`` returns the text on it.
    """
    habits, customers, backups = stores.habits(), stores.customers(), stores.backups(folder)
    return CommandServices(
        store=stores.snippets,
        facts=stores.facts(),
        lexicon=stores.lexicon(),
        customers=customers,
        customer_search=LazyCustomerSearch(customers, stores),
        finder=finder,
        advice=advice,
        backups=backups,
        checker=stores.checker(folder),
        clock=clock,
        days=stores.days(),
        new_id=random_id,
        clipboard=clipboard,
        dead_searches=habits.dead.dead_searches,
        daily_use=habits.daily.days,
        protection=stores.protection(folder),
        eraser=stores.erasure(folder, backups),
        retention_days=lambda: _retention_days(stores.settings.load()),
        learnt=StoredLearnt(habits, stores.settings, partial(map, stores.engine, (INSIGHTS, SETTINGS))),
    )
