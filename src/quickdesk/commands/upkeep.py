"""What is due with the data from time to time: the day is counted, and what was kept long enough goes.

Nothing goes before a backup has it, and nothing goes when the wall clock has just jumped.
"""

import logging
from datetime import datetime

from quickdesk.commands.desk import Desk
from quickdesk.commands.vault import Occasion
from quickdesk.replies.running_days import RunningDays

_log = logging.getLogger(__name__)


def count_day(desk: Desk) -> RunningDays:
    """Look at the clocks and return the running days."""
    now = desk.clock.now()
    days = desk.days.look(now, desk.clock.uptime())
    if days.has_jumped:
        _log.info("the clock jumped to %s: nothing is deleted", now.isoformat())
    return days


def do_upkeep(desk: Desk, *, backs_up: bool) -> RunningDays:
    """Do what is due and return the running days; raises StoreError, and then nothing was deleted.

    ``backs_up`` makes the backup in turn as well.
    """
    now, days = desk.clock.now(), count_day(desk)
    if backs_up:
        desk.vault.backup_in_turn(now)
    if not days.has_jumped:
        _purge(desk, now, days.number)
        desk.vault.rotate()
    return days


def _purge(desk: Desk, now: datetime, day: int) -> None:
    outdated = desk.store.outdated(day)
    if outdated:
        desk.vault.backup(now, occasion=Occasion.BEFORE_PURGE)
        _log.info("purge: %d in the trash, %d changes", len(outdated.removed), len(outdated.changes))
    desk.store.purge(outdated, day).wait()
