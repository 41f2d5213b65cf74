"""The command ``review``: what was searched for in vain, and which of it is found by now."""

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
"""The most searches in vain that are kept."""
MAX_DAYS: Final = 3660
"""The farthest that a review looks back."""


def review(
    request: Request, dead_searches: Callable[[], Sequence[DeadSearch]], finder: Finder, clock: Clock
) -> Answer:
    """Return the searches that led nowhere, most frequent first, at most ``limit``.

    With ``days`` only those of the last so many days. The fact ``more`` counts those left out.
    """
    limit = optional_count(request, "limit", MAX_SEARCHES) or DEFAULT_SEARCHES
    days = optional_count(request, "days", MAX_DAYS)
    since = None if days is None else clock.now() - timedelta(days=days)
    wanted = most_frequent(dead_searches(), since)
    rows = [_shape(each, finder) for each in wanted[:limit]]
    return Answer(data=rows, facts={"more": len(wanted) - len(rows), "days": days})


def _shape(dead: DeadSearch, finder: Finder) -> dict[str, Any]:
    return {
        "query": dead.query,
        "count": dead.count,
        "last": dead.when.isoformat(),
        "ending": dead.ending.value,
        "answered_now": dead.ending is Ending.NOTHING_FOUND and bool(finder.find(dead.query, 1)),
    }
