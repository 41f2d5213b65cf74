"""The services of the commands on a real data folder: the stores, the machine's time, random ids."""

import secrets
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from quickdesk.commands.registry import CommandServices
from quickdesk.commands.search import Advice
from quickdesk.replies.clock import Clock
from quickdesk.search.hit import Finder
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


def random_id() -> str:
    """Return 20 random hexadecimal digits: 80 bits, so that two never meet."""
    return secrets.token_hex(10)


def command_services(
    folder: Path, stores: Stores, finder: Finder, advice: Advice, clipboard: Callable[[], str], clock: Clock
) -> CommandServices:
    """Return the services of the commands on an open data folder.

    ``finder`` and ``advice`` search the replies of ``stores``; ``clipboard`` returns the text on it.
    """
    habits = stores.habits()
    return CommandServices(
        store=stores.snippets,
        facts=stores.facts(),
        lexicon=stores.lexicon(),
        customers=stores.customers(),
        finder=finder,
        advice=advice,
        backups=stores.backups(folder),
        checker=stores.checker(folder),
        clock=clock,
        days=stores.days(),
        new_id=random_id,
        clipboard=clipboard,
        dead_searches=habits.dead.dead_searches,
        daily_use=habits.daily.days,
        learnt=StoredLearnt(habits, stores.settings, partial(map, stores.engine, (INSIGHTS, SETTINGS))),
    )
