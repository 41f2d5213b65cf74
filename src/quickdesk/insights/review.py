"""Which searches in vain whoever looks after the replies should see first."""

from collections.abc import Iterable
from datetime import datetime

from quickdesk.insights.dead_search import DeadSearch


def most_wanted(dead: Iterable[DeadSearch], since: datetime | None = None) -> list[DeadSearch]:
    """Return searches that led nowhere, the most frequent first, then the latest.

    With ``since`` only those that happened again at that moment or later; they count whole.
    """
    recent = [each for each in dead if since is None or each.when >= since]
    latest_first = sorted(recent, key=lambda each: each.when, reverse=True)
    return sorted(latest_first, key=lambda each: each.count, reverse=True)
