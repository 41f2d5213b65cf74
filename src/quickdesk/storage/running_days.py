"""The number of running days, in a table of ``settings.json``.

It is there because the snippets alone tell whether a data folder is new, and because restoring a backup must
not change it.
"""

from datetime import date, datetime
from math import isfinite
from typing import Any

from quickdesk.replies.running_days import ClockJump, RunningDays
from quickdesk.storage.document import Document
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.table import Table

RUNNING_DAYS = "running_days"
_ONLY = "1"


class StoredDays:
    """Stores the state; see :class:`quickdesk.replies.running_days.DayCounter`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._table = Table(lambda: engine, RUNNING_DAYS)

    def days(self) -> RunningDays:
        """Return the stored state, or a new one if it is not understood."""
        with self._engine.guard:
            document = self._table.get(_ONLY)
        try:
            return RunningDays() if document is None else _days(document)
        except (KeyError, TypeError, ValueError):
            return RunningDays()

    def update(self, now: datetime, uptime: float) -> RunningDays:
        """Return the state after reading both clocks; it is stored if it differs enough."""
        with self._engine.guard:
            before = self.days()
            after = before.updated(now, uptime)
            if after.is_worth_storing(before):
                draft = self._table.draft()
                draft.put(_ONLY, _document(after))
                self._engine.stage(draft.ops, durable=False)
            return after


def _document(days: RunningDays) -> Document:
    jump = days.jump
    return {
        "number": days.number,
        "last": None if days.last is None else days.last.isoformat(),
        "uptime": days.uptime,
        "elapsed": days.elapsed,
        "restarted": days.is_restarted,
        "dates": [each.isoformat() for each in days.dates],
        "jump": None if jump is None else [jump.before.isoformat(), jump.after.isoformat(), jump.day],
    }


def _days(document: Document) -> RunningDays:
    return RunningDays(
        _number(document["number"]),
        _moment(document["last"]),
        _seconds(document["uptime"]),
        _seconds(document["elapsed"]),
        document["restarted"] is True,
        tuple(map(date.fromisoformat, document["dates"])),
        _jump(document["jump"]),
    )


def _jump(stored: Any) -> ClockJump | None:  # noqa: ANN401 - JSON has no narrower type
    if stored is None:
        return None
    before, after, day = stored
    return ClockJump(_moment(before), _moment(after), _number(day))


def _number(stored: Any) -> int:  # noqa: ANN401 - see above
    if isinstance(stored, bool) or not isinstance(stored, int) or stored < 0:
        raise ValueError(stored)
    return stored


def _seconds(stored: Any) -> float:  # noqa: ANN401 - see above
    if isinstance(stored, bool) or not isinstance(stored, int | float) or not isfinite(stored):
        raise ValueError(stored)
    return float(stored)


def _moment(stored: Any) -> datetime:  # noqa: ANN401 - see above
    moment = datetime.fromisoformat(stored)
    if moment.tzinfo is None:
        raise ValueError(stored)
    return moment
