"""The command review: what was searched for in vain, and which of it is answered by now."""

from datetime import timedelta
from typing import Any

from quickdesk.commands.answer import MOST_DAYS, MOST_SEARCHES, Answer, Request
from quickdesk.commands.arguments import optional_count
from quickdesk.commands.desk import Desk
from quickdesk.insights.dead_search import DeadSearch, Ending, most_frequent

_USUAL_SEARCHES = 20


def review(request: Request, desk: Desk) -> Answer:
    """Return the searches that led nowhere, most wanted first, at most ``limit``, none if there are none.

    With ``days`` only those that happened in so many days. How many more there are is a fact beside.
    """
    limit = optional_count(request, "limit", MOST_SEARCHES) or _USUAL_SEARCHES
    days = optional_count(request, "days", MOST_DAYS)
    since = None if days is None else desk.clock.now() - timedelta(days=days)
    wanted = most_frequent(desk.dead_searches(), since)
    rows = [_shape(each, desk) for each in wanted[:limit]]
    return Answer(data=rows, facts={"more": len(wanted) - len(rows), "days": days})


def _shape(dead: DeadSearch, desk: Desk) -> dict[str, Any]:
    return {
        "query": dead.query,
        "count": dead.count,
        "last": dead.when.isoformat(),
        "ending": dead.ending.value,
        "answered_now": dead.ending is Ending.NOTHING_FOUND and bool(desk.finder.find(dead.query, 1)),
    }
