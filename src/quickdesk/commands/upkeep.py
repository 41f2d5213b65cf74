"""What is done with the data from time to time: a new folder is filled, days are counted, old data deleted.

Nothing is deleted before it is in a backup, and nothing if the wall clock has just jumped.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from quickdesk.commands.backup_store import BackupReason
from quickdesk.commands.library import ReplyLibrary
from quickdesk.commands.replies.lexicon import ShopWords
from quickdesk.replies.running_days import RunningDays
from quickdesk.replies.store import Change

_log = logging.getLogger(__name__)


def add_starter_pack(library: ReplyLibrary, words: ShopWords, read: Callable[[], Mapping[str, str]]) -> bool:
    """Store the replies and words of the pack whose files ``read`` returns by name; raises StoreError.

    Return False if the pack is missing or broken: quickdesk works without it. While nothing else is stored,
    the next start tries again.
    """
    # Imported here because it happens once for each data folder.
    from quickdesk.packs.pack import PackError
    from quickdesk.packs.source import read_pack

    try:
        pack = read_pack(read())
    except (PackError, OSError, UnicodeError) as error:
        _log.error("the starter pack cannot be read: %s", type(error).__name__)
        return False
    library.apply(Change(put=pack.snippets))
    if pack.lexicon:
        words.add(pack.lexicon)
    _log.info("first start: %d replies", len(pack.snippets))
    return True


def count_day(library: ReplyLibrary) -> RunningDays:
    """Read the clocks and return the running days."""
    now = library.clock.now()
    days = library.days.update(now, library.clock.uptime())
    if days.has_jumped:
        _log.info("the clock jumped to %s: nothing is deleted", now.isoformat())
    return days


def do_upkeep(library: ReplyLibrary, *, backs_up: bool) -> RunningDays:
    """Do what is due and return the running days. Raises StoreError; nothing has been deleted then.

    With ``backs_up`` the automatic backup is made as well.
    """
    now, days = library.clock.now(), count_day(library)
    if backs_up:
        library.backups.backup_if_changed(now)
    if not days.has_jumped:
        _purge(library, now, days.number)
        library.backups.rotate()
    return days


def _purge(library: ReplyLibrary, now: datetime, day: int) -> None:
    outdated = library.store.outdated(day)
    if outdated:
        library.backups.backup(now, reason=BackupReason.BEFORE_PURGE)
        _log.info("purge: %d in the trash, %d changes", len(outdated.removed), len(outdated.changes))
    library.store.purge(outdated, day)
