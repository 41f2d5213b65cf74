"""The command ``review``: failed searches, and which of them find something now."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Final

from quickdesk.commands.answer import Answer, Request
from quickdesk.commands.arguments import optional_count
from quickdesk.insights.dead_search import DeadSearch, Ending, most_frequent
from quickdesk.replies.clock import Clock
from quickdesk.search.hit import Finder

DEFAULT_SEARCHES: Final = 20
MAX_SEARCHES: Final = 2000
"""The maximum number of failed searches that are kept."""
MAX_DAYS: Final = 3660
"""The maximum number of days that a review covers."""


def review(
    request: Request, dead_searches: Callable[[], Sequence[DeadSearch]], finder: Finder, clock: Clock
) -> Answer:
    """Return the failed searches, the most frequent first, at most ``limit``.

    With ``days`` only those of the last ``days`` days. The fact ``more`` counts those left out.
    """
    limit = optional_count(request, "limit", MAX_SEARCHES) or DEFAULT_SEARCHES
    days = optional_count(request, "days", MAX_DAYS)
    since = None if days is None else clock.now() - timedelta(days=days)
    dead = most_frequent(dead_searches(), since)
    rows = [_to_json(each, finder) for each in dead[:limit]]
    return Answer(data=rows, facts={"more": len(dead) - len(rows), "days": days})


def _to_json(dead: DeadSearch, finder: Finder) -> dict[str, Any]:
    certain = [hit for hit in finder.find(dead.query, 1) if not hit.is_related]
    return {
        "query": dead.query,
        "count": dead.count,
        "last": dead.when.isoformat(),
        "ending": dead.ending.value,
        "answered_now": dead.ending is Ending.NOTHING_FOUND and bool(certain),
    }
