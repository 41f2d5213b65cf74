"""The command ``stats``: the use of replies on each day, and the keys that it saved."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Final

from quickdesk.commands.answer import Answer, Request
from quickdesk.commands.arguments import optional_count
from quickdesk.commands.insights.review import MAX_DAYS
from quickdesk.insights.daily_use import DailyUse, latest_first
from quickdesk.replies.clock import Clock

DEFAULT_DAYS: Final = 14


def stats(request: Request, daily_use: Callable[[], Sequence[DailyUse]], clock: Clock) -> Answer:
    """Return the days on which replies were used, the latest first: the last 14 of them.

    With ``days`` those of the last ``days`` calendar days, today included. The fact ``total`` has the sums
    of the days returned, with the number of different replies in all of them; ``more`` counts earlier days.
    """
    days = optional_count(request, "days", MAX_DAYS)
    used = latest_first(daily_use())
    if days is None:
        shown = used[:DEFAULT_DAYS]
    else:
        since = clock.now().date() - timedelta(days=days - 1)
        shown = latest_first(used, since)
    facts = {"total": _total(shown), "more": len(used) - len(shown), "days": days}
    return Answer(data=[_to_json(each) for each in shown], facts=facts)


def _to_json(use: DailyUse) -> dict[str, Any]:
    return {
        "day": use.day.isoformat(),
        "uses": use.uses,
        "replies": len(use.replies),
        "characters": use.characters,
        "keys_saved": use.keys_saved,
    }


def _total(days: Sequence[DailyUse]) -> dict[str, int]:
    return {
        "uses": sum(each.uses for each in days),
        "replies": len({snippet_id for each in days for snippet_id in each.replies}),
        "characters": sum(each.characters for each in days),
        "keys_saved": sum(each.keys_saved for each in days),
    }
